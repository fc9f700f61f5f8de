import { addDays, firstOfMonth, type CivilDate } from '#calendar';
import type { StoredEvent } from '#event-store';
import type { PhasePart } from '#programme';
import type { Moment, Reader } from '#read-model';
import { pageAddress, type Where } from './addresses-of-pages.js';
import { entryTable } from './entry-table.js';
import type { Names } from './names.js';
import { counted, day, known } from './words.js';

/** A field that cannot be read as it was filled in. */
export interface FieldError {
  readonly field: string;
  readonly problem: string;
}

/** Entries that the bar of dates tells of: how many, and the first of them. */
export interface EntriesBeside {
  readonly count: number;
  readonly first: readonly StoredEvent[];
}

/** What the bar of dates is worked out from. */
export interface DateBarFacts {
  readonly where: Where;
  /** The path of the page within its programme, and what else its address holds. */
  readonly path: string;
  readonly kept: Readonly<Record<string, string>>;
  readonly today: CivilDate;
  readonly moment: Moment;
  readonly phases: readonly PhasePart[];
  /** The last day by today on which the council met, as far as is known at the moment. */
  readonly lastMeeting: string | undefined;
  /** The days before and after `asAt` on which something changed. */
  readonly changedBefore: string | undefined;
  readonly changedAfter: string | undefined;
  /** Entries unknown at the moment that change this date. */
  readonly later: EntriesBeside;
  /** Entries in the answer that were recorded after this date. */
  readonly afterwards: EntriesBeside;
  /** What things are called on the day, as known now: the bar tells of entries that the page does not know. */
  readonly names: Names;
}

/** What a field holds, and what is wrong with it. */
interface DateField {
  readonly value: string;
  readonly error?: string;
}

/** The form of the bar alone: where it leads to and what it holds. */
export function dateForm(
  { where, path, kept }: Pick<DateBarFacts, 'where' | 'path' | 'kept'>,
  typed: { readonly asAt: string; readonly knownAt: string },
  errors: readonly FieldError[] = [],
) {
  const field = (name: 'asAt' | 'knownAt'): DateField => {
    const error = errors.find((one) => one.field === name)?.problem;
    return { value: typed[name], ...(error !== undefined && { error }) };
  };
  return {
    action: pageAddress({ programme: where.programme }, path),
    asAt: field('asAt'),
    knownAt: field('knownAt'),
    kept: Object.entries(kept).map(([name, value]) => ({ name, value })),
  };
}

/** The bar of dates as a page shows it: the pair, quick choices, the days of change, and what later entries say. */
export function dateBar(facts: DateBarFacts) {
  const { where, path, kept, moment, later, afterwards, names } = facts;
  const to = (pair: { readonly asAt?: string | undefined; readonly knownAt?: string | undefined }) =>
    pageAddress({ ...where, ...(pair as Partial<Where>) }, path, kept);
  const step = (on: string | undefined) =>
    on === undefined ? undefined : { text: day(on), href: to({ asAt: on }) };
  const typed = {
    asAt: day(moment.asAt),
    knownAt: moment.knownAt === undefined ? '' : known(moment.knownAt),
  };
  const isNow = moment.asAt === facts.today && moment.knownAt === undefined;
  return {
    ...dateForm(facts, typed),
    choices: choices(facts).map(({ text, pair }) => ({ text, href: to(pair) })),
    before: step(facts.changedBefore),
    after: step(facts.changedAfter),
    moment: isNow
      ? undefined
      : { text: momentInWords(moment), now: to({ asAt: undefined, knownAt: undefined }) },
    // What is told here is not known at the moment of the page: it leads to where it is.
    later: opening(
      later,
      { programme: where.programme, ...(where.asAt !== undefined && { asAt: where.asAt }) },
      counted(later.count, 'later entry changes this date', 'later entries change this date'),
      names,
    ),
    afterwards: opening(
      isNow ? none : afterwards,
      where,
      counted(
        afterwards.count,
        'entry here was recorded after this date',
        'entries here were recorded after this date',
      ),
      names,
    ),
  };
}

/** "As at 31 March 2014, as known on 15 April 2014". */
export function momentInWords({ asAt, knownAt }: Pick<Moment, 'asAt' | 'knownAt'>): string {
  return `As at ${day(asAt)}, ${knownAt === undefined ? 'as known now' : `as known on ${known(knownAt)}`}`;
}

interface Choice {
  readonly text: string;
  readonly pair: { readonly asAt?: string | undefined; readonly knownAt?: string | undefined };
}

function choices({ today, moment, phases, lastMeeting }: DateBarFacts): Choice[] {
  const endOfLastMonth = addDays(firstOfMonth(today), -1);
  return [
    { text: 'Today', pair: { asAt: undefined } },
    { text: 'End of last month', pair: { asAt: endOfLastMonth } },
    ...phases.flatMap(({ name, closed, plannedEnd }): Choice[] => {
      const end = closed?.on ?? plannedEnd?.on;
      if (end === undefined) return [];
      return [{ text: `${closed ? 'End' : 'Planned end'} of ${name}`, pair: { asAt: end } }];
    }),
    ...(lastMeeting === undefined ? [] : [{ text: 'Last council meeting', pair: { asAt: lastMeeting } }]),
    moment.knownAt === undefined
      ? { text: 'As it was known that day', pair: { asAt: moment.asAt, knownAt: moment.asAt } }
      : { text: 'As it is known now', pair: { knownAt: undefined } },
  ];
}

/** How many entries the bar lists before it points to the history. */
const mostEntries = 50;

const none: EntriesBeside = { count: 0, first: [] };

/** Entries unknown at a moment that change its date. */
export function laterOf(
  reader: Reader,
  programme: string,
  streams: readonly string[],
  moment: Moment,
): EntriesBeside {
  const first = reader.log.laterEntries(programme, streams, moment, mostEntries);
  return { count: reader.log.countLaterEntries(programme, streams, moment), first };
}

/** Entries in the answer that were recorded after its date; none is told of where an earlier knowledge is asked for. */
export function afterwardsOf(
  reader: Reader,
  programme: string,
  streams: readonly string[],
  moment: Moment,
): EntriesBeside {
  if (moment.knownAt !== undefined) return none;
  const first = reader.log.recordedAfterwards(programme, streams, moment, mostEntries);
  return { count: reader.log.countRecordedAfterwards(programme, streams, moment), first };
}

function opening({ count, first: shown }: EntriesBeside, where: Where, summary: string, names: Names) {
  if (count === 0) return undefined;
  const more = count > shown.length ? `The first ${shown.length} of ${count} are shown.` : '';
  return {
    summary,
    more,
    table: entryTable(summary, shown, where, names),
    history: pageAddress({ programme: where.programme }, 'history'),
  };
}
