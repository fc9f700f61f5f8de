import type { Parts, Refusal } from '#timeline';
import { refuse } from '../rules.js';
import { firstBreach } from '../stream.js';
import type { StructureEvent } from './events.js';
import { endedBefore, meaninglessForStructure } from './meaningless.js';
import { holdersOf, unitIn, type StructurePart, type UnitPart } from './state.js';
import { givingUp } from './touches.js';

/** Why an entry of a structure cannot stand where it is dated, if it cannot. */
export function permitsStructure(state: Parts<StructurePart>, event: StructureEvent): Refusal | undefined {
  return meaninglessForStructure(state, event) ?? firstBreach(event, breaches(state, event));
}

function* breaches(state: Parts<StructurePart>, event: StructureEvent): Iterable<Refusal> {
  switch (event.type) {
    case 'UnitRegistered':
      yield* codeTaken(state, { ...event, by: event.unit });
      return;
    case 'UnitsMerged':
      yield* codeTaken(state, { ...event.registers, by: event.successor, leaving: event.units });
      return;
    case 'UnitSplit': {
      const leaving = givingUp(event);
      for (const { unit: by, registers } of event.into)
        yield* codeTaken(state, { ...registers, by, leaving });
      yield* oneCodeTwice(event.into.flatMap(({ registers }) => registers?.code ?? []));
      return;
    }
    case 'UnitsRecoded':
      for (const { unit, fromCode } of event.units) yield* recoding(state, unit, fromCode);
      for (const { unit: by, toCode: code } of event.units)
        yield* codeTaken(state, { code, by, leaving: givingUp(event) });
      yield* oneCodeTwice(event.units.map(({ toCode }) => toCode));
      return;
    case 'UnitRenamed':
    case 'UnitRecoded':
    case 'UnitReclassified':
    case 'UnitTransferred':
      yield* changing(state, event);
      return;
    case 'UnitBudgetSet':
    case 'UnitPostsSet':
    case 'UnitClosed':
      return;
  }
}

/** What stands against another name, code, kind or place of a unit: it has ended, or it is not what the entry says. */
function* changing(
  state: Parts<StructurePart>,
  event: Extract<
    StructureEvent,
    { type: 'UnitRenamed' | 'UnitRecoded' | 'UnitReclassified' | 'UnitTransferred' }
  >,
): Iterable<Refusal> {
  const unit = unitIn(state, event.unit);
  if (!unit) return;
  const ended = endedBefore(unit);
  if (ended) yield ended;
  switch (event.type) {
    case 'UnitRenamed':
      yield* premise(unit, 'name', event.fromName);
      return;
    case 'UnitRecoded':
      yield* premise(unit, 'code', event.fromCode);
      yield* codeTaken(state, { by: event.unit, code: event.toCode });
      return;
    case 'UnitReclassified':
      yield* premise(unit, 'unitKind', event.fromKind);
      return;
    case 'UnitTransferred':
      if (event.toDirectorate !== null || event.fromDirectorate !== null) {
        yield* premise(unit, 'directorate', event.fromDirectorate);
      }
      if (event.toGroup !== null || event.fromGroup !== null) yield* premise(unit, 'group', event.fromGroup);
      return;
  }
}

function* recoding(state: Parts<StructurePart>, id: string, fromCode: string | null): Iterable<Refusal> {
  const unit = unitIn(state, id);
  if (!unit) return;
  const ended = endedBefore(unit);
  if (ended) yield ended;
  yield* premise(unit, 'code', fromCode);
}

const words = {
  name: 'name',
  code: 'code',
  unitKind: 'kind',
  directorate: 'directorate',
  group: 'functional group',
} as const;

function* premise(unit: UnitPart, attribute: keyof typeof words, from: string | null): Iterable<Refusal> {
  const is = unit[attribute] ?? null;
  if (is === from) return;
  yield refuse(
    'premise-changed',
    `The ${words[attribute]} of unit ${unit.id} is ${is ?? 'not known'} by then, not ${from ?? 'unknown'}: strike the later entry and record it from there`,
  );
}

interface Taking {
  readonly code?: string | undefined;
  readonly by: string;
  /** The units that give up their code by the same entry. */
  readonly leaving?: readonly string[];
}

/** A code is one open unit's at a time, between entries: what one gives up within an entry another takes in it. */
function* codeTaken(state: Parts<StructurePart>, { code, by, leaving = [] }: Taking): Iterable<Refusal> {
  if (code === undefined) return;
  const holder = holdersOf(state, code).find((unit) => unit !== by && !leaving.includes(unit));
  if (holder !== undefined) yield takenBefore(code, holder);
}

function* oneCodeTwice(codes: readonly string[]): Iterable<Refusal> {
  const twice = codes.find((code, n) => codes.indexOf(code) !== n);
  if (twice !== undefined) yield takenBefore(twice, 'another unit of this entry');
}

function takenBefore(code: string, holder: string): Refusal {
  return refuse(
    'code-taken',
    `The code ${code} is that of ${holder} by then: give another code, or recode or end that unit first`,
  );
}
