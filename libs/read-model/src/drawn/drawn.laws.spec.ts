import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instant, type CivilDate, type Instant } from '#calendar';
import { MemoryEventStore, type StoredEvent } from '#event-store';
import { savingMeasures, type Command, type StructureEvent } from '#programme';
import {
  aCommandOf,
  aStep,
  foldEntries,
  HandedClock,
  historySeed as seed,
  play,
  randomDays,
  randomProgramme,
  recordedEntries,
  savingsPlainly,
  unitsPlainly,
  type PlainFlow,
  metOften,
} from '#testing';
import { Reader, ReadModel, savingsOverTime, savingsSteps, unitFlow, type Moment } from '../index.js';

const models: ReadModel[] = [];
afterAll(() => {
  for (const model of models) model.close();
});

interface Asked {
  readonly log: readonly StoredEvent[];
  readonly known: number;
  readonly reader: Reader;
  readonly moment: Moment;
}

/** A step of a book in which much is said of savings and of units: late, ahead, struck, merged, split. */
const aDrawnStep = fc
  .tuple(aStep, fc.oneof(aCommandOf('saving'), aCommandOf('structure')), fc.nat({ max: 4 }))
  .map(([step, command, other]) => (other === 0 ? step : { ...step, command }));

/** What every book begins with, so that in each some unit has come to another. */
const merging = [
  { type: 'register-unit', unit: 'first-half', name: 'First half', opening: true },
  { type: 'register-unit', unit: 'second-half', name: 'Second half', opening: true },
  { type: 'merge-units', units: ['first-half', 'second-half'], successor: 'whole-of-it', name: 'Whole' },
].map((said) => ({
  ...said,
  programme: randomProgramme,
  provenance: 'minuted' as const,
  effectiveOn: randomDays[0],
})) as readonly Command[];

const moments: Promise<readonly Asked[]> = (async () => {
  const all: Asked[] = [];
  const scripts = fc.sample(fc.array(aDrawnStep, { minLength: 260, maxLength: 260, size: 'max' }), {
    seed,
    numRuns: 3,
  });
  for (const script of scripts) {
    const clock = new HandedClock();
    const store = new MemoryEventStore({ clock: clock.read });
    const begun = merging.flatMap((command) =>
      script.slice(0, 1).map((step) => ({ ...step, strike: undefined, command })),
    );
    await play(store, clock, [...begun, ...script]);
    const log: StoredEvent[] = [];
    for await (const page of store.readAll()) log.push(...page);
    const model = ReadModel.open(':memory:');
    models.push(model);
    model.apply(log);
    const reader = new Reader(model);
    const instants = [...new Set(log.map(({ recordedAt }) => recordedAt as Instant))];
    const asked = fc.record({
      asAt: fc.constantFrom(...randomDays),
      knownAt: fc.option(fc.constantFrom(...instants.map(instant)), { nil: undefined, freq: 2 }),
    });
    for (const { asAt, knownAt } of fc.sample(asked, { seed, numRuns: 12 })) {
      const known =
        knownAt === undefined ? log.length : log.filter(({ recordedAt }) => recordedAt <= knownAt).length;
      all.push({ log, known, reader, moment: reader.moments.at(asAt, knownAt) });
    }
  }
  return all;
})();

const kindOf = ({ published, category, recurrence, basis }: Readonly<Record<string, unknown>>): string =>
  [published ?? null, category, recurrence, basis].join(' ');

describe('The figures that charts draw, of a random book', () => {
  it(`come over time to what the savings of each day add up to one by one (seed ${seed})`, async () => {
    let compared = 0;
    for (const { log, known, reader, moment } of await moments) {
      const steps = savingsOverTime.rows(reader, randomProgramme, moment);
      const recorded = recordedEntries(log, known);
      const target = [...foldEntries(recorded, moment.asAt).values()].find(
        ({ kind }) => kind === 'programme',
      );
      const { fromYear = '', toYear = '9999' } =
        (target as { savingsTarget?: { fromYear: string; toYear: string } } | undefined)?.savingsTarget ?? {};
      const isInYears = (year: string) =>
        fromYear === '' || (year !== 'not-stated' && year >= fromYear && year <= toYear);
      for (const day of randomDays.filter((one) => one <= moment.asAt)) {
        const sums = new Map<string, number>();
        for (const saving of savingsPlainly(recorded, day)) {
          for (const measure of savingMeasures) {
            const key = `${kindOf({ ...saving })} ${measure}`;
            for (const { year, pence } of saving.counts[measure]) {
              if (isInYears(year)) sums.set(key, (sums.get(key) ?? 0) + pence);
            }
          }
        }
        const drawn = new Map<string, number>();
        for (const step of steps)
          if (step.on <= day) drawn.set(`${kindOf(step)} ${step.measure}`, step.pence);
        const notNothing = (all: ReadonlyMap<string, number>) =>
          [...all].filter(([, pence]) => pence !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
        expect(notNothing(drawn)).toEqual(notNothing(sums));
        compared += notNothing(sums).length;
      }
    }
    metOften({ compared }, 20);
  });

  it(`end over time where the bars of the same day stand (seed ${seed})`, async () => {
    let bars = 0;
    for (const { reader, moment } of await moments) {
      const last = new Map(
        savingsOverTime
          .rows(reader, randomProgramme, moment)
          .map((step) => [`${kindOf(step)} ${step.measure}`, step.pence]),
      );
      for (const step of savingsSteps.rows(reader, randomProgramme, moment)) {
        if (step.measure === 'target') continue;
        expect([step.measure, last.get(`${kindOf(step)} ${step.measure}`) ?? 0]).toEqual([
          step.measure,
          step.pence,
        ]);
        bars += 1;
      }
    }
    metOften({ bars }, 5);
  });

  it(`lead each unit that was made from no other to whatever holds what it had, entry by entry (seed ${seed})`, async () => {
    let [lines, moved] = [0, 0];
    for (const { log, known, reader, moment } of await moments) {
      const events = structureBy(log, known, moment.asAt);
      const expected = unitsPlainly(events);
      const flow = unitFlow.rows(reader, randomProgramme, moment);
      expect(flow.map(({ from, to, how, on }) => ({ from, to, how, on })).sort(byEnds)).toEqual(
        [...expected.flow].sort(byEnds),
      );
      const reached = new Set(flow.map(({ to }) => to));
      expect(expected.open.filter((unit) => !reached.has(unit))).toEqual([]);
      lines += flow.length;
      moved += flow.filter(({ from, to }) => from !== to).length;
    }
    metOften({ lines, moved }, { lines: 20, moved: 1 });
  });
});

const byEnds = (a: PlainFlow, b: PlainFlow) => (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1);

/** What is believed of the structure up to a day, in fold order. */
function structureBy(log: readonly StoredEvent[], known: number, asAt: CivilDate): StructureEvent[] {
  return (recordedEntries(log, known).get(`${randomProgramme}/structure`) ?? [])
    .filter(({ effectiveOn }) => effectiveOn <= asAt)
    .map(({ event }) => event as StructureEvent);
}
