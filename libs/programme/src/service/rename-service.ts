import { name, required } from '#fields';
import { service } from './service-fields.js';
import { act, changed, ofService, registered, underReview } from './services.js';

export const renameService = act({
  command: 'rename-service',
  event: 'ServiceRenamed',
  version: 1,
  says: 'Gives a service another name.',
  happened: 'A service was renamed',
  fields: { service, name: required(name, 'What the service is called from then on.') },
  touches: ofService,
  meaningless: (state, { service: id }) => registered(state, id),
  breaches: (state, { service: id }) => underReview(state, id),
  evolve: (state, { service: id, name: called }) => changed(state, id, { name: called }),
  example: {
    effectiveOn: '2014-04-01',
    service: 'legal-services',
    name: 'Legal and Democratic Services',
  },
});
