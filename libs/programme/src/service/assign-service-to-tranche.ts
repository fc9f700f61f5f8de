import { present, says, the } from '#acts';
import { idOf, required } from '#fields';
import { heading, service } from './service-fields.js';
import { act, changed, ofService, registered, underReview } from './services.js';
import { serviceKey } from './state.js';

export const assignServiceToTranche = act({
  command: 'assign-service-to-tranche',
  event: 'ServiceAssignedToTranche',
  version: 1,
  says: 'Puts a service in a tranche of reviews.',
  happened: 'A service was put into a tranche',
  fields: {
    service,
    tranche: required(idOf('tranche'), 'The tranche it is reviewed in from then on.'),
    heading,
  },
  from: {
    fromTranche: {
      kind: idOf('tranche'),
      says: 'The tranche it is believed to be in until then; refused if it is in another.',
      of: ({ service: id }) => says`The tranche of service ${the.service(id)}`,
      is: (state, { service: id }) => state.get(serviceKey(id))?.tranche ?? null,
    },
  },
  touches: ofService,
  meaningless: (state, { service: id }) => registered(state, id),
  breaches: (state, { service: id }) => underReview(state, id),
  evolve: (state, { service: id, tranche, heading: under }) =>
    changed(state, id, { tranche, ...present({ heading: under }) }),
  example: {
    service: 'contact-centre',
    tranche: 'first',
    fromTranche: 'second',
    heading: 'front line',
  },
});
