import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { eventId } from '#event-store';
import { SqliteEventStore } from '#event-store-sqlite';
import { metrics, processMetrics } from '#metrics';
import { BuiltServer, environmentFor, runBuiltCli, startBuiltCli } from './built-server.js';

const administrator = { authorization: 'Bearer demo-administrator' };
const reviewStream = 'county/review/legal';
const scraping = { MINUTEBOOK_METRICS_TOKEN: 'scrape-county' };
const folder = mkdtempSync(join(tmpdir(), 'minutebook-quarantine-'));
let server: BuiltServer;

const later = {
  id: eventId('county', reviewStream, 'of-a-later-version', 0),
  type: 'ReviewShared',
  version: 1,
  envelope: { effectiveOn: '2014-04-01', provenance: 'observed' },
  data: { review: 'legal' },
};

/** What is on the record: an entry in its middle that only a later Minutebook knows, and a great deal besides. */
async function record(): Promise<void> {
  const first = await BuiltServer.start({ folder });
  const issue = async (command: string, body: object) => {
    const answer = await first.issue('county', command, { effectiveOn: '2014-04-01', ...body });
    if (answer.status !== 201) throw new Error(answer.text);
  };
  try {
    await issue('start-programme', { name: 'County' });
    await issue('register-service', { service: 'legal', name: 'Legal' });
    await issue('propose-review', { review: 'legal', name: 'Legal services', service: 'legal' });
  } finally {
    await first.stop();
  }
  const store = SqliteEventStore.open(join(folder, 'book.sqlite'));
  const append = { commandId: 'of-a-later-version', fingerprint: 'later', expected: 'any' } as const;
  await store.append({ ...append, stream: reviewStream, events: [later] });
  for (let n = 0; n < 40; n++) {
    const stream = `county/service/service-${n}`;
    const events = Array.from({ length: 50 }, (_, index) => ({
      id: eventId('county', stream, 'many', index),
      type: index === 0 ? 'ServiceRegistered' : 'ServiceRenamed',
      version: 1,
      envelope: { effectiveOn: '2014-04-01', provenance: 'observed' },
      data: { service: `service-${n}`, name: `Service ${n}, name ${index}` },
    }));
    await store.append({ stream, commandId: 'many', fingerprint: 'many', expected: 'none', events });
  }
  await store.close();
}

beforeAll(async () => {
  await record();
});

afterAll(() => server.stopAndForget());

const get = (path: string) => server.get(`/api/programmes/county/${path}`);
const held = { stream: reviewStream, waiting: 1 };

describe('A server whose record holds an entry of a later version', () => {
  it('that is killed while it sets the stream aside, and again, holds back that entry once and shows all the rest', async () => {
    for (const delay of [250, 400, 550, 700]) {
      for (const name of readdirSync(folder)) if (name.startsWith('read-model')) rmSync(join(folder, name));
      const opening = startBuiltCli(['quarantine', 'list'], environmentFor(folder));
      const ended = once(opening, 'exit');
      await wait(delay);
      opening.kill('SIGKILL');
      await ended;
    }
    server = await BuiltServer.start({ folder, settings: scraping });
    const { status, body } = await server.get('/health/ready');
    expect([status, body['status'], body['quarantined']]).toEqual([
      200,
      'degraded',
      { streams: 1, entries: 1 },
    ]);
    expect((await get('services')).body['services']).toHaveLength(41);
  });

  it('says so beside every answer that reads the stream, and beside no other', async () => {
    const reviews = await get('reviews');
    expect(reviews.body).toMatchObject({ reviews: [{ id: 'legal' }], meta: { quarantined: [held] } });
    expect(reviews.headers.get('minutebook-quarantined')).toBe(reviewStream);
    expect((await get('overview')).body).toMatchObject({ meta: { quarantined: [held] } });
    const csv = await get('reviews?format=csv');
    expect(csv.headers.get('content-disposition')).toContain('-incomplete.csv"');
    const services = await get('services');
    expect(services.body['meta']).not.toHaveProperty('quarantined');
    expect(services.headers.get('minutebook-quarantined')).toBeNull();
    const page = await server.get('/programmes/county/reviews', { accept: 'text/html' });
    expect(page.text).toContain('This page may say less than is on the record');
    const other = await server.get('/programmes/county/units', { accept: 'text/html' });
    expect(other.text).not.toContain('less than is on the record');
  });

  it('never shows the thing as it was to whoever knows of the entry', async () => {
    const { body } = await server.get('/api/quarantine', administrator);
    const [{ position }] = body['quarantined'] as [{ position: string }];
    expect((await get('reviews/legal')).body).toMatchObject({ exists: true, meta: { quarantined: [held] } });
    const asked = await get(`reviews/legal?minPosition=${position}`);
    expect([asked.status, asked.body]).toEqual([
      503,
      expect.objectContaining({
        type: 'urn:minutebook:problem:stream-quarantined',
        quarantined: [expect.objectContaining(held)],
      }),
    ]);
    expect((await get(`services/legal?minPosition=${position}`)).status).toBe(200);
  });

  it('takes no command that would be judged by a part of the record, and every other', async () => {
    const on = { effectiveOn: '2014-05-01' };
    const judged = await server.issue('county', 'defer-review', { ...on, review: 'legal', reason: 'Later' });
    expect([judged.status, judged.body['type']]).toEqual([503, 'urn:minutebook:problem:stream-unreadable']);
    const other = await server.issue('county', 'rename-service', {
      ...on,
      service: 'legal',
      name: 'Legal Services',
    });
    expect(other.status).toBe(201);
  });

  it('tells an operator why, on the command line too, and tries again when asked', () => {
    const cli = (...args: string[]) => runBuiltCli([...args, '--url', server.url], environmentFor(folder));
    expect(cli('quarantine', 'list')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(
        /^county\/review\/legal {2}1 entry from position \d+ on: .*upgrade Minutebook$/m,
      ) as unknown,
    });
    const requeued = cli('quarantine', 'requeue', reviewStream);
    expect([requeued.status, requeued.stdout]).toEqual([1, `0 entries of ${reviewStream} taken in.\n`]);
    expect(requeued.stderr).toContain('no ReviewShared is known');
    expect(cli('quarantine', 'requeue', 'county/structure').status).toBe(2);
    expect(cli('quarantine', 'requeue').status).toBe(2);
  });

  it('is an operator’s alone to ask', async () => {
    expect((await server.get('/api/quarantine')).status).toBe(401);
    const governance = { authorization: 'Bearer demo-governance' };
    const path = `/api/quarantine/requeue?stream=${reviewStream}`;
    expect((await server.ask(path, { method: 'POST', headers: governance })).status).toBe(403);
  });
});

describe('A fault of the views alone', () => {
  const inViews = (sql: string) => {
    const views = new Database(join(folder, 'read-model.sqlite'));
    views.exec(sql);
    views.close();
  };
  const rename = (name: string) =>
    server.issue('county', 'rename-service', { effectiveOn: '2014-06-01', service: 'service-1', name });

  it('keeps nobody from recording, and once it is mended shows what was recorded, in order', async () => {
    inViews(
      `CREATE UNIQUE INDEX broken ON entry (json_extract(stored, '$.data.name')) WHERE effective_on = '2014-06-01'`,
    );
    expect((await rename('First')).status).toBe(201);
    expect((await rename('Second')).status).toBe(201);
    const again = await rename('First');
    expect(again.status).toBe(201);
    const last = await rename('Last');
    const asked = await get(`services/service-1?minPosition=${String(last.body['position'])}`);
    expect([asked.status, asked.body['quarantined']]).toEqual([
      503,
      [expect.objectContaining({ stream: 'county/service/service-1', waiting: 2 })],
    ]);
    inViews('DROP INDEX broken');
    const requeued = await server.ask('/api/quarantine/requeue?stream=county/service/service-1', {
      method: 'POST',
      headers: administrator,
    });
    expect(requeued.body).toEqual({ stream: 'county/service/service-1', taken: 2, quarantined: null });
    const shown = await get(
      `services/service-1?asAt=2014-06-02&minPosition=${String(last.body['position'])}`,
    );
    expect([shown.status, JSON.stringify(shown.body)]).toEqual([200, expect.stringContaining('Last')]);
    expect(shown.body['meta']).not.toHaveProperty('quarantined');
  });
});

describe('A rebuild in a thread of its own', () => {
  it('ends with the same answers, and what was held back still held back', async () => {
    const before = await get('services?asAt=2014-07-01');
    const rebuilt = await server.ask('/api/rebuild', { method: 'POST', headers: administrator });
    expect(JSON.parse(rebuilt.text.trim().split('\n').at(-1) ?? '')).toEqual({ done: true, entries: 2_009 });
    const after = await get('services?asAt=2014-07-01');
    expect(after.body['services']).toEqual(before.body['services']);
    expect((await server.get('/health')).body).toMatchObject({
      status: 'degraded',
      quarantined: { streams: 1, entries: 1 },
    });
  });
});

describe('The metrics', () => {
  const valueOf = (text: string, name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);

  it('are told to whoever scrapes with the token set, and to an operator', async () => {
    expect((await server.get('/metrics')).status).toBe(401);
    expect((await server.get('/metrics', { authorization: 'Bearer scrape-countx' })).status).toBe(401);
    expect((await server.get('/metrics', administrator)).status).toBe(200);
    const { status, headers } = await server.get('/metrics', { authorization: 'Bearer scrape-county' });
    expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining('text/plain')]);
  });

  it('are those that are documented, each with what is true now', async () => {
    const { text } = await server.get('/metrics', administrator);
    const told = [...text.matchAll(/^# TYPE (\S+) /gm)].map(([, name]) => name);
    expect([...told].sort()).toEqual([...Object.keys(metrics), ...processMetrics].sort());
    expect({
      lag: valueOf(text, 'minutebook_projection_lag_seconds'),
      behind: valueOf(text, 'minutebook_projection_events_behind'),
      entries: valueOf(text, 'minutebook_projection_entries'),
      streams: valueOf(text, 'minutebook_quarantined_streams'),
      heldBack: valueOf(text, 'minutebook_quarantined_entries'),
      stopped: valueOf(text, 'minutebook_projection_stopped'),
      followUps: valueOf(text, 'minutebook_follow_ups_stopped'),
      unreachable: valueOf(text, 'minutebook_record_unreachable'),
    }).toEqual({
      lag: 0,
      behind: 0,
      entries: 2_009,
      streams: 1,
      heldBack: 1,
      stopped: 0,
      followUps: 0,
      unreachable: 0,
    });
    expect(text).toMatch(/^minutebook_file_bytes\{file="book.sqlite"\} [1-9]\d+$/m);
    expect(text).toMatch(/^minutebook_command_duration_seconds_count\{outcome="recorded"\} 5$/m);
    expect(text).toMatch(/^minutebook_command_duration_seconds_count\{outcome="fault"\} 1$/m);
    const routes = [...text.matchAll(/_seconds_count\{method="GET",route="([^"]*)"/g)].map(
      ([, route]) => route,
    );
    expect(routes).toContain('/api/programmes/:programme/:view');
    expect(routes.filter((route) => route?.includes('county'))).toEqual([]);
  });
});

describe('Whether the process lives', () => {
  it('is answered apart from whether it is ready', async () => {
    expect((await server.get('/health/live')).body).toEqual({ status: 'live' });
    expect((await server.get('/health/ready')).body).toEqual((await server.get('/health')).body);
  });
});
