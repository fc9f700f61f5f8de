import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SmallBook } from '#testing';
import { reviewsByStage, savingsOverTime, savingsSteps, unitFlow } from '../index.js';
import { milestones } from './milestones.js';

let book: SmallBook;
beforeEach(async () => {
  book = new SmallBook();
  await book.say('2013-07-18', { type: 'start-programme', name: 'Transformation' });
});
afterEach(() => book.close());

const drawn = async <Rows>(
  rows: (...asked: [Awaited<ReturnType<SmallBook['as']>>['reader'], string, never]) => Rows,
  day: string,
) => {
  const { reader, moment } = await book.as(day);
  return rows(reader, 'county', moment as never);
};

const identifies = (saving: string, pence: number, more: object = {}) => ({
  type: 'identify-saving',
  saving,
  name: saving,
  category: 'cashable',
  means: 'efficiency',
  recurrence: 'recurring',
  basis: 'net',
  owner: 'Corporate Director',
  portfolio: 'adults',
  profile: [{ year: '2015/16', pence }],
  ...more,
});

describe('Savings as they are drawn', () => {
  beforeEach(async () => {
    const target = { pence: 100, fromYear: '2015/16', toYear: '2017/18', basis: 'not-stated' };
    await book.say('2013-07-18', { type: 'set-savings-target', ...target });
    await book.say('2013-07-18', { type: 'open-portfolio', portfolio: 'adults', name: 'Adults' });
  });

  it('begin with the target, whose gap only what lowers a budget is measured by', async () => {
    await book.say('2014-01-10', identifies('carers', 30));
    await book.say('2014-01-10', identifies('time', 40, { category: 'non-cashable' }));
    const steps = await drawn(savingsSteps.rows, '2014-02-01');
    expect(
      steps.map(({ category, measure, pence, gapPence }) => [category, measure, pence, gapPence]),
    ).toEqual([
      [null, 'target', 100, null],
      ['cashable', 'identified', 30, 70],
      ['non-cashable', 'identified', 40, null],
    ]);
    expect(steps.every(({ entries }) => entries.length === 1)).toBe(true);
  });

  it('stand over time on each day with its entries, and fall where a saving is given up', async () => {
    const { id: first } = await book.say('2014-01-10', identifies('carers', 30));
    const { id: second } = await book.say('2014-03-01', identifies('homes', 20));
    const { id: third } = await book.say('2014-06-01', {
      type: 'withdraw-saving',
      saving: 'carers',
      reason: 'The case fell',
    });
    const steps = await drawn(savingsOverTime.rows, '2014-12-31');
    expect(steps.map(({ on, addedPence, pence, entries }) => [on, addedPence, pence, entries])).toEqual([
      ['2014-01-10', 30, 30, [first]],
      ['2014-03-01', 20, 50, [second]],
      ['2014-06-01', -30, 20, [third]],
    ]);
    expect(await drawn(savingsOverTime.rows, '2014-02-01')).toHaveLength(1);
  });

  it('leave out over time what counts in no year of the target', async () => {
    await book.say('2014-01-10', identifies('early', 30, { profile: [{ year: '2014/15', pence: 30 }] }));
    await book.say('2014-01-10', identifies('late', 30, { profile: [{ year: '2018/19', pence: 30 }] }));
    expect(await drawn(savingsOverTime.rows, '2014-12-31')).toEqual([]);
  });
});

describe('Reviews by stage', () => {
  it('are none before there is a review, and then have every stage in order', async () => {
    expect(await drawn(reviewsByStage.rows, '2013-08-01')).toEqual([]);
    await book.say('2013-09-19', { type: 'propose-review', review: 'legal', name: 'Legal Services' });
    await book.say('2013-09-19', { type: 'propose-review', review: 'ict', name: 'ICT' });
    await book.say('2013-12-01', { type: 'withdraw-review', review: 'ict', reason: 'Merged' });
    await book.say('2013-12-02', { type: 'propose-review', review: 'roads', name: 'Roads' });
    await book.say('2013-12-03', { type: 'defer-review', review: 'roads', reason: 'The election' });
    const rows = await drawn(reviewsByStage.rows, '2014-01-01');
    expect(rows.filter(({ reviews }) => reviews !== 0)).toEqual([
      { stage: 'proposed', reviews: 2, deferred: 1, illustrative: false, ids: ['legal', 'roads'] },
      { stage: 'withdrawn', reviews: 1, deferred: 0, illustrative: false, ids: ['ict'] },
    ]);
    expect(rows).toHaveLength(10);
  });
});

describe('The flow of units', () => {
  const opens = (unit: string, more: object = {}) =>
    book.say('2013-09-19', { type: 'register-unit', unit, name: unit.toUpperCase(), opening: true, ...more });
  const line = (
    from: string,
    to: string,
    toStatus = 'open',
    how: string | null = null,
    on: string | null = null,
  ) => ({
    ...{
      from,
      fromName: from.toUpperCase(),
      to,
      toName: to.toUpperCase(),
      toStatus,
      how,
      on,
      illustrative: false,
    },
  });

  it('leads each first unit to what it has come to, with the first step that led there', async () => {
    for (const unit of ['a', 'b', 'c', 'd']) await opens(unit);
    await opens('e', { provenance: 'illustrative' });
    await book.say('2014-04-01', { type: 'merge-units', units: ['a', 'b'], successor: 'ab', name: 'AB' });
    await book.say('2014-05-01', {
      type: 'split-unit',
      unit: 'c',
      into: [
        { unit: 'x', share: 1, name: 'X' },
        { unit: 'y', share: 1, name: 'Y' },
      ],
    });
    await book.say('2014-06-01', { type: 'merge-units', units: ['ab', 'x'], successor: 'all', name: 'ALL' });
    await book.say('2014-07-01', { type: 'close-unit', unit: 'd', reason: 'Sold' });
    expect(await drawn(unitFlow.rows, '2014-07-01')).toEqual([
      line('a', 'all', 'open', 'merge', '2014-04-01'),
      line('b', 'all', 'open', 'merge', '2014-04-01'),
      line('c', 'all', 'open', 'split', '2014-05-01'),
      line('c', 'y', 'open', 'split', '2014-05-01'),
      line('d', 'd', 'closed'),
      { ...line('e', 'e'), illustrative: true },
    ]);
    expect(await drawn(unitFlow.rows, '2014-04-30')).toEqual([
      line('a', 'ab', 'open', 'merge', '2014-04-01'),
      line('b', 'ab', 'open', 'merge', '2014-04-01'),
      line('c', 'c'),
      line('d', 'd'),
      { ...line('e', 'e'), illustrative: true },
    ]);
    expect((await drawn(unitFlow.rows, '2014-03-31')).map(({ from, to }) => [from, to])).toEqual(
      ['a', 'b', 'c', 'd', 'e'].map((unit) => [unit, unit]),
    );
  });

  it('keeps a unit that goes on after a split beside what it handed on', async () => {
    await opens('a');
    await book.say('2014-04-01', {
      type: 'split-unit',
      unit: 'a',
      into: [
        { unit: 'a', share: 2 },
        { unit: 'x', share: 1, name: 'X' },
      ],
    });
    expect(await drawn(unitFlow.rows, '2014-04-01')).toEqual([
      line('a', 'a'),
      line('a', 'x', 'open', 'split', '2014-04-01'),
    ]);
  });
});

describe('Milestones', () => {
  it('are each shown as planned, as forecast last with the reason, and as reached', async () => {
    await book.say('2014-01-01', { type: 'open-portfolio', portfolio: 'adults', name: 'Adults' });
    for (const project of ['carers', 'homes'])
      await book.say('2014-01-02', { type: 'charter-project', project, name: project, portfolio: 'adults' });
    const carers = { project: 'carers' };
    await book.say('2014-02-01', {
      ...{ type: 'plan-milestone', ...carers, milestone: 'open', title: 'The centre opens' },
      planned: { on: '2014-06-30', precision: 'month' },
    });
    await book.say('2014-02-01', {
      ...{
        type: 'plan-milestone',
        ...carers,
        milestone: 'hire',
        title: 'Staff are hired',
        provenance: 'illustrative',
      },
      planned: { on: '2014-05-01', precision: 'day' },
    });
    const forecast = (on: string, reason: string, provenance = 'minuted') => ({
      ...{ type: 'forecast-milestone', ...carers, milestone: 'open', provenance, reason },
      forecast: { on, precision: 'day' },
    });
    await book.say('2014-03-01', forecast('2014-07-15', 'The roof'));
    await book.say('2014-04-01', forecast('2014-08-01', 'The roof again'));
    await book.say('2014-05-02', { type: 'reach-milestone', ...carers, milestone: 'hire' });
    const open = {
      ...{
        ...carers,
        milestone: 'open',
        title: 'The centre opens',
        planned: '2014-06-30',
        plannedPrecision: 'month',
      },
      ...{
        forecast: '2014-08-01',
        forecastPrecision: 'day',
        reason: 'The roof again',
        forecasts: 2,
        actual: null,
        neverReached: false,
      },
    };
    const hire = {
      ...{
        ...carers,
        milestone: 'hire',
        title: 'Staff are hired',
        planned: '2014-05-01',
        plannedPrecision: 'day',
      },
      ...{ forecast: null, forecastPrecision: null, reason: null, forecasts: 0, neverReached: false },
    };
    expect(await drawn(milestones.rows, '2014-05-02')).toEqual([
      { ...open, illustrative: false },
      { ...hire, actual: '2014-05-02', illustrative: true },
    ]);
    expect(await drawn(milestones.rows, '2014-03-31')).toEqual([
      { ...open, forecast: '2014-07-15', reason: 'The roof', forecasts: 1, illustrative: false },
      { ...hire, actual: null, illustrative: true },
    ]);
    await book.say('2014-05-03', { ...forecast('2014-09-01', 'The floor', 'illustrative') });
    expect((await drawn(milestones.rows, '2014-05-03')).map(({ illustrative }) => illustrative)).toEqual([
      true,
      true,
    ]);
    const never = async (day: string) =>
      (await drawn(milestones.rows, day)).map(({ milestone, neverReached }) => [milestone, neverReached]);
    await book.say('2014-06-01', { type: 'close-project', ...carers, outcome: 'stopped' });
    expect(await never('2014-05-31')).toEqual([
      ['open', false],
      ['hire', false],
    ]);
    expect(await never('2014-06-01')).toEqual([
      ['open', true],
      ['hire', false],
    ]);
  });
});
