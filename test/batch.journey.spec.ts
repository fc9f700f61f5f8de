import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BuiltServer, type Answer } from './built-server.js';

let server: BuiltServer;

beforeAll(async () => {
  server = await BuiltServer.start();
  await server.issue('county', 'start-programme', { name: 'County', effectiveOn: '2013-07-18' });
});

afterAll(() => server.stopAndForget());

interface Result {
  readonly index: number;
  readonly id: string;
  readonly status: number;
  readonly stream?: string;
  readonly position?: string;
  readonly events?: readonly { readonly type: string }[];
  readonly problem?: { readonly type: string; readonly errors?: object[] };
}

const send = (key: string, body: object, headers: Record<string, string> = {}): Promise<Answer> =>
  server.issue('county', 'batch', body, { 'idempotency-key': key, ...headers });
const resultsOf = ({ body }: Answer) => body['results'] as readonly Result[];
const codesOf = (answer: Answer) =>
  resultsOf(answer).map(({ status, problem }) =>
    problem ? `${status} ${problem.type.replace('urn:minutebook:problem:', '')}` : `${status}`,
  );
const codeOf = ({ body }: Answer) => String(body['type']).replace('urn:minutebook:problem:', '');
/** Where the record ends, once the views show it: on a busy computer they may be a moment behind. */
async function headShown(): Promise<unknown> {
  for (;;) {
    const { status, body } = await server.get('/health');
    if (status === 200) return body['position'];
  }
}
const view = async (path: string) => (await server.get(`/api/programmes/county/${path}`)).body;

/** Thirty decisions' worth: one vote of the council, and what follows from it in streams of every sort. */
function meetingOf(day: string) {
  const council = { decision: `council-${day}`, takenOn: day };
  const services = Array.from({ length: 12 }, (_, n) => `service-${n}`);
  return [
    { command: 'record-decision', ...council, title: 'Next steps', maker: 'County Council' },
    { command: 'open-portfolio', portfolio: 'adults', name: 'Adults', ...council },
    { command: 'plan-phase', phase: 'phase-1', name: 'Phase 1', ...council },
    { command: 'register-unit', unit: 'libraries', name: 'Libraries', ...council },
    { command: 'register-unit', unit: 'archives', name: 'Archives', ...council },
    { command: 'merge-units', units: ['archives'], successor: 'libraries', ...council },
    ...services.flatMap((id) => [
      { command: 'register-service', service: id, name: id, ...council },
      { command: 'propose-review', review: id, name: id, service: id, phase: 'phase-1', ...council },
    ]),
  ];
}

describe('The batch of a meeting', () => {
  const items = meetingOf('2014-03-27');

  it('is played by a dry run, which says what would be refused and records nothing', async () => {
    const before = await headShown();
    const late = { command: 'open-phase', phase: 'phase-9', effectiveOn: '2014-04-01' };
    const played = await send('meeting', { items: [...items, late], dryRun: true });
    expect(played.status).toBe(200);
    expect(played.body).toMatchObject({ id: 'meeting', dryRun: true, recorded: 30, nothing: 0, refused: 1 });
    expect(codesOf(played)).toEqual([...items.map(() => '201'), '422 phase-not-planned']);
    expect(await headShown()).toBe(before);
  });

  it('names in a dry run what its earlier commands would make as they name it, with the id beside', async () => {
    const at = { effectiveOn: '2014-04-01' };
    const played = await send('names', {
      items: [
        { command: 'register-unit', unit: 'w-1', name: 'Woodlands', code: 'WD', ...at },
        { command: 'register-unit', unit: 'w-2', name: 'Parks', code: 'WD', ...at },
      ],
      dryRun: true,
    });
    const [, { problem } = {}] = played.body['results'] as {
      problem?: { detail: string; names: object[] };
    }[];
    expect(problem?.detail).toBe(
      'The code WD is that of “Woodlands” (WD) by then: give another code, or recode or end that unit first',
    );
    expect(problem?.names).toEqual([{ kind: 'unit', id: 'w-1' }]);
  });

  it('that holds anything refused leaves nothing half done, and tells everything that is wrong', async () => {
    const before = await headShown();
    const refused = await send('meeting', {
      items: [
        { command: 'rename-unit', unit: 'libraries', name: 'Books', decision: 'unheard-of' },
        { command: 'open-phase', phase: 'Not An Id' },
        { command: 'fly-away' },
        ...items,
      ],
    });
    expect([refused.status, codeOf(refused)]).toEqual([422, 'batch-refused']);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(codesOf(refused).slice(0, 4)).toEqual([
      '422 unknown-decision',
      '400 fields-wrong',
      '404 unknown-command',
      '201',
    ]);
    expect(await headShown()).toBe(before);
  });

  it('is recorded in order, each command with its own result', async () => {
    const answer = await send('meeting', { items });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ id: 'meeting', dryRun: false, recorded: 30, nothing: 0, refused: 0 });
    const results = resultsOf(answer);
    expect(results.map(({ index, id }) => [index, id])).toEqual(items.map((_, n) => [n, `meeting/${n}`]));
    const positions = results.map(({ position }) => position);
    expect(positions).toEqual([...positions].sort());
    expect(new Set(results.map(({ stream }) => stream)).size).toBe(28);
    const { entries } = await view('decisions/council-2014-03-27');
    expect(entries).toHaveLength(30);
  });

  it('sent again repeats nothing and gets the same answer', async () => {
    const first = await send('meeting', { items });
    await server.issue('county', 'rename-unit', { unit: 'libraries', name: 'Books' });
    const again = await send('meeting', { items });
    expect([again.status, again.body]).toEqual([first.status, first.body]);
  });

  it('with another body under its key is refused', async () => {
    const refused = await send('meeting', { items: items.slice(1) });
    expect([refused.status, codeOf(refused)]).toEqual([422, 'idempotency-key-reused']);
  });

  it('can be struck in part by a batch of strikes, of several streams', async () => {
    const because = { reason: 'Deferred at the meeting', authority: 'Head of Democratic Services' };
    const strikes = ['meeting/29', 'meeting/27', 'meeting/5'].map((id) => ({
      command: 'strike-entry',
      commands: [id],
      ...because,
    }));
    expect(codesOf(await send('correction', { items: strikes }))).toEqual(['201', '201', '201']);
    expect(await view('units/archives')).toMatchObject({ status: 'open' });
  });

  it('records what it can where it is told to keep going', async () => {
    const answer = await send('mixed', {
      items: [
        { command: 'rename-unit', unit: 'museums', name: 'Museums' },
        { command: 'rename-unit', unit: 'archives', name: 'The Archives' },
        { command: 'rename-unit', unit: 'archives', name: 'The Archives' },
      ],
      keepGoing: true,
    });
    expect(answer.status).toBe(201);
    expect(codesOf(answer)).toEqual(['422 unit-not-registered', '201', '200']);
  });

  it('is the programme office’s alone, names no revision, and holds no batch', async () => {
    const as = (token: string) => send('no', { items }, { authorization: `Bearer ${token}` });
    expect((await as('demo-governance')).status).toBe(403);
    expect((await send('no', { items }, { 'if-match': '"3"' })).status).toBe(400);
    expect((await send('x'.repeat(121), { items })).status).toBe(400);
    const nested = await send('no', { items: [{ command: 'batch', items }] });
    expect([nested.status, nested.body['errors']]).toEqual([
      400,
      [
        {
          field: 'items.0.command',
          problem: 'command must not be batch: a batch holds commands, not batches',
        },
      ],
    ]);
    const half = await send('no', { items: [{ command: 'open-phase', phase: '\ud800' }] });
    expect([half.status, codeOf(half)]).toEqual([400, 'fields-wrong']);
  });
});

describe('A batch whose server is killed in the middle', () => {
  it('goes on when it is sent again, and everything is there exactly once', async () => {
    const items = Array.from({ length: 800 }, (_, n) => ({
      command: 'register-service',
      service: `killed-${n}`,
      name: `Service ${n}`,
    }));
    const recorded = async () => {
      const { history } = (await view('history?limit=10000')) as unknown as {
        history: { commandId: string; data: { service?: string } }[];
      };
      return history.filter(({ commandId }) => commandId.startsWith('killed/'));
    };
    const { folder } = server;
    const cutOff = send('killed', { items }).then(
      ({ status }) => status,
      () => 'cut off',
    );
    const beginning = await headShown();
    let seen = beginning;
    while (seen === beginning || seen === undefined) seen = (await server.get('/health')).body['position'];
    await server.stop('SIGKILL');
    expect(await cutOff).toBe('cut off');
    server = await BuiltServer.start({ folder });
    const before = await recorded();
    expect(before.length).toBeGreaterThan(0);
    expect(before.length).toBeLessThan(items.length);

    const other = await send('killed', { items: items.slice(0, 799) });
    expect([other.status, codeOf(other)]).toEqual([422, 'idempotency-key-reused']);
    const resumed = await send('killed', { items });
    expect(resumed.status).toBe(201);
    expect(resumed.body).toMatchObject({ recorded: items.length, nothing: 0, refused: 0 });
    const after = await recorded();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.map(({ data }) => data.service)).toEqual(items.map(({ service }) => service));
    expect((await send('killed', { items })).body).toEqual(resumed.body);
  });
});
