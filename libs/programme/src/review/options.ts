import { refuse, says, the } from '#acts';
import type { Changes, Refusal } from '#timeline';
import type { OptionReason } from './option-fields.js';
import { changed, proposed, type State } from './reviews.js';
import { optionOf, optionPart, reviewIn, type ReviewOption, type ReviewPart } from './state.js';

/** The review is proposed, and the option is identified in it. */
export function* identified(state: State, id: string, option: string): Iterable<Refusal> {
  yield* proposed(state, id);
  const review = reviewIn(state, id);
  if (review && !optionOf(review, option)) {
    yield refuse(
      'option-not-identified',
      says`No option ${the.option(option, id)} of review ${the.review(id)} is identified by then: identify it first, or date this later`,
    );
  }
}

/** What is said against options says something. */
export function* reasoned(review: string, against: readonly OptionReason[]): Iterable<Refusal> {
  const blank = against.find(({ reason }) => reason.trim() === '');
  if (blank) {
    yield refuse(
      'reason-needed',
      says`Say why option ${the.option(blank.option, review)} was rejected: its reason is blank`,
    );
  }
}

/** A review with some members of one of its options changed. */
export function optionChanged(
  state: State,
  id: string,
  option: string,
  change: (option: ReviewOption) => Partial<ReviewOption>,
): Changes<ReviewPart> {
  return changed(state, id, ({ options }) => ({
    options: options.map((one) => (one.id === option ? optionPart({ ...one, ...change(one) }) : one)),
  }));
}

/** Why an option was rejected so far, kept where it is rejected anew or chosen. */
export function formerRejections({
  rejection,
  formerRejections: former = [],
}: ReviewOption): Pick<ReviewOption, 'formerRejections'> {
  return rejection ? { formerRejections: [...former, rejection] } : {};
}
