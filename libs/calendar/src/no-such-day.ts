import { civilDate, dayOfMonth, lastOfMonth } from './civil-date.js';
import { describeDate } from './precision.js';

/**
 * Why there is no such day, in words, where the month is one: '31 February 2014 is no date: February 2014 has 28 days'.
 * Undefined where there is such a day, or no such month.
 *
 * @param year from 1000 to 2999
 * @param month from 1
 */
export function noSuchDay(year: number, month: number, day: number): string | undefined {
  if (month < 1 || month > 12 || year < 1000 || year > 2999) return undefined;
  const first = civilDate(`${year}-${String(month).padStart(2, '0')}-01`);
  const days = dayOfMonth(lastOfMonth(first));
  if (day >= 1 && day <= days) return undefined;
  const called = describeDate(first, 'month');
  return `${day} ${called} is no date: ${called} has ${days} days`;
}
