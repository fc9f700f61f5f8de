import { pounds } from '#pages';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { historySeed as seed } from '#testing';
import { idFrom, readPounds, readWholeNumber } from './typed-values.js';

describe('An amount as a person types it', () => {
  it.each([
    ['£1,234.50', 123_450],
    ['1234.5', 123_450],
    [' £239m ', 23_900_000_000],
    ['£9.335 million', 933_500_000],
    ['0.07', 7],
    ['£0', 0],
    ['£90,071,992,547,409.91', Number.MAX_SAFE_INTEGER],
  ])('%s is %d pence, exactly', (typed, pence) => {
    expect(readPounds(typed)).toBe(pence);
  });

  it.each(['', 'ten', '£1,23', '1.234', '-5', '£90,071,992,547,409.92', '1e3', '1 000', '£5 each'])(
    '%s is none',
    (typed) => {
      expect(readPounds(typed)).toBeUndefined();
    },
  );

  it(`is read as what was written, whatever the amount (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (pence) => {
        expect(readPounds(pounds(pence))).toBe(pence);
      }),
      { seed },
    );
  });
});

describe('A whole number as a person types it', () => {
  it.each([
    ['12', 12],
    ['1,000', 1_000],
  ])('%s is %d', (typed, value) => {
    expect(readWholeNumber(typed)).toBe(value);
  });

  it.each(['', '1.5', '-1', 'many', '1,0'])('%s is none', (typed) => {
    expect(readWholeNumber(typed)).toBeUndefined();
  });
});

describe('An id made from a name', () => {
  it.each([
    ['Legal & Democratic Services', 'legal-and-democratic-services'],
    ['  Children’s Centres (North) ', 'childrens-centres-north'],
    ['Café', 'cafe'],
    ['…', ''],
  ])('%s becomes %s', (name, id) => {
    expect(idFrom(name)).toBe(id);
  });

  it('is never longer than an id may be', () => {
    expect(idFrom('a'.repeat(63) + ' and more')).toBe('a'.repeat(63));
  });
});
