import type { Parts, Refusal } from '#timeline';
import { onDay, refuse } from '../rules.js';
import { firstBreach } from '../stream.js';
import type { DecisionEvent } from './events.js';
import { contradiction, decisionKey, type DecisionPart } from './state.js';

export function permitsDecision(state: Parts<DecisionPart>, event: DecisionEvent): Refusal | undefined {
  return firstBreach(event, breaches(state.get(decisionKey(event.decision)), event));
}

function* breaches(decision: DecisionPart | undefined, event: DecisionEvent): Iterable<Refusal> {
  const { decision: id } = event;
  switch (event.type) {
    case 'DecisionRecorded':
      if (decision) {
        yield refuse(
          'decision-already-recorded',
          `Decision ${id} was recorded with effect from ${onDay(decision.recorded)}: complete its record, or strike that entry and record it again`,
        );
      }
      if (event.takenOn === undefined) {
        yield refuse(
          'taken-on-needed',
          `Say on which day decision ${id} was taken: a decision is a body's act on a date`,
        );
      }
      return;
    case 'DecisionRecordCompleted': {
      if (!decision) {
        yield refuse(
          'decision-not-recorded',
          `No decision ${id} is on the record by then: record it first with record-decision`,
        );
        return;
      }
      const item = contradiction(decision, event);
      if (item !== undefined) {
        yield refuse(
          'already-on-record',
          `The record of decision ${id} already holds ${item}, with other content: strike the entry and record it again`,
        );
      }
    }
  }
}
