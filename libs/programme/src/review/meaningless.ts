import type { Refusal } from '#timeline';
import { onDay, refuse } from '../rules.js';
import type { ReviewEvent } from './events.js';
import { comesNext, moves } from './stages.js';
import { figuresOf, optionOf, type ReviewPart } from './state.js';

type EventOf<Type extends ReviewEvent['type']> = Extract<ReviewEvent, { type: Type }>;

/** Where an entry of a review would record nothing: no exception can give it a meaning. */
export function meaninglessForReview(
  review: ReviewPart | undefined,
  event: ReviewEvent,
): Refusal | undefined {
  const { review: id } = event;
  if (event.type === 'ReviewProposed') {
    return (
      review &&
      refuse(
        'review-already-proposed',
        `Review ${id} was proposed on ${onDay(review.proposed)}: strike that entry to correct it`,
      )
    );
  }
  if (!review) {
    return refuse(
      'review-not-proposed',
      `No review ${id} is proposed by then: propose it first with propose-review, or date this later`,
    );
  }
  switch (event.type) {
    case 'ReviewTeamNamed':
      if (event.members.length > 0) return undefined;
      return refuse('nobody-named', `Name each member of the team of review ${id}, by role: it names nobody`);
    case 'ServiceUnderstandingRecorded':
    case 'MarketEngagementRecorded':
      return undefined;
    case 'OptionIdentified':
      return identifiedBefore(review, event);
    case 'OptionAppraised':
      return notIdentified(review, event.option) ?? nothingAppraised(event);
    case 'OptionRejected':
      return notIdentified(review, event.option) ?? withoutReason([event]);
    case 'OptionEndorsed':
      return notIdentified(review, event.option);
    case 'OptionChosen':
      return meaninglessChoice(review, event);
    case 'ScopingBriefAgreed':
    case 'OptionsAppraised':
    case 'AuthorisedToProceed':
    case 'FullBusinessCaseSubmitted':
    case 'FullBusinessCaseAuthorised':
    case 'ImplementationStarted':
    case 'ReviewCompleted':
    case 'ReviewReferredBack':
      return alreadyThere(review, event);
    case 'ReviewDeferred':
      return review.standing === 'deferred' ? deferredBefore(review) : undefined;
    case 'ReviewResumed':
      if (review.standing === 'deferred') return undefined;
      return refuse(
        'review-not-deferred',
        `Review ${id} is ${review.standing} by then: only a deferred review is resumed`,
      );
    case 'ReviewWithdrawn':
      return review.standing === 'withdrawn' ? withdrawnBefore(review) : undefined;
    case 'ReviewReopened':
      if (review.standing === 'withdrawn' || review.stage === 'complete') return undefined;
      return refuse(
        'review-not-over',
        `Review ${id} is going on by then: only one that is withdrawn or complete is reopened`,
      );
  }
}

/** The refusal of what a withdrawn review does not take. */
export function withdrawnBefore({ id, standingSince }: ReviewPart): Refusal {
  return refuse(
    'review-withdrawn',
    `Review ${id} was withdrawn${since(standingSince)}: reopen it first with reopen-review, or date this earlier`,
  );
}

/** The refusal of what a deferred review does not take. */
export function deferredBefore({ id, standingSince }: ReviewPart): Refusal {
  return refuse(
    'review-deferred',
    `Review ${id} was deferred${since(standingSince)}: resume it first with resume-review, or date this earlier`,
  );
}

const since = (fact: Parameters<typeof onDay>[0] | undefined) => (fact ? ` on ${onDay(fact)}` : '');

function alreadyThere(review: ReviewPart, { type }: EventOf<keyof typeof moves>): Refusal | undefined {
  const { id, stage, stageSince } = review;
  if (stage !== moves[type].to) return undefined;
  return refuse(
    'stage-out-of-order',
    `Review ${id} is at the stage ${stage} already, since ${onDay(stageSince)}: ${comesNext[stage]} comes next, or strike that entry to correct it`,
  );
}

function identifiedBefore(review: ReviewPart, event: EventOf<'OptionIdentified'>): Refusal | undefined {
  const held = optionOf(review, event.option);
  if (held) {
    return refuse(
      'option-already-identified',
      `Option ${held.id} was identified on ${onDay(held.identified)} as "${held.title}": give the new option an id of its own, or strike that entry`,
    );
  }
  const asIs = review.options.find((option) => option.asIs);
  if (!event.asIs || !asIs) return undefined;
  return refuse(
    'as-is-already-identified',
    `Option ${asIs.id} is the service as it is already: there can be one such option, so identify ${event.option} without asIs`,
  );
}

function notIdentified(review: ReviewPart, option: string): Refusal | undefined {
  if (optionOf(review, option)) return undefined;
  return refuse(
    'option-not-identified',
    `No option ${option} of review ${review.id} is identified by then: identify it first, or date this later`,
  );
}

/** An appraisal that finds nothing would stand for one, and the promise of no predetermination would be empty. */
function nothingAppraised(event: EventOf<'OptionAppraised'>): Refusal | undefined {
  if (Object.keys(figuresOf(event)).length > 0) return undefined;
  return refuse(
    'nothing-appraised',
    `Say what the appraisal of option ${event.option} found: a summary, cost, saving, risk or score`,
  );
}

function withoutReason(against: readonly { option: string; reason: string }[]): Refusal | undefined {
  const blank = against.find(({ reason }) => reason.trim() === '');
  return blank && refuse('reason-needed', `Say why option ${blank.option} was rejected: its reason is blank`);
}

function meaninglessChoice(review: ReviewPart, event: EventOf<'OptionChosen'>): Refusal | undefined {
  const { option, reasons } = event;
  const unknown = notIdentified(review, option);
  if (unknown) return unknown;
  if (review.stage === 'option-chosen' && review.chosen?.option === option) {
    return refuse(
      'option-already-chosen',
      `Option ${option} of review ${review.id} was chosen on ${onDay(review.chosen.chosen)}: strike that entry to correct it`,
    );
  }
  const against = new Set<string>();
  for (const { option: other } of reasons) {
    const refusal = notIdentified(review, other);
    if (refusal) return refusal;
    if (other === option) {
      return refuse(
        'reason-against-chosen',
        `Option ${option} is the one chosen: give reasons against the others only`,
      );
    }
    if (against.has(other)) {
      return refuse(
        'reason-twice',
        `Option ${other} has two reasons against it: give one, and all of it there`,
      );
    }
    against.add(other);
  }
  return withoutReason(reasons);
}
