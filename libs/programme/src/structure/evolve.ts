import type { Changes, Parts } from '#timeline';
import { factOf, type Recorded } from '../recorded.js';
import { present } from '../rules.js';
import { divided, joined, statedPosts, withStatedBudget, type Amounts } from './carried.js';
import type { NewUnit, Recoding, StructureEvent } from './events.js';
import { meaninglessForStructure } from './meaningless.js';
import {
  codeKey,
  holdersOf,
  unitIn,
  unitKey,
  unitPart,
  type Lineage,
  type StructurePart,
  type UnitEnd,
  type UnitPart,
} from './state.js';
import { givingUp } from './touches.js';

type State = Parts<StructurePart>;
type EventOf<Type extends StructureEvent['type']> = Extract<StructureEvent, { type: Type }>;

/** What an entry makes of the units and codes it is about; nothing where it has no meaning. */
export function evolveStructure(state: State, event: StructureEvent): Changes<StructurePart> {
  if (meaninglessForStructure(state, event)) return [];
  switch (event.type) {
    case 'UnitRegistered':
      return [
        put(registered(event.unit, event, event, event.opening)),
        ...codesAfter(state, event, [[event.code, event.unit]]),
      ];
    case 'UnitsMerged':
      return merged(state, event);
    case 'UnitSplit':
      return split(state, event);
    case 'UnitRenamed':
      return changed(state, event.unit, { name: event.toName });
    case 'UnitRecoded':
      return recoded(state, event, [event]);
    case 'UnitsRecoded':
      return recoded(state, event, event.units);
    case 'UnitReclassified':
      return changed(state, event.unit, { unitKind: event.toKind });
    case 'UnitTransferred':
      return changed(state, event.unit, {
        ...(event.toDirectorate !== null && { directorate: event.toDirectorate }),
        ...(event.toGroup !== null && { group: event.toGroup }),
      });
    case 'UnitBudgetSet': {
      const budgets = withStatedBudget(unitIn(state, event.unit)?.budgets ?? [], event);
      return changed(state, event.unit, { budgets });
    }
    case 'UnitPostsSet':
      return changed(state, event.unit, { posts: statedPosts(event) });
    case 'UnitClosed': {
      const unit = unitIn(state, event.unit);
      return unit ? [put(ended(unit, event, 'closed', event.reason)), ...codesAfter(state, event, [])] : [];
    }
  }
}

const put = (unit: UnitPart): readonly [string, UnitPart] => [unitKey(unit.id), unit];

function changed(state: State, id: string, change: Partial<UnitPart>): Changes<StructurePart> {
  const unit = unitIn(state, id);
  return unit ? [put(unitPart({ ...unit, ...change }))] : [];
}

/** Units with other codes. One that has ended, and was given another by exception, holds none from then on. */
function recoded(
  state: State,
  event: StructureEvent,
  recodings: readonly Recoding[],
): Changes<StructurePart> {
  const open = recodings.filter(({ unit }) => !unitIn(state, unit)?.ended);
  return [
    ...recodings.flatMap(({ unit, toCode }) => changed(state, unit, { code: toCode })),
    ...codesAfter(
      state,
      event,
      open.map(({ unit, toCode }) => [toCode, unit]),
    ),
  ];
}

/** Who has each code once some units gave up theirs and others took them: what is given up by an entry is free in it. */
function codesAfter(
  state: State,
  event: StructureEvent,
  taking: readonly (readonly [code: string | undefined, by: string])[],
): Changes<StructurePart> {
  const holders = new Map<string, readonly string[]>();
  const heldBy = (code: string) => holders.get(code) ?? holdersOf(state, code);
  for (const unit of givingUp(event)) {
    const code = unitIn(state, unit)?.code;
    if (code !== undefined && heldBy(code).includes(unit)) {
      holders.set(
        code,
        heldBy(code).filter((one) => one !== unit),
      );
    }
  }
  for (const [code, by] of taking) {
    if (code !== undefined) holders.set(code, [...heldBy(code).filter((one) => one !== by), by]);
  }
  return [...holders].map(([code, units]) => [codeKey(code), { kind: 'code', id: code, heldBy: units }]);
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
  return unitPart({ id, ...attributes, ...standing, predecessors: [], successors: [], budgets: [] });
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

/** A unit that is gone: what it had is no longer its own. */
function ended(unit: UnitPart, event: Recorded, how: UnitEnd['how'], reason?: string): UnitPart {
  const { posts, ...rest } = unit;
  const had = unit.budgets.length > 0 || posts ? { budgets: unit.budgets, ...present({ posts }) } : undefined;
  const end = { ...factOf(event), how, ...present({ reason, had }) };
  return unitPart({ ...rest, status: how, ended: end, budgets: [] });
}

/** A unit with what another brings it, and with the step that it came by, which may have made it. */
function reached(unit: UnitPart, step: Lineage, brought: Amounts, founded: boolean): UnitPart {
  const before = { ...(founded && { founded }), ...counted('handedOn', unit.successors) };
  const predecessors = [...unit.predecessors, { ...step, ...before }];
  return unitPart({ ...unit, predecessors, ...joined(unit, brought, { unit: step.unit, on: step.on }) });
}

/** The steps by which a unit hands on what it has by then. */
function handingOn(unit: UnitPart, steps: readonly Lineage[]): readonly Lineage[] {
  return [
    ...unit.successors,
    ...steps.map((step) => ({ ...step, ...counted('takenOver', unit.predecessors) })),
  ];
}

/** How many steps came before on the other side of a unit, where any did: days alone do not tell their order. */
const counted = <Side extends 'handedOn' | 'takenOver'>(side: Side, before: readonly Lineage[]) =>
  before.length > 0 ? ({ [side]: before.length } as { readonly [S in Side]: number }) : {};

function merged(state: State, event: EventOf<'UnitsMerged'>): Changes<StructurePart> {
  const { successor: id, registers } = event;
  const successor = becoming(state, id, registers, event);
  if (!successor) return [];
  const joining = event.units.flatMap((unit) => unitIn(state, unit) ?? []);
  const step = (unit: string): Lineage => ({ unit, how: 'merge', ...factOf(event) });
  return [
    ...joining.map((unit) =>
      put({ ...ended(unit, event, 'merged'), successors: handingOn(unit, [step(id)]) }),
    ),
    put(joining.reduce((all, unit) => reached(all, step(unit.id), unit, registers !== undefined), successor)),
    ...codesAfter(state, event, [[registers?.code, id]]),
  ];
}

function split(state: State, event: EventOf<'UnitSplit'>): Changes<StructurePart> {
  const unit = unitIn(state, event.unit);
  if (!unit) return [];
  const shares = event.into.map(({ share }) => share);
  const of = shares.reduce((sum, share) => sum + share, 0);
  const step = (id: string, share: number): Lineage => ({
    unit: id,
    how: 'split',
    share,
    of,
    ...factOf(event),
  });
  const amounts = divided(unit, shares);
  const into = event.into.map((part, n) => ({ ...part, gets: amounts[n] ?? { budgets: [] } }));
  const others = into.filter((part) => part.unit !== unit.id);
  const kept = into.find((part) => part.unit === unit.id);
  const left = kept ? unitPart({ ...unit, ...kept.gets }) : ended(unit, event, 'split');
  return [
    put({
      ...left,
      successors: handingOn(
        unit,
        others.map((part) => step(part.unit, part.share)),
      ),
    }),
    ...others.flatMap(({ unit: id, share, registers, gets }) => {
      const next = becoming(state, id, registers, event);
      return next ? [put(reached(next, step(unit.id, share), gets, registers !== undefined))] : [];
    }),
    ...codesAfter(
      state,
      event,
      others.map(({ unit: id, registers }) => [registers?.code, id]),
    ),
  ];
}
