import { same, type Parts } from '#timeline';
import { recordedOf } from '../recorded.js';
import { present, refuse } from '../rules.js';
import { isRefusal, permitted, type Decided } from '../stream.js';
import type { StructureCommand } from './commands.js';
import type { SplitShare, StructureEvent, UnitAttributes } from './events.js';
import { evolveStructure } from './evolve.js';
import { permitsStructure } from './permits.js';
import { unitKey, type UnitPart } from './state.js';

export const structureRules = {
  evolve: evolveStructure,
  permits: permitsStructure,
  touches: (event: StructureEvent): readonly string[] => {
    switch (event.type) {
      case 'UnitsMerged':
        return [...event.units, event.successor].map(unitKey);
      case 'UnitSplit':
        return [event.unit, ...event.into.map(({ unit }) => unit)].map(unitKey);
      case 'UnitRegistered':
      case 'UnitRenamed':
      case 'UnitRecoded':
      case 'UnitReclassified':
      case 'UnitTransferred':
      case 'UnitClosed':
        return [unitKey(event.unit)];
    }
  },
};

export function decideStructure(state: Parts<UnitPart>, command: StructureCommand): Decided<StructureEvent> {
  const event = eventOf(state, command);
  if (event === undefined) return [];
  return isRefusal(event) ? event : permitted(structureRules, state, event);
}

function eventOf(state: Parts<UnitPart>, command: StructureCommand): Decided<StructureEvent> | undefined {
  const recorded = recordedOf(command);
  switch (command.type) {
    case 'register-unit': {
      const { unit, opening = false } = command;
      const attributes = attributesOf(command) as UnitAttributes;
      const held = state.get(unitKey(unit));
      const again =
        held &&
        held.registered.on === command.effectiveOn &&
        held.opening === opening &&
        same(attributesOf(held), attributes);
      return again ? undefined : [{ ...recorded, type: 'UnitRegistered', unit, opening, ...attributes }];
    }
    case 'merge-units':
      return merge(state, command);
    case 'split-unit':
      return split(state, command);
    case 'rename-unit': {
      const held = state.get(unitKey(command.unit));
      if (held?.status === 'open' && held.name === command.name) return undefined;
      return [
        {
          ...recorded,
          type: 'UnitRenamed',
          unit: command.unit,
          fromName: held?.name ?? '',
          toName: command.name,
        },
      ];
    }
    case 'recode-unit': {
      const held = state.get(unitKey(command.unit));
      if (held?.status === 'open' && held.code === command.code) return undefined;
      return [
        {
          ...recorded,
          type: 'UnitRecoded',
          unit: command.unit,
          fromCode: held?.code ?? null,
          toCode: command.code,
        },
      ];
    }
    case 'reclassify-unit': {
      const held = state.get(unitKey(command.unit));
      if (held?.status === 'open' && held.unitKind === command.unitKind) return undefined;
      const fromKind = held?.unitKind ?? null;
      return [
        { ...recorded, type: 'UnitReclassified', unit: command.unit, fromKind, toKind: command.unitKind },
      ];
    }
    case 'transfer-unit': {
      const { unit, toDirectorate = null, toGroup = null } = command;
      if (toDirectorate === null && toGroup === null) {
        return refuse('nothing-to-transfer', `Say where unit ${unit} goes: toDirectorate, toGroup or both`);
      }
      const held = state.get(unitKey(unit));
      const fromDirectorate = held?.directorate ?? null;
      const fromGroup = held?.group ?? null;
      if (
        held?.status === 'open' &&
        (toDirectorate ?? fromDirectorate) === fromDirectorate &&
        (toGroup ?? fromGroup) === fromGroup
      ) {
        return undefined;
      }
      return [
        { ...recorded, type: 'UnitTransferred', unit, fromDirectorate, toDirectorate, fromGroup, toGroup },
      ];
    }
    case 'close-unit': {
      const { unit, reason } = command;
      const ended = state.get(unitKey(unit))?.ended;
      if (ended?.how === 'closed' && ended.on === command.effectiveOn) return undefined;
      return [{ ...recorded, type: 'UnitClosed', unit, ...present({ reason }) }];
    }
  }
}

function merge(
  state: Parts<UnitPart>,
  command: Extract<StructureCommand, { type: 'merge-units' }>,
): Decided<StructureEvent> | undefined {
  const { successor } = command;
  const units = [...new Set(command.units)].filter((id) => id !== successor);
  if (units.length === 0) {
    return refuse('nothing-to-merge', `Name at least one unit besides ${successor} to merge into it`);
  }
  const already = units.every((id) =>
    state
      .get(unitKey(id))
      ?.successors.some(
        ({ unit, how, on }) => unit === successor && how === 'merge' && on === command.effectiveOn,
      ),
  );
  if (already) return undefined;
  const target = registersFor(state, successor, command);
  if (target && 'refused' in target) return target;
  return [
    { ...recordedOf(command), type: 'UnitsMerged', units, successor, ...(target && { registers: target }) },
  ];
}

function split(
  state: Parts<UnitPart>,
  command: Extract<StructureCommand, { type: 'split-unit' }>,
): Decided<StructureEvent> | undefined {
  const { unit } = command;
  const ids = command.into.map((share) => share.unit);
  if (new Set(ids).size !== ids.length || ids.length < 2) {
    return refuse(
      'split-needs-two',
      `Split unit ${unit} into at least two different units; name ${unit} itself among them if it goes on`,
    );
  }
  const others = ids.filter((id) => id !== unit);
  const known = state
    .get(unitKey(unit))
    ?.successors.filter(({ how, on }) => how === 'split' && on === command.effectiveOn);
  if (
    known &&
    known.length > 0 &&
    same(
      known.map((next) => next.unit),
      others,
    )
  )
    return undefined;
  const into: SplitShare[] = [];
  for (const share of command.into) {
    const registers = share.unit === unit ? undefined : registersFor(state, share.unit, share);
    if (registers && 'refused' in registers) return registers;
    into.push({ unit: share.unit, share: share.share, ...(registers && { registers }) });
  }
  return [{ ...recordedOf(command), type: 'UnitSplit', unit, into }];
}

/** What a successor is registered with: nothing where it exists already, and then nothing else may be said of it. */
function registersFor(state: Parts<UnitPart>, id: string, given: Partial<UnitAttributes>) {
  const attributes = attributesOf(given);
  const held = state.get(unitKey(id));
  if (held) {
    const differs = (Object.keys(attributes) as (keyof UnitAttributes)[]).find(
      (name) => attributes[name] !== held[name],
    );
    return differs === undefined
      ? undefined
      : refuse(
          'successor-already-registered',
          `Unit ${id} exists already with another ${differs}: leave ${differs} out, and change it with a command of its own`,
        );
  }
  return attributes.name === undefined
    ? refuse(
        'successor-needs-name',
        `No unit ${id} is registered by then: give it a name to make it, or name a unit that exists`,
      )
    : (attributes as UnitAttributes);
}

function attributesOf({
  name,
  code,
  unitKind,
  directorate,
  group,
}: Partial<UnitAttributes>): Partial<UnitAttributes> {
  return present({ name, code, unitKind, directorate, group });
}
