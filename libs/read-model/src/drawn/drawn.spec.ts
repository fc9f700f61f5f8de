import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SmallBook } from '#testing';
import { reviewsByStage, savingsOverTime, savingsSteps, unitFlow } from '../index.js';

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
    const steps = await drawn(savingsSteps, '2014-02-01');
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
    const steps = await drawn(savingsOverTime, '2014-12-31');
    expect(steps.map(({ on, addedPence, pence, entries }) => [on, addedPence, pence, entries])).toEqual([
      ['2014-01-10', 30, 30, [first]],
      ['2014-03-01', 20, 50, [second]],
      ['2014-06-01', -30, 20, [third]],
    ]);
    expect(await drawn(savingsOverTime, '2014-02-01')).toHaveLength(1);
  });

  it('leave out over time what counts in no year of the target', async () => {
    await book.say('2014-01-10', identifies('early', 30, { profile: [{ year: '2014/15', pence: 30 }] }));
    expect(await drawn(savingsOverTime, '2014-12-31')).toEqual([]);
  });
});

describe('Reviews by stage', () => {
  it('are none before there is a review, and then have every stage in order', async () => {
    expect(await drawn(reviewsByStage, '2013-08-01')).toEqual([]);
    await book.say('2013-09-19', { type: 'propose-review', review: 'legal', name: 'Legal Services' });
    await book.say('2013-09-19', { type: 'propose-review', review: 'ict', name: 'ICT' });
    await book.say('2013-12-01', { type: 'withdraw-review', review: 'ict', reason: 'Merged' });
    const rows = await drawn(reviewsByStage, '2014-01-01');
    expect(rows.filter(({ reviews }) => reviews !== 0)).toEqual([
      { stage: 'proposed', reviews: 1, deferred: 0, illustrative: false, ids: ['legal'] },
      { stage: 'withdrawn', reviews: 1, deferred: 0, illustrative: false, ids: ['ict'] },
    ]);
    expect(rows).toHaveLength(10);
  });
});

describe('The flow of units', () => {
  it('leads each first unit to what it has come to, with the step that led there', async () => {
    for (const unit of ['a', 'b', 'c'])
      await book.say('2013-09-19', { type: 'register-unit', unit, name: unit.toUpperCase(), opening: true });
    await book.say('2014-04-01', { type: 'merge-units', units: ['a', 'b'], successor: 'ab', name: 'AB' });
    const flow = await drawn(unitFlow, '2014-04-01');
    expect(flow.map(({ from, to, toName, how, on }) => [from, to, toName, how, on])).toEqual([
      ['a', 'ab', 'AB', 'merge', '2014-04-01'],
      ['b', 'ab', 'AB', 'merge', '2014-04-01'],
      ['c', 'c', 'C', null, null],
    ]);
    expect((await drawn(unitFlow, '2014-03-31')).every(({ from, to }) => from === to)).toBe(true);
  });

  const registers = (unit: string) => ({ type: 'register-unit', unit, name: unit, opening: true });
  const lines = async (day: string) =>
    (await drawn(unitFlow, day)).map(({ from, to, how, on }) => [from, to, how, on]);

  it('has a line of its own for a unit that stood before others were merged into it', async () => {
    for (const unit of ['legal', 'libraries']) await book.say('2013-09-19', registers(unit));
    await book.say('2014-04-01', { type: 'merge-units', units: ['legal'], successor: 'libraries' });
    expect(await lines('2014-04-01')).toEqual([
      ['legal', 'libraries', 'merge', '2014-04-01'],
      ['libraries', 'libraries', null, null],
    ]);
  });

  it('misses no unit whose part came back to it', async () => {
    await book.say('2013-09-19', registers('libraries'));
    const into = [
      { unit: 'libraries', share: 1 },
      { unit: 'archives', share: 1, name: 'Archives' },
    ];
    await book.say('2014-04-01', { type: 'split-unit', unit: 'libraries', into });
    await book.say('2015-04-01', { type: 'merge-units', units: ['archives'], successor: 'libraries' });
    expect(await lines('2014-04-01')).toEqual([
      ['libraries', 'libraries', null, null],
      ['libraries', 'archives', 'split', '2014-04-01'],
    ]);
    expect(await lines('2015-04-01')).toEqual([['libraries', 'libraries', null, null]]);
  });

  it('keeps to the order of entries within a day: what was split off before a merge took nothing of it', async () => {
    for (const unit of ['legal', 'libraries']) await book.say('2013-09-19', registers(unit));
    const into = [
      { unit: 'libraries', share: 1 },
      { unit: 'archives', share: 1, name: 'Archives' },
    ];
    await book.say('2014-04-01', { type: 'split-unit', unit: 'libraries', into });
    await book.say('2014-04-01', { type: 'merge-units', units: ['legal'], successor: 'libraries' });
    expect(await lines('2014-04-01')).toEqual([
      ['legal', 'libraries', 'merge', '2014-04-01'],
      ['libraries', 'libraries', null, null],
      ['libraries', 'archives', 'split', '2014-04-01'],
    ]);
  });
});
