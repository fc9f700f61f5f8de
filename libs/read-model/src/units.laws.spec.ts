import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type CivilDate } from '#calendar';
import { MemoryEventStore, type StoredEvent } from '#event-store';
import type { Command, ProgrammePart, StructureEvent, UnitPart } from '#programme';
import {
  aCommandOf,
  aStep,
  foldPlainly,
  HandedClock,
  historySeed as seed,
  play,
  randomDays,
  randomProgramme as programme,
  recordedEntries,
  unitsPlainly,
  metOften,
} from '#testing';
import { lineage, Reader, ReadModel, unitBudgetRows, unitBudgetTotals, unitCount } from './index.js';

interface RandomBook {
  readonly log: readonly StoredEvent[];
  readonly model: ReadModel;
  readonly reader: Reader;
}

const books: RandomBook[] = [];

const made = ['made-1', 'made-2', 'made-3', 'made-4'];

/** A merge that may make a unit of units that were made before. */
const aMergeAlong: fc.Arbitrary<Command> = fc
  .record({
    effectiveOn: fc.constantFrom(...randomDays),
    units: fc.uniqueArray(fc.constantFrom('adult-care', 'libraries', 'legal', 'highways', ...made), {
      minLength: 1,
      maxLength: 2,
    }),
    successor: fc.constantFrom(...made),
  })
  .map(({ effectiveOn, ...merge }) => ({
    ...{ programme, effectiveOn, provenance: 'minuted', type: 'merge-units' },
    ...{ ...merge, name: merge.successor },
  }));

/** Books of which most entries are about units, and some about the programme and its target. */
async function booksOfUnits(): Promise<readonly RandomBook[]> {
  if (books.length > 0) return books;
  const ofUnits = fc.oneof(
    { weight: 5, arbitrary: aCommandOf('structure') },
    { weight: 2, arbitrary: aMergeAlong },
    { weight: 1, arbitrary: aCommandOf('programme') },
  );
  const step = fc.tuple(aStep, ofUnits).map(([one, command]) => ({ ...one, command }));
  for (const script of fc.sample(fc.array(step, { minLength: 120, maxLength: 120, size: 'max' }), {
    seed,
    numRuns: 15,
  })) {
    const clock = new HandedClock();
    const store = new MemoryEventStore({ clock: clock.read });
    await play(store, clock, script);
    const log: StoredEvent[] = [];
    for await (const page of store.readAll()) log.push(...page);
    const model = ReadModel.open(':memory:');
    model.apply(log);
    books.push({ log, model, reader: new Reader(model) });
  }
  return books;
}

afterAll(() => {
  for (const { model } of books) model.close();
});

const days = [...new Set(randomDays.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]))].sort();
const last = days.at(-1) as CivilDate;

const unitsOf = (log: readonly StoredEvent[], asAt: CivilDate) =>
  [...foldPlainly(log, { asAt, known: log.length }).values()].filter(
    (part): part is UnitPart => part.kind === 'unit' && (part as UnitPart).status === 'open',
  );

describe('The units of a random book', () => {
  it(`are counted on every day as the fold of that day counts them, against the target of that day (seed ${seed})`, async () => {
    const changes = new Set<string>();
    for (const [n, { log, reader }] of (await booksOfUnits()).entries()) {
      const steps = unitCount(reader, programme, reader.moments.at(last));
      for (const day of days) {
        const step = steps.findLast(({ on }) => on <= day);
        const folded = foldPlainly(log, { asAt: day, known: log.length }).get(`programme/${programme}`);
        expect([day, step?.count ?? 0, step?.target ?? null]).toEqual([
          day,
          unitsOf(log, day).length,
          (folded as ProgrammePart | undefined)?.unitTarget?.target ?? null,
        ]);
        const since = unitCount(reader, programme, reader.moments.at(last), day);
        expect(since[0]).toMatchObject({ on: day, count: step?.count ?? 0, target: step?.target ?? null });
        expect(since.slice(1)).toEqual(steps.filter(({ on }) => on > day));
        changes.add(`${n} ${step?.count} ${step?.target}`);
      }
    }
    metOften({ changes: changes.size }, 25);
  });

  it(`have the budgets that folding them gives, added up on each basis by itself (seed ${seed})`, async () => {
    let lines = 0;
    for (const { log, reader } of await booksOfUnits()) {
      for (const day of days) {
        const rows = unitBudgetRows(reader, programme, reader.moments.at(day));
        const budgets = unitsOf(log, day).flatMap((unit) => unit.budgets);
        expect(rows).toHaveLength(budgets.length);
        const sums = unitBudgetTotals(rows).map((total) => [total['year'], total['priceBase']]);
        expect(new Set(sums.map((one) => JSON.stringify(one))).size).toBe(sums.length);
        for (const total of unitBudgetTotals(rows)) {
          const alike = budgets.filter(
            ({ year, priceBase = null }) => year === total['year'] && priceBase === total['priceBase'],
          );
          for (const [column, basis] of [
            ['grossPence', 'gross'],
            ['netPence', 'net'],
            ['notStatedPence', 'notStated'],
          ] as const) {
            const amounts = alike.flatMap((budget) => budget[basis] ?? []);
            const sum = amounts.reduce((all, amount) => all + amount, 0);
            expect(total[column]).toBe(amounts.length === 0 ? null : sum);
          }
          lines += 1;
        }
      }
    }
    metOften({ lines }, 80);
  });

  it(`have a lineage of exactly the units that what they had went to or came from, on any day (seed ${seed})`, async () => {
    let links = 0;
    let distant = 0;
    for (const { log, reader } of await booksOfUnits()) {
      const structure = recordedEntries(log, log.length).get(`${programme}/structure`) ?? [];
      for (const day of days) {
        const moment = reader.moments.at(day);
        const by = structure.filter(({ effectiveOn }) => effectiveOn <= day);
        const { handedOn } = unitsPlainly(by.map(({ event }) => event as StructureEvent));
        const kin = reader.parts
          .list(programme, 'unit', moment)
          .map(({ id }) => ({ id, ...lineage(reader, programme, id, moment) }));
        const down = kin.flatMap(({ id, descendants }) => descendants.map(({ unit }) => `${id} ${unit}`));
        const up = kin.flatMap(({ id, ancestors }) => ancestors.map(({ unit }) => `${unit} ${id}`));
        const expected = [...handedOn].sort();
        expect([down.sort(), up.sort()]).toEqual([expected, expected]);
        links += up.length;
        distant += kin.flatMap(({ ancestors }) => ancestors).filter(({ steps }) => steps > 1).length;
      }
    }
    metOften({ links, distant }, { links: 100, distant: 10 });
  });
});
