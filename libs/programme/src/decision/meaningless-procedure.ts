import type { Refusal } from '#timeline';
import { onDay, refuse } from '../rules.js';
import type { KeyDecisionNotice, ProcedureEvent } from './procedure.js';
import { saysNothing } from './record.js';
import { isTaken, noticeOf, type DecisionPart } from './state.js';

/** Where an entry of a decision's procedure would record nothing: no exception can give it a meaning. */
export function meaninglessProcedure(
  decision: DecisionPart | undefined,
  event: ProcedureEvent,
): Refusal | undefined {
  const { decision: id } = event;
  switch (event.type) {
    case 'KeyDecisionNoticeGiven':
      if (!decision?.notice) return emptyNotice(event, id);
      return refuse(
        'notice-already-given',
        `Notice of decision ${id} was given on ${onDay(decision.notice.given)}: publish it again with reissue-key-decision-notice, or strike that entry to correct it`,
      );
    case 'KeyDecisionNoticeReissued':
      if (decision?.notice) return emptyNotice(event, id);
      return refuse(
        'no-notice-to-reissue',
        `No notice of decision ${id} is given by then: give it first with give-key-decision-notice`,
      );
    case 'GeneralExceptionNoticeGiven':
      if (!decision?.generalException) return undefined;
      return refuse(
        'general-exception-already-given',
        `Notice of general exception for decision ${id} was given on ${onDay(decision.generalException.given)}: strike that entry to correct it`,
      );
    case 'SpecialUrgencyAgreed':
      if (!decision?.specialUrgency) return undefined;
      return refuse(
        'special-urgency-already-agreed',
        `Special urgency of decision ${id} was agreed on ${onDay(decision.specialUrgency.agreed)}: strike that entry to correct it`,
      );
    case 'CallInWaived':
      if (!decision?.callInWaived) return undefined;
      return refuse(
        'call-in-already-waived',
        `Call-in of decision ${id} was waived on ${onDay(decision.callInWaived.waived)}: strike that entry to correct it`,
      );
    case 'DecisionWithdrawn':
      return decision ? alreadyFallen(decision) : notRecorded(id);
    case 'DecisionPublished':
    case 'DecisionCalledIn':
    case 'CallInConcluded':
    case 'DecisionConfirmed':
    case 'DecisionAmended':
    case 'DecisionRescinded':
    case 'DecisionSuperseded':
      return isTaken(decision) ? meaninglessAfterTaking(decision, event) : notRecorded(id);
  }
}

function meaninglessAfterTaking(decision: DecisionPart, event: ProcedureEvent): Refusal | undefined {
  const { id, published, callIn, reconsidered } = decision;
  switch (event.type) {
    case 'DecisionPublished':
      if (!published) return undefined;
      return refuse(
        'decision-already-published',
        `Decision ${id} was published on ${onDay(published)}: strike that entry to correct it`,
      );
    case 'DecisionCalledIn':
      if (!callIn) return undefined;
      return refuse(
        'already-called-in',
        `Decision ${id} was called in on ${onDay(callIn.calledIn)}: a decision is called in once`,
      );
    case 'CallInConcluded': {
      if (!callIn) {
        return refuse(
          'not-called-in',
          `Decision ${id} is not called in by then: record that first with call-in-decision`,
        );
      }
      const last = callIn.outcomes.at(-1);
      if (last?.outcome !== event.outcome) return undefined;
      return refuse(
        'same-outcome',
        `The outcome of calling in decision ${id} has been ${event.outcome} since ${onDay(last.concluded)}: strike that entry to correct it`,
      );
    }
    case 'DecisionConfirmed':
    case 'DecisionAmended':
      if (!reconsidered) return undefined;
      return refuse(
        'already-reconsidered',
        `Decision ${id} was ${reconsidered.how} on ${onDay(reconsidered.reconsidered)}: strike that entry to correct it, or take a new decision that supersedes this one`,
      );
    case 'DecisionRescinded':
      return bySelf(id, event.rescindedBy) ?? alreadyFallen(decision);
    case 'DecisionSuperseded':
      return bySelf(id, event.supersededBy) ?? alreadyFallen(decision);
    case 'KeyDecisionNoticeGiven':
    case 'KeyDecisionNoticeReissued':
    case 'GeneralExceptionNoticeGiven':
    case 'SpecialUrgencyAgreed':
    case 'CallInWaived':
    case 'DecisionWithdrawn':
      return undefined;
  }
}

/** That a decision was withdrawn, rescinded or superseded by then, if it was. */
export function alreadyFallen({ id, withdrawn, rescinded, superseded }: DecisionPart): Refusal | undefined {
  const instead = 'strike that entry to correct it, or date this earlier';
  if (withdrawn) {
    return refuse(
      'decision-withdrawn',
      `Decision ${id} was withdrawn on ${onDay(withdrawn.withdrawn)}: ${instead}`,
    );
  }
  if (rescinded) {
    return refuse(
      'decision-rescinded',
      `Decision ${id} was rescinded on ${onDay(rescinded.rescinded)}: ${instead}`,
    );
  }
  if (!superseded) return undefined;
  return refuse(
    'decision-superseded',
    `Decision ${id} was superseded on ${onDay(superseded.superseded)} by ${superseded.by}: ${instead}`,
  );
}

/** No decision of this id was taken by then. */
export function notRecorded(id: string): Refusal {
  return refuse(
    'decision-not-recorded',
    `No decision ${id} is on the record by then: record it first with record-decision, or date this on or after the day from which it holds`,
  );
}

function bySelf(id: string, by: string | undefined): Refusal | undefined {
  if (by !== id) return undefined;
  return refuse('by-itself', `Decision ${id} cannot fall by itself: name the decision that took its place`);
}

function emptyNotice(notice: KeyDecisionNotice, id: string): Refusal | undefined {
  const empty = Object.entries(noticeOf(notice)).find(([, value]) => saysNothing(value));
  if (!empty) return undefined;
  return refuse(
    'empty-notice-item',
    `${empty[0]} of the notice of decision ${id} is given but says nothing: leave it out until it is known, or say that there is none`,
  );
}
