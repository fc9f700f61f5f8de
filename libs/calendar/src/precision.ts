import {
  type CivilDate,
  dayOfMonth,
  isCivilDate,
  lastOfMonth,
  lastOfYear,
  monthOf,
  weekday,
} from './civil-date.js';

/** How closely a date is known. A month or a year is stored as its first day, or its last where it ends something. */
export type DatePrecision = 'day' | 'month' | 'year';

/** A date with how closely it is known. */
export interface Dated {
  readonly date: CivilDate;
  readonly precision: DatePrecision;
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/**
 * Reads '2014-03-21', '2014-03' or '2014'.
 * @param ends which day stands for a month or a year: its first, or its last where the date ends something.
 * @returns undefined where the text is none of the three, or its day does not exist.
 */
export function parseDated(text: string, ends: 'first' | 'last' = 'first'): Dated | undefined {
  if (isCivilDate(text)) return { date: text, precision: 'day' };
  const firstOfNamedMonth = `${text}-01`;
  if (isCivilDate(firstOfNamedMonth)) {
    return {
      date: ends === 'first' ? firstOfNamedMonth : lastOfMonth(firstOfNamedMonth),
      precision: 'month',
    };
  }
  const firstOfNamedYear = `${text}-01-01`;
  if (isCivilDate(firstOfNamedYear)) {
    return { date: ends === 'first' ? firstOfNamedYear : lastOfYear(firstOfNamedYear), precision: 'year' };
  }
  return undefined;
}

/** A date in words, no closer than it is known: '21 March 2014', 'March 2014', '2014'. */
export function describeDate(date: CivilDate, precision: DatePrecision): string {
  const year = date.slice(0, 4);
  switch (precision) {
    case 'day':
      return `${dayOfMonth(date)} ${monthName(date)} ${year}`;
    case 'month':
      return `${monthName(date)} ${year}`;
    case 'year':
      return year;
  }
}

/** A day with its weekday, for tables: 'Fri 21 Mar 2014'. */
export function shortDate(date: CivilDate): string {
  return `${weekday(date).slice(0, 3)} ${dayOfMonth(date)} ${monthName(date).slice(0, 3)} ${date.slice(0, 4)}`;
}

function monthName(date: CivilDate): string {
  return monthNames[monthOf(date) - 1] as string;
}
