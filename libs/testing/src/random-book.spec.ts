import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { MemoryEventStore, type StoredEvent } from '#event-store';
import { latestDate } from '#calendar';
import { metOften } from './met-often.js';
import { historySeed } from './seed.js';
import { foldPlainly, recordedEntries } from './plain-fold.js';
import { aStep, beginning, HandedClock, play, type RandomStep } from './random-book.js';

async function played(steps: readonly RandomStep[]) {
  const clock = new HandedClock();
  const store = new MemoryEventStore({ clock: clock.read });
  const outcomes = await play(store, clock, steps);
  const log: StoredEvent[] = [];
  for await (const page of store.readAll()) log.push(...page);
  return { outcomes, log };
}

describe('A random book', () => {
  it('begins with things for chance to work on, every one of them recorded', async () => {
    const { outcomes, log } = await played([]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(beginning.map(() => 'recorded'));
    const kinds = new Set(
      [...foldPlainly(log, { asAt: latestDate, known: log.length }).values()].map(({ kind }) => kind),
    );
    for (const kind of ['programme', 'phase', 'service', 'review', 'portfolio', 'project', 'unit'])
      expect(kinds).toContain(kind);
  });

  it(`is the same book again under the same seed, to the byte (seed ${historySeed})`, async () => {
    const again = () =>
      fc.sample(fc.array(aStep, { minLength: 40, maxLength: 40 }), { seed: historySeed, numRuns: 1 });
    const [first] = again();
    const [second] = again();
    expect(JSON.stringify((await played(second ?? [])).log)).toBe(
      JSON.stringify((await played(first ?? [])).log),
    );
  });

  it(`holds entries of every kind, strikes with and without a replacement, and is refused often (seed ${historySeed})`, async () => {
    const books = fc.sample(fc.array(aStep, { minLength: 60, maxLength: 60 }), {
      seed: historySeed,
      numRuns: 12,
    });
    const seen = new Map<string, number>();
    for (const steps of books) {
      const { outcomes, log } = await played(steps);
      for (const { outcome } of outcomes) seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
      for (const { type } of log) seen.set(type, (seen.get(type) ?? 0) + 1);
    }
    const cases = [
      'recorded',
      'refused',
      'EntryStruck',
      'UnitRegistered',
      'ReviewProposed',
      'PortfolioOpened',
    ];
    metOften(Object.fromEntries(cases.map((each) => [each, seen.get(each) ?? 0])), 1);
  });
});

describe('The plain fold', () => {
  it('knows nothing of an entry before it is recorded, and nothing of a day before it holds', async () => {
    const { log } = await played([]);
    expect(foldPlainly(log, { asAt: latestDate, known: 0 }).size).toBe(0);
    expect(foldPlainly(log, { asAt: '2013-07-17' as typeof latestDate, known: log.length }).size).toBe(0);
    expect([...foldPlainly(log, { asAt: latestDate, known: 1 }).values()]).toMatchObject([
      { kind: 'programme', name: 'Whole-Council Transformation' },
    ]);
  });

  it('keeps each stream’s entries apart, in the order of their days', async () => {
    const { log } = await played([]);
    const streams = recordedEntries(log, log.length);
    expect([...streams.keys()]).toEqual([...new Set(log.map(({ stream }) => stream))]);
    for (const entries of streams.values()) {
      const days = entries.map(({ effectiveOn }) => effectiveOn);
      expect(days).toEqual([...days].sort());
    }
  });
});
