import { readTypedDate, readTypedPartDate, wrongDate } from '#pages';
import { describeDate, isCivilDate, parseDated, type CivilDate } from '#calendar';
import { describeCommand, isId, takeIn, type FieldDescription } from '#intake';
import { fieldsOf } from './entry-reading.js';
import { columnFor, typedInto, type Column } from './meeting-columns.js';
import { columnLetter, pastedRows, type PastedRow } from './pasted-rows.js';
import { readTyped } from './read-typed.js';
import type { ToRecord } from './to-record.js';
import type { Lookup, Typed, TypedProblem } from './typed.js';
import { commandCalled, happened } from './what-happened.js';

/** A command of a meeting, and the row it was pasted in; the decision itself was pasted in none. */
export interface MeetingItem extends ToRecord {
  readonly row: number | undefined;
}

/** A meeting as it was filled in, and everything that is wrong with it. */
export interface MeetingRead {
  readonly items: readonly MeetingItem[];
  readonly problems: readonly TypedProblem[];
}

/** Where a meeting is read: what things are called on a day, and which day it is today. */
export interface MeetingContext {
  readonly programme: string;
  readonly today: CivilDate;
  /** What is on the record, with the names of a day. */
  on(day: CivilDate): Lookup;
}

/** The most rows that are recorded at once. */
const mostRows = 500;

/** Fields of the decision that a meeting is recorded with. */
const decisionNames = ['title', 'maker', 'reference', 'text', 'reasons'] as const;

/** Everything that the page of a meeting asks. */
const asked: readonly string[] = ['when-day', 'source', 'decision', 'lines', ...decisionNames];

/** Reads a meeting: its day, the decision everything follows from, and a command a row. */
export function readMeeting(typed: Typed, context: MeetingContext): MeetingRead {
  const problems: TypedProblem[] = [];
  for (const name of Object.keys(typed).filter((one) => !asked.includes(one) && !isFormsOwn(one)))
    problems.push({ field: name, problem: `There is no field ${name} here: clear it` });
  const day = dayOf(typed['when-day'] ?? '', context.today, problems);
  const source = (typed['source'] ?? '').trim();
  const common = { takenOn: day, provenance: 'minuted', ...(source !== '' && { source }) };
  const lookup = context.on(day ?? context.today);
  const decided = decisionOf(typed, common, lookup, problems);
  const decision = decided ? decided.body['decision'] : chosenDecision(typed, lookup, problems);
  const { rows, problems: broken } = pastedRows(typed['lines'] ?? '');
  problems.push(...broken.map(({ row, problem }) => inRow(row, undefined, problem)));
  if (rows.length > mostRows)
    problems.push({ field: 'lines', problem: `Paste at most ${mostRows} rows at once` });
  const shared = { ...common, ...(decision !== undefined && { decision }) };
  const items = new Rows(shared, day, context, problems).read(rows.slice(0, mostRows));
  const all = decided ? [decided, ...items] : items;
  if (all.length === 0 && problems.length === 0)
    problems.push({
      field: 'lines',
      problem: 'Paste at least one row below its headings, or record the decision',
    });
  return { items: all, problems };
}

const isFormsOwn = (name: string): boolean => name.startsWith('_') || name === 'confirm' || name === 'add';

function dayOf(text: string, today: CivilDate, problems: TypedProblem[]): CivilDate | undefined {
  const day = readTypedDate(text);
  const wrong = (problem: string): undefined => {
    problems.push({ field: 'when-day', problem });
    return undefined;
  };
  if (!isCivilDate(day)) return wrong(wrongDate('The day of the meeting', text));
  return day > today ? wrong(`The meeting cannot have been after today, ${describeDate(today, 'day')}`) : day;
}

function decisionOf(
  typed: Typed,
  common: ToRecord['body'],
  lookup: Lookup,
  problems: TypedProblem[],
): MeetingItem | undefined {
  if (!decisionNames.some((name) => (typed[name] ?? '').trim() !== '')) return undefined;
  if (typed['decision'])
    problems.push({
      field: 'decision',
      problem: 'Choose a decision on the record, or record a new one: not both',
    });
  const own = fieldsOf('record-decision').filter(
    ({ name }) => name === 'decision' || (decisionNames as readonly string[]).includes(name),
  );
  const { decision: _chosen, ...others } = typed;
  const isOwn = (name: string) => own.some((field) => field.name === name.split('.')[0]);
  const read = readTyped(own, others, lookup, (name) => !isOwn(name));
  problems.push(...read.problems);
  return { row: undefined, command: 'record-decision', body: { ...common, ...read.body } };
}

/** The decision on the record that everything follows from, by its id or by what it is called. */
function chosenDecision(typed: Typed, lookup: Lookup, problems: TypedProblem[]): string | undefined {
  const text = (typed['decision'] ?? '').trim();
  if (text === '') return undefined;
  const found = lookup.idNamed('decision', text) ?? (isId(text) ? text : undefined);
  if (found === undefined)
    problems.push({ field: 'decision', problem: `No decision on the record is called “${text}”` });
  return found;
}

/** A heading as it stands over the rows below it. */
interface Heading {
  readonly index: number;
  readonly text: string;
  /** Whether it is wrong by itself: then its cells are not complained of one by one. */
  readonly isWrong: boolean;
}

class Rows {
  constructor(
    private readonly common: ToRecord['body'],
    private readonly day: CivilDate | undefined,
    private readonly context: MeetingContext,
    private readonly problems: TypedProblem[],
  ) {}

  read(rows: readonly PastedRow[]): MeetingItem[] {
    let head: readonly Heading[] | undefined;
    return rows.flatMap((row, index): MeetingItem[] => {
      const [first = ''] = row.cells;
      if (isHead(row)) {
        const until = rows.findIndex((one, at) => at > index && isHead(one));
        head = this.headings(row, rows.slice(index + 1, until < 0 ? undefined : until));
        return [];
      }
      if (!head) return this.wrong(row, 0, 'the headings come first: a row that begins with “What happened”');
      const command = commandCalled(first);
      if (command === undefined)
        return this.wrong(
          row,
          0,
          first.trim() === ''
            ? 'say what happened, in the words of the page Record'
            : `nothing is called “${first.trim()}”: use the words of the page Record`,
        );
      const item = this.item(row, command, head);
      return item ? [item] : [];
    });
  }

  /** The headings of a block, each that is wrong told once and not in every row below it. */
  private headings({ row, cells }: PastedRow, below: readonly PastedRow[]): Heading[] {
    const commands = [...new Set(below.flatMap(({ cells: [first = ''] }) => commandCalled(first) ?? []))];
    const taken = new Map<string, number>();
    return cells.flatMap((cell, index): Heading[] => {
      const text = cell.trim();
      if (index === 0 || text === '') return [];
      const columns = commands.flatMap((command) => columnFor(fieldsOf(command), text) ?? []);
      const [wrong] = columns.flatMap((one) => ('problem' in one ? one.problem : []));
      const fields = columns.flatMap((one) => ('problem' in one ? [] : one.at));
      const before = fields.map((at) => taken.get(at)).find((one) => one !== undefined);
      for (const at of fields) taken.set(at, index);
      const problem =
        commands.length === 0
          ? undefined
          : columns.length === 0
            ? `“${text}” is no heading for ${inQuotes(commands)}: use ${headsOf(commands[0] as string).join('; ')}`
            : (wrong ??
              (before === undefined
                ? undefined
                : `“${text}” is the same as the heading of column ${columnLetter(before)}: leave one of them`));
      if (problem !== undefined) this.problems.push(inRow(row, columnLetter(index), problem));
      return [{ index, text, isWrong: problem !== undefined }];
    });
  }

  private item(row: PastedRow, command: string, head: readonly Heading[]): MeetingItem | undefined {
    const fields = fieldsOf(command);
    const before = this.problems.length;
    const typed: Record<string, string> = {};
    const columns = new Map<string, Heading>();
    const wrongAt: string[] = [];
    for (const [index, cell] of row.cells.entries()) {
      if (index === 0 || cell.trim() === '') continue;
      const heading = head.find((one) => one.index === index);
      if (heading?.isWrong) continue;
      if (!heading) {
        this.wrong(row, index, `“${cell.trim()}” stands under no heading`);
        continue;
      }
      const column = columnFor(fields, heading.text);
      if (!column || 'problem' in column) {
        this.wrong(row, index, `“${happened(command)}” has no “${heading.text}”: clear the cell`);
        continue;
      }
      columns.set(column.at, heading);
      if (!this.type(row, heading, column, cell, typed)) wrongAt.push(column.at);
    }
    const read = readTyped(fields, typed, this.context.on(this.dayAbout(typed)));
    const problems = [...read.problems];
    const body = this.withCommon(command, read.body);
    if (problems.length === 0 && this.problems.length === before) {
      const taken = takeIn(command, body, this.context);
      if ('problems' in taken) problems.push(...taken.problems.map(read.told));
    }
    // A day that was not given is told at the day, and not in every row.
    for (const { field, problem } of this.day === undefined ? read.problems : problems) {
      // What could not be read is missing too, and is told once.
      if (wrongAt.some((at) => isOneIn(at, field))) continue;
      const heading = [...columns].find(([at]) => isOneIn(at, field))?.[1];
      // What is missing may stand under a heading that is wrong, and that is told at the heading.
      if (!heading && head.some(({ isWrong }) => isWrong)) continue;
      this.wrong(row, heading?.index, problem, heading?.text);
    }
    return problems.length > 0 || this.problems.length > before ? undefined : { row: row.row, command, body };
  }

  private type(
    row: PastedRow,
    heading: Heading,
    column: Column,
    cell: string,
    typed: Record<string, string>,
  ): boolean {
    const found = typedInto(column, cell);
    const problem =
      'problem' in found
        ? found.problem
        : Object.entries(found.typed).some(([name, value]) => (typed[name] ?? value) !== value)
          ? 'another column of this row says otherwise: fill in one of them'
          : undefined;
    if (problem !== undefined) this.wrong(row, heading.index, problem, heading.text);
    else Object.assign(typed, 'typed' in found ? found.typed : {});
    return problem === undefined;
  }

  /** The day that a row is about: its own where it has one, else that of the meeting. */
  private dayAbout(typed: Typed): CivilDate {
    const own = readTypedPartDate(typed['effectiveOn'] ?? '') ?? readTypedPartDate(typed['takenOn'] ?? '');
    return (own === undefined ? undefined : parseDated(own)?.date) ?? this.day ?? this.context.today;
  }

  private withCommon(command: string, own: ToRecord['body']): ToRecord['body'] {
    const keepsDay = own['takenOn'] === undefined && own['effectiveOn'] !== undefined;
    const { takenOn, ...circumstances } = this.common;
    return {
      ...circumstances,
      ...(!(keepsDay && !describeCommand(command)?.decided) && { takenOn }),
      ...own,
    };
  }

  private wrong({ row }: PastedRow, index: number | undefined, problem: string, heading?: string): never[] {
    const column = index === undefined ? undefined : columnLetter(index);
    const called = column !== undefined && heading !== undefined ? `${column} (${heading})` : column;
    this.problems.push(inRow(row, called, problem));
    return [];
  }
}

/** Whether one name of a field is the other, or is inside it. */
const isOneIn = (one: string, other: string): boolean =>
  one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);

const isHead = ({ cells: [first = ''] }: PastedRow): boolean =>
  /^(what happened|command)$/i.test(first.trim());

const inQuotes = (commands: readonly string[]): string =>
  commands.map((command) => `“${happened(command)}”`).join(' or ');

const inRow = (row: number, column: string | undefined, problem: string): TypedProblem => ({
  field: 'lines',
  problem: `Row ${row}${column === undefined ? '' : `, column ${column}`}: ${problem}`,
});

/** The headings of what people most record of a meeting, to copy into a spreadsheet. */
export function template(command: string): string {
  return ['What happened', ...headsOf(command)].join('\t');
}

function headsOf(command: string): string[] {
  return fieldsOf(command)
    .filter(({ name, control, premise }) => !premise && isAskedInATemplate(name) && !isNested(control))
    .map(({ label, control }) => (control.as === 'money' ? `${label} (£)` : label));
}

const isAskedInATemplate = (name: string): boolean =>
  !['takenOn', 'precision', 'decision', 'provenance', 'exception'].includes(name);

const isNested = (control: FieldDescription['control']): boolean =>
  control.as === 'ways' || control.as === 'object' || (control.as === 'list' && control.item.as === 'object');
