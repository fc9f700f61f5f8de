import { describe, expect, it } from '@jest/globals';
import { indexOf, partsOf, sameKeys, touched } from './touched.js';

const keys = (count: number) => Array.from({ length: count }, (_, n) => `unit/${n}`);

describe('The parts that an entry touches', () => {
  it.each([3, 16, 17, 40])('are found by their keys, where there are %i of them', (count) => {
    const all = keys(count);
    expect(all.map((key) => indexOf(all, key))).toEqual(all.map((_, n) => n));
    expect(indexOf(all, 'unit/none')).toBe(-1);
    expect(touched(all, `unit/${count - 1}`)).toBe(count - 1);
    expect(touched(all, 'unit/0')).toBe(0);
    expect(() => touched(all, 'unit/none')).toThrow(
      'An event reads or changes the part unit/none, which it does not say it touches',
    );
    expect(partsOf(all, keys(count)).get('unit/1')).toBe('unit/1');
  });

  it('are the same where each key is, in the same order', () => {
    expect(sameKeys(['a', 'b'], ['a', 'b'])).toBe(true);
    expect(sameKeys([], [])).toBe(true);
    for (const other of [['a'], ['a', 'b', 'c'], ['b', 'a'], ['a', 'c'], []])
      expect([sameKeys(['a', 'b'], other), sameKeys(other, ['a', 'b'])]).toEqual([false, false]);
  });
});
