import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { count, day, id, listOf, mapOf, objectOf, oneOf, optional, orNull, rowSchema } from './columns.js';
import type { RowOf } from './columns.js';
import { list } from './list.js';

const columns = {
  ...{ id, status: oneOf('open', 'closed'), openedOn: orNull(day), posts: count },
  ...{ successors: listOf(id), years: mapOf(count), last: objectOf({ on: day }) },
  ...optional({ replaces: id }),
};
const row: RowOf<typeof columns> = {
  ...{ id: 'legal', status: 'open', openedOn: null, posts: 12 },
  ...{ successors: ['law'], years: { 2014: 1 }, last: { on: civilDate('2014-03-21') } },
};

describe('Columns', () => {
  it('have the JSON Schema of their values, each needed that a row may not leave out', () => {
    const ofId = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' };
    const ofDay = { type: 'string', format: 'date' };
    const ofCount = { type: 'integer', minimum: 0 };
    expect(rowSchema(columns)).toEqual({
      type: 'object',
      properties: {
        id: ofId,
        status: { enum: ['open', 'closed'] },
        openedOn: { anyOf: [ofDay, { type: 'null' }] },
        posts: ofCount,
        successors: { type: 'array', items: ofId },
        years: { type: 'object', additionalProperties: ofCount },
        last: { type: 'object', properties: { on: ofDay }, required: ['on'] },
        replaces: ofId,
      },
      required: ['id', 'status', 'openedOn', 'posts', 'successors', 'years', 'last'],
    });
    expect(Object.keys(row)).toEqual(Object.keys(columns).slice(0, -1));
  });

  it('are those of the rows of a list: the compiler refuses one too few, one too many and another value', () => {
    const said = { name: 'themes', kind: 'theme', streams: ['programme'] } as const;
    const ofThemes = { id, number: count };
    list({ ...said, columns: ofThemes, row: ({ id, number }) => ({ id, number }) });
    // @ts-expect-error a column is missing
    list({ ...said, columns: ofThemes, row: ({ id }) => ({ id }) });
    // @ts-expect-error there is no column of titles
    list({ ...said, columns: ofThemes, row: ({ id, number, title }) => ({ id, number, title }) });
    // @ts-expect-error a number is no text
    list({ ...said, columns: ofThemes, row: ({ id }) => ({ id, number: id }) });
    expect(Object.keys(ofThemes)).toEqual(['id', 'number']);
  });
});
