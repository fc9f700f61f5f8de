import {
  addDays,
  bankHolidays,
  countClearDays,
  isCounted,
  weekday,
  type CivilDate,
  type DayBasis,
} from '#calendar';
import {
  callInWindow,
  clockOn,
  isTaken,
  lastDayOf,
  noticeRuns,
  takenDay,
  type DecisionPart,
  type Fact,
  type SettingsInForce,
  type Taken,
} from '#programme';
import type { Moment } from './moments.js';
import type { Reader } from './reader.js';
import { settingsAt } from './settings-at.js';

/** A day of a clock: what it is, and which of the clear days where it is one. */
export interface ClockDay {
  readonly on: CivilDate;
  readonly what: 'published' | 'clear-day' | 'not-counted' | 'first-day-after';
  /** From 1; null where the day is no clear day. */
  readonly clearDay: number | null;
  /** Why a working day does not count: 'Saturday', or the name of the bank holiday; also where it is counted all the same. */
  readonly rest: string | null;
}

/** A clock that counts clear days from a publication, day by day, with its arithmetic in words. */
export interface ClockRun {
  readonly clock: 'notice' | 'general-exception' | 'call-in';
  readonly published: CivilDate;
  readonly days: number;
  readonly basis: DayBasis;
  readonly lastClearDay: CivilDate;
  /** The day after the last clear day: the earliest decision, or the day it comes into force. */
  readonly then: CivilDate;
  readonly because: string;
  readonly each: readonly ClockDay[];
}

/**
 * The clocks of a decision at a moment, day by day: those of notice to the earliest day it could be taken, the window of
 * call-in to the day after it. A clock that nobody has set, or that cannot be counted, is left out. The settings are those in force on the day that
 * each counts from, as everywhere else.
 */
export function clockRuns(
  reader: Reader,
  programme: string,
  decision: DecisionPart,
  moment: Moment,
): ClockRun[] {
  const settings = settingsAt(reader, programme, moment);
  const taken: Taken = isTaken(decision) ? takenDay(decision) : { on: moment.asAt, precision: 'day' };
  return [...notices(decision, taken, settings), ...callIn(decision, settings)];
}

function notices(decision: DecisionPart, taken: Taken, settings: SettingsInForce): ClockRun[] {
  return noticeRuns(decision, taken, settings).flatMap(({ what, because }) => {
    const published = what === 'notice' ? decision.notice?.given : decision.generalException?.given;
    const clock = clockOn(what, settings, taken.on);
    return published === undefined || clock === undefined ? [] : runOf(what, published, clock, because);
  });
}

function callIn({ published }: DecisionPart, settings: SettingsInForce): ClockRun[] {
  const clock = published && clockOn('call-in', settings, published.on);
  if (!published || !clock) return [];
  return runOf('call-in', published, clock, callInWindow(published, settings).because);
}

function runOf(
  clock: ClockRun['clock'],
  fact: Fact,
  { days, basis }: { readonly days: number; readonly basis: DayBasis },
  because: string,
): ClockRun[] {
  const published = lastDayOf(fact);
  const count = countClearDays(published, days, basis);
  if (!isCounted(count)) return [];
  const { lastClearDay, effectiveFrom: then } = count;
  return [
    { clock, published, days, basis, lastClearDay, then, because, each: daysOf(published, basis, then) },
  ];
}

function daysOf(published: CivilDate, basis: DayBasis, then: CivilDate): ClockDay[] {
  const each: ClockDay[] = [];
  let clearDay = 0;
  for (let on = published; on <= then; on = addDays(on, 1)) {
    const rest = restOn(on);
    if (on === published) each.push({ on, what: 'published', clearDay: null, rest });
    else if (on === then) each.push({ on, what: 'first-day-after', clearDay: null, rest });
    else if (basis === 'working' && rest !== null)
      each.push({ on, what: 'not-counted', clearDay: null, rest });
    else each.push({ on, what: 'clear-day', clearDay: (clearDay += 1), rest });
  }
  return each;
}

const holidays = new Map(bankHolidays.map(({ on, name }) => [on, name]));

/** Why a day is no working day: its weekday, or the name of the bank holiday; null where it is one. */
function restOn(on: CivilDate): string | null {
  const name = weekday(on);
  return holidays.get(on) ?? (name === 'Saturday' || name === 'Sunday' ? name : null);
}
