import { actsOf, bases, onDay, refuse, says, the } from '#acts';
import { oneOf, required } from '#fields';
import type { Changes, Parts, Refusal } from '#timeline';
import { programmeKey, programmePart, type ProgrammePart, type ProgrammeStreamPart } from './state.js';

export type State = Parts<ProgrammeStreamPart>;

/** An act of a programme's own stream. */
export const act = actsOf<ProgrammeStreamPart>();

export const basis = required(
  oneOf(bases),
  'Whether the money counts before income and recharges, after them, or the source does not say.',
);

/** An entry says of which programme it is, as its command does. */
export const inProgramme = ({ programme }: { readonly programme: string }) => ({ programme });

/** An entry about the programme as a whole touches nothing else. */
export const ofProgramme = ({ programme }: { readonly programme: string }): readonly string[] => [
  programmeKey(programme),
];

/** The programme of an id, where it was started. */
export function programmeIn(state: State, id: string): ProgrammePart | undefined {
  const part = state.get(programmeKey(id));
  return part?.kind === 'programme' ? part : undefined;
}

/** The programme is started by then, whether or not it goes on still. */
export function* started(state: State, id: string): Iterable<Refusal> {
  if (!programmeIn(state, id)) {
    yield refuse(
      'programme-not-started',
      says`Programme ${the.programme(id)} is not started by then: date this on or after its start`,
    );
  }
}

/** A programme that was started is not closed. */
export function* goingOn(state: State, id: string): Iterable<Refusal> {
  const closed = programmeIn(state, id)?.closed;
  if (closed) {
    yield refuse(
      'programme-closed',
      says`Programme ${the.programme(id)} was closed on ${onDay(closed)}: date this earlier, or strike the closing`,
    );
  }
}

/** A programme with some of its members changed; nothing where there is no such programme. */
export function changed(
  state: State,
  id: string,
  change: (held: ProgrammePart) => Partial<ProgrammePart>,
): Changes<ProgrammeStreamPart> {
  const held = programmeIn(state, id);
  return held ? [[programmeKey(id), programmePart({ ...held, ...change(held) })]] : [];
}
