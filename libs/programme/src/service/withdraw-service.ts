import { factOf } from '#acts';
import { required, text } from '#fields';
import { service } from './service-fields.js';
import { act, changed, ofService, registered, underReview } from './services.js';

export const withdrawService = act({
  command: 'withdraw-service',
  event: 'ServiceWithdrawn',
  version: 1,
  says: 'Takes a service out of the programme.',
  happened: 'A service was taken out of review',
  ends: true,
  fields: { service, reason: required(text, 'Why it is withdrawn from review.') },
  touches: ofService,
  *meaningless(state, { service: id }) {
    yield* registered(state, id);
    yield* underReview(state, id);
  },
  evolve: (state, entry) =>
    changed(state, entry.service, { withdrawn: { ...factOf(entry), reason: entry.reason } }),
  example: {
    takenOn: '2014-10',
    service: 'contact-centre',
    reason: 'It is reviewed with another',
  },
});
