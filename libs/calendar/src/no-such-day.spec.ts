import { describe, expect, it } from '@jest/globals';
import { noSuchDay } from './no-such-day.js';

describe('A day that there is not', () => {
  it.each([
    [2014, 2, 31, '31 February 2014 is no date: February 2014 has 28 days'],
    [2016, 2, 30, '30 February 2016 is no date: February 2016 has 29 days'],
    [2014, 6, 31, '31 June 2014 is no date: June 2014 has 30 days'],
    [1000, 1, 32, '32 January 1000 is no date: January 1000 has 31 days'],
    [2999, 12, 32, '32 December 2999 is no date: December 2999 has 31 days'],
    [2014, 3, 0, '0 March 2014 is no date: March 2014 has 31 days'],
  ])('%d-%d-%d: %s', (year, month, day, words) => {
    expect(noSuchDay(year, month, day)).toBe(words);
  });

  it('is not said of one that there is, nor where there is no such month', () => {
    expect(noSuchDay(2016, 2, 29)).toBeUndefined();
    expect(noSuchDay(2014, 13, 1)).toBeUndefined();
    expect(noSuchDay(999, 1, 32)).toBeUndefined();
    expect(noSuchDay(3000, 1, 32)).toBeUndefined();
    expect(noSuchDay(2014, 0, 32)).toBeUndefined();
    expect(noSuchDay(2014, 6, 1)).toBeUndefined();
  });
});
