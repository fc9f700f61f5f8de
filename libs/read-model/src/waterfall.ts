import { savingCategories, savingMeasures, savingRecurrences, type SavingMeasure } from '#programme';
import {
  entry,
  id,
  illustrative,
  listOf,
  objectOf,
  oneOf,
  optional,
  orNull,
  pence,
  text,
  type RowOf,
} from './columns.js';
import type { Moment } from './moments.js';
import type { Reader } from './reader.js';
import { amountsByUnit } from './savings-by-unit.js';
import {
  measureColumns,
  ofMeasures,
  opened,
  savingAmounts,
  savingKind,
  savingsTarget,
  targetColumns,
  type SavingAmount,
  type TargetHeld,
} from './savings.js';

/** What the waterfall can be broken down by. */
export const waterfallDimensions = [
  'year',
  'portfolio',
  'review',
  'status',
  'owner',
  'means',
  'unit',
  'saving',
] as const;
export type WaterfallDimension = (typeof waterfallDimensions)[number];

/** What of the savings is asked for; everything where nothing is said. */
export interface WaterfallAsked {
  readonly by?: WaterfallDimension;
  readonly year?: string;
  readonly category?: string;
  readonly recurrence?: string;
  readonly basis?: string;
  readonly means?: string;
  readonly portfolio?: string;
  readonly review?: string;
  readonly status?: string;
  readonly owner?: string;
}

const figure = {
  ...{ pence, entries: listOf(entry), illustrative },
  /** What is missing to the target; left out where there is none to compare with. */
  ...optional({ gapPence: pence }),
};
const ofMeasure = objectOf(figure);
const figures = {
  ...{ identified: ofMeasure, inBusinessCase: ofMeasure, authorised: ofMeasure },
  ...{ forecast: ofMeasure, delivered: ofMeasure, validated: ofMeasure },
} satisfies Record<SavingMeasure, unknown>;
const row = {
  /** One year, portfolio or other thing that the group is broken down by; null where it is not stated. */
  key: orNull(text),
  ...{ targetPence: orNull(pence), ...figures },
  /** The ids of the savings in it. */
  savings: listOf(id),
};
const group = {
  ...savingKind,
  /** All years together. */
  total: objectOf(figures),
  /** The years of the target alone; null where no target is set. */
  withinTarget: orNull(objectOf(figures)),
  /** They add up to the total. */
  rows: listOf(objectOf(row)),
};
export const waterfallShown = {
  target: orNull(objectOf(targetColumns)),
  /** The strictest measure, by basis: what finance has validated of recurring cashable savings in the years of the target. */
  counted: listOf(objectOf({ basis: savingKind.basis, ...figure })),
  ...{ by: oneOf(...waterfallDimensions), groups: listOf(objectOf(group)) },
};

/** A sum in whole pence, and the entries that make it. */
export type Figure = RowOf<typeof figure>;
export type Figures = RowOf<typeof figures>;
/** A line of a group. */
export type WaterfallRow = RowOf<typeof row>;
/** Savings that may be added together: of one category, recurrence and basis; each series of published totals is a group of its own. */
export type WaterfallGroup = RowOf<typeof group>;
export type Waterfall = RowOf<typeof waterfallShown>;

/** What may be compared with a target in money: a benefit that lowers no budget is no part of it. */
const towardsTarget: readonly string[] = ['cashable', 'not-stated'];

const groupFields = ['published', 'category', 'recurrence', 'basis'] as const;

/**
 * From the target to what finance has validated, at a moment. Categories, one-off and recurring, gross and net, and
 * published totals are never added to one another; in each group the rows add up to the total.
 */
export function waterfall(
  reader: Reader,
  programme: string,
  moment: Moment,
  asked: WaterfallAsked = {},
): Waterfall {
  const { by = 'year' } = asked;
  const target = savingsTarget(reader, programme, moment);
  const atUnits = amountsByUnit(reader, programme, moment);
  const amounts = savingAmounts(reader, programme, moment).filter((amount) => isAsked(amount, asked));
  const inTarget = amounts.filter(
    ({ year }) => target && year !== 'not-stated' && year >= target.fromYear && year <= target.toYear,
  );
  const groups = [...grouped(amounts, groupOf)].flatMap(([key, ofGroup]): WaterfallGroup[] => {
    const [first] = ofGroup;
    if (!first) return [];
    const { published, category, recurrence, basis } = first.saving;
    const compared = towardsTarget.includes(category) ? target : null;
    const within = inTarget.filter((amount) => groupOf(amount) === key);
    return [
      {
        published: published ?? null,
        category,
        recurrence,
        basis,
        total: figuresOf(ofGroup),
        withinTarget: target && figuresOf(within, compared?.pence),
        rows: rowsOf(ofGroup, by, compared, atUnits),
      },
    ];
  });
  const strict = inTarget.filter(
    ({ measure, saving: { published, category, recurrence } }) =>
      measure === 'validated' &&
      published === undefined &&
      category === 'cashable' &&
      recurrence === 'recurring',
  );
  const counted = [...grouped(strict, ({ saving }) => saving.basis)].map(([basis, ofBasis]) => ({
    basis: basis,
    ...figureOf(ofBasis, target?.pence),
  }));
  return { target, counted, by, groups: groups.sort(inOrder) };
}

/** The columns of its lines, where they are broken down by this. */
export const waterfallColumns = (by: WaterfallDimension) => ({
  ...{ ...savingKind, [by]: orNull(text), targetPence: orNull(pence), ...measureColumns, illustrative },
  ...{ savings: listOf(id), entries: listOf(entry) },
});

/** The waterfall as lines for a spreadsheet: a line for each row of each group, whose figures may be added within the group. */
export function waterfallLines({ by, groups }: Waterfall) {
  return groups.flatMap(({ published, category, recurrence, basis, rows }) =>
    rows.map((row) => ({
      published,
      category,
      recurrence,
      basis,
      [by]: row.key,
      targetPence: row.targetPence,
      ...ofMeasures((measure) => row[measure].pence),
      illustrative: savingMeasures.some((measure) => row[measure].illustrative),
      savings: row.savings,
      entries: [...new Set(savingMeasures.flatMap((measure) => row[measure].entries))],
    })),
  );
}

function isAsked({ saving, year }: SavingAmount, asked: WaterfallAsked): boolean {
  const { year: askedYear, by: _by, ...ofSaving } = asked;
  return (
    (askedYear === undefined || askedYear === year) &&
    Object.entries(ofSaving).every(
      ([field, value]) => value === undefined || saving[field as keyof typeof ofSaving] === value,
    )
  );
}

const groupOf = ({ saving }: SavingAmount): string => groupFields.map((field) => saving[field]).join(' ');

function rowsOf(
  amounts: readonly SavingAmount[],
  by: WaterfallDimension,
  target: TargetHeld | null,
  atUnits: ReturnType<typeof amountsByUnit>,
): WaterfallRow[] {
  const keyOf = ({ saving, year }: SavingAmount): string | null => {
    if (by === 'year') return year;
    return (by === 'saving' ? saving.id : saving[by]) ?? null;
  };
  const keyed =
    by === 'unit'
      ? amounts.flatMap((amount) => atUnits(amount).map(({ unit: key, amount: part }) => ({ key, part })))
      : amounts.map((amount) => ({ key: keyOf(amount), part: amount }));
  return [...grouped(keyed, ({ key }) => key)]
    .map(([key, ofKey]) => {
      const ofRow = ofKey.map(({ part }) => part);
      const share = by === 'year' ? target?.years?.find(({ year }) => year === key)?.pence : undefined;
      const savings = [...new Set(ofRow.map(({ saving }) => saving.id))];
      return { key, targetPence: share ?? null, ...figuresOf(ofRow, share), savings };
    })
    .sort((a, b) => ((a.key ?? '~') < (b.key ?? '~') ? -1 : 1));
}

function figuresOf(amounts: readonly SavingAmount[], target?: number): Figures {
  return Object.fromEntries(
    savingMeasures.map((measure) => [
      measure,
      figureOf(
        amounts.filter((amount) => amount.measure === measure),
        target,
      ),
    ]),
  ) as Figures;
}

function figureOf(amounts: readonly SavingAmount[], target?: number): Figure {
  const pence = amounts.reduce((sum, amount) => sum + amount.pence, 0);
  const behind = opened(amounts.flatMap(({ makers }) => makers));
  return { pence, ...behind, ...(target !== undefined && { gapPence: target - pence }) };
}

function grouped<Key, Value>(
  amounts: readonly Value[],
  keyOf: (amount: Value) => Key,
): ReadonlyMap<Key, readonly Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const amount of amounts) {
    const key = keyOf(amount);
    const group = groups.get(key);
    if (group) group.push(amount);
    else groups.set(key, [amount]);
  }
  return groups;
}

/** Published totals last; cashable savings first, recurring before one-off. */
function inOrder(a: WaterfallGroup, b: WaterfallGroup): number {
  return (
    compare(a.published ?? '', b.published ?? '') ||
    savingCategories.indexOf(a.category) - savingCategories.indexOf(b.category) ||
    savingRecurrences.indexOf(a.recurrence) - savingRecurrences.indexOf(b.recurrence) ||
    compare(a.basis, b.basis)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
