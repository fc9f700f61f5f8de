import { streams } from '#programme';
import { londonDate, type Instant } from '#calendar';
import { dataAddress, pageAddress, type Where } from '../addresses-of-pages.js';
import { twoAxes } from '../charts/two-axes.js';
import { about } from '../entry-table.js';
import { filterForm } from '../filter-form.js';
import { notOnRecord, type Names } from '../names.js';
import { linesInWords } from '../part-in-words.js';
import type { Cell } from '../table.js';
import { counted, dated, day, entryInWords, recordedAt } from '../words.js';
import type { EntryPointedTo, EntryShown } from './entry-rows.js';
import {
  decisionLink,
  entryAddress,
  entryLink,
  saidInWords,
  setsAside,
  struckLink,
} from './history-section.js';

/** What the page of a history is made of. */
export interface HistoryFacts {
  readonly where: Where;
  /** The thing whose history it is; all that was recorded where left out. */
  readonly id?: string | undefined;
  readonly name: string;
  readonly filters: Readonly<Record<string, string>>;
  readonly entries: readonly EntryShown[];
  /** What the next page follows; null where there is none. */
  readonly next: number | null;
  readonly names: Names;
  /** The decisions that entries can follow from, to choose one. */
  readonly decisions: readonly { readonly value: string; readonly text: string }[];
}

/** Entries up to this many are shown whole where they were asked for by their ids. */
const mostWhole = 20;

/** Every type of entry there is, by its words. */
const types = streams
  .flatMap(({ events }) => Object.keys(events))
  .concat('EntryStruck')
  .sort()
  .map((value) => ({ value, text: entryInWords(value) }));

/** What was recorded, the entries of one command together, each leading to itself whole. */
export function historyPage(facts: HistoryFacts) {
  const { where, id, name, filters, entries, next } = facts;
  const path = id === undefined ? 'history' : `history/${id}`;
  const { entries: chosen, after, ...narrowed } = filters;
  const title = 'What was recorded, and when';
  const isNarrowed = Object.keys(narrowed).length > 0;
  return {
    heading:
      chosen === undefined ? name : counted(entries.length, 'entry on the record', 'entries on the record'),
    chosen: chosen !== undefined,
    whole: pageAddress(where, path),
    filters: chosen === undefined ? filtersForm(facts, path, narrowed) : undefined,
    says: `${counted(entries.length, 'entry', 'entries')}${next === null && after === undefined ? '' : ' on this page'}${isNarrowed ? ' like that' : ''}.`,
    drawn: drawnOf(title, entries),
    caption: title,
    head: ['Recorded', 'Holds from', 'Entry', 'About', 'It says', 'Decision', 'Struck'],
    groups: groupsOf(facts),
    entriesWhole:
      chosen !== undefined && entries.length <= mostWhole ? entries.map((one) => wholeOf(one, facts)) : [],
    empty: isNarrowed ? 'No entry is like that.' : 'Nothing was recorded.',
    csv: dataAddress(where, path, { ...filters, format: 'csv' }),
    first: after === undefined ? undefined : pageAddress(where, path, narrowed),
    next: next === null ? undefined : pageAddress(where, path, { ...filters, after: String(next) }),
  };
}

function filtersForm(
  { where, decisions: known, names }: HistoryFacts,
  path: string,
  given: Readonly<Record<string, string>>,
) {
  const set = given['decision'];
  const isKnown = set === undefined || known.some(({ value }) => value === set);
  const decisions = isKnown
    ? known
    : [...known, { value: set, text: names.of(['decision'], set)?.text ?? notOnRecord('decision') }];
  const fields = [
    { name: 'type', label: 'Entry', options: types },
    { name: 'of', label: 'In the record of', options: streams.map(({ kind }) => kind) },
    { name: 'decision', label: 'Decision', options: decisions },
    { name: 'recordedFrom', label: 'Recorded from' },
    { name: 'recordedTo', label: 'Recorded to' },
  ];
  const shown = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, day(value)]));
  return filterForm(where, path, fields, shown);
}

function drawnOf(title: string, entries: readonly EntryShown[]) {
  return {
    title,
    svg: twoAxes(
      title,
      entries.map(({ effectiveOn, recordedAt: at, struckBy }) => ({
        holdsFrom: effectiveOn,
        recorded: londonDate(at as Instant),
        struck: (struckBy ?? undefined) !== undefined,
      })),
    ),
    note: 'To the right: from when an entry holds. Upwards: when it was recorded. On the slanting line it was recorded on its day; above it, later; below it, ahead. A cross was struck.',
  };
}

/** Entries that one command recorded, one after the other, and when. */
function groupsOf({ entries, where, names }: HistoryFacts) {
  const groups: { command: string | undefined; recorded: string; note: string; rows: EntryRow[] }[] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    const row = rowOf(entry, where, names);
    if (last && entry.commandId !== undefined && last.command === entry.commandId) last.rows.push(row);
    else {
      const recorded = recordedAt(entry.recordedAt);
      groups.push({ command: entry.commandId, recorded, note: '', rows: [row] });
    }
  }
  return groups.map((group) => ({
    ...group,
    note: group.rows.length > 1 ? `${group.rows.length} entries of one command` : '',
  }));
}

interface EntryRow {
  readonly struck: boolean;
  readonly cells: readonly Cell[];
}

function rowOf(entry: EntryShown, where: Where, names: Names): EntryRow {
  return {
    struck: Boolean(entry.struckBy),
    cells: [
      dated(entry.effectiveOn, entry.precision, entry.provenance),
      entryLink(entry, where),
      about(entry.stream, where, names),
      saidInWords(entry, names),
      decisionLink(entry, where, names),
      struckLink(entry, where),
    ],
  };
}

/** One entry whole: what it says, the envelope it came in, and the entries it belongs with. */
function wholeOf(entry: EntryShown, { where, names }: HistoryFacts) {
  const { data, struckBy, replacedBy = [], ledTo = [], replaces, stream, exception, ...envelope } = entry;
  const line = (name: string, ...says: readonly Cell[]) => (says.length === 0 ? [] : [{ name, says }]);
  const pointed = (those: readonly EntryPointedTo[]) =>
    those.map((one): Cell => ({ text: entryInWords(one.type), href: entryAddress([one.id], where) }));
  return {
    heading: `${entryInWords(entry.type)}, ${dated(entry.effectiveOn, entry.precision, entry.provenance)}`,
    struck: Boolean(struckBy),
    ...(!struckBy &&
      entry.type !== 'EntryStruck' && {
        correct: pageAddress({ programme: where.programme }, `record/correct/${entry.id}`),
      }),
    says: linesInWords(data, names).map(({ name, says }) => ({ name, says: [says] })),
    envelope: [
      ...line('About', about(stream, where, names)),
      ...linesInWords(envelope, names, ['type']).map(({ name, says }) => ({ name, says: [says] })),
      ...(exception ? line('Exception', setsAside(exception)) : []),
      ...(struckBy ? line('Struck', struckLink(entry, where)) : []),
      ...line('Replaced by', ...pointed(replacedBy)),
      ...(replaces === undefined
        ? []
        : line('Takes the place of', {
            text: 'The entry that was struck',
            href: entryAddress([replaces], where),
          })),
      ...line('Led to', ...pointed(ledTo)),
    ],
  };
}

/** What a page about the history of a thing is called. */
export function historyName(id: string | undefined, named: string | undefined): string {
  return id === undefined
    ? 'Everything that was recorded'
    : `History of ${named ?? 'a thing that is not on the record'}`;
}
