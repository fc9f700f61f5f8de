import { refuse, says, the } from '#acts';
import { optional, text } from '#fields';
import { review } from './review-fields.js';
import { act, changed, proposed } from './reviews.js';
import { comingTo } from './standing.js';
import { reviewIn, reviewKey } from './state.js';

export const resumeReview = act({
  command: 'resume-review',
  event: 'ReviewResumed',
  version: 1,
  says: 'Takes a deferred review up again.',
  happened: 'A review went on again',
  fields: { review, reason: optional(text, 'Why it goes on.') },
  touches: ({ review: id }) => [reviewKey(id)],
  *meaningless(state, { review: id }) {
    yield* proposed(state, id);
    const { standing = 'not proposed' } = reviewIn(state, id) ?? {};
    if (standing !== 'deferred') {
      yield refuse(
        'review-not-deferred',
        says`Review ${the.review(id)} is ${standing} by then: only a deferred review is resumed`,
      );
    }
  },
  evolve: (state, entry) => changed(state, entry.review, (before) => comingTo('resumed', before, entry)),
  example: { takenOn: '2016-03-21', review: 'legal-services', reason: 'Another option is preferred' },
});
