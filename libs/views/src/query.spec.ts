import { describe, expect, it } from '@jest/globals';
import { Problem, type WrongField } from '#problem';
import { aDate, anyText, aSavingYear, entryIds, oneOf, wholeNumber } from './filters.js';
import { questionOf } from './query.js';

const filters = {
  search: anyText('Words.'),
  key: oneOf('Key or not.', ['true', 'false']),
  from: aDate('The first day.'),
  limit: wholeNumber('How many.', 1, 100),
  year: aSavingYear('The year.'),
  entries: entryIds('The entries.', 2),
};

const wrongOf = (query: Record<string, unknown>): WrongField[] => {
  try {
    questionOf(query, undefined, filters);
  } catch (error) {
    if (error instanceof Problem) return (error.getResponse() as unknown as { errors: WrongField[] }).errors;
  }
  return [];
};

describe('A question', () => {
  it('has a financial year in one spelling, however it is asked for', () => {
    const yearOf = (year: string) => questionOf({ year }, undefined, filters).filters['year'];
    expect(['2015/16', '2015-16', '2015/2016', 'not-stated'].map(yearOf)).toEqual([
      '2015/16',
      '2015/16',
      '2015/16',
      'not-stated',
    ]);
    expect(wrongOf({ year: '2015/17' }).map(({ field }) => field)).toEqual(['year']);
  });

  it('names entries by their ids, so many and no more', () => {
    const id = '0f3c2a52-7a0b-5d3e-9b1a-2f6f0a1b2c3d';
    expect(wrongOf({ entries: `${id},${id}` })).toEqual([]);
    for (const entries of ['', 'kent-0001', `${id},`, `${id},${id},${id}`]) {
      expect(wrongOf({ entries }).map(({ field }) => field)).toEqual(['entries']);
    }
  });

  it('has both dates, what it must have reached, and its filters', () => {
    const query = {
      asAt: '2014-06-01',
      knownAt: '2014-06-30',
      minPosition: '0000000000000007',
      key: 'true',
      limit: '5',
    };
    expect(questionOf(query, undefined, filters)).toEqual({
      asAt: '2014-06-01',
      asAtGiven: true,
      knownAt: '2014-06-30',
      minPosition: '0000000000000007',
      format: 'json',
      inPounds: false,
      filters: { key: 'true', limit: '5' },
    });
  });

  it('without a date is about today, as known at the end of the log', () => {
    const { asAt, asAtGiven, knownAt } = questionOf({}, undefined);
    expect(asAt).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect([asAtGiven, knownAt]).toEqual([false, undefined]);
  });

  it('takes an instant in any zone as what was known', () => {
    expect(questionOf({ knownAt: '2014-06-30T13:00:00+01:00' }, undefined).knownAt).toBe(
      '2014-06-30T12:00:00.000Z',
    );
  });

  it('is answered as CSV where the header or the query asks for it, the query first', () => {
    expect(questionOf({}, 'text/csv, */*').format).toBe('csv');
    expect(questionOf({ format: 'json' }, 'text/csv').format).toBe('json');
    expect(questionOf({ format: 'csv', money: 'pounds' }, undefined).inPounds).toBe(true);
    expect(() => questionOf({ money: 'pounds' }, undefined)).toThrow();
    expect(() => questionOf({ format: 'csv', money: 'euros' }, undefined)).toThrow();
  });

  it('is refused with every field that is wrong', () => {
    const fields = wrongOf({
      asAt: '2014-02-30',
      knownAt: 'then',
      colour: 'red',
      key: 'perhaps',
      from: 'soon',
      limit: '0',
    });
    expect(fields.map(({ field }) => field)).toEqual(['colour', 'asAt', 'knownAt', 'key', 'from', 'limit']);
    for (const { field, problem } of fields) expect(problem.startsWith(field)).toBe(true);
  });

  it('is refused where a name is given twice', () => {
    expect(wrongOf({ asAt: ['2014-01-01', '2014-01-02'] })).toEqual([
      { field: 'asAt', problem: 'asAt is given more than once: give it once' },
    ]);
  });

  it.each(['__proto__', 'constructor', 'toString'])('does not know the name %s', (name) => {
    expect(wrongOf(JSON.parse(`{"${name}":"x"}`) as Record<string, unknown>)).toMatchObject([
      { field: name },
    ]);
  });

  it('says how to write what is wrong', () => {
    expect(wrongOf({ key: 'x' })[0]?.problem).toBe('key must be one of: true, false');
    expect(wrongOf({ limit: '101' })[0]?.problem).toBe('limit must be a whole number from 1 to 100');
    expect(wrongOf({ search: 'x'.repeat(1_001) })[0]?.problem).toBe('search must be at most 1000 characters');
  });
});
