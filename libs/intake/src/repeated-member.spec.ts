import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { historySeed as seed, metOften } from '#testing';
import { repeatedMember } from './repeated-member.js';

describe('A member that a JSON text gives twice', () => {
  it.each([
    ['{"name":"Legal","name":"Finance"}', 'name'],
    ['{"name":"Legal","name":"Legal"}', 'name'],
    ['{"a":{"b":1,"c":[],"b":2}}', 'a.b'],
    ['{"years":[{"year":"2014/15"},{"year":"2015/16","year":"2016/17"}]}', 'years.1.year'],
    ['{"name":1,"n\\u0061me":2}', 'name'],
    [' { "a" : "}{," , "a" : "\\"" } ', 'a'],
    ['[[1,2],{"a":{"a":1},"b":0,"a":2}]', '1.a'],
  ])('%s: %s', (json, path) => {
    expect(repeatedMember(json)).toBe(path);
  });

  it.each([
    '{}',
    '[]',
    '"a"',
    '{"a":{"a":{"a":1}}}',
    '[{"a":1},{"a":2}]',
    '{"a":"\\"a\\":1","b":["a","a"],"":0}',
    '{"a":1,"A":2}',
  ])('is not found in %s', (json) => {
    expect(repeatedMember(json)).toBeUndefined();
  });

  it(`is never found in what an object was written as, and always where one is written again (seed ${seed})`, () => {
    let written = 0;
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }), (value) => {
        const json = JSON.stringify(value);
        expect(repeatedMember(json)).toBeUndefined();
        const [first] = Object.keys(value);
        if (first === undefined) return;
        written += 1;
        expect(repeatedMember(`${json.slice(0, -1)},${JSON.stringify(first)}:null}`)).toBe(first);
      }),
      { seed },
    );
    metOften({ written }, 51);
  });

  it('makes nothing of a text that is no JSON', () => {
    for (const text of ['', '"', '{"a', '}}]]', '{"a\\', ',,,']) expect(repeatedMember(text)).toBeUndefined();
  });
});
