import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { historySeed as seed } from '#testing';
import {
  civilDate,
  type DatePrecision,
  dayNumber,
  describeDate,
  fromDayNumber,
  latestDate,
  parseDated,
  shortDate,
} from './index.js';

describe('A date known by day, month or year', () => {
  it('is stored as the first day of what is known', () => {
    expect(parseDated('2014-03-21')).toEqual({ date: '2014-03-21', precision: 'day' });
    expect(parseDated('2014-03')).toEqual({ date: '2014-03-01', precision: 'month' });
    expect(parseDated('2014')).toEqual({ date: '2014-01-01', precision: 'year' });
  });

  it('is stored as the last day where it ends something', () => {
    expect(parseDated('2014-03-21', 'last')).toEqual({ date: '2014-03-21', precision: 'day' });
    expect(parseDated('2014-03', 'last')).toEqual({ date: '2014-03-31', precision: 'month' });
    expect(parseDated('2016-02', 'last')).toEqual({ date: '2016-02-29', precision: 'month' });
    expect(parseDated('2014', 'last')).toEqual({ date: '2014-12-31', precision: 'year' });
  });

  it.each([
    '',
    '14',
    '2014-',
    '2014-3',
    '2014-13',
    '2014-02-30',
    '2014-03-',
    '2014/15',
    'March 2014',
    '0999',
    '3000-01',
  ])('is not read from %p', (text) => {
    expect(parseDated(text)).toBeUndefined();
  });

  it('is shown no closer than it is known', () => {
    expect(describeDate(civilDate('2014-03-21'), 'day')).toBe('21 March 2014');
    expect(describeDate(civilDate('2014-03-01'), 'day')).toBe('1 March 2014');
    expect(describeDate(civilDate('2014-03-01'), 'month')).toBe('March 2014');
    expect(describeDate(civilDate('2014-01-01'), 'year')).toBe('2014');
  });

  it(`is shown the same whichever end of the month or the year it is stored as (seed ${seed})`, () => {
    const aDayNumber = fc.integer({ min: 0, max: dayNumber(latestDate) });
    const known: [DatePrecision, number][] = [
      ['day', 10],
      ['month', 7],
      ['year', 4],
    ];
    fc.assert(
      fc.property(aDayNumber, fc.constantFrom(...known), (n, [precision, length]) => {
        const text = fromDayNumber(n).slice(0, length);
        const shown = (['first', 'last'] as const).map((ends) => {
          const dated = parseDated(text, ends);
          return dated && describeDate(dated.date, dated.precision);
        });
        expect(shown).toEqual(Array(2).fill(describeDate(fromDayNumber(n), precision)));
      }),
      { seed },
    );
  });
});

describe('A short date', () => {
  it('names the weekday', () => {
    expect(shortDate(civilDate('2014-03-21'))).toBe('Fri 21 Mar 2014');
    expect(shortDate(civilDate('2016-09-01'))).toBe('Thu 1 Sep 2016');
  });
});
