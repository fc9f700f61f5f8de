import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  CommandIdReused,
  eventId,
  MemoryEventStore,
  WrongExpectedRevision,
  type EventStore,
  type ExpectedRevision,
  type StoredEvent,
} from '#event-store';
import { CopyInMemory, PastInMemory, PastIsOver } from './copy-in-memory.js';

const structure = 'kent/structure';

/** Appends so many events under one command id. */
const append = (
  store: EventStore,
  commandId: string,
  events = 1,
  fingerprint = `hash of ${commandId}`,
  expected: ExpectedRevision = 'any',
) =>
  store.append({
    stream: structure,
    commandId,
    fingerprint,
    expected,
    events: Array.from({ length: events }, (_, index) => ({
      id: eventId('kent', structure, commandId, index),
      type: 'UnitRegistered',
      version: 1,
      envelope: { effectiveOn: '2013-09-19' },
      data: { unit: `unit-${index}` },
    })),
  });

async function eventsIn(store: EventStore, from = 0): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const page of store.readStream(structure, { from })) events.push(...page);
  return events;
}

const commandsIn = async (store: EventStore) => (await eventsIn(store)).map(({ commandId }) => commandId);

describe('A copy of a store', () => {
  let original: MemoryEventStore;
  beforeEach(() => {
    original = new MemoryEventStore();
  });

  it('holds what the store held at its position, and nothing recorded afterwards', async () => {
    await append(original, 'first');
    const { position } = await append(original, 'second');
    await append(original, 'third');
    expect(await commandsIn(new CopyInMemory(original, position))).toEqual(['first', 'second']);
    expect(await commandsIn(new CopyInMemory(original, undefined))).toEqual([]);
  });

  it('keeps to itself what is appended to it', async () => {
    const { position } = await append(original, 'first');
    const copy = new CopyInMemory(original, position);
    expect((await append(copy, 'second')).revision).toBe(1);
    expect(await commandsIn(copy)).toEqual(['first', 'second']);
    expect(await commandsIn(original)).toEqual(['first']);
  });

  it('holds each append whole and as it was, wherever the pages of the store end', async () => {
    await append(original, 'opening-count', 499);
    await append(original, 'three-at-the-end-of-a-page', 3);
    const { position } = await append(original, 'last', 1200);
    const copy = new CopyInMemory(original, position);
    const told = (events: readonly StoredEvent[]) =>
      events.map(({ id, revision, commandId, data }) => ({ id, revision, commandId, data }));
    expect(told(await eventsIn(copy))).toEqual(told(await eventsIn(original)));
    for (const commandId of ['opening-count', 'three-at-the-end-of-a-page', 'last']) {
      const first = await original.commandResult(structure, commandId);
      const copied = await copy.commandResult(structure, commandId);
      expect(copied?.fingerprint).toBe(first?.fingerprint);
      expect(told(copied?.appended.events ?? [])).toEqual(told(first?.appended.events ?? []));
    }
  });

  it('knows a command that was recorded before, and refuses its id to another', async () => {
    const { position } = await append(original, 'first', 2);
    const copy = new CopyInMemory(original, position);
    expect(await append(copy, 'first', 2)).toMatchObject({ repeated: true, revision: 1 });
    await expect(append(copy, 'first', 2, 'another hash')).rejects.toBeInstanceOf(CommandIdReused);
  });

  it('numbers what is appended after what it held, and reads both from any revision', async () => {
    await append(original, 'first', 499);
    const { position } = await append(original, 'second', 3);
    await append(original, 'third');
    const copy = new CopyInMemory(original, position);
    await append(copy, 'fourth', 2);
    expect((await append(copy, 'fifth')).events.map(({ revision }) => revision)).toEqual([504]);
    expect((await copy.commandResult(structure, 'fourth'))?.appended.revision).toBe(503);
    const all = await eventsIn(copy);
    expect(all.map(({ revision }) => revision)).toEqual(Array.from({ length: 505 }, (_, n) => n));
    for (const from of [0, 498, 501, 502, 503, 505, 900])
      expect(await eventsIn(copy, from)).toEqual(all.slice(from));
  });

  it('expects of a stream what it held, not what was recorded since', async () => {
    const { position } = await append(original, 'first', 2);
    await append(original, 'second');
    const at = (expected: ExpectedRevision) =>
      append(new CopyInMemory(original, position), 'late', 1, 'hash', expected);
    expect((await at(1)).revision).toBe(2);
    expect((await at('exists')).revision).toBe(2);
    for (const wrong of ['none', 0, 2, 7] as const)
      await expect(at(wrong)).rejects.toBeInstanceOf(WrongExpectedRevision);
    const empty = new CopyInMemory(original, undefined);
    expect((await append(empty, 'late', 1, 'hash', 'none')).revision).toBe(0);
    expect((await append(empty, 'later', 1, 'hash', 0)).revision).toBe(1);
    await expect(append(empty, 'again', 1, 'hash', 'none')).rejects.toBeInstanceOf(WrongExpectedRevision);
  });

  it('does not know a command that was recorded after its position', async () => {
    const { position } = await append(original, 'first');
    await append(original, 'second');
    const copy = new CopyInMemory(original, position);
    expect(await copy.commandResult(structure, 'second')).toBeUndefined();
    expect((await append(copy, 'second', 1, 'another hash')).repeated).toBe(false);
  });
});

describe('The past of a store', () => {
  it('moves on from position to position, and nothing can be added to it', async () => {
    const original = new MemoryEventStore();
    const { position: first } = await append(original, 'first', 2);
    const { position: second } = await append(original, 'second', 700);
    await append(original, 'third');
    const past = new PastInMemory(original, first);
    expect(await eventsIn(past)).toHaveLength(2);
    past.moveTo(second);
    expect(await eventsIn(past)).toHaveLength(702);
    await expect(append(past, 'late')).rejects.toBeInstanceOf(PastIsOver);
    expect(await eventsIn(past)).toHaveLength(702);
  });
});
