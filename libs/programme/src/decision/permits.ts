import type { Parts, Refusal } from '#timeline';
import { onDay, refuse } from '../rules.js';
import type { DecisionEvent } from './events.js';
import { contradiction, decisionKey, emptyItem, recordOf, type DecisionPart } from './state.js';

/**
 * Why an entry of a decision cannot stand where it is dated, if it cannot. No exception sets these rules aside: an item
 * that the source does not hold is left out, and the record then shows it as missing.
 */
export function permitsDecision(state: Parts<DecisionPart>, event: DecisionEvent): Refusal | undefined {
  const decision = state.get(decisionKey(event.decision));
  const [breach] = breaches(decision, event);
  return breach;
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
      break;
    case 'DecisionRecordCompleted': {
      if (!decision) {
        yield refuse(
          'decision-not-recorded',
          `No decision ${id} is on the record by then: record it first with record-decision, or date this on or after the day from which it holds`,
        );
        return;
      }
      if (Object.keys(recordOf(event)).length === 0) {
        yield refuse(
          'nothing-supplied',
          'Say which items of the record you supply: reference, text, reasons, alternatives, conflicts, key, keyReason, papers or access',
        );
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
  const empty = emptyItem(event);
  if (empty !== undefined) {
    yield refuse(
      'empty-item',
      `${empty} of decision ${id} is given but says nothing: leave it out until it is known, or say that there is none`,
    );
  }
}
