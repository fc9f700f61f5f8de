import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SmallBook } from '#testing';
import {
  listViews,
  savingsOverTime,
  savingsSteps,
  waterfall,
  waterfallLines,
  type WaterfallAsked,
} from './index.js';

let book: SmallBook;
const ids = new Map<string, string>();

/** Says something to the book and remembers the id of its entry under a short name. */
async function says(
  name: string,
  day: string,
  said: { readonly type: string; readonly [field: string]: unknown },
) {
  ids.set(name, (await book.say(day, said)).id);
}
const id = (name: string): string => ids.get(name) ?? `no entry ${name}`;

const illustrative = { provenance: 'illustrative' };
const years = (...amounts: (readonly [year: string, pence: number])[]) => ({
  profile: amounts.map(([year, pence]) => ({ year, pence })),
});
const identifies = (saving: string, more: object) => ({
  type: 'identify-saving',
  saving,
  name: `Saving of ${saving}`,
  category: 'cashable',
  means: 'efficiency',
  recurrence: 'recurring',
  basis: 'net',
  owner: 'Corporate Director',
  portfolio: 'adults',
  ...more,
});

/**
 * Two recurring cashable savings, one of them from identified to validated, one of time, one published total, and a target
 * of 100 in 2015/16 and 2016/17.
 */
beforeEach(async () => {
  book = new SmallBook();
  ids.clear();
  await book.say('2013-07-18', { type: 'start-programme', name: 'Facing the Challenge' });
  await says('target', '2013-09-19', {
    ...{ type: 'set-savings-target', pence: 100, fromYear: '2015/16', toYear: '2016/17', basis: 'net' },
    ...illustrative,
  });
  await book.say('2014-01-01', { type: 'open-portfolio', portfolio: 'adults', name: 'Adults' });
  await book.say('2014-01-01', { type: 'open-portfolio', portfolio: 'place', name: 'Place' });
  await says(
    'carers',
    '2014-01-10',
    identifies('carers', years(['2014/15', 5], ['2015/16', 30], ['2016/17', 40])),
  );
  await book.say('2014-02-13', {
    type: 'record-decision',
    decision: 'budget',
    title: 'Budget',
    maker: 'Council',
  });
  await says('carers authorised', '2014-02-13', {
    decision: 'budget',
    type: 'authorise-saving',
    saving: 'carers',
    ...years(['2015/16', 25]),
  });
  await says('carers forecast', '2015-05-01', {
    type: 'forecast-saving',
    saving: 'carers',
    ...years(['2015/16', 20]),
  });
  await says('carers delivered', '2016-03-31', {
    ...{ type: 'record-delivered-saving', saving: 'carers', year: '2015/16', pence: 15 },
    ...illustrative,
  });
  await says('carers validated', '2016-05-01', {
    ...{ type: 'validate-saving', saving: 'carers', year: '2015/16', pence: 12, by: 'Head of Finance' },
  });
  await says('roads', '2014-01-11', {
    ...identifies('roads', { portfolio: 'place', owner: 'Head of Roads', means: 'income' }),
    ...years(['2016/17', 8]),
    ...illustrative,
  });
  await says(
    'time',
    '2014-01-12',
    identifies('time', { category: 'non-cashable', ...years(['2015/16', 50]) }),
  );
  await says(
    'total',
    '2014-01-13',
    identifies('total', { published: 'Budget book', ...years(['2015/16', 60]) }),
  );
});
afterEach(() => book.close());

async function asked(question: WaterfallAsked = {}, day = '2016-05-01') {
  const { reader, moment } = await book.as(day);
  return waterfall(reader, 'county', moment, question);
}

const none = { pence: 0, entries: [], illustrative: false };
const of = (pence: number, ...names: string[]) => ({
  pence,
  entries: names.map(id),
  illustrative: names.some((name) => ['roads', 'carers delivered'].includes(name)),
});
const short = (gapPence: number) => ({ gapPence });

describe('The waterfall of savings', () => {
  it('goes from the target to what finance has validated, kind by kind and year by year, each figure with its entries', async () => {
    const { target, counted, by, groups } = await asked();
    expect(target).toEqual({
      ...{ pence: 100, fromYear: '2015/16', toYear: '2016/17', basis: 'net', priceBase: null, years: null },
      ...{ entries: [id('target')], illustrative: true },
    });
    expect(counted).toEqual([{ basis: 'net', ...of(12, 'carers validated'), ...short(88) }]);
    expect(by).toBe('year');
    expect(groups).toEqual([
      {
        ...{ published: null, category: 'cashable', recurrence: 'recurring', basis: 'net' },
        total: {
          identified: of(83, 'carers', 'roads'),
          inBusinessCase: none,
          authorised: of(25, 'carers authorised'),
          forecast: of(20, 'carers forecast'),
          delivered: of(15, 'carers delivered'),
          validated: of(12, 'carers validated'),
        },
        withinTarget: {
          identified: { ...of(78, 'carers', 'roads'), ...short(22) },
          inBusinessCase: { ...none, ...short(100) },
          authorised: { ...of(25, 'carers authorised'), ...short(75) },
          forecast: { ...of(20, 'carers forecast'), ...short(80) },
          delivered: { ...of(15, 'carers delivered'), ...short(85) },
          validated: { ...of(12, 'carers validated'), ...short(88) },
        },
        rows: [
          {
            ...{ key: '2014/15', targetPence: null, savings: ['carers'] },
            ...{ identified: of(5, 'carers'), inBusinessCase: none, authorised: none, forecast: none },
            ...{ delivered: none, validated: none },
          },
          {
            ...{ key: '2015/16', targetPence: null, savings: ['carers'] },
            ...{
              identified: of(30, 'carers'),
              inBusinessCase: none,
              authorised: of(25, 'carers authorised'),
            },
            ...{ forecast: of(20, 'carers forecast'), delivered: of(15, 'carers delivered') },
            ...{ validated: of(12, 'carers validated') },
          },
          {
            ...{ key: '2016/17', targetPence: null, savings: ['carers', 'roads'] },
            ...{
              identified: of(48, 'carers', 'roads'),
              inBusinessCase: none,
              authorised: none,
              forecast: none,
            },
            ...{ delivered: none, validated: none },
          },
        ],
      },
      {
        ...{ published: null, category: 'non-cashable', recurrence: 'recurring', basis: 'net' },
        total: { ...everyMeasureNone(), identified: of(50, 'time') },
        withinTarget: { ...everyMeasureNone(), identified: of(50, 'time') },
        rows: [
          {
            key: '2015/16',
            targetPence: null,
            savings: ['time'],
            ...everyMeasureNone(),
            identified: of(50, 'time'),
          },
        ],
      },
      {
        ...{ published: 'Budget book', category: 'cashable', recurrence: 'recurring', basis: 'net' },
        total: { ...everyMeasureNone(), identified: of(60, 'total') },
        withinTarget: { ...everyMeasureNone(short(100)), identified: { ...of(60, 'total'), ...short(40) } },
        rows: [
          {
            key: '2015/16',
            targetPence: null,
            savings: ['total'],
            ...everyMeasureNone(),
            identified: of(60, 'total'),
          },
        ],
      },
    ]);
  });

  it('is a line of a spreadsheet for each row, delivered under delivered and validated under validated', async () => {
    const columns = { published: null, category: 'cashable', recurrence: 'recurring', basis: 'net' };
    expect(
      waterfallLines(await asked({ category: 'cashable', portfolio: 'adults', by: 'portfolio' })),
    ).toEqual([
      {
        ...columns,
        portfolio: 'adults',
        targetPence: null,
        identifiedPence: 75,
        inBusinessCasePence: 0,
        authorisedPence: 25,
        forecastPence: 20,
        deliveredPence: 15,
        validatedPence: 12,
        illustrative: true,
        savings: ['carers'],
        entries: [
          'carers',
          'carers authorised',
          'carers forecast',
          'carers delivered',
          'carers validated',
        ].map(id),
      },
      {
        ...columns,
        published: 'Budget book',
        portfolio: 'adults',
        targetPence: null,
        identifiedPence: 60,
        inBusinessCasePence: 0,
        authorisedPence: 0,
        forecastPence: 0,
        deliveredPence: 0,
        validatedPence: 0,
        illustrative: false,
        savings: ['total'],
        entries: [id('total')],
      },
    ]);
  });

  it.each([
    [
      'portfolio',
      [
        ['adults', 75],
        ['place', 8],
      ],
    ],
    [
      'owner',
      [
        ['Corporate Director', 75],
        ['Head of Roads', 8],
      ],
    ],
    [
      'means',
      [
        ['efficiency', 75],
        ['income', 8],
      ],
    ],
    [
      'status',
      [
        ['identified', 8],
        ['validated', 75],
      ],
    ],
    [
      'saving',
      [
        ['carers', 75],
        ['roads', 8],
      ],
    ],
    ['review', [[null, 83]]],
    ['unit', [[null, 83]]],
  ] as const)('is broken down by %s, and its rows add up to the total of their kind', async (by, rows) => {
    const { groups } = await asked({ by });
    expect(groups[0]?.rows.map(({ key, identified }) => [key, identified.pence])).toEqual(rows);
  });

  it.each([
    [{ year: '2014/15' }, [['cashable', 5]]],
    [{ category: 'non-cashable' }, [['non-cashable', 50]]],
    [{ portfolio: 'place' }, [['cashable', 8]]],
    [{ owner: 'Head of Roads', year: '2015/16' }, []],
    [{ means: 'income', basis: 'net', recurrence: 'recurring' }, [['cashable', 8]]],
    [{ basis: 'gross' }, []],
    [{ portfolio: 'place', owner: undefined }, [['cashable', 8]]],
  ])('asked for %p alone has nothing else in any figure', async (question, groups) => {
    const answer = await asked(question);
    expect(answer.groups.map(({ category, total }) => [category, total.identified.pence])).toEqual(groups);
  });

  it('has what is of no review after the reviews', async () => {
    await book.say('2014-01-05', { type: 'propose-review', review: 'legal', name: 'Legal' });
    await book.say('2014-01-15', identifies('rent', { review: 'legal', ...years(['2015/16', 3]) }));
    const { groups } = await asked({ by: 'review' });
    expect(groups[0]?.rows.map(({ key, identified }) => [key, identified.pence])).toEqual([
      ['legal', 3],
      [null, 83],
    ]);
  });

  it('opens its target to the entries that set and split it, and to no other of the programme', async () => {
    await book.say('2014-02-01', { type: 'plan-phase', phase: 'one', name: 'Phase 1' });
    expect((await asked()).target?.entries).toEqual([id('target')]);
  });

  it('shows the share of each year beside it where somebody split the target, and what is missing to it', async () => {
    await says('split', '2014-02-13', {
      type: 'split-savings-target',
      years: [
        { year: '2015/16', pence: 45 },
        { year: '2016/17', pence: 55 },
      ],
    });
    const { target, groups } = await asked();
    expect([target?.years, target?.entries, target?.illustrative]).toEqual([
      [
        { year: '2015/16', pence: 45 },
        { year: '2016/17', pence: 55 },
      ],
      [id('target'), id('split')],
      true,
    ]);
    expect(
      groups.map(({ category, rows }) => [
        category,
        ...rows.map(({ key, targetPence, validated }) => [key, targetPence, validated.gapPence]),
      ]),
    ).toEqual([
      ['cashable', ['2014/15', null, undefined], ['2015/16', 45, 33], ['2016/17', 55, 55]],
      ['non-cashable', ['2015/16', null, undefined]],
      ['cashable', ['2015/16', 45, 45]],
    ]);
  });

  it('opens a target that was split anew to its own entry and the last split alone', async () => {
    const split = (first: number) => ({
      type: 'split-savings-target',
      years: [
        { year: '2015/16', pence: first },
        { year: '2016/17', pence: 100 - first },
      ],
    });
    await says('split', '2014-02-13', split(45));
    await says('split-anew', '2014-03-13', split(60));
    const { target } = await asked();
    expect([target?.years?.map(({ pence }) => pence), target?.entries]).toEqual([
      [60, 40],
      [id('target'), id('split-anew')],
    ]);
  });

  it('counts as validated only what is recurring, cashable, no published total and in the years of the target', async () => {
    await book.say('2014-01-14', identifies('once', { recurrence: 'one-off', ...years(['2015/16', 2]) }));
    for (const [saving, year, pence] of [
      ['time', '2015/16', 7],
      ['total', '2015/16', 9],
      ['carers', '2014/15', 3],
      ['once', '2015/16', 2],
    ]) {
      await book.say('2016-05-02', { type: 'record-delivered-saving', saving, year, pence });
      await book.say('2016-05-02', { type: 'validate-saving', saving, year, pence, by: 'Head of Finance' });
    }
    const { counted } = await asked({}, '2016-05-02');
    expect(counted).toEqual([{ basis: 'net', ...of(12, 'carers validated'), ...short(88) }]);
  });
});

describe('The list of savings', () => {
  it('has each measure of each saving under its own heading, all years together', async () => {
    const { reader, moment } = await book.as('2016-05-01');
    const view = listViews.find(({ name }) => name === 'savings');
    const rows = view?.rows(reader, 'county', moment);
    expect(rows?.slice(0, 2)).toEqual([
      {
        id: 'carers',
        name: 'Saving of carers',
        category: 'cashable',
        means: 'efficiency',
        recurrence: 'recurring',
        basis: 'net',
        priceBase: null,
        published: null,
        owner: 'Corporate Director',
        portfolio: 'adults',
        review: null,
        project: null,
        unit: null,
        status: 'validated',
        standing: 'active',
        years: ['2014/15', '2015/16', '2016/17'],
        identifiedPence: 75,
        inBusinessCasePence: 0,
        authorisedPence: 25,
        forecastPence: 20,
        deliveredPence: 15,
        validatedPence: 12,
        fullYearPence: null,
        identifiedOn: '2014-01-10',
        provenance: 'minuted',
        illustrative: true,
      },
      {
        id: 'roads',
        name: 'Saving of roads',
        category: 'cashable',
        means: 'income',
        recurrence: 'recurring',
        basis: 'net',
        priceBase: null,
        published: null,
        owner: 'Head of Roads',
        portfolio: 'place',
        review: null,
        project: null,
        unit: null,
        status: 'identified',
        standing: 'active',
        years: ['2016/17'],
        identifiedPence: 8,
        inBusinessCasePence: 0,
        authorisedPence: 0,
        forecastPence: 0,
        deliveredPence: 0,
        validatedPence: 0,
        fullYearPence: null,
        identifiedOn: '2014-01-11',
        provenance: 'illustrative',
        illustrative: true,
      },
    ]);
  });

  it('says what a saving comes to in a whole year by the last plan made of it', async () => {
    const plan = (fullYearPence: number) => ({ ...years(['2016/17', 10]), fullYearPence });
    const wholeYear = async (day: string) => {
      const { reader, moment } = await book.as(day);
      const view = listViews.find(({ name }) => name === 'savings');
      const row = view?.rows(reader, 'county', moment).find(({ id }) => id === 'meals');
      return row && 'fullYearPence' in row && row.fullYearPence;
    };
    await book.say('2014-03-01', identifies('meals', plan(90)));
    await book.say('2014-03-02', {
      ...{ type: 'authorise-saving', saving: 'meals', decision: 'budget' },
      ...plan(80),
    });
    await book.say('2014-03-03', { type: 'forecast-saving', saving: 'meals', ...plan(70) });
    expect([
      await wholeYear('2014-03-01'),
      await wholeYear('2014-03-02'),
      await wholeYear('2014-03-03'),
    ]).toEqual([90, 80, 70]);
  });

  it('marks a saving of which nothing but what finance confirmed is made up', async () => {
    await book.say('2016-05-02', {
      type: 'record-delivered-saving',
      saving: 'time',
      year: '2015/16',
      pence: 7,
    });
    const rowOfTime = async () => {
      const { reader, moment } = await book.as('2016-05-03');
      const view = listViews.find(({ name }) => name === 'savings');
      return view?.rows(reader, 'county', moment).find(({ id }) => id === 'time');
    };
    expect(await rowOfTime()).toMatchObject({ id: 'time', illustrative: false });
    await book.say('2016-05-03', {
      ...{ type: 'validate-saving', saving: 'time', year: '2015/16', pence: 7, by: 'Head of Finance' },
      ...illustrative,
    });
    expect(await rowOfTime()).toMatchObject({ id: 'time', illustrative: true });
  });
});

describe('The savings as steps and over time', () => {
  it('begin with the target, then have each measure that has an entry, in the years of the target', async () => {
    const { reader, moment } = await book.as('2016-05-01');
    const kind = { published: null, category: 'cashable', recurrence: 'recurring', basis: 'net' };
    const step = { ...kind, years: '2015/16 to 2016/17' };
    expect(savingsSteps.rows(reader, 'county', moment)).toEqual([
      {
        ...{ ...step, category: null, recurrence: null, measure: 'target', pence: 100, gapPence: null },
        ...{ illustrative: true, entries: [id('target')] },
      },
      { ...step, measure: 'identified', ...of(78, 'carers', 'roads'), gapPence: 22 },
      { ...step, measure: 'authorised', ...of(25, 'carers authorised'), gapPence: 75 },
      { ...step, measure: 'forecast', ...of(20, 'carers forecast'), gapPence: 80 },
      { ...step, measure: 'delivered', ...of(15, 'carers delivered'), gapPence: 85 },
      { ...step, measure: 'validated', ...of(12, 'carers validated'), gapPence: 88 },
      { ...step, category: 'non-cashable', measure: 'identified', ...of(50, 'time'), gapPence: null },
      { ...step, published: 'Budget book', measure: 'identified', ...of(60, 'total'), gapPence: 40 },
    ]);
  });

  it('stand kind by kind and measure by measure on each day that changed them', async () => {
    const { reader, moment } = await book.as('2016-05-01');
    const kind = { published: null, category: 'cashable', recurrence: 'recurring', basis: 'net' };
    const on = (measure: string, day: string, added: number, pence: number, name: string, made = false) => ({
      ...{ ...kind, measure, on: day, addedPence: added, pence, illustrative: made, entries: [id(name)] },
    });
    expect(savingsOverTime.rows(reader, 'county', moment)).toEqual([
      on('identified', '2014-01-10', 70, 70, 'carers'),
      on('identified', '2014-01-11', 8, 78, 'roads', true),
      on('authorised', '2014-02-13', 25, 25, 'carers authorised'),
      on('forecast', '2015-05-01', 20, 20, 'carers forecast'),
      on('delivered', '2016-03-31', 15, 15, 'carers delivered', true),
      on('validated', '2016-05-01', 12, 12, 'carers validated'),
      { ...on('identified', '2014-01-12', 50, 50, 'time'), category: 'non-cashable' },
      { ...on('identified', '2014-01-13', 60, 60, 'total'), published: 'Budget book' },
    ]);
  });

  it('keep the mark of what is made up on every later day of its line', async () => {
    await says('homes', '2014-03-01', identifies('homes', years(['2015/16', 1])));
    const { reader, moment } = await book.as('2014-03-01');
    expect(
      savingsOverTime
        .rows(reader, 'county', moment)
        .filter(
          ({ measure, category, published }) =>
            measure === 'identified' && category === 'cashable' && !published,
        )
        .map(({ on, addedPence, pence, illustrative: made }) => [on, addedPence, pence, made]),
    ).toEqual([
      ['2014-01-10', 70, 70, false],
      ['2014-01-11', 8, 78, true],
      ['2014-03-01', 1, 79, true],
    ]);
  });
});

function everyMeasureNone(more: object = {}) {
  const figure = { ...none, ...more };
  return {
    ...{ identified: figure, inBusinessCase: figure, authorised: figure },
    ...{ forecast: figure, delivered: figure, validated: figure },
  };
}
