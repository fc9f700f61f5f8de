import { overview } from './overview.js';
import { oneOf, orNull, pence, text, type RowOf } from './columns.js';
import type { Moment } from './moments.js';
import type { Reader } from './reader.js';
import { postsOfUnits, unitBudgetRows, unitBudgetTotals } from './unit-amounts.js';
import { waterfall } from './waterfall.js';

/** One published figure at a moment. */
export interface Figure {
  /** What is counted or added up. */
  readonly total: string;
  /** Which part of it, where it is broken down; empty for the whole. */
  readonly of: string;
  readonly unit: 'count' | 'pence';
  readonly value: number;
}

/** Works figures out of the state at a moment, and of nothing else. A figure that is not there yet is left out. */
export type Total = (reader: Reader, programme: string, moment: Moment) => readonly Figure[];

/** The figures of the overview. */
const overviewTotals: Total = (reader, programme, moment) => {
  const { programme: state, phases, portfolios, reviews, units } = overview(reader, programme, moment);
  const count = (total: string, value: number, of = ''): Figure => ({ total, of, unit: 'count', value });
  const statuses = phases.map(({ status }) => status);
  return [
    count('units', units.count),
    ...(units.target === null ? [] : [count('unit target', units.target)]),
    count('reviews', reviews.total),
    ...Object.entries(reviews.byStage).map(([stage, value]) => count('reviews by stage', value, stage)),
    count('reviews deferred', reviews.deferred),
    count('reviews withdrawn', reviews.withdrawn),
    ...portfolios.map(({ id, projects }) => count('projects by portfolio', projects, id)),
    ...[...new Set(statuses)].map((status) =>
      count('phases by status', statuses.filter((one) => one === status).length, status),
    ),
    ...(state.savingsTarget
      ? [{ total: 'savings target', of: '', unit: 'pence', value: state.savingsTarget.pence } as const]
      : []),
  ];
};

/** Budgets of the services that are not withdrawn, added up by tranche, heading, year and basis, never across bases. */
const serviceBudgetTotals: Total = (reader, programme, moment) => {
  const sums = new Map<string, number>();
  for (const { tranche, heading, withdrawn, budgets } of reader.parts.list(programme, 'service', moment)) {
    if (withdrawn) continue;
    for (const { year, gross, net, notStated } of budgets) {
      for (const [basis, pence] of Object.entries({ gross, net, 'not stated': notStated })) {
        if (pence === undefined) continue;
        const of = [tranche ?? 'no tranche', heading ?? 'no heading', year, basis].join(', ');
        sums.set(of, (sums.get(of) ?? 0) + pence);
      }
    }
  }
  return [...sums].map(([of, value]) => ({ total: 'service budgets', of, unit: 'pence', value }));
};

/** The waterfall of savings: what each group comes to, and the years of the target alone. Groups are never added up. */
const savingTotals: Total = (reader, programme, moment) =>
  waterfall(reader, programme, moment).groups.flatMap((group) => {
    const { published, category, recurrence, basis, total, withinTarget } = group;
    const name = [published ?? 'savings', category, recurrence, basis].join(', ');
    return Object.entries({ savings: total, 'savings within the target': withinTarget }).flatMap(
      ([heading, figures]) =>
        Object.entries(figures ?? {}).map(([measure, { pence }]): Figure => ({
          total: heading,
          of: `${name}, ${measure}`,
          unit: 'pence',
          value: pence,
        })),
    );
  });

/** The posts of the open units, and their budgets by year, price base and basis. */
const unitTotals: Total = (reader, programme, moment) => {
  const posts = postsOfUnits(reader, programme, moment);
  const budgets = unitBudgetTotals(unitBudgetRows(reader, programme, moment)).flatMap((row) =>
    (['grossPence', 'netPence', 'notStatedPence'] as const).flatMap((basis): Figure[] => {
      const value = row[basis];
      const of = [row['year'], row['priceBase'] ?? 'no price base', basis.replace('Pence', '')].join(', ');
      return typeof value === 'number' ? [{ total: 'unit budgets', of, unit: 'pence', value }] : [];
    }),
  );
  const counted: Figure = { total: 'posts of units', of: '', unit: 'count', value: posts.total };
  return posts.unitsThatSay > 0 ? [counted, ...budgets] : budgets;
};

/** Every total that a restatement follows. A new one is a line here. */
export const totals: readonly Total[] = [overviewTotals, serviceBudgetTotals, savingTotals, unitTotals];

/** Every published figure at a moment, in one order. */
export function figuresAt(reader: Reader, programme: string, moment: Moment): Figure[] {
  return totals.flatMap((total) => total(reader, programme, moment)).sort(byName);
}

export const restatedColumns = {
  ...{ total: text, of: text, unit: oneOf('count', 'pence') },
  ...{ before: orNull(pence), after: orNull(pence), effect: pence },
};
/** A figure before and after, and what the change in the facts comes to. Null where there was none. */
export type RestatedTotal = RowOf<typeof restatedColumns>;

/** Every figure there is at either of two moments, with the difference between them. */
export function restatedTotals(
  reader: Reader,
  programme: string,
  before: Moment,
  after: Moment,
): RestatedTotal[] {
  const nameOf = ({ total, of }: Figure) => `${total}\n${of}`;
  const was = new Map(figuresAt(reader, programme, before).map((figure) => [nameOf(figure), figure]));
  const is = new Map(figuresAt(reader, programme, after).map((figure) => [nameOf(figure), figure]));
  return [...new Map([...was, ...is]).values()].sort(byName).map((figure) => {
    const { total, of, unit } = figure;
    const [old, fresh] = [was.get(nameOf(figure))?.value, is.get(nameOf(figure))?.value];
    return {
      total,
      of,
      unit,
      before: old ?? null,
      after: fresh ?? null,
      effect: (fresh ?? 0) - (old ?? 0),
    };
  });
}

function byName(a: Figure, b: Figure): number {
  return a.total < b.total ? -1 : a.total > b.total ? 1 : a.of < b.of ? -1 : a.of > b.of ? 1 : 0;
}
