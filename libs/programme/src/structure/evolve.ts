import type { Changes, Parts } from '#timeline';
import { factOf, type Recorded } from '../recorded.js';
import { present } from '../rules.js';
import type { StructureEvent, UnitAttributes } from './events.js';
import { unitKey, type UnitPart } from './state.js';

export function evolveStructure(state: Parts<UnitPart>, event: StructureEvent): Changes<UnitPart> {
  switch (event.type) {
    case 'UnitRegistered':
      return state.get(unitKey(event.unit)) ? [] : [put(registered(event.unit, event, event, event.opening))];
    case 'UnitsMerged':
      return merged(state, event);
    case 'UnitSplit':
      return split(state, event);
    case 'UnitRenamed':
      return changed(state, event.unit, { name: event.toName });
    case 'UnitRecoded':
      return changed(state, event.unit, { code: event.toCode });
    case 'UnitReclassified':
      return changed(state, event.unit, { unitKind: event.toKind });
    case 'UnitTransferred':
      return changed(state, event.unit, {
        ...(event.toDirectorate !== null && { directorate: event.toDirectorate }),
        ...(event.toGroup !== null && { group: event.toGroup }),
      });
    case 'UnitClosed': {
      const { reason } = event;
      return changed(state, event.unit, {
        status: 'closed',
        ended: { ...factOf(event), how: 'closed', ...present({ reason }) },
      });
    }
  }
}

const put = (unit: UnitPart): readonly [string, UnitPart] => [unitKey(unit.id), unit];

function changed(state: Parts<UnitPart>, id: string, change: Partial<UnitPart>): Changes<UnitPart> {
  const unit = state.get(unitKey(id));
  return unit ? [put({ ...unit, ...change })] : [];
}

function registered(id: string, attributes: UnitAttributes, event: Recorded, opening: boolean): UnitPart {
  const { name, code, unitKind, directorate, group } = attributes;
  return {
    kind: 'unit',
    id,
    name,
    ...present({ code, unitKind, directorate, group }),
    status: 'open',
    registered: factOf(event),
    opening,
    ...present({ source: event.source }),
    predecessors: [],
    successors: [],
  };
}

function merged(
  state: Parts<UnitPart>,
  event: Extract<StructureEvent, { type: 'UnitsMerged' }>,
): Changes<UnitPart> {
  const fact = factOf(event);
  const joining = event.units.flatMap((id) => state.get(unitKey(id)) ?? []);
  const existing = state.get(unitKey(event.successor));
  const successor =
    existing ?? (event.registers && registered(event.successor, event.registers, event, false));
  if (!successor || joining.length === 0) return [];
  const predecessors = joining.map(({ id }) => ({ unit: id, how: 'merge' as const, ...fact }));
  return [
    ...joining.map((unit) =>
      put({
        ...unit,
        status: 'merged',
        ended: { ...fact, how: 'merged' },
        successors: [...unit.successors, { unit: successor.id, how: 'merge', ...fact }],
      }),
    ),
    put({ ...successor, predecessors: [...successor.predecessors, ...predecessors] }),
  ];
}

function split(
  state: Parts<UnitPart>,
  event: Extract<StructureEvent, { type: 'UnitSplit' }>,
): Changes<UnitPart> {
  const unit = state.get(unitKey(event.unit));
  if (!unit) return [];
  const fact = factOf(event);
  const others = event.into.filter((share) => share.unit !== event.unit);
  const continues = others.length < event.into.length;
  const led = others.flatMap(({ unit: id, share, registers }) => {
    const into = state.get(unitKey(id)) ?? (registers && registered(id, registers, event, false));
    return into
      ? [
          put({
            ...into,
            predecessors: [...into.predecessors, { unit: unit.id, how: 'split', share, ...fact }],
          }),
        ]
      : [];
  });
  const successors = others.map(({ unit: id, share }) => ({
    unit: id,
    how: 'split' as const,
    share,
    ...fact,
  }));
  return [
    put({
      ...unit,
      ...(!continues && { status: 'split', ended: { ...fact, how: 'split' } }),
      successors: [...unit.successors, ...successors],
    }),
    ...led,
  ];
}
