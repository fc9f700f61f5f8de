import type { Fact, Facts } from '#acts';
import {
  type CivilDate,
  type ClearDays,
  countClearDays,
  type DatePrecision,
  type DayBasis,
  describeDate,
  isCounted,
  lastOfMonth,
  lastOfYear,
  shortDate,
  type Uncountable,
} from '#calendar';
import { partIn } from '../part-of-kind.js';
import type { CouncilSetting } from '../council-settings.js';

/** The value of a council setting in force at the end of a day, or undefined where the council had set none. */
export type SettingsInForce = (setting: CouncilSetting, on: CivilDate) => string | number | undefined;

/** The council's settings as a command reads them from the programme's stream. */
export function settingsIn(facts: Facts): SettingsInForce {
  return (setting, on) => partIn(facts, 'setting', setting, on)?.value;
}

/** A number of clear days and how they are counted, as it was in force on a day. */
export interface Clock {
  readonly days: number;
  readonly basis: DayBasis;
}

/** What clear days are counted for: notice (regulation 9), general exception (regulation 10), and call-in. */
export type ClockName = 'notice' | 'general-exception' | 'call-in';

/** The settings that a clock is counted by: both are the council's to set, and none stands in for one that is not set. */
const settingsOf = {
  notice: { days: 'notice-clear-days', basis: 'notice-basis', called: 'period of notice' },
  'general-exception': {
    days: 'general-exception-clear-days',
    basis: 'general-exception-basis',
    called: 'period of general exception',
  },
  'call-in': { days: 'call-in-clear-days', basis: 'call-in-basis', called: 'call-in window' },
} as const satisfies Readonly<
  Record<ClockName, { days: CouncilSetting; basis: CouncilSetting; called: string }>
>;

/** A clock as the council had set it by a day, undefined where it had not: its days or how they are counted. */
export function clockOn(clock: ClockName, settings: SettingsInForce, on: CivilDate): Clock | undefined {
  const days = wholeNumber(settings(settingsOf[clock].days, on));
  const basis = settings(settingsOf[clock].basis, on);
  return days !== undefined && (basis === 'working' || basis === 'calendar') ? { days, basis } : undefined;
}

/** What is not on the record of a clock that cannot run: "no call-in window is on the record". */
export function notSetInWords(clock: ClockName, settings: SettingsInForce, on: CivilDate): string {
  const { days, called } = settingsOf[clock];
  return wholeNumber(settings(days, on)) === undefined
    ? `no ${called} is on the record`
    : `whether the ${called} runs in calendar or in working days is not on the record`;
}

/** The setting that is missing for a clock to run, undefined where none is. */
export function settingMissing(
  clock: ClockName,
  settings: SettingsInForce,
  on: CivilDate,
): CouncilSetting | undefined {
  if (clockOn(clock, settings, on)) return undefined;
  const { days, basis } = settingsOf[clock];
  return wholeNumber(settings(days, on)) === undefined ? days : basis;
}

/** Runs a clock from a publication; from the last day it may have been, where only its month or year is known. */
export function runClock({ days, basis }: Clock, published: Fact): ClearDays | Uncountable {
  return countClearDays(lastDayOf(published), days, basis);
}

/** The arithmetic of a count in words: "published Thu 17 Oct 2019, five clear working days end Thu 24 Oct 2019". */
export function countInWords(what: string, clock: Clock, published: Fact): string {
  const count = runClock(clock, published);
  const since = `${what} ${dayInWords(published)}`;
  if (!isCounted(count)) return `${since}, ${daysInWords(clock)} cannot be counted: ${count.uncountable}`;
  return `${since}, ${daysInWords(clock)} end${clock.days === 1 ? 's' : ''} ${shortDate(count.lastClearDay)}`;
}

/** The last day that a date can stand for: itself, or the end of its month or year. */
export function lastDayOf({ on, precision }: { on: CivilDate; precision: DatePrecision }): CivilDate {
  switch (precision) {
    case 'day':
      return on;
    case 'month':
      return lastOfMonth(on);
    case 'year':
      return lastOfYear(on);
  }
}

/** A day with its weekday, or the month or the year where no more is known. */
export function dayInWords({ on, precision }: { on: CivilDate; precision: DatePrecision }): string {
  return precision === 'day' ? shortDate(on) : `in ${describeDate(on, precision)}`;
}

const smallNumbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function daysInWords({ days, basis }: Clock): string {
  const kind = basis === 'working' ? 'clear working day' : 'clear day';
  return `${smallNumbers[days] ?? days} ${kind}${days === 1 ? '' : 's'}`;
}

function wholeNumber(value: string | number | undefined): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
