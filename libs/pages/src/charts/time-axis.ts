import { dayNumber, type CivilDate } from '#calendar';
import { label, line, scale, together, type Drawn } from './svg.js';

/** Days laid out from left to right. */
export interface TimeAxis {
  /** Where a day is. */
  readonly place: (day: string) => number;
  /** A line for the first day of each year, with the year, from top to bottom. */
  readonly years: (top: number, bottom: number) => Drawn;
}

/** A line of days between two, `start` and `end` in units of the drawing. */
export function timeAxis(first: string, last: string, start: number, end: number): TimeAxis {
  const number = (day: string) => dayNumber(day as CivilDate);
  const place = scale(number(first), number(last), start, end);
  const firstYear = Number(first.slice(0, 4));
  const lastYear = Number(last.slice(0, 4));
  const each = Math.max(1, Math.ceil((lastYear - firstYear) / 10));
  const years = Array.from(
    { length: Math.floor((lastYear - firstYear) / each) + 1 },
    (_, n) => firstYear + n * each,
  )
    .map((year) => ({ year, at: place(number(`${year}-01-01`)) }))
    .filter(({ at }) => at >= start && at <= end);
  return {
    place: (day) => place(number(day)),
    years: (top, bottom) =>
      together(
        ...years.flatMap(({ year, at }) => [
          line(at, top, at, bottom, 'c-axis'),
          label(at, bottom + 16, year, { class: 'c-quiet', 'text-anchor': 'middle' }),
        ]),
      ),
  };
}
