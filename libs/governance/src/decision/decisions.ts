import { actsOf, type Facts, onDay, refuse, says, the } from '#acts';
import { idOf, type Newness, required } from '#fields';
import type { Changes, Parts, Refusal } from '#timeline';
import { takenDay } from './notice-clock.js';
import {
  decisionKey,
  isTaken,
  noticedPart,
  takenPart,
  type DecisionPart,
  type DecisionProcedure,
  type TakenDecision,
} from './state.js';

export type State = Parts<DecisionPart>;

/** An act about a decision. */
export const act = actsOf<DecisionPart>();

/** The decision that an act is about: the field of that name which every command may carry, here always. */
export const decision = (says: string, newness: Newness = 'old') => required(idOf('decision', newness), says);

export const decisionIn = (state: State, id: string): DecisionPart | undefined => state.get(decisionKey(id));

/** The decision of an id, where it was taken by then. */
export function takenIn(state: State, id: string): TakenDecision | undefined {
  const held = decisionIn(state, id);
  return isTaken(held) ? held : undefined;
}

/** The keys of what an act about one decision touches: that decision alone. */
export const itself = (entry: { readonly decision: string }): readonly string[] => [
  decisionKey(entry.decision),
];

/** The decision was taken by then. */
export function* recorded(state: State, id: string): Iterable<Refusal> {
  if (!takenIn(state, id)) yield notRecorded(id);
}

/** The decision was taken by then, or something that comes before one is on the record. */
export function* known(state: State, id: string): Iterable<Refusal> {
  if (!decisionIn(state, id)) yield notRecorded(id);
}

function notRecorded(id: string): Refusal {
  return refuse(
    'decision-not-recorded',
    says`No decision ${the.decision(id)} is on the record by then: record it first with record-decision, or date this on or after the day from which it holds`,
  );
}

/** The decision was not withdrawn, rescinded or superseded. */
export function* standing(state: State, id: string): Iterable<Refusal> {
  const { withdrawn, rescinded, superseded } = decisionIn(state, id) ?? {};
  const instead = 'strike that entry to correct it, or date this earlier';
  if (withdrawn) {
    yield refuse(
      'decision-withdrawn',
      says`Decision ${the.decision(id)} was withdrawn on ${onDay(withdrawn.withdrawn)}: ${instead}`,
    );
  }
  if (rescinded) {
    yield refuse(
      'decision-rescinded',
      says`Decision ${the.decision(id)} was rescinded on ${onDay(rescinded.rescinded)}: ${instead}`,
    );
  }
  if (superseded) {
    yield refuse(
      'decision-superseded',
      says`Decision ${the.decision(id)} was superseded on ${onDay(superseded.superseded)} by decision ${the.decision(superseded.by)}: ${instead}`,
    );
  }
}

/** The decision stands, and was not taken yet: what comes before a decision is dated before it. */
export function* stillToBeTaken(state: State, id: string): Iterable<Refusal> {
  yield* standing(state, id);
  const taken = takenIn(state, id);
  if (taken) {
    yield refuse(
      'decision-already-taken',
      says`Decision ${the.decision(id)} was taken on ${onDay(takenDay(taken))}: what comes before a decision is dated before it`,
    );
  }
}

/** A decision that falls by another falls by none but another. */
export function* fallsByAnother(id: string, by: string | undefined): Iterable<Refusal> {
  if (by === id)
    yield refuse(
      'by-itself',
      says`Decision ${the.decision(id)} cannot fall by itself: name the decision that took its place`,
    );
}

/** Another decision was taken by then. */
export function* takenElsewhere(facts: Facts, id: string): Iterable<Refusal> {
  if (isTaken(facts.get(decisionKey(id)))) return;
  yield refuse(
    'unknown-decision',
    says`No decision ${the.decision(id)} is on the record by then: record it first with record-decision, date this later, or correct its id`,
  );
}

/** A decision with something more of its procedure, whether it was taken or is still to be. */
export function proceeding(state: State, id: string, step: DecisionProcedure): Changes<DecisionPart> {
  const held = decisionIn(state, id);
  const next = isTaken(held) ? takenPart({ ...held, ...step }) : noticedPart({ ...held, id, ...step });
  return [[decisionKey(id), next]];
}
