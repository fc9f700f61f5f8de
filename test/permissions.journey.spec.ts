import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandNames } from '#intake';
import { registers } from '#read-model';
import { rules, type Needs } from '#signing-in';
import { roles, type Role } from '#signing-in';
import { views } from '#views';
import { BuiltServer } from './built-server.js';
import { OpenIdProvider } from './identity/provider.js';

type Mode = 'none' | 'demonstration' | 'openid-connect';
/** Somebody with a role in every programme, in this one or in another; or nobody. */
type Who = Role | `${Role} here` | `${Role} elsewhere` | 'nobody';

const servers = new Map<Mode, BuiltServer>();
const tokens = new Map<Who, string>();
let provider: OpenIdProvider;

beforeAll(async () => {
  provider = await OpenIdProvider.start();
  const inMode = async (mode: Mode, settings: Record<string, string>) => {
    const folder = mkdtempSync(join(tmpdir(), 'minutebook-'));
    servers.set(mode, await BuiltServer.start({ folder, settings }));
  };
  await Promise.all([
    inMode('none', { MINUTEBOOK_SIGN_IN: 'none' }),
    inMode('demonstration', { MINUTEBOOK_SIGN_IN: 'demonstration' }),
    inMode('openid-connect', provider.settings()),
  ]);
  for (const role of roles) {
    tokens.set(role, await provider.token({ roles: [`*:${role}`] }));
    tokens.set(`${role} here`, await provider.token({ roles: [`kent:${role}`] }));
    tokens.set(`${role} elsewhere`, await provider.token({ roles: [`essex:${role}`] }));
  }
});
afterAll(async () => {
  for (const server of servers.values()) await server.stopAndForget();
  provider.stop();
});

/** The addresses of a rule: every command, every view, and one of everything else. */
function addressesOf(pattern: string): string[] {
  const inKent = pattern.replace(':programme', 'kent');
  const all = pattern.endsWith('/commands/:name')
    ? commandNames.map((name) => inKent.replace(':name', name))
    : pattern.endsWith('/:view')
      ? [...views.keys()].map((name) => inKent.replace(':view', name))
      : pattern.endsWith('/:view/:id')
        ? [...[...views.keys()].map((name) => inKent.replace(':view', name)), ...registerAddresses]
        : [inKent];
  return all.map((address) => address.replace(/:\w+/g, 'anything'));
}
const registerAddresses = registers.map(({ name }) => `/api/programmes/kent/registers/${name}`);

/** Every address with its method and what it needs. */
const everything = Object.entries(rules).flatMap(([rule, needs]) => {
  const [method = '', pattern = ''] = rule.split(' ');
  const ofOneProgramme = pattern.includes(':programme');
  return addressesOf(pattern).map((address) => ({ method, address, needs, ofOneProgramme }));
});

/** What each role may do, written out a second time. */
const able: Readonly<Record<Exclude<Needs, 'nothing' | 'signed-in'>, readonly Role[]>> = {
  read: ['programme-office', 'governance', 'reporting', 'administrator'],
  record: ['programme-office'],
  import: ['programme-office', 'administrator'],
  audit: ['governance', 'administrator'],
  operate: ['administrator'],
  'operate-or-token': ['administrator'],
};

/** 401, 403, or that it goes through to be answered. */
function expected(mode: Mode, who: Who, { needs, ofOneProgramme }: (typeof everything)[number]): string {
  if (needs === 'nothing') return 'through';
  if (who === 'nobody') return needs === 'read' && mode !== 'openid-connect' ? 'through' : '401';
  if (mode === 'none') return '401';
  if (needs === 'signed-in') return 'through';
  const [role = '', where] = who.split(' ');
  if (!able[needs].includes(role as Role)) return '403';
  if (where === undefined) return 'through';
  if (ofOneProgramme) return where === 'here' ? 'through' : '403';
  return needs === 'read' ? 'through' : '403';
}

async function answered(
  mode: Mode,
  who: Who,
  { method, address }: (typeof everything)[number],
): Promise<string> {
  const server = servers.get(mode) as BuiltServer;
  const token = mode === 'openid-connect' ? tokens.get(who) : `demo-${who}`;
  const answer = await server.ask(address, {
    method,
    redirect: 'manual',
    headers: {
      accept: 'application/json',
      ...(who !== 'nobody' && { authorization: `Bearer ${token ?? ''}` }),
      ...(method === 'POST' && { 'content-type': 'application/json' }),
    },
    ...(method === 'POST' && { body: '{}' }),
  });
  return answer.status === 401 || answer.status === 403 ? String(answer.status) : 'through';
}

const someRoles: readonly Who[] = [...roles, 'nobody'];
const ofProgrammes: readonly Who[] = roles.flatMap((role): Who[] => [`${role} here`, `${role} elsewhere`]);

describe('Every command, view, page and operation', () => {
  const asked = everything.filter(({ method, address }) => method === 'GET' || address.startsWith('/api/'));

  it('is in the matrix', () => {
    expect(asked.length).toBeGreaterThan(130);
    for (const name of commandNames) {
      expect(asked.map(({ address }) => address)).toContain(`/api/programmes/kent/commands/${name}`);
    }
  });

  it.each([
    ['none', someRoles],
    ['demonstration', someRoles],
    ['openid-connect', [...someRoles, ...ofProgrammes]],
  ] as const)('answers each role and nobody as the table says: sign-in %s', async (mode, people) => {
    const wrong: string[] = [];
    for (const who of people) {
      await Promise.all(
        asked
          // What goes to the provider needs nobody, and has its own journey.
          .filter(({ address }) => !address.startsWith('/sign-in'))
          .map(async (one) => {
            const [is, should] = [await answered(mode, who, one), expected(mode, who, one)];
            if (is !== should)
              wrong.push(`${who}: ${one.method} ${one.address} is ${is}, should be ${should}`);
          }),
      );
    }
    expect(wrong).toEqual([]);
  });

  it('that a page sends records nothing for a token, a role or nobody without the form', async () => {
    const sent = everything.filter(
      ({ method, address }) => method === 'POST' && !address.startsWith('/api/'),
    );
    expect(sent.length).toBeGreaterThan(10);
    for (const [mode, server] of servers) {
      const position = async () => (await server.get('/health')).body['position'];
      const before = await position();
      for (const who of someRoles) {
        for (const one of sent) {
          const token = mode === 'openid-connect' ? tokens.get(who) : `demo-${who}`;
          const { status, headers } = await server.ask(one.address, {
            method: 'POST',
            redirect: 'manual',
            body: new URLSearchParams({ role: 'administrator' }),
            headers: who === 'nobody' ? {} : { authorization: `Bearer ${token ?? ''}` },
          });
          // What was typed is kept at most, for whoever signs in and looks at it again.
          const isKept =
            one.address.includes('/record/') &&
            (who === 'nobody' || who === 'programme-office') &&
            /^\/sign-in\?return=|[?&]confirm=yes$/.test(headers.get('location') ?? '');
          const outcome = status >= 400 || (mode !== 'none' && isKept);
          expect([mode, who, one.address, outcome]).toEqual([mode, who, one.address, true]);
        }
      }
      expect(await position()).toBe(before);
    }
  });
});
