import { savingMeasures, type SavingMeasure } from '#programme';
import type { Waterfall, WaterfallGroup } from '#read-model';
import { dataAddress, pageAddress, type Where } from '../addresses-of-pages.js';
import { bars, type Bar } from '../charts/bars.js';
import type { Chart } from '../charts/chart.js';
import { table, type Cell } from '../table.js';
import { inWords, millions, pounds, sentence } from '../words.js';

const measureNames: Readonly<Record<SavingMeasure, string>> = {
  identified: 'Identified',
  inBusinessCase: 'In a business case',
  authorised: 'Authorised',
  forecast: 'Forecast',
  delivered: 'Delivered',
  validated: 'Validated by finance',
};

/**
 * From the savings target to what finance has validated: the target, what each measure comes to of the savings that may
 * be added together, and what is missing. Other kinds of saving stand in the table, because they are never added to these.
 */
export function savingsChart({ target, groups }: Waterfall, where: Where): Chart {
  const title = 'Savings, from the target to what finance has validated';
  const drawnGroup = groups.find(
    ({ published, category, recurrence }) =>
      published === null && category === 'cashable' && recurrence === 'recurring',
  );
  const drawn = waterfallBars(target, drawnGroup);
  const description = drawn.map(({ name, label }) => `${name}: ${label}`).join(', ');
  const svg = bars({ id: 'savings-chart', title, description }, drawn);
  return {
    title,
    ...(drawnGroup && {
      note: `${sentence(inWords(drawnGroup.recurrence))} cashable savings, ${inWords(drawnGroup.basis)}${
        target ? `, in the years of the target` : ''
      }. What each measure counts is counted by itself, not on top of the one above it.`,
    }),
    ...(svg !== undefined && { svg }),
    table: table(
      'Savings of each kind',
      ['Kind', 'Measure', 'Amount', 'Missing to the target', 'Made by'],
      groups.flatMap((group) => rowsOf(group, where)),
      {
        empty: 'No savings target is set, and no saving is on the record.',
        csv: dataAddress(where, 'waterfall', { format: 'csv' }),
        numeric: [2, 3],
      },
    ),
  };
}

function waterfallBars(target: Waterfall['target'], group: WaterfallGroup | undefined): Bar[] {
  const figures = group?.withinTarget ?? group?.total;
  const steps = figures
    ? savingMeasures.map((measure): Bar => {
        const { pence, illustrative } = figures[measure];
        const mark = illustrative ? ' (illustrative)' : '';
        return {
          name: measureNames[measure],
          value: pence,
          label: `${millions(pence)}${mark}`,
          look: 'c-part',
        };
      })
    : [];
  if (!target) return steps;
  const reached = figures?.validated.pence ?? 0;
  const missing = Math.max(0, target.pence - reached);
  return [
    {
      name: 'Target',
      value: target.pence,
      label: `${millions(target.pence)}${target.illustrative ? ' (illustrative)' : ''}`,
    },
    ...steps,
    {
      name: 'Still to be validated',
      from: reached,
      value: missing,
      label: millions(missing),
      look: 'c-planned',
    },
  ];
}

function rowsOf(group: WaterfallGroup, where: Where): Cell[][] {
  const { published, category, recurrence, basis, total, withinTarget } = group;
  const kind =
    published === null
      ? `${sentence(inWords(category))}, ${inWords(recurrence)}, ${basis === 'not-stated' ? 'gross or net not stated' : basis}`
      : `As published: ${inWords(published)}`;
  return savingMeasures
    .filter((measure) => total[measure].entries.length > 0)
    .map((measure): Cell[] => {
      const { pence, entries, illustrative, gapPence } = (withinTarget ?? total)[measure];
      return [
        kind,
        measureNames[measure],
        { text: pounds(pence), ...(illustrative && { tag: 'illustrative' }) },
        gapPence === undefined ? '' : pounds(gapPence),
        entries.length === 0
          ? 'Nothing in these years'
          : {
              text: entries.length === 1 ? '1 entry' : `${entries.length} entries`,
              href: pageAddress(where, 'history', { entries: entries.slice(0, 100).join(',') }),
            },
      ];
    });
}
