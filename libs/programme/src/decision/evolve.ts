import type { Changes, Parts } from '#timeline';
import { factOf } from '../recorded.js';
import { present } from '../rules.js';
import type { DecisionEvent } from './events.js';
import { procedureAfter } from './evolve-procedure.js';
import { missingFrom } from './record.js';
import { decisionKey, isTaken, noticedPart, takenPart, type DecisionPart } from './state.js';

export function evolveDecision(state: Parts<DecisionPart>, event: DecisionEvent): Changes<DecisionPart> {
  const key = decisionKey(event.decision);
  const decision = state.get(key);
  switch (event.type) {
    case 'DecisionRecorded': {
      if (isTaken(decision)) return [];
      const { decision: id, precision = 'day' } = event;
      const takenOn = event.takenOn ?? event.effectiveOn;
      return [[key, takenPart({ ...decision, ...event, id, takenOn, precision, recorded: factOf(event) })]];
    }
    case 'DecisionRecordCompleted': {
      if (!isTaken(decision)) return [];
      const supplied = missingFrom(decision, event);
      // What a record holds is never written over, whatever an entry says.
      return Object.keys(supplied).length > 0 ? [[key, takenPart({ ...decision, ...supplied })]] : [];
    }
    case 'DecisionAmended': {
      if (!isTaken(decision) || decision.reconsidered) return [];
      const { text, reasons } = event;
      const { text: oldText, reasons: oldReasons, formerly = [] } = decision;
      const former = present({ text: oldText, reasons: oldReasons, amended: factOf(event) });
      const reconsidered = { how: 'amended' as const, reconsidered: factOf(event) };
      return [
        [key, takenPart({ ...decision, text, reasons, formerly: [...formerly, former], reconsidered })],
      ];
    }
    case 'KeyDecisionNoticeGiven':
    case 'KeyDecisionNoticeReissued':
    case 'GeneralExceptionNoticeGiven':
    case 'SpecialUrgencyAgreed':
    case 'DecisionPublished':
    case 'CallInWaived':
    case 'DecisionCalledIn':
    case 'CallInConcluded':
    case 'DecisionConfirmed':
    case 'DecisionWithdrawn':
    case 'DecisionRescinded':
    case 'DecisionSuperseded': {
      const procedure = procedureAfter(decision, event);
      if (!procedure) return [];
      if (isTaken(decision)) return [[key, takenPart({ ...decision, ...procedure })]];
      return [[key, noticedPart({ id: event.decision, ...decision, ...procedure })]];
    }
  }
}
