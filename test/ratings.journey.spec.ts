import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { BuiltServer, type Answer } from './built-server.js';

let server: BuiltServer;

beforeAll(async () => {
  server = await BuiltServer.start();
});

afterAll(() => server.stopAndForget());

const record = (command: string, effectiveOn: string, said: object): Promise<Answer> =>
  server.issue('county', command, { effectiveOn, ...said });
const ratings = (asked: string): Promise<Answer> => server.get(`/api/programmes/county/ratings?${asked}`);
const rowsOf = ({ body }: Answer) => body['ratings'] as Record<string, unknown>[];
const points = (...ids: string[]) => ids.map((id, at) => ({ id, label: `${id} confidence`, order: at + 1 }));
const mapping = [
  { fromPoint: 'green', toPoint: 'high' },
  { fromPoint: 'amber-green', toPoint: 'high' },
  { fromPoint: 'amber', toPoint: 'medium' },
  { fromPoint: 'amber-red', toPoint: 'low' },
  { fromPoint: 'red', toPoint: 'low' },
];
const gate = {
  project: 'legal-company',
  measure: 'delivery-confidence',
  scale: 'delivery-confidence',
  assessor: 'Head of Internal Audit',
  independence: 'independent',
  basis: 'Gate review of the plan',
} as const;
const threePoints = {
  scale: 'delivery-confidence',
  version: 2,
  points: points('high', 'medium', 'low'),
  mapping,
};

describe('A project that is rated, through the server', () => {
  it('is recorded: its portfolio, its scale of five points, and a rating on it', async () => {
    const answers = [
      await record('start-programme', '2013-07-18', { name: 'Whole-Council Transformation' }),
      await record('open-portfolio', '2013-09-19', { portfolio: 'corporate', name: 'Corporate' }),
      await record('open-portfolio', '2013-09-19', { portfolio: 'growth', name: 'Growth' }),
      await record('charter-project', '2014-07-17', {
        project: 'legal-company',
        name: 'Company for Legal Services',
        portfolio: 'corporate',
      }),
      await record('define-rating-scale', '2014-04-01', {
        scale: 'delivery-confidence',
        version: 1,
        name: 'Delivery confidence',
        measure: 'delivery-confidence',
        points: points('green', 'amber-green', 'amber', 'amber-red', 'red'),
      }),
      await record('rate-project', '2015-09-30', { ...gate, version: 1, point: 'amber' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 201]);
  });

  it('is not rated on a version that is not in force that day, whichever way that is asked', async () => {
    const early = await record('rate-project', '2015-09-30', { ...gate, version: 2, point: 'medium' });
    expect([early.status, early.body['type']]).toEqual([
      422,
      'urn:minutebook:problem:scale-version-not-in-force',
    ]);
    const before = await record('rate-project', '2014-03-31', { ...gate, version: 1, point: 'amber' });
    expect([before.status, before.body['type']]).toEqual([
      422,
      'urn:minutebook:problem:project-not-chartered',
    ]);
  });

  it('has its scale changed only where every old point is mapped', async () => {
    const partial = { ...threePoints, mapping: mapping.slice(1) };
    const refused = await record('change-rating-scale', '2016-04-01', partial);
    expect([refused.status, refused.body['type']]).toEqual([422, 'urn:minutebook:problem:mapping-not-total']);
    expect(refused.body['detail']).toContain('green');
    expect((await record('change-rating-scale', '2016-04-01', threePoints)).status).toBe(201);
    expect((await record('rate-project', '2016-09-30', { ...gate, version: 2, point: 'low' })).status).toBe(
      201,
    );
  });

  it('reads what was in force on the day of the rating, and the entry says up to where it read', async () => {
    const { status, body } = await record('rate-project', '2016-03-31', {
      ...gate,
      version: 1,
      point: 'red',
      assessor: 'Project Manager',
      independence: 'self',
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      events: [{ type: 'ProjectRated', envelope: { basedOn: expect.any(String) }, data: { point: 'red' } }],
    });
  });

  it('is shown as it was given, and beside it as mapped to the scale in force on the day asked for', async () => {
    const before = await ratings('asAt=2016-03-31');
    expect(before.body).toMatchObject({ asAt: '2016-03-31', knownAt: null, meta: { recordedAfterwards: 5 } });
    expect(rowsOf(before)).toMatchObject([
      { ratedOn: '2015-09-30', point: 'amber', mappedPoint: 'amber', mapping: 'as given', last: false },
      { ratedOn: '2016-03-31', point: 'red', mappedPoint: 'red', mapping: 'as given', last: true },
    ]);
    const mapped = 'mapped from delivery-confidence version 1';
    expect(rowsOf(await ratings('asAt=2017-01-01'))).toMatchObject([
      {
        ratedOn: '2015-09-30',
        version: 1,
        point: 'amber',
        label: 'amber confidence',
        versionInForce: 2,
        mappedPoint: 'medium',
        mappedLabel: 'medium confidence',
        mapping: mapped,
      },
      { ratedOn: '2016-03-31', point: 'red', mappedPoint: 'low', mapping: mapped },
      { ratedOn: '2016-09-30', version: 2, point: 'low', mappedPoint: 'low', mapping: 'as given' },
    ]);
  });

  it('is listed under the portfolio of the day asked for, and by who rated it', async () => {
    await record('move-project', '2016-12-01', { project: 'legal-company', toPortfolio: 'growth' });
    const inGrowth = rowsOf(await ratings('asAt=2017-01-01&portfolio=growth'));
    expect(inGrowth.map(({ portfolioWhenRated }) => portfolioWhenRated)).toEqual([
      'corporate',
      'corporate',
      'corporate',
    ]);
    expect(rowsOf(await ratings('asAt=2017-01-01&portfolio=corporate'))).toEqual([]);
    expect(rowsOf(await ratings('asAt=2016-11-30&portfolio=corporate')).length).toBe(3);
    const own = rowsOf(await ratings('asAt=2017-01-01&independence=self'));
    expect(own).toMatchObject([{ assessor: 'Project Manager', independence: 'self' }]);
  });

  it('is a CSV too, line for line what the JSON says', async () => {
    const rows = rowsOf(await ratings('asAt=2017-01-01'));
    const { text, headers } = await ratings('asAt=2017-01-01&format=csv');
    expect(headers.get('content-disposition')).toContain('county-ratings');
    const lines = parse<Record<string, string>>(text, { columns: true });
    expect(lines.map(({ id, point, mappedPoint, mapping: how }) => [id, point, mappedPoint, how])).toEqual(
      rows.map(({ id, point, mappedPoint, mapping: how }) => [id, point, mappedPoint, how]),
    );
    expect(lines.length).toBe(3);
  });

  it('keeps its last rating of each measure, and its scale every version', async () => {
    const { body: project } = await server.get(
      '/api/programmes/county/projects/legal-company?asAt=2016-03-31',
    );
    expect(project['ratings']).toMatchObject([{ version: 1, point: 'red', rated: { on: '2016-03-31' } }]);
    const { body: scale } = await server.get(
      '/api/programmes/county/scales/delivery-confidence?asAt=2017-01-01',
    );
    expect((scale['versions'] as { version: number }[]).map(({ version }) => version)).toEqual([1, 2]);
  });

  it.each([
    ['measure=status', 'measure'],
    ['independence=friend', 'independence'],
    ['status=open', 'status'],
  ])('is not asked for with %s', async (asked, field) => {
    const { status, body } = await ratings(asked);
    expect([status, (body['errors'] as { field: string }[]).map((error) => error.field)]).toEqual([
      400,
      [field],
    ]);
  });

  it('has no rating under an id: the entry is in the history', async () => {
    expect((await server.get('/api/programmes/county/ratings/anything')).status).toBe(404);
  });
});
