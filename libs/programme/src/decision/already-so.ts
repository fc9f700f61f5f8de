import { same } from '#timeline';
import { restates } from '../repeated.js';
import type { DecisionCommand } from './commands.js';
import { holds, recordOf } from './record.js';
import {
  generalExceptionOf,
  isTaken,
  noticeOf,
  specialUrgencyOf,
  type DecisionPart,
  type TakenDecision,
} from './state.js';

/** The commands that are already so only where the very entry is on the record. */
export const repeats: ReadonlySet<DecisionCommand['type']> = new Set([
  'record-decision',
  'give-key-decision-notice',
  'give-general-exception-notice',
  'agree-special-urgency',
  'publish-decision',
  'waive-call-in',
  'call-in-decision',
  'record-call-in-outcome',
  'confirm-decision',
  'amend-decision',
  'withdraw-decision',
  'rescind-decision',
  'supersede-decision',
] as const);

/** Whether the record holds already what a command says, so that it changes nothing. */
export function alreadySo(decision: DecisionPart, command: DecisionCommand): boolean {
  const { notice, generalException, specialUrgency, published, callInWaived, callIn } = decision;
  const { reconsidered, withdrawn, rescinded, superseded } = decision;
  switch (command.type) {
    case 'record-decision':
      return isTaken(decision) && alreadyRecorded(decision, command);
    case 'complete-decision-record': {
      const asked = recordOf(command);
      return isTaken(decision) && Object.keys(asked).length > 0 && holds(decision, asked);
    }
    case 'give-key-decision-notice':
      return (
        notice !== undefined &&
        !notice.reissued &&
        restates(notice.given, command) &&
        same(noticeOf(notice), noticeOf(command))
      );
    case 'reissue-key-decision-notice':
      return notice !== undefined && same(noticeOf(notice), noticeOf(command));
    case 'give-general-exception-notice':
      return (
        generalException !== undefined &&
        restates(generalException.given, command) &&
        same(generalExceptionOf(generalException), generalExceptionOf(command))
      );
    case 'agree-special-urgency':
      return (
        specialUrgency !== undefined &&
        restates(specialUrgency.agreed, command) &&
        same(specialUrgencyOf(specialUrgency), specialUrgencyOf(command))
      );
    case 'publish-decision':
      return restates(published, command);
    case 'waive-call-in':
      return (
        restates(callInWaived?.waived, command) &&
        callInWaived?.agreedBy === command.agreedBy &&
        callInWaived.reason === command.reason
      );
    case 'call-in-decision':
      return (
        restates(callIn?.calledIn, command) &&
        callIn?.grounds === command.grounds &&
        same(callIn.by, command.by)
      );
    case 'record-call-in-outcome': {
      const last = callIn?.outcomes.at(-1);
      return (
        restates(last?.concluded, command) &&
        last?.outcome === command.outcome &&
        last.reason === command.reason
      );
    }
    case 'confirm-decision':
      return (
        reconsidered?.how === 'confirmed' &&
        restates(reconsidered.reconsidered, command) &&
        reconsidered.reason === command.reason
      );
    case 'amend-decision':
      return (
        isTaken(decision) &&
        reconsidered?.how === 'amended' &&
        restates(reconsidered.reconsidered, command) &&
        decision.text === command.text &&
        decision.reasons === command.reasons
      );
    case 'withdraw-decision':
      return restates(withdrawn?.withdrawn, command) && withdrawn?.reason === command.reason;
    case 'rescind-decision':
      return (
        restates(rescinded?.rescinded, command) &&
        rescinded?.reason === command.reason &&
        rescinded.by === command.rescindedBy
      );
    case 'supersede-decision':
      return (
        restates(superseded?.superseded, command) &&
        superseded?.reason === command.reason &&
        superseded.by === command.supersededBy
      );
  }
}

function alreadyRecorded(
  decision: TakenDecision,
  command: Extract<DecisionCommand, { type: 'record-decision' }>,
): boolean {
  return (
    restates(decision.recorded, command) &&
    decision.takenOn === command.takenOn &&
    decision.title === command.title &&
    decision.maker === command.maker &&
    holds(decision, command)
  );
}
