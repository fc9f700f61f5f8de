export { holdFile } from './book-file.js';
export { BookRefused } from './book-refused.js';
export type { BookRefusedCode } from './book-refused.js';
export { SqliteEventStore } from './sqlite-event-store.js';
export type { SqliteEventStoreOptions } from './sqlite-event-store.js';
