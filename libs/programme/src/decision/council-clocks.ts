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
import type { CouncilSetting } from '../programme/events.js';
import { settingKey, type SettingPart } from '../programme/state.js';
import type { Fact } from '../recorded.js';
import type { Facts } from '../stream.js';

/** The value of a council setting in force at the end of a day, or undefined where the council had set none. */
export type SettingsInForce = (setting: CouncilSetting, on: CivilDate) => string | number | undefined;

/** No settings: the figures of the Regulations hold, and there is no call-in window. */
export const noSettings: SettingsInForce = () => undefined;

/** The council's settings as a command reads them from the programme's stream. */
export function settingsIn(facts: Facts): SettingsInForce {
  return (setting, on) => (facts.get(settingKey(setting), on) as SettingPart | undefined)?.value;
}

/** A number of clear days and how they are counted, as it was in force on a day. */
export interface Clock {
  readonly days: number;
  readonly basis: DayBasis;
}

/** 28 clear days under regulation 9, or as the council had set by that day. */
export function noticeClock(settings: SettingsInForce, on: CivilDate): Clock {
  return {
    days: wholeNumber(settings('notice-clear-days', on)) ?? 28,
    basis: basisOf(settings('notice-basis', on)),
  };
}

/** Five clear days under regulation 10, or as the council had set by that day. */
export function generalExceptionClock(settings: SettingsInForce, on: CivilDate): Clock {
  return {
    days: wholeNumber(settings('general-exception-clear-days', on)) ?? 5,
    basis: basisOf(settings('general-exception-basis', on)),
  };
}

/** The council's own call-in window, undefined where it had set none by that day: no Regulations give one. */
export function callInClock(settings: SettingsInForce, on: CivilDate): Clock | undefined {
  const days = wholeNumber(settings('call-in-clear-days', on));
  return days === undefined ? undefined : { days, basis: basisOf(settings('call-in-basis', on)) };
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

function basisOf(value: string | number | undefined): DayBasis {
  return value === 'working' ? 'working' : 'calendar';
}

function wholeNumber(value: string | number | undefined): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
