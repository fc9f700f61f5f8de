import { factOf } from '../recorded.js';
import { present } from '../rules.js';
import type { ProcedureEvent } from './procedure.js';
import {
  generalExceptionOf,
  isTaken,
  noticeOf,
  specialUrgencyOf,
  type DecisionPart,
  type DecisionProcedure,
} from './state.js';

/** What an entry adds to the procedure of a decision, or nothing where it makes no sense there. */
export function procedureAfter(
  decision: DecisionPart | undefined,
  event: Exclude<ProcedureEvent, { type: 'DecisionAmended' }>,
): DecisionProcedure | undefined {
  const fact = factOf(event);
  switch (event.type) {
    case 'KeyDecisionNoticeGiven':
      return decision?.notice ? undefined : { notice: { ...noticeOf(event), given: fact } };
    case 'KeyDecisionNoticeReissued': {
      if (!decision?.notice) return undefined;
      const { given, formerly = [] } = decision.notice;
      const former = { ...noticeOf(decision.notice), reissued: fact };
      return { notice: { ...noticeOf(event), given, reissued: fact, formerly: [...formerly, former] } };
    }
    case 'GeneralExceptionNoticeGiven':
      if (decision?.generalException) return undefined;
      return { generalException: { ...generalExceptionOf(event), given: fact } };
    case 'SpecialUrgencyAgreed':
      if (decision?.specialUrgency) return undefined;
      return { specialUrgency: { ...specialUrgencyOf(event), agreed: fact } };
    case 'DecisionPublished':
      return isTaken(decision) && !decision.published ? { published: fact } : undefined;
    case 'CallInWaived': {
      const { agreedBy, reason } = event;
      return decision?.callInWaived ? undefined : { callInWaived: { agreedBy, reason, waived: fact } };
    }
    case 'DecisionCalledIn': {
      const { by, grounds } = event;
      if (!isTaken(decision) || decision.callIn) return undefined;
      return { callIn: { by, grounds, calledIn: fact, outcomes: [] } };
    }
    case 'CallInConcluded': {
      if (!decision?.callIn) return undefined;
      const { outcome, reason } = event;
      const concluded = present({ outcome, reason, concluded: fact });
      return { callIn: { ...decision.callIn, outcomes: [...decision.callIn.outcomes, concluded] } };
    }
    case 'DecisionConfirmed': {
      if (!isTaken(decision) || decision.reconsidered) return undefined;
      const { reason } = event;
      return { reconsidered: present({ how: 'confirmed' as const, reason, reconsidered: fact }) };
    }
    case 'DecisionWithdrawn':
      if (!decision || decision.withdrawn) return undefined;
      return { withdrawn: { reason: event.reason, withdrawn: fact } };
    case 'DecisionRescinded': {
      const { reason, rescindedBy: by } = event;
      if (!isTaken(decision) || decision.rescinded) return undefined;
      return { rescinded: present({ reason, by, rescinded: fact }) };
    }
    case 'DecisionSuperseded': {
      const { reason, supersededBy: by } = event;
      if (!isTaken(decision) || decision.superseded) return undefined;
      return { superseded: present({ reason, by, superseded: fact }) };
    }
  }
}
