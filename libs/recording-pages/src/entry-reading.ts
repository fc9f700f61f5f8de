import { parseDated, type CivilDate } from '#calendar';
import { describeCommand, takeIn, type FieldDescription } from '#intake';
import type { Command } from '#programme';
import { readTyped } from './read-typed.js';
import { belongsTo, circumstanceFields, isAskedBeside, whatFields } from './steps.js';
import type { Lookup, Typed, TypedProblem } from './typed.js';
import { datesAnswered } from './when-answers.js';

/** What was filled in for one command on both pages. */
export interface EntryRead {
  readonly body: Readonly<Record<string, unknown>>;
  readonly what: readonly TypedProblem[];
  readonly when: readonly TypedProblem[];
  /** The command it comes to, where nothing is wrong with it. */
  readonly command?: Command;
}

/** Reads what was filled in for a command, and everything that is wrong with it, page by page. */
export function readEntry(
  command: string,
  typed: Typed,
  lookup: Lookup,
  context: { readonly programme: string; readonly today: CivilDate },
): EntryRead {
  const fields = [...whatFields(command), ...circumstanceFields(command)];
  const read = readTyped(fields, typed, lookup, (name) => isAskedBeside(command, name));
  const { dates, problems: wrongDates } = datesAnswered(command, typed, context.today);
  const body = { ...read.body, ...dates };
  const problems = [...read.problems, ...wrongDates];
  if (problems.length > 0) return split(command, body, problems);
  const taken = takeIn(command, body, context);
  if ('problems' in taken)
    return split(
      command,
      body,
      taken.problems.map((one) => placed(read.told(one), one.field)),
    );
  return { body, what: [], when: [], ...('command' in taken && { command: taken.command }) };
}

/**
 * The day that what was filled in is about, as far as it was said: names and choices are those of that day. Undefined
 * where it was not said yet.
 */
export function dayAbout(command: string, typed: Typed, today: CivilDate): CivilDate | undefined {
  const { takenOn, effectiveOn } = datesAnswered(command, typed, today).dates;
  const day = effectiveOn ?? takenOn;
  const ends = describeCommand(command)?.ends === true && effectiveOn !== undefined;
  return day === undefined ? undefined : parseDated(day, ends ? 'last' : 'first')?.date;
}

/** A problem of a date stands beside the answer that the date comes from. */
function placed(told: TypedProblem, field: string): TypedProblem {
  if (told.field !== '') return told;
  if (field === 'takenOn') return { ...told, field: 'when' };
  return field === 'effectiveOn' || field === 'precision' ? { ...told, field: 'holds' } : told;
}

function split(command: string, body: EntryRead['body'], problems: readonly TypedProblem[]): EntryRead {
  const isWhen = ({ field }: TypedProblem) => belongsTo('when', command, field);
  return { body, what: problems.filter((one) => !isWhen(one)), when: problems.filter(isWhen) };
}

/** Every field of a command, for whoever says in words what was filled in. */
export function fieldsOf(command: string): readonly FieldDescription[] {
  return describeCommand(command)?.fields ?? [];
}
