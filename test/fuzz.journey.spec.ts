import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { historySeed } from '#testing';
import { BuiltServer } from './built-server.js';
import { hostile, plainViews } from './fuzz/hostile-requests.js';
import { fault, HostileVisitor } from './fuzz/hostile-visitor.js';

/** How much is sent: a few thousand, or as much as `npm run fuzz -- --requests 200000` asks. */
const many = Number(process.env['FUZZ_REQUESTS'] ?? 4_000);
const isLong = process.env['FUZZ_REQUESTS'] !== undefined;
const seed = Number(process.env['FUZZ_SEED'] ?? historySeed);
const atOnce = 16;
const inOneGo = 1_000;

let server: BuiltServer;
let visitor: HostileVisitor;

beforeAll(async () => {
  server = await BuiltServer.start();
  await server.issue('county', 'start-programme', { name: 'County', effectiveOn: '2013-07-18' });
  await server.issue('county', 'register-unit', {
    unit: 'legal',
    name: 'Legal',
    opening: true,
    effectiveOn: '2013-07-18',
  });
  visitor = new HostileVisitor(server);
  await visitor.signIn();
}, 600_000);

afterAll(async () => {
  visitor.leave();
  await server.stopAndForget();
});

/** How much memory the server holds, in MB. */
async function memory(): Promise<number> {
  const { text } = await server.get('/metrics', { authorization: 'Bearer demo-administrator' });
  return Math.round(Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]) / 1e6);
}

/** Sends so many requests of a seed, some at once, and gives what was answered as it may not be, and what was met. */
async function sendAll(from: number, count: number, met: Map<string, number>): Promise<string[]> {
  const requests = fc.sample(hostile, { numRuns: count, seed: seed + from });
  const faults: string[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let sent = requests[next++]; sent !== undefined; sent = requests[next++]) {
      const heard = await visitor.send(sent).catch((error: unknown) => String(error));
      if (typeof heard === 'string') {
        faults.push(`${heard}: ${JSON.stringify({ ...sent, body: sent.body?.toString().slice(0, 400) })}`);
        continue;
      }
      const what = `${sent.inBrowser ? 'browser' : 'program'} ${sent.method} ${heard.status}`;
      met.set(what, (met.get(what) ?? 0) + 1);
      const wrong = fault(sent, heard);
      if (wrong !== undefined) faults.push(wrong);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return faults;
}

describe('Whatever is sent, by a program or in the fields of a form', () => {
  const met = new Map<string, number>();

  it(
    `is answered or refused as a problem, and never a fault (${many} requests, seed ${seed})`,
    async () => {
      const held: number[] = [await memory()];
      for (let from = 0; from < many; from += inOneGo) {
        expect(await sendAll(from, Math.min(inOneGo, many - from), met)).toEqual([]);
        if (!isLong) continue;
        held.push(await memory());
        process.stderr.write(`${from + inOneGo} sent, ${held.at(-1)} MB\n`);
      }
      if (isLong) {
        const [start, middle = 0, end = 0] = [0, Math.floor(held.length / 2), held.length - 1].map(
          (n) => held[n],
        );
        process.stderr.write(
          `Resident at the start ${start} MB, in the middle ${middle} MB, at the end ${end} MB\n`,
        );
        process.stderr.write(
          `${[...met]
            .sort()
            .map((pair) => pair.join(': '))
            .join('\n')}\n`,
        );
        // What was recorded meanwhile is held; what was only sent is not.
        expect(end).toBeLessThan(middle * 1.5 + 50);
      }
    },
    Math.max(900_000, many * 100),
  );

  it('is met in every way that matters: taken, refused, and sent on from a form', () => {
    expect([...met.keys()]).toEqual(
      expect.arrayContaining([
        ...['program POST 201', 'program POST 400', 'program POST 422', 'program GET 200', 'program GET 404'],
        ...['browser POST 303', 'browser POST 400', 'browser POST 403', 'browser GET 200', 'browser GET 400'],
      ]),
    );
  });

  it('leaves the server in health, every view answering, and no accident in its log', async () => {
    expect((await server.get('/health')).body).toMatchObject({ status: 'ready' });
    for (const view of plainViews) {
      expect([view, (await server.get(`/api/programmes/county/${view}`)).status]).toEqual([view, 200]);
    }
    expect(server.logged).toEqual([]);
  });
});
