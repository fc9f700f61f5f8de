import { type Recorded, refuse, says, the } from '#acts';
import { idOf, name, optional, required, type Values } from '#fields';
import type { Refusal } from '#timeline';
import { joined, type Amounts } from './carried.js';
import { unitIn, unitPart, type Lineage, type UnitPart } from './state.js';
import { attributes, attributesOf, type UnitAttributes } from './unit-fields.js';
import { founded, open, unregistered, type State } from './units.js';

/** A unit that others become, registered already or new. */
export const successorId = (says: string) => required(idOf('unit', 'either'), says);

/** What is said of a unit that others become, where it is new. */
export const asRegistered = (says: string) => ({ name: optional(name, says), ...attributes });

type Said = Values<ReturnType<typeof asRegistered>>;

/** What an entry says of a unit that others become: whether the entry makes it, and as what. */
export interface Becoming extends Partial<UnitAttributes> {
  /** There where the entry makes the unit, absent where it was there before: then nothing else is said of it. */
  readonly founds?: true;
}

const unsaid = Object.fromEntries(
  ['name', ...Object.keys(attributes)].map((attribute) => [attribute, undefined]),
) as Partial<UnitAttributes>;

/** How others become a unit: it is made as it is described, or was there before and then may be described no otherwise. */
export function becoming(state: State, id: string, said: Said): Becoming | Refusal {
  const held = unitIn(state, id);
  const given = attributesOf(said);
  if (!held) {
    if (given.name !== undefined) return { founds: true, ...given };
    return refuse(
      'successor-needs-name',
      says`No unit ${the.unit(id)} is registered by then: give it a name to make it, or name a unit that exists`,
    );
  }
  const differs = (Object.keys(given) as (keyof UnitAttributes)[]).find(
    (attribute) => given[attribute] !== held[attribute],
  );
  if (differs === undefined) return unsaid;
  return refuse(
    'successor-already-registered',
    says`Unit ${the.unit(id)} exists already with another ${differs}: leave ${differs} out, and change it with a command of its own`,
  );
}

/** A unit can take over from others: it is to be made and is not there, or is there and open. */
export function canBecome(state: State, id: string, { founds }: Becoming): Iterable<Refusal> {
  return founds ? unregistered(state, id) : open(state, id);
}

/** The unit that takes over: as it stands, or as the entry makes it. */
export function unitThatTakesOver(
  state: State,
  id: string,
  as: Becoming,
  entry: Recorded,
): UnitPart | undefined {
  return as.founds ? founded(id, { name: '', ...as }, entry, false) : unitIn(state, id);
}

/** A unit with what another brings it, and with the step that it came by, which may have made it. */
export function reached(unit: UnitPart, step: Lineage, brought: Amounts, { founds }: Becoming): UnitPart {
  const before = { ...(founds && { founded: founds }), ...counted('handedOn', unit.successors) };
  const predecessors = [...unit.predecessors, { ...step, ...before }];
  return unitPart({ ...unit, predecessors, ...joined(unit, brought, { unit: step.unit, on: step.on }) });
}

/** The steps by which a unit hands on what it has by then. */
export function handingOn(unit: UnitPart, steps: readonly Lineage[]): readonly Lineage[] {
  return [
    ...unit.successors,
    ...steps.map((step) => ({ ...step, ...counted('takenOver', unit.predecessors) })),
  ];
}

/** How many steps came before on the other side of a unit, where any did: days alone do not tell their order. */
const counted = <Side extends 'handedOn' | 'takenOver'>(side: Side, before: readonly Lineage[]) =>
  before.length > 0 ? ({ [side]: before.length } as { readonly [S in Side]: number }) : {};
