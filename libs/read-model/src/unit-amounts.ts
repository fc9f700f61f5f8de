import type { FinancialYear } from '#calendar';
import { groups, type Amounts, type Fact, type UnitBudget, type UnitPart, type UnitPosts } from '#programme';
import {
  count,
  day,
  fieldsOf,
  id,
  illustrative,
  listOf,
  oneOf,
  orNull,
  pence,
  provenance,
  text,
  year,
  type RowOf,
} from './columns.js';
import type { Moment } from './moments.js';
import type { Reader } from './reader.js';

/** A statement that is behind a figure of a unit: which unit it was made for, of what, and when. */
export interface StatementBehind extends Fact {
  readonly of: 'budget' | 'posts';
  /** The financial year of a budget, and its price base. */
  readonly year?: FinancialYear;
  readonly priceBase?: string;
  readonly unit: string;
}

/** The budgets of a unit as words of a list: "2014/15 gross: 933520000 pence, 2013/14 prices". */
export function budgetsInWords(budgets: readonly UnitBudget[]): string[] {
  return budgets.flatMap(({ year, priceBase, gross, net, notStated }) =>
    Object.entries({ gross, net, 'not stated': notStated }).flatMap(([basis, pence]) =>
      pence === undefined
        ? []
        : [`${year} ${basis}: ${pence} pence${priceBase === undefined ? '' : `, ${priceBase}`}`],
    ),
  );
}

const amountColumns = { grossPence: orNull(pence), netPence: orNull(pence), notStatedPence: orNull(pence) };

export const unitBudgetColumns = {
  ...{ id, name: text, directorate: orNull(text), group: orNull(oneOf(...groups)), unitKind: orNull(text) },
  ...{ year, priceBase: orNull(text), ...amountColumns, statedOn: orNull(day), carriedFrom: listOf(id) },
  ...{ provenances: listOf(provenance), illustrative },
};
export type UnitBudgetRow = RowOf<typeof unitBudgetColumns>;

export const unitBudgetTotalColumns = {
  ...{ year, priceBase: orNull(text), units: count, ...amountColumns, illustrative },
};
/** What lines of budgets come to, by year and price base, and of how many units. */
export type UnitBudgetTotal = RowOf<typeof unitBudgetTotalColumns>;

/** A line for every open unit, financial year and price base; amounts on different bases stand side by side. */
export function unitBudgetRows(reader: Reader, programme: string, moment: Moment): UnitBudgetRow[] {
  return openUnits(reader, programme, moment).flatMap((unit) =>
    unit.budgets.map(({ year, priceBase, gross, net, notStated, stated, carriedFrom, provenances }) => ({
      ...fieldsOf(unit, 'id', 'name', 'directorate', 'group', 'unitKind'),
      year,
      priceBase: priceBase ?? null,
      grossPence: gross ?? null,
      netPence: net ?? null,
      notStatedPence: notStated ?? null,
      statedOn: stated?.on ?? null,
      carriedFrom: carriedFrom?.map((from) => from.unit) ?? [],
      provenances,
      illustrative: provenances.includes('illustrative'),
    })),
  );
}

/** Sums over lines of budgets: by financial year and price base, each basis by itself. Null where no line has one. */
export function unitBudgetTotals(rows: readonly Omit<UnitBudgetTotal, 'units'>[]): UnitBudgetTotal[] {
  const totals = new Map<string, UnitBudgetTotal>();
  for (const row of rows) {
    const { year, priceBase } = row;
    const key = JSON.stringify([year, priceBase]);
    const total = totals.get(key);
    const plus = (column: keyof typeof amountColumns) => added(total?.[column], row[column]);
    totals.set(key, {
      year,
      priceBase,
      units: (total?.units ?? 0) + 1,
      grossPence: plus('grossPence'),
      netPence: plus('netPence'),
      notStatedPence: plus('notStatedPence'),
      illustrative: total?.illustrative === true || row.illustrative,
    });
  }
  return [...totals].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, total]) => total);
}

/** The posts of the open units together, of those that are asked for where that is said, and how many units do not say. */
export function postsOfUnits(
  reader: Reader,
  programme: string,
  moment: Moment,
  isAsked: (unit: UnitPart) => boolean = () => true,
) {
  const units = openUnits(reader, programme, moment).filter(isAsked);
  const stated = units.flatMap(({ posts }) => posts ?? []);
  return {
    total: stated.reduce((sum, { count }) => sum + count, 0),
    unitsThatSay: stated.length,
    unitsThatDoNot: units.length - stated.length,
    illustrative: stated.some(({ provenances }) => provenances.includes('illustrative')),
  };
}

/** Every statement behind what a unit has at a moment, its own and those carried to it, nearest first. */
export function statementsBehind(
  reader: Reader,
  programme: string,
  unit: UnitPart,
  moment: Moment,
): StatementBehind[] {
  const behind: StatementBehind[] = [];
  const budgets = unit.budgets.flatMap(({ year, priceBase }) => {
    const of = { of: 'budget' as const, year, ...(priceBase !== undefined && { priceBase }) };
    return follow(of, ({ budgets: all }) =>
      all.find((budget) => budget.year === year && budget.priceBase === priceBase),
    );
  });
  behind.push(...budgets, ...follow({ of: 'posts' }, ({ posts }) => posts));
  return behind;

  function follow(
    of: Pick<StatementBehind, 'of' | 'year' | 'priceBase'>,
    figureOf: (had: Amounts) => UnitBudget | UnitPosts | undefined,
  ): StatementBehind[] {
    const found = new Map<string, StatementBehind>();
    const followed = new Set<string>();
    const nearest: { id: string; had: Amounts }[] = [{ id: unit.id, had: unit }];
    for (let next = nearest.shift(); next; next = nearest.shift()) {
      const figure = figureOf(next.had);
      if (figure?.stated)
        found.set(`${next.id} ${figure.stated.on}`, { ...of, unit: next.id, ...figure.stated });
      for (const { unit: id, on } of figure?.carriedFrom ?? []) {
        if (followed.has(`${id} ${on}`)) continue;
        followed.add(`${id} ${on}`);
        const part = reader.parts.one(programme, 'unit', id, { ...moment, asAt: on }).part;
        const had = part?.ended?.on === on ? part.ended.had : part;
        if (had) nearest.push({ id, had });
      }
    }
    return [...found.values()];
  }
}

function openUnits(reader: Reader, programme: string, moment: Moment): UnitPart[] {
  return reader.parts.list(programme, 'unit', moment).filter(({ status }) => status === 'open');
}

function added(a: number | null = null, b: number | null): number | null {
  if (a === null) return b;
  return b === null ? a : a + b;
}
