import { factOf } from '#acts';
import { idOf, name, optional, required } from '#fields';
import { heading } from './service-fields.js';
import { act, ofService, unregistered } from './services.js';
import { serviceKey, servicePart } from './state.js';

export const registerService = act({
  command: 'register-service',
  event: 'ServiceRegistered',
  version: 1,
  says: 'Takes a service into the programme.',
  happened: 'A service was put under review',
  fields: {
    service: required(idOf('service', 'new'), 'The service.'),
    name: required(name, 'What the service is called.'),
    directorate: optional(name, 'The directorate it belongs to.'),
    tranche: optional(idOf('tranche'), 'The tranche it is reviewed in.'),
    heading,
  },
  touches: ofService,
  meaningless: (state, { service: id }) => unregistered(state, id),
  evolve: (_state, { service: id, ...entry }) => [
    [serviceKey(id), servicePart({ ...entry, id, registered: factOf(entry), budgets: [] })],
  ],
  example: {
    effectiveOn: '2013-09-19',
    service: 'legal-services',
    name: 'Legal Services',
    directorate: 'Business Strategy and Support',
    tranche: 'first',
    heading: 'corporate support',
  },
});
