import type { FinancialYear } from '#calendar';
import type { StoredEvent } from '#event-store';
import {
  countedOf,
  readBack,
  savingMeasures,
  streamOfKind,
  type AnyPart,
  type Envelope,
  type ProgrammePart,
  type SavingMeasure,
  type SavingPart,
  type SavingYear,
} from '#programme';
import type { Row } from './lists.js';
import type { Moment, Reader } from './reader.js';

/** The columns of a list that hold what is planned, delivered and validated of a saving, all years together. */
const columnOf = {
  identified: 'identifiedPence',
  inBusinessCase: 'inBusinessCasePence',
  authorised: 'authorisedPence',
  forecast: 'forecastPence',
  delivered: 'deliveredPence',
  validated: 'validatedPence',
} as const satisfies Record<SavingMeasure, string>;

/** A saving as the list of savings shows it. */
export function savingRow(part: SavingPart): Row {
  const { id, name, category, means, recurrence, basis, priceBase, published, identified } = part;
  const { owner, portfolio, review, project, unit, status, standing } = part;
  const years = new Set<SavingYear>();
  const sums = savingMeasures.map((measure) => {
    const amounts = countedOf(part, measure);
    for (const { year } of amounts) years.add(year);
    return [columnOf[measure], amounts.reduce((sum, { pence }) => sum + pence, 0)] as const;
  });
  return {
    id,
    name,
    category,
    means,
    recurrence,
    basis,
    priceBase: priceBase ?? null,
    published: published ?? null,
    owner: owner ?? null,
    portfolio: portfolio ?? null,
    review: review ?? null,
    project: project ?? null,
    unit: unit ?? null,
    status,
    standing,
    years: [...years].sort(),
    ...Object.fromEntries(sums),
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
  return [...reader.believed(programme, 'saving', moment).values()].flatMap((entries) => {
    let saving: SavingPart | undefined;
    const plans = new Map<SavingMeasure, readonly Maker[]>();
    const years = new Map<string, readonly Maker[]>();
    for (const { entry, before, after } of folded<SavingPart>('saving', entries)) {
      saving = after;
      const maker = makerOf(entry);
      for (const measure of savingMeasures) {
        if (before?.[measure] === after[measure]) continue;
        if (measure === 'delivered' || measure === 'validated') {
          years.set(`${measure} ${entry.data['year'] as string}`, [maker]);
        } else {
          // Moving amounts from year to year rests on the entry that stated them.
          const stated = entry.type === 'SavingReprofiled' ? (plans.get(measure) ?? []) : [];
          plans.set(measure, [...stated, maker]);
        }
      }
    }
    if (!saving) return [];
    const part = saving;
    return savingMeasures.flatMap((measure) =>
      countedOf(part, measure).map(({ year, pence }) => ({
        saving: part,
        measure,
        year,
        pence,
        makers: plans.get(measure) ?? years.get(`${measure} ${year}`) ?? [],
      })),
    );
  });
}

/** The savings target that holds at the moment, split by year where somebody decided a split, and the entries that make it. */
export interface TargetHeld {
  readonly pence: number;
  readonly fromYear: FinancialYear;
  readonly toYear: FinancialYear;
  readonly basis: string;
  readonly priceBase: string | null;
  readonly years: readonly { readonly year: FinancialYear; readonly pence: number }[] | null;
  readonly entries: readonly string[];
  readonly illustrative: boolean;
}

export function savingsTarget(reader: Reader, programme: string, moment: Moment): TargetHeld | null {
  const entries = reader.believed(programme, 'programme', moment).get(`${programme}/programme`) ?? [];
  let target: ProgrammePart['savingsTarget'];
  let makers: readonly Maker[] = [];
  for (const { entry, before, after } of folded<ProgrammePart>('programme', entries)) {
    if (after.kind !== 'programme' || before?.savingsTarget === after.savingsTarget) continue;
    target = after.savingsTarget;
    makers = [...(entry.type === 'SavingsTargetSplit' ? makers : []), makerOf(entry)];
  }
  if (!target) return null;
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

const makerOf = ({ id, envelope }: StoredEvent): Maker => ({
  id,
  illustrative: (envelope as unknown as Envelope).provenance === 'illustrative',
});

/** Each part that each entry changes, before it and after it, by the domain's own fold. */
function* folded<Part extends AnyPart>(
  kind: string,
  entries: readonly StoredEvent[],
): Iterable<{ entry: StoredEvent; before: Part | undefined; after: Part }> {
  const definition = streamOfKind(kind);
  const parts = new Map<string, AnyPart>();
  for (const entry of entries) {
    for (const [key, after] of definition?.evolve(parts, readBack(entry)) ?? []) {
      const before = parts.get(key) as Part | undefined;
      parts.set(key, after);
      yield { entry, before, after: after as Part };
    }
  }
}
