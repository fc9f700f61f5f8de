import { describe, expect, it } from '@jest/globals';
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
});
