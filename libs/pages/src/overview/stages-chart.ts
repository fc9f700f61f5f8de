import type { ReviewsAtStage } from '#read-model';
import { dataAddress, pageAddress, type Where } from '../addresses-of-pages.js';
import { bars } from '../charts/bars.js';
import type { Chart } from '../charts/chart.js';
import { table, type Cell } from '../table.js';
import { counted, inWords, marked, sentence } from '../words.js';

/** How many reviews are at each stage. */
export function stagesChart(stages: readonly ReviewsAtStage[], where: Where): Chart {
  const title = 'Reviews by stage';
  const total = stages.reduce((sum, { reviews }) => sum + reviews, 0);
  const description = `${counted(total, 'review', 'reviews')}: ${stages
    .filter(({ reviews }) => reviews > 0)
    .map(({ stage, reviews }) => `${reviews} at ${inWords(stage)}`)
    .join(', ')}`;
  const svg = bars(
    { id: 'stages-chart', title, description },
    stages.map(({ stage, reviews, illustrative }) => ({
      name: sentence(inWords(stage)),
      value: reviews,
      label: marked(String(reviews), illustrative ? 'illustrative' : null),
      ...(stage === 'withdrawn' && { look: 'c-planned' as const }),
    })),
  );
  const asked = (stage: string) =>
    stage === 'withdrawn' ? { standing: stage } : { stage, standing: 'not-withdrawn' };
  const cells = stages.map(({ stage, reviews, illustrative }): Cell[] => [
    sentence(inWords(stage)),
    reviews === 0
      ? 0
      : {
          text: String(reviews),
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
