import type { CivilDate } from '#calendar';
import type { ReviewPart, StageEntered, StandingEntered } from '#programme';
import { withDays, type Lasted } from './lasted.js';

/** A line of the log of a review's stages. */
export type StageLine = StageEntered & Lasted;

/** A line of the log of a review's standing: a hold, and what became of it. */
export type StandingLine = StandingEntered & Lasted;

/**
 * Every stage that a review entered by a day, in order: when it was entered and left, and how many days it lasted, that
 * day not counted. A stage lasts until the next is entered, and no longer than the review goes on: one that is withdrawn
 * leaves its stage on that day.
 */
export function stagesEntered(review: ReviewPart, asAt: CivilDate): readonly StageLine[] {
  const { stageLog, standing, standingSince } = review;
  const end = standing === 'withdrawn' ? standingSince : undefined;
  return withDays(stageLog, asAt, end);
}

/** Every change of a review's standing by a day, in order, and how long each lasted. */
export function standingsEntered(review: ReviewPart, asAt: CivilDate): readonly StandingLine[] {
  return withDays(review.standingLog, asAt);
}
