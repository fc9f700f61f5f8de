import { onDay, refuse, says, the } from '#acts';
import type { Refusal } from '#timeline';
import { decisionIn, recorded, standing, type State } from './decisions.js';

/** The decision was taken, and was not looked at again. */
export function* notReconsidered(state: State, id: string): Iterable<Refusal> {
  yield* recorded(state, id);
  const held = decisionIn(state, id)?.reconsidered;
  if (held) {
    yield refuse(
      'already-reconsidered',
      says`Decision ${the.decision(id)} was ${held.how} on ${onDay(held.reconsidered)}: strike that entry to correct it, or take a new decision that supersedes this one`,
    );
  }
}

/** The decision stands, and was referred back to its maker, or to the full council. */
export function* referred(state: State, id: string): Iterable<Refusal> {
  yield* standing(state, id);
  const last = decisionIn(state, id)?.callIn?.outcomes.at(-1)?.outcome;
  if (last !== 'back-to-decision-maker' && last !== 'to-full-council') {
    yield refuse(
      'not-referred-back',
      says`Decision ${the.decision(id)} is not referred back, nor to the full council, by then: record that first with record-call-in-outcome, or take a new decision that supersedes this one`,
    );
  }
}
