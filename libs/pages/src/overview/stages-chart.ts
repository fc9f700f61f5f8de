import type { Row } from '#read-model';
import { dataAddress, pageAddress, type Where } from '../addresses-of-pages.js';
import { bars } from '../charts/bars.js';
import type { Chart } from '../charts/chart.js';
import { table, type Cell } from '../table.js';
import { counted, inWords, marked, sentence } from '../words.js';

/** How many reviews are at each stage. */
export function stagesChart(rows: readonly Row[], where: Where): Chart {
  const title = 'Reviews by stage';
  const stages = rows.map((row) => ({
    stage: String(row['stage']),
    count: Number(row['reviews']),
    illustrative: row['illustrative'] === true,
  }));
  const total = stages.reduce((sum, { count }) => sum + count, 0);
  const description = `${counted(total, 'review', 'reviews')}: ${stages
    .filter(({ count }) => count > 0)
    .map(({ stage, count }) => `${count} at ${inWords(stage)}`)
    .join(', ')}`;
  const svg = bars(
    { id: 'stages-chart', title, description },
    stages.map(({ stage, count, illustrative }) => ({
      name: sentence(inWords(stage)),
      value: count,
      label: marked(String(count), illustrative ? 'illustrative' : null),
      ...(stage === 'withdrawn' && { look: 'c-planned' as const }),
    })),
  );
  const asked = (stage: string) =>
    stage === 'withdrawn' ? { standing: stage } : { stage, standing: 'not-withdrawn' };
  const cells = stages.map(({ stage, count, illustrative }): Cell[] => [
    sentence(inWords(stage)),
    count === 0
      ? 0
      : {
          text: String(count),
          href: pageAddress(where, 'reviews', asked(stage)),
          ...(illustrative && { tag: 'illustrative' }),
        },
  ]);
  return {
    title,
    ...(svg !== undefined && { svg }),
    table: table('Number of reviews at each stage', ['Stage', 'Reviews'], cells, {
      empty: 'No review is on the record.',
      csv: dataAddress(where, 'review-stages', { format: 'csv' }),
      numeric: [1],
    }),
  };
}
