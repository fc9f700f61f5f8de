import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { historySeed as seed } from '#testing';
import { canonicalText } from './canonical-text.js';

describe('Canonical text', () => {
  it('is the example of RFC 8785, section 3.2.4', () => {
    const value = {
      numbers: [333333333.33333329, 1e30 / 1e9 / 1e9, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonicalText(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1000000000000,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('orders keys by their UTF-16 units, as RFC 8785 section 3.2.3 does', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '😀': 5, '\u0080': 6, ö: 7 };
    expect(Object.keys(JSON.parse(canonicalText(value)) as object).slice(1)).toEqual([
      '\r',
      '\u0080',
      'ö',
      '\u20ac',
      '😀',
      '\ufb33',
    ]);
  });

  it(`is the same whatever the order of keys, and reads back as the same value (seed ${seed})`, () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ noUnicodeString: false })),
        (value) => {
          const storable = JSON.parse(JSON.stringify(value), (_key, each: unknown) =>
            typeof each === 'number' && Number.isInteger(each) && !Number.isSafeInteger(each) ? 0 : each,
          ) as Record<string, unknown>;
          const turned = Object.fromEntries(Object.entries(storable).reverse());
          expect(canonicalText(turned)).toBe(canonicalText(storable));
          expect(JSON.parse(canonicalText(storable))).toEqual(storable);
        },
      ),
      { seed },
    );
  });

  it('keeps a key that means something to the language', () => {
    const value = JSON.parse('{"__proto__":{"polluted":true},"constructor":"Smith"}') as object;
    expect(canonicalText(value)).toBe('{"__proto__":{"polluted":true},"constructor":"Smith"}');
  });

  it('takes an object without a prototype', () => {
    expect(canonicalText(Object.assign(Object.create(null) as object, { b: 1, a: 2 }))).toBe('{"a":2,"b":1}');
  });

  it('takes the same object in two places', () => {
    const body = { id: 'cabinet' };
    expect(canonicalText({ endorsedBy: body, takenBy: body })).toBe(
      '{"endorsedBy":{"id":"cabinet"},"takenBy":{"id":"cabinet"}}',
    );
  });

  it('writes negative zero as 0', () => {
    expect(canonicalText({ pence: -0 })).toBe('{"pence":0}');
  });

  it.each([
    [
      { shares: [1, { amount: 2 ** 53 }] },
      'data.shares[1].amount is an integer beyond ±(2^53 − 1): write it as text.',
    ],
    [{ a: { b: undefined } }, 'data.a.b is undefined: leave it out, or say null.'],
    [{ at: new Date(0) }, 'data.at is an instance of Date: hand in a plain object or a text.'],
    [{ by: new Map() }, 'data.by is an instance of Map: hand in a plain object or a text.'],
    [{ cost: 5n }, 'data.cost is a BigInt: write it as a number, or as text where it is large.'],
    [
      { text: 'cut \ud83d' },
      'data.text holds half of a character (a lone surrogate): correct the text where it was cut.',
    ],
    [{ share: NaN }, 'data.share is NaN: say null where there is no number.'],
    [{ when: () => 0 }, 'data.when is a function: leave it out, or say null.'],
    [{ list: [, 1] }, 'data.list is an array with holes or with names: hand in a plain array.'],
    [{ [Symbol('hidden')]: 1 }, 'data has a symbol for a key: name it by a text.'],
    [undefined, 'data is undefined: leave it out, or say null.'],
  ])('says which place it refuses, and what to do: %#', (value, message) => {
    expect(() => canonicalText(value, 'data')).toThrow(message);
  });

  it('refuses what nests too deep, instead of running out of stack', () => {
    const deep = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000)) as unknown;
    expect(() => canonicalText(deep)).toThrow('nests more than 100 deep: make it flatter.');
  });
});
