import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { given } from '#testing';
import { parts } from './carried.js';
import { structureStream, type StructureEvent, type UnitPart } from './index.js';
import { asked, counted, happened, merging, splitting, year } from './support-units.story.js';

const minuted = (on: string) => ({ on, precision: 'day', provenance: 'minuted' });
const budgetOf = (day: string, unit: string, figures: { gross?: number; net?: number; priceBase?: string }) =>
  happened(day, { type: 'UnitBudgetSet', unit, year: year('2014/15'), ...figures });
const postsOf = (day: string, unit: string, posts: number) =>
  happened(day, { type: 'UnitPostsSet', unit, posts });

const stated = [
  budgetOf('2014-02-13', 'legal', { gross: 933_520_000, net: 822_400_000 }),
  budgetOf('2014-02-13', 'democratic', { gross: 120_000_001 }),
  postsOf('2014-02-13', 'legal', 139),
  postsOf('2014-02-13', 'democratic', 20),
];

const unitAfter = (id: string, entries: readonly StructureEvent[], day?: string) =>
  given(structureStream, entries)
    .asAt(day === undefined ? undefined : civilDate(day))
    .get(`unit/${id}`) as UnitPart;
const figures = ({ budgets, posts }: Pick<UnitPart, 'budgets' | 'posts'>) => ({
  budgets: budgets.map(({ gross, net, priceBase }) => ({ gross, net, priceBase })),
  posts: posts?.count,
});

describe('A unit that is merged', () => {
  const entries = [...counted, ...stated, merging.event];

  it('carries budget and posts to its successor whole, each basis by itself, and says what it had', () => {
    expect(unitAfter('governance', entries)).toMatchObject({
      budgets: [
        {
          year: '2014/15',
          gross: 1_053_520_001,
          net: 822_400_000,
          carriedFrom: [
            { unit: 'legal', on: '2014-04-01' },
            { unit: 'democratic', on: '2014-04-01' },
          ],
          provenances: ['minuted'],
        },
      ],
      posts: { count: 159 },
    });
    const legal = unitAfter('legal', entries);
    expect([legal.budgets, legal.posts]).toEqual([[], undefined]);
    expect(legal.ended?.had).toEqual({
      budgets: [
        {
          year: '2014/15',
          gross: 933_520_000,
          net: 822_400_000,
          stated: minuted('2014-02-13'),
          provenances: ['minuted'],
        },
      ],
      posts: { count: 139, stated: minuted('2014-02-13'), provenances: ['minuted'] },
    });
    expect(unitAfter('governance', entries, '2014-03-31')).toBeUndefined();
  });

  it('carries a budget that is reported late, and the merge is left as it was recorded', () => {
    const late = budgetOf('2014-03-03', 'democratic', { gross: 130_000_000, net: 1 });
    const timeline = given(structureStream, entries)
      .when(
        asked('2014-03-03', {
          type: 'set-unit-budget',
          unit: 'democratic',
          year: year('2014/15'),
          gross: 130_000_000,
          net: 1,
        }),
      )
      .thenRecords([late]);
    expect(figures(timeline.asAt().get('unit/governance') as UnitPart).budgets).toEqual([
      { gross: 1_063_520_000, net: 822_400_001, priceBase: undefined },
    ]);
  });

  it('carries no more than stands: a struck budget is gone from the successor too', () => {
    const timeline = given(structureStream, entries).striking([counted.length]).thenRecords([]);
    expect(figures(timeline.asAt().get('unit/governance') as UnitPart)).toEqual({
      budgets: [{ gross: 120_000_001, net: undefined, priceBase: undefined }],
      posts: 159,
    });
  });

  it('brings figures of other prices beside the successor’s own, never added to them', () => {
    const own = budgetOf('2014-02-13', 'property', { gross: 5, priceBase: '2013/14 prices' });
    const join = happened('2014-04-01', {
      type: 'UnitsMerged',
      units: ['democratic'],
      successor: 'property',
    });
    expect(figures(unitAfter('property', [...counted, ...stated, own, join])).budgets).toEqual([
      { gross: 120_000_001, net: undefined, priceBase: undefined },
      { gross: 5, net: undefined, priceBase: '2013/14 prices' },
    ]);
  });

  it('has its share in what the successor has until a budget of the successor’s own supersedes it', () => {
    const whole = {
      type: 'set-unit-budget',
      unit: 'governance',
      year: year('2014/15'),
      net: 900_000_000,
    } as const;
    const after = given(structureStream, entries)
      .when(asked('2014-07-01', whole))
      .thenRecords([budgetOf('2014-07-01', 'governance', { net: 900_000_000 })]);
    expect((after.asAt().get('unit/governance') as UnitPart).budgets).toEqual([
      {
        year: '2014/15',
        net: 900_000_000,
        stated: minuted('2014-07-01'),
        provenances: ['minuted'],
      },
    ]);
    expect((after.asAt(civilDate('2014-06-30')).get('unit/governance') as UnitPart).budgets).toHaveLength(1);
    expect(figures(after.asAt(civilDate('2014-06-30')).get('unit/governance') as UnitPart).posts).toBe(159);
  });

  it('is no reason to leave out a statement of the very sum that is carried: from then on it stands by itself', () => {
    const same = { gross: 1_053_520_001, net: 822_400_000 };
    given(structureStream, entries)
      .when(
        asked('2014-07-01', { type: 'set-unit-budget', unit: 'governance', year: year('2014/15'), ...same }),
      )
      .thenRecords([budgetOf('2014-07-01', 'governance', same)]);
    given(structureStream, entries)
      .when(asked('2014-07-01', { type: 'set-unit-posts', unit: 'governance', posts: 159 }))
      .thenRecords([postsOf('2014-07-01', 'governance', 159)]);
  });
});

describe('A unit that is split', () => {
  const had = [
    budgetOf('2014-02-13', 'property', { gross: 100, net: 50 }),
    postsOf('2014-02-13', 'property', 8),
  ];

  it('divides what it has by the shares, each rounded down, and the last takes the rest', () => {
    const entries = [...counted, ...had, splitting.event];
    expect(figures(unitAfter('estates', entries))).toEqual({
      budgets: [{ gross: 66, net: 33, priceBase: undefined }],
      posts: 5,
    });
    expect(figures(unitAfter('facilities', entries))).toEqual({
      budgets: [{ gross: 34, net: 17, priceBase: undefined }],
      posts: 3,
    });
    expect(figures(unitAfter('property', entries))).toEqual({ budgets: [], posts: undefined });
  });

  it('keeps its own share where it goes on, and may be stated anew', () => {
    const into = [
      { unit: 'property', share: 1 },
      { unit: 'legal', share: 2 },
    ];
    const entries = [
      ...counted,
      ...stated,
      ...had,
      happened('2014-04-01', { type: 'UnitSplit', unit: 'property', into }),
    ];
    expect(unitAfter('property', entries)).toMatchObject({
      budgets: [{ gross: 33, net: 16, stated: minuted('2014-02-13'), divided: true }],
      posts: { count: 2, divided: true },
    });
    expect(figures(unitAfter('legal', entries))).toEqual({
      budgets: [{ gross: 933_520_067, net: 822_400_034, priceBase: undefined }],
      posts: 145,
    });
    given(structureStream, entries)
      .when(
        asked('2014-04-01', {
          type: 'set-unit-budget',
          unit: 'property',
          year: year('2014/15'),
          gross: 33,
          net: 16,
        }),
      )
      .thenRecords([budgetOf('2014-04-01', 'property', { gross: 33, net: 16 })]);
  });
});

describe('A unit that is closed', () => {
  it('takes its budget with it, and says what it had', () => {
    const entries = [...counted, ...stated, happened('2014-04-01', { type: 'UnitClosed', unit: 'legal' })];
    const legal = unitAfter('legal', entries);
    expect(figures(legal)).toEqual({ budgets: [], posts: undefined });
    expect(legal.ended?.had?.posts?.count).toBe(139);
  });
});

describe('A statement', () => {
  it('of a budget replaces that year’s figures and no other’s', () => {
    const other = happened('2014-02-13', {
      type: 'UnitBudgetSet',
      unit: 'legal',
      year: year('2013/14'),
      net: 7,
    });
    const again = budgetOf('2014-05-01', 'legal', { gross: 900_000_000 });
    expect(unitAfter('legal', [...counted, ...stated, other, again]).budgets).toMatchObject([
      { year: '2013/14', net: 7 },
      { year: '2014/15', gross: 900_000_000 },
    ]);
    expect(unitAfter('legal', [...counted, ...stated, other, again]).budgets[1]).not.toHaveProperty('net');
  });

  it('of the same figures by another decision is an entry of that decision', () => {
    given(structureStream, [...counted, ...stated])
      .when(
        asked('2014-03-27', {
          type: 'set-unit-posts',
          unit: 'legal',
          posts: 139,
          decision: 'council-2014-03-27',
        }),
      )
      .thenRecords([{ ...postsOf('2014-03-27', 'legal', 139), decision: 'council-2014-03-27' }]);
  });

  it('holds whoever the unit belongs to: a transfer moves nothing', () => {
    const transfer = happened('2014-04-01', {
      type: 'UnitTransferred',
      unit: 'legal',
      fromDirectorate: 'Business Strategy and Support',
      toDirectorate: 'Strategic and Corporate Services',
      fromGroup: null,
    });
    const before = [...counted, ...stated];
    expect(figures(unitAfter('legal', [...before, transfer]))).toEqual(figures(unitAfter('legal', before)));
  });
});

describe('A whole number in parts', () => {
  it.each([
    [100, [1, 1, 1], [33, 33, 34]],
    [2, [1, 1, 1], [0, 0, 2]],
    [0, [3, 1], [0, 0]],
    [7, [1], [7]],
    [1_000_000_000_000, [999_999_937, 999_999_893], [500_000_011_000, 499_999_989_000]],
  ])('%p by %p is %p', (whole, shares, expected) => {
    expect(parts(whole, shares)).toEqual(expected);
    expect(parts(whole, shares).reduce((sum, part) => sum + part, 0)).toBe(whole);
  });
});
