import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { parse } from 'csv-parse/sync';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { BuiltServer, folderWithKent, type Answer } from './built-server.js';

const folder = folderWithKent();
const settings = { MINUTEBOOK_DEMONSTRATION: 'kent' };
let server: BuiltServer;

beforeAll(async () => {
  server = await BuiltServer.start({ folder, settings });
});

afterAll(() => server.stopAndForget());

const view = (path: string): Promise<Answer> => server.get(`/api/programmes/kent/${path}`);
/** How far the log was known at the end of a day; to its end where no day is given. */
const positionOf = async (knownAt?: string) =>
  (await view(`overview?asAt=2014-05-01${knownAt === undefined ? '' : `&knownAt=${knownAt}`}`)).body[
    'position'
  ];
const codeOf = ({ body }: Answer) => String(body['type']).replace('urn:minutebook:problem:', '');
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

interface Fact {
  readonly kind: string;
  readonly id: string;
  readonly fields: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[];
  readonly entries: readonly Record<string, unknown>[];
}
interface Total {
  readonly total: string;
  readonly of: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly effect: number;
}
const factsOf = ({ body }: Answer) => body['facts'] as readonly Fact[];
const totalsOf = ({ body }: Answer) => body['totals'] as readonly Total[];
const moved = (answer: Answer) =>
  totalsOf(answer)
    .filter(({ effect }) => effect !== 0)
    .map(({ total, of, before, after }) => `${[total, of].filter(Boolean).join(', ')}: ${before} → ${after}`);

describe('The report of 1 May 2014, as known that day: 67 units', () => {
  const asked = 'asAt=2014-05-01&knownAt=2014-05-01';

  it('is restated: two merges recorded five weeks late make it 65, and the rest of what is known since', async () => {
    const answer = await view(`restatement?${asked}`);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ asAt: '2014-05-01', knownAt: '2014-05-01', to: { knownAt: null } });
    const told = factsOf(answer).filter(({ kind }) => ['review', 'service', 'unit'].includes(kind));
    expect(told.map(({ kind, id, fields }) => [kind, id, fields.map(({ field }) => field)])).toEqual([
      ['review', 'legal-services', ['stage', 'stageSince', 'stages', 'stageLog', 'options']],
      ['service', 'libraries', ['budgets']],
      ['unit', 'contact-centre', ['predecessors', 'budgets', 'posts']],
      ['unit', 'gateways', ['status', 'successors', 'budgets', 'posts', 'ended']],
      // A late figure of street lighting, which was merged away: the unit that took it over changes by itself.
      ['unit', 'highways', ['budgets']],
      ['unit', 'road-safety', ['status', 'successors', 'budgets', 'posts', 'ended']],
      ['unit', 'street-lighting', ['ended']],
      ['unit', 'traffic-management', ['predecessors', 'budgets', 'posts']],
    ]);
    expect(moved(answer).filter((one) => /^(reviews|service budgets|units:)/.test(one))).toEqual([
      'reviews by stage, brief-agreed: 11 → 10',
      'reviews by stage, options-appraised: null → 1',
      'service budgets, first-tranche, front line, 2014/15, not stated: null → 1300000000',
      'units: 67 → 65',
    ]);
  });

  it('says who changed a fact, when, under which decision, and why', async () => {
    const facts = factsOf(await view(`restatement?${asked}`));
    const entriesOf = (unit: string) => facts.find(({ id }) => id === unit)?.entries;
    expect(entriesOf('road-safety')).toEqual([
      {
        id: expect.any(String) as unknown,
        type: 'UnitsMerged',
        stream: 'kent/structure',
        position: expect.any(String) as unknown,
        commandId: 'kent-0219',
        recordedAt: '2014-05-06T15:20:00.000Z',
        actor: expect.any(String) as unknown,
        capacity: 'programme-office',
        effectiveOn: '2014-04-01',
        takenOn: '2013-12-16',
        decision: 'unit-alignment-2014',
        reason: 'Recorded with the date of the second round: the units merged on 1 April 2014',
        authority: 'Programme office, on the decision of the Head of Paid Service of 16 December 2013',
        strikes: [],
        replaces: expect.any(String) as unknown,
        source: expect.stringContaining('Illustrative') as unknown,
      },
    ]);
    expect(entriesOf('gateways')).toMatchObject([
      { commandId: 'kent-0220', recordedAt: '2014-05-06T15:21:37.700Z', reason: null },
    ]);
  });

  it('stood until 5 May but for one review, and the merges were put right on 6 May', async () => {
    expect(moved(await view(`restatement?${asked}&to=2014-05-05`))).toEqual([
      'reviews by stage, brief-agreed: 11 → 10',
      'reviews by stage, options-appraised: null → 1',
    ]);
    expect(moved(await view(`restatement?${asked}&to=2014-05-06`))).toContain('units: 67 → 65');
  });

  it('gives each total the difference of the two overviews', async () => {
    const units = async (query: string) =>
      ((await view(`overview?${query}`)).body['units'] as { count: number }).count;
    const total = totalsOf(await view(`restatement?${asked}`)).find((one) => one.total === 'units');
    expect([total?.before, total?.after]).toEqual([await units(asked), await units('asAt=2014-05-01')]);
  });

  it('is restated as CSV: a line for each field and each total', async () => {
    const { text, headers } = await view(`restatement?${asked}&format=csv`);
    expect(headers.get('content-disposition')).toContain('kent-restatement-2014-05-01-known-2014-05-01.csv');
    const lines = parse<Record<string, string>>(text, { columns: true });
    expect(lines.find(({ of, field }) => of === 'road-safety' && field === 'status')).toMatchObject({
      what: 'unit',
      before: '"open"',
      after: '"merged"',
      recordedAt: '2014-05-06T15:20:00.000Z',
      decisions: 'unit-alignment-2014',
      reasons: 'Recorded with the date of the second round: the units merged on 1 April 2014',
    });
    expect(lines.find(({ what, of }) => what === 'total' && of === 'units')).toMatchObject({
      before: '67',
      after: '65',
      effect: '-2',
    });
  });

  it('needs to be told what was known, and something later to compare with', async () => {
    const refused = async (query: string) => {
      const { status, body } = await view(`restatement?${query}`);
      return [status, (body['errors'] as { field: string }[]).map(({ field }) => field)];
    };
    expect(await refused('asAt=2014-05-01')).toEqual([400, ['knownAt']]);
    expect(await refused(`${asked}&to=2014-03-31`)).toEqual([400, ['to']]);
    expect(await refused(`${asked}&to=soon`)).toEqual([400, ['to']]);
    expect((await view(`restatement/units?${asked}`)).status).toBe(404);
  });
});

describe('A report that was issued', () => {
  const body = {
    report: 'units-2014-05',
    title: 'Business units at 1 May 2014',
    view: 'units',
    query: { status: 'open' },
    format: 'csv',
    asAt: '2014-05-01',
    knownAt: '2014-05-01',
    issuedTo: 'Cabinet',
  };
  let csv = '';
  let today = '';
  let ofToday: unknown;

  it('is pinned by its position and the hash of its bytes', async () => {
    csv = (await view('units?status=open&asAt=2014-05-01&knownAt=2014-05-01&format=csv')).text;
    const key = { 'idempotency-key': 'report-1' };
    const issued = await server.issue('kent', 'issue-report', body, key);
    expect(issued.status).toBe(201);
    expect(issued.body['events']).toMatchObject([
      {
        type: 'ReportIssued',
        data: { ...body, hash: sha256(csv), rendering: 5, position: await positionOf('2014-05-01') },
      },
    ]);
    expect((await server.issue('kent', 'issue-report', body, key)).body).toEqual(issued.body);
    const shown = await view('reports/units-2014-05');
    expect(shown.body).toMatchObject({ exists: true, title: body.title, hash: sha256(csv) });
    expect((await view('reports')).body['reports']).toMatchObject([{ id: 'units-2014-05', view: 'units' }]);
  });

  it('of today is pinned to the end of the log, with its answer’s canonical bytes', async () => {
    const before = await positionOf();
    ofToday = before;
    const issued = await server.issue('kent', 'issue-report', {
      report: 'state-of-the-programme',
      title: 'State of the programme',
      view: 'overview',
      asAt: '2016-04-01',
    });
    expect(issued.status).toBe(201);
    const content = await view('reports/state-of-the-programme/content');
    today = content.text;
    const { meta: _meta, ...overview } = (await view('overview?asAt=2016-04-01')).body;
    expect(content.body).toEqual({ ...overview, position: before });
    expect(Object.keys(content.body)).toEqual(Object.keys(content.body).sort());
  });

  it('has neither hash nor position of its sender’s, and is issued in no batch', async () => {
    const forged = await server.issue('kent', 'issue-report', { ...body, hash: '0', position: '1' });
    expect([forged.status, codeOf(forged)]).toEqual([400, 'fields-wrong']);
    const batch = await server.issue('kent', 'batch', {
      items: [{ command: 'issue-report', ...body, report: 'another' }],
    });
    expect((batch.body['results'] as { problem: { type: string } }[])[0]?.problem.type).toContain(
      'report-not-rendered',
    );
  });

  it('is refused where its view, its filters or its format are none, and its id is taken', async () => {
    const refused = async (more: object) => {
      const answer = await server.issue('kent', 'issue-report', { ...body, report: 'wrong', ...more });
      return [answer.status, codeOf(answer)];
    };
    expect(await refused({ view: 'follow-me' })).toEqual([400, 'fields-wrong']);
    expect(await refused({ query: { colour: 'red' } })).toEqual([400, 'query-wrong']);
    expect(await refused({ view: 'overview', query: undefined })).toEqual([400, 'fields-wrong']);
    expect(await refused({ view: 'overview', query: undefined, format: 'json', thing: 'x' })).toEqual([
      400,
      'fields-wrong',
    ]);
    expect(await refused({ format: 'json', query: undefined, thing: 'nowhere' })).toEqual([
      404,
      'unknown-thing',
    ]);
    expect(await refused({ report: 'units-2014-05', title: 'Other' })).toEqual([
      422,
      'report-already-issued',
    ]);
  });

  it('run again gives the same bytes and says so, whatever is recorded late', async () => {
    for (const effectiveOn of ['2014-04-15', '2016-03-31']) {
      const late = await server.issue('kent', 'register-unit', {
        unit: `late-${effectiveOn}`,
        name: 'Found in the files',
        effectiveOn,
      });
      expect(late.status).toBe(201);
    }
    const again = await view('reports/units-2014-05/content');
    expect([again.status, again.text]).toEqual([200, csv]);
    expect(again.headers.get('report-verified')).toBe('true');
    expect(again.headers.get('etag')).toBe(`"${sha256(csv)}"`);
    expect(again.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect((await view('reports/state-of-the-programme/content')).text).toBe(today);
    const unchanged = await server.get('/api/programmes/kent/reports/units-2014-05/content', {
      'if-none-match': `"${sha256(csv)}"`,
    });
    expect(unchanged.status).toBe(304);
  });

  it('is restated from its own date and position', async () => {
    const answer = await view('reports/units-2014-05/restatement?to=2014-05-06');
    expect(answer.body).toMatchObject({
      report: { id: 'units-2014-05', hash: sha256(csv) },
      asAt: '2014-05-01',
      knownAt: '2014-05-01',
      position: await positionOf('2014-05-01'),
    });
    expect(moved(answer)).toContain('units: 67 → 65');
    const since = await view('reports/state-of-the-programme/restatement');
    expect(since.body['position']).toBe(ofToday);
    expect(moved(since)).toEqual(['units: 40 → 42']);
    expect(factsOf(since).map(({ id }) => id)).toEqual(['late-2014-04-15', 'late-2016-03-31']);
    expect((await view('reports/nowhere/restatement')).status).toBe(404);
  });

  it('says that its bytes differ once the views are tampered with, until they are rebuilt from the log', async () => {
    await server.stop();
    const file = new Database(join(folder, 'read-model.sqlite'));
    const { changes } = file
      .prepare(
        `UPDATE version SET part = replace(part, 'Road Safety', 'Road Danger') WHERE part LIKE '%road-safety%'`,
      )
      .run();
    file.close();
    expect(changes).toBeGreaterThan(0);
    server = await BuiltServer.start({ folder, settings });
    const tampered = await view('reports/units-2014-05/content');
    expect([tampered.status, codeOf(tampered)]).toEqual([409, 'report-differs']);
    expect(tampered.body).toMatchObject({
      verified: false,
      issued: { hash: sha256(csv), rendering: 5 },
      found: { hash: expect.not.stringMatching(sha256(csv)) as unknown, rendering: 5 },
    });
    expect(tampered.body['detail']).toContain('rebuild the views');
    expect((await view('reports/state-of-the-programme/content')).text).toBe(today);
    await server.ask('/api/rebuild', {
      method: 'POST',
      headers: { authorization: 'Bearer demo-administrator' },
    });
    expect((await view('reports/units-2014-05/content')).text).toBe(csv);
  });

  it('that was struck is shown no more, and neither is one that nobody issued', async () => {
    const struck = await server.issue('kent', 'strike-entry', {
      commands: ['report-1'],
      reason: 'Issued to the wrong committee',
      authority: 'Head of the programme office',
    });
    expect(struck.status).toBe(201);
    expect((await view('reports/units-2014-05/content')).status).toBe(404);
    expect((await view('reports/nowhere/content')).status).toBe(404);
  });
});
