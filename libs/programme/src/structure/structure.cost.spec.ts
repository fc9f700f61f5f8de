import { beforeEach, describe, expect, it } from '@jest/globals';
import { addDays, civilDate } from '#calendar';
import { Timeline, type Entry, type Parts } from '#timeline';
import { structureStream, type StructureEvent, type StructurePart } from './index.js';

/** How often the rules were asked what an entry comes to, or whether it may: the cost of a change, without a clock. */
let asked = 0;
/** How often they looked at a part. */
let looks = 0;

const watched = (state: Parts<StructurePart>): Parts<StructurePart> => ({
  get(key) {
    looks += 1;
    return state.get(key);
  },
});
const counting = {
  touches: structureStream.touches.bind(structureStream),
  evolve(state: Parts<StructurePart>, event: StructureEvent) {
    asked += 1;
    return structureStream.evolve(watched(state), event);
  },
  permits: (state: Parts<StructurePart>, event: StructureEvent) =>
    structureStream.permits(watched(state), event),
};

const start = civilDate('1974-04-01');
const unitOf = (n: number) => `unit-${n}`;

/** Each of so many units is registered, then renamed, then merged with the next, all in order. */
function histories(units: number): Entry<StructureEvent>[] {
  const said = [
    ...Array.from({ length: units }, (_, n) => ({
      type: 'UnitRegistered' as const,
      unit: unitOf(n),
      name: `Unit ${n}`,
      code: `U${n}`,
      opening: false,
    })),
    ...Array.from({ length: units }, (_, n) => ({
      type: 'UnitRenamed' as const,
      unit: unitOf(n),
      fromName: `Unit ${n}`,
      name: `Unit ${n} again`,
    })),
    ...Array.from({ length: units }, (_, n) => ({
      type: 'UnitsMerged' as const,
      units: [unitOf(n)],
      successor: `successor-${n}`,
      founds: true as const,
      name: `Successor ${n}`,
      code: `U${n}`,
    })),
  ];
  return said.map((saying, revision) => {
    const effectiveOn = addDays(start, revision);
    const event = { provenance: 'observed' as const, effectiveOn, ...saying };
    return { id: `entry-${revision}`, revision, effectiveOn, event };
  });
}

beforeEach(() => {
  asked = 0;
  looks = 0;
});

describe('The cost of 15,000 entries about 5,000 units in one stream', () => {
  it('is the same for each of them, the last as the first', () => {
    const timeline = new Timeline(counting);
    const costs = histories(5_000).map((entry) => {
      const before = { asked, looks };
      const { permitted } = timeline.judge({ add: [entry] });
      return { permitted, asked: asked - before.asked, looks: looks - before.looks };
    });
    expect(costs.filter((cost) => !cost.permitted || cost.asked !== 1 || cost.looks > 12)).toEqual([]);
    expect(asked).toBe(15_000);
  });

  it('is one fold an entry where they come in one change', () => {
    expect(new Timeline(counting).judge({ add: histories(5_000) }).permitted).toBe(true);
    expect(asked).toBe(15_000);
  });

  it('of a late entry is only what hangs on it: its unit, and what that became', () => {
    const timeline = Timeline.of(counting, histories(5_000));
    asked = 0;
    const effectiveOn = addDays(start, 5_500);
    const late = { type: 'UnitReclassified', unit: unitOf(7), fromKind: null, unitKind: 'team' } as const;
    const event = { provenance: 'observed' as const, effectiveOn, ...late };
    expect(timeline.judge({ add: [{ id: 'late', revision: 15_000, effectiveOn, event }] }).permitted).toBe(
      true,
    );
    expect(asked).toBe(2);
  });

  it('of a late budget is what hangs on it: its unit, and every merge that carries it on', () => {
    const timeline = Timeline.of(counting, histories(5_000));
    asked = 0;
    const effectiveOn = addDays(start, 12_000);
    const late = { type: 'UnitPostsSet', unit: unitOf(4_000), posts: 7 } as const;
    const event = { provenance: 'observed' as const, effectiveOn, ...late };
    expect(timeline.judge({ add: [{ id: 'late', revision: 15_000, effectiveOn, event }] }).permitted).toBe(
      true,
    );
    expect(timeline.asAt().get('unit/successor-4000')).toMatchObject({ posts: { count: 7 } });
    expect(asked).toBe(2);
  });
});
