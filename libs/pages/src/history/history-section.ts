import { londonDate, type Instant } from '#calendar';
import { ruleInWords } from '#programme';
import { pageAddress, thingAddress, type Where } from '../addresses-of-pages.js';
import type { Chart } from '../charts/chart.js';
import { twoAxes } from '../charts/two-axes.js';
import { about } from '../entry-table.js';
import { notOnRecord, type Names } from '../names.js';
import { linesInWords, textOfCell } from '../part-in-words.js';
import { table, type Cell, type Table } from '../table.js';
import { dated, entryInWords, recordedOn } from '../words.js';
import type { EntryShown } from './entry-rows.js';

/** What was recorded, on both axes of time: from when each entry holds, and when it was written down. */
export function historyChart(
  title: string,
  entries: readonly EntryShown[],
  where: Where,
  csv: string,
  names: Names,
): Chart {
  const svg = twoAxes(
    title,
    entries.map(({ effectiveOn, recordedAt, struckBy }) => ({
      holdsFrom: effectiveOn,
      recorded: londonDate(recordedAt as Instant),
      struck: (struckBy ?? undefined) !== undefined,
    })),
  );
  return {
    title,
    note: 'To the right: from when an entry holds. Upwards: when it was recorded. On the slanting line it was recorded on its day; above it, later; below it, ahead. A cross was struck.',
    ...(svg !== undefined && { svg }),
    table: historyTable(title, entries, where, csv, names),
  };
}

/** Entries in the order of the log, those that were struck with their strike. Each leads to itself, whole. */
export function historyTable(
  caption: string,
  entries: readonly EntryShown[],
  where: Where,
  csv: string,
  names: Names,
): Table {
  const hasDecision = entries.some(({ decision }) => decision !== undefined);
  const hasStruck = entries.some(({ struckBy }) => struckBy);
  // The history of one thing need not say in each line whose it is.
  const hasAbout = new Set(entries.map(({ stream }) => stream)).size > 1;
  const rows = entries.map((entry): Cell[] => [
    recordedOn(entry.recordedAt),
    dated(entry.effectiveOn, entry.precision, entry.provenance),
    entryLink(entry, where),
    ...(hasAbout ? [about(entry.stream, where, names)] : []),
    saidInWords(entry, names, hasAbout ? [] : ownIdOf(entry)),
    ...(hasDecision ? [decisionLink(entry, where, names)] : []),
    ...(hasStruck ? [struckLink(entry, where)] : []),
  ]);
  const head = [
    'Recorded on',
    'Holds from',
    'Entry',
    ...(hasAbout ? ['About'] : []),
    'It says',
    ...(hasDecision ? ['Decision'] : []),
    ...(hasStruck ? ['Struck'] : []),
  ];
  return table(caption, head, rows, {
    empty: 'Nothing was recorded.',
    csv,
    struck: entries.flatMap(({ struckBy }, n) => (struckBy ? [n] : [])),
  });
}

/** An entry, leading to the whole of it. */
export function entryLink({ type, id }: Pick<EntryShown, 'type' | 'id'>, where: Where): Cell {
  return { text: entryInWords(type), href: entryAddress([id], where) };
}

/** The page that shows these entries whole, as far as is known now where they were recorded since. */
export function entryAddress(ids: readonly string[], where: Where): string {
  return pageAddress(where, 'history', { entries: ids.slice(0, 100).join(',') });
}

/** The decision of an entry by its title, as a link. */
export function decisionLink({ decision }: EntryShown, where: Where, names: Names): Cell {
  if (decision === undefined) return '';
  const text = names.of(['decision'], decision)?.text ?? notOnRecord('decision');
  return { text, href: thingAddress(where, 'decision', decision) };
}

/** That an entry was struck, when and why; it leads to the entry, its strike and what replaced it, side by side. */
export function struckLink({ id, struckBy, replacedBy = [] }: EntryShown, where: Where): Cell {
  if (!struckBy) return '';
  const reason = typeof struckBy.reason === 'string' ? `: ${struckBy.reason}` : '';
  const then = replacedBy.length > 0 ? '. See what replaced it' : '';
  const ids = [id, ...(struckBy.id === undefined ? [] : [struckBy.id]), ...replacedBy.map((one) => one.id)];
  return {
    text: `Struck on ${recordedOn(struckBy.recordedAt)}${reason}${then}`,
    href: entryAddress(ids, where),
  };
}

/** The field under which an entry says which thing it is of, where it does. */
function ownIdOf({ data, stream }: EntryShown): readonly string[] {
  const [, kind = '', id] = stream.split('/');
  return data[kind] === id ? [kind] : [];
}

/**
 * What an entry says in its line, and the rule that it sets aside, which is never cut away.
 *
 * @param left names of fields that the page says elsewhere
 */
export function saidInWords(
  { data, exception }: Pick<EntryShown, 'data' | 'exception'>,
  names: Names,
  left: readonly string[] = [],
): string {
  return [dataInWords(data, names, left), ...(exception ? [setsAside(exception)] : [])]
    .filter(Boolean)
    .join('; ');
}

/** That an entry was let past a rule, and why: "Sets aside that an office has one holder at a time: not in the source". */
export const setsAside = ({ rule, reason }: NonNullable<EntryShown['exception']>): string =>
  `Sets aside ${ruleInWords(rule)}: ${reason}`;

/** How much of what an entry says stands in its line. */
const longest = 200;

/** What an entry says, field by field, cut where it is long: the entry has it whole. */
export function dataInWords(
  data: Readonly<Record<string, unknown>>,
  names: Names,
  left: readonly string[] = [],
): string {
  const said = linesInWords(data, names, left)
    .map(({ name, says }) => `${name}: ${textOfCell(says)}`)
    .join('; ');
  return said.length > longest ? `${said.slice(0, longest)}…` : said;
}
