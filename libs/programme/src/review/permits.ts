import type { Parts, Refusal } from '#timeline';
import { onDay, refuse } from '../rules.js';
import { firstBreach } from '../stream.js';
import { reviewStages, type ReviewEvent, type ReviewStage } from './events.js';
import { reviewKey, type ReviewOption, type ReviewPart } from './state.js';

export function permitsReview(state: Parts<ReviewPart>, event: ReviewEvent): Refusal | undefined {
  return firstBreach(event, breaches(state.get(reviewKey(event.review)), event));
}

/** The command that leads on from each stage. */
const comesNext: Readonly<Record<ReviewStage, string>> = {
  proposed: 'agree-scoping-brief',
  'brief-agreed': 'conclude-appraisal',
  'options-appraised': 'choose-option',
  'option-chosen': 'authorise-to-proceed',
  'authorised-to-proceed': 'submit-full-business-case',
  'full-case-submitted': 'authorise-full-business-case',
  'full-case-authorised': 'start-implementation',
  implementing: 'complete-review',
  complete: 'reopen-review',
};

function* breaches(review: ReviewPart | undefined, event: ReviewEvent): Iterable<Refusal> {
  if (event.type === 'ReviewProposed') {
    if (review) {
      yield refuse(
        'review-already-proposed',
        `Review ${event.review} was proposed on ${onDay(review.proposed)}: strike that entry to correct it`,
      );
    }
    return;
  }
  if (!review) {
    yield refuse(
      'review-not-proposed',
      `No review ${event.review} is proposed by then: propose it first, or date this later`,
    );
    return;
  }
  switch (event.type) {
    case 'ReviewTeamNamed':
    case 'ServiceUnderstandingRecorded':
    case 'MarketEngagementRecorded':
      yield* notOver(review);
      return;
    case 'OptionIdentified':
      yield* notOver(review);
      if (review.options.some(({ id }) => id === event.option)) {
        yield refuse(
          'option-already-identified',
          `Option ${event.option} is identified already: give the new option an id of its own, or strike that entry`,
        );
      }
      if (event.asIs && review.options.some(({ asIs }) => asIs)) {
        yield refuse(
          'as-is-already-identified',
          'The service as it is stands among the options already: there can be one such option',
        );
      }
      return;
    case 'OptionAppraised':
    case 'OptionRejected':
    case 'OptionEndorsed':
      yield* notOver(review);
      yield* identified(review, event.option);
      return;
    case 'ScopingBriefAgreed':
      yield* moves(review, ['proposed']);
      return;
    case 'OptionsAppraised':
      yield* moves(review, ['brief-agreed']);
      yield* spectrum(review, 'spectrum-not-appraised');
      return;
    case 'OptionChosen':
      yield* moves(review, reviewStages.slice(2, -1));
      yield* spectrum(review, 'no-predetermination');
      yield* choice(review, event);
      return;
    case 'AuthorisedToProceed':
      yield* moves(review, ['option-chosen']);
      return;
    case 'FullBusinessCaseSubmitted':
      yield* moves(review, ['authorised-to-proceed']);
      return;
    case 'FullBusinessCaseAuthorised':
      yield* moves(review, ['full-case-submitted']);
      return;
    case 'ImplementationStarted':
      yield* moves(review, ['full-case-authorised']);
      return;
    case 'ReviewCompleted':
      yield* moves(review, ['implementing']);
      return;
    case 'ReviewReferredBack':
      yield* moves(review, reviewStages.slice(2, -1));
      return;
    case 'ReviewDeferred':
      yield* standing(review);
      if (review.stage === 'complete') yield over(review);
      return;
    case 'ReviewResumed':
      if (review.standing !== 'deferred') {
        yield refuse(
          'review-not-deferred',
          `Review ${review.id} is ${review.standing} by then: only a deferred review is resumed`,
        );
      }
      return;
    case 'ReviewWithdrawn':
      if (review.standing === 'withdrawn') yield withdrawn(review);
      if (review.stage === 'complete') yield over(review);
      return;
    case 'ReviewReopened':
      if (review.standing !== 'withdrawn' && review.stage !== 'complete') {
        yield refuse(
          'review-not-over',
          `Review ${review.id} is going on by then: only one that is withdrawn or complete is reopened`,
        );
      }
  }
}

const withdrawn = ({ id, standingSince }: ReviewPart): Refusal =>
  refuse(
    'review-withdrawn',
    `Review ${id} was withdrawn${standingSince ? ` on ${onDay(standingSince)}` : ''}: reopen it first, or date this earlier`,
  );

const over = ({ id, stageSince }: ReviewPart): Refusal =>
  refuse(
    'review-complete',
    `Review ${id} was completed on ${onDay(stageSince)}: reopen it first, or date this earlier`,
  );

function* notOver(review: ReviewPart): Iterable<Refusal> {
  if (review.standing === 'withdrawn') yield withdrawn(review);
  if (review.stage === 'complete') yield over(review);
}

function* standing(review: ReviewPart): Iterable<Refusal> {
  if (review.standing === 'withdrawn') yield withdrawn(review);
  if (review.standing === 'deferred') {
    const since = review.standingSince ? ` on ${onDay(review.standingSince)}` : '';
    yield refuse(
      'review-deferred',
      `Review ${review.id} was deferred${since}: resume it first, or date this earlier`,
    );
  }
}

function* moves(review: ReviewPart, from: readonly ReviewStage[]): Iterable<Refusal> {
  yield* standing(review);
  if (from.includes(review.stage)) return;
  yield refuse(
    'stage-out-of-order',
    `Review ${review.id} is at the stage ${review.stage} by then, since ${onDay(review.stageSince)}: ${comesNext[review.stage]} comes next`,
  );
}

function* identified(review: ReviewPart, option: string): Iterable<Refusal> {
  if (review.options.some(({ id }) => id === option)) return;
  yield refuse(
    'option-not-identified',
    `No option ${option} of review ${review.id} is identified by then: identify it first, or date this later`,
  );
}

/** The council's own promise: no form is chosen before the service as it is and another have each been appraised. */
function* spectrum(
  review: ReviewPart,
  rule: 'spectrum-not-appraised' | 'no-predetermination',
): Iterable<Refusal> {
  const asIs = review.options.find((option) => option.asIs);
  const unappraised = review.options.filter(({ appraisal }) => !appraisal).map(({ id }) => id);
  if (!asIs) {
    yield refuse(
      rule,
      `The service as it is does not stand among the options of review ${review.id}: identify it with asIs, and appraise it`,
    );
  } else if (review.options.length < 2) {
    yield refuse(
      rule,
      `Review ${review.id} has no option besides the service as it is: identify at least one other, and appraise it`,
    );
  } else if (unappraised.length > 0) {
    yield refuse(
      rule,
      `Options of review ${review.id} are not appraised by then: ${unappraised.join(', ')}. Appraise them first`,
    );
  }
}

function* choice(
  review: ReviewPart,
  event: Extract<ReviewEvent, { type: 'OptionChosen' }>,
): Iterable<Refusal> {
  yield* identified(review, event.option);
  for (const { option } of event.reasons) yield* identified(review, option);
  const given = new Set(event.reasons.map(({ option }) => option));
  if (given.has(event.option)) {
    yield refuse(
      'reason-against-chosen',
      `Option ${event.option} is the one chosen: give reasons against the others only`,
    );
  }
  const unreasoned = review.options.filter(
    (option) => needsReason(review, option, event.option) && !given.has(option.id),
  );
  if (unreasoned.length > 0) {
    const ids = unreasoned.map(({ id }) => id).join(', ');
    yield refuse(
      'option-without-reason',
      `Say why each option was not chosen: there is no reason yet against ${ids}`,
    );
  }
}

/** The option chosen before needs a reason now; every other one has its earlier rejection. */
function needsReason(review: ReviewPart, option: ReviewOption, chosen: string): boolean {
  if (option.id === chosen) return false;
  return option.id === review.chosen?.option || option.rejection === undefined;
}
