declare const civilDateBrand: unique symbol;

/** A day of the proleptic Gregorian calendar as text, 'YYYY-MM-DD', years 1000 to 2999. Compares as text. */
export type CivilDate = string & { readonly [civilDateBrand]: true };

export type Weekday = 'Monday' | 'Tuesday' | 'Wednesday' | 'Thursday' | 'Friday' | 'Saturday' | 'Sunday';

/** The first day the calendar knows: day number 0. */
export const earliestDate = '1000-01-01' as CivilDate;

/** The last day the calendar knows: day number 730484, so that every day number fits 20 bits. */
export const latestDate = '2999-12-31' as CivilDate;

const written = /^[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;
const daysPerYear = 365.2425;
const daysBeforeTheCalendar = daysBeforeYear(1000);
const lastDayNumber = daysBeforeYear(3000) - daysBeforeTheCalendar - 1;

// 1 January 1000 was a Wednesday.
const weekdaysFromDayZero = [
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
  'Monday',
  'Tuesday',
] as const satisfies readonly Weekday[];

/** Whether a value is the text of a real day: '2014-02-28' is, '2014-02-30' and '2014-2-28' are not. */
export function isCivilDate(text: unknown): text is CivilDate {
  return typeof text === 'string' && written.test(text) && digits(text, 8, 10) <= daysInMonthOf(text);
}

/**
 * The text as a civil date.
 * @throws RangeError where it is not the text of a real day; the message says how to write it.
 */
export function civilDate(text: string): CivilDate {
  if (isCivilDate(text)) return text;
  throw new RangeError(
    `${JSON.stringify(text)} is not a date: write a real day from ${earliestDate} to ${latestDate} as YYYY-MM-DD, like 2014-03-21`,
  );
}

/** Days since 1 January 1000, which is 0. Whole, never more than 20 bits, in the order of the dates. */
export function dayNumber(date: CivilDate): number {
  const year = yearOf(date);
  return (
    daysBeforeYear(year) -
    daysBeforeTheCalendar +
    daysBeforeMonthOf(year, monthOf(date)) +
    digits(date, 8, 10) -
    1
  );
}

/**
 * The date of a day number.
 * @throws RangeError where the number is not whole, or its day is outside the years 1000 to 2999.
 */
export function fromDayNumber(n: number): CivilDate {
  if (!Number.isInteger(n) || n < 0 || n > lastDayNumber) {
    throw new RangeError(
      `${n} is not a day number: give a whole number from 0 (${earliestDate}) to ${lastDayNumber} (${latestDate})`,
    );
  }
  const days = n + daysBeforeTheCalendar;
  let year = Math.floor(days / daysPerYear) + 1;
  // Years so far have at most the days of as many mean years: the guess is never too late, and at New Year one too early.
  if (days >= daysBeforeYear(year + 1)) year += 1;
  const dayOfYear = days - daysBeforeYear(year);
  let month = 12;
  while (daysBeforeMonthOf(year, month) > dayOfYear) month -= 1;
  return dateOf(year, month, dayOfYear - daysBeforeMonthOf(year, month) + 1);
}

/**
 * The date so many days later; earlier where the number is negative.
 * @throws RangeError where the number is not whole, or the day is outside the years 1000 to 2999.
 */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** How many days after `from` the day `to` comes: 0 for the same day, negative where it comes before. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

export function weekday(date: CivilDate): Weekday {
  return weekdaysFromDayZero[dayNumber(date) % 7] as Weekday;
}

export function firstOfMonth(date: CivilDate): CivilDate {
  return `${date.slice(0, 7)}-01` as CivilDate;
}

export function lastOfMonth(date: CivilDate): CivilDate {
  return `${date.slice(0, 7)}-${daysInMonthOf(date)}` as CivilDate;
}

export function firstOfYear(date: CivilDate): CivilDate {
  return `${date.slice(0, 4)}-01-01` as CivilDate;
}

export function lastOfYear(date: CivilDate): CivilDate {
  return `${date.slice(0, 4)}-12-31` as CivilDate;
}

/** The calendar year, 1000 to 2999. */
export function yearOf(date: CivilDate): number {
  return digits(date, 0, 4);
}

/** The month of the calendar year, 1 to 12. */
export function monthOf(date: CivilDate): number {
  return digits(date, 5, 7);
}

/** The day of the month, 1 to 31. */
export function dayOfMonth(date: CivilDate): number {
  return digits(date, 8, 10);
}

function dateOf(year: number, month: number, day: number): CivilDate {
  return `${year}-${twoDigits(month)}-${twoDigits(day)}` as CivilDate;
}

function twoDigits(n: number): string {
  return n < 10 ? `0${n}` : `${n}`;
}

// Read by character code: day numbers are asked for on every comparison of a fold, and this takes no substring.
function digits(text: string, from: number, to: number): number {
  let n = 0;
  for (let at = from; at < to; at += 1) n = n * 10 + text.charCodeAt(at) - 48;
  return n;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysBeforeYear(year: number): number {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
}

function daysBeforeMonthOf(year: number, month: number): number {
  return (daysBeforeMonth[month - 1] as number) + (month > 2 && isLeapYear(year) ? 1 : 0);
}

function daysInMonthOf(text: string): number {
  const month = digits(text, 5, 7);
  if (month === 2) return isLeapYear(digits(text, 0, 4)) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
