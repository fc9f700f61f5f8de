import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventId, maxEventBytes, NotStorable, type Append, type JsonObject } from '#event-store';
import { esdbAddress } from './address.js';
import { Connection } from './connection.js';
import { EsdbUnavailable, isOfTheClient, LogBehind, NoAnswer } from './errors.js';
import { EsdbEventStore } from './esdb-event-store.js';
import type { EsdbEventStoreOptions } from './options.js';
import { StreamNames } from './event-record.js';
import { Log } from './log.js';
import { Peer } from './peer/peer.contract.js';
import { positionOf } from './place.js';
import type { Fault } from './peer/faults.js';

const impatient = { call: 400, whole: 2_000 };
const options: EsdbEventStoreOptions = {
  clock: () => '2014-07-17T09:30:00.000Z',
  patience: impatient,
  watching: { every: 50, pause: 10 },
};

let peer: Peer;
let store: EsdbEventStore;

beforeEach(async () => {
  peer = await Peer.start();
  store = EsdbEventStore.open(esdbAddress(peer.address), options);
});

afterEach(async () => {
  await store.close();
  peer.kill();
});

function noting(commandId: string, data: JsonObject = { text: 'Scoped' }, events = 1): Append {
  const stream = `kent/review/${commandId}`;
  return {
    stream,
    events: Array.from({ length: events }, (_, index) => ({
      id: eventId('kent', stream, commandId, index),
      type: 'ReviewNoted',
      version: 1,
      envelope: { effectiveOn: '2014-07-17' },
      data,
    })),
    expected: 'any',
    commandId,
    fingerprint: 'as sent',
  };
}

describe('What the client cannot write, or the database cannot keep', () => {
  const circular: Record<string, unknown> = {};
  circular['itself'] = circular;
  const throwing = {
    toJSON: () => {
      throw new Error('not today');
    },
  };

  it.each<readonly [string, unknown]>([
    ['a BigInt', { amount: 239_000_000n }],
    ['something undefined', { amount: undefined }],
    ['something that holds itself', circular],
    ['something that will not be written', throwing],
    ['an event over 59 KiB', { text: 'x'.repeat(maxEventBytes) }],
  ])('is refused before the call: %s', async (_name, data) => {
    await expect(store.append(noting('scope-review', data as JsonObject))).rejects.toThrow(NotStorable);
    expect(peer.calls).toEqual({ append: 0, read: 0, subscribe: 0 });
  });

  it('is refused before the call: an append over 512 KiB of events that would each do', async () => {
    const large = noting('scope-review', { text: 'x'.repeat(58 * 1024) }, 9);
    await expect(store.append(large)).rejects.toMatchObject({ code: 'append-too-large' });
    expect(peer.calls).toEqual({ append: 0, read: 0, subscribe: 0 });
  });
});

describe('Calls', () => {
  it('are made at most 64 at once: no other reaches the database before one of them is answered', async () => {
    const asked = Array.from({ length: 300 }, (_, index) => noting(`review-${index}`));
    let release = (): void => undefined;
    const until = new Promise<void>((resolve) => (release = resolve));
    peer.faults.next('append', ...asked.map((): Fault => ({ until })));
    const patient = EsdbEventStore.open(esdbAddress(peer.address), {
      ...options,
      patience: { call: 60_000, whole: 100_000 },
    });
    const answered = Promise.all(asked.map((each) => patient.append(each)));
    while (peer.calls.append < 64) await setImmediate();
    expect([peer.calls.append, peer.open.now]).toEqual([64, 64]);
    release();
    expect(new Set((await answered).map(({ stream }) => stream)).size).toBe(300);
    expect(peer.open.most).toBe(64);
    expect(peer.calls.append).toBe(300);
    await patient.close();
  });

  it('that were given up are let go of: after more than a hundred, none stays open, and all are answered', async () => {
    const connection = new Connection(esdbAddress(peer.address), { call: 100, whole: 20_000 });
    peer.faults.next('read', ...Array.from({ length: 130 }, (): Fault => 'silent'));
    const asked = Array.from({ length: 130 }, () => connection.readStream('kent/review/legal', 0, 10));
    expect(await Promise.all(asked)).toEqual(asked.map(() => []));
    expect(peer.faults.waiting).toBe(0);
    expect(peer.calls.read).toBeGreaterThanOrEqual(260);
    while (peer.open.now > 0) await setImmediate();
    await connection.close();
  });
});

describe('A clock that is behind the database’s', () => {
  it('stops no append, and is named where one gets no answer', async () => {
    peer.streams.clockAhead = 12_400;
    expect((await store.append(noting('scope-review'))).repeated).toBe(false);
    peer.faults.next('append', ...Array.from({ length: 20 }, (): Fault => 'silent'));
    const asked = store.append(noting('staff-review'));
    await expect(asked).rejects.toThrow(EsdbUnavailable);
    await expect(asked).rejects.toThrow(
      /This computer's clock is at least 1[12] s behind the database's: set it right/,
    );
  });

  it('is not blamed where it is right', async () => {
    await store.append(noting('scope-review'));
    peer.faults.next('append', ...Array.from({ length: 20 }, (): Fault => 'silent'));
    await expect(store.append(noting('staff-review'))).rejects.toThrow(/^(?!.*clock)/);
  });
});

describe('A log that does not show what stands in it', () => {
  it('is waited for only so long, and it is said how far it is', async () => {
    const { position } = await store.append(noting('scope-review'));
    const connection = new Connection(esdbAddress(peer.address), impatient);
    const log = new Log(connection, new StreamNames(undefined), undefined);
    const beyond = positionOf({ commit: 1_000_000n, prepare: 1_000_000n });
    const asked = log.takeInUpTo(beyond);
    await expect(asked).rejects.toThrow(LogBehind);
    await expect(asked).rejects.toThrow(
      `did not show its log up to ${beyond}, only up to ${position}, within`,
    );
    await connection.close();
  });
});

describe('A rejection that nobody waited for', () => {
  const ofGrpc = (code: number): Error => Object.assign(new Error('14 UNAVAILABLE'), { code });

  it.each<readonly [string, unknown]>([
    ['a call that was cancelled', ofGrpc(1)],
    ['a deadline', ofGrpc(4)],
    ['a stream that was reset', ofGrpc(13)],
    ['a connection that dropped', ofGrpc(14)],
    ['a server that has only just started', Object.assign(new Error('Not ready'), { type: 'unavailable' })],
    ['a call that our timer ended', new NoAnswer(3_000)],
  ])('is known to be the client’s: %s', (_name, error) => expect(isOfTheClient(error)).toBe(true));

  it.each<readonly [string, unknown]>([
    ['a slip in the code', new TypeError('Cannot read properties of undefined')],
    ['a socket of something else', Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })],
    ['an outcome somebody should have heard', new EsdbUnavailable('append', 30_000, undefined, ofGrpc(14))],
    ['an argument that was wrong', ofGrpc(3)],
    ['a text', 'a text'],
    ['nothing', undefined],
  ])('is taken for a fault of ours: %s', (_name, error) => expect(isOfTheClient(error)).toBe(false));
});
