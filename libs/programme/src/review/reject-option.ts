import { factOf } from '#acts';
import { required, text } from '#fields';
import { same } from '#timeline';
import { option } from './option-fields.js';
import { formerRejections, identified, optionChanged, reasoned } from './options.js';
import { review } from './review-fields.js';
import { act, notOver } from './reviews.js';
import { reviewKey } from './state.js';

export const rejectOption = act({
  command: 'reject-option',
  event: 'OptionRejected',
  version: 1,
  says: 'Rejects an option, with the reason.',
  happened: 'An option was rejected',
  fields: { review, option, reason: required(text, 'Why it is rejected.') },
  touches: ({ review: id }) => [reviewKey(id)],
  *meaningless(state, entry) {
    yield* identified(state, entry.review, entry.option);
    yield* reasoned(entry.review, [entry]);
  },
  breaches: (state, { review: id }) => notOver(state, id),
  evolve: (state, entry) =>
    optionChanged(state, entry.review, entry.option, (held) => {
      const rejection = { reason: entry.reason, rejected: factOf(entry) };
      return same(held.rejection, rejection) ? {} : { ...formerRejections(held), rejection };
    }),
  example: {
    takenOn: '2014-03',
    review: 'legal-services',
    option: 'as-is',
    reason: 'It does not grow',
  },
});
