import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { describeInstant, instant } from '#calendar';
import { historySeed as seed } from '#testing';
import { readTypedDate, readTypedPartDate, wrongDate } from './typed-date.js';

describe('A date as a person types it', () => {
  it.each([
    '31 March 2014',
    '31 mar 2014',
    '31/3/2014',
    '31.03.2014',
    ' 2014-03-31 ',
    '31-Mar-14',
    '31-Mar-2014',
    '31st March 2014',
    '31 March 14',
  ])('%s is a day', (typed) => {
    expect(readTypedDate(typed)).toBe('2014-03-31');
  });

  it('may be an instant with its zone, where a state of knowledge is meant', () => {
    expect(readTypedDate('2014-04-15T12:00:00Z')).toBe('2014-04-15T12:00:00.000Z');
  });

  it.each([
    ['1 July 2026, 00:30 BST', '2026-06-30T23:30:00.000Z'],
    ['1 july 2026 00:30:12 bst', '2026-06-30T23:30:12.000Z'],
    ['31 December 2026, 23:59:59.250 GMT', '2026-12-31T23:59:59.250Z'],
    ['30 June 1943, 12:00 BDST', '1943-06-30T10:00:00.000Z'],
  ])('may be a moment as a page shows it: %s', (typed, read) => {
    expect(readTypedDate(typed)).toBe(read);
  });

  it(`reads back every moment that a page shows, to the millisecond (seed ${seed})`, () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('1930-01-01T00:00:00Z'),
          max: new Date('2100-01-01T00:00:00Z'),
          noInvalidDate: true,
        }),
        (moment) => {
          const shown = describeInstant(instant(moment.toISOString()), 'exactly');
          expect(readTypedDate(shown)).toBe(moment.toISOString());
        },
      ),
      { seed },
    );
  });

  it.each([
    '1 July 2026, 24:30 BST',
    '31 June 2026, 00:30 BST',
    '1 July 2026, 00:30 CET',
    '1 July 2026, 0:30 BST',
  ])('%s is no moment', (typed) => {
    expect(readTypedDate(typed)).toBeUndefined();
  });

  it.each([
    '31 February 2014',
    '31 m 2014',
    '3/31/2014',
    'soon',
    '',
    '2014-04-15T12:00:00',
    '3/4/14',
    '14-Mar',
    '41729',
  ])('%s is none', (typed) => {
    expect(readTypedDate(typed)).toBeUndefined();
  });
});

describe('A date of which perhaps no more than the month is known', () => {
  it.each([
    ['27 March 2014', '2014-03-27'],
    ['27/3/2014', '2014-03-27'],
    ['March 2014', '2014-03'],
    ['mar 2014', '2014-03'],
    ['3/2014', '2014-03'],
    ['2014-03', '2014-03'],
    ['Mar-14', '2014-03'],
    ['12-Mar-14', '2014-03-12'],
    ['12-Mar-97', '1997-03-12'],
    ['12/03/2014', '2014-03-12'],
    [' 2014 ', '2014'],
  ])('%s is %s', (typed, read) => {
    expect(readTypedPartDate(typed)).toBe(read);
  });

  it.each([
    '',
    'soon',
    '13/2014',
    'Smarch 2014',
    'March 14',
    '12/03/14',
    '31 February 2014',
    '2014-04-15T12:00:00Z',
  ])('%s is none', (typed) => {
    expect(readTypedPartDate(typed)).toBeUndefined();
  });
});

describe('A date that is none', () => {
  it.each([
    ['31 February 2014', 'Taken on: 31 February 2014 is no date: February 2014 has 28 days'],
    ['31/02/2014', 'Taken on: 31 February 2014 is no date: February 2014 has 28 days'],
    ['2014-02-31', 'Taken on: 31 February 2014 is no date: February 2014 has 28 days'],
    ['31-Feb-14', 'Taken on: 31 February 2014 is no date: February 2014 has 28 days'],
    [
      '3/31/2014',
      'Taken on: 3/31/2014 is no date: write the day first, then the month, such as 31 March 2014',
    ],
    ['31 Smarch 2014', 'Taken on: 31 Smarch 2014 is no date: no month is called Smarch'],
    [
      '12/03/14',
      'Taken on: 12/03/14 could be more days than one: write the month as a word or the year in full, such as 12 March 2014',
    ],
    ['soon', 'Taken on must be a date, such as 31 March 2014 or 2014-03-31'],
    ['31 March 2014', 'Taken on must be a date, such as 31 March 2014 or 2014-03-31'],
  ])('%s: %s', (typed, words) => {
    expect(wrongDate('Taken on', typed)).toBe(words);
  });
});
