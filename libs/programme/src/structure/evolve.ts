import type { Changes, Parts } from '#timeline';
import { factOf, type Recorded } from '../recorded.js';
import { present } from '../rules.js';
import type { NewUnit, StructureEvent } from './events.js';
import { meaninglessForStructure } from './meaningless.js';
import {
  codeKey,
  holderOf,
  unitIn,
  unitKey,
  unitPart,
  type Lineage,
  type StructurePart,
  type UnitPart,
} from './state.js';

type State = Parts<StructurePart>;
type EventOf<Type extends StructureEvent['type']> = Extract<StructureEvent, { type: Type }>;

/** What an entry makes of the units and codes it is about; nothing where it has no meaning. */
export function evolveStructure(state: State, event: StructureEvent): Changes<StructurePart> {
  if (meaninglessForStructure(state, event)) return [];
  switch (event.type) {
    case 'UnitRegistered':
      return [put(registered(event.unit, event, event, event.opening)), ...taken(event.code, event.unit)];
    case 'UnitsMerged':
      return merged(state, event);
    case 'UnitSplit':
      return split(state, event);
    case 'UnitRenamed':
      return changed(state, event.unit, { name: event.toName });
    case 'UnitRecoded':
      return [
        ...changed(state, event.unit, { code: event.toCode }),
        ...left(state, event.fromCode, event.unit),
        ...taken(event.toCode, event.unit),
      ];
    case 'UnitReclassified':
      return changed(state, event.unit, { unitKind: event.toKind });
    case 'UnitTransferred':
      return changed(state, event.unit, {
        ...(event.toDirectorate !== null && { directorate: event.toDirectorate }),
        ...(event.toGroup !== null && { group: event.toGroup }),
      });
    case 'UnitClosed': {
      const { reason } = event;
      const ended = { ...factOf(event), how: 'closed', ...present({ reason }) } as const;
      return changed(state, event.unit, { status: 'closed', ended });
    }
  }
}

const put = (unit: UnitPart): readonly [string, UnitPart] => [unitKey(unit.id), unit];

function changed(state: State, id: string, change: Partial<UnitPart>): Changes<StructurePart> {
  const unit = unitIn(state, id);
  return unit ? [put(unitPart({ ...unit, ...change }))] : [];
}

/** A code is its unit's from then on. */
function taken(code: string | undefined, by: string): Changes<StructurePart> {
  return code === undefined ? [] : [[codeKey(code), { kind: 'code', id: code, heldBy: by }]];
}

/** A code that a unit gave up is nobody's, unless another has it by then. */
function left(state: State, code: string | null, by: string): Changes<StructurePart> {
  if (code === null || holderOf(state, code) !== by) return [];
  return [[codeKey(code), { kind: 'code', id: code, heldBy: null }]];
}

function registered(id: string, as: NewUnit, event: Recorded, opening: boolean): UnitPart {
  const { name, code, unitKind, directorate, group } = as;
  const attributes = present({ name, code, unitKind, directorate, group });
  const standing = {
    status: 'open',
    registered: factOf(event),
    opening,
    ...present({ source: event.source }),
  } as const;
  return unitPart({ id, ...attributes, ...standing, predecessors: [], successors: [] });
}

/** The unit that takes over: as it stands, or as the entry registers it. */
function becoming(
  state: State,
  id: string,
  registers: NewUnit | undefined,
  event: Recorded,
): UnitPart | undefined {
  return registers ? registered(id, registers, event, false) : unitIn(state, id);
}

function merged(state: State, event: EventOf<'UnitsMerged'>): Changes<StructurePart> {
  const fact = factOf(event);
  const { successor: id, registers } = event;
  const successor = becoming(state, id, registers, event);
  if (!successor) return [];
  const joining = event.units.flatMap((unit) => unitIn(state, unit) ?? []);
  const step = (unit: string): Lineage => ({ unit, how: 'merge', ...fact });
  const predecessors = [...successor.predecessors, ...joining.map((unit) => step(unit.id))];
  return [
    ...joining.map((unit) => {
      const ended = { ...fact, how: 'merged' } as const;
      return put(unitPart({ ...unit, status: 'merged', ended, successors: [...unit.successors, step(id)] }));
    }),
    put(unitPart({ ...successor, predecessors })),
    ...taken(registers?.code, id),
  ];
}

function split(state: State, event: EventOf<'UnitSplit'>): Changes<StructurePart> {
  const unit = unitIn(state, event.unit);
  if (!unit) return [];
  const fact = factOf(event);
  const of = event.into.reduce((sum, { share }) => sum + share, 0);
  const step = (id: string, share: number): Lineage => ({ unit: id, how: 'split', share, of, ...fact });
  const others = event.into.filter((part) => part.unit !== unit.id);
  const successors = [...unit.successors, ...others.map((part) => step(part.unit, part.share))];
  const goesOn = others.length < event.into.length;
  const end = goesOn ? {} : ({ status: 'split', ended: { ...fact, how: 'split' } } as const);
  return [
    put(unitPart({ ...unit, ...end, successors })),
    ...others.flatMap(({ unit: id, share, registers }) => {
      const into = becoming(state, id, registers, event);
      if (!into) return [];
      const predecessors = [...into.predecessors, step(unit.id, share)];
      return [put(unitPart({ ...into, predecessors })), ...taken(registers?.code, id)];
    }),
  ];
}
