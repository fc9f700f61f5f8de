import { factOf, present } from '#acts';
import { name, optional, required, text } from '#fields';
import { inOrder, notYetAt, reaching, type Move } from './moves.js';
import { review } from './review-fields.js';
import { act, changed } from './reviews.js';
import { appraisedAndGoingOn } from './stages.js';
import { reviewKey } from './state.js';

const move: Move = { to: 'brief-agreed', from: appraisedAndGoingOn };

export const referReviewBack = act({
  command: 'refer-review-back',
  event: 'ReviewReferredBack',
  version: 1,
  says: 'Refers the review back to its agreed brief; the options are kept.',
  happened: 'A review was referred back',
  fields: {
    review,
    reason: required(text, 'Why it is referred back.'),
    to: optional(name, 'The body it is referred back to.', 'Referred back to'),
  },
  touches: ({ review: id }) => [reviewKey(id)],
  meaningless: (state, { review: id }) => notYetAt(state, id, move.to),
  breaches: (state, { review: id }) => inOrder(state, id, move),
  evolve(state, entry) {
    const said = present({ reason: entry.reason, to: entry.to });
    return changed(state, entry.review, (before) => ({
      ...reaching(before, entry, move.to, {}, { how: 'referred-back', ...said }),
      referredBack: { ...factOf(entry), ...said },
    }));
  },
  example: {
    takenOn: '2015-09-18',
    review: 'legal-services',
    reason: 'The case has changed',
    to: 'Transformation Advisory Group',
  },
});
