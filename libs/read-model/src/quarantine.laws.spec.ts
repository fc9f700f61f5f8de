import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type Instant } from '#calendar';
import { MemoryEventStore, type StoredEvent } from '#event-store';
import { isEntryStruck, parseStreamName, readBack, streamOfKind } from '#programme';
import {
  aStep,
  foldPlainly,
  HandedClock,
  historySeed as seed,
  play,
  randomDays,
  randomProgramme,
  metOften,
} from '#testing';
import { Reader, ReadModel } from './index.js';

async function logAtRandom(script: Parameters<typeof play>[2]): Promise<readonly StoredEvent[]> {
  const clock = new HandedClock();
  const store = new MemoryEventStore({ clock: clock.read });
  await play(store, clock, script);
  const log: StoredEvent[] = [];
  for await (const page of store.readAll()) log.push(...page);
  return log;
}

/** A log with an entry in its middle that nobody can read, a few pages at a time. */
const aPoisonedBook = fc.record({
  script: fc.array(aStep, { minLength: 60, maxLength: 120, size: 'max' }),
  at: fc.nat(),
  pageSize: fc.integer({ min: 1, max: 60 }),
});

const poisoned = (log: readonly StoredEvent[], at: number): readonly StoredEvent[] =>
  log.map((stored, n) => (n === at ? { ...stored, type: 'SomethingLater' } : stored));

function modelOf(log: readonly StoredEvent[], pageSize: number): ReadModel {
  const model = ReadModel.open(':memory:', { clock: () => '2014-04-01T09:00:00.000Z' });
  for (let from = 0; from < log.length; from += pageSize) model.apply(log.slice(from, from + pageSize));
  return model;
}

/** Every row by the names of its thing: only the numbers of things tell who came first. */
function rowsOf({ database }: ReadModel): unknown {
  const named = (table: string, thing: string) =>
    database
      .prepare(
        `SELECT t.programme, t.kind, t.id, t.stream, t.first_seq, r.* FROM ${table} AS r JOIN thing AS t ON t.number = ${thing}
         ORDER BY t.programme, t.kind, t.id`,
      )
      .safeIntegers()
      .all()
      .map((row) => {
        const { key, thing: _number, ...told } = row as { key?: bigint; thing?: bigint };
        return { ...told, ...(key !== undefined && { on: key & ((1n << 39n) - 1n) }) };
      });
  return {
    checkpoint: database.prepare('SELECT * FROM checkpoint').all(),
    entries: database.prepare('SELECT * FROM entry ORDER BY seq').all(),
    touches: named('touch', 'r.thing'),
    versions: named('version', '(r.key >> 39)'),
  };
}

const keysOf = (log: readonly StoredEvent[]): readonly string[] => {
  const keys = new Set<string>();
  for (const stored of log) {
    const event = readBack(stored);
    const definition = streamOfKind(parseStreamName(stored.stream)?.kind ?? '');
    if (definition && !isEntryStruck(event)) for (const key of definition.touches(event)) keys.add(key);
  }
  return [...keys].sort();
};

describe('A read model that sets a stream aside', () => {
  it(`shows everything else as if what is held back had not been recorded, at its place in the log (seed ${seed})`, async () => {
    let heldBack = 0;
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(aPoisonedBook, async ({ script, at, pageSize }) => {
        const log = await logAtRandom(script);
        const n = at % log.length;
        const stream = (log[n] as StoredEvent).stream;
        const model = modelOf(poisoned(log, n), pageSize);
        const isHeld = (stored: StoredEvent, place: number) => stored.stream === stream && place >= n;
        const waiting = log.filter(isHeld);
        heldBack += waiting.length;
        expect(model.quarantined).toMatchObject([
          { stream, position: log[n]?.position, waiting: waiting.length },
        ]);
        expect(model.checkpoint()).toBe(log.at(-1)?.position);
        const reader = new Reader(model);
        const instants = [undefined, log[n]?.recordedAt, log[log.length >> 1]?.recordedAt] as (
          Instant | undefined
        )[];
        for (const asAt of randomDays.flatMap((day) => [day, addDays(day, 1)])) {
          for (const knownAt of instants) {
            const moment = reader.moments.at(asAt, knownAt);
            const known =
              knownAt === undefined ? log.length : log.filter((one) => one.recordedAt <= knownAt).length;
            expect([moment.seq, moment.position]).toEqual([known, log[known - 1]?.position ?? null]);
            const without = log.slice(0, known).filter((stored, place) => !isHeld(stored, place));
            const plain = foldPlainly(without, { asAt, known: without.length });
            for (const key of keysOf(log)) {
              const [kind = '', id = ''] = key.split('/');
              const { part } = reader.parts.one(randomProgramme, kind, id, moment);
              expect(part).toStrictEqual(plain.get(key));
              if (part) shown += 1;
            }
          }
        }
        model.close();
      }),
      { seed, numRuns: 25 },
    );
    metOften({ heldBack, shown }, { heldBack: 25, shown: 1_000 });
  });

  it(`holds, once it is requeued, the rows it would have held all along (seed ${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(aPoisonedBook, async ({ script, at, pageSize }) => {
        const log = await logAtRandom(script);
        const n = at % log.length;
        const stream = (log[n] as StoredEvent).stream;
        const model = modelOf(poisoned(log, n), pageSize);
        const whole = modelOf(log, pageSize);
        const taken = model.requeue(
          stream,
          log.filter((stored) => stored.stream === stream),
        );
        expect(taken).toEqual(log.slice(n).filter((stored) => stored.stream === stream));
        expect(model.quarantined).toEqual([]);
        expect(rowsOf(model)).toStrictEqual(rowsOf(whole));
        model.close();
        whole.close();
      }),
      { seed, numRuns: 25 },
    );
  });
});
