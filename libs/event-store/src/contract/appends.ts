import type {
  Append,
  Appended,
  EventStore,
  ExpectedRevision,
  JsonObject,
  NewEvent,
  StoredEvent,
} from '../event-store.js';
import { eventId } from '../event-id.js';

export const libraries = 'kent/review/library-service';
export const highways = 'kent/review/highways';

/** An append of `texts.length` events to a stream, by default whatever the stream looks like. */
export function append(
  stream: string,
  commandId: string,
  texts: readonly string[] = ['Scoped by the transformation board'],
  expected: ExpectedRevision = 'any',
): Append {
  return {
    stream,
    events: texts.map((text, index) => reviewNoted(stream, commandId, index, { text })),
    expected,
    commandId,
    fingerprint: `hash of ${commandId}`,
  };
}

/** One event as a command hands it to the store. */
export function reviewNoted(stream: string, commandId: string, index: number, data: JsonObject): NewEvent {
  return {
    id: eventId('kent', stream, commandId, index),
    type: 'ReviewNoted',
    version: 1,
    envelope: { takenOn: '2014-07-16', effectiveOn: '2014-07-17', actor: 'head-of-programme-office' },
    data,
  };
}

/** The append with other events, made from the data given. */
export function withData(of: Append, ...data: readonly unknown[]): Append {
  return {
    ...of,
    events: data.map((each, index) => reviewNoted(of.stream, of.commandId, index, each as JsonObject)),
  };
}

/** What the store must give back for an append that begins at a revision; positions are as it chose them. */
export function storedEvents(
  of: Append,
  firstRevision: number,
  positions: readonly StoredEvent[],
  recordedAt = '2014-07-17T09:30:00.000Z',
): readonly StoredEvent[] {
  return of.events.map((event, index) => ({
    ...event,
    stream: of.stream,
    revision: firstRevision + index,
    position: positions[index]?.position ?? 'missing',
    recordedAt,
    commandId: of.commandId,
  }));
}

/** What the store must answer to an append. */
export function answer(events: readonly StoredEvent[], repeated = false): Appended {
  const last = events.at(-1)!;
  return { stream: last.stream, revision: last.revision, position: last.position, events, repeated };
}

/** All the events of all the pages. */
export async function eventsOf(
  pages: AsyncIterable<readonly StoredEvent[]>,
): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const page of pages) events.push(...page);
  return events;
}

/** A log long enough that no store reads it in one page: `count` events in appends of a hundred. */
export async function appendMany(store: EventStore, stream: string, count: number): Promise<void> {
  for (let done = 0; done < count; done += 100) {
    const texts = Array.from({ length: Math.min(100, count - done) }, (_, index) => `Note ${done + index}`);
    await store.append(append(stream, `notes from ${done}`, texts));
  }
}
