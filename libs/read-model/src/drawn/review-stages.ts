import { reviewStages, type ReviewPart } from '#programme';
import type { Row } from '../columns.js';
import type { Moment } from '../moments.js';
import type { Reader } from '../reader.js';

/** How many reviews are at each stage, in the order of stages, those withdrawn by themselves; nothing before there are any. */
export function reviewsByStage(reader: Reader, programme: string, moment: Moment): Row[] {
  const reviews = reader.parts.list(programme, 'review', moment);
  if (reviews.length === 0) return [];
  const standing = reviews.filter((review) => review.standing !== 'withdrawn');
  const withdrawn = reviews.filter((review) => review.standing === 'withdrawn');
  return [
    ...reviewStages.map((stage) =>
      rowOf(
        stage,
        standing.filter((review) => review.stage === stage),
      ),
    ),
    ...(withdrawn.length === 0 ? [] : [rowOf('withdrawn', withdrawn)]),
  ];
}

function rowOf(stage: string, reviews: readonly ReviewPart[]): Row {
  return {
    stage,
    reviews: reviews.length,
    deferred: reviews.filter(({ standing }) => standing === 'deferred').length,
    illustrative: reviews.some(({ stageSince }) => stageSince.provenance === 'illustrative'),
    ids: reviews.map(({ id }) => id),
  };
}
