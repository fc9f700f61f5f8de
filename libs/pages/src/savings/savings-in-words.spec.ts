import { describe, expect, it } from '@jest/globals';
import { basisInWords, isCompared, kindInWords } from './savings-in-words.js';

const kind = { published: null, category: 'cashable', recurrence: 'recurring', basis: 'net' as const };

describe('A kind of saving in words', () => {
  it.each([
    [{}, 'Cashable, recurring, net'],
    [
      { category: 'non-cashable', recurrence: 'one-off', basis: 'gross' as const },
      'Non-cashable, one-off, gross',
    ],
    [{ category: 'cost-avoidance' }, 'Cost avoidance, recurring, net'],
    [
      { category: 'not-stated', recurrence: 'not-stated', basis: 'not-stated' as const },
      'Category not stated, recurring or one-off not stated, gross or net not stated',
    ],
    [{ published: 'annual-report' }, 'As published: annual report'],
  ])('%j', (more, words) => {
    expect(kindInWords({ ...kind, ...more })).toBe(words);
  });

  it('is compared with a target in money where it lowers a budget or does not say', () => {
    expect(['cashable', 'not-stated', 'non-cashable', 'cost-avoidance', null].map(isCompared)).toEqual([
      ...[true, true, false, false, false],
    ]);
    expect([basisInWords('gross'), basisInWords('not-stated')]).toEqual(['gross', 'gross or net not stated']);
  });
});
