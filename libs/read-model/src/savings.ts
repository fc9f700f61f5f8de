import type { StoredEvent } from '#event-store';
import {
  bases,
  countedOf,
  readBack,
  savingCategories,
  savingMeans,
  savingMeasures,
  savingRecurrences,
  savingStatuses,
  statedBy,
  streamName,
  envelopeOf,
  type SavingEvent,
  type SavingMeasure,
  type SavingPart,
  type SavingYear,
} from '#programme';
import {
  day,
  entry,
  fieldsOf,
  id,
  illustrative,
  listOf,
  objectOf,
  oneOf,
  orNull,
  pence,
  provenance,
  savingYear,
  text,
  year,
  type RowOf,
} from './columns.js';
import type { Moment } from './moments.js';
import type { Reader } from './reader.js';

/** The columns of a list that hold what is planned, delivered and validated of savings. */
export const measureColumns = {
  ...{ identifiedPence: pence, inBusinessCasePence: pence, authorisedPence: pence },
  ...{ forecastPence: pence, deliveredPence: pence, validatedPence: pence },
} satisfies Record<`${SavingMeasure}Pence`, unknown>;

/** The same of each measure. */
export const ofMeasures = (penceOf: (measure: SavingMeasure) => number) =>
  Object.fromEntries(savingMeasures.map((measure) => [`${measure}Pence`, penceOf(measure)])) as RowOf<
    typeof measureColumns
  >;

/** What is added together: savings of one series of published totals, or of none, of one category, recurrence and basis. */
export const savingKind = {
  ...{ published: orNull(text), category: oneOf(...savingCategories) },
  ...{ recurrence: oneOf(...savingRecurrences), basis: oneOf(...bases) },
};

export const savingColumns = {
  ...{ id, name: text, category: savingKind.category, means: oneOf(...savingMeans) },
  ...{ recurrence: savingKind.recurrence, basis: savingKind.basis, priceBase: orNull(text) },
  ...{ published: orNull(text), owner: orNull(text), portfolio: orNull(id), review: orNull(id) },
  ...{ project: orNull(id), unit: orNull(id), status: oneOf(...savingStatuses) },
  ...{ standing: oneOf('active', 'withdrawn', 'released'), years: listOf(savingYear), ...measureColumns },
  ...{ fullYearPence: orNull(pence), identifiedOn: day, provenance, illustrative },
};

/** A saving as the list of savings shows it: its amounts all years together, or those of one year where that is asked for. */
export function savingRow(part: SavingPart, ofYear?: string): RowOf<typeof savingColumns> {
  const { identified } = part;
  const years = new Set<SavingYear>();
  const sums = ofMeasures((measure) => {
    const amounts = countedOf(part, measure).filter(({ year }) => ofYear === undefined || year === ofYear);
    for (const { year } of amounts) years.add(year);
    return amounts.reduce((sum, { pence }) => sum + pence, 0);
  });
  return {
    ...fieldsOf(part, 'id', 'name', 'category', 'means', 'recurrence', 'basis', 'priceBase', 'published'),
    ...fieldsOf(part, 'owner', 'portfolio', 'review', 'project', 'unit', 'status', 'standing'),
    years: [...years].sort(),
    ...sums,
    fullYearPence:
      (part.forecast ?? part.authorised ?? part.inBusinessCase ?? identified).fullYearPence ?? null,
    identifiedOn: identified.stated.on,
    provenance: identified.stated.provenance,
    illustrative: factsOf(part).some(({ provenance }) => provenance === 'illustrative'),
  };
}

function factsOf({ identified, inBusinessCase, authorised, forecast, delivered, validated }: SavingPart) {
  return [
    ...[identified, inBusinessCase, authorised, forecast].flatMap((plan) => (plan ? [plan.stated] : [])),
    ...delivered.map(({ reported }) => reported),
    ...validated.map(({ confirmed }) => confirmed),
  ];
}

/** An entry behind a figure. */
export interface Maker {
  readonly id: string;
  readonly illustrative: boolean;
}

/** One amount of one saving in one year, and the entries that make it. */
export interface SavingAmount {
  readonly saving: SavingPart;
  readonly measure: SavingMeasure;
  readonly year: SavingYear;
  readonly pence: number;
  readonly makers: readonly Maker[];
}

/** Every amount that counts at the moment, saving by saving, with the entries that make it. */
export function savingAmounts(reader: Reader, programme: string, moment: Moment): SavingAmount[] {
  const savings = reader.parts.list(programme, 'saving', moment);
  const byStream = new Map(savings.map((part) => [streamName(programme, 'saving', part.id), part]));
  const amounts: SavingAmount[] = [];
  for (const entries of reader.log.believed(programme, 'saving', moment)) {
    const saving = byStream.get(entries[0]?.stream ?? '');
    if (saving) amounts.push(...amountsOf(saving, entries));
  }
  return amounts;
}

function amountsOf(saving: SavingPart, entries: readonly StoredEvent[]): SavingAmount[] {
  const makers = new Map<string, readonly Maker[]>();
  for (const entry of entries) {
    const stated = statedBy(readBack(entry) as SavingEvent);
    if (!stated) continue;
    const { measure, year = '' } = stated;
    const amount = `${measure} ${year}`;
    // Moving amounts from year to year rests on the entry that stated them.
    const before = entry.type === 'SavingReprofiled' ? (makers.get(amount) ?? []) : [];
    makers.set(amount, [...before, makerOf(entry)]);
  }
  return savingMeasures.flatMap((measure) =>
    countedOf(saving, measure).map(({ year, pence }) => ({
      saving,
      measure,
      year,
      pence,
      makers: makers.get(`${measure} ${year}`) ?? makers.get(`${measure} `) ?? [],
    })),
  );
}

export const targetColumns = {
  ...{ pence, fromYear: year, toYear: year, basis: savingKind.basis, priceBase: orNull(text) },
  ...{ years: orNull(listOf(objectOf({ year, pence }))), entries: listOf(entry), illustrative },
};
/** The savings target that holds at the moment, split by year where somebody decided a split, and the entries that make it. */
export type TargetHeld = RowOf<typeof targetColumns>;

export function savingsTarget(reader: Reader, programme: string, moment: Moment): TargetHeld | null {
  const part = reader.parts.one(programme, 'programme', programme, moment).part;
  const target = part?.savingsTarget;
  if (!target) return null;
  let makers: readonly Maker[] = [];
  const [entries = []] = reader.log.believed(programme, 'programme', moment);
  for (const entry of entries) {
    if (entry.type === 'SavingsTargetSet') makers = [makerOf(entry)];
    // A later split takes the place of an earlier one, on the same target.
    if (entry.type === 'SavingsTargetSplit') makers = [...makers.slice(0, 1), makerOf(entry)];
  }
  const { pence, fromYear, toYear, basis, priceBase = null, years = null } = target;
  return { pence, fromYear, toYear, basis, priceBase, years, ...opened(makers) };
}

/** Ids of entries, each once, and whether any of them is illustrative: what a figure opens to. */
export function opened(makers: readonly Maker[]): { entries: string[]; illustrative: boolean } {
  return {
    entries: [...new Set(makers.map(({ id }) => id))],
    illustrative: makers.some(({ illustrative }) => illustrative),
  };
}

const makerOf = (entry: StoredEvent): Maker => ({
  id: entry.id,
  illustrative: envelopeOf(entry).provenance === 'illustrative',
});
