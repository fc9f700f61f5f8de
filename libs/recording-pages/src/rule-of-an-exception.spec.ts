import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { Reader, ReadModel } from '#read-model';
import { fieldsOf } from './entry-reading.js';
import { readTyped } from './read-typed.js';
import { saidInWords } from './said-in-words.js';
import { Things } from './things.js';

const things = new Things(new Reader(ReadModel.open(':memory:')), 'kent', civilDate('2016-04-01'));
const fields = fieldsOf('start-implementation').filter(({ name }) => name === 'exception');
const exception = { rule: 'stage-out-of-order', reason: 'not in the source' };
const words = 'That the stages of a review come in their order, each standing on the one before';

describe('The rule that an exception sets aside', () => {
  it('is said in words before it is recorded, and in a correction', () => {
    expect(saidInWords(fields, { exception }, things)).toEqual([
      { name: 'exception', label: 'Exception', lines: [`Rule: ${words}, Reason: not in the source`] },
    ]);
  });

  it('may be filled in by its words or by its code', () => {
    for (const rule of [words, 'stage-out-of-order']) {
      const typed = { 'exception.rule': rule, 'exception.reason': 'not in the source' };
      expect(readTyped(fields, typed, things, () => false)).toMatchObject({
        body: { exception },
        problems: [],
      });
    }
  });

  it('is offered in words where it is filled in', () => {
    const offered = things.choices('rule');
    expect(offered.find(({ id }) => id === 'stage-out-of-order')?.text).toBe(words);
    expect(offered.length).toBeGreaterThan(20);
  });
});
