import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  bankHolidays,
  bankHolidayYears,
  type CivilDate,
  civilDate,
  lastOfMonth,
  shortDate,
  weekday,
} from './index.js';

const years = Array.from(
  { length: bankHolidayYears.last - bankHolidayYears.first + 1 },
  (_, n) => bankHolidayYears.first + n,
);
const inYear = (year: number) => bankHolidays.filter(({ on }) => on.startsWith(String(year)));
const day = (year: number, rest: string) => civilDate(`${year}-${rest}`);

/** Easter Sunday of the Gregorian calendar (the anonymous method of 1876). */
function easter(year: number): CivilDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const skipped = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  const epact = (skipped + 19 * golden + 15) % 30;
  const late = epact === 29 || (epact === 28 && golden > 10) ? epact - 1 : epact;
  const fullMoon = addDays(day(year, '03-21'), late);
  let sunday = addDays(fullMoon, 1);
  while (weekday(sunday) !== 'Sunday') sunday = addDays(sunday, 1);
  return sunday;
}

function monday(from: CivilDate, step: 1 | -1): CivilDate {
  let date = from;
  while (weekday(date) !== 'Monday') date = addDays(date, step);
  return date;
}

/** The next days that are neither a weekend nor taken already, for holidays that fall on a weekend. */
function withSubstitutes(dates: readonly CivilDate[]): CivilDate[] {
  const onWeekdays = dates.filter((date) => !isWeekend(date));
  const taken = new Set(onWeekdays);
  for (const date of dates.filter(isWeekend)) {
    let instead = date;
    while (isWeekend(instead) || taken.has(instead)) instead = addDays(instead, 1);
    taken.add(instead);
  }
  return [...taken];
}
const isWeekend = (date: CivilDate) => ['Saturday', 'Sunday'].includes(weekday(date));

/** What the Act and yearly custom give, with nothing moved or added. */
const byRule = (year: number): CivilDate[] =>
  [
    ...withSubstitutes([day(year, '01-01')]),
    addDays(easter(year), -2),
    addDays(easter(year), 1),
    monday(day(year, '05-01'), 1),
    monday(lastOfMonth(day(year, '05-01')), -1),
    monday(lastOfMonth(day(year, '08-01')), -1),
    ...withSubstitutes([day(year, '12-25'), day(year, '12-26')]),
  ].sort();

/** What royal proclamations moved and added. */
const oneOffs: readonly (readonly [year: number, instead: readonly string[], on: readonly string[]])[] = [
  [2012, ['2012-05-28'], ['2012-06-04', '2012-06-05']],
  [2020, ['2020-05-04'], ['2020-05-08']],
  [2022, ['2022-05-30'], ['2022-06-02', '2022-06-03', '2022-09-19']],
  [2023, [], ['2023-05-08']],
];

describe('The bank holidays of England and Wales', () => {
  it.each(years)('of %i are those of the rule, but for what was moved or proclaimed', (year) => {
    const [, instead = [], on = []] = oneOffs.find(([one]) => one === year) ?? [];
    const expected = [...byRule(year).filter((date) => !instead.includes(date)), ...on].sort();
    expect(inYear(year).map((holiday) => holiday.on)).toEqual(expected);
  });

  it('are in order, each on a weekday, each named, none twice', () => {
    const dates = bankHolidays.map(({ on }) => on);
    expect(dates).toHaveLength(years.length * 8 + 4);
    expect([...new Set(dates)].sort()).toEqual(dates);
    expect(dates.filter(isWeekend)).toEqual([]);
    expect(bankHolidays.filter(({ name }) => name.length < 9)).toEqual([]);
  });

  it('that were proclaimed once are named for what they marked', () => {
    const once = oneOffs.flatMap(([, , on]) => on);
    expect(
      bankHolidays
        .filter(({ on }) => once.includes(on))
        .map(({ on, name, by }) => `${shortDate(on)}: ${name} (${by})`),
    ).toEqual([
      'Mon 4 Jun 2012: Spring bank holiday, moved from 28 May (proclamation)',
      'Tue 5 Jun 2012: Diamond Jubilee of Queen Elizabeth II (proclamation)',
      'Fri 8 May 2020: Early May bank holiday, moved from 4 May for the 75th anniversary of VE Day (proclamation)',
      'Thu 2 Jun 2022: Spring bank holiday, moved from 30 May (proclamation)',
      'Fri 3 Jun 2022: Platinum Jubilee of Queen Elizabeth II (proclamation)',
      'Mon 19 Sep 2022: State Funeral of Queen Elizabeth II (proclamation)',
      'Mon 8 May 2023: Coronation of King Charles III (proclamation)',
    ]);
  });

  it.each([
    ['2013', '1 Jan 29 Mar 1 Apr 6 May 27 May 26 Aug 25 Dec 26 Dec'],
    ['2014', '1 Jan 18 Apr 21 Apr 5 May 26 May 25 Aug 25 Dec 26 Dec'],
    ['2015', '1 Jan 3 Apr 6 Apr 4 May 25 May 31 Aug 25 Dec 28 Dec'],
    ['2016', '1 Jan 25 Mar 28 Mar 2 May 30 May 29 Aug 26 Dec 27 Dec'],
    ['2017', '2 Jan 14 Apr 17 Apr 1 May 29 May 28 Aug 25 Dec 26 Dec'],
    ['2018', '1 Jan 30 Mar 2 Apr 7 May 28 May 27 Aug 25 Dec 26 Dec'],
  ])('of %s, as councils published them: %s', (year, said) => {
    const written = inYear(Number(year)).map(({ on }) => shortDate(on).slice(4, -5));
    expect(written.join(' ')).toBe(said);
  });
});
