import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BuiltServer } from './built-server.js';

let server: BuiltServer;

beforeAll(async () => {
  server = await BuiltServer.start();
});

afterAll(() => server.stopAndForget());

const office = { authorization: 'Bearer demo-programme-office' };
const administrator = { authorization: 'Bearer demo-administrator' };
const linesOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const importing = async (text: string, query = '', headers: Record<string, string> = office) => {
  const answer = await server.ask(`/api/programmes/county/import${query}`, {
    method: 'POST',
    body: text,
    headers: { 'content-type': 'application/x-ndjson', ...headers },
  });
  return { status: answer.status, last: linesOf(answer.text).at(-1) };
};
const file = (...lines: object[]) => lines.map((line) => JSON.stringify(line)).join('\n');

const start = { id: 'line-1', command: 'start-programme', name: 'County', effectiveOn: '2013-07-18' };
const plan = {
  id: 'line-2',
  command: 'plan-phase',
  phase: 'phase-1',
  name: 'Phase 1',
  effectiveOn: '2013-07-18',
};
const open = { id: 'line-3', command: 'open-phase', phase: 'phase-1', effectiveOn: '2013-10-01' };

describe('An import through the server', () => {
  it('that is a dry run records nothing', async () => {
    expect(await importing(file(start, plan), '?dryRun=true')).toEqual({
      status: 200,
      last: { done: true, dryRun: true, recorded: 2, already: 0, nothing: 0 },
    });
    expect((await server.get('/api/programmes/county/overview')).status).toBe(404);
  });

  it('with a bad line tells every bad line, and records nothing', async () => {
    const { last } = await importing(`${file(start, { ...open, id: 'early' })}\nnot json\n${file(plan)}`);
    expect((last?.['problems'] as { line: number }[]).map(({ line }) => line)).toEqual([2, 3]);
    expect((await server.get('/api/programmes/county/overview')).status).toBe(404);
  });

  it('records each line once, however often it is sent', async () => {
    expect((await importing(file(start, plan))).last).toMatchObject({ recorded: 2, already: 0 });
    expect((await importing(file(start, plan, open))).last).toMatchObject({ recorded: 1, already: 2 });
    expect((await server.get('/api/programmes/county/overview?asAt=2013-10-15')).body).toMatchObject({
      phases: [{ id: 'phase-1', status: 'open' }],
    });
  });

  it('refuses an edited line under an old id', async () => {
    const { last } = await importing(file(start, { ...plan, name: 'Phase one' }));
    expect(last).toMatchObject({
      problems: [{ line: 2, reason: expect.stringContaining('edited line') as unknown }],
    });
  });

  it('is the programme office’s and administrators’, and of lines', async () => {
    expect((await importing(file(start), '', { authorization: 'Bearer demo-governance' })).status).toBe(403);
    expect((await importing(file(start), '?dryrun=yes')).status).toBe(400);
    const asJson = { ...office, 'content-type': 'application/json' };
    expect((await importing(JSON.stringify(start), '', asJson)).status).toBe(415);
  });
});

describe('A rebuild through the server', () => {
  it('fills the views again and swaps, while commands come in', async () => {
    const before = await server.get('/api/programmes/county/overview?asAt=2013-10-15');
    const rebuilding = server.ask('/api/rebuild', { method: 'POST', headers: administrator });
    const meanwhile = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        server.issue('county', 'register-service', {
          service: `service-${n}`,
          name: `Service ${n}`,
          effectiveOn: '2014-04-01',
        }),
      ),
    );
    expect(new Set(meanwhile.map(({ status }) => status))).toEqual(new Set([201]));
    const last = linesOf((await rebuilding).text).at(-1);
    expect(last).toMatchObject({ done: true });
    const after = await server.get('/api/programmes/county/overview?asAt=2013-10-15');
    expect({ ...after.body, position: null }).toEqual({ ...before.body, position: null });
    expect((await server.get('/api/programmes/county/services')).body['services']).toHaveLength(50);
  });

  it('is an administrator’s alone', async () => {
    const by = async (headers: Record<string, string>) =>
      (await server.ask('/api/rebuild', { method: 'POST', headers })).status;
    expect([await by({}), await by(office)]).toEqual([401, 403]);
  });
});

describe('The description of the API', () => {
  it('names only addresses that answer', async () => {
    const { body } = await server.get('/api/openapi.json');
    const paths = body['paths'] as Record<string, Record<string, unknown>>;
    expect(Object.keys(paths).length).toBeGreaterThan(60);
    for (const [path, methods] of Object.entries(paths)) {
      const at = path.replace('{programme}', 'county').replace('{id}', 'phase-1');
      for (const method of Object.keys(methods)) {
        const answer = await server.ask(at, { method: method.toUpperCase() });
        const missing = ['not-found', 'unknown-view', 'unknown-command', 'method-not-allowed'];
        expect([path, missing.some((code) => String(answer.body['type']).endsWith(code))]).toEqual([
          path,
          false,
        ]);
      }
    }
  });
});
