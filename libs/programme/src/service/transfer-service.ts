import { says, the } from '#acts';
import { name, required } from '#fields';
import { service } from './service-fields.js';
import { act, changed, ofService, registered, underReview } from './services.js';
import { serviceKey } from './state.js';

export const transferService = act({
  command: 'transfer-service',
  event: 'ServiceTransferred',
  version: 1,
  says: 'Moves a service to another directorate.',
  happened: 'A service moved to another directorate',
  fields: { service, toDirectorate: required(name, 'The directorate it goes to.', 'New directorate') },
  from: {
    fromDirectorate: {
      kind: name,
      says: 'The directorate it is believed to come from; refused if it is in another on that day.',
      of: ({ service: id }) => says`The directorate of service ${the.service(id)}`,
      is: (state, { service: id }) => state.get(serviceKey(id))?.directorate ?? null,
    },
  },
  touches: ofService,
  meaningless: (state, { service: id }) => registered(state, id),
  breaches: (state, { service: id }) => underReview(state, id),
  evolve: (state, { service: id, toDirectorate: directorate }) => changed(state, id, { directorate }),
  example: {
    effectiveOn: '2014-04-01',
    service: 'legal-services',
    toDirectorate: 'Strategic and Corporate Services',
    fromDirectorate: 'Business Strategy and Support',
  },
});
