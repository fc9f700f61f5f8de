import { actsOf, onDay, refuse, says, the } from '#acts';
import { same, type Changes, type Parts, type Refusal } from '#timeline';
import { withdrawnBefore } from './standing.js';
import { reviewIn, reviewKey, reviewPart, type ReviewPart } from './state.js';

export type State = Parts<ReviewPart>;

/** An act about a review. */
export const act = actsOf<ReviewPart>();

/** The review is proposed by then. */
export function* proposed(state: State, id: string): Iterable<Refusal> {
  if (!reviewIn(state, id)) {
    yield refuse(
      'review-not-proposed',
      says`No review ${the.review(id)} is proposed by then: propose it first with propose-review, or date this later`,
    );
  }
}

/** The review takes what is added to it: it is neither withdrawn nor complete. */
export function* notOver(state: State, id: string): Iterable<Refusal> {
  const review = reviewIn(state, id);
  if (review?.standing === 'withdrawn') yield withdrawnBefore(review);
  if (review?.stage === 'complete') {
    yield refuse(
      'review-complete',
      says`Review ${the.review(id)} was completed on ${onDay(review.stageSince)}: reopen it first with reopen-review, or date this earlier`,
    );
  }
}

/** A review with some of its members changed; nothing where there is no such review. */
export function changed(
  state: State,
  id: string,
  change: (review: ReviewPart) => Partial<ReviewPart>,
): Changes<ReviewPart> {
  const review = reviewIn(state, id);
  return review ? [[reviewKey(id), reviewPart({ ...review, ...change(review) })]] : [];
}

/** A list with one item more, or as it is where it holds that very item. */
export function including<Item>(items: readonly Item[], item: Item): readonly Item[] {
  return items.some((one) => same(one, item)) ? items : [...items, item];
}
