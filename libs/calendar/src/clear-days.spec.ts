import { describe, expect, it } from '@jest/globals';
import {
  type CivilDate,
  civilDate,
  clearDaysBetween,
  countClearDays,
  effectiveFrom,
  isWorkingDay,
  lastClearDay,
  latestDate,
  shortDate,
} from './index.js';

/** Five clear working days, row by row: published, the last of them, effective from. */
const fiveWorkingDays = `
  | Fri 22 Mar 2019 | Fri 29 Mar 2019 | Sat 30 Mar 2019 | Kent 19/00010
  | Thu 17 Oct 2019 | Thu 24 Oct 2019 | Fri 25 Oct 2019 | Kent 19/00065
  | Wed 16 Apr 2014 | Fri 25 Apr 2014 | Sat 26 Apr 2014 | over Good Friday and Easter Monday
  | Thu 17 Apr 2014 | Mon 28 Apr 2014 | Tue 29 Apr 2014 | on the eve of Good Friday
  | Thu 1 May 2014 | Fri 9 May 2014 | Sat 10 May 2014 | over the early May bank holiday
  | Fri 19 Dec 2014 | Tue 30 Dec 2014 | Wed 31 Dec 2014 | over Christmas
  | Mon 22 Dec 2014 | Wed 31 Dec 2014 | Thu 1 Jan 2015 | effective on a holiday
  | Wed 1 Apr 2015 | Fri 10 Apr 2015 | Sat 11 Apr 2015 | over Easter
  | Wed 23 Dec 2015 | Mon 4 Jan 2016 | Tue 5 Jan 2016 | over a substitute for Boxing Day
  | Mon 21 Mar 2016 | Wed 30 Mar 2016 | Thu 31 Mar 2016 | over Easter
  | Thu 22 Dec 2016 | Tue 3 Jan 2017 | Wed 4 Jan 2017 | over substitutes for Christmas and New Year
  | Fri 9 Sep 2022 | Fri 16 Sep 2022 | Sat 17 Sep 2022 | before the State Funeral
  | Mon 12 Sep 2022 | Tue 20 Sep 2022 | Wed 21 Sep 2022 | over the State Funeral
  | Thu 31 May 2012 | Mon 11 Jun 2012 | Tue 12 Jun 2012 | over the Diamond Jubilee
  | Mon 4 May 2020 | Tue 12 May 2020 | Wed 13 May 2020 | over VE Day, the Monday being a working day
  | Tue 2 May 2023 | Wed 10 May 2023 | Thu 11 May 2023 | over the Coronation
`
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, published, ends, from, why]) => [published, ends, from, why] as const);

const dayOf = (text: string | undefined): CivilDate => {
  const day = civilDate(new Date(`${text?.slice(4)} 12:00 UTC`).toISOString().slice(0, 10));
  expect(shortDate(day)).toBe(text);
  return day;
};

describe('Five clear working days', () => {
  it.each(fiveWorkingDays)('published %s end %s: effective from %s (%s)', (published, ends, from) => {
    const day = dayOf(published);
    expect(lastClearDay(day, 5, 'working')).toBe(dayOf(ends));
    expect(effectiveFrom(day, 5, 'working')).toBe(dayOf(from));
    expect(clearDaysBetween(day, dayOf(from), 'working')).toBe(5);
  });

  it('of a general exception published on 19 January 2023 let the decision be taken on 27 January', () => {
    expect(effectiveFrom(civilDate('2023-01-19'), 5, 'working')).toBe('2023-01-27');
  });
});

describe('Clear calendar days', () => {
  it('of a notice, 28 from 19 December 2023 over Christmas, let the decision be taken on 17 January 2024', () => {
    const published = civilDate('2023-12-19');
    expect(countClearDays(published, 28, 'calendar')).toEqual({
      published,
      days: 28,
      basis: 'calendar',
      lastClearDay: '2024-01-16',
      effectiveFrom: '2024-01-17',
    });
  });

  it('are 26 from 9 January 2018 to 5 February 2018, and 27 to the day after', () => {
    const published = civilDate('2018-01-09');
    expect(clearDaysBetween(published, civilDate('2018-02-05'), 'calendar')).toBe(26);
    expect(clearDaysBetween(published, civilDate('2018-02-06'), 'calendar')).toBe(27);
    expect(effectiveFrom(published, 28, 'calendar')).toBe('2018-02-07');
  });

  it('are counted in any year, and refused past the end of the calendar', () => {
    expect(effectiveFrom(civilDate('1884-03-01'), 28, 'calendar')).toBe('1884-03-30');
    expect(() => effectiveFrom(latestDate, 1, 'calendar')).toThrow(RangeError);
    expect(() => effectiveFrom(latestDate, 0, 'calendar')).toThrow(RangeError);
    const uncountable =
      'The clear days would run past the calendar, which goes from 1000-01-01 to 2999-12-31: give fewer';
    expect(countClearDays(latestDate, 0, 'calendar')).toEqual({ uncountable });
    expect(countClearDays(civilDate('2999-12-29'), 5, 'calendar')).toEqual({ uncountable });
    expect(countClearDays(civilDate('2999-12-29'), 1, 'calendar')).toMatchObject({
      effectiveFrom: '2999-12-31',
    });
  });
});

describe('Clear days', () => {
  it('are none between a day and itself, the day after, or a day before', () => {
    const day = civilDate('2019-03-22');
    for (const event of ['2019-03-22', '2019-03-23', '2019-03-01'].map(civilDate)) {
      expect(clearDaysBetween(day, event, 'calendar')).toBe(0);
      expect(clearDaysBetween(day, event, 'working')).toBe(0);
    }
  });

  it('where none is asked for, end on the day of publication', () => {
    const saturday = civilDate('2019-03-30');
    expect(lastClearDay(saturday, 0, 'working')).toBe(saturday);
    expect(effectiveFrom(saturday, 0, 'calendar')).toBe('2019-03-31');
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('are never %p', (days) => {
    expect(countClearDays(civilDate('2019-03-22'), days, 'calendar')).toEqual({
      uncountable: `${days} is no count of clear days: give a whole number, 0 or more`,
    });
  });

  it.each(['2011-12-30', '2029-01-02'])('that are working days are not counted from %s', (day) => {
    const words = `Clear working days are counted from 2012 to 2028, the years whose bank holidays are known, and ${day} is outside them: count in calendar days, or add the holidays of that year`;
    expect(countClearDays(civilDate(day), 5, 'working')).toEqual({ uncountable: words });
    expect(() => lastClearDay(civilDate(day), 5, 'working')).toThrow(new RangeError(words));
    expect(() => isWorkingDay(civilDate(day))).toThrow(new RangeError(words));
    expect(() => clearDaysBetween(civilDate(day), civilDate('2020-01-01'), 'working')).toThrow(RangeError);
    expect(() => clearDaysBetween(civilDate('2020-01-01'), civilDate(day), 'working')).toThrow(RangeError);
  });

  it('that are working days are not counted past 2028', () => {
    expect(() => lastClearDay(civilDate('2028-12-28'), 5, 'working')).toThrow(/2029-01-01 is outside/);
    expect(() => lastClearDay(civilDate('2012-01-01'), Number.MAX_SAFE_INTEGER, 'working')).toThrow(
      RangeError,
    );
  });
});
