import { beforeEach, describe, expect, it } from '@jest/globals';
import { addDays, civilDate } from '#calendar';
import { smallStructure, unitKey, type SmallEvent, type SmallPart, type SmallUnit } from '#testing';
import { Timeline, type Entry, type Rules } from './index.js';

/** How often the rules were asked what an event comes to: the cost of a change, without a clock. */
let folded = 0;
/** How often they looked at a part. */
let looks = 0;

const counting: Rules<SmallPart, SmallEvent> = {
  ...smallStructure,
  evolve(state, event) {
    folded += 1;
    const watched = {
      get: (key: string) => {
        looks += 1;
        return state.get(key);
      },
    };
    return smallStructure.evolve(watched, event);
  },
};

const start = civilDate('2013-04-01');
const unitOf = (n: number) => `unit-${n}`;

type Said<E> = E extends SmallEvent ? Omit<E, 'effectiveOn' | 'provenance'> : never;

const entry = (revision: number, daysIn: number, said: Said<SmallEvent>): Entry<SmallEvent> => {
  const effectiveOn = addDays(start, daysIn);
  const event = { provenance: 'minuted', effectiveOn, ...said } as SmallEvent;
  return { id: `entry-${revision}`, revision, effectiveOn, event };
};

const registered = (n: number) =>
  ({ type: 'UnitRegistered', unit: unitOf(n), name: `Unit ${n}`, posts: 10 }) as const;
const counted = (n: number, posts: number) => ({ type: 'PostsCounted', unit: unitOf(n), posts }) as const;
const moved = (from: number, to: number, posts: number) =>
  ({ type: 'PostsMoved', from: unitOf(from), to: unitOf(to), posts }) as const;

/** So many units, registered on the first day and counted once a day in turn. */
function countedInTurn(units: number, entries: number): Entry<SmallEvent>[] {
  return Array.from({ length: entries }, (_, i) =>
    i < units ? entry(i, 0, registered(i)) : entry(i, i, counted(i % units, i % 5)),
  );
}

const postsOf = (timeline: Timeline<SmallPart, SmallEvent>, n: number) =>
  (timeline.asAt().get(unitKey(unitOf(n))) as SmallUnit | undefined)?.posts;

beforeEach(() => {
  folded = 0;
  looks = 0;
});

describe('The cost of a change', () => {
  it('in order is the same for the last of 15,000 entries as for the first', () => {
    const timeline = new Timeline(counting);
    for (const next of countedInTurn(5_000, 15_000)) {
      const before = { folded, looks };
      expect(timeline.judge({ add: [next] }).permitted).toBe(true);
      expect(folded - before.folded).toBe(1);
      expect(looks - before.looks).toBeLessThanOrEqual(2);
    }
    expect(folded).toBe(15_000);
  });

  it('in order is the same where every entry is about one unit', () => {
    const timeline = Timeline.of(counting, countedInTurn(1, 5_000));
    expect(folded).toBe(5_000);
    expect(postsOf(timeline, 0)).toBe(4_999 % 5);
  });

  it('is one fold an entry for 15,000 entries in one change', () => {
    const timeline = new Timeline(counting);
    expect(timeline.judge({ add: countedInTurn(5_000, 15_000) }).permitted).toBe(true);
    expect(folded).toBe(15_000);
  });

  it('is no more for a late entry about a unit that nothing later touches', () => {
    const timeline = Timeline.of(counting, [
      entry(0, 0, registered(7)),
      ...countedInTurn(7, 5_000).map(later),
    ]);
    folded = 0;
    timeline.judge({ add: [entry(9_000, 3, counted(7, 4))] });
    expect(folded).toBe(1);
  });

  it('ends for a late entry at the next count of its unit, after which all is as it was', () => {
    const timeline = Timeline.of(counting, countedInTurn(7, 5_000));
    folded = 0;
    timeline.judge({ add: [entry(9_000, 20, counted(3, 6))] });
    expect(folded).toBe(2);
  });

  it('is one fold where a late entry says only what held already', () => {
    const timeline = Timeline.of(counting, [
      entry(0, 0, registered(0)),
      entry(1, 10, moved(0, 1, 0)),
      entry(2, 20, moved(0, 1, 0)),
    ]);
    folded = 0;
    timeline.judge({ add: [entry(3, 5, counted(0, 10))] });
    expect(folded).toBe(1);
  });

  it('follows what posts moved carry from unit to unit, and no further', () => {
    const timeline = Timeline.of(counting, [
      ...Array.from({ length: 100 }, (_, n) => entry(n, 0, registered(n))),
      entry(100, 10, moved(0, 1, 5)),
      entry(101, 20, { type: 'PostsMatched', unit: unitOf(2), like: unitOf(1) }),
      entry(102, 30, counted(1, 3)),
      entry(103, 40, counted(2, 3)),
      ...Array.from({ length: 1_000 }, (_, i) =>
        entry(104 + i, 50 + i, moved((i % 98) + 1, (i % 97) + 2, 0)),
      ),
    ]);
    folded = 0;
    timeline.judge({ add: [entry(2_000, 5, counted(1, 8))] });
    // The count, the move into it, the unit matched with it, and the counts that put both right.
    expect(folded).toBe(5);
  });

  it('of a strike is the entries that shared a part with it, until all is as it was', () => {
    const timeline = Timeline.of(counting, countedInTurn(7, 5_000));
    folded = 0;
    expect(timeline.judge({ add: [], strike: ['entry-703'] }).permitted).toBe(true);
    expect(folded).toBe(1);
  });

  it('of a change that is refused ends at the entry that stands in its way', () => {
    const timeline = Timeline.of(counting, [
      entry(0, 0, registered(0)),
      entry(1, 0, registered(1)),
      ...Array.from({ length: 1_000 }, (_, i) => entry(2 + i, 10 + i, moved(i % 2, (i + 1) % 2, 8))),
    ]);
    folded = 0;
    expect(timeline.judge({ add: [entry(2_000, 5, counted(0, 2))] })).toMatchObject({
      permitted: false,
      entry: { id: 'entry-2' },
    });
    expect(folded).toBe(2);
  });
});

/** The same entry with the next revision. */
function later({ revision, event, effectiveOn }: Entry<SmallEvent>): Entry<SmallEvent> {
  return { id: `entry-${revision + 1}`, revision: revision + 1, effectiveOn, event };
}
