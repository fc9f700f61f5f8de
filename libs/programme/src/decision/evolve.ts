import type { Changes, Parts } from '#timeline';
import { factOf } from '../recorded.js';
import type { DecisionEvent } from './events.js';
import { decisionKey, decisionPart, missingFrom, type DecisionPart } from './state.js';

export function evolveDecision(state: Parts<DecisionPart>, event: DecisionEvent): Changes<DecisionPart> {
  const key = decisionKey(event.decision);
  const decision = state.get(key);
  switch (event.type) {
    case 'DecisionRecorded': {
      if (decision) return [];
      const { decision: id, precision = 'day' } = event;
      const takenOn = event.takenOn ?? event.effectiveOn;
      return [[key, decisionPart({ ...event, id, takenOn, precision, recorded: factOf(event) })]];
    }
    case 'DecisionRecordCompleted': {
      if (!decision) return [];
      const supplied = missingFrom(decision, event);
      // What a record holds is never written over, whatever an entry says.
      return Object.keys(supplied).length > 0 ? [[key, decisionPart({ ...decision, ...supplied })]] : [];
    }
  }
}
