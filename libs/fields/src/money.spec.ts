import { describe, expect, it } from '@jest/globals';
import { millions, pounds } from './money.js';

describe('An amount', () => {
  it.each([
    [0, '£0'],
    [1, '£0.01'],
    [50, '£0.50'],
    [123_450, '£1,234.50'],
    [100_000, '£1,000'],
    [23_900_000_000, '£239,000,000'],
    [-50, '-£0.50'],
    [-123_456_789, '-£1,234,567.89'],
    [Number.MAX_SAFE_INTEGER, '£90,071,992,547,409.91'],
  ])('of %d pence is %s', (pence, words) => {
    expect(pounds(pence)).toBe(words);
  });

  it.each([
    [950_000_000, '£9.5m'],
    [23_900_000_000, '£239m'],
    [4_000_000, '£40,000'],
    [99_999_999, '£999,999.99'],
    [0, '£0'],
    [-950_000_000, '-£9.5m'],
  ])('of %d pence is %s on a label', (pence, words) => {
    expect(millions(pence)).toBe(words);
  });
});
