import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BuiltServer } from './built-server.js';

let server: BuiltServer;

beforeAll(async () => {
  server = await BuiltServer.startWithKent();
});

afterAll(() => server.stopAndForget());

/** What an address is of: ids and dates left out, so that one of each sort is followed. */
const sortOf = (address: string): string =>
  address
    .replace(/[?#].*$/, (rest) => (rest.includes('format=csv') ? '?csv' : ''))
    .split('/')
    .map((part, index) => (index > 3 || (index > 2 && /\d/.test(part)) ? '*' : part))
    .join('/');

describe('Somebody who only reads', () => {
  it('is given no link on any sort of page that asks them to be somebody else', async () => {
    const followed = new Set<string>();
    const waiting = ['/', '/programmes/kent', '/programmes/kent/needs-doing', '/programmes/kent/history'];
    const refused: string[] = [];
    let asked = 0;
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      const answer = await server.get(address, { accept: 'text/html' });
      asked += 1;
      if (answer.status === 401 || answer.status === 403) refused.push(address);
      if (!(answer.headers.get('content-type') ?? '').includes('text/html')) continue;
      for (const [, href = ''] of answer.text.matchAll(/<a [^>]*href="([^"]*)"/g)) {
        const to = href.replaceAll('&amp;', '&');
        if (!to.startsWith('/') || followed.has(sortOf(to))) continue;
        followed.add(sortOf(to));
        waiting.push(to);
      }
    }
    expect(refused).toEqual([]);
    expect(asked).toBeGreaterThan(30);
    expect([...followed].filter((sort) => sort.includes('/record'))).toEqual([]);
  });
});
