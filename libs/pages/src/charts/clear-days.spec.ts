import { describe, expect, it } from '@jest/globals';
import { addDays, civilDate } from '#calendar';
import type { ClockRun } from '#read-model';
import { readDrawing } from '#testing';
import { clearDays } from './clear-days.js';

type Day = ClockRun['each'][number];
const day = (
  on: string,
  what: Day['what'],
  clearDay: number | null = null,
  rest: string | null = null,
): Day => ({
  ...{ on: civilDate(on), what, clearDay, rest },
});
const run: ClockRun = {
  clock: 'call-in',
  published: civilDate('2014-04-28'),
  days: 2,
  basis: 'working',
  lastClearDay: civilDate('2014-04-30'),
  then: civilDate('2014-05-02'),
  because: 'two clear working days',
  each: [
    day('2014-04-28', 'published'),
    day('2014-04-29', 'clear-day', 1),
    day('2014-04-30', 'clear-day', 2),
    day('2014-05-01', 'not-counted', null, 'a holiday'),
    day('2014-05-02', 'first-day-after'),
  ],
};

// A day is 44 units wide where there are few; a drawing 748 between its edges.
describe('A clock day by day', () => {
  it('fills the publication, numbers the clear days, greys what does not count, and outlines the day after', () => {
    expect(readDrawing(clearDays(run, 'Call-in, day by day', 'window over'))).toEqual({
      title: 'Call-in, day by day',
      description:
        'Published Mon 28 Apr 2014; 2 clear days, the last Wed 30 Apr 2014; 1 day does not count; window over Fri 2 May 2014',
      size: '760 by 106',
      drawn: [
        'Apr 2014 at 6,14 c-quiet',
        ...['28 at 28,34 c-quiet middle', 'c-fill 42 by 34 at 7,42'],
        ...['29 at 72,34 c-quiet middle', 'c-day 42 by 34 at 51,42', '1 at 72,64 middle'],
        ...['30 at 116,34 c-quiet middle', 'c-day 42 by 34 at 95,42', '2 at 116,64 middle'],
        'May 2014 at 138,14 c-quiet',
        ...['1 at 160,34 c-quiet middle', 'c-rest 42 by 34 at 139,42', '– at 160,64 middle'],
        ...['2 at 204,34 c-quiet middle', 'c-open 42 by 34 at 183,42'],
        // 6, and the words on either side with 16 between them: 88.7 and 273.2 wide.
        'window over Fri 2 May 2014 at 383.9,96 c-strong end',
        'published at 6,96 c-strong',
      ],
    });
  });

  it('writes every second number where days are narrow, and a month only where there is room until the next', () => {
    const many: ClockRun = {
      ...run,
      days: 58,
      then: civilDate('2014-06-26'),
      each: Array.from({ length: 60 }, (_, n) =>
        n === 0 || n === 59
          ? day(addDays(run.published, n), n === 0 ? 'published' : 'first-day-after')
          : day(addDays(run.published, n), 'clear-day', n),
      ),
    };
    const { drawn } = readDrawing(clearDays(many, 'Call-in', 'window over'));
    // 748 for 60 days are 12.47 each: two figures need 22.2.
    expect(drawn.filter((one) => one.endsWith(',34 c-quiet middle')).slice(0, 3)).toEqual([
      '28 at 12.2,34 c-quiet middle',
      '30 at 37.2,34 c-quiet middle',
      '2 at 62.1,34 c-quiet middle',
    ]);
    expect(drawn.filter((one) => one.endsWith(',64 middle')).slice(-2)).toEqual([
      '56 at 710.4,64 middle',
      '58 at 735.3,64 middle',
    ]);
    expect(drawn.filter((one) => /^\w{3} 2014 /.test(one))).toEqual([
      'May 2014 at 43.4,14 c-quiet',
      'Jun 2014 at 429.9,14 c-quiet',
    ]);
    // Five days of 12.47 are no room for a month of 65.5.
    const each = many.each.map((one) => ({ ...one, on: addDays(one.on, -2) }));
    const { drawn: sooner } = readDrawing(clearDays({ ...many, each }, 'Call-in', 'window over'));
    expect(sooner.filter((one) => /^\w{3} 2014 /.test(one)).map((one) => one.slice(0, 3))).toEqual([
      'May',
      'Jun',
    ]);
    expect(drawn.slice(-3)).toEqual([
      'c-open 10.5 by 34 at 742.5,42',
      'window over Thu 26 Jun 2014 at 754,96 c-strong end',
      'published at 6,96 c-strong',
    ]);
  });
});
