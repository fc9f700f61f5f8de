import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { SmallBook } from '#testing';
import { figuresAt, overview, restatement, unitCount } from './index.js';

let book: SmallBook;
beforeEach(() => {
  book = new SmallBook();
});
afterEach(() => book.close());

const illustrative = { provenance: 'illustrative' };
const opening = { type: 'register-unit', opening: true };
const proposes = (review: string, more: object = {}) => ({
  type: 'propose-review',
  review,
  name: review,
  ...more,
});

/** A programme with three reviews, two portfolios, three units and a phase, all in its first year. */
async function firstYear() {
  await book.say('2013-07-18', { type: 'start-programme', name: 'Facing the Challenge' });
  await book.say('2013-09-19', {
    type: 'set-savings-target',
    pence: 23_900_000_000,
    fromYear: '2014/15',
    toYear: '2016/17',
    basis: 'not-stated',
    provenance: 'reconstructed',
  });
  await book.say('2013-09-19', {
    type: 'set-unit-target',
    baseline: 3,
    reductionPercent: 50,
    provenance: 'observed',
  });
  await book.say('2013-09-20', { type: 'plan-phase', phase: 'one', name: 'Phase 1' });
  await book.say('2013-09-20', { type: 'plan-phase', phase: 'two', name: 'Phase 2' });
  await book.say('2013-10-01', { type: 'open-phase', phase: 'one' });
  await book.say('2013-09-19', { ...opening, unit: 'a', name: 'A' });
  await book.say('2013-09-19', { ...opening, unit: 'b', name: 'B' });
  await book.say('2013-09-19', { ...opening, unit: 'c', name: 'C', ...illustrative });
  for (const review of ['ict', 'legal', 'libraries', 'roads']) await book.say('2013-10-01', proposes(review));
  await book.say('2013-11-01', { type: 'agree-scoping-brief', review: 'legal' });
  await book.say('2013-12-01', { type: 'defer-review', review: 'legal', reason: 'The election' });
  await book.say('2013-12-02', { type: 'withdraw-review', review: 'roads', reason: 'Out of scope' });
  for (const [portfolio, name] of [
    ['adults', 'Adults'],
    ['old', 'Old'],
    ['place', 'Place'],
  ])
    await book.say('2014-01-01', { type: 'open-portfolio', portfolio, name });
  for (const [project, portfolio] of [
    ['carers', 'adults'],
    ['homes', 'adults'],
    ['stopped', 'adults'],
  ])
    await book.say('2014-01-02', { type: 'charter-project', project, portfolio, name: project });
  await book.say('2014-02-01', {
    type: 'close-project',
    project: 'stopped',
    outcome: 'stopped',
    reason: 'No case',
  });
  await book.say('2014-02-01', { type: 'close-portfolio', portfolio: 'old' });
  await book.say('2014-04-01', { type: 'merge-units', units: ['a', 'b'], successor: 'ab', name: 'AB' });
}

const phase = (id: string, name: string, more: object) => ({
  ...{ id, name, status: 'planned' },
  ...{ plannedStart: null, plannedStartPrecision: null, plannedEnd: null, plannedEndPrecision: null },
  ...{ openedOn: null, openedPrecision: null, openedProvenance: null },
  ...{ closedOn: null, closedPrecision: null, closedProvenance: null },
  ...more,
});

describe('The overview of a programme', () => {
  it('counts what is open, each review once at its stage, and the units of the day against their target', async () => {
    await firstYear();
    const { reader, moment } = await book.as('2014-04-01');
    expect(overview(reader, 'county', moment)).toEqual({
      programme: {
        id: 'county',
        name: 'Facing the Challenge',
        exists: true,
        startedOn: '2013-07-18',
        closedOn: null,
        savingsTarget: {
          pence: 23_900_000_000,
          fromYear: '2014/15',
          toYear: '2016/17',
          basis: 'not-stated',
          provenance: 'reconstructed',
        },
        unitTarget: { baseline: 3, reductionPercent: 50, target: 2, provenance: 'observed' },
      },
      phases: [
        phase('one', 'Phase 1', {
          status: 'open',
          openedOn: '2013-10-01',
          openedPrecision: 'day',
          openedProvenance: 'minuted',
        }),
        phase('two', 'Phase 2', {}),
      ],
      portfolios: [
        { id: 'adults', name: 'Adults', projects: 2 },
        { id: 'place', name: 'Place', projects: 0 },
      ],
      reviews: { total: 4, byStage: { proposed: 2, 'brief-agreed': 1 }, deferred: 1, withdrawn: 1 },
      units: { count: 2, target: 2, illustrative: true },
    });
  });

  it('has nothing of a programme that began with nothing but its name', async () => {
    await book.say('2013-07-18', { type: 'start-programme', name: 'Facing the Challenge' });
    await book.say('2014-01-01', { type: 'close-programme' });
    const { reader, moment } = await book.as('2014-01-01');
    expect(overview(reader, 'county', moment)).toEqual({
      programme: {
        id: 'county',
        name: 'Facing the Challenge',
        exists: true,
        startedOn: '2013-07-18',
        closedOn: '2014-01-01',
        savingsTarget: null,
        unitTarget: null,
      },
      phases: [],
      portfolios: [],
      reviews: { total: 0, byStage: {}, deferred: 0, withdrawn: 0 },
      units: { count: 0, target: null, illustrative: false },
    });
  });

  it('marks the count of units only while a unit that is made up is open', async () => {
    await firstYear();
    await book.say('2014-05-01', { type: 'close-unit', unit: 'c' });
    const at = async (day: string) => {
      const { reader, moment } = await book.as(day);
      return overview(reader, 'county', moment).units;
    };
    expect(await at('2014-03-31')).toEqual({ count: 3, target: 2, illustrative: true });
    expect(await at('2014-05-01')).toEqual({ count: 1, target: 2, illustrative: false });
  });
});

describe('The count of units over time', () => {
  it('is a step for each day on which a unit came or went or the target changed', async () => {
    await book.say('2013-07-18', { type: 'start-programme', name: 'Facing the Challenge' });
    for (const unit of ['a', 'b', 'c'])
      await book.say('2013-09-19', { ...opening, unit, name: unit.toUpperCase() });
    await book.say('2013-10-24', { type: 'set-unit-target', baseline: 3, reductionPercent: 50 });
    await book.say('2014-04-01', { type: 'merge-units', units: ['a', 'b'], successor: 'ab', name: 'AB' });
    await book.say('2014-05-01', { type: 'register-unit', unit: 'd', name: 'D' });
    await book.say('2014-05-01', { type: 'close-unit', unit: 'c' });
    await book.say('2014-06-01', { type: 'set-unit-target', baseline: 3, reductionPercent: 70 });
    const steps = [
      { on: '2013-09-19', count: 3, target: null, registered: ['a', 'b', 'c'], ended: [] },
      { on: '2013-10-24', count: 3, target: 2, registered: [], ended: [] },
      { on: '2014-04-01', count: 2, target: 2, registered: ['ab'], ended: ['a', 'b'] },
      { on: '2014-05-01', count: 2, target: 2, registered: ['d'], ended: ['c'] },
      { on: '2014-06-01', count: 2, target: 1, registered: [], ended: [] },
    ];
    const { reader, moment } = await book.as('2014-06-01');
    expect(unitCount(reader, 'county', moment)).toEqual(steps);
    expect(unitCount(reader, 'county', moment, civilDate('2014-05-01'))).toEqual(steps.slice(3));
    expect(unitCount(reader, 'county', moment, civilDate('2014-04-30'))).toEqual([
      { on: '2014-04-30', count: 2, target: 2, registered: [], ended: [] },
      ...steps.slice(3),
    ]);
    expect(unitCount(reader, 'county', moment, civilDate('2013-09-18'))).toEqual([
      { on: '2013-09-18', count: 0, target: null, registered: [], ended: [] },
      ...steps,
    ]);
    expect(unitCount(reader, 'county', moment, civilDate('2014-06-02'))).toEqual([
      { on: '2014-06-02', count: 2, target: 1, registered: [], ended: [] },
    ]);
    const before = await book.as('2014-04-30');
    expect(unitCount(before.reader, 'county', before.moment)).toEqual(steps.slice(0, 3));
  });

  it('has a target from the first day of the calendar where it was set for that day', async () => {
    await book.say('1000-01-01', { type: 'start-programme', name: 'Facing the Challenge' });
    await book.say('1000-01-01', { type: 'set-unit-target', baseline: 80, reductionPercent: 50 });
    const { reader, moment } = await book.as('1000-01-02');
    expect(unitCount(reader, 'county', moment)).toEqual([
      { on: '1000-01-01', count: 0, target: 40, registered: [], ended: [] },
    ]);
  });
});

const figure = (total: string, value: number, of = '', unit = 'count') => ({ total, of, unit, value });

describe('The published figures', () => {
  it('are each count and sum of the day by name, one beside the other, and never across bases', async () => {
    await firstYear();
    await book.say('2014-02-13', { type: 'set-unit-posts', unit: 'c', posts: 4 });
    await book.say('2014-02-13', { type: 'set-unit-budget', unit: 'c', year: '2014/15', gross: 30, net: 20 });
    await book.say('2014-02-13', {
      type: 'set-unit-budget',
      unit: 'c',
      year: '2015/16',
      notStated: 7,
      priceBase: '2013/14 prices',
    });
    const legal = { type: 'register-service', service: 'legal', name: 'Legal', heading: 'corporate support' };
    await book.say('2013-09-19', legal);
    await book.say('2013-09-19', { type: 'register-service', service: 'farms', name: 'Farms' });
    await book.say('2013-09-19', { type: 'register-service', service: 'parks', name: 'Parks' });
    await book.say('2014-02-13', {
      type: 'set-service-budget',
      service: 'legal',
      year: '2014/15',
      gross: 90,
      net: 80,
    });
    await book.say('2014-02-13', { type: 'set-service-budget', service: 'farms', year: '2014/15', gross: 1 });
    await book.say('2014-02-13', {
      type: 'set-service-budget',
      service: 'farms',
      year: '2015/16',
      notStated: 2,
    });
    await book.say('2014-02-13', {
      type: 'set-service-budget',
      service: 'parks',
      year: '2014/15',
      gross: 500,
    });
    await book.say('2014-03-01', { type: 'withdraw-service', service: 'parks', reason: 'Out of scope' });
    const { reader, moment } = await book.as('2014-04-01');
    expect(figuresAt(reader, 'county', moment)).toEqual([
      figure('phases by status', 1, 'open'),
      figure('phases by status', 1, 'planned'),
      figure('posts of units', 4),
      figure('projects by portfolio', 2, 'adults'),
      figure('projects by portfolio', 0, 'place'),
      figure('reviews', 4),
      figure('reviews by stage', 1, 'brief-agreed'),
      figure('reviews by stage', 2, 'proposed'),
      figure('reviews deferred', 1),
      figure('reviews withdrawn', 1),
      figure('savings target', 23_900_000_000, '', 'pence'),
      figure('service budgets', 90, 'no tranche, corporate support, 2014/15, gross', 'pence'),
      figure('service budgets', 80, 'no tranche, corporate support, 2014/15, net', 'pence'),
      figure('service budgets', 1, 'no tranche, no heading, 2014/15, gross', 'pence'),
      figure('service budgets', 2, 'no tranche, no heading, 2015/16, not stated', 'pence'),
      figure('unit budgets', 30, '2014/15, no price base, gross', 'pence'),
      figure('unit budgets', 20, '2014/15, no price base, net', 'pence'),
      figure('unit budgets', 7, '2015/16, 2013/14 prices, notStated', 'pence'),
      figure('unit target', 2),
      figure('units', 2),
    ]);
  });

  it('leave out what there is none of: no target, no posts, no phase', async () => {
    await book.say('2013-07-18', { type: 'start-programme', name: 'Facing the Challenge' });
    const { reader, moment } = await book.as('2013-07-18');
    expect(figuresAt(reader, 'county', moment)).toEqual([
      figure('reviews', 0),
      figure('reviews deferred', 0),
      figure('reviews withdrawn', 0),
      figure('units', 0),
    ]);
  });

  it('of savings stand group by group and measure by measure, all years and those of the target', async () => {
    await book.say('2013-07-18', { type: 'start-programme', name: 'Facing the Challenge' });
    await book.say('2013-07-18', {
      type: 'set-savings-target',
      pence: 100,
      fromYear: '2015/16',
      toYear: '2016/17',
      basis: 'net',
    });
    await book.say('2014-01-01', { type: 'open-portfolio', portfolio: 'adults', name: 'Adults' });
    await book.say('2014-01-10', {
      type: 'identify-saving',
      saving: 'carers',
      name: 'Carers',
      category: 'cashable',
      recurrence: 'recurring',
      basis: 'net',
      owner: 'Corporate Director',
      portfolio: 'adults',
      profile: [
        { year: '2014/15', pence: 5 },
        { year: '2015/16', pence: 30 },
      ],
    });
    const { reader, moment } = await book.as('2014-01-10');
    const of = (measure: string) => `savings, cashable, recurring, net, ${measure}`;
    expect(figuresAt(reader, 'county', moment).filter(({ total }) => total.startsWith('savings'))).toEqual([
      figure('savings', 0, of('authorised'), 'pence'),
      figure('savings', 0, of('delivered'), 'pence'),
      figure('savings', 0, of('forecast'), 'pence'),
      figure('savings', 35, of('identified'), 'pence'),
      figure('savings', 0, of('inBusinessCase'), 'pence'),
      figure('savings', 0, of('validated'), 'pence'),
      figure('savings target', 100, '', 'pence'),
      figure('savings within the target', 0, of('authorised'), 'pence'),
      figure('savings within the target', 0, of('delivered'), 'pence'),
      figure('savings within the target', 0, of('forecast'), 'pence'),
      figure('savings within the target', 30, of('identified'), 'pence'),
      figure('savings within the target', 0, of('inBusinessCase'), 'pence'),
      figure('savings within the target', 0, of('validated'), 'pence'),
    ]);
  });
});

describe('A restatement', () => {
  it('has each total before and after, with what the change comes to, and the entry that made it', async () => {
    await book.say('2013-07-18', { type: 'start-programme', name: 'Facing the Challenge' });
    await book.say('2013-09-19', { ...opening, unit: 'a', name: 'A' });
    const known = await book.say('2013-09-20', proposes('legal'));
    const late = await book.say('2013-09-19', { ...opening, unit: 'b', name: 'B', source: 'Appendix 3' });
    await book.say('2013-09-19', { type: 'set-unit-posts', unit: 'a', posts: 9 });
    await book.say('2013-10-01', { ...opening, unit: 'later', name: 'Later' });
    const { reader, moment: after } = await book.as('2013-09-30');
    const before = reader.moments.at(civilDate('2013-09-30'), known.recordedAt);
    const { facts, totals } = restatement(reader, 'county', before, after);
    expect(totals.filter(({ effect, before }) => effect !== 0 || before === null)).toEqual([
      { total: 'posts of units', of: '', unit: 'count', before: null, after: 9, effect: 9 },
      { total: 'units', of: '', unit: 'count', before: 1, after: 2, effect: 1 },
    ]);
    expect(totals.filter(({ total }) => total === 'reviews')).toEqual([
      { total: 'reviews', of: '', unit: 'count', before: 1, after: 1, effect: 0 },
    ]);
    expect(
      facts.map(({ kind, id, existedBefore, existsAfter }) => [kind, id, existedBefore, existsAfter]),
    ).toEqual([
      ['unit', 'a', true, true],
      ['unit', 'b', false, true],
    ]);
    expect(facts[1]?.entries).toEqual([
      {
        id: late.id,
        type: 'UnitRegistered',
        stream: 'county/structure',
        position: reader.log.entry(late.id)?.position,
        commandId: 'command-4',
        recordedAt: late.recordedAt,
        actor: 'programme-officer',
        capacity: 'programme-office',
        effectiveOn: '2013-09-19',
        takenOn: null,
        decision: null,
        reason: null,
        authority: null,
        strikes: [],
        replaces: null,
        source: 'Appendix 3',
      },
    ]);
  });
});
