import { type Content, table } from '#pages';
import { fieldsOf } from './entry-reading.js';
import { nameOfNew } from './made-ids.js';
import { fieldsShown } from './fields-page.js';
import { template, type MeetingItem } from './meeting-reading.js';
import { saidInWords, type Naming } from './said-in-words.js';
import type { Things } from './things.js';
import type { Typed, TypedProblem } from './typed.js';
import { happened, happenings } from './what-happened.js';

/** A row as a play left it. */
export interface LinePlayed extends MeetingItem {
  /** False where it is so already. */
  readonly changes: boolean;
  readonly problem?: string;
}

interface MeetingShown {
  readonly typed: Typed;
  readonly problems: readonly TypedProblem[];
  readonly things: Things;
  readonly action: string;
  readonly back: string;
  readonly confirm: boolean;
  /** What a play came to; left out before anything was sent. */
  readonly lines?: readonly LinePlayed[];
  readonly record?: string;
  readonly drop?: string;
}

const decisionFields = ['title', 'maker', 'reference', 'text', 'reasons'];

/** The names of the fields of the page of a meeting. */
export const meetingNames = ['when-day', 'decision', ...decisionFields, 'source', 'lines'];

/** "Record a whole meeting": its day, its decision, and rows pasted from a spreadsheet; then the check of each line. */
export function meetingPage(facts: MeetingShown): Content {
  const { typed, problems, things, action, back, confirm, lines = [], record, drop } = facts;
  const heading = 'Record a whole meeting';
  const of = (names: readonly string[], command: string) => {
    const fields = fieldsOf(command).filter(({ name }) => names.includes(name));
    const { needed, more } = fieldsShown(
      fields.map((field) => ({ ...field, required: false })),
      typed,
      problems,
      things,
    );
    return [...needed, ...more];
  };
  const problemOf = (name: string) => problems.find(({ field }) => field === name)?.problem;
  const isReady = lines.length > 0 && problems.length === 0;
  return {
    title: problems.length > 0 ? `Error: ${heading}` : heading,
    template: 'record-meeting',
    streams: [],
    undated: true,
    data: {
      heading,
      action,
      back,
      confirm,
      problems: problems.map(({ field, problem }) => ({ text: problem, href: `#${field}` })),
      day: { value: typed['when-day'] ?? '', error: problemOf('when-day') },
      existing: of(['decision'], 'close-unit'),
      decision: of(decisionFields, 'record-decision'),
      decisionOpen: decisionFields.some((name) => (typed[name] ?? '') !== ''),
      source: of(['source'], 'close-unit'),
      pasted: {
        value: typed['lines'] ?? '',
        error: problems.filter(({ field }) => field === 'lines').length > 0,
      },
      checked: lines.length === 0 ? undefined : checkTable(lines, things),
      isReady,
      count: lines.filter(({ changes }) => changes).length,
      record,
      drop,
      templates: happenings.map(({ heading: group, commands }) => ({
        group,
        lines: Object.keys(commands)
          .filter((command) => command !== 'issue-report' && command !== 'start-programme')
          .map((command) => ({
            text: happened(command),
            head: `${template(command)}\n${happened(command)}`,
          })),
      })),
    },
  };
}

/** What things are called on the record, and by the rows that would make them. */
function namedByRows(lines: readonly LinePlayed[], things: Things): Naming {
  const made = new Map<string, string>();
  for (const { command, body } of lines) {
    const called = nameOfNew(body);
    for (const { name, control } of fieldsOf(command)) {
      if (control.as !== 'id' || control.newness === 'old' || called === undefined) continue;
      made.set(`${control.of}/${String(body[name])}`, called);
    }
  }
  return {
    nameOf: (of, id, whole) =>
      (things.isThere(of, id) ? undefined : made.get(`${of}/${id}`)) ?? things.nameOf(of, id, whole),
  };
}

function checkTable(lines: readonly LinePlayed[], things: Things) {
  const naming = namedByRows(lines, things);
  const rows = lines.map(({ row, command, body, changes, problem }) => [
    row === undefined ? 'The decision' : String(row),
    happened(command),
    saidInWords(fieldsOf(command), body, naming)
      .filter(({ name }) => !['decision', 'provenance', 'source'].includes(name))
      .map(({ label, lines: said }) => `${label}: ${said.join('; ')}`)
      .join(', '),
    problem ?? (changes ? 'Will be recorded' : 'So already: nothing to record'),
  ]);
  return table('Each row as it would be recorded', ['Row', 'What happened', 'It says', 'Comes to'], rows);
}
