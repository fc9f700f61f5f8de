import fc from 'fast-check';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { historySeed as seed } from '#testing';
import { jsonLines } from './json-lines.js';
import { RunningServer, tokenOf } from './running-server.js';

describe('Lines of JSON', () => {
  it(`are read whole, whatever pieces they come in (seed ${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ reason: fc.string({ unit: 'grapheme' }), line: fc.nat() })),
        fc.boolean(),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
        async (lines, endsInNewline, sizes) => {
          const text = lines.map((line) => JSON.stringify(line)).join('\n') + (endsInNewline ? '\n' : '');
          const bytes = new TextEncoder().encode(text);
          const pieces = async function* () {
            for (let from = 0, n = 0; from < bytes.length; n++) {
              const size = sizes[n % sizes.length] ?? 1;
              yield await Promise.resolve(bytes.subarray(from, from + size));
              from += size;
            }
          };
          const read: unknown[] = [];
          for await (const line of jsonLines(pieces())) read.push(line);
          expect(read).toEqual(lines);
        },
      ),
      { seed },
    );
  });
});

describe('A running server', () => {
  let server: Server | undefined;
  afterEach(() => {
    server?.close();
    server = undefined;
  });

  const answering = async (status: number, type: string, body: string, token?: string) => {
    const asked: (string | undefined)[] = [];
    const started = createServer((request, response) => {
      asked.push(request.headers.authorization);
      response.writeHead(status, { 'content-type': type }).end(body);
    });
    server = started;
    await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
    const { port } = started.address() as AddressInfo;
    return { asked, client: new RunningServer(`http://127.0.0.1:${port}/`, token) };
  };

  it.each(['', 'localhost:3000', '127.0.0.1', 'ftp://127.0.0.1', 'http://'])('is not at %j', (url) => {
    expect(() => new RunningServer(url, undefined)).toThrow('write it like http://127.0.0.1:3000');
  });

  it('is asked with a token, or without one', async () => {
    const body = '{"programmes":["kent"],"demonstration":"kent"}';
    const open = await answering(200, 'application/json', body);
    expect(await open.client.programmes()).toEqual({ programmes: ['kent'], demonstration: 'kent' });
    expect(open.asked).toEqual([undefined]);
    server?.close();
    const office = await answering(200, 'application/json', body, 'a-token');
    await office.client.programmes();
    expect(office.asked).toEqual(['Bearer a-token']);
  });

  it('that refuses is told in its own words', async () => {
    const problem = JSON.stringify({ title: 'Nobody has this token', detail: 'Leave it out to read' });
    const { client } = await answering(401, 'application/problem+json; charset=utf-8', problem);
    await expect(client.programmes()).rejects.toThrow('Nobody has this token: Leave it out to read');
  });

  it.each([
    [200, 'text/html', '<p>Hello</p>'],
    [404, 'text/html', '<p>Nothing here</p>'],
  ])('is not what answers %i with %s', async (status, type, body) => {
    const { client } = await answering(status, type, body);
    await expect(client.programmes()).rejects.toThrow('is no Minutebook server: check --url');
  });

  it('that is not there is told so, with its address', async () => {
    const { client } = await answering(200, 'application/json', '{}');
    await new Promise((resolve) => server?.close(resolve));
    await expect(client.programmes()).rejects.toThrow(
      /^No server answers at http:\/\/127\.0\.0\.1:\d+ \(ECONNREFUSED\): start one with npm start, or check --url$/,
    );
  });
});

describe('The token', () => {
  it('is the one given, else the one set, else the demonstration’s', () => {
    expect(tokenOf('given', { MINUTEBOOK_TOKEN: 'set' }, 'demo')).toBe('given');
    expect(tokenOf(undefined, { MINUTEBOOK_TOKEN: 'set' }, 'demo')).toBe('set');
    expect(tokenOf(undefined, { MINUTEBOOK_TOKEN: '' }, 'demo')).toBe('demo');
    expect(tokenOf(undefined, {}, 'demo')).toBe('demo');
  });
});
