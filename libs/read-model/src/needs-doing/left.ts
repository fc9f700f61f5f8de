import { addDays, clearDaysBetween, daysBetween, shortDate, type CivilDate, type DayBasis } from '#calendar';
import type { Urgency } from './sorts.js';

/** How urgent a last day is on the day that is asked about. */
export function urgencyOf(by: CivilDate | undefined, asAt: CivilDate): Urgency {
  if (by === undefined) return 'no-date';
  const days = daysBetween(asAt, by);
  if (days < 0) return 'overdue';
  if (days === 0) return 'today';
  return days <= 7 ? 'within-a-week' : 'later';
}

/** What is left until a last day: "5 days left, until Fri 29 Mar 2019", "12 days ago, Fri 29 Mar 2019". */
export function leftInWords(by: CivilDate, asAt: CivilDate): string {
  const days = daysBetween(asAt, by);
  if (days === 0) return `today, ${shortDate(by)}`;
  return days < 0
    ? `${counted(-days, 'day')} ago, ${shortDate(by)}`
    : `${counted(days, 'day')} left, until ${shortDate(by)}`;
}

/** What is left of a count of clear days at the end of a day: "3 clear working days left, ends Fri 29 Mar 2019". */
export function clearDaysLeft(lastClearDay: CivilDate, asAt: CivilDate, basis: DayBasis): string {
  if (lastClearDay <= asAt) return `ends today, ${shortDate(lastClearDay)}`;
  const days = clearDaysBetween(asAt, addDays(lastClearDay, 1), basis);
  const kind = basis === 'working' ? 'clear working day' : 'clear day';
  return `${counted(days, kind)} left, ends ${shortDate(lastClearDay)}`;
}

const counted = (count: number, one: string): string =>
  `${count.toLocaleString('en-GB')} ${one}${count === 1 ? '' : 's'}`;
