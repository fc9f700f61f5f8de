import type { Refusal } from '#timeline';
import { onDay, refuse } from '../rules.js';
import type { DecisionEvent, RecordEvent } from './events.js';
import { meaninglessProcedure, notRecorded } from './meaningless-procedure.js';
import { contradiction, emptyItem, recordOf } from './record.js';
import { isTaken, type DecisionPart } from './state.js';

/**
 * Where an entry about a decision would record nothing: no exception can give it a meaning. An item that the source does
 * not hold is left out, and the record then shows it as missing.
 */
export function meaninglessForDecision(
  decision: DecisionPart | undefined,
  event: DecisionEvent,
): Refusal | undefined {
  switch (event.type) {
    case 'DecisionRecorded':
      return meaninglessRecord(decision, event) ?? withEmptyItem(event);
    case 'DecisionRecordCompleted':
      return meaninglessCompletion(decision, event) ?? withEmptyItem(event);
    case 'KeyDecisionNoticeGiven':
    case 'KeyDecisionNoticeReissued':
    case 'GeneralExceptionNoticeGiven':
    case 'SpecialUrgencyAgreed':
    case 'DecisionPublished':
    case 'CallInWaived':
    case 'DecisionCalledIn':
    case 'CallInConcluded':
    case 'DecisionConfirmed':
    case 'DecisionAmended':
    case 'DecisionWithdrawn':
    case 'DecisionRescinded':
    case 'DecisionSuperseded':
      return meaninglessProcedure(decision, event);
  }
}

function meaninglessRecord(decision: DecisionPart | undefined, event: RecordEvent): Refusal | undefined {
  if (isTaken(decision)) {
    return refuse(
      'decision-already-recorded',
      `Decision ${decision.id} was recorded with effect from ${onDay(decision.recorded)}: complete its record, or strike that entry and record it again`,
    );
  }
  if (event.takenOn !== undefined) return undefined;
  return refuse(
    'taken-on-needed',
    `Say on which day decision ${event.decision} was taken: a decision is a body's act on a date`,
  );
}

function meaninglessCompletion(decision: DecisionPart | undefined, event: RecordEvent): Refusal | undefined {
  if (!isTaken(decision)) return notRecorded(event.decision);
  if (Object.keys(recordOf(event)).length === 0) {
    return refuse(
      'nothing-supplied',
      'Say which items of the record you supply: power, reference, meeting, text, reasons, alternatives, conflicts, key, keyReason, expenditure, savings, divisionsAffected, subjectToCallIn, callInReason, urgencyReason, papers or access',
    );
  }
  const item = contradiction(decision, event);
  if (item === undefined) return undefined;
  return refuse(
    'already-on-record',
    `The record of decision ${decision.id} already holds ${item}, with other content: strike the entry and record it again`,
  );
}

function withEmptyItem(event: RecordEvent): Refusal | undefined {
  const empty = emptyItem(event);
  if (empty === undefined) return undefined;
  return refuse(
    'empty-item',
    `${empty} of decision ${event.decision} is given but says nothing: leave it out until it is known, or say that there is none`,
  );
}
