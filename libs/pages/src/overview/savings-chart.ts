import { savingMeasures, type SavingMeasure } from '#programme';
import type { SavingsStep } from '#read-model';
import { dataAddress, type Where } from '../addresses-of-pages.js';
import { bars, type Bar } from '../charts/bars.js';
import type { Chart } from '../charts/chart.js';
import { opensTo } from '../opens-to.js';
import { kindInWords, measureNames } from '../savings/savings-in-words.js';
import { table, type Cell } from '../table.js';
import { marked, millions, pounds } from '../words.js';

type OfGroup = SavingsStep & { readonly measure: SavingMeasure };

/** The steps of the savings that a target in money is measured by: recurring, cashable, of one basis. */
export function measuredByTarget(steps: readonly SavingsStep[]): readonly OfGroup[] {
  const those = steps.filter(
    ({ published, category, recurrence }) =>
      published === null && category === 'cashable' && recurrence === 'recurring',
  );
  return those.filter(({ basis }) => basis === those[0]?.basis) as OfGroup[];
}

/**
 * From the savings target to what finance has validated: the target, what each measure comes to of the savings that may
 * be added together, and what is missing. Other kinds of saving stand in the table, because they are never added to these.
 */
export function savingsChart(steps: readonly SavingsStep[], where: Where): Chart {
  const title = 'Savings, from the target to what finance has validated';
  const drawnGroup = measuredByTarget(steps);
  const [one] = drawnGroup;
  const target = steps.find(({ measure }) => measure === 'target');
  const drawn = waterfallBars(target, drawnGroup);
  const description = drawn.map(({ name, label }) => `${name}: ${label}`).join(', ');
  const svg = bars({ id: 'savings-chart', title, description }, drawn);
  return {
    title,
    ...(one && {
      note: `${kindInWords(one)}${one.years === null ? '' : ', in the years of the target'}. What each measure counts is counted by itself, not on top of the one above it. The other kinds are in the table: they are never added to these.`,
    }),
    ...(svg !== undefined && { svg }),
    table: table(
      'Savings of each kind',
      ['Kind', 'Measure', 'Amount', 'Missing to the target'],
      steps.map((step) => rowOf(step, target, where)),
      {
        empty: 'No savings target is set, and no saving is on the record.',
        csv: dataAddress(where, 'savings-steps', { format: 'csv' }),
        numeric: [2, 3],
      },
    ),
  };
}

function waterfallBars(target: SavingsStep | undefined, group: readonly OfGroup[]): Bar[] {
  const steps = savingMeasures.flatMap((measure): Bar[] => {
    const step = group.find((one) => one.measure === measure);
    if (!step) return [];
    const { pence, illustrative, entries } = step;
    // An amount of nought that somebody recorded is an amount; without an entry there is none.
    const label =
      entries.length === 0
        ? 'Nothing recorded'
        : marked(millions(pence), illustrative ? 'illustrative' : null);
    return [{ name: measureNames[measure], value: pence, label, look: 'c-part' }];
  });
  if (!target) return steps;
  const validated = group.find(({ measure }) => measure === 'validated');
  const reached = validated?.pence ?? 0;
  const missing = Math.max(0, target.pence - reached);
  return [
    {
      name: 'Target',
      value: target.pence,
      label: marked(millions(target.pence), target.illustrative ? 'illustrative' : null),
    },
    ...steps,
    {
      name: 'Still to be validated',
      from: reached,
      value: missing,
      label: marked(
        millions(missing),
        target.illustrative || validated?.illustrative ? 'illustrative' : null,
      ),
      look: 'c-planned',
    },
  ];
}

function rowOf(step: SavingsStep, target: SavingsStep | undefined, where: Where): Cell[] {
  const { measure, pence, gapPence, years, illustrative, entries, basis } = step;
  const kind =
    measure === 'target'
      ? `Target for ${years ?? ''}, ${basis === 'not-stated' ? 'gross or net not stated' : basis}`
      : kindInWords(step);
  return [
    kind,
    measure === 'target' ? 'Target' : measureNames[measure],
    entries.length === 0
      ? 'Nothing in the years of the target'
      : opensTo(pounds(pence), entries, where, illustrative),
    gapPence === null
      ? ''
      : marked(pounds(gapPence), illustrative || target?.illustrative ? 'illustrative' : null),
  ];
}
