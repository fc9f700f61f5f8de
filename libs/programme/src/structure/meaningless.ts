import type { Parts, Refusal } from '#timeline';
import { statesNoAmount } from '../budget.js';
import { pounds } from '../money.js';
import { onDay, refuse } from '../rules.js';
import type { NewUnit, StructureEvent } from './events.js';
import { unitIn, type StructurePart, type UnitPart } from './state.js';

/** The most that one statement may give, so that thousands of units add up to what a number counts exactly. */
const mostPence = 1_000_000_000_000;
const mostPosts = 1_000_000;
const mostShares = 1_000_000;

type EventOf<Type extends StructureEvent['type']> = Extract<StructureEvent, { type: Type }>;

/** Where an entry of a structure would record nothing, or count a unit twice: no exception can give it a meaning. */
export function meaninglessForStructure(
  state: Parts<StructurePart>,
  event: StructureEvent,
): Refusal | undefined {
  switch (event.type) {
    case 'UnitRegistered':
      return registeredBefore(state, event.unit);
    case 'UnitsMerged':
      return meaninglessMerge(state, event);
    case 'UnitSplit':
      return meaninglessSplit(state, event);
    case 'UnitTransferred':
      if (event.toDirectorate === null && event.toGroup === null) return nothingToTransfer(event.unit);
      return notRegistered(state, event.unit);
    case 'UnitRenamed':
    case 'UnitRecoded':
    case 'UnitReclassified':
      return notRegistered(state, event.unit);
    case 'UnitsRecoded':
      return meaninglessRecoding(state, event);
    case 'UnitBudgetSet':
      return notOpen(state, event.unit) ?? meaninglessBudget(event);
    case 'UnitPostsSet':
      return notOpen(state, event.unit) ?? meaninglessPosts(event);
    case 'UnitClosed':
      return notOpen(state, event.unit);
  }
}

/** The refusal of what a unit that has ended does not take. */
export function endedBefore({ id, ended, successors }: UnitPart): Refusal | undefined {
  if (!ended) return undefined;
  const into = successors.filter(({ on }) => on === ended.on).map(({ unit }) => unit);
  const what = ended.how === 'closed' ? 'closed' : `${ended.how} into ${into.join(' and ')}`;
  const instead = ended.how === 'closed' ? 'or strike the closing' : 'or name the unit it became';
  return refuse('unit-not-open', `Unit ${id} was ${what} on ${onDay(ended)}: date this earlier, ${instead}`);
}

function meaninglessMerge(state: Parts<StructurePart>, event: EventOf<'UnitsMerged'>): Refusal | undefined {
  const { units, successor, registers } = event;
  if (units.length === 0 || new Set([...units, successor]).size <= units.length) {
    return refuse(
      'nothing-to-merge',
      `Name at least one unit besides ${successor} to merge into it, and each of them once`,
    );
  }
  return firstOf(units, (id) => notOpen(state, id)) ?? cannotBecome(state, successor, registers);
}

function meaninglessSplit(state: Parts<StructurePart>, event: EventOf<'UnitSplit'>): Refusal | undefined {
  const { unit, into } = event;
  if (into.length < 2 || new Set(into.map((part) => part.unit)).size < into.length) {
    return refuse(
      'split-needs-two',
      `Split unit ${unit} into at least two different units; name ${unit} itself among them if it goes on`,
    );
  }
  const unshared = into.find(({ share }) => share < 1 || !within(share, mostShares));
  if (unshared) {
    return refuse(
      'share-needed',
      `Give the share of unit ${unshared.unit} as a whole number from 1 to ${mostShares}, in the measure of the others`,
    );
  }
  const others = into.filter((part) => part.unit !== unit);
  return notOpen(state, unit) ?? firstOf(others, (part) => cannotBecome(state, part.unit, part.registers));
}

function meaninglessRecoding(
  state: Parts<StructurePart>,
  { units }: EventOf<'UnitsRecoded'>,
): Refusal | undefined {
  if (units.length === 0 || new Set(units.map(({ unit }) => unit)).size < units.length) {
    return refuse('nothing-to-recode', 'Name at least one unit to give a code to, and each of them once');
  }
  return firstOf(units, ({ unit }) => notRegistered(state, unit));
}

function meaninglessBudget(event: EventOf<'UnitBudgetSet'>): Refusal | undefined {
  if (statesNoAmount(event)) {
    return refuse(
      'amount-needed',
      `Give an amount for ${event.year}: gross, net, or notStated where the source does not say which`,
    );
  }
  const amounts = [event.gross, event.net, event.notStated].filter((amount) => amount !== undefined);
  if (amounts.every((amount) => within(amount, mostPence))) return undefined;
  return refuse(
    'amount-too-large',
    `Give every amount in whole pence, no more than ${pounds(mostPence)} for one unit and year`,
  );
}

function meaninglessPosts({ unit, posts }: EventOf<'UnitPostsSet'>): Refusal | undefined {
  if (within(posts, mostPosts)) return undefined;
  return refuse(
    'posts-too-many',
    `Give the posts of unit ${unit} as a whole number, no more than ${mostPosts}`,
  );
}

const within = (amount: number, most: number) =>
  Number.isSafeInteger(amount) && amount >= 0 && amount <= most;

/** Why a unit cannot take over from others: it is to be made and is there, or is to be there and is not open. */
function cannotBecome(
  state: Parts<StructurePart>,
  id: string,
  registers: NewUnit | undefined,
): Refusal | undefined {
  return registers ? registeredBefore(state, id) : notOpen(state, id);
}

function registeredBefore(state: Parts<StructurePart>, id: string): Refusal | undefined {
  const unit = unitIn(state, id);
  return (
    unit &&
    refuse(
      'unit-already-registered',
      `Unit ${id} was registered on ${onDay(unit.registered)}: give the new unit an id of its own, or strike that entry to correct it`,
    )
  );
}

function notRegistered(state: Parts<StructurePart>, id: string): Refusal | undefined {
  if (unitIn(state, id)) return undefined;
  return refuse(
    'unit-not-registered',
    `No unit ${id} is registered by then: register it first, or date this later`,
  );
}

function notOpen(state: Parts<StructurePart>, id: string): Refusal | undefined {
  const unit = unitIn(state, id);
  return unit ? endedBefore(unit) : notRegistered(state, id);
}

function nothingToTransfer(id: string): Refusal {
  return refuse('nothing-to-transfer', `Say where unit ${id} goes: toDirectorate, toGroup or both`);
}

function firstOf<T>(all: readonly T[], refusalOf: (one: T) => Refusal | undefined): Refusal | undefined {
  for (const one of all) {
    const refusal = refusalOf(one);
    if (refusal) return refusal;
  }
  return undefined;
}
