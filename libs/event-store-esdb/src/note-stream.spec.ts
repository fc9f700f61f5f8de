import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '#event-store';
import { esdbAddress } from './address.js';
import { EsdbEventStore } from './esdb-event-store.js';
import { Peer } from './peer/peer.contract.js';

let peer: Peer;
let one: EsdbEventStore;
let other: EsdbEventStore;

beforeEach(async () => {
  peer = await Peer.start();
  [one, other] = [
    EsdbEventStore.open(esdbAddress(peer.address)),
    EsdbEventStore.open(esdbAddress(peer.address)),
  ];
});

afterEach(async () => {
  await Promise.all([one.close(), other.close()]);
  peer.kill();
});

describe('A note that servers share', () => {
  it('is what was written last, whoever reads it, and under a number that grows', async () => {
    expect(await one.note('follow-ups').read()).toBeUndefined();
    expect(await one.note('follow-ups').write('first', undefined)).toBe(0);
    expect(await other.note('follow-ups').read()).toEqual({ number: 0, text: 'first' });
    expect(await other.note('follow-ups').write('second', 0)).toBe(1);
    expect(await one.note('follow-ups').read()).toEqual({ number: 1, text: 'second' });
    expect(await one.note('copy').read()).toBeUndefined();
  });

  it('is written by one of those who read it under the same number', async () => {
    await one.note('follow-ups').write('first', undefined);
    const came = await Promise.all([
      one.note('follow-ups').write('by one', 0),
      other.note('follow-ups').write('by the other', 0),
    ]);
    expect(came.filter((number) => number !== undefined)).toEqual([1]);
    expect(await one.note('follow-ups').write('late', 0)).toBeUndefined();
    expect(await one.note('follow-ups').write('anew', undefined)).toBeUndefined();
  });

  it('is in no log and at no head of the book', async () => {
    await one.note('follow-ups').write('first', undefined);
    const log: StoredEvent[] = [];
    for await (const page of other.readAll()) log.push(...page);
    expect(log).toEqual([]);
    expect(await other.head()).toBeUndefined();
  });

  it('keeps only its last few in the database', async () => {
    await one.note('follow-ups').write('first', undefined);
    const [metadata] = peer.streams.stream('$$minutebook-follow-ups');
    expect(metadata?.type).toBe('$metadata');
    expect(JSON.parse(Buffer.from(metadata?.data ?? []).toString())).toEqual({ $maxCount: 5 });
  });
});
