import { refuse, says, the } from '#acts';
import type { Changes, Refusal, Saying } from '#timeline';
import { codeKey, holdersOf, unitIn, type StructurePart } from './state.js';
import type { State } from './units.js';

/** The keys of codes, of those that are given. */
export function codeKeys(...codes: readonly (string | null | undefined)[]): string[] {
  return codes.flatMap((code) => (code === null || code === undefined ? [] : codeKey(code)));
}

/** The keys of the codes that units have: which they are is worked out where an entry stands, and kept in none. */
export function codesOf(state: State, units: readonly string[]): string[] {
  return codeKeys(...units.map((id) => unitIn(state, id)?.code));
}

/** A code that an entry gives a unit. */
export interface Taking {
  readonly code?: string | undefined;
  readonly by: string;
}

/**
 * A code is one open unit's at a time, between entries: what one gives up within an entry another takes in it.
 *
 * @param leaving the units that give up their code by the same entry
 */
export function* codeFree(
  state: State,
  { code, by }: Taking,
  leaving: readonly string[] = [],
): Iterable<Refusal> {
  if (code === undefined) return;
  const holder = holdersOf(state, code).find((unit) => unit !== by && !leaving.includes(unit));
  if (holder !== undefined) yield takenBefore(code, [the.unit(holder)]);
}

/** No code is given twice by one entry. */
export function* codesDiffer(codes: readonly string[]): Iterable<Refusal> {
  const twice = codes.find((code, n) => codes.indexOf(code) !== n);
  if (twice !== undefined) yield takenBefore(twice, ['another unit of this entry']);
}

/** Who has each code once some units gave up theirs and others took them: what is given up by an entry is free in it. */
export function codesAfter(
  state: State,
  leaving: readonly string[],
  taking: readonly Taking[],
): Changes<StructurePart> {
  const holders = new Map<string, readonly string[]>();
  const heldBy = (code: string) => holders.get(code) ?? holdersOf(state, code);
  const without = (code: string, unit: string) => heldBy(code).filter((one) => one !== unit);
  for (const unit of leaving) {
    const code = unitIn(state, unit)?.code;
    if (code !== undefined && heldBy(code).includes(unit)) holders.set(code, without(code, unit));
  }
  for (const { code, by } of taking) if (code !== undefined) holders.set(code, [...without(code, by), by]);
  return [...holders].map(([code, units]) => [codeKey(code), { kind: 'code', id: code, heldBy: units }]);
}

function takenBefore(code: string, holder: Saying): Refusal {
  return refuse(
    'code-taken',
    says`The code ${code} is that of ${holder} by then: give another code, or recode or end that unit first`,
  );
}
