import { beforeEach, describe, expect, it } from '@jest/globals';
import { CommandIdReused, eventId, MemoryEventStore, type EventStore, type StoredEvent } from '#event-store';
import { CopyInMemory, PastInMemory, PastIsOver } from './copy-in-memory.js';

const structure = 'kent/structure';

/** Appends so many events under one command id. */
const append = (store: EventStore, commandId: string, events = 1, fingerprint = `hash of ${commandId}`) =>
  store.append({
    stream: structure,
    commandId,
    fingerprint,
    expected: 'any',
    events: Array.from({ length: events }, (_, index) => ({
      id: eventId('kent', structure, commandId, index),
      type: 'UnitRegistered',
      version: 1,
      envelope: { effectiveOn: '2013-09-19' },
      data: { unit: `unit-${index}` },
    })),
  });

async function eventsIn(store: EventStore): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const page of store.readStream(structure)) events.push(...page);
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

  it('copies a stream once, however many ask for it at the same time', async () => {
    const { position } = await append(original, 'first', 600);
    const copy = new CopyInMemory(original, position);
    const seen = await Promise.all([eventsIn(copy), eventsIn(copy), eventsIn(copy)]);
    expect(seen.map((events) => events.length)).toEqual([600, 600, 600]);
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
