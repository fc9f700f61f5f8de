import { londonDate, type Instant } from '#calendar';
import { thingAddress, type Where } from '../addresses-of-pages.js';
import type { Chart } from '../charts/chart.js';
import { twoAxes } from '../charts/two-axes.js';
import { about } from '../entry-table.js';
import { table, type Cell, type Table } from '../table.js';
import { dated, day, entryInWords, inWords, pounds, recordedOn } from '../words.js';
import type { EntryShown } from './entry-rows.js';

/** What was recorded, on both axes of time: from when each entry holds, and when it was written down. */
export function historyChart(
  title: string,
  entries: readonly EntryShown[],
  where: Where,
  csv: string,
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
    table: historyTable(title, entries, where, csv),
  };
}

/** Entries in the order of the log, those that were struck with their strike. */
export function historyTable(
  caption: string,
  entries: readonly EntryShown[],
  where: Where,
  csv: string,
): Table {
  const hasDecision = entries.some(({ decision }) => decision !== undefined);
  const hasStruck = entries.some(({ struckBy }) => struckBy);
  const rows = entries.map((entry): Cell[] => [
    recordedOn(entry.recordedAt),
    dated(entry.effectiveOn, entry.precision, entry.provenance),
    entryInWords(entry.type),
    about(entry.stream, where),
    dataInWords(entry.data),
    ...(hasDecision ? [decisionLink(entry, where)] : []),
    ...(hasStruck ? [struckInWords(entry)] : []),
  ]);
  const head = [
    'Recorded on',
    'Holds from',
    'Entry',
    'About',
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

function decisionLink({ decision }: EntryShown, where: Where): Cell {
  if (decision === undefined) return '';
  return { text: inWords(decision), href: thingAddress(where, 'decision', decision) };
}

function struckInWords({ struckBy }: EntryShown): string {
  if (!struckBy) return '';
  const reason = typeof struckBy.reason === 'string' ? `: ${struckBy.reason}` : '';
  return `Struck on ${recordedOn(struckBy.recordedAt)}${reason}`;
}

/** How much of what an entry says stands in its line. */
const longest = 200;

/** What an entry says, field by field, cut where it is long: the data has it whole. */
export function dataInWords(data: Readonly<Record<string, unknown>>): string {
  const said = saidInWords(data);
  return said.length > longest ? `${said.slice(0, longest)}…` : said;
}

function saidInWords(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(saidInWords).join(', ');
  if (typeof value === 'string') return day(value);
  if (typeof value === 'number') return value.toLocaleString('en-GB');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return Object.entries(value ?? {})
    .map(([field, inside]) => {
      const isPence = typeof inside === 'number' && /pence$/i.test(field);
      return `${fieldInWords(field)}: ${isPence ? pounds(inside) : saidInWords(inside)}`;
    })
    .join('; ');
}

const fieldInWords = (field: string): string =>
  field.replace(/Pence$/, '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
