import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { BuiltServer } from './built-server.js';
import { Visitor } from './identity/visitor.js';
import { connectTo, rawRequest } from './raw-request.js';

let server: BuiltServer;
const office = { authorization: 'Bearer demo-programme-office' };

beforeAll(async () => {
  server = await BuiltServer.start({ settings: { MINUTEBOOK_REFUSED_PER_MINUTE: '100' } });
  await server.issue('county', 'start-programme', { name: 'County', effectiveOn: '2013-07-18' });
});
afterAll(() => server.stopAndForget());

describe('Who may keep an answer', () => {
  const keeps = async (path: string, headers: Record<string, string> = {}) =>
    (await server.get(path, headers)).headers.get('cache-control');

  it('is nobody, of a page for whoever is signed in, or for a browser that is about to', async () => {
    const visitor = new Visitor(() => server);
    expect((await visitor.go('/sign-in')).headers.get('cache-control')).toBe('private, no-store');
    await visitor.signIn('governance');
    for (const path of [
      '/',
      '/programmes/county/units',
      '/api/programmes/county/units',
      '/no-such-page',
      '/cookies',
    ]) {
      expect([path, (await visitor.go(path)).headers.get('cache-control')]).toEqual([
        path,
        'private, no-store',
      ]);
    }
  });

  it('is a program that asks with a token, if it asks again; of a problem nobody; of an asset everybody', async () => {
    const units = '/api/programmes/county/units';
    expect(await keeps(units, office)).toBe('private, no-cache');
    expect(await keeps(units)).toBe('no-cache');
    expect(await keeps(`${units}?asAt=never`)).toBe('no-store');
    expect(await keeps('/health')).toBe('no-store');
    const [, sheet = ''] = /href="(\/assets\/[^"]+\.css)"/.exec((await server.get('/cookies')).text) ?? [];
    expect(await keeps(sheet)).toBe('public, max-age=31536000, immutable');
  });
});

describe('An answer', () => {
  const bytes = (path: string, headers: Record<string, string>) =>
    new Promise<{ encoding: string | undefined; body: Buffer }>((resolve, reject) => {
      const { hostname, port } = new URL(server.url);
      request({ hostname, port, path, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () =>
          resolve({ encoding: answer.headers['content-encoding'], body: Buffer.concat(chunks) }),
        );
      })
        .on('error', reject)
        .end();
    });

  it('is compressed as a page, as data and as an asset, and says the same', async () => {
    const [, sheet = ''] = /href="(\/assets\/[^"]+\.css)"/.exec((await server.get('/cookies')).text) ?? [];
    for (const path of ['/accessibility', '/api/openapi.json', sheet]) {
      const plain = await bytes(path, {});
      const brotli = await bytes(path, { 'accept-encoding': 'gzip, br' });
      const gzip = await bytes(path, { 'accept-encoding': 'gzip' });
      expect([plain.encoding, brotli.encoding, gzip.encoding]).toEqual([undefined, 'br', 'gzip']);
      expect(brotli.body.length).toBeLessThan(plain.body.length / 2);
      const withoutNonce = (body: Buffer) => body.toString().replace(/nonce="[^"]*"/g, '');
      expect(withoutNonce(brotliDecompressSync(brotli.body))).toBe(withoutNonce(plain.body));
      expect(withoutNonce(gunzipSync(gzip.body))).toBe(withoutNonce(plain.body));
    }
  });

  it('is not, where another site had a browser ask, nor as a stream of events', async () => {
    const asked = { 'accept-encoding': 'gzip, br' };
    const encodingFor = async (site: string) =>
      (await bytes('/accessibility', { ...asked, 'sec-fetch-site': site })).encoding;
    expect(await encodingFor('cross-site')).toBeUndefined();
    expect(await encodingFor('same-site')).toBeUndefined();
    expect(await encodingFor('same-origin')).toBe('br');
    expect(await encodingFor('none')).toBe('br');
    const events = await server.get('/api/programmes/county/events', asked);
    expect(events.headers.get('content-encoding')).toBeNull();
  });
});

describe('Live listeners', () => {
  const listen = async (authorization: string): Promise<{ status: number; leave: () => void }> => {
    const socket = connectTo(server);
    socket.write(
      rawRequest(
        server,
        'GET /api/programmes/county/events',
        authorization === '' ? [] : [`Authorization: ${authorization}`],
      ),
    );
    const [said] = await new Promise<[Buffer]>((resolve) => socket.once('data', (data) => resolve([data])));
    return { status: Number(said.toString().split(' ')[1]), leave: () => socket.destroy() };
  };

  it('are twenty at most for one person, who keeps nobody else from listening', async () => {
    const statuses: number[] = [];
    const leaving: (() => void)[] = [];
    for (let n = 0; n < 21; n++) {
      const { status, leave } = await listen('Bearer demo-reporting');
      statuses.push(status);
      leaving.push(leave);
    }
    const other = await listen('Bearer demo-governance');
    const anonymous = await listen('');
    for (const leave of [...leaving, other.leave, anonymous.leave]) leave();
    expect(statuses).toEqual([...Array.from({ length: 20 }, () => 200), 503]);
    expect([other.status, anonymous.status]).toEqual([200, 200]);
  });
});

describe('A flood of refusals', () => {
  it('is answered 429, is a few lines of the audit log and how many there were, and hinders nobody else', async () => {
    const statuses = new Map<number, number>();
    for (let n = 0; n < 50; n++) {
      const some = Array.from({ length: 20 }, () => server.ask('/api/rebuild', { method: 'POST' }));
      for (const { status } of await Promise.all(some)) statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    const governance = { authorization: 'Bearer demo-governance' };
    const { text } = await server.get('/audit-log.csv?what=refused', governance);
    const lines = text.split('\n').filter((line) => line.includes('anonymous'));
    expect([...statuses.keys()].sort()).toEqual([401, 429]);
    // A minute may have ended meanwhile, and another one begun.
    expect(statuses.get(429)).toBeGreaterThanOrEqual(700);
    expect(lines.length).toBeLessThan(200);
    const counted = lines.map((line) => Number(/a flood: (\d+) more/.exec(line)?.[1] ?? 0));
    const told = lines.filter((line) => !line.includes('a flood')).length;
    expect(counted.reduce((sum, count) => sum + count, told)).toBe(1_000);
    expect((await server.get('/api/programmes/county/units')).status).toBe(200);
    expect((await server.issue('county', 'open-phase', {})).status).toBe(400);
    expect((await server.get('/audit-log', { authorization: 'Bearer demo-reporting' })).status).toBe(403);
  });
});

describe('Whoever has not said who they are', () => {
  let narrow: BuiltServer;
  beforeAll(async () => {
    narrow = await BuiltServer.start({
      settings: { MINUTEBOOK_ANONYMOUS_PER_MINUTE: '5', MINUTEBOOK_TRUSTED_PROXIES: '127.0.0.1' },
    });
  });
  afterAll(() => narrow.stopAndForget());

  it('is answered so often a minute, each at their own address behind a proxy, and whoever is signed in always', async () => {
    const ask = async (from: string, more: Record<string, string> = {}) =>
      (await narrow.get('/api/programmes', { 'x-forwarded-for': from, ...more })).status;
    const statuses: number[] = [];
    // A minute may end meanwhile, and another one begin: it is asked until it is refused, and each minute answers five.
    while (statuses.at(-1) !== 429 && statuses.length < 20) statuses.push(await ask('192.0.2.1'));
    expect(statuses.length).toBeGreaterThan(5);
    expect([...statuses.slice(0, -1)].every((status) => status === 200)).toBe(true);
    expect(await ask('192.0.2.2')).toBe(200);
    expect(await ask('192.0.2.1', office)).toBe(200);
    expect((await narrow.get('/health', { 'x-forwarded-for': '192.0.2.1' })).status).toBe(200);
  });
});
