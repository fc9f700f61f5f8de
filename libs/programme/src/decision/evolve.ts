import type { Changes, Parts } from '#timeline';
import { factOf } from '../recorded.js';
import { present } from '../rules.js';
import type { DecisionEvent } from './events.js';
import { decisionKey, recordOf, type DecisionPart } from './state.js';

export function evolveDecision(state: Parts<DecisionPart>, event: DecisionEvent): Changes<DecisionPart> {
  const key = decisionKey(event.decision);
  const decision = state.get(key);
  switch (event.type) {
    case 'DecisionRecorded': {
      if (decision) return [];
      const { decision: id, title, maker, meeting, source, precision = 'day' } = event;
      const takenOn = event.takenOn ?? event.effectiveOn;
      const recorded = factOf(event);
      const details = { ...recordOf(event), ...present({ meeting, source }) };
      return [[key, { kind: 'decision', id, title, maker, takenOn, precision, ...details, recorded }]];
    }
    case 'DecisionRecordCompleted':
      return decision ? [[key, { ...decision, ...recordOf(event) }]] : [];
  }
}
