import { describe, expect, it } from '@jest/globals';
import type { OverviewAnswer } from '#book';
import { civilDate, instant } from '#calendar';
import { overviewText } from './overview-text.js';

const kent: OverviewAnswer = {
  programme: {
    id: 'kent',
    name: 'Facing the Challenge',
    exists: true,
    startedOn: civilDate('2013-07-18'),
    closedOn: null,
    savingsTarget: {
      pence: 23_900_000_000,
      fromYear: '2015/16',
      toYear: '2017/18',
      basis: 'not-stated',
      provenance: 'minuted',
    },
    unitTarget: { baseline: 80, reductionPercent: 50, target: 40, provenance: 'minuted' },
  } as OverviewAnswer['programme'],
  phases: [
    {
      id: 'phase-1',
      name: 'Phase 1',
      status: 'open',
      plannedStart: civilDate('2013-10-01'),
      plannedStartPrecision: 'month',
      plannedEnd: civilDate('2014-04-30'),
      plannedEndPrecision: 'month',
      openedOn: civilDate('2013-10-01'),
      openedPrecision: 'month',
      openedProvenance: 'minuted',
      closedOn: null,
      closedPrecision: null,
      closedProvenance: null,
    },
    {
      id: 'phase-2',
      name: 'Phase 2',
      status: 'closed',
      plannedStart: null,
      plannedStartPrecision: null,
      plannedEnd: civilDate('2015-04-30'),
      plannedEndPrecision: 'month',
      openedOn: civilDate('2014-05-01'),
      openedPrecision: 'day',
      openedProvenance: 'illustrative',
      closedOn: civilDate('2015-04-30'),
      closedPrecision: 'day',
      closedProvenance: 'illustrative',
    },
  ],
  portfolios: [
    { id: 'adults', name: 'Adults Transformation', projects: 2 },
    { id: 'place', name: 'Place', projects: 12 },
  ],
  reviews: { total: 12, byStage: { 'option-chosen': 1, proposed: 10 }, deferred: 2, withdrawn: 1 },
  units: { count: 80, target: 40, illustrative: true },
  asAt: civilDate('2013-10-15'),
  knownAt: null,
  position: '0000000000000364',
  meta: { laterEntries: 0, recordedAfterwards: 3, demonstration: 'This is a demonstration.' },
};

const nothingYet: OverviewAnswer = {
  ...kent,
  programme: {
    id: 'kent',
    name: null,
    exists: false,
    startedOn: null,
    closedOn: null,
    savingsTarget: null,
    unitTarget: null,
  },
  phases: [],
  portfolios: [],
  reviews: { total: 0, byStage: {}, deferred: 0, withdrawn: 0 },
  units: { count: 0, target: null, illustrative: false },
  asAt: civilDate('2013-07-01'),
  meta: { laterEntries: 0 },
};

describe('The overview in a terminal', () => {
  it('says what it is of, then the targets, the phases, the reviews in the order of their stages, the portfolios', () => {
    expect(overviewText(kent).split('\n')).toEqual([
      'Facing the Challenge',
      'As at 15 October 2013, as known now',
      '3 entries were recorded after this date.',
      'This is a demonstration.',
      '',
      'Savings target  £239,000,000 over 2015/16 to 2017/18, gross or net not stated',
      'Business units  80 (illustrative), target 40',
      '',
      'Phase    Status  Planned                     Opened                     Closed',
      '───────  ──────  ──────────────────────────  ─────────────────────────  ────────────────────────────',
      'Phase 1  open    October 2013 to April 2014  October 2013',
      'Phase 2  closed  to April 2015               1 May 2014 (illustrative)  30 April 2015 (illustrative)',
      '',
      'Reviews by stage         Reviews',
      '───────────────────────  ───────',
      'proposed                      10',
      'option chosen                  1',
      'withdrawn                      1',
      'all, of them 2 deferred       12',
      '',
      'Portfolio              Open projects',
      '─────────────────────  ─────────────',
      'Adults Transformation              2',
      'Place                             12',
    ]);
  });

  it('says what was known then, and how much was recorded since that changes it', () => {
    const known = (knownAt: OverviewAnswer['knownAt'], laterEntries: number) =>
      overviewText({ ...kent, knownAt, meta: { laterEntries } })
        .split('\n')
        .slice(1, 4);
    expect(known(civilDate('2013-12-31'), 1)).toEqual([
      'As at 15 October 2013, as known on 31 December 2013',
      '1 later entry changes this date.',
      '',
    ]);
    expect(known(instant('2013-12-31T12:00:00Z'), 1_250)).toEqual([
      'As at 15 October 2013, as known on 31 December 2013, 12:00 GMT',
      '1,250 later entries change this date.',
      '',
    ]);
    expect(known(civilDate('2013-12-31'), 0)[1]).toBe('');
  });

  it('before the programme began is an answer with nothing in it', () => {
    expect(overviewText(nothingYet).split('\n')).toEqual([
      'kent',
      'As at 1 July 2013, as known now',
      '',
      'The programme had not begun on this day.',
    ]);
  });

  it('says so where no target is set', () => {
    const untargeted = {
      ...kent,
      programme: { ...kent.programme, savingsTarget: null, unitTarget: null },
      units: { count: 3, target: null, illustrative: false },
    };
    expect(overviewText(untargeted)).toContain(
      'Savings target  no target set\nBusiness units  3, no target set\n',
    );
  });
});
