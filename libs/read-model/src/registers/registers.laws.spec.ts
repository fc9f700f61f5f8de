import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, latestDate } from '#calendar';
import { MemoryEventStore, type StoredEvent } from '#event-store';
import type { Command } from '#programme';
import {
  aCommandOf,
  aStep,
  factsChangedPlainly,
  HandedClock,
  historySeed as seed,
  metOften,
  NotingRecorder,
  play,
  randomDays,
  randomProgramme,
  type RandomKind,
} from '#testing';
import { factsReadBy } from '../facts-read.js';
import { Reader, ReadModel } from '../index.js';
import { factsChanged } from './entry-registers.js';
import { registers } from './index.js';

const models: ReadModel[] = [];
afterAll(() => {
  for (const model of models) model.close();
});

function readerOf(log: readonly StoredEvent[]): Reader {
  const model = ReadModel.open(':memory:');
  models.push(model);
  model.apply(log);
  return new Reader(model);
}

/** A step about a thing of one kind: decisions and what they are read for come often. */
const aStepAbout = (kind: RandomKind) =>
  fc.tuple(aStep, aCommandOf(kind)).map(([step, command]) => ({ ...step, command }));
const anyStep = fc.oneof(aStep, aStepAbout('decision'), aStepAbout('project'));

const logs: StoredEvent[][] = [];
/** Which command each entry of a book answered. */
const commands = new Map<StoredEvent[], ReadonlyMap<string, Command>>();

async function logsAtRandom(): Promise<readonly StoredEvent[][]> {
  if (logs.length > 0) return logs;
  const scripts = fc.sample(fc.array(anyStep, { minLength: 220, maxLength: 220, size: 'max' }), {
    seed,
    numRuns: 20,
  });
  for (const script of scripts) {
    const clock = new HandedClock();
    const store = new MemoryEventStore({ clock: clock.read });
    const recorder = new NotingRecorder(store);
    await play(store, clock, script, recorder);
    const log: StoredEvent[] = [];
    for await (const page of store.readAll()) log.push(...page);
    logs.push(log);
    commands.set(log, recorder.commands);
  }
  return logs;
}

const days = randomDays.flatMap((day) => [day, addDays(day, 40)]);

describe('Registers over a random book', () => {
  it(`never change at an earlier state of knowledge, whatever is recorded later (seed ${seed})`, async () => {
    let rows = 0;
    const some = (await logsAtRandom()).slice(0, 8);
    for (const log of some) {
      const whole = readerOf(log);
      for (const known of [Math.floor(log.length / 3), Math.floor(log.length / 2), log.length]) {
        const first = readerOf(log.slice(0, known));
        for (const day of days) {
          const then = first.moments.at(day);
          const since = whole.moments.upTo(whole.moments.at(day), log[known - 1]?.position ?? '');
          expect(since.seq).toBe(then.seq);
          for (const register of registers) {
            const expected = register.rows(first, randomProgramme, then);
            rows += expected.length;
            const rowsSince = register.rows(whole, randomProgramme, since);
            expect([register.name, rowsSince]).toEqual([register.name, expected]);
          }
        }
      }
    }
    metOften({ rows }, 100);
  });

  it(`hold of the facts changed what deciding every entry again, from nothing, comes to (seed ${seed})`, async () => {
    const parsed = (text: unknown): unknown => (typeof text === 'string' ? JSON.parse(text) : text);
    const met = { listed: 0, refusedNow: 0, gone: 0 };
    for (const log of await logsAtRandom()) {
      const reader = readerOf(log);
      const plain = factsChangedPlainly(log, commands.get(log) ?? new Map<string, Command>());
      for (const day of [...days, latestDate]) {
        const moment = reader.moments.at(day);
        const rows = factsChanged.rows(reader, randomProgramme, moment);
        const found = rows.map(({ id, effectiveOn, fact, factAsAt, before, after, judgedNow }) => ({
          ...{ id, effectiveOn, fact, factAsAt, before: parsed(before), after: parsed(after), judgedNow },
        }));
        expect(found).toEqual(plain.filter(({ effectiveOn }) => effectiveOn <= day));
        met.listed += rows.length;
        met.refusedNow += rows.filter(({ judgedNow }) => judgedNow !== 'permitted').length;
        met.gone += rows.filter(({ after }) => after === null).length;
      }
    }
    metOften(met, { listed: 100, refusedNow: 20, gone: 3 });
  });

  it(`judge each entry again as it was judged, on what was known then (seed ${seed})`, async () => {
    let judged = 0;
    for (const log of await logsAtRandom()) {
      const reader = readerOf(log);
      const moment = reader.moments.at(latestDate);
      for (const at of reader.log.withFactsRead(randomProgramme, moment)) {
        const { facts, refused } = factsReadBy(reader, randomProgramme, at, moment);
        judged += facts.length;
        expect([at.entry.type, refused]).toEqual([at.entry.type, null]);
      }
    }
    metOften({ judged }, 5);
  });
});
