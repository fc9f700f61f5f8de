import { dayNumber, type CivilDate, type DatePrecision } from '#calendar';

/** How long something lasted: until which day, none where it lasts still, and how many days up to there or to the day asked. */
export interface Lasted {
  readonly leftOn: CivilDate | null;
  readonly leftPrecision: DatePrecision | null;
  readonly days: number;
}

/** A day on which something came to hold. */
interface Entered {
  readonly on: CivilDate;
  readonly precision: DatePrecision;
}

/**
 * Each line of a log with how long it lasted: until the next, the last until what ended it, or else until the day asked.
 * The day on which it was entered counts, the one on which it was left does not.
 */
export function withDays<Line extends Entered>(
  log: readonly Line[],
  asAt: CivilDate,
  end?: Entered,
): readonly (Line & Lasted)[] {
  return log.map((entered, n) => {
    const next = log[n + 1] ?? end;
    return {
      ...entered,
      leftOn: next?.on ?? null,
      leftPrecision: next?.precision ?? null,
      days: dayNumber(next?.on ?? asAt) - dayNumber(entered.on),
    };
  });
}
