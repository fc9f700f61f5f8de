import { listed, refuse, says, the } from '#acts';
import type { Refusal, Saying } from '#timeline';
import type { State } from './reviews.js';
import { reviewIn, type ReviewPart } from './state.js';

/** The spectrum of options is whole: the service as it is, at least one other, and every one of them appraised. */
export function* spectrumAppraised(state: State, id: string): Iterable<Refusal> {
  const review = reviewIn(state, id);
  if (!review) return;
  const missing = missingFromSpectrum(review);
  const open = review.options.filter(({ appraisal }) => !appraisal).map((option) => option.id);
  if (missing !== undefined) yield refuse('spectrum-not-appraised', missing);
  else if (open.length > 0) {
    yield refuse(
      'spectrum-not-appraised',
      says`Options of review ${the.review(id)} are not appraised by then: ${listed(
        open.map((one) => the.option(one, id)),
        ', ',
      )}. Appraise each with appraise-option first`,
    );
  }
}

/** The council's own promise: no form is chosen before the service as it is and another have each been appraised. */
export function* notPredetermined(state: State, id: string, chosen: string): Iterable<Refusal> {
  const review = reviewIn(state, id);
  if (!review) return;
  const missing = missingFromSpectrum(review);
  if (missing !== undefined) yield refuse('no-predetermination', missing);
  else if (!review.options.some((option) => option.id === chosen && option.appraisal)) {
    yield refuse(
      'no-predetermination',
      says`Option ${the.option(chosen, id)} of review ${the.review(id)} is not appraised by then: appraise it first with appraise-option`,
    );
  }
}

function missingFromSpectrum({ id, options }: ReviewPart): Saying | undefined {
  const asIs = options.find((option) => option.asIs);
  const others = options.filter((option) => !option.asIs);
  if (!asIs) {
    return says`The service as it is does not stand among the options of review ${the.review(id)}: identify it with asIs, and appraise it`;
  }
  if (!asIs.appraisal) {
    return says`The service as it is, option ${the.option(asIs.id, id)} of review ${the.review(id)}, is not appraised by then: appraise it first with appraise-option`;
  }
  if (others.length === 0) {
    return says`Review ${the.review(id)} has no option besides the service as it is: identify at least one other, and appraise it`;
  }
  if (others.some(({ appraisal }) => appraisal)) return undefined;
  return says`No option of review ${the.review(id)} besides the service as it is, ${the.option(asIs.id, id)}, is appraised by then: appraise at least one other first`;
}
