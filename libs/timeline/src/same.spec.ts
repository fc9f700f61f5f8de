import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { historySeed as seed } from '#testing';
import { same } from './index.js';

describe('Two parts are the same', () => {
  it('where they hold the same values, whatever the order of their members', () => {
    const one = { name: 'Libraries', budget: { gross: 100, net: 80 }, tranches: [1, 2] };
    const other = { tranches: [1, 2], budget: { net: 80, gross: 100 }, name: 'Libraries' };
    expect(same(one, other)).toBe(true);
  });

  it.each([
    ['another value', { posts: 1 }, { posts: 2 }],
    ['another member', { posts: 1 }, { budget: 1 }],
    ['a member more', { posts: 1 }, { posts: 1, budget: 1 }],
    ['a member less', { posts: 1, budget: 1 }, { posts: 1 }],
    ['null for nothing', { heldBy: null }, {}],
    ['another order of a list', [1, 2], [2, 1]],
    ['a longer list', [1], [1, 2]],
    ['a list for an object', [], {}],
    ['an object for a list', {}, []],
    ['an object that looks like a list', { 0: 1, length: 1 }, [1]],
    ['a text for a number', 1, '1'],
    ['nothing at all', { posts: 1 }, undefined],
    ['null', { posts: 1 }, null],
    ['a member every object inherits', JSON.parse('{"__proto__":{}}'), { posts: 1 }],
    ['a member named like an inherited one', { toString: 1 }, { posts: 1 }],
  ])('but not with %s', (_, a: unknown, b: unknown) => {
    expect([same(a, b), same(b, a)]).toEqual([false, false]);
  });

  it(`exactly where a copy read back from its text is (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const copy: unknown = JSON.parse(JSON.stringify(a));
        expect(same(copy, JSON.parse(JSON.stringify(copy)))).toBe(true);
        if (same(a, b)) expect(a).toEqual(b);
      }),
      { seed },
    );
  });
});
