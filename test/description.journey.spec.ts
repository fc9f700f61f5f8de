import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import { BuiltServer } from './built-server.js';

/** Kent, asked for every view; what it answers is held to the schema that the description of the API gives of it. */
let server: BuiltServer;
let checks: FastifyInstance;

beforeAll(async () => {
  server = await BuiltServer.startWithKent();
});
afterAll(async () => {
  await checks.close();
  await server.stopAndForget();
});

type Schema = Readonly<Record<string, unknown>>;
interface Operation {
  readonly tags: readonly string[];
  readonly responses: { readonly 200: { readonly content: Readonly<Record<string, { schema: Schema }>> } };
}

const kent = '/api/programmes/kent';
const programme = '/api/programmes/{programme}';
/** What two dates or two states of knowledge are asked with. */
const queries: Readonly<Record<string, string>> = {
  [`${programme}/changes`]: '&from=2014-01-01&to=2014-06-01',
  [`${programme}/restatement`]: '&asAt=2014-05-01&knownAt=2014-05-01',
};

/** A schema that permits only what it names. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { properties = {} } = schema as { readonly properties?: Schema };
  const inside = Object.entries(schema).map(([name, value]): [string, unknown] => [name, closed(value)]);
  return Object.fromEntries([
    ...(Object.keys(properties).length > 0 ? [['additionalProperties', false]] : []),
    ...inside,
  ]) as Schema;
}

/** The ids of the first things of a list. */
async function someOf(list: string): Promise<readonly string[]> {
  const { body } = await server.get(`${kent}/${list}`);
  return (body[list] as readonly { readonly id: string }[]).slice(0, 20).map(({ id }) => id);
}

describe('An answer of Kent', () => {
  it('holds what the description of the API says of it, and nothing else', async () => {
    const { paths } = (await server.get('/api/openapi.json')).body as {
      readonly paths: Readonly<Record<string, { readonly get?: Operation }>>;
    };
    checks = fastify({
      bodyLimit: 100_000_000,
      ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false } },
    });
    const described = Object.entries(paths).flatMap(([path, { get }]): [string, Schema][] => {
      const schema = get?.tags.includes('Views') && get.responses[200].content['application/json']?.schema;
      return schema && schema['properties'] !== undefined ? [[path, schema]] : [];
    });
    for (const [n, [, schema]] of described.entries())
      checks.post(`/${n}`, { schema: { body: closed(schema) } }, () => 'as it says');
    const checking = await checks.listen();
    let rows = 0;
    for (const [n, [path]] of described.entries()) {
      const [, list = ''] = /\{programme\}\/([^/]+)\/\{id\}/.exec(path) ?? [];
      for (const id of list === '' ? [''] : await someOf(list === 'history' ? 'units' : list)) {
        const address = path.replace(programme, kent).replace('{id}', id);
        const { body, text } = await server.get(`${address}?${queries[path] ?? ''}`);
        const headers = { 'content-type': 'application/json' };
        const checked = await fetch(`${checking}/${n}`, { method: 'POST', headers, body: text });
        expect([address, await checked.text()]).toEqual([address, 'as it says']);
        rows += Object.values(body).filter((value) => Array.isArray(value) && value.length > 0).length;
      }
    }
    expect(described.length).toBeGreaterThan(45);
    expect(rows).toBeGreaterThan(100);
  }, 120_000);
});
