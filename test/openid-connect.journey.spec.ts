import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { BuiltServer, type Answer } from './built-server.js';
import { OpenIdProvider } from './identity/provider.js';
import { told, Visitor } from './identity/visitor.js';

let provider: OpenIdProvider;
let server: BuiltServer;

beforeAll(async () => {
  provider = await OpenIdProvider.start();
  server = await BuiltServer.start({ settings: provider.settings({ MINUTEBOOK_LOG_LEVEL: 'warn' }) });
});
afterAll(async () => {
  await server.stopAndForget();
  provider.stop();
});

const visitor = () => new Visitor(() => server);
const office = { sub: 'officer-1', name: 'Head of programme office', roles: ['kent:programme-office'] };
const everything = { sub: 'chief', name: 'Head of digital', roles: ['*:administrator'] };
const codeOf = ({ body }: Answer) => String(body['type']).split(':').at(-1);
const asProgram = { accept: 'application/json' };

describe('Where people sign in by OpenID Connect', () => {
  it('nothing opens before, and a page leads there and back', async () => {
    const somebody = visitor();
    const page = '/programmes/kent/reviews?asAt=2014-06-01';
    const led = await somebody.go(page);
    expect(told(led)).toBe(`303 /sign-in?return=${encodeURIComponent(page)}`);
    expect(told(await somebody.signInAs(office, page))).toBe(`303 ${page}`);
    expect((await somebody.go(page)).text).toContain('Signed in as Head of programme office');
    for (const open of ['/health', '/cookies', '/accessibility']) {
      expect((await visitor().go(open)).status).toBe(200);
    }
    expect((await visitor().go('/api/programmes', { headers: asProgram })).status).toBe(401);
  });

  it('the provider is asked with PKCE, a state and a nonce', async () => {
    const asked = new URL((await visitor().go('/sign-in')).headers.get('location') ?? '').searchParams;
    expect([asked.get('code_challenge_method'), asked.get('response_type')]).toEqual(['S256', 'code']);
    for (const name of ['code_challenge', 'state', 'nonce']) expect(asked.get(name)).toMatch(/^[\w-]{40,}$/);
  });

  it('roles come from the claim, a programme each, and open no other', async () => {
    const somebody = visitor();
    await somebody.signInAs(office);
    expect((await somebody.go('/programmes/kent')).status).toBe(404);
    expect(told(await somebody.go('/programmes/essex'))).toBe('403 You have no role in this programme');
    expect(told(await somebody.go('/sessions'))).toBe('403 Only administrators do this');
    expect(told(await somebody.go('/audit-log'))).toBe(
      '403 Only governance and administrators read the audit log',
    );
  });

  it.each([
    [undefined],
    [[]],
    [['king']],
    [['*:king']],
    [['kent:programme-office:x']],
    [{ '*': 'administrator' }],
    [7],
  ])('a claim of %j gives no role, and nobody is signed in', async (roles) => {
    const somebody = visitor();
    expect(told(await somebody.signInAs({ ...office, roles }))).toBe('403 You have no role here');
    expect(somebody.cookie('minutebook')).toBeUndefined();
  });

  it('a name from the provider shows as text, whatever it holds', async () => {
    const name = '<script>alert(1)</script>"><img src=x onerror=alert(1)>';
    const somebody = visitor();
    await somebody.signInAs({
      ...everything,
      sub: 'mallory',
      name,
      roles: ['*:administrator', '<b>:reporting'],
    });
    for (const page of ['/cookies', '/sessions', '/audit-log', '/your-sessions']) {
      const { status, text } = await somebody.go(page);
      expect([status, /<script>alert|<img|<b>:/.test(text)]).toEqual([200, false]);
      expect(text).toContain('&lt;script&gt;alert(1)');
    }
  });
});

describe('An answer of the provider', () => {
  it('is good once, and in the browser that asked', async () => {
    const [somebody, thief] = [visitor(), visitor()];
    const back = await somebody.atProvider(office);
    await thief.go('/sign-in');
    expect(told(await thief.go(back))).toBe('403 This sign-in is out of date');
    expect((await somebody.go(back)).status).toBe(303);
    expect(told(await somebody.go(back))).toBe('403 This sign-in is out of date');
  });

  it('with the code of an earlier one is refused', async () => {
    const somebody = visitor();
    const first = await somebody.atProvider(office);
    await somebody.go(first);
    const second = new URL(await somebody.atProvider(office), provider.pages);
    second.searchParams.set('code', new URL(first, provider.pages).searchParams.get('code') ?? '');
    expect(told(await somebody.go(second.pathname + second.search))).toBe('403 You are not signed in');
  });

  it('of another issuer, without its state or with another’s is refused', async () => {
    const change = async (name: string, value: string | undefined) => {
      const somebody = visitor();
      const back = new URL(await somebody.atProvider(office), provider.pages);
      if (value === undefined) back.searchParams.delete(name);
      else back.searchParams.set(name, value);
      const answer = await somebody.go(back.pathname + back.search);
      return [answer.status, somebody.cookie('minutebook')];
    };
    expect(await change('iss', 'https://evil.example')).toEqual([403, undefined]);
    expect(await change('state', undefined)).toEqual([403, undefined]);
    expect(await change('state', 'guessed')).toEqual([403, undefined]);
    expect(await change('code', 'guessed')).toEqual([403, undefined]);
  });

  it('never leads to another site', async () => {
    for (const evil of ['https://evil.example', '//evil.example', '/\\evil.example']) {
      expect(told(await visitor().signInAs(office, evil))).toBe('303 /');
    }
  });

  it('is not waited for where the provider is not the one that was set', async () => {
    const other = provider.issuer.replace('127.0.0.1', 'localhost');
    const elsewhere = await BuiltServer.start({
      settings: provider.settings({ MINUTEBOOK_OIDC_ISSUER: other }),
    });
    const answer = await new Visitor(() => elsewhere).go('/sign-in');
    expect(told(answer)).toBe('503 The provider of sign-ins does not answer');
    await elsewhere.stopAndForget();
  });
});

describe('A session', () => {
  it('has another id after each sign-in, and a changed one is nobody’s', async () => {
    const somebody = visitor();
    somebody.plant('minutebook', 'planted-by-another');
    await somebody.signInAs(office);
    const first = String(somebody.cookie('minutebook'));
    await somebody.signInAs(office);
    expect(new Set(['planted-by-another', first, somebody.cookie('minutebook')]).size).toBe(3);
    for (const changed of [
      first,
      `${first}x`,
      `${String(somebody.cookie('minutebook')).slice(0, -1)}_`,
      '%00',
      '',
    ]) {
      const thief = visitor();
      thief.plant('minutebook', changed);
      expect((await thief.go('/programmes/kent')).status).toBe(303);
    }
  });

  it('is ended by an administrator, by its person everywhere, and by signing out', async () => {
    const [one, other, chief] = [visitor(), visitor(), visitor()];
    await one.signInAs(office);
    await other.signInAs(office);
    await chief.signInAs(everything);
    const isIn = async (who: Visitor) => (await who.go('/programmes/kent')).status !== 303;
    const page = await chief.go('/sessions');
    const [, session = ''] =
      /name="session" value="([^"]+)"/.exec((await one.go('/your-sessions')).text) ?? [];
    expect(page.text).toContain(session);
    await chief.send('/sessions/end', page, { session });
    expect([await isIn(one), await isIn(other)].sort()).toEqual([false, true]);
    const left = (await isIn(one)) ? one : other;
    await visitor().signInAs(office);
    expect((await left.send('/sign-out-everywhere', await left.go('/your-sessions'))).status).toBe(303);
    expect(await isIn(left)).toBe(false);
    expect((await chief.go('/sessions')).text.match(/Head of programme office<\/h2>/g)).toBeNull();
    // Nobody ends another's without that role.
    await one.signInAs(office);
    const [, chiefs = ''] =
      /name="session" value="([^"]+)"/.exec((await chief.go('/your-sessions')).text) ?? [];
    await one.send('/sessions/end', await one.go('/your-sessions'), { session: chiefs });
    expect(await isIn(chief)).toBe(true);
    const out = new URL(
      (await chief.send('/sign-out', await chief.go('/cookies'))).headers.get('location') ?? '',
    );
    expect([out.origin, out.searchParams.get('post_logout_redirect_uri')]).toEqual([
      provider.issuer,
      `${provider.pages}/signed-out`,
    ]);
    expect((await fetch(out)).status).toBe(200);
    expect(await isIn(chief)).toBe(false);
  });

  it('is still there after the server was killed, and not after it was idle', async () => {
    const somebody = visitor();
    await somebody.signInAs(office);
    const { folder } = server;
    await server.stop('SIGKILL');
    server = await BuiltServer.start({
      folder,
      settings: provider.settings({ MINUTEBOOK_LOG_LEVEL: 'warn' }),
    });
    const page = '/your-sessions';
    expect((await somebody.go(page)).status).toBe(200);
    await server.stop();
    const settings = provider.settings({ MINUTEBOOK_SESSION_IDLE: '0.0001' });
    server = await BuiltServer.start({ folder, settings });
    expect((await somebody.go(page)).status).toBe(303);
    await server.stop();
    // The others have time enough.
    const patient = provider.settings({ MINUTEBOOK_LOG_LEVEL: 'warn' });
    server = await BuiltServer.start({ folder, settings: patient });
  });
});

describe('A bearer token', () => {
  const ask = (token: string) =>
    server.get('/api/programmes', { authorization: `Bearer ${token}`, ...asProgram });
  const roles = ['kent:programme-office'];

  it('of the provider records in its programme, under an id that says nothing of the person', async () => {
    const authorization = `Bearer ${await provider.token({ roles })}`;
    const start = { name: 'Facing the Challenge', effectiveOn: '2013-07-18' };
    const recorded = await server.issue('kent', 'start-programme', start, { authorization });
    expect(recorded.status).toBe(201);
    const [{ envelope }] = recorded.body['events'] as [{ envelope: Record<string, string> }];
    expect(envelope).toMatchObject({ capacity: 'programme-office' });
    expect(envelope['actor']).toMatch(/^person-[\w-]{22}$/);
    expect((await server.issue('essex', 'start-programme', start, { authorization })).status).toBe(403);
    expect((await ask(await provider.token({ roles }))).body['programmes']).toEqual(['kent']);
    expect((await ask(await provider.token({ roles: ['essex:reporting'] }))).body['programmes']).toEqual([]);
  });

  it('that is not good here and now is nobody’s', async () => {
    const past = Math.floor(Date.now() / 1000) - 60;
    const good = await provider.token({ roles });
    const [head = '', claims = '', signature = ''] = good.split('.');
    const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
    const keys = (await (await fetch(`${provider.issuer}/jwks`)).text()).toString();
    const shared = `${encoded({ alg: 'HS256', kid: 'one' })}.${claims}`;
    const bad = {
      expired: await provider.token({ roles, exp: past }),
      'without an end': await provider.token({ roles, exp: undefined }),
      'not yet good': await provider.token({ roles, nbf: past + 3600 }),
      'of another issuer': await provider.token({ roles, iss: 'https://evil.example' }),
      'for somebody else': await provider.token({ roles, aud: 'another-api' }),
      'for signing in': await provider.token({ roles, aud: 'minutebook' }),
      'of nobody': await provider.token({ roles, sub: undefined }),
      'without the day of its issue': await provider.token({ roles, iat: undefined }),
      'issued tomorrow': await provider.token({ roles, iat: past + 86_400, exp: past + 90_000 }),
      unsigned: `${encoded({ alg: 'none' })}.${claims}.`,
      'signed with what all can read': `${shared}.${createHmac('sha256', keys).update(shared).digest('base64url')}`,
      changed: `${head}.${encoded({ roles: ['*:administrator'] })}.${signature}`,
      'of the demonstration': 'demo-administrator',
    };
    expect((await ask(good)).status).toBe(200);
    const old = await ask(await provider.token({ roles, iat: past - 13 * 3600, exp: past + 3600 }));
    expect([old.status, codeOf(old)]).toEqual([401, 'token-too-old']);
    for (const [what, token] of Object.entries(bad)) {
      const answer = await ask(token);
      expect([what, answer.status, codeOf(answer)]).toEqual([what, 401, 'unknown-token']);
    }
  });
});

describe('A token that is good, of somebody without a role', () => {
  it('is a 403 that says so, and the log has the names of its claims and nothing that they say', async () => {
    const token = await provider.token({ roles: ['king'], realm_access: { roles: ['secret'] } });
    const answer = await server.get('/api/programmes', { authorization: `Bearer ${token}`, ...asProgram });
    expect([answer.status, codeOf(answer), answer.body['carried']]).toEqual([
      403,
      'no-role',
      ['aud', 'exp', 'iat', 'iss', 'realm_access.roles', 'roles', 'sub'],
    ]);
    const chief = visitor();
    await chief.signInAs(everything);
    const lines = (await chief.go('/audit-log.csv?what=refused')).text;
    expect(lines).toContain('no-role: carried aud, exp, iat, iss, realm_access.roles, roles, sub');
    expect(lines).not.toMatch(/king|secret/);
    const logged = await server.untilLogged('refused');
    expect(logged).toMatchObject({
      level: 'warn',
      refused: expect.stringContaining('realm_access.roles') as unknown,
    });
    expect(JSON.stringify(logged)).not.toMatch(/king|secret|eyJ/);
  });
});

describe('Where the roles stand within a claim', () => {
  it('a dotted name leads there, and one text may hold several', async () => {
    const nested = await BuiltServer.start({
      settings: provider.settings({ MINUTEBOOK_OIDC_CLAIM: 'realm_access.roles' }),
    });
    const programmes = async (claims: object) => {
      const token = await provider.token({ ...claims });
      return (await nested.get('/api/programmes', { authorization: `Bearer ${token}`, ...asProgram })).status;
    };
    expect(await programmes({ realm_access: { roles: ['kent:reporting', 'offline_access'] } })).toBe(200);
    expect(await programmes({ realm_access: { roles: 'offline_access kent:reporting' } })).toBe(200);
    expect(await programmes({ realm_access: { roles: 'offline_access,kent:reporting' } })).toBe(200);
    expect(await programmes({ roles: ['kent:reporting'] })).toBe(403);
    await nested.stopAndForget();
  });
});

describe('The audit log', () => {
  it('has every sign-in, refusal and export, and no token, code or cookie', async () => {
    const chief = visitor();
    await chief.signInAs(everything);
    const lines = (await chief.go('/audit-log.csv')).text;
    for (const what of ['signed-in', 'signed-out', 'session-ended', 'refused'])
      expect(lines).toContain(`,${what},`);
    expect(lines).toContain('not-administrator');
    expect(lines).toContain('sign-in-out-of-date');
    expect(lines).not.toMatch(/code=|state=|eyJ|Bearer/);
    expect(lines).not.toContain(String(chief.cookie('minutebook')));
    expect((await chief.go('/audit-log.csv?what=exported')).text).toContain('/audit-log.csv');
    expect((await chief.go('/audit-log?what=signed-in&before=2')).status).toBe(200);
    expect((await chief.go('/audit-log?what=stolen')).status).toBe(400);
    expect((await chief.go('/audit-log?since=1')).status).toBe(400);
  });
});
