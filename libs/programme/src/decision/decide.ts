import { shortDate } from '#calendar';
import type { Parts, Refusal } from '#timeline';
import { settingKey } from '../programme/state.js';
import { refuse } from '../rules.js';
import { firstBreach, isRefusal, permitted, settled, type Decided, type Facts } from '../stream.js';
import { alreadySo, repeats } from './already-so.js';
import { callInWindow } from './call-in-window.js';
import type { DecisionCommand } from './commands.js';
import { settingsIn } from './council-clocks.js';
import { eventOf } from './event-of.js';
import type { DecisionEvent } from './events.js';
import { evolveDecision } from './evolve.js';
import { advises, makerBreaches, makerRead, powerBreaches, withMaker } from './maker.js';
import { noticeTooShort, takenDay } from './notice-clock.js';
import { permitsDecision } from './permits.js';
import { decisionKey, isTaken, type DecisionPart } from './state.js';

export const decisionRules = {
  evolve: evolveDecision,
  permits: permitsDecision,
  touches: (event: DecisionEvent) => [decisionKey(event.decision)],
};

/**
 * The keys of what a command reads elsewhere: who could decide what, the council's settings where days are counted, and
 * the decision by which another falls.
 */
export function decisionReads(command: DecisionCommand): readonly string[] {
  switch (command.type) {
    case 'record-decision':
      return command.key === true ? [makerRead, settingKey('notice-clear-days')] : [makerRead];
    case 'complete-decision-record':
      return [
        ...(command.power === undefined ? [] : [makerRead]),
        ...(command.key === true ? [settingKey('notice-clear-days')] : []),
      ];
    case 'call-in-decision':
      return [settingKey('call-in-clear-days')];
    case 'rescind-decision':
      return command.rescindedBy === undefined ? [] : [decisionKey(command.rescindedBy)];
    case 'supersede-decision':
      return [decisionKey(command.supersededBy)];
    case 'give-key-decision-notice':
    case 'reissue-key-decision-notice':
    case 'give-general-exception-notice':
    case 'agree-special-urgency':
    case 'publish-decision':
    case 'waive-call-in':
    case 'record-call-in-outcome':
    case 'confirm-decision':
    case 'amend-decision':
    case 'withdraw-decision':
      return [];
  }
}

/**
 * The event that a command about a decision comes to, none where it changes nothing, or a refusal. Reads who could decide
 * what on the day it was taken, the council's settings as at the day that is judged, and the decision by which another
 * falls, from `facts`.
 */
export function decideDecision(
  state: Parts<DecisionPart>,
  command: DecisionCommand,
  facts: Facts,
): Decided<DecisionEvent> {
  const decision = state.get(decisionKey(command.decision));
  const asked = withMaker(command, facts);
  const isSo = () => decision !== undefined && (alreadySo(decision, asked) || alreadySo(decision, command));
  return settled(judged(state, asked, facts), command, { alreadySo: isSo, repeats });
}

function judged(state: Parts<DecisionPart>, asked: DecisionCommand, facts: Facts): Decided<DecisionEvent> {
  const decision = state.get(decisionKey(asked.decision));
  const event = eventOf(decision, asked);
  const decided = permitted(decisionRules, state, [event]);
  if (isRefusal(decided)) return decided;
  const breaches = [...breachesElsewhere(decision, asked, facts)];
  return breaches.find(advises) ?? firstBreach(event, breaches) ?? decided;
}

/** The rules that read facts from other streams; an entry that was minuted or reconstructed may set them aside. */
function* breachesElsewhere(
  decision: DecisionPart | undefined,
  command: DecisionCommand,
  facts: Facts,
): Iterable<Refusal> {
  const settings = settingsIn(facts);
  switch (command.type) {
    case 'record-decision': {
      yield* makerBreaches(command, facts);
      const { key, takenOn, precision = 'day' } = command;
      if (key !== true || takenOn === undefined || !decision) return;
      yield* noticeTooShort(decision, { on: takenOn, precision }, settings);
      return;
    }
    case 'complete-decision-record':
      if (command.power !== undefined && isTaken(decision) && decision.power === undefined) {
        yield* powerBreaches(decision, command.power, facts);
      }
      if (command.key === true && isTaken(decision) && decision.key === undefined) {
        yield* noticeTooShort(decision, takenDay(decision), settings);
      }
      return;
    case 'call-in-decision': {
      if (!decision?.published) return;
      const { set, lastDay, because } = callInWindow(decision.published, settings);
      // Of a window that nobody has set it is not known whether it was over: being called in says that it was not.
      if (!set || lastDay === undefined || command.effectiveOn <= lastDay) return;
      yield refuse(
        'outside-call-in-window',
        `Decision ${command.decision} was to be called in on ${shortDate(command.effectiveOn)}, and that is outside its window: ${because}. Date it within the window, or correct the publication or the council's setting`,
      );
      return;
    }
    case 'rescind-decision':
      if (command.rescindedBy !== undefined) yield* notThere(command.rescindedBy, facts);
      return;
    case 'supersede-decision':
      yield* notThere(command.supersededBy, facts);
      return;
    case 'give-key-decision-notice':
    case 'reissue-key-decision-notice':
    case 'give-general-exception-notice':
    case 'agree-special-urgency':
    case 'publish-decision':
    case 'waive-call-in':
    case 'record-call-in-outcome':
    case 'confirm-decision':
    case 'amend-decision':
    case 'withdraw-decision':
      return;
  }
}

function* notThere(id: string, facts: Facts): Iterable<Refusal> {
  if (isTaken(facts.get(decisionKey(id)))) return;
  yield refuse(
    'unknown-decision',
    `No decision ${id} is on the record by then: record it first with record-decision, date this later, or correct its id`,
  );
}
