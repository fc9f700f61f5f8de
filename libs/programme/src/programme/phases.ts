import { onDay, type PlannedDate, refuse, says, the } from '#acts';
import { idOf, required } from '#fields';
import type { Changes, Refusal } from '#timeline';
import type { State } from './programmes.js';
import { phaseKey, phasePart, programmeKey, type PhasePart, type ProgrammeStreamPart } from './state.js';

/** The phase that an act is about. */
export const phase = required(idOf('phase'), 'The phase.');

/** An entry about a phase touches the phase, and its programme, which may be closed. */
export const ofPhase = (entry: { readonly programme: string; readonly phase: string }): readonly string[] => [
  programmeKey(entry.programme),
  phaseKey(entry.phase),
];

/** The phase of an id, where one is planned. */
export function phaseIn(state: State, id: string): PhasePart | undefined {
  const part = state.get(phaseKey(id));
  return part?.kind === 'phase' ? part : undefined;
}

/** The phase is planned by then, whether or not it was opened. */
export function* planned(state: State, id: string): Iterable<Refusal> {
  if (!phaseIn(state, id)) {
    yield refuse(
      'phase-not-planned',
      says`No phase ${the.phase(id)} is planned by then: plan it first with plan-phase`,
    );
  }
}

/**
 * The phase is not closed.
 *
 * @param instead what to do where it is, as the refusal goes on
 */
export function* notClosed(state: State, id: string, instead: string): Iterable<Refusal> {
  const held = phaseIn(state, id);
  if (held?.status === 'closed') {
    yield refuse('phase-closed', says`Phase ${the.phase(id)} is closed${since(held.closed)}: ${instead}`);
  }
}

/** A planned end comes after its start. */
export function* plannedInOrder(
  start: PlannedDate | undefined,
  end: PlannedDate | undefined,
): Iterable<Refusal> {
  if (start && end && end.on < start.on) {
    yield refuse(
      'plan-reversed',
      `The planned end, ${onDay(end)}, is before the planned start, ${onDay(start)}: put them in order`,
    );
  }
}

/** A phase with some of its members changed; nothing where there is no such phase. */
export function phaseChanged(
  state: State,
  id: string,
  change: (held: PhasePart) => Partial<PhasePart>,
): Changes<ProgrammeStreamPart> {
  const held = phaseIn(state, id);
  return held ? [[phaseKey(id), phasePart({ ...held, ...change(held) })]] : [];
}

/** Since when something is so, as a sentence goes on; nothing where that is not known. */
export const since = (fact: Parameters<typeof onDay>[0] | undefined): string =>
  fact ? ` since ${onDay(fact)}` : '';
