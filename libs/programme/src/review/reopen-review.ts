import { refuse, says, the } from '#acts';
import { required, text } from '#fields';
import { reaching } from './moves.js';
import { review } from './review-fields.js';
import { act, changed, proposed } from './reviews.js';
import { comingTo } from './standing.js';
import { reviewIn, reviewKey } from './state.js';

export const reopenReview = act({
  command: 'reopen-review',
  event: 'ReviewReopened',
  version: 1,
  says: 'Reopens a review at the stage it was left at.',
  happened: 'A review was opened again',
  fields: { review, reason: required(text, 'Why it is opened again.') },
  touches: ({ review: id }) => [reviewKey(id)],
  *meaningless(state, { review: id }) {
    yield* proposed(state, id);
    const { standing, stage } = reviewIn(state, id) ?? {};
    if (standing !== 'withdrawn' && stage !== 'complete') {
      yield refuse(
        'review-not-over',
        says`Review ${the.review(id)} is going on by then: only one that is withdrawn or complete is reopened`,
      );
    }
  },
  evolve: (state, entry) =>
    changed(state, entry.review, (before) => {
      const left = before.stages.findLast(({ stage }) => stage !== 'complete');
      const entering = { how: 'reopened', reason: entry.reason } as const;
      return {
        ...comingTo('reopened', before, entry),
        ...(before.stage === 'complete' && left && reaching(before, entry, left.stage, {}, entering)),
      };
    }),
  example: { takenOn: '2016-03-17', review: 'edukent', reason: 'Its scope is settled' },
});
