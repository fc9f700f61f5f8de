import type { Parts, Refusal } from '#timeline';
import { onDay, refuse } from '../rules.js';
import { firstBreach } from '../stream.js';
import { isSubjectToCallIn } from './call-in-window.js';
import { lastDayOf } from './council-clocks.js';
import type { DecisionEvent } from './events.js';
import { alreadyFallen } from './meaningless-procedure.js';
import { meaninglessForDecision } from './meaningless.js';
import { takenDay, type Taken } from './notice-clock.js';
import { decisionKey, isTaken, type DecisionPart } from './state.js';

/**
 * Why an entry of a decision cannot stand where it is dated, if it cannot. The order of events is kept here; how many
 * days must have run is for `decide`, which reads the council's settings.
 */
export function permitsDecision(state: Parts<DecisionPart>, event: DecisionEvent): Refusal | undefined {
  const decision = state.get(decisionKey(event.decision));
  return meaninglessForDecision(decision, event) ?? firstBreach(event, breaches(decision, event));
}

function* breaches(decision: DecisionPart | undefined, event: DecisionEvent): Iterable<Refusal> {
  switch (event.type) {
    case 'DecisionRecorded':
      if (decision) yield* fallen(decision);
      if (event.key === true) {
        const { takenOn: on = event.effectiveOn, precision = 'day' } = event;
        yield* withoutNotice(decision, event.decision, { on, precision });
      }
      return;
    case 'DecisionRecordCompleted':
      if (event.key === true && isTaken(decision) && decision.key === undefined)
        yield* withoutNotice(decision, event.decision, takenDay(decision));
      return;
    case 'SpecialUrgencyAgreed':
      yield* beforeTaking(decision);
      if (event.agreedBy !== 'scrutiny-chair' && event.unableToAct === undefined) {
        yield refuse(
          'fallback-without-reason',
          `Say in unableToAct why those before the ${event.agreedBy} could not act: the chair of scrutiny agrees, else the chair of the council, else its vice-chair`,
        );
      }
      return;
    case 'KeyDecisionNoticeGiven':
    case 'KeyDecisionNoticeReissued':
    case 'GeneralExceptionNoticeGiven':
      yield* beforeTaking(decision);
      return;
    case 'DecisionPublished':
    case 'CallInWaived':
    case 'DecisionCalledIn':
    case 'CallInConcluded':
    case 'DecisionConfirmed':
    case 'DecisionAmended':
    case 'DecisionWithdrawn':
      if (decision) yield* outOfOrder(decision, event);
      return;
    case 'DecisionRescinded':
    case 'DecisionSuperseded':
      return;
  }
}

/** Notice, exception or urgency: one of them, of that day or earlier, whatever the count of days. */
function* withoutNotice(decision: DecisionPart | undefined, id: string, taken: Taken): Iterable<Refusal> {
  const routes = [
    decision?.notice?.given,
    decision?.generalException?.given,
    decision?.specialUrgency?.agreed,
  ];
  if (routes.some((fact) => fact && fact.on <= lastDayOf(taken))) return;
  yield refuse(
    'notice-not-given',
    `Decision ${id} is a key decision, and by the day it was taken there is no notice of it, no notice of general exception and no special urgency on the record: record which there was with give-key-decision-notice, give-general-exception-notice or agree-special-urgency`,
  );
}

function* beforeTaking(decision: DecisionPart | undefined): Iterable<Refusal> {
  if (!decision) return;
  yield* fallen(decision);
  if (isTaken(decision)) {
    yield refuse(
      'decision-already-taken',
      `Decision ${decision.id} was taken on ${onDay(takenDay(decision))}: what comes before a decision is dated before it`,
    );
  }
}

function* outOfOrder(decision: DecisionPart, event: DecisionEvent): Iterable<Refusal> {
  yield* fallen(decision);
  const { id, published, callIn, callInWaived } = decision;
  const referred = callIn?.outcomes.at(-1)?.outcome;
  switch (event.type) {
    case 'DecisionPublished':
      if (isTaken(decision) && event.effectiveOn < decision.takenOn) {
        yield refuse(
          'published-before-taken',
          `Decision ${id} was taken on ${onDay(takenDay(decision))}, and is published on that day or later`,
        );
      }
      return;
    case 'CallInWaived':
      if (callIn) {
        yield refuse(
          'decision-called-in',
          `Decision ${id} was called in on ${onDay(callIn.calledIn)}: call-in is waived before that, or not at all`,
        );
      }
      if (isTaken(decision) && decision.subjectToCallIn === false) yield notSubject(id);
      return;
    case 'DecisionCalledIn':
      if (!published) {
        yield refuse(
          'decision-not-published',
          `Decision ${id} is not published by then: record that first with publish-decision`,
        );
      }
      if (callInWaived) {
        yield refuse(
          'call-in-waived',
          `Call-in of decision ${id} was waived on ${onDay(callInWaived.waived)}: it cannot be called in`,
        );
      }
      if (isTaken(decision) && isSubjectToCallIn(decision) === false) yield notSubject(id);
      return;
    case 'CallInConcluded':
      if (decision.reconsidered) {
        yield refuse(
          'settled-already',
          `Decision ${id} was ${decision.reconsidered.how} on ${onDay(decision.reconsidered.reconsidered)}: no outcome of its call-in comes after that`,
        );
      }
      return;
    case 'DecisionConfirmed':
    case 'DecisionAmended':
      if (referred !== 'back-to-decision-maker' && referred !== 'to-full-council') {
        yield refuse(
          'not-referred-back',
          `Decision ${id} is not referred back, nor to the full council, by then: record that first with record-call-in-outcome, or take a new decision that supersedes this one`,
        );
      }
      return;
    case 'DecisionWithdrawn':
      if (isTaken(decision) && (!callIn || referred === 'no-further-action' || decision.reconsidered)) {
        yield refuse(
          'not-called-in-now',
          `Decision ${id} is taken and not called in by then: it is undone with rescind-decision or supersede-decision`,
        );
      }
      return;
    case 'DecisionRecorded':
    case 'DecisionRecordCompleted':
    case 'KeyDecisionNoticeGiven':
    case 'KeyDecisionNoticeReissued':
    case 'GeneralExceptionNoticeGiven':
    case 'SpecialUrgencyAgreed':
    case 'DecisionRescinded':
    case 'DecisionSuperseded':
      return;
  }
}

function* fallen(decision: DecisionPart): Iterable<Refusal> {
  const refusal = alreadyFallen(decision);
  if (refusal) yield refusal;
}

function notSubject(id: string): Refusal {
  return refuse(
    'not-subject-to-call-in',
    `The record of decision ${id} says that it is not subject to call-in. If the record is wrong, strike it and record the decision again with subjectToCallIn`,
  );
}
