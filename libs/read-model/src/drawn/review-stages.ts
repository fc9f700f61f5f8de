import { reviewStages, type ReviewPart } from '#programme';
import { count, id, illustrative, isIllustrative, listOf, oneOf, type RowOf } from '../columns.js';
import { lines } from '../list.js';

const stage = oneOf(...reviewStages, 'withdrawn');
const stageColumns = { stage, reviews: count, deferred: count, illustrative, ids: listOf(id) };
/** Reviews at one stage, or withdrawn. */
export type ReviewsAtStage = RowOf<typeof stageColumns>;

/** How many reviews are at each stage, in the order of stages, those withdrawn by themselves; nothing before there are any. */
export const reviewsByStage = lines({
  name: 'review-stages',
  says: 'How many reviews are at each stage',
  streams: ['review'],
  columns: stageColumns,
  rows(reader, programme, moment) {
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
  },
});

function rowOf(stage: ReviewsAtStage['stage'], reviews: readonly ReviewPart[]): ReviewsAtStage {
  return {
    stage,
    reviews: reviews.length,
    deferred: reviews.filter(({ standing }) => standing === 'deferred').length,
    illustrative: reviews.some(({ stageSince }) => isIllustrative(stageSince.provenance)),
    ids: reviews.map(({ id }) => id),
  };
}
