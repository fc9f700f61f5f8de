import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { historySeed as seed } from '#testing';
import {
  civilDate,
  dayNumber,
  earliestDate,
  financialYear,
  fromDayNumber,
  latestDate,
  parseFinancialYear,
  quarter,
} from './index.js';

const aDate = fc.integer({ min: 0, max: dayNumber(latestDate) }).map(fromDayNumber);

describe('A financial year', () => {
  it.each(['2015/16', '2015-16', '2015/2016', '2015-2016'])('is 2015/16 where written %s', (text) => {
    expect(parseFinancialYear(text)).toBe('2015/16');
  });

  it.each(['1999/00', '1999-00', '1999/2000', '1999-2000'])('is 1999/00 where written %s', (text) => {
    expect(parseFinancialYear(text)).toBe('1999/00');
  });

  it.each([
    ['a year that is not the next', '2015/17'],
    ['the same year twice', '2015/15'],
    ['the next year of another century', '2015/2116'],
    ['the years the wrong way round', '2016/15'],
    ['one year', '2015'],
    ['two short years', '15/16'],
    ['three digits', '2015/016'],
    ['a letter before it', 'FY2015/16'],
    ['a space within it', '2015 / 16'],
    ['a day', '2015-16-01'],
    ['a year before the calendar', '0998/99'],
    ['a year after the calendar', '3000/01'],
    ['nothing', ''],
  ])('is not read from %s', (_, text) => {
    expect(parseFinancialYear(text)).toBeUndefined();
  });

  it('turns between 31 March and 1 April', () => {
    expect(financialYear(civilDate('2016-03-31'))).toBe('2015/16');
    expect(financialYear(civilDate('2016-04-01'))).toBe('2016/17');
    expect(financialYear(civilDate('2000-03-31'))).toBe('1999/00');
    expect(financialYear(civilDate('2014-12-31'))).toBe('2014/15');
  });

  it('is cut short at the two ends of the calendar', () => {
    expect(financialYear(earliestDate)).toBe('0999/00');
    expect(financialYear(latestDate)).toBe('2999/00');
  });

  it(`runs from 1 April to 31 March (seed ${seed})`, () => {
    fc.assert(
      fc.property(aDate, (date) => {
        const its = financialYear(date);
        const aprilOf = (year: number) => `${year}-04-01`.padStart(10, '0');
        const year = Number(its.slice(0, 4));
        expect([aprilOf(year) <= date, date < aprilOf(year + 1)]).toEqual([true, true]);
        expect(parseFinancialYear(its)).toBe(its);
      }),
      { seed },
    );
  });
});

describe('A quarter', () => {
  it('is counted from April', () => {
    const firsts = Array.from({ length: 12 }, (_, month) =>
      civilDate(`2014-${String(month + 1).padStart(2, '0')}-01`),
    );
    expect(firsts.map(quarter)).toEqual([4, 4, 4, 1, 1, 1, 2, 2, 2, 3, 3, 3]);
    expect(quarter(civilDate('2016-03-31'))).toBe(4);
    expect(quarter(civilDate('2016-06-30'))).toBe(1);
  });
});
