import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BuiltServer, type Answer } from './built-server.js';

let server: BuiltServer;

beforeAll(async () => {
  server = await BuiltServer.start();
});
afterAll(() => server.stopAndForget());

/** A browser without scripts: it keeps cookies, and sends forms as it got them. */
class Visitor {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly on: () => BuiltServer) {}

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  plant(name: string, value: string): void {
    this.cookies.set(name, value);
  }

  async go(path: string, request: RequestInit = {}): Promise<Answer> {
    const answer = await this.on().ask(path, {
      redirect: 'manual',
      ...request,
      headers: {
        accept: 'text/html',
        cookie: [...this.cookies].map((pair) => pair.join('=')).join('; '),
        ...(request.headers as Record<string, string>),
      },
    });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }

  /** Sends the fields of the form of a page, with those given put in. */
  send(
    path: string,
    page: Answer,
    fields: Record<string, string> = {},
    headers: Record<string, string> = {},
  ) {
    const hidden = [...page.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)];
    const made = hidden.map(([, name = '', value = '']) => [name, value] as const);
    const body = new URLSearchParams({ ...Object.fromEntries(made), ...fields });
    return this.go(path, { method: 'POST', body, headers });
  }

  async signIn(role: string, back = '/'): Promise<Answer> {
    const page = await this.go(`/sign-in?return=${encodeURIComponent(back)}`);
    return this.send('/sign-in', page, { role });
  }
}

const visitor = () => new Visitor(() => server);
const told = ({ status, headers, text }: Answer) =>
  `${status} ${headers.get('location') ?? /<h1[^>]*>\s*([^<]*?)\s*</.exec(text)?.[1] ?? ''}`.trim();

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
    expect((await office.go(path, { ...form, headers: { accept: '*/*' } })).status).toBe(415);
    const json = {
      method: 'POST',
      body: '{}',
      headers: { accept: '*/*', 'content-type': 'application/json' },
    };
    expect((await office.go(path, json)).status).toBe(401);
  });
});
