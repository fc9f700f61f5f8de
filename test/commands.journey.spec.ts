import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BuiltServer, type Answer } from './built-server.js';
import { laterThan } from './later.js';

let server: BuiltServer;

beforeAll(async () => {
  server = await BuiltServer.start();
  const started = await issue('start-programme', {
    name: 'Whole-Council Transformation',
    takenOn: '2013-07-18',
  });
  expect(started.status).toBe(201);
});

afterAll(() => server.stopAndForget());

const issue = (command: string, body: object, headers: Record<string, string> = {}): Promise<Answer> =>
  server.issue('county', command, body, headers);
const view = (path: string): Promise<Answer> => server.get(`/api/programmes/county/${path}`);
const codeOf = ({ body }: Answer): unknown => String(body['type']).replace('urn:minutebook:problem:', '');
const eventsOf = ({ body }: Answer) => body['events'] as { id: string; type: string; revision: number }[];

describe('A programme that nobody has started', () => {
  it('accepts no command but start-programme, and has no views', async () => {
    const refused = await server.issue('district', 'plan-phase', { phase: 'phase-1', name: 'Phase 1' });
    expect([refused.status, codeOf(refused)]).toEqual([404, 'unknown-programme']);
    const unseen = await server.get('/api/programmes/district/overview');
    expect([unseen.status, codeOf(unseen)]).toEqual([404, 'unknown-programme']);
    const started = await server.issue('district', 'start-programme', {
      name: 'District',
      effectiveOn: '2014-04-01',
    });
    expect(started.status).toBe(201);
    expect((await server.issue('district', 'plan-phase', { phase: 'phase-1', name: 'Phase 1' })).status).toBe(
      201,
    );
  });
});

describe('A command', () => {
  it('answers with its stream, revision, position and events once it is durable', async () => {
    const answer = await issue('register-service', {
      service: 'legal',
      name: 'Legal Services',
      effectiveOn: '2013-09-19',
      provenance: 'minuted',
      source: 'Cabinet, 15 July 2013',
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('etag')).toBe('"0"');
    expect(answer.body).toEqual({
      stream: 'county/service/legal',
      revision: 0,
      position: expect.any(String) as unknown,
      events: [
        {
          id: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
          type: 'ServiceRegistered',
          version: 1,
          stream: 'county/service/legal',
          revision: 0,
          position: answer.body['position'],
          recordedAt: expect.stringMatching(/^20\d\d-.*Z$/) as unknown,
          commandId: expect.any(String) as unknown,
          envelope: {
            effectiveOn: '2013-09-19',
            provenance: 'minuted',
            source: 'Cabinet, 15 July 2013',
            actor: 'demo-programme-office',
            capacity: 'programme-office',
            correlationId: expect.any(String) as unknown,
          },
          data: { service: 'legal', name: 'Legal Services' },
        },
      ],
    });
  });

  it('that changes nothing answers 200 with no events', async () => {
    const again = await issue('rename-service', { service: 'legal', name: 'Legal Services' });
    expect([again.status, again.body['events']]).toEqual([200, []]);
  });

  it('is refused to governance and reporting, and to whoever has no token or a wrong one', async () => {
    const body = { service: 'legal', name: 'Law' };
    const as = async (token: string | undefined) => {
      const authorization = token === undefined ? '' : `Bearer ${token}`;
      const answer = await issue('rename-service', body, { authorization });
      return [answer.status, answer.headers.get('content-type')?.split(';')[0]];
    };
    expect(await as('demo-governance')).toEqual([403, 'application/problem+json']);
    expect(await as('demo-reporting')).toEqual([403, 'application/problem+json']);
    expect(await as('somebody')).toEqual([401, 'application/problem+json']);
  });

  it('names every field that is wrong, and records nothing', async () => {
    const refused = await issue('register-service', {
      service: 'Not An Id',
      nmae: 'Legal',
      effectiveOn: '2013-02-30',
    });
    expect([refused.status, codeOf(refused)]).toEqual([400, 'fields-wrong']);
    const fields = (refused.body['errors'] as { field: string }[]).map(({ field }) => field);
    expect(fields.sort()).toEqual(['effectiveOn', 'name', 'nmae', 'service']);
  });

  it('follows only from a decision that is on the record', async () => {
    const refused = await issue('rename-service', { service: 'legal', name: 'Law', decision: 'unheard-of' });
    expect([refused.status, codeOf(refused)]).toEqual([422, 'unknown-decision']);
  });
});

describe('A retry', () => {
  it('under the same key gets the first result, though the stream has moved on', async () => {
    const body = { service: 'property', name: 'Property', effectiveOn: '2013-09-19' };
    const first = await issue('register-service', body, { 'idempotency-key': 'meeting-1' });
    await issue('rename-service', { service: 'property', name: 'Property and Infrastructure Support' });
    const again = await issue('register-service', body, { 'idempotency-key': 'meeting-1' });
    expect(again).toMatchObject({ status: 201, body: first.body });
  });

  it('of another command under the same key is refused', async () => {
    const refused = await issue(
      'register-service',
      { service: 'property', name: 'Another', effectiveOn: '2013-09-19' },
      { 'idempotency-key': 'meeting-1' },
    );
    expect([refused.status, codeOf(refused)]).toEqual([422, 'idempotency-key-reused']);
  });

  it('after a refusal is judged afresh: a refusal is not remembered', async () => {
    const key = { 'idempotency-key': 'too-early' };
    const body = { service: 'contact-centre', name: 'Contact Point' };
    expect((await issue('rename-service', body, key)).status).toBe(422);
    await issue('register-service', {
      service: 'contact-centre',
      name: 'Contact Centre',
      effectiveOn: '2013-09-19',
    });
    expect((await issue('rename-service', body, key)).status).toBe(201);
  });

  it('a hundred times at once makes one entry', async () => {
    const body = { service: 'finance', name: 'Finance', effectiveOn: '2013-09-19' };
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => issue('register-service', body, { 'idempotency-key': 'once' })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect((await view('history/finance')).body['history']).toHaveLength(1);
  });
});

describe('The revision of the stream', () => {
  it('given with a hundred commands at once lets one of them in', async () => {
    const { headers } = await issue('register-service', {
      service: 'ict',
      name: 'ICT',
      effectiveOn: '2013-09-19',
    });
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        issue(
          'rename-service',
          { service: 'ict', name: `ICT ${n}` },
          { 'if-match': headers.get('etag') ?? '' },
        ),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 412)).toHaveLength(99);
    expect((await view('history/ict')).body['history']).toHaveLength(2);
  });

  it('left out lets every one of fifty commands in, each judged on what came before it', async () => {
    await issue('register-service', { service: 'hr', name: 'HR', effectiveOn: '2013-09-19' });
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => issue('rename-service', { service: 'hr', name: `HR ${n}` })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    const revisions = answers.map(({ body }) => body['revision'] as number).sort((a, b) => a - b);
    expect(revisions).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
  });
});

describe('Two edits of one thing by one person within a second', () => {
  it('are both in its history', async () => {
    await issue('register-service', { service: 'libraries', name: 'Libraries', effectiveOn: '2013-09-19' });
    await issue('rename-service', {
      service: 'libraries',
      name: 'Libraries and Archives',
      effectiveOn: '2014-04-01',
    });
    await issue('rename-service', {
      service: 'libraries',
      name: 'Libraries, Registration and Archives',
      effectiveOn: '2014-04-01',
    });
    const history = (await view('history/libraries')).body['history'] as {
      type: string;
      data: object;
      recordedAt: string;
      actor: string;
    }[];
    const [, first, second] = history.map(({ recordedAt }) => Date.parse(recordedAt));
    expect(Number(second) - Number(first)).toBeLessThan(1_000);
    expect(new Set(history.map(({ actor }) => actor))).toEqual(new Set(['demo-programme-office']));
    expect(history.map(({ type, data }) => [type, data])).toEqual([
      ['ServiceRegistered', { service: 'libraries', name: 'Libraries' }],
      ['ServiceRenamed', { service: 'libraries', name: 'Libraries and Archives' }],
      ['ServiceRenamed', { service: 'libraries', name: 'Libraries, Registration and Archives' }],
    ]);
  });
});

describe('A late command', () => {
  it('lands in its place: the days before it and after the next entry are as they were', async () => {
    await issue('register-unit', {
      unit: 'heritage',
      name: 'Heritage',
      effectiveOn: '2013-09-19',
      opening: true,
    });
    await issue('rename-unit', {
      unit: 'heritage',
      name: 'Heritage and Country Parks',
      effectiveOn: '2015-04-01',
    });
    expect(
      (await issue('reclassify-unit', { unit: 'heritage', unitKind: 'team', effectiveOn: '2014-04-01' }))
        .status,
    ).toBe(201);
    const on = async (day: string) => (await view(`units/heritage?asAt=${day}`)).body;
    expect(await on('2014-03-31')).toMatchObject({ name: 'Heritage' });
    expect((await on('2014-03-31'))['unitKind']).toBeUndefined();
    expect(await on('2014-04-01')).toMatchObject({ name: 'Heritage', unitKind: 'team' });
    expect(await on('2015-04-01')).toMatchObject({ name: 'Heritage and Country Parks', unitKind: 'team' });
  });

  it('that contradicts a later entry is refused, and names it', async () => {
    await issue('register-unit', { unit: 'parks', name: 'Parks', effectiveOn: '2013-09-19', opening: true });
    const decided = await issue('record-decision', {
      decision: 'cabinet-2014-12-01',
      title: 'Merge Parks into Heritage',
      maker: 'Cabinet',
      takenOn: '2014-12-01',
    });
    expect(decided.status).toBe(201);
    const merged = await issue('merge-units', {
      units: ['parks'],
      successor: 'heritage',
      effectiveOn: '2015-04-01',
      decision: 'cabinet-2014-12-01',
    });
    const refused = await issue('close-unit', { unit: 'parks', effectiveOn: '2015-01-01' });
    expect([refused.status, refused.headers.get('content-type')?.split(';')[0]]).toEqual([
      409,
      'application/problem+json',
    ]);
    expect(refused.body['conflict']).toEqual({
      id: eventsOf(merged)[0]?.id,
      type: 'UnitsMerged',
      effectiveOn: '2015-04-01',
      decision: 'cabinet-2014-12-01',
    });
  });

  it('about a merged unit is refused after the merge, not before', async () => {
    const again = await issue('merge-units', {
      units: ['parks'],
      successor: 'heritage',
      effectiveOn: '2016-04-01',
    });
    expect(again.status).toBe(422);
  });
});

describe('A strike', () => {
  it('takes an entry out of today’s knowledge and leaves it in yesterday’s', async () => {
    await issue('register-service', { service: 'edukent', name: 'EduKent', effectiveOn: '2013-09-19' });
    const wrong = await issue('set-service-budget', {
      service: 'edukent',
      year: '2013/14',
      gross: 100,
      effectiveOn: '2013-10-01',
    });
    const before = (eventsOf(wrong)[0] as unknown as { recordedAt: string }).recordedAt;
    await laterThan(before);
    const struck = await issue('strike-entry', {
      entries: [eventsOf(wrong)[0]?.id],
      reason: 'The figure was for another service',
      authority: 'Head of Finance',
      replacement: [
        {
          command: 'set-service-budget',
          service: 'edukent',
          year: '2013/14',
          gross: 200,
          effectiveOn: '2013-10-01',
        },
      ],
    });
    expect([struck.status, eventsOf(struck).map(({ type }) => type)]).toEqual([
      201,
      ['EntryStruck', 'ServiceBudgetSet'],
    ]);
    expect((await view('services/edukent?asAt=2014-01-01')).body).toMatchObject({
      budgets: [{ gross: 200 }],
    });
    const then = (await view(`services/edukent?asAt=2014-01-01&knownAt=${before}`)).body;
    expect(then).toMatchObject({ budgets: [{ gross: 100 }], meta: { laterEntries: 2 } });
    const history = (await view('history/edukent')).body['history'] as { type: string; struckBy: unknown }[];
    expect(history.map(({ type, struckBy }) => [type, struckBy !== null])).toEqual([
      ['ServiceRegistered', false],
      ['ServiceBudgetSet', true],
      ['EntryStruck', false],
      ['ServiceBudgetSet', false],
    ]);
  });

  it('is refused twice, and of a strike', async () => {
    const history = (await view('history/edukent')).body['history'] as { id: string; type: string }[];
    const strike = (id: string | undefined) =>
      issue('strike-entry', { entries: [id], reason: 'Again', authority: 'Head of Finance' });
    expect(codeOf(await strike(history[1]?.id))).toBe('entry-already-struck');
    expect(codeOf(await strike(history[2]?.id))).toBe('entry-not-found');
  });

  it('corrects the registration of a unit that was registered and merged on one day', async () => {
    const day = { effectiveOn: '2014-04-01' };
    const registered = await issue('register-unit', { unit: 'archives', name: 'Archive', ...day });
    await issue('merge-units', { units: ['archives'], successor: 'heritage', ...day });
    const corrected = await issue('strike-entry', {
      entries: [eventsOf(registered)[0]?.id],
      reason: 'The name was misspelt',
      authority: 'Head of the programme office',
      replacement: [{ command: 'register-unit', unit: 'archives', name: 'Archives', ...day }],
    });
    expect(corrected.status).toBe(201);
    expect((await view('units/archives?asAt=2014-04-01')).body).toMatchObject({
      name: 'Archives',
      status: 'merged',
    });
  });

  it('of what others stand on is refused, and names the first of them', async () => {
    const history = (await view('history/heritage?kind=unit')).body['history'] as {
      id: string;
      type: string;
    }[];
    const refused = await issue('strike-entry', {
      entries: [history[0]?.id],
      reason: 'No such unit',
      authority: 'Leader',
    });
    expect([refused.status, (refused.body['conflict'] as { effectiveOn: string }).effectiveOn]).toEqual([
      409,
      '2014-04-01',
    ]);
  });
});

describe('What was recorded', () => {
  it('stays: no address deletes, replaces or edits anything, and a strike, a withdrawal or a closing only adds', async () => {
    const history = async () =>
      ((await view('history?limit=10000')).body['history'] as { id: string }[]).map(({ id }) => id);
    await issue('register-unit', {
      unit: 'coroners',
      name: 'Coroners',
      effectiveOn: '2013-09-19',
      opening: true,
    });
    await issue('register-service', { service: 'kent-fleet', name: 'Kent Fleet', effectiveOn: '2013-09-19' });
    const before = await history();
    for (const method of ['DELETE', 'PUT', 'PATCH']) {
      const paths = [
        '',
        '/history',
        '/history/kent-fleet',
        '/services/kent-fleet',
        '/commands/rename-service',
      ];
      for (const path of paths) {
        const answer = await server.ask(`/api/programmes/county${path}`, {
          method,
          headers: { authorization: 'Bearer demo-programme-office' },
        });
        expect([method, path, [404, 405].includes(answer.status)]).toEqual([method, path, true]);
      }
    }
    expect(await history()).toEqual(before);
    const closed = await issue('close-unit', { unit: 'coroners', effectiveOn: '2019-04-01' });
    const withdrawn = await issue('withdraw-service', {
      service: 'kent-fleet',
      reason: 'It became a company',
      effectiveOn: '2018-04-01',
    });
    const struck = await issue('strike-entry', {
      entries: [eventsOf(withdrawn)[0]?.id],
      reason: 'It did not',
      authority: 'Head of the programme office',
    });
    const added = [closed, withdrawn, struck].flatMap((answer) => eventsOf(answer).map(({ id }) => id));
    expect(added).toHaveLength(3);
    expect(await history()).toEqual([...before, ...added]);
  });
});

describe('A future command', () => {
  it('waits: it is on the record at once and holds from its date', async () => {
    const future = await issue('rename-service', {
      service: 'legal',
      name: 'Law',
      effectiveOn: '2190-04-01',
    });
    expect(future.status).toBe(201);
    expect((await view('services/legal')).body).toMatchObject({ name: 'Legal Services' });
    expect((await view('services/legal?asAt=2190-03-31')).body).toMatchObject({ name: 'Legal Services' });
    expect((await view('services/legal?asAt=2190-04-01')).body).toMatchObject({ name: 'Law' });
  });
});

describe('What a person just did', () => {
  it('is in the very next answer, and in any that asks for its position', async () => {
    for (let n = 0; n < 20; n++) {
      const { body } = await issue('rename-service', { service: 'finance', name: `Finance ${n}` });
      const seen = await view(`services/finance?minPosition=${String(body['position'])}`);
      expect(seen.body).toMatchObject({ name: `Finance ${n}` });
    }
  });
});

describe('A server that was stopped', () => {
  it('comes back with everything it acknowledged, after kill -9 too', async () => {
    const before = await view('history?limit=10000');
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      await server.stop(signal);
      server = await BuiltServer.start({ folder: server.folder });
      expect((await view('history?limit=10000')).body['history']).toEqual(before.body['history']);
    }
  });
});
