import { same, type Parts } from '#timeline';
import { figuresOf } from '../budget.js';
import { addsNoDecision, restates } from '../repeated.js';
import type { Origin } from './carried.js';
import type { StructureCommand } from './commands.js';
import { attributesOf, unitIn, type StructurePart } from './state.js';

type State = Parts<StructurePart>;
type CommandOf<Name extends StructureCommand['type']> = Extract<StructureCommand, { type: Name }>;

/** The commands that are already so only where the very entry is on the record. */
export const repeats: ReadonlySet<StructureCommand['type']> = new Set([
  'register-unit',
  'merge-units',
  'split-unit',
  'close-unit',
] as const);

/** Whether the record holds already what a command says, so that it changes nothing. */
export function alreadySo(state: State, command: StructureCommand): boolean {
  if (command.type === 'merge-units') return alreadyMerged(state, command);
  if (command.type === 'recode-units') {
    return command.units.every(({ unit, code }) => unitIn(state, unit)?.code === code);
  }
  const unit = unitIn(state, command.unit);
  if (!unit) return false;
  switch (command.type) {
    case 'register-unit':
      return (
        restates(unit.registered, command) &&
        unit.opening === (command.opening ?? false) &&
        same(attributesOf(unit), attributesOf(command))
      );
    case 'split-unit':
      return alreadySplit(state, command);
    case 'rename-unit':
      return unit.name === command.name;
    case 'recode-unit':
      return unit.code === command.code;
    case 'reclassify-unit':
      return unit.unitKind === command.unitKind;
    case 'transfer-unit': {
      const { toDirectorate, toGroup } = command;
      if (toDirectorate === undefined && toGroup === undefined) return false;
      return (
        (toDirectorate ?? unit.directorate) === unit.directorate && (toGroup ?? unit.group) === unit.group
      );
    }
    case 'set-unit-budget': {
      const [held, ...more] = unit.budgets.filter(({ year }) => year === command.year);
      return (
        more.length === 0 && isAsStated(held, command) && same(held && figuresOf(held), figuresOf(command))
      );
    }
    case 'set-unit-posts':
      return isAsStated(unit.posts, command) && unit.posts?.count === command.posts;
    case 'close-unit':
      return (
        restates(unit.ended, command) && unit.ended?.how === 'closed' && unit.ended.reason === command.reason
      );
  }
}

/** Whether a figure is the unit's own statement and nothing else, by no other decision. */
function isAsStated(origin: Origin | undefined, command: StructureCommand): boolean {
  return (
    origin !== undefined &&
    origin.carriedFrom === undefined &&
    origin.divided === undefined &&
    addsNoDecision(origin.stated, command)
  );
}

/** The units that end by a merge: each of those named once, without the successor. */
export function joining({ units, successor }: CommandOf<'merge-units'>): readonly string[] {
  return [...new Set(units)].filter((id) => id !== successor);
}

function alreadyMerged(state: State, command: CommandOf<'merge-units'>): boolean {
  const successor = unitIn(state, command.successor);
  if (!successor) return false;
  const units = joining(command).map((id) => unitIn(state, id));
  return (
    units.length > 0 &&
    units.every(
      (unit) =>
        restates(unit?.ended, command) &&
        unit?.successors.some(
          ({ unit: id, how, on }) => id === successor.id && how === 'merge' && on === unit.ended?.on,
        ),
    ) &&
    same(attributesOf({ ...successor, ...attributesOf(command) }), attributesOf(successor))
  );
}

function alreadySplit(state: State, command: CommandOf<'split-unit'>): boolean {
  const of = command.into.reduce((sum, { share }) => sum + share, 0);
  const others = command.into.filter(({ unit }) => unit !== command.unit);
  const steps = unitIn(state, command.unit)?.successors.filter(
    (step) => step.how === 'split' && restates(step, command),
  );
  return (
    others.length > 0 &&
    same(
      steps?.map((step) => [step.unit, step.share, step.of]),
      others.map(({ unit, share }) => [unit, share, of]),
    ) &&
    others.every((part) => {
      const into = unitIn(state, part.unit);
      return into && same(attributesOf({ ...into, ...attributesOf(part) }), attributesOf(into));
    })
  );
}
