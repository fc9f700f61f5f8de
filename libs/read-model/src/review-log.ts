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
 * leaves its stage on that day, and enters it anew on the day it is reopened.
 */
export function stagesEntered(review: ReviewPart, asAt: CivilDate): readonly StageLine[] {
  const { stageLog, standing, standingSince } = review;
  const end = standing === 'withdrawn' ? standingSince : undefined;
  return withDays(stageLog, asAt, end).flatMap((line) => withoutWithdrawals(line, review, asAt));
}

/** A stage in as many lines as it was left by a withdrawal and entered anew: the days between are no stage's. */
function withoutWithdrawals(whole: StageLine, { standingLog }: ReviewPart, asAt: CivilDate): StageLine[] {
  const lines = [whole];
  for (const [n, { standing, on, precision }] of standingLog.entries()) {
    const reopened = standingLog[n + 1];
    const line = lines.at(-1);
    if (standing !== 'withdrawn' || !reopened || !line) continue;
    if (on < line.on || on >= (line.leftOn ?? asAt)) continue;
    const { how: _how, standing: _standing, until: _until, ...fact } = reopened;
    const again = { stage: line.stage, how: 'reopened', ...fact } as const;
    const { leftOn, leftPrecision } = line;
    const left = leftOn === null ? undefined : { on: leftOn, precision: leftPrecision ?? 'day' };
    lines.splice(-1, 1, ...withDays([line], asAt, { on, precision }), ...withDays([again], asAt, left));
  }
  return lines;
}

/** Every change of a review's standing by a day, in order, and how long each lasted. */
export function standingsEntered(review: ReviewPart, asAt: CivilDate): readonly StandingLine[] {
  return withDays(review.standingLog, asAt);
}
