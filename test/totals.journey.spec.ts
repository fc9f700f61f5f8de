import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { listViews } from '#read-model';
import { readPage } from '#testing';
import { views } from '#views';
import { BuiltServer } from './built-server.js';

/** Kent, asked for every list under every filter. Each total is added up here, from the rows that stand beside it. */
let server: BuiltServer;

beforeAll(async () => {
  server = await BuiltServer.startWithKent();
});
afterAll(() => server.stopAndForget());

type Row = Readonly<Record<string, unknown>>;
type Asked = Readonly<Record<string, string>>;

/** The day before the units merged first, the end of the year in which most happened, and a day after the end. */
const days = ['2013-09-19', '2016-03-31', '2019-04-01'];

/** Lists that answer to two dates or page by page, are no lists of things, or are held to their rows in groups. */
const asOther = new Set(['changes', 'history', 'restatement', 'registers', 'follow-ups', 'waterfall']);
const lists = [...views].filter(([name, { columns }]) => columns && !asOther.has(name));

/** What a row holds of what a filter asks for, where it is not under the name of the filter itself. */
const heldUnder: Readonly<Record<string, string>> = {
  'units kind': 'unitKind',
  'unit-budgets kind': 'unitKind',
  'savings year': 'years',
  'needs-doing thing': 'id',
  'decisions kind': '',
};

const address = (view: string, asked: Asked): string =>
  `/api/programmes/kent/${view}?${new URLSearchParams(asked).toString()}`;

async function json(view: string, asked: Asked): Promise<Row> {
  const { status, body } = await server.get(address(view, asked));
  expect([view, asked, status]).toEqual([view, asked, 200]);
  return body;
}

const rowsOf = (body: Row, view: string): readonly Row[] => body[view] as readonly Row[];

async function csv(view: string, asked: Asked): Promise<readonly Record<string, string>[]> {
  const { text } = await server.get(address(view, { ...asked, format: 'csv' }));
  return parse<Record<string, string>>(text, { columns: true });
}

/** The filters of a view, one at a time and two at a time, with values that its rows hold and one that none holds. */
function askedOf(view: string, filters: readonly string[], rows: readonly Row[]): Asked[] {
  const valuesOf = (name: string): string[] => {
    const column = heldUnder[`${view} ${name}`] ?? name;
    const held = rows.flatMap((row) => row[column] ?? []);
    return [...new Set(held.filter((one): one is string => typeof one === 'string'))].slice(0, 6);
  };
  const single = filters.flatMap((name) => valuesOf(name).map((value): Asked => ({ [name]: value })));
  const double = single.flatMap((one, n) =>
    single.slice(n + 1).map((other): Asked => ({ ...one, ...other })),
  );
  // Every pair of two different filters would be thousands: a fixed part of them is met.
  return [{}, ...single, ...double.filter((asked, n) => Object.keys(asked).length === 2 && n % 13 === 0)];
}

const sum = (numbers: readonly unknown[]): number | null => {
  const stated = numbers.filter((one): one is number => typeof one === 'number');
  return stated.length === 0 ? null : stated.reduce((all, one) => all + one, 0);
};

/** What each column of numbers comes to. */
const sumsOf = (rows: readonly Row[]) =>
  Object.fromEntries(
    [...new Set(rows.flatMap((row) => Object.keys(row)))]
      .filter((column) => rows.some((row) => typeof row[column] === 'number'))
      .map((column) => [column, sum(rows.map((row) => row[column]))]),
  );

describe.each(days.slice(1))('Every list of Kent as at %s', (asAt) => {
  it.each(lists)(
    '%s answers the same rows as data and as CSV, under every filter',
    async (view, { filters }) => {
      const all = rowsOf(await json(view, { asAt }), view);
      for (const asked of askedOf(view, Object.keys(filters), all)) {
        const rows = rowsOf(await json(view, { asAt, ...asked }), view);
        const lines = await csv(view, { asAt, ...asked });
        expect({ asked, lines: lines.length }).toEqual({ asked, lines: rows.length });
        const numbers = lines.map((line) =>
          Object.fromEntries(
            Object.entries(line).map(([column, text]) => [
              column,
              /^-?\d+$/.test(text) ? Number(text) : text,
            ]),
          ),
        );
        for (const [column, total] of Object.entries(sumsOf(rows))) {
          expect({ asked, column, total: sum(numbers.map((line) => line[column])) }).toEqual({
            asked,
            column,
            total,
          });
        }
      }
    },
  );
});

const isLike = (row: Row, view: string, asked: Asked): boolean =>
  Object.entries(asked).every(([name, value]) => {
    const held = row[heldUnder[`${view} ${name}`] ?? name];
    return Array.isArray(held) ? held.includes(value) : held === value;
  });

describe.each(days.slice(1))('Every filter of Kent as at %s', (asAt) => {
  it.each(listViews.map(({ name }) => name))(
    'leaves of %s the rows that hold what it asks for',
    async (view) => {
      const all = rowsOf(await json(view, { asAt }), view);
      const filters = Object.keys(views.get(view)?.filters ?? {});
      for (const asked of askedOf(view, filters, all)) {
        const ids = (rows: readonly Row[]) => rows.map(({ id }) => id);
        const rows = rowsOf(await json(view, { asAt, ...asked }), view);
        expect({ asked, ids: ids(rows) }).toEqual({
          asked,
          ids: ids(all.filter((row) => isLike(row, view, asked))),
        });
      }
    },
  );
});

describe.each(days)('Budgets and posts of units as at %s', (asAt) => {
  it('come together to what the rows and the units beside them hold, under every filter', async () => {
    const all = rowsOf(await json('unit-budgets', { asAt }), 'unit-budgets');
    const units = rowsOf(await json('units', { asAt, status: 'open' }), 'units');
    const asks = askedOf('unit-budgets', ['year', 'kind', 'directorate', 'group'], all);
    for (const asked of [...asks, { year: '2031/32' }]) {
      const { 'unit-budgets': beside, totals, posts } = await json('unit-budgets', { asAt, ...asked });
      const rows = beside as readonly Row[];
      const keys = [...new Set(rows.map(({ year, priceBase }) => JSON.stringify([year, priceBase])))].sort();
      expect({ asked, totals }).toEqual({
        asked,
        totals: keys.map((key) => {
          const [year, priceBase] = JSON.parse(key) as [string, string | null];
          const those = rows.filter((row) => row['year'] === year && row['priceBase'] === priceBase);
          return {
            year,
            priceBase,
            units: those.length,
            grossPence: sum(those.map((row) => row['grossPence'])),
            netPence: sum(those.map((row) => row['netPence'])),
            notStatedPence: sum(those.map((row) => row['notStatedPence'])),
            illustrative: those.some((row) => row['illustrative']),
          };
        }),
      });
      const { year, ...ofUnit } = asked;
      const asWell = units.filter(
        (unit) =>
          isLike(unit, 'units', ofUnit) && (year === undefined || rows.some(({ id }) => id === unit['id'])),
      );
      const say = asWell.filter((unit) => typeof unit['posts'] === 'number');
      expect({ asked, posts }).toMatchObject({
        asked,
        posts: {
          total: sum(say.map((unit) => unit['posts'])) ?? 0,
          unitsThatSay: say.length,
          unitsThatDoNot: asWell.length - say.length,
        },
      });
      if (asked['year'] === undefined) await expectOnThePage(asAt, asked, totals as readonly Row[], say);
    }
  });
});

const pounds = (pence: unknown): string =>
  typeof pence === 'number' ? `£${(pence / 100).toLocaleString('en-GB')}` : '';

/** The page of the units says the same, with its marks. */
async function expectOnThePage(asAt: string, asked: Asked, totals: readonly Row[], say: readonly Row[]) {
  const query = new URLSearchParams({ asAt, ...asked }).toString();
  const page = readPage((await server.get(`/programmes/kent/units?${query}`)).text);
  const posts = sum(say.map((unit) => unit['posts'])) ?? 0;
  const { paragraphs, tables } = page;
  if (say.length > 0)
    expect(paragraphs.join(' ')).toContain(`${posts.toLocaleString('en-GB')} posts (illustrative)`);
  expect({ asked, rows: tables['Budgets of the open units together'] ?? [] }).toEqual({
    asked,
    rows: totals.map((total) => ({
      Year: `${String(total['year'])}${total['illustrative'] === true ? ' [illustrative]' : ''}`,
      'Price base': total['priceBase'] ?? 'Not stated',
      Units: String(total['units']),
      Gross: pounds(total['grossPence']),
      Net: pounds(total['netPence']),
      'Not stated': pounds(total['notStatedPence']),
    })),
  });
}

describe('The units of Kent as at 19 September 2013', () => {
  it.each([
    ['people', 4_571],
    ['place', 2_008],
    ['corporate', 1_721],
  ])('have, of the group %s, %d posts', async (group, total) => {
    const { posts } = await json('unit-budgets', { asAt: '2013-09-19', group });
    expect(posts).toMatchObject({ total, illustrative: true });
  });

  it('show no budgets of open units beside units that ended', async () => {
    const { text } = await server.get('/programmes/kent/units?asAt=2016-03-31&status=merged');
    const { tables, paragraphs } = readPage(text);
    expect(tables['Business units']?.length).toBeGreaterThan(0);
    expect(tables['Budgets of the open units together']).toBeUndefined();
    expect(paragraphs.join(' ')).not.toContain('post');
  });
});

const measures = ['identified', 'inBusinessCase', 'authorised', 'forecast', 'delivered', 'validated'];
type Figures = Readonly<Record<string, { readonly pence: number; readonly illustrative: boolean }>>;
interface Group extends Row {
  readonly total: Figures;
  readonly rows: readonly (Row & Figures & { readonly savings: readonly string[] })[];
}
const kindOf = ({ published, category, recurrence, basis }: Row): string =>
  JSON.stringify([published, category, recurrence, basis]);

describe.each(days)('Savings as at %s', (asAt) => {
  it('come in each group to the rows of the waterfall, and to the list under the same filter', async () => {
    const all = rowsOf(await json('savings', { asAt }), 'savings');
    const filters = Object.keys(views.get('waterfall')?.filters ?? {}).filter((name) => name !== 'by');
    let groupsMet = 0;
    for (const asked of askedOf('savings', filters, all)) {
      const list = rowsOf(await json('savings', { asAt, ...asked }), 'savings');
      const by = [undefined, 'saving', 'portfolio', 'unit'][groupsMet % 4];
      const body = await json('waterfall', { asAt, ...asked, ...(by !== undefined && { by }) });
      for (const group of body['groups'] as readonly Group[]) {
        groupsMet += 1;
        const beside = list.filter((row) => kindOf(row) === kindOf(group));
        for (const measure of measures) {
          const total = group.total[measure]?.pence;
          const ofRows = sum(group.rows.map((row) => row[measure]?.pence));
          const ofList = sum(beside.map((row) => row[`${measure}Pence`])) ?? 0;
          expect({ asked, measure, ofRows, ofList }).toEqual({
            asked,
            measure,
            ofRows: total,
            ofList: total,
          });
          expect({ asked, measure, marked: group.total[measure]?.illustrative }).toEqual({
            asked,
            measure,
            marked: group.rows.some((row) => row[measure]?.illustrative),
          });
        }
      }
    }
    expect(groupsMet).toBeGreaterThan(asAt === days[0] ? 5 : 50);
  });

  it('come over time, and step by step, to what counts in the years of the target', async () => {
    const steps = rowsOf(await json('savings-steps', { asAt }), 'savings-steps');
    const overTime = rowsOf(await json('savings-over-time', { asAt }), 'savings-over-time');
    const target = steps.find(({ measure }) => measure === 'target');
    for (const step of steps.filter((one) => one !== target)) {
      const line = overTime.filter(
        (one) => kindOf(one) === kindOf(step) && one['measure'] === step['measure'],
      );
      expect([step, sum(line.map((one) => one['addedPence'])) ?? 0]).toEqual([step, step['pence']]);
      expect(line.at(-1)?.['pence'] ?? 0).toBe(step['pence']);
      if (step['gapPence'] !== null)
        expect(step['gapPence']).toBe(Number(target?.['pence']) - Number(step['pence']));
    }
  });
});

describe.each(days)('Counts as at %s', (asAt) => {
  it('of the overview are those of the lists that they lead to', async () => {
    const overview = await json('overview', { asAt });
    const count = async (view: string, asked: Asked) =>
      rowsOf(await json(view, { asAt, ...asked }), view).length;
    const { total, byStage, deferred, withdrawn } = overview['reviews'] as Record<string, number> & {
      byStage: Record<string, number>;
    };
    expect([total, deferred, withdrawn]).toEqual([
      await count('reviews', {}),
      await count('reviews', { standing: 'deferred' }),
      await count('reviews', { standing: 'withdrawn' }),
    ]);
    for (const [stage, reviews] of Object.entries(byStage))
      expect([stage, await count('reviews', { stage, standing: 'not-withdrawn' })]).toEqual([stage, reviews]);
    expect((overview['units'] as Row)['count']).toBe(await count('units', { status: 'open' }));
    for (const { id, projects } of overview['portfolios'] as readonly Row[])
      expect([id, await count('projects', { portfolio: String(id), status: 'open' })]).toEqual([
        id,
        projects,
      ]);
    const steps = rowsOf(await json('unit-count', { asAt }), 'unit-count');
    expect(steps.at(-1)?.['count'] ?? 0).toBe((overview['units'] as Row)['count']);
    for (const { id, projects } of rowsOf(await json('portfolios', { asAt }), 'portfolios')) {
      const open = rowsOf(
        await json('projects', { asAt, portfolio: String(id), status: 'open' }),
        'projects',
      );
      expect([id, projects]).toEqual([id, open.map((project) => project['id'])]);
    }
  });

  it('of what needs doing are those of the items beside them, under every filter', async () => {
    const all = rowsOf(await json('needs-doing', { asAt }), 'needs-doing');
    for (const asked of askedOf('needs-doing', ['sort', 'urgency', 'kind', 'thing'], all)) {
      const { counts, 'needs-doing': items } = await json('needs-doing', { asAt, ...asked });
      const beside = items as readonly Row[];
      expect(Object.keys(counts as Row)).toEqual(['overdue', 'today', 'within-a-week', 'later', 'no-date']);
      for (const [urgency, count] of Object.entries(counts as Record<string, number>))
        expect([asked, urgency, beside.filter((item) => item['urgency'] === urgency).length]).toEqual([
          asked,
          urgency,
          count,
        ]);
    }
  });

  it('of reviews at a stage are those that they name', async () => {
    const reviews = rowsOf(await json('reviews', { asAt }), 'reviews');
    const stages = rowsOf(await json('review-stages', { asAt }), 'review-stages');
    expect(sum(stages.map((one) => one['reviews'])) ?? 0).toBe(reviews.length);
    for (const { stage, reviews: count, deferred, illustrative, ids } of stages) {
      const those = reviews.filter(({ id }) => (ids as readonly unknown[]).includes(id));
      expect([stage, count, deferred, illustrative]).toEqual([
        stage,
        those.length,
        those.filter(({ standing }) => standing === 'deferred').length,
        those.some((review) => review['illustrative']),
      ]);
    }
  });
});
