import { factOf } from '#acts';
import { required, text } from '#fields';
import { review } from './review-fields.js';
import { act, changed, notOver, proposed } from './reviews.js';
import { reviewKey } from './state.js';

export const recordServiceUnderstanding = act({
  command: 'record-service-understanding',
  event: 'ServiceUnderstandingRecorded',
  version: 1,
  says: 'Writes down what the service is today.',
  happened: 'A service was understood',
  fields: { review, summary: required(text, 'What was found out about the service.') },
  touches: ({ review: id }) => [reviewKey(id)],
  meaningless: (state, { review: id }) => proposed(state, id),
  breaches: (state, { review: id }) => notOver(state, id),
  evolve: (state, entry) =>
    changed(state, entry.review, () => ({
      understanding: { summary: entry.summary, recorded: factOf(entry) },
    })),
  example: {
    effectiveOn: '2014-01-20',
    review: 'legal-services',
    summary: 'Over 300 clients outside the council',
  },
});
