import { describe, expect, it } from '@jest/globals';
import { readDrawing } from '#testing';
import { asAt, asRead, where } from '../contract/as-read.js';
import { overviewPage, type OverviewFacts } from './overview-page.js';

const kind = { published: null, category: 'cashable', recurrence: 'recurring', basis: 'net' };
const step = (
  measure: string,
  pence: number,
  gapPence: number | null,
  illustrative: boolean,
  entries: string[],
) => ({
  ...kind,
  measure,
  years: '2015/16 to 2017/18',
  pence,
  gapPence,
  illustrative,
  entries,
});
const target = {
  ...step('target', 900_000_000_00, null, false, ['t1']),
  category: null,
  recurrence: null,
  basis: 'not-stated',
};
const onDay = (measure: string, on: string, addedPence: number, pence: number, illustrative = false) => ({
  ...kind,
  measure,
  on,
  addedPence,
  pence,
  illustrative,
  entries: [`${measure}-${on}`],
});

const facts = {
  where,
  asAt,
  view: {
    programme: {
      id: 'county',
      name: 'Facing the challenge',
      exists: true,
      unitTarget: { baseline: 80, reductionPercent: 50, target: 40, provenance: 'minuted' },
    },
    phases: [],
    portfolios: [
      { id: 'adults', name: 'Adults', projects: 2 },
      { id: 'place', name: 'Place', projects: 3 },
    ],
    reviews: { total: 12, byStage: {}, deferred: 1, withdrawn: 4 },
    units: { count: 65, target: 40, illustrative: true },
  },
  stages: [
    { stage: 'proposed', reviews: 5, deferred: 0, illustrative: false, ids: [] },
    { stage: 'option-chosen', reviews: 3, deferred: 1, illustrative: true, ids: [] },
    { stage: 'withdrawn', reviews: 4, deferred: 0, illustrative: false, ids: [] },
  ],
  savings: [
    target,
    step('delivered', 30_000_000_00, 870_000_000_00, false, ['d1']),
    step('validated', 20_000_000_00, 880_000_000_00, true, ['v1']),
  ],
  savingsOverTime: [
    onDay('delivered', '2015-06-01', 10_00, 11_00),
    onDay('validated', '2015-07-02', -12_00, 13_00, true),
  ],
  unitCount: [
    { on: '2013-09-19', count: 80, target: null, registered: ['a', 'b'], ended: [] },
    { on: '2014-04-01', count: 65, target: 40, registered: ['c'], ended: ['a', 'b', 'd'] },
  ],
  unitFlow: [
    {
      from: 'a',
      fromName: 'Archives',
      to: 'l',
      toName: 'Libraries',
      toStatus: 'open',
      how: 'merge',
      on: '2014-04-01',
      illustrative: true,
    },
    {
      from: 'k',
      fromName: 'Kennels',
      to: 'k',
      toName: 'Kennels',
      toStatus: 'closed',
      how: null,
      on: null,
      illustrative: false,
    },
  ],
  rated: { ratings: [], scales: [], projects: [] },
} as unknown as OverviewFacts;

describe('The overview of a programme, read back', () => {
  const page = asRead('overview', overviewPage(facts));

  it('opens with its figures, each beside what it is a figure of, marked where it was made up', () => {
    expect(page.heading).toBe('Facing the challenge');
    expect(page.items.slice(0, 5)).toEqual([
      '£900m savings target over 2015/16 to 2017/18, gross or net not stated',
      '£20m validated by finance: cashable, recurring, net, in those years (illustrative)',
      '65 business units, target 40 of 80 (illustrative)',
      '12 reviews, 1 deferred',
      'No phase is open',
    ]);
  });

  it('says that nothing is validated where no entry says so, and not that it is £0', () => {
    const unvalidated = [
      [target, step('delivered', 30_000_000_00, 870_000_000_00, false, ['d1'])],
      [target, step('validated', 0, 900_000_000_00, false, [])],
    ].map(
      (savings) =>
        asRead('overview', overviewPage({ ...facts, savings } as unknown as OverviewFacts)).items[1],
    );
    const nothing = 'Nothing on the record is validated by finance: cashable, recurring, net, in those years';
    expect(unvalidated).toEqual([nothing, nothing]);
    const bare = asRead('overview', overviewPage({ ...facts, savings: [] }));
    expect(bare.items[1]).toBe('Nothing on the record is validated by finance: cashable, recurring');
  });

  it('counts the reviews at each stage, and leads to those that it counts', () => {
    expect(page.tables['Number of reviews at each stage']).toEqual([
      { Stage: 'Proposed', Reviews: '5' },
      { Stage: 'Option chosen', Reviews: '3 [illustrative]' },
      { Stage: 'Withdrawn', Reviews: '4' },
    ]);
    expect(page.links).toMatchObject({
      5: '/programmes/county/reviews?stage=proposed&standing=not-withdrawn',
      4: '/programmes/county/reviews?standing=withdrawn',
    });
  });

  it('tells what each measure of the savings comes to and what is missing, each with its mark', () => {
    const line = (Kind: string, Measure: string, Amount: string, missing: string) => ({
      Kind,
      Measure,
      Amount,
      'Missing to the target': missing,
    });
    expect(page.tables['Savings of each kind']).toEqual([
      line('Target for 2015/16 to 2017/18, gross or net not stated', 'Target', '£900,000,000', ''),
      line('Cashable, recurring, net', 'Delivered', '£30,000,000', '£870,000,000'),
      line(
        'Cashable, recurring, net',
        'Validated by finance',
        '£20,000,000 [illustrative]',
        '£880,000,000 (illustrative)',
      ),
    ]);
    const change = (Measure: string, From: string, Change: string, came: string) => ({
      Kind: 'Cashable, recurring, net',
      Measure,
      From,
      Change,
      'Came to': came,
    });
    expect(page.tables['Savings by day of change']).toEqual([
      change('Delivered', '1 June 2015', '£10', '£11'),
      change('Validated by finance', '2 July 2015', '-£12', '£13 [illustrative]'),
    ]);
  });

  it('tells the count of units day by day against the target, and what became of each', () => {
    expect(page.tables['Business units by day of change']).toEqual([
      { From: '19 September 2013', Units: '80', Target: 'None set', New: '2', Ended: '0' },
      { From: '1 April 2014', Units: '65', Target: '40', New: '1', Ended: '3' },
    ]);
    expect(page.tables['What each unit has come to']).toEqual([
      {
        Unit: 'Archives [illustrative]',
        How: 'Merged, 1 April 2014',
        'Came to': 'Libraries',
        Status: 'Open',
      },
      { Unit: 'Kennels', How: 'Goes on as it was', 'Came to': '', Status: 'Closed' },
    ]);
  });

  it('counts the open projects of each portfolio', () => {
    expect(page.tables['Portfolios']).toEqual([
      { Portfolio: 'Adults', 'Open projects': '2' },
      { Portfolio: 'Place', 'Open projects': '3' },
    ]);
    expect(page.links['2']).toBe('/programmes/county/projects?portfolio=adults&status=open');
  });

  /** The drawing of a chart of the page, by the title of the chart. */
  const drawing = (title: string, given = facts) =>
    readDrawing(overviewPage(given).charts.find((chart) => chart.title.startsWith(title))?.svg);
  const only = (title: string, more: object) =>
    overviewPage({ ...facts, ...more }).charts.find((chart) => chart.title.startsWith(title));

  it('draws each of its figures, and says in words what is drawn', () => {
    const stages = drawing('Reviews by stage');
    expect([stages.title, stages.description]).toEqual([
      'Reviews by stage',
      '12 reviews: 5 at proposed, 3 at option chosen, 4 at withdrawn',
    ]);
    // The bars go to 550: five reviews are 360 units of 360.
    expect(stages.drawn).toEqual([
      'c-axis from 190,2 to 190,108',
      ...['Proposed at 180,24 end', 'c-fill 360 by 22 at 190,9', '5 at 558,25 c-strong'],
      'Option chosen at 180,58 end',
      ...['c-fill 216 by 22 at 190,43', '3 (illustrative) at 414,59 c-strong'],
      ...['Withdrawn at 180,92 end', 'c-planned 288 by 22 at 190,77', '4 at 486,93 c-strong'],
    ]);
    expect(drawing('Savings, from').description).toBe(
      'Target: £900m, Delivered: £30m, Validated by finance: £20m (illustrative), Still to be validated: £880m (illustrative)',
    );
    expect(drawing('Savings over time').description).toBe(
      'Cashable, recurring, net: Delivered £11, Validated £13 (illustrative)',
    );
    expect(drawing('Business units').title).toBe('Business units over time against the target');
    expect(drawing('What became').description).toBe(
      '2 units have come to 1 unit; 0 units go on as they were',
    );
    expect(drawing('What became').drawn.slice(-2)).toEqual([
      'Kennels, closed at 430,18 c-small',
      'Libraries at 430,36 c-small c-strong',
    ]);
  });

  it('leads from each figure to what it counts, from what was made up with its mark', () => {
    const county = '/programmes/county';
    const csv = 'format=csv&money=pounds';
    expect(page.links).toMatchObject({
      'savings target over 2015/16 to 2017/18, gross or net not stated': `${county}/history?entries=t1`,
      'business units, target 40 of 80 (illustrative)': `${county}/units?status=open`,
      'reviews, 1 deferred': `${county}/reviews`,
      'is open': `${county}/phases`,
      Archives: `${county}/units/a`,
      Libraries: `${county}/units/l`,
      Adults: `${county}/portfolios/adults`,
      'Number of reviews at each stage as CSV': `/api${county}/review-stages?${csv}`,
      'Savings of each kind as CSV': `/api${county}/savings-steps?${csv}`,
      'Savings by day of change as CSV': `/api${county}/savings-over-time?${csv}`,
      'Business units by day of change as CSV': `/api${county}/unit-count?${csv}`,
      'What each unit has come to as CSV': `/api${county}/unit-flow?${csv}`,
      'Portfolios as CSV': `/api${county}/portfolios?${csv}`,
      'This overview as data': `/api${county}/overview`,
    });
    expect(page.figures).toEqual({
      'Number of reviews at each stage': ['Reviews'],
      'Savings of each kind': ['Amount', 'Missing to the target'],
      'Savings by day of change': ['Change', 'Came to'],
      'Business units by day of change': ['Units', 'Target', 'New', 'Ended'],
      'What each unit has come to': [],
      Portfolios: ['Open projects'],
    });
  });

  it('leads from the units of a day to what changed on it, and from none to nothing', () => {
    const [first, second] = only('Business units', {})?.table.rows ?? [];
    expect(first?.slice(3)).toEqual([
      {
        text: '2',
        href: '/programmes/county/changes?from=2013-09-18&to=2013-09-19&kind=unit',
      },
      0,
    ]);
    expect(second?.slice(3)).toMatchObject([{ text: '1' }, { text: '3' }]);
  });

  it('says what the units have come to, where some go on as they were and where there are too many to draw', () => {
    const goes = { how: null, on: null, toStatus: 'open', illustrative: false };
    const flow = (from: string, to: string, more: object = {}) => ({
      ...{ from, fromName: from, to, toName: to, ...goes },
      ...more,
    });
    const chart = only('What became', {
      unitFlow: [
        flow('a', 'a'),
        flow('b', 'b'),
        flow('c', 'b', { how: 'split', on: '2014-04-01' }),
        flow('d', 'd'),
      ],
    });
    expect([chart?.title, chart?.note]).toEqual([
      'What became of each business unit',
      '2 units have come to 1 unit; 2 units go on as they were.',
    ]);
    expect(chart?.table.rows[2]).toEqual([
      { text: 'c', href: '/programmes/county/units/c' },
      'Split, 1 April 2014',
      { text: 'b', href: '/programmes/county/units/b' },
      'Open',
    ]);
    const many = Array.from({ length: 201 }, (_, n) =>
      flow(`u${n}`, 'all', { how: 'merge', on: '2014-04-01' }),
    );
    const long = only('What became', { unitFlow: many });
    expect([long?.svg, long?.table.caption, long?.table.rows.length]).toEqual([
      undefined,
      'What each unit has come to, the first 200 of 201: the CSV has them all',
      200,
    ]);
    expect(only('What became', { unitFlow: many.slice(0, 150) })?.svg).toBeDefined();
    expect(only('What became', { unitFlow: many.slice(0, 151) })?.svg).toBeUndefined();
    expect(only('What became', { unitFlow: [] })).toEqual({
      title: 'What became of each business unit',
      table: expect.objectContaining({ empty: 'No business unit is on the record.', rows: [] }) as unknown,
    });
  });

  it('says that it has not begun, that no target is set, and which phases are open', () => {
    const phase = (name: string, status: string) => ({
      ...{
        id: name,
        name,
        status,
        plannedStart: null,
        plannedEnd: null,
        openedOn: '2014-01-01',
        closedOn: null,
      },
    });
    const read = (phases: readonly object[], more: object = {}) => {
      const view = {
        ...facts.view,
        programme: { ...facts.view.programme, exists: false, unitTarget: null, ...more },
        ...{ phases, reviews: { total: 1, byStage: {}, deferred: 0, withdrawn: 0 } },
        units: { count: 65, target: null, illustrative: false },
      };
      return asRead('overview', overviewPage({ ...facts, view, savings: [] } as unknown as OverviewFacts));
    };
    const bare = read([phase('Phase 1', 'open'), phase('Phase 2', 'closed'), phase('Phase 3', 'open')], {
      name: undefined,
    });
    expect([bare.heading, bare.paragraphs[0]]).toEqual([
      'county',
      'The programme had not begun on this day.',
    ]);
    expect(bare.items.slice(0, 5)).toEqual([
      'None set savings target',
      'Nothing on the record is validated by finance: cashable, recurring',
      '65 business units, no target set',
      '1 review',
      'Phase 1, Phase 3 open',
    ]);
    expect(read(['1', '2', '3'].map((name) => phase(name, 'open'))).items[4]).toBe('3 phases open');
    expect(bare.links['open']).toBe('/programmes/county/phases');
  });

  it('counts one as one, and says of no chart what is only true of another', () => {
    const one = only('Reviews by stage', {
      stages: [{ stage: 'proposed', reviews: 1, illustrative: false }],
    });
    expect(readDrawing(one?.svg).description).toBe('1 review: 1 at proposed');
    const plain = only('Savings, from', {
      savings: [target, step('validated', 20_000_000_00, 880_000_000_00, false, ['v1'])],
    });
    expect(readDrawing(plain?.svg).description).toBe(
      'Target: £900m, Validated by finance: £20m, Still to be validated: £880m',
    );
    expect(only('Savings over time', { savingsOverTime: [] })?.note).toBeUndefined();
    expect(only('Savings, from', { savings: [] })?.note).toBeUndefined();
    const flow = { how: null, on: null, toStatus: 'open', illustrative: false };
    const units = Array.from({ length: 200 }, (_, n) => ({
      ...flow,
      from: `u${n}`,
      fromName: 'U',
      to: `u${n}`,
      toName: 'U',
    }));
    expect(only('What became', { unitFlow: units })?.table.caption).toBe('What each unit has come to');
  });

  it('says what it has none of', () => {
    const none = asRead(
      'overview',
      overviewPage({
        ...{ ...facts, stages: [], savings: [], savingsOverTime: [], unitCount: [], unitFlow: [] },
        view: { ...facts.view, portfolios: [] },
      }),
    );
    expect(none.paragraphs).toEqual(
      expect.arrayContaining([
        'No phase is on the record.',
        'No review is on the record.',
        'No savings target is set, and no saving is on the record.',
        'Nothing on the record counts in the years of the target yet.',
        'No business unit is on the record.',
        'No project has been rated.',
        'None is open.',
      ]),
    );
  });
});
