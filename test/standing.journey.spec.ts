import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { BuiltServer } from './built-server.js';
import { Visitor } from './identity/visitor.js';
import { connectTo, rawRequest, readToItsEnd, sendRaw } from './raw-request.js';

let server: BuiltServer;
const office = { authorization: 'Bearer demo-programme-office' };

beforeAll(async () => {
  server = await BuiltServer.start();
  await server.issue('county', 'start-programme', { name: 'County', effectiveOn: '2013-07-18' });
});
afterAll(() => server.stopAndForget());

const send = (path: string, body: Buffer | string, type: string) =>
  server.ask(path, {
    method: 'POST',
    headers: { ...office, 'content-type': type },
    body: body as unknown as string,
  });
const inLatin1 = (text: string) => Buffer.from(text, 'latin1');

describe('Text that is not UTF-8', () => {
  const notUtf8 = { status: 400, body: { type: 'urn:minutebook:problem:not-utf-8' } };
  const register = '/api/programmes/county/commands/register-service';
  const service = '{"service":"cafe","name":"Café","effectiveOn":"2014-01-01"}';

  it('is refused as the body of a command or a batch, and so is a body that says it is something else', async () => {
    expect(await send(register, inLatin1(service), 'application/json')).toMatchObject(notUtf8);
    expect(await send(register, service, 'application/json; charset=iso-8859-1')).toMatchObject(notUtf8);
    const batch = '/api/programmes/county/commands/batch';
    const items = `{"items":[{"command":"register-service","body":${service}}]}`;
    expect(await send(batch, inLatin1(items), 'application/json')).toMatchObject(notUtf8);
    expect(await send(register, service, 'application/json; charset=UTF-8')).toMatchObject({ status: 201 });
  });

  it('is refused in an import, with the numbers of its lines, and nothing of it is recorded', async () => {
    const lines = ['{"id":"a","command":"register-service","service":"x","name":"X"}', '', 'Café', 'Caf\xe9'];
    const sent = Buffer.concat([Buffer.from(lines.slice(0, 3).join('\n')), inLatin1('\nCaf\xe9\nna\xefve')]);
    const answer = await send('/api/programmes/county/import', sent, 'application/x-ndjson');
    expect(answer).toMatchObject({
      status: 400,
      body: {
        type: 'urn:minutebook:problem:not-utf-8',
        detail: 'Line 4 and 1 more of the file is not UTF-8: save the file as UTF-8. Nothing was recorded',
        lines: [4, 5],
      },
    });
    expect((await server.get('/api/programmes/county/services/x')).status).toBe(404);
  });

  it.each(['reason=Caf%E9', 'reason=%', 'reason=%zz', 'Caf%C3%28=x'])(
    'is refused in a form of a page: %s',
    async (body) => {
      expect(await send('/sign-in', body, 'application/x-www-form-urlencoded')).toMatchObject(notUtf8);
    },
  );

  it('is refused in a form whose bytes are not written with %, too', async () => {
    const body = inLatin1('reason=Café');
    expect(await send('/sign-in', body, 'application/x-www-form-urlencoded')).toMatchObject(notUtf8);
  });

  it.each(['?search=Caf%E9', '?search=100%', '?%ff=x', '?search=Caf\xc3\xa9', '?search=Caf\xe9'])(
    'is refused in the address: %j',
    async (query) => {
      const line = `GET /api/programmes/county/decisions${query}`;
      const { status, text } = await sendRaw(server, Buffer.from(rawRequest(server, line), 'latin1'));
      expect([status, JSON.parse(text)]).toMatchObject([
        400,
        // Of bytes that are no visible ASCII the parser of HTTP itself makes nothing.
        { type: `urn:minutebook:problem:${/[^\x21-\x7e]/.test(query) ? 'not-http' : 'not-utf-8'}` },
      ]);
    },
  );

  it.each(['Idempotency-Key', 'If-Match', 'Accept', 'Authorization', 'Last-Event-ID'])(
    'is refused in the header %s, which is named',
    async (name) => {
      const bytes = rawRequest(server, 'GET /api/programmes', [`${name}: Caf\xe9`]);
      const { status, text } = await sendRaw(server, Buffer.from(bytes, 'latin1'));
      expect([status, JSON.parse(text)]).toMatchObject([
        400,
        { ...notUtf8.body, errors: [{ field: name.toLowerCase() }] },
      ]);
    },
  );

  it('is not what is UTF-8, in the address or in a form', async () => {
    expect((await server.get('/api/programmes/county/decisions?search=Caf%C3%A9')).status).toBe(200);
    expect(
      (await send('/sign-in', 'role=Café&x=%E2%80%9C', 'application/x-www-form-urlencoded')).status,
    ).toBe(403);
  });
});

describe('A request', () => {
  it('that names two hosts, or one of elsewhere in its target, is refused', async () => {
    const ask = async (line: string, ...headers: string[]) => {
      const { status, text } = await sendRaw(server, rawRequest(server, line, headers));
      return [status, (JSON.parse(text) as { type?: string }).type?.split(':').at(-1)];
    };
    const asked = 'GET /api/programmes';
    expect(await ask(asked, 'Host: {host}', 'Host: elsewhere.example')).toEqual([400, 'host-twice']);
    expect(await ask(asked, 'Host: elsewhere.example', 'host: {host}')).toEqual([400, 'host-twice']);
    expect(await ask('GET /no-page', 'Host: {host}', 'Host: {host}')).toEqual([400, 'host-twice']);
    expect(await ask('GET http://elsewhere.example/api/programmes')).toEqual([421, 'unknown-host']);
    expect(await ask('GET http://elsewhere.example/health')).toEqual([200, undefined]);
    expect(await ask('GET http://{host}/api/programmes')).toEqual([200, undefined]);
    expect(await ask('GET http://{host}/api/programmes/county/units?x')).toEqual([400, 'query-wrong']);
  });

  it('that would carry a curly quote into the address to go on to leads to the page alone, and the server stands', async () => {
    const visitor = new Visitor(() => server);
    await visitor.signIn('programme-office');
    const form = await visitor.go('/programmes/county/record/new/register-service');
    const begun = await visitor.send('/programmes/county/record/new/register-service', form, {
      add: 'x”\u{1F600}',
    });
    const draft = begun.headers.get('location') ?? '';
    const again = await visitor.send(draft, await visitor.go(draft), { add: '“reasons”\r\nset-cookie: x=1' });
    expect([begun.status, again.status]).toEqual([303, 303]);
    for (const { headers } of [begun, again])
      expect(headers.get('location')).toMatch(/^\/programmes\/county\/record\/drafts\/[\w-]+\/what$/);
    expect((await server.get('/health')).status).toBe(200);
  });
});

describe('A body', () => {
  const stalled = async (line: string, ...headers: string[]) => {
    const socket = connectTo(server);
    socket.write(rawRequest(server, line, ['Content-Length: 40000000', ...headers], '{"id":'));
    const { status } = await readToItsEnd(socket);
    return status;
  };

  it('is not waited for before it is asked who sends it, and may they', async () => {
    const anonymous = Array.from({ length: 60 }, () =>
      stalled('POST /api/programmes/county/import', 'Content-Type: application/x-ndjson'),
    );
    expect(new Set(await Promise.all(anonymous))).toEqual(new Set([401]));
    const reporting = 'Authorization: Bearer demo-reporting';
    expect(await stalled('POST /api/programmes/county/import', reporting)).toBe(403);
    expect(await stalled('POST /api/programmes/county/commands/open-phase', reporting)).toBe(403);
  });

  it('that is too long, or lines where none are taken, is refused by its head', async () => {
    const office = ['Authorization: Bearer demo-programme-office'];
    const command = 'POST /api/programmes/county/commands/open-phase';
    expect(await stalled(command, ...office, 'Content-Type: application/json')).toBe(413);
    expect(await stalled(command, ...office, 'Content-Type: application/x-ndjson')).toBe(415);
    expect(await stalled('POST /sign-in', 'Content-Type: application/x-www-form-urlencoded')).toBe(413);
  });
});

describe('A body that is made to be laborious', () => {
  const post = (body: string) =>
    send('/api/programmes/county/commands/register-unit', body, 'application/json');

  it('of lists within lists without end is refused before anybody looks at it', async () => {
    const deep = `{"name":${'['.repeat(500_000)}${']'.repeat(500_000)}}`;
    expect(await post(deep)).toMatchObject({
      status: 400,
      body: { type: 'urn:minutebook:problem:nested-too-deep' },
    });
    const line = `{"id":"a","command":"register-unit","unit":"a","name":${'{"x":'.repeat(100)}1${'}'.repeat(100)}}`;
    const imported = await send('/api/programmes/county/import?dryRun=true', line, 'application/x-ndjson');
    expect(imported.body).toMatchObject({
      problems: [
        { line: 1, reason: 'lists and objects stand more than 64 deep in it: no command needs that' },
      ],
    });
  });

  it('of fields without end is told of the first hundred', async () => {
    const fields = Array.from({ length: 20_000 }, (_, n) => `"field-${n}":1`);
    const { status, body } = await post(`{${fields.join(',')}}`);
    expect([status, (body['errors'] as unknown[]).length]).toEqual([400, 100]);
  });
});

describe('Requests that never end', () => {
  let hasty: BuiltServer;
  beforeAll(async () => {
    hasty = await BuiltServer.start({
      settings: { MINUTEBOOK_REQUEST_TIMEOUT: '0.5', MINUTEBOOK_IMPORT_TIMEOUT: '1' },
    });
  });
  afterAll(() => hasty.stopAndForget());

  const head =
    'POST /sign-in HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/x-www-form-urlencoded\r\n';
  it.each([
    ['before the first line has', 'GET /heal', 500, [408]],
    ['in the headers', head, 500, [408]],
    // Of one address ten are read at once: the others are refused at once, and then let go.
    ['in a body', `${head}Content-Length: 1000\r\n\r\nrole=`, 500, [408, 429]],
    ['in a body in chunks', `${head}Transfer-Encoding: chunked\r\n\r\n5\r\nrole=\r\n`, 5, [408]],
    [
      'in an import',
      'POST /api/programmes/county/import HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer demo-programme-office\r\n' +
        'Content-Type: application/x-ndjson\r\nContent-Length: 40000000\r\n\r\n{"id":',
      5,
      [408, 429],
    ],
  ])(
    '%s are ended, however many there are, and the server answers others',
    async (_where, bytes, many, statuses) => {
      const { host } = new URL(hasty.url);
      const left = await Promise.all(
        Array.from({ length: many }, () => sendRaw(hasty, bytes.replaceAll('{host}', host))),
      );
      expect(new Set(left.map(({ status }) => status))).toEqual(new Set(statuses));
      expect((await hasty.get('/health')).status).toBe(200);
    },
  );
});

describe('An answer', () => {
  const securityHeaders = [
    'cross-origin-opener-policy',
    'cross-origin-resource-policy',
    'origin-agent-cluster',
    'referrer-policy',
    'x-content-type-options',
    'x-dns-prefetch-control',
    'x-download-options',
    'x-frame-options',
    'x-permitted-cross-domain-policies',
    'x-xss-protection',
  ];
  const long = 'x'.repeat(20_000);

  it.each([
    ['to what is no HTTP', 'GARBAGE\r\n\r\n', 400],
    ['to headers without end', `GET / HTTP/1.1\r\nHost: {host}\r\nX: ${long}\r\n\r\n`, 431],
    ['to a request without a host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['to another host', 'GET / HTTP/1.1\r\nConnection: close\r\nHost: x.example\r\n\r\n', 421],
    ['to a broken escape', 'GET /api/%E0%A4%A HTTP/1.1\r\nConnection: close\r\nHost: {host}\r\n\r\n', 400],
    [
      'to a page with a broken escape',
      'GET /%zz HTTP/1.1\r\nConnection: close\r\nAccept: text/html\r\nHost: {host}\r\n\r\n',
      400,
    ],
    ['to an expectation', 'GET / HTTP/1.1\r\nConnection: close\r\nHost: {host}\r\nExpect: much\r\n\r\n', 417],
    ['where nothing is', 'GET /none HTTP/1.1\r\nConnection: close\r\nHost: {host}\r\n\r\n', 404],
    ['to a method of its own', 'DELETE /health HTTP/1.1\r\nConnection: close\r\nHost: {host}\r\n\r\n', 405],
    [
      'to a body that is too long',
      'POST /sign-in HTTP/1.1\r\nConnection: close\r\nHost: {host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9999999\r\n\r\n',
      413,
    ],
    ['about its health', 'GET /health HTTP/1.1\r\nConnection: close\r\nHost: {host}\r\n\r\n', 200],
    [
      'that is a page',
      'GET /cookies HTTP/1.1\r\nConnection: close\r\nHost: {host}\r\nAccept: text/html\r\n\r\n',
      200,
    ],
  ])('%s tells a browser what it may do with it', async (_to, bytes, status) => {
    const { host } = new URL(server.url);
    const answer = await sendRaw(server, bytes.replaceAll('{host}', host));
    expect(answer.status).toBe(status);
    const given = Object.fromEntries(securityHeaders.map((name) => [name, answer.headers.get(name)]));
    expect(given).toEqual({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'origin-agent-cluster': '?1',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-dns-prefetch-control': 'off',
      'x-download-options': 'noopen',
      'x-frame-options': 'SAMEORIGIN',
      'x-permitted-cross-domain-policies': 'none',
      'x-xss-protection': '0',
    });
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    if (status >= 400 && !answer.text.startsWith('<!')) {
      expect(JSON.parse(answer.text)).toMatchObject({
        status,
        type: expect.stringMatching(/^urn:minutebook/) as unknown,
      });
    }
  });
});

describe('An accident', () => {
  it('is told without its insides, and stands whole in the log with who asked and under which request', async () => {
    const beside = new Database(join(server.folder, 'drafts.sqlite'));
    const draft = beside.prepare(`SELECT sql FROM sqlite_master WHERE name = 'draft'`).get() as {
      sql: string;
    };
    beside.exec('ALTER TABLE draft RENAME TO put_aside');
    const asked = '/programmes/county/record?search=secret';
    const answer = await server.get(asked, { ...office, accept: 'text/html' });
    beside.exec('ALTER TABLE put_aside RENAME TO draft');
    beside.close();
    expect(draft.sql).toContain('draft');
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain('no such table');
    const accident = await server.untilLogged('accident');
    expect(accident).toMatchObject({
      level: 'error',
      person: 'demo-programme-office',
      reqId: answer.headers.get('x-request-id'),
      err: {
        message: 'no such table: draft',
        stack: expect.stringMatching(/SqliteError: no such table: draft\n\s+at .*draft-file/) as unknown,
      },
    });
    expect(JSON.stringify(accident)).not.toContain('secret');
    expect((await server.get(asked, office)).status).toBe(200);
  });
});
