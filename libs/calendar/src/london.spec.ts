import { describe, expect, it } from '@jest/globals';
import {
  civilDate,
  describeInstant,
  earliestDate,
  earliestInstant,
  endOfDayInLondon,
  instant,
  latestDate,
  latestInstant,
  londonDate,
  startOfDayInLondon,
} from './index.js';

describe('A day in London', () => {
  it.each([
    [
      'in winter is the day in Greenwich',
      '2014-01-15',
      '2014-01-15T00:00:00.000Z',
      '2014-01-15T23:59:59.999Z',
    ],
    ['in summer starts an hour before', '2014-07-01', '2014-06-30T23:00:00.000Z', '2014-07-01T22:59:59.999Z'],
    [
      'is 23 hours long when the clocks go forward',
      '2014-03-30',
      '2014-03-30T00:00:00.000Z',
      '2014-03-30T22:59:59.999Z',
    ],
    [
      'is 25 hours long when the clocks go back',
      '2014-10-26',
      '2014-10-25T23:00:00.000Z',
      '2014-10-26T23:59:59.999Z',
    ],
    [
      'is 23 hours long when British Standard Time begins',
      '1968-02-18',
      '1968-02-18T00:00:00.000Z',
      '1968-02-18T22:59:59.999Z',
    ],
    [
      'in a winter of British Standard Time starts an hour before',
      '1970-01-01',
      '1969-12-31T23:00:00.000Z',
      '1970-01-01T22:59:59.999Z',
    ],
    [
      'is 25 hours long when British Standard Time ends',
      '1971-10-31',
      '1971-10-30T23:00:00.000Z',
      '1971-10-31T23:59:59.999Z',
    ],
    [
      'in double summer time starts two hours before',
      '1943-06-01',
      '1943-05-31T22:00:00.000Z',
      '1943-06-01T21:59:59.999Z',
    ],
    [
      'is 23 hours long when double summer time begins',
      '1941-05-04',
      '1941-05-03T23:00:00.000Z',
      '1941-05-04T21:59:59.999Z',
    ],
    [
      'before 1900 is the day in Greenwich',
      '1840-06-01',
      '1840-06-01T00:00:00.000Z',
      '1840-06-01T23:59:59.999Z',
    ],
  ])('%s: %s', (_, day, start, end) => {
    const date = civilDate(day);
    expect({ start: startOfDayInLondon(date), end: endOfDayInLondon(date) }).toEqual({ start, end });
    expect([londonDate(instant(start)), londonDate(instant(end))]).toEqual([date, date]);
  });

  it('has the calendar from its first moment to its last', () => {
    expect(startOfDayInLondon(earliestDate)).toBe(earliestInstant);
    expect(endOfDayInLondon(latestDate)).toBe(latestInstant);
    expect([londonDate(earliestInstant), londonDate(latestInstant)]).toEqual([earliestDate, latestDate]);
  });

  it('is already tomorrow late on a summer evening in Greenwich, and not in winter', () => {
    expect(londonDate(instant('2014-06-30T22:59:59.999Z'))).toBe('2014-06-30');
    expect(londonDate(instant('2014-06-30T23:00:00Z'))).toBe('2014-07-01');
    expect(londonDate(instant('2014-12-31T23:59:59.999Z'))).toBe('2014-12-31');
  });
});

describe('A moment in words', () => {
  it.each([
    ['is by the clock in London', '2026-06-30T23:30:00.000Z', '1 July 2026, 00:30 BST'],
    ['is Greenwich time in winter', '2026-12-31T23:59:59.999Z', '31 December 2026, 23:59 GMT'],
    ['begins a winter day at midnight', '2027-01-01T00:00:00.000Z', '1 January 2027, 00:00 GMT'],
    ['begins a summer day at midnight', '2026-07-01T23:00:00.000Z', '2 July 2026, 00:00 BST'],
    ['ends a summer day before midnight', '2026-07-01T22:59:59.999Z', '1 July 2026, 23:59 BST'],
    ['is GMT until the clocks go forward', '2026-03-29T00:59:59.999Z', '29 March 2026, 00:59 GMT'],
    ['is BST from when they do', '2026-03-29T01:00:00.000Z', '29 March 2026, 02:00 BST'],
    ['is BST until the clocks go back', '2026-10-25T00:59:59.999Z', '25 October 2026, 01:59 BST'],
    ['is the same hour again from when they do', '2026-10-25T01:00:00.000Z', '25 October 2026, 01:00 GMT'],
    ['was two hours ahead in double summer time', '1943-06-30T22:30:00.000Z', '1 July 1943, 00:30 BDST'],
    ['is Greenwich time before 1900', '1840-06-30T23:30:00.000Z', '30 June 1840, 23:30 GMT'],
  ])('%s: %s', (_, moment, words) => {
    expect(describeInstant(instant(moment))).toBe(words);
  });

  it('has seconds and less only where it must not be taken for another of its minute', () => {
    expect(
      [
        '2026-06-30T23:30:00Z',
        '2026-06-30T23:30:12Z',
        '2026-06-30T23:30:00.250Z',
        '2026-06-30T23:30:12.250Z',
      ].map((moment) => describeInstant(instant(moment), 'exactly')),
    ).toEqual([
      '1 July 2026, 00:30 BST',
      '1 July 2026, 00:30:12 BST',
      '1 July 2026, 00:30:00.250 BST',
      '1 July 2026, 00:30:12.250 BST',
    ]);
  });
});
