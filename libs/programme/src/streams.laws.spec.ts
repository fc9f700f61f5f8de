import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type AnyPart, isEntryStruck } from '#acts';
import { MemoryEventStore, type StoredEvent } from '#event-store';
import {
  aStep,
  foldPlainly,
  HandedClock,
  historySeed as seed,
  play,
  recordedEntries,
  metOften,
} from '#testing';
import { readBack } from './read-back.js';
import { parseStreamName, streamOfKind, streams, type AnyStream } from './streams.js';

const definitionOf = (stream: string): AnyStream => {
  const definition = streamOfKind(parseStreamName(stream)?.kind ?? '');
  if (!definition) throw new Error(`${stream} is not the name of a stream`);
  return definition;
};

/** The logs of random books: what the steps came to. */
async function booksAtRandom(books: number, steps: number, seed: number): Promise<StoredEvent[][]> {
  const logs: StoredEvent[][] = [];
  const scripts = fc.sample(fc.array(aStep, { minLength: steps, maxLength: steps, size: 'max' }), {
    seed,
    numRuns: books,
  });
  for (const script of scripts) {
    const clock = new HandedClock();
    const store = new MemoryEventStore({ clock: clock.read });
    await play(store, clock, script);
    const log: StoredEvent[] = [];
    for await (const page of store.readAll()) log.push(...page);
    logs.push(log);
  }
  return logs;
}

describe('Whatever is asked of a book', () => {
  const logs = booksAtRandom(60, 250, seed);

  it('is refused or comes to something: nearly every kind of event is met in a few hundred books of fixed seeds', async () => {
    // The later stages of a review, and of a call-in, are further than chance goes; their own specs lead there.
    const tooFar = [
      'OptionChosen',
      'AuthorisedToProceed',
      'FullBusinessCaseSubmitted',
      'FullBusinessCaseAuthorised',
      'ImplementationStarted',
      'ReviewCompleted',
      'PhaseReopened',
      'DecisionCalledIn',
      'CallInConcluded',
      'DecisionConfirmed',
      'DecisionAmended',
      // Asked of a structure by itself, where a swap is no rarity.
      'UnitsRecoded',
    ];
    const unmet = new Set([...streams.flatMap(({ events }) => Object.keys(events)), 'EntryStruck']);
    for (const type of tooFar) unmet.delete(type);
    for (let book = 1; unmet.size > 0 && book <= 400; book += 1)
      for (const { type } of (await booksAtRandom(1, 250, book)).flat()) unmet.delete(type);
    expect([...unmet]).toEqual([]);
  });

  it(`every entry that is believed was permitted where it stands (seed ${seed})`, async () => {
    let asked = 0;
    for (const log of await logs) {
      for (const [stream, entries] of recordedEntries(log, log.length)) {
        const definition = definitionOf(stream);
        const parts = new Map<string, AnyPart>();
        for (const { event } of entries) {
          expect([event, definition.permits(parts, event)]).toEqual([event, undefined]);
          for (const [key, part] of definition.evolve(parts, event)) parts.set(key, part);
          asked += 1;
        }
      }
    }
    metOften({ asked }, 1_000);
  });

  it(`what an entry reads and changes is among the parts it says it touches (seed ${seed})`, async () => {
    for (const log of await logs) {
      for (const [stream, entries] of recordedEntries(log, log.length)) {
        const definition = definitionOf(stream);
        const parts = new Map<string, AnyPart>();
        for (const { event } of entries) {
          const also = definition.alsoTouches?.(parts, event) ?? [];
          const touched = new Set([...definition.touches(event), ...also]);
          const read = new Set<string>();
          const watched = {
            get: (key: string) => {
              read.add(key);
              return parts.get(key);
            },
          };
          definition.permits(watched, event);
          for (const [key, part] of definition.evolve(watched, event)) {
            read.add(key);
            parts.set(key, part);
          }
          expect([event.type, [...read].filter((key) => !touched.has(key))]).toEqual([event.type, []]);
        }
      }
    }
  });

  it(`a fold never throws and holds no undefined, in whatever order its entries come (seed ${seed})`, async () => {
    for (const log of await logs) {
      const byStream = new Map<string, StoredEvent[]>();
      for (const stored of log) byStream.set(stored.stream, [...(byStream.get(stored.stream) ?? []), stored]);
      for (const [stream, entries] of byStream) {
        const definition = definitionOf(stream);
        const events = entries.map((stored) => readBack(stored)).filter((event) => !isEntryStruck(event));
        for (const shuffled of fc.sample(fc.shuffledSubarray(events), { seed, numRuns: 3 })) {
          const parts = new Map<string, AnyPart>();
          for (const event of shuffled) {
            for (const [key, part] of definition.evolve(parts, event)) parts.set(key, part);
            definition.permits(parts, event);
          }
          for (const [key, part] of parts) {
            expect(key).toBe(`${part.kind}/${part.id}`);
            expect(JSON.parse(JSON.stringify(part))).toStrictEqual(part);
          }
        }
      }
    }
  });

  it(`no unit is both open and ended, and lineage reads the same from both ends (seed ${seed})`, async () => {
    let links = 0;
    for (const log of await logs) {
      const days = [...new Set(log.map(({ envelope }) => envelope['effectiveOn'] as never))];
      for (const asAt of days) {
        const parts = foldPlainly(log, { asAt, known: log.length });
        for (const part of parts.values()) {
          if (part.kind !== 'unit') continue;
          const { id, status, ended, predecessors, successors } = part as never as {
            id: string;
            status: string;
            ended?: object;
            predecessors: { unit: string; how: string; on: string }[];
            successors: { unit: string; how: string; on: string }[];
          };
          expect([id, status === 'open']).toEqual([id, ended === undefined]);
          for (const { unit, how, on } of successors) {
            const next = parts.get(`unit/${unit}`) as never as { predecessors: typeof predecessors };
            expect(next.predecessors).toContainEqual(expect.objectContaining({ unit: id, how, on }));
            links += 1;
          }
          for (const { unit, how, on } of predecessors) {
            const before = parts.get(`unit/${unit}`) as never as { successors: typeof successors };
            expect(before.successors).toContainEqual(expect.objectContaining({ unit: id, how, on }));
          }
        }
      }
    }
    metOften({ links }, 20);
  });
});
