import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { commandNames, describeCommand, type Control } from '#intake';
import { rulesInWords } from '#programme';
import { BuiltServer } from './built-server.js';
import { Visitor } from './identity/visitor.js';

let server: BuiltServer;

beforeAll(async () => {
  server = await BuiltServer.startWithKent();
});
afterAll(() => server.stopAndForget());

/** What the lines of Kent hold, as their commands describe it: ids, codes, and the texts that somebody wrote. */
const ids = new Set<string>();
const words = new Set<string>();
const texts: string[] = [];

function note(control: Control, value: unknown): void {
  if (value === undefined) return;
  if (control.as === 'id') ids.add(value as string);
  else if (control.as === 'choice') words.add(value as string);
  else if (control.as === 'list') for (const one of value as unknown[]) note(control.item, one);
  else if (control.as === 'object')
    for (const { name, control: inside } of control.fields)
      note(inside, (value as Record<string, unknown>)[name]);
  else texts.push(JSON.stringify(value));
}
for (const line of readFileSync('demo/kent/kent.ndjson', 'utf8').trim().split('\n')) {
  const body = JSON.parse(line) as Record<string, unknown> & { readonly command: string };
  for (const { name, control } of describeCommand(body.command)?.fields ?? []) note(control, body[name]);
}
const written = texts.join('\n');

/** Nothing is kept of a person but an opaque id, and nobody may know more: who held an office is said by it. */
const isPerson = (id: string): boolean => /^person-\d{4}$/.test(id);

const codes = [...ids, ...words, ...commandNames, ...rulesInWords].filter((code) => !isPerson(code));
const isInText = (code: string, text: string): boolean =>
  new RegExp(`(?<![\\w/-])${code}(?![\\w/-])`).test(text);
/** Ids and codes that nobody could take for words, and that are no part of what somebody wrote. */
const telling = codes.filter((code) => /[-\d]/.test(code) && !isInText(code, written));
/** Ids that are words: alone they are met as ids. */
const alone = new Set([...ids].filter((id) => /^[a-z]+$/.test(id)));
const anyOf = new RegExp(`(?<![\\w/-])(?:${telling.join('|')}|\\d[\\d,]* pence)(?![\\w/-])`);
const isUuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/;

/** The texts that a reader sees, each as it stands in its place. */
function textsOf(html: string): string[] {
  return html
    .replace(/<(script|style|template)\b[\s\S]*?<\/\1>/g, '')
    .split(/<[^>]*>/)
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');
}

/** Codes that people write so themselves, and what a hint says is to be typed so. */
const allowed = /\bnon-cashable savings\b|such as council-budgets\b/g;

/** What is met on a page that is an id, a code or an amount in pence. */
const met = (html: string): string[] =>
  textsOf(html.replace(allowed, '')).filter(
    (text) => anyOf.test(text) || isUuid.test(text) || alone.has(text),
  );

/** Every address that links lead to: each path once, and once with each way to ask. */
async function crawl(visitor: Visitor, from: string, into: (path: string) => boolean) {
  const queue = [from];
  const seen = new Set(queue);
  const found: string[] = [];
  let pages = 0;
  for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
    const { headers, text } = await visitor.go(address);
    if (!headers.get('content-type')?.startsWith('text/html')) continue;
    pages += 1;
    // An entry that is opened is shown whole, for whoever checks the record against its log: its own id is part of it.
    if (!address.includes('entries=')) found.push(...met(text).map((one) => `${address}: ${one}`));
    for (const [, link = ''] of text.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)) {
      const href = link.replaceAll('&amp;', '&');
      const { pathname, search, searchParams, origin } = new URL(href, `${server.url}${address}`);
      const list = pathname.split('/').slice(0, 4).join('/');
      const asked = [...new Set(searchParams.keys())].sort().join('&');
      const once = search === '' ? pathname : `${list}?${asked}`;
      if (origin !== new URL(server.url).origin || seen.has(once) || !into(pathname)) continue;
      seen.add(once);
      queue.push(`${pathname}${search}`);
    }
  }
  return { pages, found };
}

describe('Nobody meets an id, a code or pence', () => {
  it('on any page of Kent', async () => {
    const { pages, found } = await crawl(
      new Visitor(() => server),
      '/programmes/kent',
      (path) => !path.startsWith('/api'),
    );
    expect(found).toEqual([]);
    expect(pages).toBeGreaterThan(400);
  });

  it('on any page on which the office records', async () => {
    const office = new Visitor(() => server);
    await office.signIn('programme-office');
    const { pages, found } = await crawl(office, '/programmes/kent/record', (path) =>
      path.includes('/record'),
    );
    expect(found).toEqual([]);
    expect(pages).toBeGreaterThan(80);
  });

  it('on the page that checks a new thing, which is called by the name that was typed', async () => {
    const office = new Visitor(() => server);
    await office.signIn('programme-office');
    const path = '/programmes/kent/record/new/register-unit';
    const begun = await office.send(path, await office.go(path), { name: 'Woods and Ponds' });
    const draft = (begun.headers.get('location') ?? '').replace(/\/when.*/, '');
    const dates = { when: 'day', 'when-day': '1 March 2014', decided: 'no' };
    await office.send(`${draft}/when`, await office.go(`${draft}/when`), dates);
    const { text } = await office.go(`${draft}/check`);
    expect(textsOf(text).filter((one) => /woods/i.test(one))).toEqual([
      'Woods and Ponds',
      expect.stringContaining('Nothing about Woods and Ponds that is on the record') as unknown,
    ]);
  });

  it('and would be found out', () => {
    const page = (text: string) => `<main><p>${text}</p></main>`;
    expect(met(page('Decided by county-council-2013-09-19, in short'))).toHaveLength(1);
    expect(met(page('Supplied by complete-decision-record'))).toHaveLength(1);
    expect(met(page('1,200 pence'))).toHaveLength(1);
    expect(met(page('heritage'))).toHaveLength(1);
    expect(met(page('The heritage of Kent, 0-25 Transformation, call-in'))).toEqual([]);
    expect(telling.length).toBeGreaterThan(300);
  });
});
