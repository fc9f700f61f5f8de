import type { Parts } from '#timeline';
import type { Recoding, StructureEvent } from './events.js';
import { codeKey, unitIn, unitKey, type StructurePart } from './state.js';

/** The units and codes that an entry is about, as keys of parts: the codes it frees as well as those it takes. */
export function touchesOfStructure(event: StructureEvent): readonly string[] {
  switch (event.type) {
    case 'UnitRegistered':
      return [unitKey(event.unit), ...keysOfCodes(event.code)];
    case 'UnitsMerged':
      return [...[...event.units, event.successor].map(unitKey), ...keysOfCodes(event.registers?.code)];
    case 'UnitSplit':
      return [
        unitKey(event.unit),
        ...event.into.flatMap(({ unit, registers }) => [unitKey(unit), ...keysOfCodes(registers?.code)]),
      ];
    case 'UnitRecoded':
      return keysOfRecoding(event);
    case 'UnitsRecoded':
      return event.units.flatMap(keysOfRecoding);
    case 'UnitRenamed':
    case 'UnitReclassified':
    case 'UnitTransferred':
    case 'UnitBudgetSet':
    case 'UnitPostsSet':
    case 'UnitClosed':
      return [unitKey(event.unit)];
  }
}

/** The codes that units give up by an entry: which they are is worked out where it stands, and kept in no entry. */
export function codesGivenUp(state: Parts<StructurePart>, event: StructureEvent): readonly string[] {
  const codes = givingUp(event).flatMap((id) => unitIn(state, id)?.code ?? []);
  return codes.map(codeKey);
}

/** The units that have their code no longer after an entry. */
export function givingUp(event: StructureEvent): readonly string[] {
  switch (event.type) {
    case 'UnitsMerged':
    case 'UnitsRecoded':
      return event.units.map((one) => (typeof one === 'string' ? one : one.unit));
    case 'UnitSplit':
      return event.into.some(({ unit }) => unit === event.unit) ? [] : [event.unit];
    case 'UnitRecoded':
    case 'UnitClosed':
      return [event.unit];
    case 'UnitRegistered':
    case 'UnitRenamed':
    case 'UnitReclassified':
    case 'UnitTransferred':
    case 'UnitBudgetSet':
    case 'UnitPostsSet':
      return [];
  }
}

function keysOfRecoding({ unit, fromCode, toCode }: Recoding): string[] {
  return [unitKey(unit), ...keysOfCodes(fromCode ?? undefined, toCode)];
}

function keysOfCodes(...codes: readonly (string | undefined)[]): string[] {
  return codes.flatMap((code) => (code === undefined ? [] : codeKey(code)));
}
