import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BuiltServer } from './built-server.js';
import { told, Visitor } from './identity/visitor.js';

let server: BuiltServer;

beforeAll(async () => {
  server = await BuiltServer.start();
});
afterAll(() => server.stopAndForget());

const visitor = () => new Visitor(() => server);

describe('Whoever signs in to a demonstration', () => {
  it('picks a role, comes back to where they were, and is named on every page', async () => {
    const office = visitor();
    const back = '/programmes/kent?asAt=2014-06-01';
    expect(told(await office.signIn('programme-office', back))).toBe(`303 ${back}`);
    const { text } = await office.go('/cookies');
    expect(text).toContain('Signed in as Programme office');
    expect((await visitor().go('/cookies')).text).not.toContain('Signed in as');
  });

  it('must pick one', async () => {
    const somebody = visitor();
    const page = await somebody.go('/sign-in');
    for (const role of ['', 'king']) {
      expect((await somebody.send('/sign-in', page, { role })).text).toContain('Select a role');
    }
    expect(somebody.cookie('minutebook')).toBeUndefined();
  });

  it('gets a new session each time, whatever cookie somebody planted', async () => {
    const office = visitor();
    office.plant('minutebook', 'planted');
    await office.signIn('governance');
    const first = office.cookie('minutebook');
    await office.signIn('governance');
    expect(new Set(['planted', first, office.cookie('minutebook')]).size).toBe(3);
    const thief = visitor();
    thief.plant('minutebook', String(first));
    expect((await thief.go('/cookies')).text).not.toContain('Signed in as');
  });

  it('signs out, and is out', async () => {
    const office = visitor();
    await office.signIn('reporting');
    const session = String(office.cookie('minutebook'));
    const page = await office.go('/cookies');
    expect(told(await office.send('/sign-out', page))).toBe('303 /signed-out');
    office.plant('minutebook', session);
    expect((await office.go('/cookies')).text).not.toContain('Signed in as');
  });
});

describe('A form that somebody else made', () => {
  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['a page that says it is of another site', { 'sec-fetch-site': 'cross-site' }],
    ['nowhere', { origin: 'null' }],
  ])('from %s is refused, and nothing is done', async (_where, headers) => {
    const office = visitor();
    await office.signIn('programme-office');
    const page = await office.go('/cookies');
    expect(told(await office.send('/sign-out', page, {}, headers))).toBe('403 Another site sent this');
    expect((await office.go('/cookies')).text).toContain('Signed in as');
  });

  it('without the token of this browser is refused, also to sign somebody in', async () => {
    const office = visitor();
    await office.signIn('programme-office');
    const others = await visitor().go('/sign-in');
    expect(told(await office.send('/sign-out', others))).toBe('403 This form is out of date');
    expect(told(await visitor().send('/sign-in', others, { role: 'administrator' }))).toBe(
      '403 This form is out of date',
    );
  });

  it('never reaches the API, and a session records nothing there', async () => {
    const office = visitor();
    await office.signIn('programme-office');
    const path = '/api/programmes/county/commands/start-programme';
    const form = { method: 'POST', body: new URLSearchParams({ name: 'County' }) };
    expect((await office.go(path, { ...form, headers: { accept: '*/*' } })).status).toBe(401);
    const json = {
      method: 'POST',
      body: '{}',
      headers: { accept: '*/*', 'content-type': 'application/json' },
    };
    expect((await office.go(path, json)).status).toBe(401);
  });
});
