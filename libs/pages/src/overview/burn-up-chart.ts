import type { SavingMeasure } from '#programme';
import type { SavingsOnDay, SavingsStep } from '#read-model';
import { dataAddress, type Where } from '../addresses-of-pages.js';
import { burnUp, type BurnUpLine, type BurnUpPanel } from '../charts/burn-up.js';
import type { Chart } from '../charts/chart.js';
import { opensTo } from '../opens-to.js';
import { isCompared, kindInWords, measureNames } from '../savings/savings-in-words.js';
import { mostRows, table, type Cell } from '../table.js';
import { day, marked, millions, pounds } from '../words.js';

const looks: readonly (readonly [SavingMeasure, BurnUpLine['look']])[] = [
  ['identified', 'c-dotted'],
  ['authorised', 'c-dashed'],
  ['delivered', 'c-thin'],
  ['validated', 'c-line'],
];

/** What each kind of saving came to over time beside the target. Kinds that lower no budget stand in the table alone. */
export function burnUpChart(
  days: readonly SavingsOnDay[],
  target: SavingsStep | undefined,
  asAt: string,
  where: Where,
): Chart {
  const title = 'Savings over time against the target';
  const panels = panelsOf(
    days.filter(({ category }) => isCompared(category)),
    target,
  );
  const description = panels
    .map((panel) => `${panel.title}: ${panel.lines.map(({ label }) => label).join(', ')}`)
    .join('. ');
  const svg = burnUp({ id: 'burn-up', title, description }, panels, asAt);
  const rows = days
    .slice(-mostRows)
    .map((one): Cell[] => [
      kindInWords(one),
      measureNames[one.measure],
      day(one.on),
      pounds(one.addedPence),
      opensTo(pounds(one.pence), one.entries, where, one.illustrative),
    ]);
  const cut =
    days.length > mostRows ? `, the last ${mostRows} of ${days.length} days: the CSV has them all` : '';
  return {
    title,
    ...(panels.length > 0 && { note: noteOf(target) }),
    ...(svg !== undefined && { svg }),
    table: table(`Savings by day of change${cut}`, ['Kind', 'Measure', 'From', 'Change', 'Came to'], rows, {
      empty: 'Nothing on the record counts in the years of the target yet.',
      csv: dataAddress(where, 'savings-over-time', { format: 'csv' }),
      numeric: [3, 4],
    }),
  };
}

function noteOf(target: SavingsStep | undefined): string {
  const kinds = 'Each kind has a panel of its own, because kinds are never added together.';
  if (!target) return `No savings target is set. ${kinds}`;
  const basis =
    target.basis === 'not-stated'
      ? 'The target is one figure that says neither gross nor net: savings that do are set beside it as they stand.'
      : `The target is ${target.basis}.`;
  return `Only what counts in ${target.years ?? ''}. ${kinds} ${basis} Totals as they were published may hold savings that are on the record as well. Non-cashable savings and cost avoidance lower no budget: they are in the table only.`;
}

function panelsOf(days: readonly SavingsOnDay[], target: SavingsStep | undefined): BurnUpPanel[] {
  const kinds = new Map<string, SavingsOnDay[]>();
  for (const one of days) kinds.set(kindInWords(one), [...(kinds.get(kindInWords(one)) ?? []), one]);
  return [...kinds].flatMap(([kind, ofKind]): BurnUpPanel[] => {
    const lines = looks.flatMap(([measure, look]): BurnUpLine[] => {
      const steps = ofKind.filter((one) => one.measure === measure);
      const last = steps.at(-1);
      if (!last) return [];
      const label = `${shortNames[measure] ?? ''} ${marked(millions(last.pence), last.illustrative ? 'illustrative' : null)}`;
      return [{ label, look, steps: steps.map(({ on, pence }) => ({ on, value: pence })) }];
    });
    if (lines.length === 0) return [];
    const compared = target && {
      value: target.pence,
      label: marked(`Target ${millions(target.pence)}`, target.illustrative ? 'illustrative' : null),
    };
    return [{ title: kind, lines, ...(compared && { target: compared }) }];
  });
}

/** Names that fit at the end of a line. */
const shortNames: Readonly<Partial<Record<SavingMeasure, string>>> = {
  identified: 'Identified',
  authorised: 'Authorised',
  delivered: 'Delivered',
  validated: 'Validated',
};
