import { describe, expect, it } from '@jest/globals';
import { fitted, keptApart, widthOf } from './written.js';

describe('Words in a drawing', () => {
  it('are as wide as their letters: narrow ones, wide ones, capitals and the rest, in the size of their look', () => {
    // In fifteenths of a unit an em: 0.64 for most, 0.8 for a capital, 1.02 for the widest, 0.4 for the narrowest.
    expect(['e', 'E', 'm', 'i'].map((letter) => widthOf(letter))).toEqual([9.6, 12, 15.3, 6]);
    expect(widthOf('Elm')).toBeCloseTo(12 + 6 + 15.3);
    expect(widthOf('e', 'quiet')).toBeCloseTo(0.64 * 13);
    expect(widthOf('e', 'strong')).toBeCloseTo(9.6 * 1.12);
    expect(widthOf(1000)).toBeCloseTo(4 * 9.6);
  });

  it('are cut where they are wider than their room, never in the middle of a space, and keep a letter at least', () => {
    // Three letters are 28.8 wide, an ellipsis 15.3.
    expect(fitted('eee', 28.8)).toBe('eee');
    expect(fitted('eee', 28.7)).toBe('e…');
    expect(fitted('ee ee', 34.5)).toBe('ee…');
    expect(fitted('ee ee', 40)).toBe('ee…');
    expect(fitted('eeee', 1)).toBe('e…');
  });

  it('stay where they are wanted where there is room, else as near as may be, in their order and within the bounds', () => {
    expect(keptApart([100, 40], 20, 0, 200)).toEqual([100, 40]);
    expect(keptApart([50, 45, 60], 20, 0, 200)).toEqual([65, 45, 85]);
    expect(keptApart([50, 50], 20, 0, 200)).toEqual([50, 70]);
    expect(keptApart([195, 190, 10], 20, 20, 200)).toEqual([200, 180, 20]);
    expect(keptApart([], 20, 0, 200)).toEqual([]);
  });
});
