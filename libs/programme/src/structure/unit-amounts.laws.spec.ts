import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { noFacts } from '#acts';
import { civilDate } from '#calendar';
import { judge } from '#recording';
import { believed, historySeed as seed, metOften } from '#testing';
import { isStrike, Timeline, type Logged } from '#timeline';
import {
  structureStream,
  type StructureCommand,
  type StructureEvent,
  type StructurePart,
  type UnitPart,
} from './index.js';
import { asked, year } from './support-units.story.js';

const days = [
  '2013-09-19',
  '2013-12-02',
  '2014-02-13',
  '2014-04-01',
  '2014-04-01',
  '2014-07-01',
  '2015-04-01',
  '2016-04-01',
];
const counted = ['adults', 'children', 'highways', 'legal', 'property', 'libraries'];
const made = ['governance', 'place', 'estates', 'facilities'];
const directorates = ['Customer and Communities', 'Enterprise and Environment'];

const aDay = fc.constantFrom(...days);
const aUnit = fc.constantFrom(...counted, ...made);
const anAmount = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 1_000_000_000_000 }));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const clean = <T extends object>(said: T): T => JSON.parse(JSON.stringify(said)) as T;

const aStatement = fc.oneof(
  fc.record({
    type: fc.constant('set-unit-budget' as const),
    unit: aUnit,
    year: fc.constantFrom(year('2013/14'), year('2014/15'), year('2015/16')),
    gross: anAmount,
    net: maybe(anAmount),
    notStated: maybe(anAmount),
    priceBase: maybe(fc.constant('2013/14 prices')),
  }),
  fc.record({
    type: fc.constant('set-unit-posts' as const),
    unit: aUnit,
    posts: fc.integer({ min: 0, max: 900 }),
  }),
);
const aMerge = fc
  .record({ units: fc.uniqueArray(aUnit, { minLength: 1, maxLength: 3 }), successor: aUnit })
  .map((said) => ({ ...said, type: 'merge-units' as const, name: said.successor }));
const aSplit = fc
  .record({
    unit: aUnit,
    into: fc.uniqueArray(fc.record({ unit: aUnit, share: fc.integer({ min: 1, max: 7 }) }), {
      selector: (part) => part.unit,
      minLength: 2,
      maxLength: 3,
    }),
  })
  .map(({ unit, into }) => ({
    type: 'split-unit' as const,
    unit,
    into: into.map((part) => ({ ...part, ...(part.unit !== unit && { name: part.unit }) })),
  }));
const aTransfer = fc.record({
  type: fc.constant('transfer-unit' as const),
  unit: aUnit,
  toDirectorate: fc.constantFrom(...directorates),
});
const aClosing = fc.record({ type: fc.constant('close-unit' as const), unit: aUnit });

const aCommand: fc.Arbitrary<StructureCommand> = fc
  .tuple(
    aDay,
    fc.oneof(
      { weight: 9, arbitrary: aStatement },
      { weight: 4, arbitrary: aMerge },
      { weight: 4, arbitrary: aSplit },
      { weight: 2, arbitrary: aTransfer },
      { weight: 1, arbitrary: aClosing },
    ),
  )
  .map(([day, said]) => asked(day, clean(said)));
const aStep = fc.oneof({ weight: 9, arbitrary: aCommand }, { weight: 1, arbitrary: fc.nat({ max: 25 }) });

/** A stream as the judge lets it become: late entries in their places, struck ones out. */
function recorded(steps: readonly (StructureCommand | number)[]) {
  const timeline = new Timeline(structureStream);
  const log: Logged<StructureEvent>[] = [];
  const opening = counted.map((unit) =>
    asked('2013-09-19', { type: 'register-unit', unit, name: unit, opening: true }),
  );
  for (const step of [...opening, ...steps]) {
    const struck = typeof step === 'number' ? log[step] : undefined;
    const strike = struck && !isStrike(struck) && !timeline.isStruck(struck.id) ? [struck.id] : [];
    const change = { asked: typeof step === 'number' ? [] : [{ command: step }], strike };
    const slot = { firstRevision: log.length, idOf: (index: number) => `entry-${log.length + index}` };
    const judgement = judge(structureStream, timeline, change, slot, () => noFacts);
    if (judgement.outcome !== 'permitted') continue;
    const entries = [...judgement.entries];
    if (strike.length > 0) log.push({ revision: log.length, strikes: strike });
    log.push(...entries);
  }
  return { timeline, log };
}

const histories = fc
  .sample(fc.array(aStep, { minLength: 25, maxLength: 25, size: 'max' }), { seed, numRuns: 1_000 })
  .map(recorded);

/** What a unit has, each figure under words that say which: amounts under different words are never added. */
type Purse = Map<string, bigint>;
const nothing: Purse = new Map();

const add = (purse: Purse, words: string, amount: bigint) =>
  purse.set(words, (purse.get(words) ?? 0n) + amount);

function pour(into: Purse, from: Purse): void {
  for (const [words, amount] of from) add(into, words, amount);
}

/**
 * What every open unit has after so many entries, worked out again by the words of the decision record and nothing else:
 * it shares no code with the fold.
 */
function workedOut(events: readonly StructureEvent[]): ReadonlyMap<string, Purse> {
  const purses = new Map<string, Purse>();
  const purseOf = (unit: string) => {
    const purse = purses.get(unit) ?? new Map<string, bigint>();
    purses.set(unit, purse);
    return purse;
  };
  const taken = (unit: string) => {
    const purse = purseOf(unit);
    purses.delete(unit);
    return purse;
  };
  for (const event of events) {
    if (event.type === 'UnitRegistered') purseOf(event.unit);
    if (event.type === 'UnitClosed') taken(event.unit);
    if (event.type === 'UnitPostsSet') purseOf(event.unit).set('posts', BigInt(event.posts));
    if (event.type === 'UnitBudgetSet') {
      const purse = purseOf(event.unit);
      for (const words of [...purse.keys()]) if (words.startsWith(event.year)) purse.delete(words);
      for (const basis of ['gross', 'net', 'notStated'] as const) {
        const amount = event[basis];
        if (amount !== undefined)
          purse.set(`${event.year} ${basis} ${event.priceBase ?? ''}`, BigInt(amount));
      }
    }
    if (event.type === 'UnitsMerged') {
      for (const unit of event.units) pour(purseOf(event.successor), taken(unit));
    }
    if (event.type === 'UnitSplit') {
      const purse = taken(event.unit);
      const of = event.into.reduce((sum, { share }) => sum + share, 0);
      const last = event.into.at(-1)?.unit ?? '';
      for (const { unit } of event.into) purseOf(unit);
      for (const [words, amount] of purse) {
        let rest = amount;
        for (const { unit, share } of event.into.slice(0, -1)) {
          const part = (amount * BigInt(share)) / BigInt(of);
          rest -= part;
          add(purseOf(unit), words, part);
        }
        add(purseOf(last), words, rest);
      }
    }
  }
  return purses;
}

/** The same, as the fold has it. */
function purseOf({ budgets, posts }: Pick<UnitPart, 'budgets' | 'posts'>): Purse {
  const purse: Purse = new Map();
  for (const budget of budgets) {
    for (const basis of ['gross', 'net', 'notStated'] as const) {
      const amount = budget[basis];
      if (amount !== undefined)
        add(purse, `${budget.year} ${basis} ${budget.priceBase ?? ''}`, BigInt(amount));
    }
  }
  if (posts) add(purse, 'posts', BigInt(posts.count));
  return purse;
}

const written = (purse: Purse) =>
  [...purse].sort(([a], [b]) => (a < b ? -1 : 1)).map(([words, n]) => `${words}: ${n}`);

function total(purses: Iterable<Purse>): string[] {
  const all: Purse = new Map();
  for (const purse of purses) pour(all, purse);
  return written(all);
}

const unitsIn = (get: (key: string) => StructurePart | undefined) =>
  [...counted, ...made].flatMap((id) => (get(`unit/${id}`) as UnitPart | undefined) ?? []);
const openIn = (get: (key: string) => StructurePart | undefined) =>
  unitsIn(get).filter(({ status }) => status === 'open');

/** Whether nothing was closed, and no unit was given a figure of its own once it had been merged or split. */
function nothingSuperseded(events: readonly StructureEvent[]): boolean {
  const reached = new Set<string>();
  return events.every((event) => {
    if (event.type === 'UnitsMerged') reached.add(event.successor);
    if (event.type === 'UnitSplit') for (const { unit } of event.into) reached.add(unit);
    const states = event.type === 'UnitBudgetSet' || event.type === 'UnitPostsSet';
    return event.type !== 'UnitClosed' && !(states && reached.has(event.unit));
  });
}

/** The last statement of each unit for each year, added up: no merge and no split is looked at. */
function statementsInForce(events: readonly StructureEvent[]): string[] {
  const last = new Map<string, StructureEvent>();
  for (const event of events) {
    if (event.type === 'UnitPostsSet') last.set(event.unit, event);
    if (event.type === 'UnitBudgetSet') last.set(`${event.unit} ${event.year}`, event);
  }
  return total([...last.values()].map((event) => workedOut([event]).values().next().value ?? nothing));
}

describe('Budgets and posts along the lineage, in a thousand random histories', () => {
  it(`are to the penny and the post what working them out again gives, at every date (seed ${seed})`, () => {
    let carrying = 0;
    for (const { timeline, log } of histories) {
      const entries = believed(log);
      for (const day of new Set(days)) {
        const plain = workedOut(
          entries.filter(({ effectiveOn }) => effectiveOn <= day).map(({ event }) => event),
        );
        const state = timeline.asAt(civilDate(day));
        const folded = openIn((key) => state.get(key));
        expect(folded.map(({ id }) => id).sort()).toEqual([...plain.keys()].sort());
        for (const unit of folded) {
          expect([unit.id, written(purseOf(unit))]).toEqual([
            unit.id,
            written(plain.get(unit.id) ?? nothing),
          ]);
          carrying += unit.budgets.some(({ carriedFrom }) => carriedFrom !== undefined) ? 1 : 0;
        }
      }
    }
    metOften({ carrying }, 800);
  });

  it(`are changed in sum by a statement and a closing only: merges, splits and transfers conserve them (seed ${seed})`, () => {
    const conserved = { UnitsMerged: 0, UnitSplit: 0, UnitTransferred: 0 };
    for (const { log } of histories) {
      const parts = new Map<string, StructurePart>();
      const sum = () => total(openIn((key) => parts.get(key)).map(purseOf));
      for (const { event } of believed(log)) {
        const before = sum();
        for (const [key, part] of structureStream.evolve(parts, event)) parts.set(key, part);
        if (event.type in conserved) {
          expect([event, sum()]).toEqual([event, before]);
          if (before.length > 0) conserved[event.type as keyof typeof conserved] += 1;
        }
        for (const unit of unitsIn((key) => parts.get(key))) {
          if (unit.status !== 'open') expect([unit.budgets, unit.posts]).toEqual([[], undefined]);
        }
      }
    }
    metOften(conserved, 200);
  });

  it(`add up to the statements in force, where nothing superseded or closed them (seed ${seed})`, () => {
    let summed = 0;
    for (const { timeline, log } of histories) {
      for (const day of new Set(days)) {
        const upTo = believed(log).flatMap(({ effectiveOn, event }) => (effectiveOn <= day ? [event] : []));
        if (!nothingSuperseded(upTo)) continue;
        const state = timeline.asAt(civilDate(day));
        expect(total(openIn((key) => state.get(key)).map(purseOf))).toEqual(statementsInForce(upTo));
        summed += upTo.some(({ type }) => type === 'UnitsMerged' || type === 'UnitSplit') ? 1 : 0;
      }
    }
    metOften({ summed }, 100);
  });
});
