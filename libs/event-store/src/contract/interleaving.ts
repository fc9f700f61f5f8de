import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { historySeed as seed } from '#testing';
import type { Append, ExpectedRevision, StoredEvent } from '../event-store.js';
import { append, eventsOf } from './appends.js';
import type { OpenStore } from './subject.js';

const streams = ['kent/review/library-service', 'kent/review/highways', 'kent/programme'];

const appends: fc.Arbitrary<Append> = fc
  .record({
    stream: fc.constantFrom(...streams),
    command: fc.integer({ min: 1, max: 5 }),
    saying: fc.constantFrom('this', 'this', 'that'),
    expected: fc.oneof(
      fc.constantFrom<ExpectedRevision>('none', 'exists', 'any', 'any'),
      fc.integer({ min: 0, max: 6 }),
    ),
    notes: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ stream, command, saying, expected, notes }) => ({
    ...append(
      stream,
      `command ${command}`,
      Array.from({ length: notes }, (_, note) => `${saying} ${note}`),
      expected,
    ),
    fingerprint: saying,
  }));

/** Appends made together, without waiting for one another, in turns that do wait. */
const turns = fc.array(fc.array(appends, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 });

/**
 * Whatever is asked, in whatever order, the log is what a plain list would be. Among appends made together, those to one
 * stream stand in the order they were made; those to different streams in any, since a cluster takes them side by side.
 */
export function interleaving(open: OpenStore): void {
  it(`any appends with any expectations leave the log a plain list would (seed ${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(turns, async (asked) => {
        const { store, close } = await open({ clock: () => '2014-07-17T09:30:00.000Z' });
        try {
          const list = new PlainList();
          const ends = [0];
          for (const together of asked) {
            const answers = await Promise.allSettled(together.map((each) => store.append(each)));
            expect(
              answers.map((each) =>
                each.status === 'rejected'
                  ? (each.reason as Error).name
                  : {
                      last: each.value.revision,
                      repeated: each.value.repeated,
                      notes: each.value.events.length,
                    },
              ),
            ).toEqual(together.map((each) => list.append(each)));
            ends.push(list.log.length);
          }
          const log = await eventsOf(store.readAll());
          expect(log.length).toBe(list.log.length);
          for (const [turn, end] of ends.entries()) {
            const [from, to] = [ends[turn - 1] ?? 0, end];
            expect(byStream(log.slice(from, to).map(withoutPosition))).toEqual(
              byStream(list.log.slice(from, to)),
            );
          }
          const positions = log.map((event) => event.position);
          expect(positions).toEqual([...new Set(positions)].sort());
          expect(await store.head()).toBe(positions.at(-1));
          for (const stream of streams) {
            expect(await eventsOf(store.readStream(stream))).toEqual(
              log.filter((event) => event.stream === stream),
            );
          }
        } finally {
          await close();
        }
      }),
      { seed, numRuns: 60 },
    );
  });
}

type PlainEvent = Omit<StoredEvent, 'position'>;

function withoutPosition({ position: _position, ...event }: StoredEvent): PlainEvent {
  return event;
}

function byStream(events: readonly PlainEvent[]): readonly PlainEvent[] {
  return streams.flatMap((stream) => events.filter((event) => event.stream === stream));
}

type PlainAnswer = string | { last: number; repeated: boolean; notes: number };

/** The rules of the port in their shortest form, over a list searched from one end to the other. */
class PlainList {
  readonly log: PlainEvent[] = [];
  private readonly kept: {
    stream: string;
    commandId: string;
    fingerprint: string;
    last: number;
    notes: number;
  }[] = [];

  append({ stream, commandId, fingerprint, expected, events }: Append): PlainAnswer {
    if (events.length === 0) return 'NotStorable';
    const inStream = this.kept.filter((command) => command.stream === stream);
    const earlier = inStream.find((command) => command.commandId === commandId);
    if (earlier && earlier.fingerprint !== fingerprint) return 'CommandIdReused';
    if (earlier) return { last: earlier.last, repeated: true, notes: earlier.notes };
    const actual = inStream.at(-1)?.last;
    const asExpected =
      expected === 'any' ||
      (expected === 'none'
        ? actual === undefined
        : expected === 'exists'
          ? actual !== undefined
          : expected === actual);
    if (!asExpected) return 'WrongExpectedRevision';
    const next = (actual ?? -1) + 1;
    const recordedAt = '2014-07-17T09:30:00.000Z';
    events.forEach((event, index) =>
      this.log.push({ ...event, stream, revision: next + index, recordedAt, commandId }),
    );
    const last = next + events.length - 1;
    this.kept.push({ stream, commandId, fingerprint, last, notes: events.length });
    return { last, repeated: false, notes: events.length };
  }
}
