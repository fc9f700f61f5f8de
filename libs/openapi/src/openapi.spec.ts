import { DemonstrationSignIn, NoSignIn, OpenIdConnectSignIn, type SignInPolicy } from '#signing-in';
import { describe, expect, it } from '@jest/globals';
import { commandNames } from '#intake';
import { registers } from '#read-model';
import { addresses } from './addresses.js';
import { openApi } from './openapi.js';

type Json = Record<string, unknown>;
const description = openApi(new DemonstrationSignIn()) as {
  openapi: string;
  paths: Record<string, Record<string, { parameters: Json[]; responses: Json; operationId?: string }>>;
  components: Record<string, Json>;
};

const provider = {
  ...{ issuer: 'https://id.example.org', clientId: 'minutebook', clientSecret: 'a secret' },
  ...{ url: 'https://minutebook.example.org', scope: 'openid', claim: 'roles' },
  ...{ mapping: undefined, audience: undefined, tokenLongest: 12 * 60 * 60_000 },
};

/** Every value under a name, however deep. */
function under(name: string, value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value as Json).flatMap(([key, inside]): unknown[] => [
    ...(key === name ? [inside] : []),
    ...under(name, inside),
  ]);
}

describe('The description of the API', () => {
  it('is OpenAPI 3.1', () => {
    expect(description.openapi).toBe('3.1.0');
  });

  it.each<[string, SignInPolicy, object[], string]>([
    ['nobody signs in', new NoSignIn(), [{ bearer: [] }, {}], 'no token is good and nothing is recorded'],
    ['roles are picked', new DemonstrationSignIn(), [{ bearer: [] }, { session: [] }, {}], 'demo-governance'],
    [
      'a provider signs in',
      new OpenIdConnectSignIn({ ...provider, audience: 'minutebook-api' }),
      [{ bearer: [] }, { session: [] }],
      'Nothing is read without a token or a session. Tokens are those of https://id.example.org for minutebook-api',
    ],
    [
      'a provider signs in to pages only',
      new OpenIdConnectSignIn(provider),
      [{ bearer: [] }, { session: [] }],
      'no token is good: the operator has named no audience',
    ],
  ])('says who may ask where %s', (_how, policy, security, words) => {
    const said = openApi(policy) as { security: object[]; components: { securitySchemes: object } };
    expect(said.security).toEqual(security);
    expect(JSON.stringify(said.components.securitySchemes)).toContain(words);
  });

  it('has every command under its own address', () => {
    const commands = Object.keys(description.paths).filter((path) => path.includes('/commands/'));
    expect(commands).toEqual(
      [...commandNames, 'batch'].map((name) => `/api/programmes/{programme}/commands/${name}`),
    );
  });

  it('has every address of the server, and no other', () => {
    const described = Object.entries(description.paths).map(([path, methods]) => {
      const template = path
        .replace(/\/commands\/.*$/, '/commands/{command}')
        .replace(/\/registers\/[^/]+$/, '/registers/{id}')
        .replace(
          /^(\/api\/programmes\/\{programme\})\/(?!commands|import|events|reports\/\{id\}\/|decisions\/\{id\}\/)[^/]+/,
          '$1/{view}',
        );
      return `${Object.keys(methods).join(',')} ${template}`;
    });
    const answered = addresses.map(({ path, methods }) => `${methods.join(',')} ${path}`);
    expect([...new Set(described)].sort()).toEqual([...answered].sort());
  });

  it('has every register under its own address, with its own filters', () => {
    const described = Object.keys(description.paths).filter((path) => path.includes('/registers/'));
    expect(described).toEqual(registers.map(({ name }) => `/api/programmes/{programme}/registers/${name}`));
    const urgent = description.paths['/api/programmes/{programme}/registers/urgent-decisions']?.['get'];
    expect(urgent?.parameters.map(({ name }) => name)).toContain('quarter');
  });

  it('says of a list what each of its rows holds, and when the answer is of', () => {
    const themes = description.paths['/api/programmes/{programme}/themes']?.['get'];
    const { 200: answer } = themes?.responses as { 200: { content: Record<string, { schema: Json }> } };
    const { schema } = answer.content['application/json'] ?? {};
    expect(schema?.['required']).toEqual(['themes', 'asAt', 'knownAt', 'position', 'meta']);
    expect(schema?.['properties']).toMatchObject({
      themes: {
        type: 'array',
        items: {
          properties: { number: { type: 'integer', minimum: 0 }, adoptedOn: { format: 'date' } },
          required: ['id', 'number', 'title', 'adoptedOn', 'provenance'],
        },
      },
      asAt: { type: 'string', format: 'date' },
    });
  });

  it('refers only to what is in it', () => {
    const references = under('$ref', description) as string[];
    expect(references.length).toBeGreaterThan(100);
    for (const reference of references) {
      const [, , kind = '', name = ''] = reference.split('/');
      expect([reference, name in (description.components[kind] ?? {})]).toEqual([reference, true]);
    }
  });

  it('names every part of a path as a parameter, and no parameter twice', () => {
    for (const [path, methods] of Object.entries(description.paths)) {
      for (const { parameters } of Object.values(methods)) {
        const whole = parameters.map((parameter) => {
          const { $ref } = parameter as { $ref?: string };
          const name = $ref?.split('/').at(-1);
          return (name !== undefined ? description.components['parameters']?.[name] : parameter) as {
            name: string;
            in: string;
          };
        });
        const inPath = whole.filter((parameter) => parameter.in === 'path').map(({ name }) => `{${name}}`);
        expect([path, inPath]).toEqual([path, path.match(/\{\w+\}/g) ?? []]);
        expect(new Set(whole.map(({ name }) => name)).size).toBe(whole.length);
      }
    }
  });

  it('answers every operation with a problem where it is refused', () => {
    for (const methods of Object.values(description.paths)) {
      for (const { responses } of Object.values(methods)) expect(responses).toHaveProperty('default');
    }
  });
});
