import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { request } from 'node:http';
import { commandNames } from '#intake';
import { aCommand, historySeed as seed } from '#testing';
import { BuiltServer } from './built-server.js';

let server: BuiltServer;

beforeAll(async () => {
  server = await BuiltServer.start();
  await server.issue('county', 'start-programme', { name: 'County', effectiveOn: '2013-07-18' });
});

afterAll(() => server.stopAndForget());

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: string | undefined;
}

/** Sends bytes as they are: `fetch` would mend a path and refuse a header before the server saw them. */
function send({
  method,
  path,
  headers,
  body,
}: Sent): Promise<{ status: number; type: string; text: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    const sending = request({ hostname, port, method, path, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const type = String(answer.headers['content-type'] ?? '').split(';')[0] ?? '';
        resolve({ status: answer.statusCode ?? 0, type, text: Buffer.concat(chunks).toString() });
      });
    });
    sending.on('error', reject);
    sending.end(body);
  });
}

const odd = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    '',
    ' ',
    '%',
    '%00',
    '../..',
    '__proto__',
    'constructor',
    "'; DROP TABLE event; --",
    '\u{1F600}',
    '=1+1',
    'x'.repeat(3_000),
  ),
);
const views = [
  'overview',
  'phases',
  'reviews',
  'units',
  'services',
  'decisions',
  'registers',
  'history',
  'changes',
  'restatement',
  'reports',
  'themes',
  'settings',
  'unit-budgets',
  'unit-count',
  'savings',
  'waterfall',
];
const names = [
  'asAt',
  'knownAt',
  'minPosition',
  'format',
  'search',
  'from',
  'to',
  'limit',
  'after',
  'kind',
  'status',
  'by',
  'year',
  'entries',
  'missing',
  'quarter',
];

const aPath = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('county', 'nowhere', '%E0%A4%A', '..'),
      fc.constantFrom(...views, 'commands', 'x'),
      fc.option(
        fc.tuple(
          fc.oneof(odd.map(encodeURIComponent), fc.constantFrom('urgent-decisions', 'facts-changed')),
          fc.constantFrom('', '', '/checklist', '/statement'),
        ),
        { nil: undefined },
      ),
      fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names), odd), odd), { maxLength: 4 }),
    )
    .map(([programme, view, id, query]) => {
      const asked = query
        .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
        .join('&');
      return `/api/programmes/${programme}/${view}${id === undefined ? '' : `/${id.join('')}`}?${asked}`;
    }),
  odd.map((text) => `/${encodeURI(text)}`),
);

const aHeader = fc.string({
  minLength: 0,
  maxLength: 40,
  unit: fc.integer({ min: 0x20, max: 0x7e }).map((n) => String.fromCharCode(n)),
});
const someHeaders = fc.dictionary(
  fc.constantFrom(
    'authorization',
    'if-match',
    'idempotency-key',
    'accept',
    'if-none-match',
    'content-type',
    'x-other',
  ),
  aHeader,
);
const office = { authorization: 'Bearer demo-programme-office', 'content-type': 'application/json' };

/** A value as JSON, with what JSON can say and the domain cannot take. */
const aBody = fc.oneof(
  fc.json(),
  fc.jsonValue().map((value) => JSON.stringify(value)),
  fc.constantFrom(
    '',
    '{',
    'null',
    '[]',
    '"\\ud800"',
    '{"__proto__":{"x":1}}',
    '{"unit":"\\ud800","name":"x"}',
    '{"pence":1e400}',
    '{"name":"\\u0000"}',
  ),
);

/** A command that would be taken, with one field turned into anything. */
const aSpoiltCommand = fc.tuple(aCommand, fc.nat(), fc.jsonValue()).map(([command, which, value]) => {
  const { type, programme: _, ...body } = command;
  const fields = Object.keys(body);
  return { name: type, body: { ...body, [fields[which % fields.length] ?? 'x']: value } };
});

const expectRefusedOrAnswered = (
  sent: Sent,
  { status, type, text }: Awaited<ReturnType<typeof send>>,
): void => {
  const shown = { ...sent, body: sent.body?.slice(0, 300), status, text: text.slice(0, 300) };
  if (status >= 500 && status !== 503) throw new Error(`A fault: ${JSON.stringify(shown)}`);
  if (status < 400 || sent.method === 'HEAD') return;
  if (type !== 'application/problem+json' && type !== 'text/html')
    throw new Error(`Not a problem: ${JSON.stringify(shown)}`);
  if (type === 'text/html') return;
  const problem = JSON.parse(text) as Record<string, unknown>;
  expect(problem).toMatchObject({
    status,
    title: expect.any(String) as unknown,
    detail: expect.any(String) as unknown,
  });
  expect(problem['type']).toMatch(/^urn:minutebook:problem:[a-z0-9-]+$/);
};

describe('Whatever is sent', () => {
  it(`to an address is answered or refused as a problem, and never a fault (seed ${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'),
        aPath,
        someHeaders,
        async (method, path, headers) => {
          // A position far ahead is waited for; that wait has its own test.
          fc.pre(!path.includes('minPosition'));
          const sent = { method, path, headers };
          expectRefusedOrAnswered(sent, await send(sent));
        },
      ),
      { seed, numRuns: 1_500 },
    );
  });

  it(`as the body of a command is recorded or refused as a problem (seed ${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...commandNames),
        aBody,
        fc.dictionary(fc.constantFrom('if-match', 'idempotency-key'), aHeader),
        async (name, body, extra) => {
          const sent = {
            method: 'POST',
            path: `/api/programmes/county/commands/${name}`,
            headers: { ...office, ...extra },
            body,
          };
          expectRefusedOrAnswered(sent, await send(sent));
        },
      ),
      { seed, numRuns: 1_500 },
    );
  });

  it(`as a command with one field spoilt is recorded or refused as a problem (seed ${seed})`, async () => {
    const met = new Set<number>();
    await fc.assert(
      fc.asyncProperty(aSpoiltCommand, async ({ name, body }) => {
        const sent = {
          method: 'POST',
          path: `/api/programmes/county/commands/${name}`,
          headers: office,
          body: JSON.stringify(body),
        };
        const answer = await send(sent);
        expectRefusedOrAnswered(sent, answer);
        met.add(answer.status);
      }),
      { seed, numRuns: 1_500 },
    );
    expect([...met]).toEqual(expect.arrayContaining([201, 400, 422]));
  });

  it('leaves the server in health, and every view answering', async () => {
    expect((await server.get('/health')).body).toMatchObject({ status: 'ready' });
    for (const view of ['overview', ...views.filter((name) => !['changes', 'restatement'].includes(name))]) {
      expect((await server.get(`/api/programmes/county/${view}`)).status).toBe(200);
    }
  });
});
