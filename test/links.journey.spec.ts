import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'node-html-parser';
import { roles } from '#signing-in';
import { BuiltServer } from './built-server.js';
import { Visitor } from './identity/visitor.js';

let server: BuiltServer;

beforeAll(async () => {
  server = await BuiltServer.startWithKent();
});
afterAll(() => server.stopAndForget());

/** An address without its ids, its dates and its values: pages of one shape are made by one function. */
function shapeOf(address: string, withQuery: boolean): string {
  const { pathname, searchParams } = new URL(address, 'http://here');
  const [, first = '', programme = '', list = '', id, ...rest] = pathname.split('/');
  const path =
    first === 'programmes'
      ? [
          first,
          programme,
          list,
          ...(id === undefined ? [] : [list === 'record' ? id : '*']),
          ...rest.map(() => '*'),
        ]
      : pathname
          .replace(/[0-9a-f-]{36}/g, '*')
          .split('/')
          .slice(0, 6);
  const asked = withQuery ? [...new Set(searchParams.keys())].sort().join('&') : '';
  return `${path.join('/')}?${asked}`;
}

/** Where the links and the forms that ask of a page lead on this server. */
function linksOf(html: string, address: string): string[] {
  const root = parse(html);
  const found = [
    ...root.querySelectorAll('a').map((link) => link.getAttribute('href') ?? ''),
    ...root
      .querySelectorAll('form')
      .filter((form) => form.getAttribute('method')?.toLowerCase() !== 'post')
      .map((form) => form.getAttribute('action') ?? ''),
  ];
  const here = new URL(address, server.url);
  return [...new Set(found)]
    .filter((href) => href !== '' && !href.startsWith('#'))
    .map((href) => new URL(href.replaceAll('&amp;', '&'), here))
    .filter(({ origin }) => origin === here.origin)
    .map(({ pathname, search }) => `${pathname}${search}`);
}

interface Crawled {
  readonly pages: number;
  readonly shapes: ReadonlySet<string>;
  readonly links: number;
  /** Links that led nowhere, with the page that they stand on. */
  readonly dead: readonly string[];
}

/**
 * Goes from the first page to one of every shape that there is, as a browser would: pages of one shape are made by one
 * function. Whoever is signed in looks at one of every path; nobody at one of every path with each way to ask.
 */
async function crawl(visitor: Visitor, withQuery: boolean): Promise<Crawled> {
  const met = new Set<string>();
  const seen = new Set(['/']);
  const queue: { address: string; from: string }[] = [{ address: '/', from: '' }];
  const dead: string[] = [];
  let pages = 0;
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { address, from } = next;
    const answer = await visitor.go(address);
    if (answer.status >= 400) dead.push(`${answer.status} ${address} from ${from}`);
    const onwards = answer.headers.get('location');
    if (
      answer.status >= 300 &&
      answer.status < 400 &&
      onwards?.includes('/sign-in') &&
      address !== '/sign-in'
    )
      dead.push(`asks to sign in: ${address} from ${from}`);
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue;
    pages += 1;
    for (const link of linksOf(answer.text, address)) {
      const shape = shapeOf(link, withQuery);
      if (seen.has(link) || met.has(shape)) continue;
      seen.add(link);
      met.add(shape);
      queue.push({ address: link, from: address });
    }
  }
  return { pages, shapes: met, links: seen.size, dead };
}

describe('Every link of every page of Kent leads somewhere', () => {
  it.each(['nobody', ...roles])('for %s', async (who) => {
    const visitor = new Visitor(() => server);
    if (who !== 'nobody') await visitor.signIn(who);
    const { pages, shapes, links, dead } = await crawl(visitor, who === 'nobody');
    expect(dead).toEqual([]);
    // To whoever may not record, no page offers a form that would ask them to be somebody else.
    const recording = [...shapes].filter((shape) => shape.includes('/record'));
    expect([who, recording.length > 0]).toEqual([who, who === 'programme-office']);
    expect({ pages: pages > 30, shapes: shapes.size > 50, links: links > 50 }).toEqual({
      pages: true,
      shapes: true,
      links: true,
    });
  });

  it('and would be found dead where it did not', async () => {
    const nobody = new Visitor(() => server);
    expect((await nobody.go('/programmes/kent/units/of-nobody')).status).toBe(404);
    expect((await nobody.go('/sessions')).status).toBeGreaterThanOrEqual(300);
    expect(
      linksOf(
        '<a href="/a?b=1&amp;c=2">A</a><a href="#main">M</a><a href="https://elsewhere.example/">E</a>',
        '/',
      ),
    ).toEqual(['/a?b=1&c=2']);
  });
});

describe('The pages of recording', () => {
  const record = '/programmes/kent/record';
  const officer = new Visitor(() => server);
  /** The pages of a draft that was begun, and the address it led to. */
  let draft: string;
  let begun: string;

  beforeAll(async () => {
    await officer.signIn('programme-office');
    const form = await officer.go(`${record}/new/close-unit`);
    const sent = await officer.send(`${record}/new/close-unit`, form, { unit: 'legal-services' });
    begun = sent.headers.get('location') ?? '';
    draft = begun.replace(/\/when.*/, '');
  });

  it('take every link that pages make to them, with what it asks', async () => {
    const pages = [
      '/programmes/kent?asAt=2014-04-15&knownAt=2015-01-01',
      '/programmes/kent/needs-doing',
      '/programmes/kent/reviews/legal-services?asAt=2014-04-15',
      record,
      `${record}?search=merged`,
      `${record}?about=review/legal-services&decision=13-00074`,
      `${record}/new/close-unit`,
      `${record}/meeting`,
      begun,
    ];
    const links = new Set<string>(pages);
    for (const page of pages) {
      const answer = await officer.go(page);
      expect([page, answer.status]).toEqual([page, 200]);
      for (const link of linksOf(answer.text, page)) if (link.startsWith(record)) links.add(link);
    }
    expect([...links].filter((link) => link.includes('?')).length).toBeGreaterThan(20);
    const dead: string[] = [];
    for (const link of links) {
      const { status } = await officer.go(link);
      if (status !== 200) dead.push(`${status} ${link}`);
    }
    expect(dead).toEqual([]);
  });

  it.each([
    ['', 'search, about, decision'],
    ['/new/close-unit', 'like, unit'],
    ['/meeting', 'when-day, decision, title'],
    ['/correct/of-nothing', 'nothing more'],
  ])('refuse at /record%s what is not asked there', async (path, knows) => {
    const { status, text } = await officer.go(`${record}${path}?asAt=2014-04-15`);
    expect([status, text.includes('asAt is not asked here'), text.includes(knows)]).toEqual([
      400,
      true,
      true,
    ]);
  });

  it.each([
    ['what', 'sent, confirm, from'],
    ['when', 'sent, confirm, from, rule'],
    ['correct', 'sent, confirm'],
    ['check', 'nothing more'],
    ['done', 'nothing more'],
    ['meeting', 'confirm'],
  ])('refuse at the page %s of a draft what is not asked there', async (page, knows) => {
    const { status, text } = await officer.go(`${draft}/${page}?asAt=2014-04-15`);
    expect([status, text.includes('asAt is not asked here'), text.includes(knows)]).toEqual([
      400,
      true,
      true,
    ]);
  });
});
