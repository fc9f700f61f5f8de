import { dayNumber, type CivilDate, type DatePrecision } from '#calendar';
import type { ReviewPart, StageEntered, StandingEntered } from '#programme';

/** How long something lasted: until which day, none where it lasts still, and how many days up to there or to the day asked. */
interface Lasted {
  readonly leftOn: CivilDate | null;
  readonly leftPrecision: DatePrecision | null;
  readonly days: number;
}

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
  return stageLog.map((entered, n) => ({ ...entered, ...lasted(entered.on, stageLog[n + 1] ?? end, asAt) }));
}

/** Every change of a review's standing by a day, in order, and how long each lasted. */
export function standingsEntered(review: ReviewPart, asAt: CivilDate): readonly StandingLine[] {
  const { standingLog } = review;
  return standingLog.map((entered, n) => ({ ...entered, ...lasted(entered.on, standingLog[n + 1], asAt) }));
}

function lasted(
  from: CivilDate,
  next: { readonly on: CivilDate; readonly precision: DatePrecision } | undefined,
  asAt: CivilDate,
): Lasted {
  const until = next?.on ?? asAt;
  return {
    leftOn: next?.on ?? null,
    leftPrecision: next?.precision ?? null,
    days: dayNumber(until) - dayNumber(from),
  };
}
