import type { Parts } from '#timeline';
import { figuresOf } from '../budget.js';
import { gateBreaches, gateReads } from '../decision/gate.js';
import { recordedOf } from '../recorded.js';
import { present, refuse } from '../rules.js';
import { firstBreach, isRefusal, permitted, settled, type Decided, type Facts } from '../stream.js';
import { alreadySo, joining, repeats } from './already-so.js';
import type { CodeGiven, StructureCommand } from './commands.js';
import type { Recoding, SplitShare, StructureEvent, UnitAttributes } from './events.js';
import { evolveStructure } from './evolve.js';
import { permitsStructure } from './permits.js';
import { attributesOf, unitIn, type StructurePart } from './state.js';
import { codesGivenUp, touchesOfStructure } from './touches.js';

type State = Parts<StructurePart>;
type CommandOf<Name extends StructureCommand['type']> = Extract<StructureCommand, { type: Name }>;

export const structureRules = {
  evolve: evolveStructure,
  permits: permitsStructure,
  touches: touchesOfStructure,
  alsoTouches: codesGivenUp,
};

/**
 * The event that a command about a structure comes to, none where it changes nothing, or a refusal. Reads the decision
 * under which units are merged from `facts`.
 */
export function decideStructure(
  state: State,
  command: StructureCommand,
  facts: Facts,
): Decided<StructureEvent> {
  const decided = judged(state, command, facts);
  return settled(decided, command, { alreadySo: () => alreadySo(state, command), repeats });
}

function judged(state: State, command: StructureCommand, facts: Facts): Decided<StructureEvent> {
  const events = eventOf(state, command);
  if (isRefusal(events)) return events;
  const decided = permitted(structureRules, state, events);
  if (isRefusal(decided) || !isUnderDecision(command)) return decided;
  const { units, decision, effectiveOn: on } = command;
  const what = `The merge of ${units.join(', ')}`;
  const gate = { what, authorisedBy: command.type, act: 'staffing', decision, on } as const;
  return firstBreach(command, gateBreaches(gate, facts)) ?? decided;
}

/** The keys of what a command reads elsewhere: the decision under which units are merged. */
export function structureReads(command: StructureCommand): readonly string[] {
  return isUnderDecision(command) ? gateReads(command.decision) : [];
}

/** Whether units are merged under a decision: that must be in force on the day. */
function isUnderDecision(
  command: StructureCommand,
): command is CommandOf<'merge-units'> & { readonly decision: string } {
  return command.type === 'merge-units' && command.decision !== undefined;
}

function eventOf(state: State, command: StructureCommand): Decided<StructureEvent> {
  const recorded = recordedOf(command);
  switch (command.type) {
    case 'register-unit': {
      const { unit, name, opening = false } = command;
      return [{ ...recorded, type: 'UnitRegistered', unit, opening, ...attributesOf(command), name }];
    }
    case 'merge-units':
      return merge(state, command);
    case 'split-unit':
      return split(state, command);
    case 'rename-unit': {
      const { unit, name: toName, fromName = unitIn(state, unit)?.name ?? '' } = command;
      return [{ ...recorded, type: 'UnitRenamed', unit, fromName, toName }];
    }
    case 'recode-unit': {
      return [{ ...recorded, type: 'UnitRecoded', ...recodingOf(state, command) }];
    }
    case 'recode-units':
      return [
        { ...recorded, type: 'UnitsRecoded', units: command.units.map((one) => recodingOf(state, one)) },
      ];
    case 'reclassify-unit': {
      const { unit, unitKind: toKind, fromKind = unitIn(state, unit)?.unitKind ?? null } = command;
      return [{ ...recorded, type: 'UnitReclassified', unit, fromKind, toKind }];
    }
    case 'transfer-unit': {
      const { unit, toDirectorate = null, toGroup = null } = command;
      const held = unitIn(state, unit);
      // Where it came from is said only of what changes: the rest is no premise, and could turn out otherwise.
      const directorate = toDirectorate === null ? null : (held?.directorate ?? null);
      const group = toGroup === null ? null : (held?.group ?? null);
      const { fromDirectorate = directorate, fromGroup = group } = command;
      const transfer = { fromDirectorate, toDirectorate, fromGroup, toGroup };
      return [{ ...recorded, type: 'UnitTransferred', unit, ...transfer }];
    }
    case 'set-unit-budget':
      return [{ ...recorded, type: 'UnitBudgetSet', unit: command.unit, ...figuresOf(command) }];
    case 'set-unit-posts':
      return [{ ...recorded, type: 'UnitPostsSet', unit: command.unit, posts: command.posts }];
    case 'close-unit': {
      const { unit, reason } = command;
      return [{ ...recorded, type: 'UnitClosed', unit, ...present({ reason }) }];
    }
  }
}

function merge(state: State, command: CommandOf<'merge-units'>): Decided<StructureEvent> {
  const { successor } = command;
  const units = joining(command);
  const made = madeInto(state, successor, command);
  if ('refused' in made) return made;
  return [{ ...recordedOf(command), type: 'UnitsMerged', units, successor, ...made }];
}

function split(state: State, command: CommandOf<'split-unit'>): Decided<StructureEvent> {
  const { unit } = command;
  const into: SplitShare[] = [];
  for (const part of command.into) {
    const made = part.unit === unit ? {} : madeInto(state, part.unit, part);
    if ('refused' in made) return made;
    into.push({ unit: part.unit, share: part.share, ...made });
  }
  return [{ ...recordedOf(command), type: 'UnitSplit', unit, into }];
}

/** What a successor is registered with: nothing where it exists already, and then nothing else may be said of it. */
function madeInto(state: State, id: string, given: Partial<UnitAttributes>) {
  const held = unitIn(state, id);
  if (!held) {
    return given.name === undefined
      ? refuse(
          'successor-needs-name',
          `No unit ${id} is registered by then: give it a name to make it, or name a unit that exists`,
        )
      : { registers: { ...attributesOf(given), name: given.name } };
  }
  const attributes = attributesOf(given);
  const differs = (Object.keys(attributes) as (keyof UnitAttributes)[]).find(
    (attribute) => attributes[attribute] !== held[attribute],
  );
  return differs === undefined
    ? {}
    : refuse(
        'successor-already-registered',
        `Unit ${id} exists already with another ${differs}: leave ${differs} out, and change it with a command of its own`,
      );
}

function recodingOf(state: State, { unit, code, fromCode }: CodeGiven): Recoding {
  return { unit, fromCode: fromCode ?? unitIn(state, unit)?.code ?? null, toCode: code };
}
