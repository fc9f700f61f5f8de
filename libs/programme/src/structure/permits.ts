import type { Parts, Refusal } from '#timeline';
import { onDay, refuse } from '../rules.js';
import { firstBreach } from '../stream.js';
import type { StructureEvent } from './events.js';
import { unitKey, type UnitPart } from './state.js';

export function permitsStructure(state: Parts<UnitPart>, event: StructureEvent): Refusal | undefined {
  return firstBreach(event, breaches(state, event));
}

function* breaches(state: Parts<UnitPart>, event: StructureEvent): Iterable<Refusal> {
  switch (event.type) {
    case 'UnitRegistered':
      yield* unregistered(state, event.unit);
      return;
    case 'UnitsMerged':
      for (const id of event.units) yield* open(state, id);
      if (event.registers) yield* unregistered(state, event.successor);
      else yield* open(state, event.successor);
      return;
    case 'UnitSplit':
      yield* open(state, event.unit);
      for (const { unit, registers } of event.into) {
        if (unit === event.unit) continue;
        if (registers) yield* unregistered(state, unit);
        else yield* open(state, unit);
      }
      return;
    case 'UnitRenamed':
      yield* open(state, event.unit);
      yield* premise(state, event.unit, 'name', event.fromName);
      return;
    case 'UnitRecoded':
      yield* open(state, event.unit);
      yield* premise(state, event.unit, 'code', event.fromCode);
      return;
    case 'UnitReclassified':
      yield* open(state, event.unit);
      yield* premise(state, event.unit, 'unitKind', event.fromKind);
      return;
    case 'UnitTransferred':
      yield* open(state, event.unit);
      if (event.toDirectorate !== null)
        yield* premise(state, event.unit, 'directorate', event.fromDirectorate);
      if (event.toGroup !== null) yield* premise(state, event.unit, 'group', event.fromGroup);
      return;
    case 'UnitClosed':
      yield* open(state, event.unit);
      return;
  }
}

function* unregistered(state: Parts<UnitPart>, id: string): Iterable<Refusal> {
  const unit = state.get(unitKey(id));
  if (!unit) return;
  yield refuse(
    'unit-already-registered',
    `Unit ${id} was registered on ${onDay(unit.registered)}: give the new unit an id of its own, or strike that entry to correct it`,
  );
}

function* open(state: Parts<UnitPart>, id: string): Iterable<Refusal> {
  const unit = state.get(unitKey(id));
  if (!unit) {
    yield refuse(
      'unit-not-registered',
      `No unit ${id} is registered by then: register it first, or date this later`,
    );
  } else if (unit.ended) {
    const { how } = unit.ended;
    const into = unit.successors.filter((next) => next.on === unit.ended?.on).map((next) => next.unit);
    const what = how === 'closed' ? 'closed' : `${how} into ${into.join(' and ')}`;
    yield refuse(
      'unit-not-open',
      `Unit ${id} was ${what} on ${onDay(unit.ended)}: date this earlier, or name the unit it became`,
    );
  }
}

const words = {
  name: 'name',
  code: 'code',
  unitKind: 'kind',
  directorate: 'directorate',
  group: 'functional group',
} as const;

function* premise(
  state: Parts<UnitPart>,
  id: string,
  attribute: keyof typeof words,
  from: string | null,
): Iterable<Refusal> {
  const unit = state.get(unitKey(id));
  const is = unit?.[attribute] ?? null;
  if (!unit || is === from) return;
  yield refuse(
    'premise-changed',
    `The ${words[attribute]} of unit ${id} is ${is ?? 'not known'} by then, not ${from ?? 'unknown'}: strike the later entry and record it from there`,
  );
}
