import { same, type Parts } from '#timeline';
import { recordedOf } from '../recorded.js';
import { present, refuse } from '../rules.js';
import { serviceKey, type ServicePart } from '../service/state.js';
import { permitted, type Decided, type Facts } from '../stream.js';
import type { ReviewCommand } from './commands.js';
import type { ReviewEvent, ReviewStage } from './events.js';
import { evolveReview, figuresOf } from './evolve.js';
import { permitsReview } from './permits.js';
import { reviewKey, type ReviewPart } from './state.js';

export const reviewRules = {
  evolve: evolveReview,
  permits: permitsReview,
  touches: (event: ReviewEvent) => [reviewKey(event.review)],
};

export function reviewReads(command: ReviewCommand): readonly string[] {
  return command.type === 'propose-review' && command.service !== undefined
    ? [serviceKey(command.service)]
    : [];
}

export function decideReview(
  state: Parts<ReviewPart>,
  command: ReviewCommand,
  facts: Facts,
): Decided<ReviewEvent> {
  const review = state.get(reviewKey(command.review));
  if (review && alreadySo(review, command)) return [];
  if (command.type === 'propose-review' && command.service !== undefined) {
    const service = facts.get(serviceKey(command.service)) as ServicePart | undefined;
    if (!service) {
      return refuse(
        'unknown-service',
        `No service ${command.service} is registered by then: register it first, date this later, or name another`,
      );
    }
  }
  return permitted(reviewRules, state, [eventOf(command)]);
}

/** The stage that a command leads to, where a second time on the same day would change nothing. */
const leadsTo: Readonly<Partial<Record<ReviewCommand['type'], ReviewStage>>> = {
  'agree-scoping-brief': 'brief-agreed',
  'conclude-appraisal': 'options-appraised',
  'authorise-to-proceed': 'authorised-to-proceed',
  'submit-full-business-case': 'full-case-submitted',
  'authorise-full-business-case': 'full-case-authorised',
  'start-implementation': 'implementing',
  'complete-review': 'complete',
};

function alreadySo(review: ReviewPart, command: ReviewCommand): boolean {
  const stage = leadsTo[command.type];
  if (stage !== undefined) return review.stage === stage && review.stageSince.on === command.effectiveOn;
  const on = command.effectiveOn;
  if (command.type === 'propose-review') {
    const { name, service, phase, tranche } = command;
    return (
      review.proposed.on === on &&
      same(
        { name, ...present({ service, phase, tranche }) },
        {
          name: review.name,
          ...present({ service: review.service, phase: review.phase, tranche: review.tranche }),
        },
      )
    );
  }
  if (command.type === 'name-review-team') return same(review.team, command.members);
  if (command.type === 'record-service-understanding')
    return review.understanding?.summary === command.summary;
  if (command.type === 'record-market-engagement') {
    const { activity, summary, reference } = command;
    return review.engagement.some(
      ({ recorded, ...engaged }) =>
        recorded.on === on && same(engaged, { activity, ...present({ summary, reference }) }),
    );
  }
  if (command.type === 'defer-review')
    return review.standing === 'deferred' && review.standingSince?.on === on;
  if (command.type === 'withdraw-review')
    return review.standing === 'withdrawn' && review.standingSince?.on === on;
  if (command.type === 'choose-option') {
    return (
      review.stage === 'option-chosen' &&
      review.chosen?.option === command.option &&
      review.chosen.chosen.on === on
    );
  }
  return saidOfOption(review, command);
}

function saidOfOption(review: ReviewPart, command: ReviewCommand): boolean {
  const option = 'option' in command ? review.options.find(({ id }) => id === command.option) : undefined;
  if (!option) return false;
  if (command.type === 'identify-option') {
    const { title, scope, part, model, provider, sector, asIs = false } = command;
    const said = { title, scope, model, asIs, ...present({ part, provider, sector }) };
    const held = {
      title: option.title,
      scope: option.scope,
      model: option.model,
      asIs: option.asIs,
      ...present({ part: option.part, provider: option.provider, sector: option.sector }),
    };
    return same(said, held);
  }
  if (command.type === 'appraise-option') {
    return option.appraisal !== undefined && same(figuresOf(option.appraisal), figuresOf(command));
  }
  if (command.type === 'reject-option') return option.rejection?.reason === command.reason;
  if (command.type === 'endorse-option') {
    return option.endorsements.some(
      ({ by, endorsed }) => by === command.by && endorsed.on === command.effectiveOn,
    );
  }
  return false;
}

function eventOf(command: ReviewCommand): ReviewEvent {
  const recorded = { ...recordedOf(command), review: command.review };
  switch (command.type) {
    case 'propose-review': {
      const { name, service, phase, tranche } = command;
      return { ...recorded, type: 'ReviewProposed', name, ...present({ service, phase, tranche }) };
    }
    case 'agree-scoping-brief':
      return { ...recorded, type: 'ScopingBriefAgreed', ...present({ summary: command.summary }) };
    case 'name-review-team':
      return { ...recorded, type: 'ReviewTeamNamed', members: command.members };
    case 'record-service-understanding':
      return { ...recorded, type: 'ServiceUnderstandingRecorded', summary: command.summary };
    case 'record-market-engagement': {
      const { activity, summary, reference } = command;
      return { ...recorded, type: 'MarketEngagementRecorded', activity, ...present({ summary, reference }) };
    }
    case 'identify-option': {
      const { option, title, scope, part, model, provider, sector, asIs = false } = command;
      const outline = { title, scope, model, ...present({ part, provider, sector }) };
      return { ...recorded, type: 'OptionIdentified', option, ...outline, asIs };
    }
    case 'appraise-option':
      return { ...recorded, type: 'OptionAppraised', option: command.option, ...figuresOf(command) };
    case 'reject-option':
      return { ...recorded, type: 'OptionRejected', option: command.option, reason: command.reason };
    case 'endorse-option':
      return { ...recorded, type: 'OptionEndorsed', option: command.option, by: command.by };
    case 'conclude-appraisal':
      return { ...recorded, type: 'OptionsAppraised', ...present({ summary: command.summary }) };
    case 'choose-option':
      return { ...recorded, type: 'OptionChosen', option: command.option, reasons: command.reasons ?? [] };
    case 'authorise-to-proceed':
      return { ...recorded, type: 'AuthorisedToProceed', ...present({ by: command.by }) };
    case 'submit-full-business-case':
      return { ...recorded, type: 'FullBusinessCaseSubmitted', ...present({ summary: command.summary }) };
    case 'authorise-full-business-case':
      return { ...recorded, type: 'FullBusinessCaseAuthorised', ...present({ by: command.by }) };
    case 'start-implementation':
      return { ...recorded, type: 'ImplementationStarted' };
    case 'complete-review':
      return { ...recorded, type: 'ReviewCompleted', ...present({ summary: command.summary }) };
    case 'defer-review':
      return {
        ...recorded,
        type: 'ReviewDeferred',
        reason: command.reason,
        ...present({ until: command.until }),
      };
    case 'resume-review':
      return { ...recorded, type: 'ReviewResumed', ...present({ reason: command.reason }) };
    case 'refer-review-back':
      return {
        ...recorded,
        type: 'ReviewReferredBack',
        reason: command.reason,
        ...present({ to: command.to }),
      };
    case 'withdraw-review':
      return { ...recorded, type: 'ReviewWithdrawn', reason: command.reason };
    case 'reopen-review':
      return { ...recorded, type: 'ReviewReopened', reason: command.reason };
  }
}
