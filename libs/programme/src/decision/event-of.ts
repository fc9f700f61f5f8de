import { recordedOf } from '../recorded.js';
import { present } from '../rules.js';
import type { DecisionCommand } from './commands.js';
import type { DecisionEvent } from './events.js';
import { contradiction, missingFrom, recordOf } from './record.js';
import { generalExceptionOf, isTaken, noticeOf, specialUrgencyOf, type DecisionPart } from './state.js';

/** The event that a command comes to. */
export function eventOf(decision: DecisionPart | undefined, command: DecisionCommand): DecisionEvent {
  const recorded = { ...recordedOf(command), decision: command.decision };
  switch (command.type) {
    case 'record-decision': {
      const { title, maker } = command;
      return { ...recorded, type: 'DecisionRecorded', title, maker, ...recordOf(command) };
    }
    case 'complete-decision-record': {
      const asked = recordOf(command);
      const missing = isTaken(decision) ? missingFrom(decision, asked) : {};
      // Items that are held with other content stay in, so that the refusal can name them; and where all are held, all.
      const supplied =
        isTaken(decision) && contradiction(decision, asked) === undefined && Object.keys(missing).length > 0
          ? missing
          : asked;
      return { ...recorded, type: 'DecisionRecordCompleted', ...supplied };
    }
    case 'give-key-decision-notice':
      return { ...recorded, type: 'KeyDecisionNoticeGiven', ...noticeOf(command) };
    case 'reissue-key-decision-notice':
      return { ...recorded, type: 'KeyDecisionNoticeReissued', ...noticeOf(command) };
    case 'give-general-exception-notice':
      return { ...recorded, type: 'GeneralExceptionNoticeGiven', ...generalExceptionOf(command) };
    case 'agree-special-urgency':
      return { ...recorded, type: 'SpecialUrgencyAgreed', ...specialUrgencyOf(command) };
    case 'publish-decision':
      return { ...recorded, type: 'DecisionPublished' };
    case 'waive-call-in': {
      const { agreedBy, reason } = command;
      return { ...recorded, type: 'CallInWaived', agreedBy, reason };
    }
    case 'call-in-decision': {
      const { by, grounds } = command;
      return { ...recorded, type: 'DecisionCalledIn', by, grounds };
    }
    case 'record-call-in-outcome': {
      const { outcome, reason } = command;
      return { ...recorded, type: 'CallInConcluded', outcome, ...present({ reason }) };
    }
    case 'confirm-decision':
      return { ...recorded, type: 'DecisionConfirmed', ...present({ reason: command.reason }) };
    case 'amend-decision': {
      const { text, reasons } = command;
      return { ...recorded, type: 'DecisionAmended', text, reasons };
    }
    case 'withdraw-decision':
      return { ...recorded, type: 'DecisionWithdrawn', reason: command.reason };
    case 'rescind-decision': {
      const { reason, rescindedBy } = command;
      return { ...recorded, type: 'DecisionRescinded', reason, ...present({ rescindedBy }) };
    }
    case 'supersede-decision': {
      const { supersededBy, reason } = command;
      return { ...recorded, type: 'DecisionSuperseded', supersededBy, reason };
    }
  }
}
