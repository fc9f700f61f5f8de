import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BuiltServer } from './built-server.js';

interface Told {
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Somebody who listens to a stream of events. */
class Listener {
  readonly told: Told[] = [];
  readonly ended: Promise<void>;
  private heard = (): void => undefined;

  private constructor(
    answer: Response,
    private readonly leaving: AbortController,
  ) {
    this.ended = this.read(answer);
  }

  static async of(
    server: BuiltServer,
    address: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Listener> {
    const leaving = new AbortController();
    const answer = await fetch(`${server.url}${address}`, { headers, signal: leaving.signal });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    return new Listener(answer, leaving);
  }

  /** Waits until so many entries were told. */
  async hears(count: number): Promise<readonly string[]> {
    while (this.told.length < count) await new Promise<void>((resolve) => (this.heard = resolve));
    return this.told.map(({ id }) => id);
  }

  leave(): void {
    this.leaving.abort();
  }

  private async read(answer: Response): Promise<void> {
    const decoder = new TextDecoder();
    let rest = '';
    try {
      for await (const chunk of answer.body ?? []) {
        rest += decoder.decode(chunk as Uint8Array, { stream: true });
        const blocks = rest.split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) {
          const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
          if (field('event') !== 'entry') continue;
          this.told.push({ id: field('id'), data: JSON.parse(field('data')) as Told['data'] });
          this.heard();
        }
      }
    } catch {
      // Whoever leaves, and a server that is killed, end a stream in the middle.
    }
  }
}

const folder = mkdtempSync(join(tmpdir(), 'minutebook-'));
const events = '/api/programmes/county/events';
let server: BuiltServer;

async function record(phase: string): Promise<string> {
  const { status, body } = await server.issue('county', 'plan-phase', { phase, name: `Phase ${phase}` });
  expect(status).toBe(201);
  return String(body['position']);
}

async function head(): Promise<string> {
  return String((await server.get('/api/programmes/county/overview')).body['position']);
}

beforeAll(async () => {
  server = await BuiltServer.start({ folder });
  await server.issue('county', 'start-programme', { name: 'Transformation' });
});
afterAll(() => server.stopAndForget());

describe('Whoever listens to a programme', () => {
  it('is told of every entry, and of nothing that it says', async () => {
    const one = await Listener.of(server, events);
    const other = await Listener.of(server, '/programmes/county/events');
    const position = await record('one');
    expect(await one.hears(1)).toEqual([position]);
    expect(await other.hears(1)).toEqual([position]);
    expect(one.told[0]?.data).toEqual({
      position,
      recordedAt: expect.stringMatching(/Z$/) as unknown,
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
      type: 'PhasePlanned',
      stream: 'county/programme',
      things: ['phase/one', 'programme/county'],
    });
    one.leave();
    other.leave();
  });

  it('misses nothing and hears nothing twice, whoever records meanwhile', async () => {
    const from = await head();
    const positions: string[] = [];
    const listeners: Listener[] = [];
    await Promise.all(
      [...'abcdefghijklmnop'].map(async (phase, n) => {
        if (n % 4 === 1) listeners.push(await Listener.of(server, `${events}?from=${from}`));
        positions.push(await record(phase));
      }),
    );
    expect(listeners.length).toBe(4);
    for (const listener of listeners) {
      expect(await listener.hears(positions.length)).toEqual([...positions].sort());
      listener.leave();
    }
  });

  it('goes on where they were through a server that was killed, from the last event they heard', async () => {
    const listener = await Listener.of(server, events);
    const heard = [await record('before')];
    expect(await listener.hears(1)).toEqual(heard);
    const between = await record('between');
    await server.stop('SIGKILL');
    await listener.ended;
    server = await BuiltServer.start({ folder });
    const again = await Listener.of(server, `${events}?from=${heard[0] ?? ''}`, {
      'last-event-id': heard[0] ?? '',
    });
    expect(await again.hears(1)).toEqual([between]);
    const after = await record('after');
    expect(await again.hears(2)).toEqual([between, after]);
    again.leave();
  });

  it('is refused what cannot be read, and a programme that is none', async () => {
    const refused = async (address: string, headers = {}) => {
      const { status, body } = await server.get(address, headers);
      return [status, String(body['type']).split(':').at(-1)];
    };
    expect(await refused(`${events}?from=`)).toEqual([400, 'query-wrong']);
    expect(await refused(`${events}?since=1`)).toEqual([400, 'query-wrong']);
    expect(await refused(events, { 'last-event-id': 'a b' })).toEqual([400, 'query-wrong']);
    for (const none of ['0', '2999-12-31', '0000000000000000'])
      expect(await refused(`${events}?from=${none}`)).toEqual([400, 'no-such-position']);
    expect(await refused(events, { 'last-event-id': 'NaN' })).toEqual([400, 'query-wrong']);
    const beyond = '9'.repeat(16);
    expect(await refused(events, { 'last-event-id': beyond })).toEqual([400, 'no-such-position']);
    expect(await refused('/api/programmes/nowhere/events')).toEqual([404, 'unknown-programme']);
    const nobody = { authorization: 'Bearer stolen' };
    expect(await refused(events, nobody)).toEqual([401, 'unknown-token']);
  });

  it('is let go when the server ends, which waits for nobody', async () => {
    const listeners = await Promise.all([1, 2, 3].map(() => Listener.of(server, events)));
    expect(await server.stop()).toBe(0);
    await Promise.all(listeners.map(({ ended }) => ended));
  });
});
