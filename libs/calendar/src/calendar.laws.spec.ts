import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { historySeed as seed } from '#testing';
import {
  addDays,
  civilDate,
  clearDaysBetween,
  dayNumber,
  describeInstant,
  effectiveFrom,
  endOfDayInLondon,
  epochMs,
  fromDayNumber,
  instant,
  instantOf,
  isCivilDate,
  isWorkingDay,
  lastClearDay,
  lastOfMonth,
  latestDate,
  latestInstant,
  londonDate,
  startOfDayInLondon,
  weekday,
  type CivilDate,
} from './index.js';

const lastDayNumber = 730_484;
const first = civilDate('2012-01-01');
const last = civilDate('2028-12-31');
const aDay = fc.integer({ min: dayNumber(first), max: dayNumber(last) }).map(fromDayNumber);

describe('A day number', () => {
  it('goes up by one, and its weekday on by one, on every day from the first to the last', () => {
    const week = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
    const astray: string[] = [];
    let year = 1000;
    let month = 1;
    let day = 1;
    let dayOfWeek = week.indexOf('Wednesday');
    for (let n = 0; n <= lastDayNumber; n += 1) {
      const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
      const date = fromDayNumber(n);
      if (
        date !== text ||
        dayNumber(date) !== n ||
        !isCivilDate(date) ||
        weekday(date) !== week[dayOfWeek] ||
        (lastOfMonth(date) === date) !== (day === lengthOfMonth(year, month))
      ) {
        astray.push(`${n}: ${date}, not ${text}`);
      }
      dayOfWeek = (dayOfWeek + 1) % 7;
      day += 1;
      if (day > lengthOfMonth(year, month)) [day, month] = [1, month + 1];
      if (month > 12) [month, year] = [1, year + 1];
    }
    expect(astray).toEqual([]);
    expect([year, month, day]).toEqual([3000, 1, 1]);
  });
});

describe('A day in London', () => {
  it('ends one millisecond before the next starts, on every day of 1895 to 2105', () => {
    expect(daysAstray(civilDate('1895-01-01'), civilDate('2105-12-31'))).toEqual([]);
  });

  it(`ends one millisecond before the next starts, on any day of the calendar (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: dayNumber(latestDate) - 1 }), (n) => {
        expect(daysAstray(fromDayNumber(n), fromDayNumber(n))).toEqual([]);
      }),
      { seed, numRuns: 1000 },
    );
  });

  it(`is the day the whole London calendar shows, at any moment from 1900 (seed ${seed})`, () => {
    const shown = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    const from = epochMs(instant('1900-01-01T00:00:00Z'));
    fc.assert(
      fc.property(fc.integer({ min: from, max: epochMs(latestInstant) }), (ms) => {
        const [day, month, year] = shown.format(ms).split('/');
        expect(londonDate(instantOf(ms))).toBe(`${year}-${month}-${day}`);
      }),
      { seed, numRuns: 2000 },
    );
  });
});

describe('A moment in words', () => {
  it(`is what the whole London calendar shows, at any moment from 1972 (seed ${seed})`, () => {
    const shown = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZoneName: 'short',
    });
    const from = epochMs(instant('1972-01-01T00:00:00Z'));
    fc.assert(
      fc.property(fc.integer({ min: from, max: epochMs(latestInstant) }), (ms) => {
        const part = Object.fromEntries(shown.formatToParts(ms).map(({ type, value }) => [type, value]));
        expect(describeInstant(instantOf(ms))).toBe(
          `${part['day']} ${part['month']} ${part['year']}, ${part['hour']}:${part['minute']} ${part['timeZoneName']}`,
        );
      }),
      { seed, numRuns: 2000 },
    );
  });
});

describe('Clear days', () => {
  it(`are what stepping day by day comes to (seed ${seed})`, () => {
    fc.assert(
      fc.property(aDay, fc.nat(60), fc.constantFrom('calendar', 'working'), (published, days, basis) => {
        const run: CivilDate[] = [];
        for (let day = addDays(published, 1); run.length < days && day <= last; day = addDays(day, 1)) {
          if (basis === 'calendar' || isWorkingDay(day)) run.push(day);
        }
        fc.pre(run.length === days);
        const ends = run.at(-1) ?? published;
        expect(lastClearDay(published, days, basis)).toBe(ends);
        expect(effectiveFrom(published, days, basis)).toBe(addDays(ends, 1));
        if (ends < last) expect(clearDaysBetween(published, addDays(ends, 1), basis)).toBe(days);
      }),
      { seed, numRuns: 1_000 },
    );
  });

  it(`never end earlier where more are asked for or it is published later (seed ${seed})`, () => {
    const aWhile = fc.nat(40);
    fc.assert(
      fc.property(aDay, aWhile, aWhile, fc.constantFrom('calendar', 'working'), (day, days, later, basis) => {
        fc.pre(addDays(day, 300) <= last);
        const ends = lastClearDay(day, days, basis);
        expect(lastClearDay(day, days + 1, basis) > ends).toBe(true);
        expect(lastClearDay(addDays(day, later), days, basis) >= ends).toBe(true);
      }),
      { seed, numRuns: 500 },
    );
  });
});

function daysAstray(from: CivilDate, to: CivilDate): CivilDate[] {
  const astray: CivilDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const start = startOfDayInLondon(date);
    const end = endOfDayInLondon(date);
    const next = startOfDayInLondon(addDays(date, 1));
    if (londonDate(start) !== date || londonDate(end) !== date || epochMs(end) + 1 !== epochMs(next)) {
      astray.push(date);
    }
  }
  return astray;
}

function lengthOfMonth(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  if (year % 400 === 0) return 29;
  return year % 4 === 0 && year % 100 !== 0 ? 29 : 28;
}
