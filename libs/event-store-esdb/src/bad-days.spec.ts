import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CommandIdReused, eventId, type Append, type StoredEvent } from '#event-store';
import { esdbAddress } from './address.js';
import { EsdbUnavailable } from './errors.js';
import { EsdbEventStore } from './esdb-event-store.js';
import type { EsdbEventStoreOptions } from './options.js';
import { Peer } from './peer/peer.contract.js';
import type { Fault } from './peer/faults.js';

const stream = 'kent/review/library-service';
const impatient: EsdbEventStoreOptions = {
  clock: () => '2014-07-17T09:30:00.000Z',
  patience: { call: 200, whole: 60_000 },
  watching: { every: 50, pause: 10 },
};

let peer: Peer;
let store: EsdbEventStore;
const opened: EsdbEventStore[] = [];

function open(options: EsdbEventStoreOptions = impatient): EsdbEventStore {
  const another = EsdbEventStore.open(esdbAddress(peer.address), options);
  opened.push(another);
  return another;
}

beforeEach(async () => {
  peer = await Peer.start();
  store = open();
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
  peer.kill();
});

function noting(commandId: string, expected: Append['expected'], text = 'Scoped', of = stream): Append {
  const event = {
    id: eventId('kent', of, commandId, 0),
    type: 'ReviewNoted',
    version: 1,
    envelope: { effectiveOn: '2014-07-17' },
    data: { text },
  };
  return { stream: of, events: [event], expected, commandId, fingerprint: `hash of ${text}` };
}

async function all(of: EsdbEventStore): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const page of of.readAll()) events.push(...page);
  return events;
}

describe('An append whose outcome is not known', () => {
  const faults: readonly (readonly [string, Fault])[] = [
    ['the connection drops before it is done', 'unavailable'],
    ['the connection drops after it is done', 'done-but-unavailable'],
    ['the server says nothing and has done nothing', 'silent'],
    ['the server has done it and says nothing', 'done-but-silent'],
    ['the answer comes after the deadline', { slow: 600 }],
    ['the server says that it is not ready', 'not-ready'],
    ['the server says that another node leads', 'not-leader'],
    ['the server has an inner fault', 'internal'],
  ];

  it.each(faults)('is recorded once where %s', async (_name, fault) => {
    await store.append(noting('scope-review', 'none'));
    peer.faults.next('append', fault);
    const { revision, repeated, events } = await store.append(noting('staff-review', 0, 'Staffed'));
    expect({ revision, repeated }).toEqual({ revision: 1, repeated: false });
    expect(peer.faults.waiting).toBe(0);
    expect((await all(open())).map(({ commandId }) => commandId)).toEqual(['scope-review', 'staff-review']);
    expect((await all(open())).slice(1)).toEqual(events);
  });

  it('is recorded once through many faults in a row', async () => {
    peer.faults.next('append', 'not-ready', 'done-but-silent', 'unavailable', 'silent', 'not-leader');
    expect((await store.append(noting('scope-review', 'any'))).repeated).toBe(false);
    expect((await all(store)).length).toBe(1);
  });

  it('is found as its own where another server has appended meanwhile', async () => {
    await store.append(noting('scope-review', 'none'));
    const other = open();
    peer.faults.next('append', 'done-but-silent');
    const first = store.append(noting('staff-review', 0, 'Staffed'));
    while (peer.faults.waiting > 0) await turn();
    await other.append(noting('appraise-options', 'any', 'Appraised'));
    expect(await first).toMatchObject({ revision: 1, repeated: false });
    expect((await all(store)).map(({ revision, commandId }) => [revision, commandId])).toEqual([
      [0, 'scope-review'],
      [1, 'staff-review'],
      [2, 'appraise-options'],
    ]);
  });

  it('ends in words that say what to do, where no answer comes at all', async () => {
    const soon = open({ ...impatient, patience: { call: 50, whole: 300 } });
    peer.faults.next('append', ...Array.from({ length: 20 }, (): Fault => 'silent'));
    const asked = soon.append(noting('scope-review', 'none'));
    await expect(asked).rejects.toThrow(EsdbUnavailable);
    await expect(asked).rejects.toThrow(
      'Whether it was recorded is not known: send the command again under the same id.',
    );
  });
});

describe('Two servers on one EventStoreDB', () => {
  it('record a command that was sent to both once, and both answer with the first result', async () => {
    await store.append(noting('scope-review', 'none'));
    const other = open();
    for await (const page of other.readStream(stream)) expect(page.length).toBe(1);
    const here = await store.append(noting('staff-review', 0, 'Staffed'));
    const there = await other.append(noting('staff-review', 0, 'Staffed'));
    expect(there.events).toEqual(here.events);
    expect((await all(store)).length).toBe(2);
  });

  it('refuse a command id that the other has taken for another command', async () => {
    await store.append(noting('scope-review', 'none'));
    const other = open();
    for await (const page of other.readStream(stream)) expect(page.length).toBe(1);
    await store.append(noting('staff-review', 0, 'Staffed'));
    // The database itself takes it: the ids are the same, and it does not look at what they hold.
    await expect(other.append(noting('staff-review', 0, 'Withdrawn'))).rejects.toEqual(
      new CommandIdReused(stream, 'staff-review'),
    );
    expect((await all(other)).map(({ data }) => data)).toEqual([{ text: 'Scoped' }, { text: 'Staffed' }]);
  });

  it('give one event one instant, though their clocks differ and neither saw the other’s', async () => {
    const ahead = open({ ...impatient, clock: () => '2014-07-17T09:31:00.000Z' });
    await store.append(noting('scope-review', 'none'));
    await ahead.append(noting('one', 'none', 'Ahead', 'kent/review/highways'));
    const behind = open({ ...impatient, clock: () => '2014-07-17T09:29:00.000Z' });
    const late = await behind.append(noting('two', 'none', 'Late', 'kent/review/legal'));
    const instants = ['2014-07-17T09:30:00.000Z', '2014-07-17T09:31:00.000Z', '2014-07-17T09:31:00.000Z'];
    expect(late.events.map(({ recordedAt }) => recordedAt)).toEqual(instants.slice(2));
    for (const reader of [store, ahead, behind, open()]) {
      expect((await all(reader)).map(({ recordedAt }) => recordedAt)).toEqual(instants);
      const found = await reader.commandResult('kent/review/legal', 'two');
      expect(found?.appended.events).toEqual(late.events);
      for await (const page of reader.readAll({ after: late.position })) expect(page).toEqual([]);
    }
  });

  it('append side by side to one stream, each event once', async () => {
    const servers = [store, open(), open()];
    const writes = servers.flatMap((server, which) =>
      Array.from({ length: 20 }, (_, index) => server.append(noting(`server ${which} note ${index}`, 'any'))),
    );
    await Promise.all(writes);
    const log = await all(open());
    expect(log.map(({ revision }) => revision)).toEqual(Array.from({ length: 60 }, (_, index) => index));
    expect(new Set(log.map(({ commandId }) => commandId)).size).toBe(60);
  });
});

describe('A read', () => {
  it.each(['unavailable', 'silent', 'broken-off', 'not-leader', 'not-ready'] as const)(
    'is made again where the answer is %s',
    async (fault) => {
      for (const index of [0, 1, 2, 3]) await store.append(noting(`note ${index}`, 'any'));
      const reader = open();
      peer.faults.next('read', fault);
      expect((await all(reader)).length).toBe(4);
      expect(peer.faults.waiting).toBe(0);
    },
  );

  it('that is told slowly is not taken for silence, however long the whole of it takes', async () => {
    for (const index of [0, 1, 2, 3, 4, 5]) await store.append(noting(`note ${index}`, 'any'));
    const patience = { call: 400, whole: 60_000 };
    const reader = open({ ...impatient, patience });
    const before = peer.calls.read;
    peer.faults.next('read', { eachAfter: patience.call / 3 });
    expect((await all(reader)).length).toBe(6);
    expect(peer.faults.waiting).toBe(0);
    expect(peer.calls.read).toBe(before + 1);
  });
});

describe('What others keep in the database', () => {
  const foreign = {
    contentType: 'application/json',
    data: Buffer.from('{"a":1}'),
    metadata: Buffer.from(''),
  };
  const there = (name: string, type: string): void => {
    const expected = peer.streams.stream(name).length - 1;
    const id = eventId('elsewhere', name, type, expected + 1);
    peer.streams.append(name, expected < 0 ? undefined : expected, [{ ...foreign, id, type }]);
  };

  it('is passed over: system events, streams of others, and books of another name', async () => {
    there('$stats-127.0.0.1:2113', '$statsCollected');
    there('orders-17', 'OrderPlaced');
    const { events } = await store.append(noting('scope-review', 'none'));
    const named = EsdbEventStore.open({ ...esdbAddress(peer.address), book: 'region' }, impatient);
    opened.push(named);
    const elsewhere = await named.append(noting('scope-review', 'none', 'Another book'));
    there('$stats-127.0.0.1:2113', '$statsCollected');
    expect(await all(store)).toEqual(events);
    expect(await store.head()).toBe(events[0]?.position);
    expect(await all(named)).toEqual(elsewhere.events);
    expect(peer.streams.stream(`region:${stream}`).length).toBe(1);
  });

  it('does not hide a long stretch of the log: what comes after it is read', async () => {
    const { events } = await store.append(noting('scope-review', 'none'));
    for (let index = 0; index < 1_100; index++) there('orders', 'OrderPlaced');
    const later = await store.append(noting('staff-review', 0, 'Staffed'));
    expect(await all(open())).toEqual([...events, ...later.events]);
    for (let index = 0; index < 1_100; index++) there('orders', 'OrderPlaced');
    expect(await open().head()).toBe(later.position);
  });

  it.each(['$all/kent', 'region:kent/programme'])('and %s is refused as a stream of ours', async (name) => {
    await expect(store.append(noting('scope-review', 'none', 'Scoped', name))).rejects.toMatchObject({
      code: 'not-canonical',
    });
  });
});

describe('A subscription', () => {
  /** Follows the log until so many events were seen. */
  async function seen(count: number, whileFollowing: () => Promise<void>): Promise<readonly string[]> {
    const stop = new AbortController();
    const commands: string[] = [];
    const follower = open();
    const following = (async () => {
      for await (const page of follower.subscribe({ signal: stop.signal })) {
        commands.push(...page.map(({ commandId }) => commandId));
        if (commands.length >= count) stop.abort();
      }
    })();
    await whileFollowing();
    await following;
    return commands;
  }
  const notes = (from: number, to: number): readonly string[] =>
    Array.from({ length: to - from }, (_, index) => `note ${from + index}`);
  const write = async (names: readonly string[]): Promise<void> => {
    for (const name of names) await store.append(noting(name, 'any'));
  };
  const subscribed = async (): Promise<void> => {
    while (peer.subscribed === 0) await turn();
  };

  it('that breaks is made again, and nothing is missed or told twice', async () => {
    const commands = await seen(30, async () => {
      await write(notes(0, 10));
      for (let round = 1; round < 3; round++) {
        await subscribed();
        peer.breakSubscriptions();
        await write(notes(10 * round, 10 * round + 10));
      }
    });
    expect(commands).toEqual(notes(0, 30));
    expect(peer.calls.subscribe).toBeGreaterThan(1);
  });

  it('that breaks where nothing is written is made again all the same', async () => {
    const commands = await seen(1, async () => {
      await subscribed();
      peer.breakSubscriptions();
      while (peer.calls.subscribe < 2) await turn();
      await write(['scope-review']);
    });
    expect(commands).toEqual(['scope-review']);
  });

  it('that falls silent is dropped and made again, and nothing waits for it', async () => {
    const commands = await seen(20, async () => {
      await write(notes(0, 10));
      await subscribed();
      peer.mute = true;
      await write(notes(10, 20));
    });
    expect(commands).toEqual(notes(0, 20));
    const before = peer.calls.subscribe;
    while (peer.calls.subscribe === before) await turn();
    expect(peer.calls.subscribe).toBeGreaterThan(before);
  });

  it('goes on where the server was killed and came back', async () => {
    const commands = await seen(20, async () => {
      await write(notes(0, 10));
      await subscribed();
      const { port, streams } = peer;
      peer.kill();
      peer = await Peer.start({ port, streams });
      await write(notes(10, 20));
    });
    expect(commands).toEqual(notes(0, 20));
  });

  it('is one for all who follow', async () => {
    const followers = Array.from({ length: 120 }, async () => {
      for await (const page of store.subscribe({ signal: new AbortController().signal })) return page.length;
      return 0;
    });
    await subscribed();
    await write(['scope-review']);
    expect(await Promise.all(followers)).toEqual(Array.from({ length: 120 }, () => 1));
    expect(peer.subscribed).toBe(1);
  });
});
