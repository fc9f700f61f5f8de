import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { historySeed as seed } from '#testing';
import {
  addDays,
  civilDate,
  dayNumber,
  daysBetween,
  earliestDate,
  firstOfMonth,
  firstOfYear,
  fromDayNumber,
  isCivilDate,
  lastOfMonth,
  lastOfYear,
  latestDate,
  weekday,
} from './index.js';

const lastDayNumber = 730_484;
const aDayNumber = fc.integer({ min: 0, max: lastDayNumber });
const aDate = aDayNumber.map(fromDayNumber);

describe('A civil date', () => {
  it.each(['2014-03-21', '2012-02-29', '2000-02-29', '1000-01-01', '2999-12-31', '2014-04-30'])(
    'is a real day written YYYY-MM-DD: %s',
    (text) => {
      expect(isCivilDate(text)).toBe(true);
      expect(civilDate(text)).toBe(text);
    },
  );

  it.each([
    ['30 February', '2014-02-30'],
    ['29 February of a common year', '2014-02-29'],
    ['29 February of a century that is no leap year', '1900-02-29'],
    ['31 April', '2014-04-31'],
    ['31 September', '2014-09-31'],
    ['31 November', '2014-11-31'],
    ['month 13', '2014-13-01'],
    ['month 0', '2014-00-10'],
    ['day 0', '2014-03-00'],
    ['single digits', '2014-3-1'],
    ['the day first', '21-03-2014'],
    ['a month alone', '2014-03'],
    ['a time after it', '2014-03-21T00:00:00Z'],
    ['a space before it', ' 2014-03-21'],
    ['a new line after it', '2014-03-21\n'],
    ['digits of another script', '２０１４-03-21'],
    ['a year before 1000', '0999-12-31'],
    ['a year after 2999', '3000-01-01'],
    ['nothing', ''],
  ])('is not %s', (_, text) => {
    expect(isCivilDate(text)).toBe(false);
    expect(() => civilDate(text)).toThrow(RangeError);
  });

  it.each([[undefined], [null], [20140321], [new Date(0)], [['2014-03-21']]])('is text, not %p', (value) => {
    expect(isCivilDate(value)).toBe(false);
  });

  it('is refused in words that say how to write it', () => {
    expect(() => civilDate('21/03/2014')).toThrow(
      new RangeError(
        '"21/03/2014" is not a date: write a real day from 1000-01-01 to 2999-12-31 as YYYY-MM-DD, like 2014-03-21',
      ),
    );
  });

  it('has the weekday that was on the calendar', () => {
    expect(weekday(civilDate('2014-03-21'))).toBe('Friday');
    expect(weekday(civilDate('2016-02-29'))).toBe('Monday');
    expect(weekday(civilDate('2000-01-01'))).toBe('Saturday');
    expect(weekday(civilDate('1900-01-01'))).toBe('Monday');
  });

  it('gives the first and last day of its month and of its year', () => {
    const leapDay = civilDate('2016-02-29');
    expect([firstOfMonth, lastOfMonth, firstOfYear, lastOfYear].map((day) => day(leapDay))).toEqual([
      '2016-02-01',
      '2016-02-29',
      '2016-01-01',
      '2016-12-31',
    ]);
    expect(lastOfMonth(civilDate('2014-02-03'))).toBe('2014-02-28');
    expect(lastOfMonth(civilDate('2014-06-15'))).toBe('2014-06-30');
    expect(lastOfMonth(civilDate('2014-12-31'))).toBe('2014-12-31');
  });
});

describe('A day number', () => {
  it('counts from 1 January 1000 and fits 20 bits', () => {
    expect(dayNumber(earliestDate)).toBe(0);
    expect(dayNumber(civilDate('1000-12-31'))).toBe(364);
    expect(dayNumber(latestDate)).toBe(lastDayNumber);
    expect(lastDayNumber).toBeLessThan(2 ** 20);
  });

  it('is that of the last and the first day of a year, on both sides of every New Year', () => {
    const years = Array.from({ length: 1999 }, (_, n) => 1001 + n);
    const found = years.map((year) => {
      const newYear = dayNumber(civilDate(`${year}-01-01`));
      return [fromDayNumber(newYear - 1), fromDayNumber(newYear)];
    });
    expect(found).toEqual(years.map((year) => [`${year - 1}-12-31`, `${year}-01-01`]));
  });

  it.each([-1, lastDayNumber + 1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'is refused where no day has it: %p',
    (n) => {
      expect(() => fromDayNumber(n)).toThrow(
        new RangeError(
          `${n} is not a day number: give a whole number from 0 (1000-01-01) to 730484 (2999-12-31)`,
        ),
      );
    },
  );

  it(`stands in the order of the dates (seed ${seed})`, () => {
    fc.assert(
      fc.property(aDate, aDate, (a, b) => {
        expect(Math.sign(dayNumber(a) - dayNumber(b))).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
      { seed },
    );
  });
});

describe('Adding days', () => {
  it('steps over the end of a month, a leap day and a year', () => {
    expect(addDays(civilDate('2014-03-31'), 1)).toBe('2014-04-01');
    expect(addDays(civilDate('2016-02-28'), 1)).toBe('2016-02-29');
    expect(addDays(civilDate('2016-03-01'), -1)).toBe('2016-02-29');
    expect(addDays(civilDate('2014-12-31'), 1)).toBe('2015-01-01');
    expect(addDays(civilDate('2014-01-01'), 365)).toBe('2015-01-01');
    expect(daysBetween(civilDate('2016-01-01'), civilDate('2017-01-01'))).toBe(366);
    expect(daysBetween(civilDate('2014-03-31'), civilDate('2014-03-21'))).toBe(-10);
  });

  it('does not leave the calendar', () => {
    expect(() => addDays(latestDate, 1)).toThrow(RangeError);
    expect(() => addDays(earliestDate, -1)).toThrow(RangeError);
  });

  it(`is undone by counting the days between (seed ${seed})`, () => {
    fc.assert(
      fc.property(aDate, aDate, (from, to) => {
        expect(addDays(from, daysBetween(from, to))).toBe(to);
        expect(daysBetween(to, from) + daysBetween(from, to)).toBe(0);
      }),
      { seed },
    );
  });

  it(`comes back to the same weekday after every whole number of weeks (seed ${seed})`, () => {
    fc.assert(
      fc.property(aDate, fc.integer({ min: -200, max: 200 }), (date, weeks) => {
        const n = dayNumber(date) + weeks * 7;
        fc.pre(n >= 0 && n <= lastDayNumber);
        expect(weekday(addDays(date, weeks * 7))).toBe(weekday(date));
      }),
      { seed },
    );
  });
});
