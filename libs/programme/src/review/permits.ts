import type { Parts, Refusal } from '#timeline';
import { onDay, refuse } from '../rules.js';
import { firstBreach } from '../stream.js';
import type { ReviewEvent } from './events.js';
import { deferredBefore, meaninglessForReview, withdrawnBefore } from './meaningless.js';
import { comesNext, moves, type Move } from './stages.js';
import { reviewKey, type ReviewPart } from './state.js';

/** Why an entry of a review cannot stand where it is dated, if it cannot. */
export function permitsReview(state: Parts<ReviewPart>, event: ReviewEvent): Refusal | undefined {
  const review = state.get(reviewKey(event.review));
  return meaninglessForReview(review, event) ?? firstBreach(event, breaches(review, event));
}

function* breaches(review: ReviewPart | undefined, event: ReviewEvent): Iterable<Refusal> {
  if (!review) return;
  switch (event.type) {
    case 'ReviewProposed':
    case 'ReviewResumed':
    case 'ReviewReopened':
      return;
    case 'ReviewTeamNamed':
    case 'ServiceUnderstandingRecorded':
    case 'MarketEngagementRecorded':
    case 'OptionIdentified':
    case 'OptionAppraised':
    case 'OptionRejected':
    case 'OptionEndorsed':
    case 'ReviewWithdrawn':
      yield* over(review);
      return;
    case 'ReviewDeferred':
      yield* over(review);
      if (event.until && event.until.on < event.effectiveOn) {
        yield refuse(
          'deferral-reversed',
          `Review ${review.id} would be deferred until ${onDay(event.until)}, before the deferral itself: give a later day, or leave it out`,
        );
      }
      return;
    case 'OptionsAppraised':
      yield* outOfOrder(review, moves[event.type]);
      yield* notAppraised(review);
      return;
    case 'OptionChosen':
      yield* outOfOrder(review, moves[event.type]);
      yield* predetermined(review, event.option);
      yield* withoutReason(review, event);
      return;
    case 'ScopingBriefAgreed':
    case 'AuthorisedToProceed':
    case 'FullBusinessCaseSubmitted':
    case 'FullBusinessCaseAuthorised':
    case 'ImplementationStarted':
    case 'ReviewCompleted':
    case 'ReviewReferredBack':
      yield* outOfOrder(review, moves[event.type]);
      return;
  }
}

function* over(review: ReviewPart): Iterable<Refusal> {
  if (review.standing === 'withdrawn') yield withdrawnBefore(review);
  if (review.stage === 'complete') {
    yield refuse(
      'review-complete',
      `Review ${review.id} was completed on ${onDay(review.stageSince)}: reopen it first with reopen-review, or date this earlier`,
    );
  }
}

function* outOfOrder(review: ReviewPart, { to, from }: Move): Iterable<Refusal> {
  const { id, stage, stageSince, standing } = review;
  if (standing === 'withdrawn') yield withdrawnBefore(review);
  if (standing === 'deferred') yield deferredBefore(review);
  if (!from.includes(stage)) {
    yield refuse(
      'stage-out-of-order',
      `Review ${id} is at the stage ${stage} by then, since ${onDay(stageSince)}, and cannot go on to ${to} from there: ${comesNext[stage]} comes next`,
    );
  }
}

/** The spectrum of options is whole: the service as it is, at least one other, and every one of them appraised. */
function* notAppraised(review: ReviewPart): Iterable<Refusal> {
  const missing = missingFromSpectrum(review);
  const open = review.options.filter(({ appraisal }) => !appraisal).map(({ id }) => id);
  if (missing !== undefined) yield refuse('spectrum-not-appraised', missing);
  else if (open.length > 0) {
    yield refuse(
      'spectrum-not-appraised',
      `Options of review ${review.id} are not appraised by then: ${open.join(', ')}. Appraise each with appraise-option first`,
    );
  }
}

/** The council's own promise: no form is chosen before the service as it is and another have each been appraised. */
function* predetermined(review: ReviewPart, chosen: string): Iterable<Refusal> {
  const missing = missingFromSpectrum(review);
  if (missing !== undefined) yield refuse('no-predetermination', missing);
  else if (!review.options.some(({ id, appraisal }) => id === chosen && appraisal)) {
    yield refuse(
      'no-predetermination',
      `Option ${chosen} of review ${review.id} is not appraised by then: appraise it first with appraise-option`,
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

/** The option chosen before lost its rejection when it was chosen, so it needs a reason like every other. */
function* withoutReason(
  { options }: ReviewPart,
  event: Extract<ReviewEvent, { type: 'OptionChosen' }>,
): Iterable<Refusal> {
  const reasoned = new Set([event.option, ...event.reasons.map(({ option }) => option)]);
  const open = options.filter(({ id, rejection }) => !rejection && !reasoned.has(id)).map(({ id }) => id);
  if (open.length === 0) return;
  yield refuse(
    'option-without-reason',
    `Say why each option was not chosen: there is no reason yet against ${open.join(', ')}. Give it with the choice, or reject it first`,
  );
}
