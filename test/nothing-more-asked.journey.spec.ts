import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rules } from '#signing-in';
import { BuiltServer, type Answer } from './built-server.js';
import { Visitor } from './identity/visitor.js';

let server: BuiltServer;
const office = new Visitor(() => server);
const administrator = new Visitor(() => server);
/** A draft of the office and an entry: what stands in an address where it has a part of its own. */
const parts: Record<string, string> = {};

beforeAll(async () => {
  server = await BuiltServer.startWithKent();
  await office.signIn('programme-office');
  await administrator.signIn('administrator');
  const form = await office.go('/programmes/kent/record/new/close-unit');
  const begun = await office.send('/programmes/kent/record/new/close-unit', form, { unit: 'legal-services' });
  const [, draft = ''] = /drafts\/([^/]+)/.exec(begun.headers.get('location') ?? '') ?? [];
  const { body } = await server.get('/api/programmes/kent/history?limit=1');
  const [entry] = body['history'] as { id: string }[];
  Object.assign(parts, {
    programme: 'kent',
    draft,
    entry: entry?.id,
    command: 'close-unit',
    name: 'close-unit',
  });
});
afterAll(() => server.stopAndForget());

/** What the provider of a sign-in sends back is the provider's to say. */
const ofTheProvider = 'GET /sign-in/callback';

const routes = Object.keys(rules)
  .filter((route) => route !== ofTheProvider)
  .map((route) => route.split(' ') as [method: string, pattern: string]);

/** A thing of Kent that an address of this shape is about. */
function idIn(pattern: string): string {
  const [, list = ''] = /:programme\/([a-z]+)\/:id/.exec(pattern) ?? [];
  const ids: Readonly<Record<string, string>> = {
    decisions: '17-00055',
    authority: 'cabinet',
    phases: 'phase-1',
    tranches: 'first-market-reviews',
    units: 'heritage',
  };
  return ids[list] ?? 'legal-services';
}

function addressOf(pattern: string): string {
  return pattern.replace(/:(\w+)/g, (_, part: string) => {
    if (part === 'view') return 'reviews';
    if (part === 'name' && pattern.includes('registers')) return 'urgent-decisions';
    return parts[part] ?? idIn(pattern);
  });
}

async function ask(method: string, pattern: string, query: string): Promise<Answer> {
  const address = `${addressOf(pattern)}?${query}`;
  const visitor = /audit|sessions|quarantine|rebuild|metrics|import/.test(pattern) ? administrator : office;
  if (method === 'GET') return visitor.go(address);
  if (!pattern.startsWith('/api')) {
    const page = await visitor.go('/programmes/kent');
    return visitor.send(address, page);
  }
  const role = visitor === administrator ? 'administrator' : 'programme-office';
  return server.ask(address, {
    method,
    headers: { authorization: `Bearer demo-${role}`, 'content-type': 'application/json' },
    body: '{}',
  });
}

describe('Every address there is', () => {
  it('is one of those that permissions know', () => {
    expect(routes.length).toBeGreaterThan(80);
  });

  it.each(routes)('refuses at %s %s what it does not ask, and changes nothing', async (method, pattern) => {
    const { status, text } = await ask(method, pattern, 'nonsense=1');
    expect([status, /nonsense is not asked here|nonsense/.test(text)]).toEqual([400, true]);
  });

  it.each(routes)('refuses at %s %s what is asked twice', async (method, pattern) => {
    const { status } = await ask(method, pattern, 'asAt=2014-04-01&asAt=2015-04-01');
    expect(status).toBe(400);
  });

  it('takes what a provider sends back as that likes', async () => {
    const { status, text } = await office.go('/sign-in/callback?state=x&session_state=y');
    expect([status, text.includes('is not asked here')]).toEqual([404, false]);
  });
});

describe('What is asked of the form of a new entry', () => {
  it('goes along in the address of what is sent, and nothing else does', async () => {
    const path = '/programmes/kent/record/new/close-unit';
    const form = await office.go(path);
    const sent = await office.send(`${path}?decision=13-00074`, form, { unit: 'legal-services' });
    expect(sent.status).toBe(303);
    const twice = await office.send(`${path}?decision=13-00074&decision=17-00055`, form, {
      unit: 'heritage',
    });
    expect([twice.status, twice.text.includes('decision is given more than once')]).toEqual([400, true]);
    const strange = await office.send(`${path}?decsion=13-00074`, form, { unit: 'heritage' });
    expect([strange.status, strange.text.includes('decsion is not asked here')]).toEqual([400, true]);
  });
});
