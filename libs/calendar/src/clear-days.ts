import { bankHolidays, bankHolidayYears } from './bank-holidays.js';
import {
  addDays,
  type CivilDate,
  dayNumber,
  earliestDate,
  latestDate,
  weekday,
  yearOf,
} from './civil-date.js';

/** How clear days are counted: every day, or the days that are neither a weekend nor a bank holiday. */
export type DayBasis = 'calendar' | 'working';

/** A count of clear days, with what it comes to. */
export interface ClearDays {
  readonly published: CivilDate;
  readonly days: number;
  readonly basis: DayBasis;
  /** The last of the days that must have run whole. */
  readonly lastClearDay: CivilDate;
  /** The calendar day after it, which may be a weekend or a holiday. */
  readonly effectiveFrom: CivilDate;
}

/** Why a count cannot be made, in words. */
export interface Uncountable {
  readonly uncountable: string;
}

const holidays: ReadonlySet<CivilDate> = new Set(bankHolidays.map(({ on }) => on));
const { first, last } = bankHolidayYears;

/**
 * Whether a day is neither a weekend nor a bank holiday of England and Wales.
 * @throws RangeError outside the years whose bank holidays are known, 2012 to 2028.
 */
export function isWorkingDay(day: CivilDate): boolean {
  if (!holidaysKnown(day)) throw new RangeError(outsideTheYears(day));
  const name = weekday(day);
  return name !== 'Saturday' && name !== 'Sunday' && !holidays.has(day);
}

/**
 * Counts clear days: whole days, midnight to midnight, without the day of publication and without the day of the event
 * (R v Hereford Justices 1820; R v Swansea CC ex p Elitestone 1993). Never throws.
 *
 * @param published the local day of publication, which may be a weekend or a holiday
 * @param days how many clear days must run, whole and 0 or more
 */
export function countClearDays(published: CivilDate, days: number, basis: DayBasis): ClearDays | Uncountable {
  if (!Number.isSafeInteger(days) || days < 0) {
    return { uncountable: `${days} is no count of clear days: give a whole number, 0 or more` };
  }
  const ends = basis === 'calendar' ? nthDay(published, days) : nthWorkingDay(published, days);
  if (typeof ends !== 'string') return ends;
  if (ends === latestDate) return { uncountable: outsideTheCalendar };
  return { published, days, basis, lastClearDay: ends, effectiveFrom: addDays(ends, 1) };
}

/** Whether a count could be made. */
export function isCounted(count: ClearDays | Uncountable): count is ClearDays {
  return !('uncountable' in count);
}

/**
 * The last of so many clear days after a publication: the nth day, or the nth working day.
 * @throws RangeError where it cannot be counted: outside 2012 to 2028 for working days.
 */
export function lastClearDay(published: CivilDate, days: number, basis: DayBasis): CivilDate {
  return counted(published, days, basis).lastClearDay;
}

/**
 * The first day on which something may happen that must wait for so many clear days: the next calendar day after the
 * last of them, a Saturday or a holiday though it be.
 * @throws RangeError where it cannot be counted: outside 2012 to 2028 for working days.
 */
export function effectiveFrom(published: CivilDate, days: number, basis: DayBasis): CivilDate {
  return counted(published, days, basis).effectiveFrom;
}

/**
 * How many clear days lie between a publication and an event, neither counted; 0 where the event comes no later.
 * @throws RangeError for working days where one of the two is outside 2012 to 2028.
 */
export function clearDaysBetween(published: CivilDate, event: CivilDate, basis: DayBasis): number {
  const whole = Math.max(0, dayNumber(event) - dayNumber(published) - 1);
  if (basis === 'calendar') return whole;
  for (const day of [published, event]) if (!holidaysKnown(day)) throw new RangeError(outsideTheYears(day));
  let days = 0;
  for (let n = 1; n <= whole; n += 1) if (isWorkingDay(addDays(published, n))) days += 1;
  return days;
}

function counted(published: CivilDate, days: number, basis: DayBasis): ClearDays {
  const count = countClearDays(published, days, basis);
  if (isCounted(count)) return count;
  throw new RangeError(count.uncountable);
}

function nthDay(published: CivilDate, days: number): CivilDate | Uncountable {
  const left = dayNumber(latestDate) - dayNumber(published);
  return days <= left ? addDays(published, days) : { uncountable: outsideTheCalendar };
}

function nthWorkingDay(published: CivilDate, days: number): CivilDate | Uncountable {
  let day = published;
  let left = days;
  while (holidaysKnown(day)) {
    if (left === 0) return day;
    day = addDays(day, 1);
    if (holidaysKnown(day) && isWorkingDay(day)) left -= 1;
  }
  return { uncountable: outsideTheYears(day) };
}

function holidaysKnown(day: CivilDate): boolean {
  return yearOf(day) >= first && yearOf(day) <= last;
}

function outsideTheYears(day: CivilDate): string {
  return `Clear working days are counted from ${first} to ${last}, the years whose bank holidays are known, and ${day} is outside them: count in calendar days, or add the holidays of that year`;
}

const outsideTheCalendar = `The clear days would run past the calendar, which goes from ${earliestDate} to ${latestDate}: give fewer`;
