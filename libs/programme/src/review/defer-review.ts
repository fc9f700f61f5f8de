import { onDay, refuse, says, the } from '#acts';
import { optional, plannedEnd, required, text } from '#fields';
import { review } from './review-fields.js';
import { act, changed, notOver, proposed } from './reviews.js';
import { comingTo, deferredBefore } from './standing.js';
import { reviewIn, reviewKey } from './state.js';

export const deferReview = act({
  command: 'defer-review',
  event: 'ReviewDeferred',
  version: 1,
  says: 'Puts the review on hold.',
  happened: 'A review was deferred',
  fields: {
    review,
    reason: required(text, 'Why it is deferred.'),
    until: optional(plannedEnd, 'Until when; a month or a year stands for its last day.'),
  },
  touches: ({ review: id }) => [reviewKey(id)],
  *meaningless(state, { review: id }) {
    yield* proposed(state, id);
    const before = reviewIn(state, id);
    if (before?.standing === 'deferred') yield deferredBefore(before);
  },
  *breaches(state, { review: id, until, effectiveOn }) {
    yield* notOver(state, id);
    if (until && until.on < effectiveOn) {
      yield refuse(
        'deferral-reversed',
        says`Review ${the.review(id)} would be deferred until ${onDay(until)}, before the deferral itself: give a later day, or leave it out`,
      );
    }
  },
  evolve(state, entry) {
    const until = entry.until && { on: entry.until.on, precision: entry.until.precision };
    return changed(state, entry.review, (before) => comingTo('deferred', before, entry, until));
  },
  example: {
    takenOn: '2015-09-18',
    review: 'legal-services',
    reason: 'One bidder is left',
    until: '2016-03',
  },
});
