import type { Refusal } from '#timeline';
import { refuse } from '../rules.js';
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
      `Options of review ${id} are not appraised by then: ${open.join(', ')}. Appraise each with appraise-option first`,
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
      `Option ${chosen} of review ${id} is not appraised by then: appraise it first with appraise-option`,
    );
  }
}

function missingFromSpectrum({ id, options }: ReviewPart): string | undefined {
  const asIs = options.find((option) => option.asIs);
  const others = options.filter((option) => !option.asIs);
  if (!asIs) {
    return `The service as it is does not stand among the options of review ${id}: identify it with asIs, and appraise it`;
  }
  if (!asIs.appraisal) {
    return `The service as it is, option ${asIs.id} of review ${id}, is not appraised by then: appraise it first with appraise-option`;
  }
  if (others.length === 0) {
    return `Review ${id} has no option besides the service as it is: identify at least one other, and appraise it`;
  }
  if (others.some(({ appraisal }) => appraisal)) return undefined;
  return `No option of review ${id} besides the service as it is, ${asIs.id}, is appraised by then: appraise at least one other first`;
}
