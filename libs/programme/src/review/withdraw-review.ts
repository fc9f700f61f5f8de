import { required, text } from '#fields';
import { review } from './review-fields.js';
import { act, changed, notOver, proposed } from './reviews.js';
import { comingTo, withdrawnBefore } from './standing.js';
import { reviewIn, reviewKey } from './state.js';

export const withdrawReview = act({
  command: 'withdraw-review',
  event: 'ReviewWithdrawn',
  version: 1,
  says: 'Withdraws the review.',
  happened: 'A review was withdrawn',
  ends: true,
  fields: { review, reason: required(text, 'Why it is withdrawn.') },
  touches: ({ review: id }) => [reviewKey(id)],
  *meaningless(state, { review: id }) {
    yield* proposed(state, id);
    const before = reviewIn(state, id);
    if (before?.standing === 'withdrawn') yield withdrawnBefore(before);
  },
  breaches: (state, { review: id }) => notOver(state, id),
  evolve: (state, entry) => changed(state, entry.review, (before) => comingTo('withdrawn', before, entry)),
  example: { takenOn: '2015', review: 'edukent', reason: 'It goes on as another review' },
});
