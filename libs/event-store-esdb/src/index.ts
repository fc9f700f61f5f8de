export { addressForm, esdbAddress, esdbAddressIn } from './address.js';
export type { EsdbAddress, EsdbCredentials } from './address.js';
export { EsdbUnavailable, isOfTheClient } from './errors.js';
export { EsdbEventStore } from './esdb-event-store.js';
export type { EsdbEventStoreOptions } from './options.js';
