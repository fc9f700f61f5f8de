import { actsOf, factOf, listed, onDay, present, type Recorded, refuse, says, the } from '#acts';
import type { Changes, Parts, Refusal } from '#timeline';
import { unitIn, unitKey, unitPart, type StructurePart, type UnitEnd, type UnitPart } from './state.js';
import { attributesOf, type UnitAttributes } from './unit-fields.js';

export type State = Parts<StructurePart>;

/** An act about business units. */
export const act = actsOf<StructurePart>();

/** The unit is registered by then. */
export function* registered(state: State, id: string): Iterable<Refusal> {
  if (!unitIn(state, id)) {
    yield refuse(
      'unit-not-registered',
      says`No unit ${the.unit(id)} is registered by then: register it first, or date this later`,
    );
  }
}

/** The unit is not registered yet. */
export function* unregistered(state: State, id: string): Iterable<Refusal> {
  const unit = unitIn(state, id);
  if (unit) {
    yield refuse(
      'unit-already-registered',
      says`Unit ${the.unit(id)} was registered on ${onDay(unit.registered)}: give the new unit an id of its own, or strike that entry to correct it`,
    );
  }
}

/** The unit is registered, and has not ended. */
export function* open(state: State, id: string): Iterable<Refusal> {
  yield* registered(state, id);
  yield* goingOn(state, id);
}

/** A unit that is registered has not ended. */
export function* goingOn(state: State, id: string): Iterable<Refusal> {
  const { ended, successors = [] } = unitIn(state, id) ?? {};
  if (!ended) return;
  const into = successors.filter(({ on }) => on === ended.on).map(({ unit }) => the.unit(unit));
  const what = ended.how === 'closed' ? 'closed' : says`${ended.how} into ${listed(into)}`;
  const instead = ended.how === 'closed' ? 'or strike the closing' : 'or name the unit it became';
  yield refuse(
    'unit-not-open',
    says`Unit ${the.unit(id)} was ${what} on ${onDay(ended)}: date this earlier, ${instead}`,
  );
}

export const put = (unit: UnitPart): readonly [string, UnitPart] => [unitKey(unit.id), unit];

/** A unit with some of its members changed; nothing where there is no such unit. */
export function changed(state: State, id: string, change: Partial<UnitPart>): Changes<StructurePart> {
  const unit = unitIn(state, id);
  return unit ? [put(unitPart({ ...unit, ...change }))] : [];
}

/** A unit as it begins. */
export function founded(id: string, as: UnitAttributes, entry: Recorded, opening: boolean): UnitPart {
  const standing = { status: 'open', registered: factOf(entry), opening } as const;
  const empty = { predecessors: [], successors: [], budgets: [] };
  const attributes = { ...attributesOf(as), name: as.name };
  return unitPart({ id, ...attributes, ...standing, ...present({ source: entry.source }), ...empty });
}

/** A unit that is gone: what it had is no longer its own. */
export function ended(unit: UnitPart, entry: Recorded, how: UnitEnd['how'], reason?: string): UnitPart {
  const { posts, ...rest } = unit;
  const had = unit.budgets.length > 0 || posts ? { budgets: unit.budgets, ...present({ posts }) } : undefined;
  const end = { ...factOf(entry), how, ...present({ reason, had }) };
  return unitPart({ ...rest, status: how, ended: end, budgets: [] });
}

export const within = (amount: number, most: number): boolean =>
  Number.isSafeInteger(amount) && amount >= 0 && amount <= most;
