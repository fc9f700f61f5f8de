import type { Parts, Refusal } from '#timeline';
import { authorityRead } from '../authority/may-decide.js';
import { gateBreaches, gateReads } from '../decision/gate.js';
import { recordedOf } from '../recorded.js';
import { onDay, present, refuse } from '../rules.js';
import { serviceKey, type ServicePart } from '../service/state.js';
import { firstBreach, isRefusal, permitted, settled, type Decided, type Facts } from '../stream.js';
import { alreadySo, repeats } from './already-so.js';
import type { ReviewCommand } from './commands.js';
import { endorsedByAuthority, withEndorser } from './endorser.js';
import type { ReviewEvent } from './events.js';
import { evolveReview } from './evolve.js';
import { gateOf } from './gates.js';
import { permitsReview } from './permits.js';
import { figuresOf, outlineOf, reviewKey, teamOf, type ReviewPart } from './state.js';

export const reviewRules = {
  evolve: evolveReview,
  permits: permitsReview,
  touches: (event: ReviewEvent) => [reviewKey(event.review)],
};

/**
 * The keys of what a command reads elsewhere: the service that a proposed review is of, who is on record to endorse, the
 * decision that opens a gate.
 */
export function reviewReads(command: ReviewCommand, state?: Parts<ReviewPart>): readonly string[] {
  if (command.type === 'endorse-option') return [authorityRead];
  if (command.type === 'propose-review')
    return command.service === undefined ? [] : [serviceKey(command.service)];
  const gate = gateOf(command, state?.get(reviewKey(command.review)));
  return gate ? gateReads(gate.decision) : [];
}

/**
 * The event that a command about a review comes to, none where it changes nothing, or a refusal. Reads the service that
 * a proposed review is of, whoever endorses an option and the decision that opens a gate from `facts`.
 */
export function decideReview(
  state: Parts<ReviewPart>,
  asked: ReviewCommand,
  facts: Facts,
): Decided<ReviewEvent> {
  const command = withEndorser(asked, facts);
  const review = state.get(reviewKey(command.review));
  const isSo = () => review !== undefined && alreadySo(review, command);
  return settled(judged(state, command, facts), command, { alreadySo: isSo, repeats });
}

function judged(state: Parts<ReviewPart>, command: ReviewCommand, facts: Facts): Decided<ReviewEvent> {
  const gate = gateOf(command, state.get(reviewKey(command.review)));
  const decided = permitted(reviewRules, state, [eventOf(command)]);
  if (isRefusal(decided)) return decided;
  if (gate) return firstBreach(command, gateBreaches(gate, facts)) ?? decided;
  if (command.type !== 'propose-review') return endorsedByAuthority(command, facts, decided);
  return serviceNotThere(command.service, facts) ?? decided;
}

function serviceNotThere(id: string | undefined, facts: Facts): Refusal | undefined {
  if (id === undefined) return undefined;
  const service = facts.get(serviceKey(id)) as ServicePart | undefined;
  if (!service) {
    return refuse(
      'unknown-service',
      `No service ${id} is registered by then: register it first, date this later, or name another`,
    );
  }
  if (!service.withdrawn) return undefined;
  return refuse(
    'service-withdrawn',
    `Service ${id} was withdrawn on ${onDay(service.withdrawn)}: date this earlier, or name another`,
  );
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
      return { ...recorded, type: 'ReviewTeamNamed', members: teamOf(command.members) };
    case 'record-service-understanding':
      return { ...recorded, type: 'ServiceUnderstandingRecorded', summary: command.summary };
    case 'record-market-engagement': {
      const { activity, summary, reference } = command;
      return { ...recorded, type: 'MarketEngagementRecorded', activity, ...present({ summary, reference }) };
    }
    case 'identify-option': {
      const { option, asIs = false } = command;
      return { ...recorded, type: 'OptionIdentified', option, ...outlineOf(command), asIs };
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
      return { ...recorded, type: 'AuthorisedToProceed' };
    case 'submit-full-business-case':
      return { ...recorded, type: 'FullBusinessCaseSubmitted', ...present({ summary: command.summary }) };
    case 'authorise-full-business-case':
      return {
        ...recorded,
        type: 'FullBusinessCaseAuthorised',
        ...present({ portfolio: command.portfolio }),
      };
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
