import type { Changes, Parts } from '#timeline';
import { factOf, type Fact, type PlannedDate } from '../recorded.js';
import { present } from '../rules.js';
import type { ReviewEvent, ReviewStage } from './events.js';
import { authorisationAt } from './gates.js';
import { meaninglessForReview } from './meaningless.js';
import { comesBefore, moves } from './stages.js';
import {
  figuresOf,
  optionPart,
  outlineOf,
  reviewKey,
  reviewPart,
  teamOf,
  type ReviewOption,
  type ReviewPart,
  type StageEntered,
  type StageReached,
  type StandingEntered,
} from './state.js';

/** What an entry makes of a review; nothing where it has no meaning. */
export function evolveReview(state: Parts<ReviewPart>, event: ReviewEvent): Changes<ReviewPart> {
  const key = reviewKey(event.review);
  const review = state.get(key);
  if (meaninglessForReview(review, event)) return [];
  if (event.type === 'ReviewProposed') {
    const { review: id, name, service, phase, tranche, source } = event;
    const fact = factOf(event);
    const proposal = { id, name, service, phase, tranche, proposed: fact, source };
    const start = { stage: 'proposed', stageSince: fact, standing: 'active' } as const;
    const stages = [{ stage: start.stage, ...fact }];
    const stageLog = [{ stage: start.stage, how: 'reached', ...fact } as const];
    const logs = { stages, stageLog, standingLog: [] };
    return [[key, reviewPart({ ...proposal, ...start, ...logs, engagement: [], options: [] })]];
  }
  return review ? [[key, reviewPart({ ...review, ...change(review, event) })]] : [];
}

function change(
  review: ReviewPart,
  event: Exclude<ReviewEvent, { type: 'ReviewProposed' }>,
): Partial<ReviewPart> {
  const fact = factOf(event);
  switch (event.type) {
    case 'ReviewTeamNamed':
      return { team: teamOf(event.members) };
    case 'ServiceUnderstandingRecorded':
      return { understanding: { summary: event.summary, recorded: fact } };
    case 'MarketEngagementRecorded': {
      const { activity, summary, reference } = event;
      const engaged = present({ activity, summary, reference, recorded: fact });
      return { engagement: [...review.engagement, engaged] };
    }
    case 'OptionIdentified': {
      const { option: id, asIs } = event;
      const option = optionPart({ id, ...outlineOf(event), asIs, identified: fact, endorsements: [] });
      return { options: [...review.options, option] };
    }
    case 'OptionAppraised':
      return withOption(review, event.option, (option) => ({
        ...formerAppraisals(option),
        appraisal: { ...figuresOf(event), appraised: fact },
      }));
    case 'OptionRejected':
      return withOption(review, event.option, (option) => ({
        ...formerRejections(option),
        rejection: { reason: event.reason, rejected: fact },
      }));
    case 'OptionEndorsed':
      return withOption(review, event.option, ({ endorsements }) => ({
        endorsements: [...endorsements, { by: event.by, endorsed: fact }],
      }));
    case 'OptionChosen':
      return {
        ...reaching(review, moves[event.type].to, fact, {}, { option: event.option }),
        options: optionsAfterChoice(review, event, fact),
        chosen: { option: event.option, chosen: fact },
      };
    case 'ScopingBriefAgreed':
    case 'OptionsAppraised':
    case 'ReviewCompleted':
      return reaching(review, moves[event.type].to, fact, { summary: event.summary });
    case 'AuthorisedToProceed':
      return reaching(review, moves[event.type].to, fact);
    case 'FullBusinessCaseAuthorised':
      return reaching(review, moves[event.type].to, fact, { portfolio: event.portfolio });
    case 'FullBusinessCaseSubmitted': {
      const authorisation = authorisationAt('submit-full-business-case', review);
      return reaching(review, moves[event.type].to, fact, { summary: event.summary, authorisation });
    }
    case 'ImplementationStarted': {
      const authorisation = authorisationAt('start-implementation', review);
      return reaching(review, moves[event.type].to, fact, { authorisation });
    }
    case 'ReviewReferredBack': {
      const referredBack = { ...fact, ...present({ reason: event.reason, to: event.to }) };
      const { reason, to } = event;
      const how = { how: 'referred-back', reason, ...present({ to }) } as const;
      return { ...reaching(review, moves[event.type].to, fact, {}, how), referredBack };
    }
    case 'ReviewDeferred': {
      const deferredUntil = event.until && { on: event.until.on, precision: event.until.precision };
      return {
        ...standing(review, 'deferred', 'deferred', fact, event.reason, deferredUntil),
        deferredUntil,
      };
    }
    case 'ReviewResumed':
      return standing(review, 'active', 'resumed', fact, event.reason);
    case 'ReviewWithdrawn':
      return standing(review, 'withdrawn', 'withdrawn', fact, event.reason);
    case 'ReviewReopened': {
      const reopened = standing(review, 'active', 'reopened', fact, event.reason);
      const left = review.stages.findLast(({ stage }) => stage !== 'complete');
      return review.stage === 'complete' && left
        ? {
            ...reopened,
            ...reaching(review, left.stage, fact, {}, { how: 'reopened', reason: event.reason }),
          }
        : reopened;
    }
  }
}

/** The standing from a day on, without what was said of the former one; that stays in the log. */
function standing(
  { standingLog }: ReviewPart,
  to: ReviewPart['standing'],
  how: StandingEntered['how'],
  fact: Fact,
  reason: string | undefined,
  until?: PlannedDate,
): Partial<ReviewPart> {
  const entered = { standing: to, how, ...fact, ...present({ reason, until }) };
  return {
    standing: to,
    standingSince: fact,
    standingReason: reason,
    deferredUntil: undefined,
    standingLog: [...standingLog, entered],
  };
}

/** The review at a stage, with what lies beyond it dropped: the later stages, and the choice. The log keeps them. */
function reaching(
  review: ReviewPart,
  stage: ReviewStage,
  fact: Fact,
  said: Partial<Omit<StageReached, 'stage' | keyof Fact>> = {},
  entering: Partial<Pick<StageEntered, 'how' | 'option' | 'reason' | 'to'>> = {},
): Partial<ReviewPart> {
  const { summary, portfolio, authorisation } = said;
  const passed = review.stages.filter((reached) => comesBefore(reached.stage, stage));
  const held = { ...fact, ...present({ summary, portfolio, authorisation }) };
  const { how = 'reached', option, reason, to } = entering;
  return {
    stage,
    stageSince: fact,
    stages: [...passed, { stage, ...held }],
    stageLog: [...review.stageLog, { stage, how, ...held, ...present({ option, reason, to }) }],
    chosen: comesBefore(stage, 'option-chosen') ? undefined : review.chosen,
  };
}

/** The option chosen is no longer rejected; the others are, where a reason comes with the choice. */
function optionsAfterChoice(
  review: ReviewPart,
  { option: chosen, reasons }: Extract<ReviewEvent, { type: 'OptionChosen' }>,
  fact: Fact,
): ReviewOption[] {
  const against = new Map(reasons.map(({ option, reason }) => [option, reason]));
  return review.options.map((option) => {
    if (option.id === chosen) {
      return optionPart({ ...option, ...formerRejections(option), rejection: undefined });
    }
    const reason = against.get(option.id);
    return reason === undefined
      ? option
      : optionPart({ ...option, ...formerRejections(option), rejection: { reason, rejected: fact } });
  });
}

/** What was found of an option so far, kept where it is appraised anew. */
function formerAppraisals({
  appraisal,
  formerAppraisals: former = [],
}: ReviewOption): Pick<ReviewOption, 'formerAppraisals'> {
  return appraisal ? { formerAppraisals: [...former, appraisal] } : {};
}

/** Why an option was rejected so far, kept where it is rejected anew or chosen. */
function formerRejections({
  rejection,
  formerRejections: former = [],
}: ReviewOption): Pick<ReviewOption, 'formerRejections'> {
  return rejection ? { formerRejections: [...former, rejection] } : {};
}

function withOption(
  { options }: ReviewPart,
  id: string,
  change: (option: ReviewOption) => Partial<ReviewOption>,
): Partial<ReviewPart> {
  return {
    options: options.map((option) =>
      option.id === id ? optionPart({ ...option, ...change(option) }) : option,
    ),
  };
}
