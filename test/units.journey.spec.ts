import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BuiltServer, type Answer } from './built-server.js';

let server: BuiltServer;
beforeAll(async () => {
  server = await BuiltServer.start();
  await issue('start-programme', '2013-09-19', { name: 'Facing the Challenge' });
  await issue('set-unit-target', '2013-09-19', { baseline: 4, reductionPercent: 50 });
  for (const unit of ['legal', 'democratic', 'property', 'libraries']) {
    await issue('register-unit', '2013-09-19', { unit, name: unit, directorate: 'Support', opening: true });
  }
  await issue('set-unit-budget', '2014-02-13', { unit: 'legal', year: '2014-15', gross: 1_001, net: 900 });
  await issue('set-unit-budget', '2014-02-13', { unit: 'property', year: '2014/15', gross: 100 });
  await issue('set-unit-budget', '2014-02-13', { unit: 'libraries', year: '2014/15', notStated: 7 });
  await issue('set-unit-posts', '2014-02-13', { unit: 'legal', posts: 139 });
  await issue('merge-units', '2014-04-01', {
    units: ['legal', 'democratic'],
    successor: 'governance',
    name: 'Governance and Law',
    directorate: 'Support',
  });
  await issue('split-unit', '2015-04-01', {
    unit: 'governance',
    into: [
      { unit: 'governance', share: 2 },
      { unit: 'property', share: 1 },
    ],
  });
});
afterAll(() => server.stopAndForget());

const view = (path: string): Promise<Answer> => server.get(`/api/programmes/county/${path}`);

/** Issues a command and waits until the views show it. */
async function issue(command: string, effectiveOn: string, said: object): Promise<Answer> {
  const answer = await server.issue('county', command, { effectiveOn, ...said });
  expect([command, answer.status, answer.body['detail']]).toEqual([command, 201, undefined]);
  await view(`overview?minPosition=${String(answer.body['position'])}`);
  return answer;
}

const budgets = async (day: string, more = '') => {
  const { body } = await view(`unit-budgets?asAt=${day}${more}`);
  const rows = body['unit-budgets'] as Record<string, unknown>[];
  return {
    rows: rows.map(({ id, grossPence, netPence, notStatedPence }) => [
      id,
      grossPence,
      netPence,
      notStatedPence,
    ]),
    totals: body['totals'] as Record<string, unknown>[],
    posts: body['posts'] as Record<string, unknown>,
  };
};

describe('Budgets of units', () => {
  it('follow a merge and a split to the last penny, and add up to the same on every date', async () => {
    const before = await budgets('2014-03-31');
    expect(before.rows).toEqual([
      ['legal', 1_001, 900, null],
      ['libraries', null, null, 7],
      ['property', 100, null, null],
    ]);
    const merged = await budgets('2014-04-01');
    expect(merged.rows).toEqual([
      ['governance', 1_001, 900, null],
      ['libraries', null, null, 7],
      ['property', 100, null, null],
    ]);
    const split = await budgets('2015-04-01');
    expect(split.rows).toEqual([
      ['governance', 667, 600, null],
      ['libraries', null, null, 7],
      ['property', 434, 300, null],
    ]);
    const sums = { year: '2014/15', priceBase: null, grossPence: 1_101, netPence: 900, notStatedPence: 7 };
    for (const { totals, posts } of [before, merged, split]) {
      expect(totals).toEqual([{ ...sums, units: 3, illustrative: false }]);
      expect(posts['total']).toBe(139);
    }
  });

  it('are right again when a budget arrives late, and as they were for whoever asks as known before', async () => {
    const { body } = await view('units/governance?asAt=2014-04-01');
    const late = await issue('set-unit-budget', '2014-03-03', {
      unit: 'democratic',
      year: '2014/15',
      gross: 20,
    });
    const [event] = late.body['events'] as { recordedAt: string }[];
    const eve = new Date(Date.parse(event?.recordedAt ?? '') - 1).toISOString();
    expect((await budgets('2014-04-01')).rows[0]).toEqual(['governance', 1_021, 900, null]);
    expect((await budgets('2015-04-01')).totals).toMatchObject([{ grossPence: 1_121 }]);
    expect((await budgets('2014-04-01', `&knownAt=${eve}`)).rows[0]).toEqual([
      'governance',
      1_001,
      900,
      null,
    ]);
    const asKnown = await view(`units/governance?asAt=2014-04-01&knownAt=${eve}`);
    expect(asKnown.body['budgets']).toEqual(body['budgets']);
    const { body: changed } = await view(
      `changes?asAt=2014-04-01&knownFrom=${eve}&knownTo=${event?.recordedAt}`,
    );
    const changes = changed['changes'] as { id: string; entries: { type: string }[] }[];
    expect(changes.map(({ id, entries }) => [id, entries.map(({ type }) => type)])).toEqual([
      ['democratic', ['UnitBudgetSet']],
      ['governance', ['UnitBudgetSet']],
    ]);
  });

  it('are asked for by year, and as a CSV', async () => {
    expect((await budgets('2014-04-01', '&year=2014-15')).rows).toHaveLength(3);
    expect((await budgets('2014-04-01', '&year=2015/16')).rows).toEqual([]);
    expect((await view('unit-budgets?year=2014')).status).toBe(400);
    const { text } = await view('unit-budgets?asAt=2014-03-31&directorate=Support&format=csv');
    expect(parse<Record<string, string>>(text, { columns: true })).toMatchObject([
      { id: 'democratic', year: '2014/15', grossPence: '20', netPence: '' },
      { id: 'legal', grossPence: '1001', netPence: '900' },
      { id: 'libraries', notStatedPence: '7' },
      { id: 'property', grossPence: '100' },
    ]);
  });

  it('stand in the list of units, which shows none for a unit that ended', async () => {
    const units = (await view('units?asAt=2014-04-01')).body['units'] as Record<string, unknown>[];
    const shown = units.map(({ id, status, budgets: words, posts }) => [id, status, words, posts]);
    expect(shown).toContainEqual(['legal', 'merged', [], null]);
    expect(shown).toContainEqual([
      'governance',
      'open',
      ['2014/15 gross: 1021 pence', '2014/15 net: 900 pence'],
      139,
    ]);
  });
});

describe('A unit', () => {
  it('says what it is made of, by name and date, and which statements are behind its figures', async () => {
    const { body } = await view('units/governance?asAt=2014-04-01');
    expect(body).toMatchObject({
      lineage: {
        ancestors: [
          { unit: 'legal', on: '2014-04-01', how: 'merge', opening: true, steps: 1 },
          { unit: 'democratic', on: '2014-04-01', how: 'merge', opening: true, steps: 1 },
        ],
        descendants: [],
      },
      statements: [
        { of: 'budget', year: '2014/15', unit: 'legal', on: '2014-02-13' },
        { of: 'budget', year: '2014/15', unit: 'democratic', on: '2014-03-03' },
        { of: 'posts', unit: 'legal', on: '2014-02-13' },
      ],
    });
    const { body: legal } = await view('units/legal?asAt=2015-04-01');
    expect(legal).toMatchObject({
      ended: { how: 'merged', had: { posts: { count: 139 } } },
      lineage: {
        descendants: [
          { unit: 'governance', steps: 1 },
          { unit: 'property', how: 'split', share: 1, of: 3, steps: 2 },
        ],
      },
      statements: [],
    });
    expect((await view('units/legal?asAt=2014-03-31')).body).toMatchObject({ lineage: { descendants: [] } });
  });
});

describe('The count of units', () => {
  const steps = [
    {
      on: '2013-09-19',
      count: 4,
      target: 2,
      registered: ['democratic', 'legal', 'libraries', 'property'],
      ended: [],
    },
    { on: '2014-04-01', count: 3, target: 2, registered: ['governance'], ended: ['democratic', 'legal'] },
  ];

  it('is told as steps over time against its target, each with the units that came and went', async () => {
    expect((await view('unit-count?asAt=2016-01-01')).body['unit-count']).toEqual(steps);
    const between = await view('unit-count?from=2014-01-01&to=2014-03-31');
    expect(between.body).toMatchObject({
      asAt: '2014-03-31',
      'unit-count': [{ on: '2014-01-01', count: 4, target: 2, registered: [], ended: [] }],
    });
    expect((await view('unit-count?to=2013-09-18')).body['unit-count']).toEqual([]);
  });

  it('is the count of the overview on every day', async () => {
    for (const day of ['2013-09-18', '2013-09-19', '2014-03-31', '2014-04-01', '2015-04-01']) {
      const { units } = (await view(`overview?asAt=${day}`)).body as { units: { count: number } };
      const [first] = (await view(`unit-count?from=${day}&to=${day}`)).body['unit-count'] as {
        count: number;
      }[];
      expect([day, first?.count]).toEqual([day, units.count]);
    }
  });

  it('is a CSV too, and refuses days that cannot be', async () => {
    const { text } = await view('unit-count?asAt=2016-01-01&format=csv');
    const rows = parse<Record<string, string>>(text, { columns: true });
    expect(rows.map(({ on, count, target, ended }) => [on, count, target, ended])).toEqual([
      ['2013-09-19', '4', '2', ''],
      ['2014-04-01', '3', '2', 'democratic legal'],
    ]);
    expect((await view('unit-count?from=2015-01-01&to=2014-01-01')).status).toBe(400);
    expect((await view('unit-count?asAt=2015-01-01&to=2014-01-01')).status).toBe(400);
    expect((await view('unit-count/legal')).status).toBe(404);
  });
});
