import { describeCommand, type Control, type FieldDescription } from '#intake';
import { howToTypeADate, readTypedDate } from '../typed-date.js';
import { fieldsOf } from './entry-reading.js';
import { pastedRows, type PastedRow } from './pasted-rows.js';
import { readTyped } from './read-typed.js';
import type { ToRecord } from './recording-desk.js';
import type { Lookup, Typed, TypedProblem } from './typed.js';
import { commandCalled } from './what-happened.js';

/** A command of a meeting, and the line it was pasted on; the decision itself was pasted on none. */
export interface MeetingItem extends ToRecord {
  readonly line: number | undefined;
}

/** A meeting as it was filled in, and everything that is wrong with it. */
export interface MeetingRead {
  readonly items: readonly MeetingItem[];
  readonly problems: readonly TypedProblem[];
}

/** The most lines that are recorded at once. */
const mostLines = 500;

/** Fields of the decision that a meeting is recorded with. */
const decisionNames = ['title', 'maker', 'reference', 'text', 'reasons'] as const;

/** Reads a meeting: its day, the decision everything follows from, and a command a line. */
export function readMeeting(typed: Typed, lookup: Lookup): MeetingRead {
  const problems: TypedProblem[] = [];
  const day = readTypedDate(typed['when-day'] ?? '');
  if (day?.length !== 10)
    problems.push({ field: 'when-day', problem: `The day of the meeting ${howToTypeADate}` });
  const source = (typed['source'] ?? '').trim();
  const common = { takenOn: day, provenance: 'minuted', ...(source !== '' && { source }) };
  const decided = decisionOf(typed, common, lookup, problems);
  const decision = decided?.body['decision'] ?? (typed['decision'] || undefined);
  const { rows, problems: broken } = pastedRows(typed['lines'] ?? '');
  problems.push(...broken.map(({ line, problem }) => onLine(line, problem)));
  if (rows.length > mostLines)
    problems.push({ field: 'lines', problem: `Paste at most ${mostLines} lines at once` });
  const items = rowItems(
    rows.slice(0, mostLines),
    { ...common, ...(decision !== undefined && { decision }) },
    lookup,
    problems,
  );
  const all = decided ? [decided, ...items] : items;
  if (all.length === 0 && problems.length === 0)
    problems.push({
      field: 'lines',
      problem: 'Paste at least one line below its headings, or record the decision',
    });
  return { items: all, problems };
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
  const { decision: _chosen, ...asked } = typed;
  const read = readTyped(own, asked, lookup);
  problems.push(...read.problems);
  return { line: undefined, command: 'record-decision', body: { ...common, ...read.body } };
}

function rowItems(
  rows: readonly PastedRow[],
  common: ToRecord['body'],
  lookup: Lookup,
  problems: TypedProblem[],
): MeetingItem[] {
  let head: readonly string[] | undefined;
  return rows.flatMap(({ line, cells }): MeetingItem[] => {
    const wrong = (problem: string): MeetingItem[] => {
      problems.push(onLine(line, problem));
      return [];
    };
    const [first = '', ...others] = cells;
    if (/^(what happened|command)$/i.test(first.trim())) {
      head = others;
      return [];
    }
    if (!head) return wrong('the headings come first: a line that begins with “What happened”');
    const command = commandCalled(first);
    if (command === undefined)
      return wrong(`nothing is called “${first.trim()}”: use the words of the page Record`);
    const typed: Record<string, string> = {};
    const fields = fieldsOf(command);
    for (const [index, cell] of others.entries()) {
      if (cell.trim() === '') continue;
      const name = (head[index] ?? '').trim();
      const found = cellsFor(fields, name, cell);
      if (!found) return wrong(`“${name || `column ${index + 2}`}” is no heading for “${first.trim()}”`);
      Object.assign(typed, found);
    }
    const read = readTyped(fields, typed, lookup);
    if (read.problems.length > 0) return wrong(read.problems.map(({ problem }) => problem).join('; '));
    const keepsDay = read.body['takenOn'] === undefined && read.body['effectiveOn'] !== undefined;
    const { takenOn, ...circumstances } = common;
    const inCommon = {
      ...circumstances,
      ...(!(keepsDay && !describeCommand(command)?.decided) && { takenOn }),
    };
    return [{ line, command, body: { ...inCommon, ...read.body } }];
  });
}

/** What a cell is typed as, under a heading that is the name or the label of a field; a list is apart by semicolons. */
function cellsFor(fields: readonly FieldDescription[], heading: string, cell: string): Typed | undefined {
  const [root = '', ...inside] = heading.split('.');
  const field = fields.find(
    ({ name, label }) =>
      name.toLowerCase() === root.toLowerCase() || label.toLowerCase() === heading.toLowerCase(),
  );
  if (!field) return undefined;
  const at = inside.length > 0 ? [field.name, ...inside].join('.') : field.name;
  if (inside.length > 0 || !isPlainList(field.control)) return { [at]: cell };
  return Object.fromEntries(cell.split(';').map((one, row) => [`${at}.${row}`, one.trim()]));
}

const isPlainList = (control: Control): boolean => control.as === 'list' && control.item.as !== 'object';

const onLine = (line: number, problem: string): TypedProblem => ({
  field: 'lines',
  problem: `Line ${line}: ${problem}`,
});

/** The headings of what people most record of a meeting, to copy into a spreadsheet. */
export function template(command: string): string {
  const heads = fieldsOf(command)
    .filter(
      ({ name, control }) =>
        !['takenOn', 'precision', 'decision', 'provenance', 'exception'].includes(name) && !isNested(control),
    )
    .map(({ name }) => name);
  return ['What happened', ...heads].join('\t');
}

const isNested = (control: Control): boolean =>
  control.as === 'ways' || control.as === 'object' || (control.as === 'list' && control.item.as === 'object');
