import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { civilDate, instant, type CivilDate, type Instant } from '#calendar';
import { MemoryEventStore, type StoredEvent } from '#event-store';
import { savingMeasures, type AnyPart, type Command, type ProgrammePart, type SavingPart } from '#programme';
import {
  aCommandOf,
  aStep,
  foldPlainly,
  HandedClock,
  historySeed as seed,
  play,
  randomDays,
  randomProgramme,
  recordedEntries,
  savingsPlainly,
  type PlainSaving,
  metOften,
} from '#testing';
import { Reader, ReadModel, waterfall, waterfallDimensions, waterfallLines, type Moment } from './index.js';

interface Asked {
  readonly plain: ReadonlyMap<string, AnyPart>;
  readonly savings: readonly PlainSaving[];
  readonly reader: Reader;
  readonly moment: Moment;
  readonly log: readonly StoredEvent[];
  readonly known: number;
}

const models: ReadModel[] = [];
afterAll(() => {
  for (const model of models) model.close();
});

/** What is said again and again of the saving that every random book begins with. */
const sayingMore = fc
  .record({
    // Delivered in the first half of the days, confirmed in the second, moved on any.
    dated: fc.oneof(
      fc.tuple(fc.constant('record-delivered-saving'), fc.constantFrom(...randomDays.slice(1, 5))),
      fc.tuple(fc.constant('validate-saving'), fc.constantFrom(...randomDays.slice(5))),
      fc.tuple(fc.constant('move-saving'), fc.constantFrom(...randomDays)),
    ),
    pence: fc.constantFrom(1, 60_000_000),
    toPortfolio: fc.constantFrom('adults', 'place'),
  })
  .map(({ dated: [type, effectiveOn], ...said }) => ({
    type,
    effectiveOn,
    programme: randomProgramme,
    provenance: 'observed' as const,
    saving: 'library-hours',
    year: '2015/16',
    by: 'Section 151 officer',
    ...said,
  }));
const settingTheTarget: Command & Record<string, unknown> = {
  programme: randomProgramme,
  provenance: 'minuted',
  effectiveOn: civilDate('2013-09-19'),
  type: 'set-savings-target',
  pence: 23_900_000_000,
  fromYear: '2015/16',
  toYear: '2017/18',
  basis: 'not-stated',
};

/** What is said again from time to time, whatever was struck, so that something counts to a target in each book. */
const confirming = {
  programme: randomProgramme,
  provenance: 'minuted' as const,
  saving: 'library-hours',
  year: '2015/16',
  pence: 60_000_000,
};
const saidAgain: readonly Command[] = [
  settingTheTarget,
  { ...confirming, type: 'record-delivered-saving', effectiveOn: civilDate('2013-10-01') },
  { ...confirming, type: 'validate-saving', by: 'Finance', effectiveOn: civilDate('2013-10-02') } as Command,
];

/** A step of a book in which most is said of savings: late, ahead, struck, moved. */
const aSavingStep = fc
  .tuple(
    aStep,
    fc.oneof({ weight: 5, arbitrary: aCommandOf('saving') }, { weight: 1, arbitrary: sayingMore }),
    fc.nat({ max: 3 }),
  )
  .map(([step, command, other]) => (other === 0 ? step : { ...step, command }));

/** Moments of random books, each with the parts that the log folds to when nothing is used but `evolve`. */
const moments: Promise<readonly Asked[]> = (async () => {
  const all: Asked[] = [];
  const scripts = fc.sample(fc.array(aSavingStep, { minLength: 260, maxLength: 260, size: 'max' }), {
    seed,
    numRuns: 6,
  });
  for (const steps of scripts) {
    const script = steps.flatMap((step, n) =>
      n % 40 === 0
        ? [...saidAgain.map((command) => ({ ...step, strike: undefined, command })), step]
        : [step],
    );
    const clock = new HandedClock();
    const store = new MemoryEventStore({ clock: clock.read });
    await play(store, clock, script);
    const log: StoredEvent[] = [];
    for await (const page of store.readAll()) log.push(...page);
    const model = ReadModel.open(':memory:');
    models.push(model);
    model.apply(log);
    const reader = new Reader(model);
    const instants = [...new Set(log.map(({ recordedAt }) => recordedAt as Instant))];
    const questions = fc.sample(
      fc.record({
        asAt: fc.constantFrom(...randomDays),
        knownAt: fc.option(fc.constantFrom(...instants.map(instant)), { nil: undefined, freq: 2 }),
      }),
      { seed, numRuns: 25 },
    );
    for (const { asAt, knownAt } of questions) {
      const moment = reader.moments.at(asAt, knownAt);
      const known =
        knownAt === undefined ? log.length : log.filter(({ recordedAt }) => recordedAt <= knownAt).length;
      const plain = foldPlainly(log, { asAt, known });
      const savings = savingsPlainly(recordedEntries(log, known), asAt);
      all.push({ plain, savings, reader, moment, log, known });
    }
  }
  return all;
})();

const groupOf = ({
  published,
  category,
  recurrence,
  basis,
}: Pick<SavingPart, 'category' | 'recurrence' | 'basis'> & {
  readonly published?: string | null | undefined;
}) => [published, category, recurrence, basis].join(' ');

/** What all savings count for, worked out by plain addition. */
function addedUp(
  savings: readonly PlainSaving[],
  keyOf: (saving: PlainSaving, year: string) => string,
): Record<string, number[]> {
  const sums: Record<string, number[]> = {};
  for (const saving of savings) {
    for (const [n, measure] of savingMeasures.entries()) {
      for (const { year, pence } of saving.counts[measure]) {
        const key = keyOf(saving, year);
        const line = (sums[key] ??= [0, 0, 0, 0, 0, 0]);
        line[n] = (line[n] ?? 0) + pence;
      }
    }
  }
  return sums;
}

describe('The waterfall of a random book, at any date and for whoever knew how much', () => {
  it(`is what its savings add up to one by one, group by group, however it is broken down (seed ${seed})`, async () => {
    let figures = 0;
    // By unit an amount is divided among what a unit has become: that has laws of its own.
    const dimensions = waterfallDimensions.filter((one) => one !== 'unit');
    for (const { savings, reader, moment } of await moments) {
      for (const by of dimensions) {
        const { groups } = waterfall(reader, randomProgramme, moment, { by });
        const totals = addedUp(savings, (saving) => groupOf(saving));
        const found = groups.map((group) => [
          groupOf(group),
          savingMeasures.map((measure) => group.total[measure].pence),
        ]);
        expect(Object.fromEntries(found)).toEqual(totals);
        const rows = addedUp(savings, (saving, year) => {
          const key = by === 'year' ? year : by === 'saving' ? saving.id : saving[by];
          return `${groupOf(saving)} ${key ?? 'null'}`;
        });
        const foundRows = groups.flatMap((group) =>
          group.rows.map((row) => [
            `${groupOf(group)} ${row.key ?? 'null'}`,
            savingMeasures.map((measure) => row[measure].pence),
          ]),
        );
        expect(Object.fromEntries(foundRows)).toEqual(rows);
        expect(foundRows).toHaveLength(Object.keys(rows).length);
        figures += foundRows.length;
      }
    }
    metOften({ figures }, 500);
  });

  it(`has rows that add up to the total in every group, as a page and as a spreadsheet (seed ${seed})`, async () => {
    for (const { reader, moment } of await moments) {
      for (const by of waterfallDimensions) {
        const asked = waterfall(reader, randomProgramme, moment, { by });
        const lines = waterfallLines(asked);
        for (const group of asked.groups) {
          for (const measure of savingMeasures) {
            const total = group.total[measure].pence;
            expect(group.rows.reduce((sum, row) => sum + row[measure].pence, 0)).toBe(total);
            const column = lines
              .filter((line) => groupOf(line as never) === groupOf(group))
              .reduce((sum, line) => sum + line[`${measure}Pence`], 0);
            expect(column).toBe(total);
          }
        }
      }
    }
  });

  it(`counts each saving in one portfolio and one owner, wherever it has moved (seed ${seed})`, async () => {
    let moved = 0;
    for (const { savings, reader, moment, log, known } of await moments) {
      for (const by of ['portfolio', 'owner', 'review', 'status'] as const) {
        const { groups } = waterfall(reader, randomProgramme, moment, { by });
        const places = groups.flatMap(({ rows }) =>
          rows.flatMap(({ key, savings: inRow }) => inRow.map((id) => [id, key] as const)),
        );
        expect(new Set(places.map(([id]) => id)).size).toBe(places.length);
        for (const [id, key] of places) {
          expect([id, key]).toEqual([id, savings.find((one) => one.id === id)?.[by] ?? null]);
        }
      }
      for (const entries of recordedEntries(log, known).values()) {
        moved += entries.filter(
          ({ event, effectiveOn }) => event.type === 'SavingMoved' && effectiveOn <= moment.asAt,
        ).length;
      }
    }
    metOften({ moved }, 10);
  });

  it(`opens every figure to entries that are believed then and say those amounts (seed ${seed})`, async () => {
    let opened = 0;
    for (const { reader, moment, log, known } of await moments) {
      const standing = new Map(
        [...recordedEntries(log, known)].flatMap(([stream, entries]) =>
          entries
            .filter(({ effectiveOn }) => effectiveOn <= moment.asAt)
            .map((entry) => [entry.id, { stream, event: entry.event as unknown as Record<string, unknown> }]),
        ),
      );
      const { groups } = waterfall(reader, randomProgramme, moment, { by: 'saving' });
      for (const { rows } of groups) {
        for (const row of rows) {
          for (const measure of savingMeasures) {
            const { pence, entries } = row[measure];
            const behind = entries.map((id) => standing.get(id));
            // A plan is stated by one entry, and may be re-profiled by others; a year is reported or confirmed by one.
            const says = behind.map((one) => {
              expect(one?.stream).toBe(`${randomProgramme}/saving/${row.key}`);
              const event = one?.event ?? {};
              const profile = event['profile'] as { pence: number }[] | undefined;
              return profile
                ? profile.reduce((sum, amount) => sum + amount.pence, 0)
                : (event['pence'] as number);
            });
            const isByYear = measure === 'delivered' || measure === 'validated';
            const expected = isByYear ? says.reduce((sum, one) => sum + one, 0) : (says.at(-1) ?? 0);
            expect([row.key, measure, pence]).toEqual([row.key, measure, expected]);
            opened += entries.length;
          }
        }
      }
    }
    metOften({ opened }, 200);
  });

  it(`counts to the target only what finance has validated of recurring cashable savings (seed ${seed})`, async () => {
    let counting = 0;
    for (const { plain, savings, reader, moment, log } of await moments) {
      const { target, counted } = waterfall(reader, randomProgramme, moment);
      const held = (plain.get(`programme/${randomProgramme}`) as ProgrammePart | undefined)?.savingsTarget;
      expect([target?.pence, target?.years ?? undefined]).toEqual([held?.pence, held?.years]);
      const behind = (target?.entries ?? []).map((id) => log.find((stored) => stored.id === id));
      expect(behind.map((stored) => stored?.type)).toEqual([
        ...(held ? ['SavingsTargetSet'] : []),
        ...(held?.years ? ['SavingsTargetSplit'] : []),
      ]);
      if (held) expect(behind[0]?.data['pence']).toBe(held.pence);
      const inYears = (year: string) => held && year >= held.fromYear && year <= held.toYear;
      const sums: Record<string, number> = {};
      for (const saving of savings) {
        if (saving.published || saving.category !== 'cashable' || saving.recurrence !== 'recurring') continue;
        for (const { year, pence } of saving.counts.validated) {
          if (inYears(year)) sums[saving.basis] = (sums[saving.basis] ?? 0) + pence;
        }
      }
      expect(Object.fromEntries(counted.map(({ basis, pence }) => [basis, pence]))).toEqual(sums);
      for (const { pence, gapPence } of counted) expect(gapPence).toBe((held?.pence ?? 0) - pence);
      counting += counted.length;
    }
    metOften({ counting }, 3);
  });

  it(`keeps to what is asked of it: a filter leaves out the savings that are not meant (seed ${seed})`, async () => {
    for (const { savings, reader, moment } of await moments) {
      for (const portfolio of ['adults', 'place']) {
        const asked = waterfall(reader, randomProgramme, moment, { portfolio, by: 'saving' });
        const found = asked.groups.flatMap(({ rows }) => rows.map(({ key }) => key));
        const meant = savings.filter(
          (one) =>
            one.portfolio === portfolio && savingMeasures.some((measure) => one.counts[measure].length > 0),
        );
        expect(found.sort()).toEqual(meant.map(({ id }) => id).sort());
      }
      const { groups } = waterfall(reader, randomProgramme, moment, { year: '2015/16' });
      for (const { rows } of groups) expect(rows.map(({ key }) => key)).toEqual(['2015/16']);
    }
  });
});

describe('A day before the programme', () => {
  it('has a waterfall with nothing in it', async () => {
    const [{ reader } = {} as Asked] = await moments;
    const moment = reader.moments.at('2013-01-01' as CivilDate);
    expect(waterfall(reader, randomProgramme, moment)).toEqual({
      target: null,
      counted: [],
      by: 'year',
      groups: [],
    });
  });
});
