import type { StructureEvent } from './events.js';
import { codeKey, unitKey } from './state.js';

/** The units and codes that an entry is about, as keys of parts. */
export function touchesOfStructure(event: StructureEvent): readonly string[] {
  switch (event.type) {
    case 'UnitRegistered':
      return [unitKey(event.unit), ...keysOfCode(event)];
    case 'UnitsMerged':
      return [...[...event.units, event.successor].map(unitKey), ...keysOfCode(event.registers)];
    case 'UnitSplit':
      return [
        unitKey(event.unit),
        ...event.into.flatMap(({ unit, registers }) => [unitKey(unit), ...keysOfCode(registers)]),
      ];
    case 'UnitRecoded': {
      const left = event.fromCode === null ? [] : [codeKey(event.fromCode)];
      const { toCode: code, codeLeftBy } = event;
      return [unitKey(event.unit), ...left, ...keysOfCode({ code, codeLeftBy })];
    }
    case 'UnitRenamed':
    case 'UnitReclassified':
    case 'UnitTransferred':
    case 'UnitBudgetSet':
    case 'UnitPostsSet':
    case 'UnitClosed':
      return [unitKey(event.unit)];
  }
}

/** A code that is taken, and the unit that left it: whether that unit still has it is for `permits` to see. */
function keysOfCode(
  taking: { code?: string | undefined; codeLeftBy?: string | undefined } | undefined,
): string[] {
  if (taking?.code === undefined) return [];
  const { code, codeLeftBy } = taking;
  return codeLeftBy === undefined ? [codeKey(code)] : [codeKey(code), unitKey(codeLeftBy)];
}
