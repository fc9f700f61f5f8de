import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { SmallBook } from '#testing';
import { outcomes } from './outcomes.js';

let book: SmallBook;
const review = 'legal';
const owing = (one: string, outcome: string, on: string, precision = 'day') =>
  ({ review: one, outcome, due: { on: civilDate(on), precision } }) as const;
const optionOf = (option: string, more: object) => ({
  ...{ type: 'identify-option', review, option, title: option, scope: 'whole' },
  ...more,
});

/** Legal owes four things by days that were said, and Schools two; nobody said by when Trade owes any. */
beforeAll(async () => {
  book = await SmallBook.begun();
  const phase = 'phase-1';
  await book.say('2013-09-19', { type: 'plan-phase', phase, name: 'Phase 1' });
  await book.say('2013-09-19', { type: 'propose-review', review, name: 'Legal Services', phase });
  await book.say('2013-09-19', { type: 'propose-review', review: 'schools', name: 'Schools' });
  for (const one of [review, 'schools'])
    await book.say('2013-09-19', {
      type: 'plan-outcome',
      ...owing(one, 'scoping-brief', '2013-10-31', 'month'),
    });
  await book.say('2013-09-19', { type: 'plan-outcome', ...owing(review, 'understanding', '2013-12-15') });
  await book.say('2013-09-19', { type: 'plan-outcome', ...owing(review, 'options', '2014-01-31') });
  await book.say('2013-10-21', { type: 'agree-scoping-brief', review });
  await book.say('2013-12-01', {
    type: 'record-service-understanding',
    review,
    summary: 'x',
    precision: 'month',
  });
  await book.say('2014-01-06', optionOf('as-is', { model: 'INH', asIs: true, provider: 'The council' }));
  await book.say('2014-01-20', optionOf('partner', { model: 'JV' }));
  await book.say('2014-02-03', {
    ...{ type: 'move-outcome', ...owing(review, 'options', '2014-02-28', 'month') },
    reason: 'A provider is being sought',
  });
  await book.say(
    '2014-03-03',
    optionOf('company', { model: 'LATC', provider: 'A company', provenance: 'illustrative' }),
  );
  await book.say('2014-06-02', { type: 'withdraw-review', review: 'schools', reason: 'Done elsewhere' });
});
afterAll(() => book.close());

const rowsOn = async (day: string, one = review) => {
  const { reader, moment } = await book.as(day);
  return outcomes.rows(reader, 'county', moment).filter((row) => row.review === one);
};

const legal = { review: 'legal', name: 'Legal Services', phase: 'phase-1' };
const schools = { review: 'schools', name: 'Schools', phase: null };
const missing = {
  ...{ thereOn: null, therePrecision: null, decision: null, inTime: null, daysOverdue: 0 },
  ...{ provenance: null, illustrative: false },
};
const undated = { due: null, duePrecision: null, moved: 0 };
const minuted = { provenance: 'minuted', illustrative: false } as const;
const inOctober = { due: '2013-10-31', duePrecision: 'month', moved: 0 };

describe('What a review owes', () => {
  it('stands in a line each, in the order in which it comes, whether or not it is there or due', async () => {
    const there = { state: 'there', thereOn: '2013-10-21', therePrecision: 'day', decision: null };
    expect(await rowsOn('2013-11-05')).toEqual([
      {
        ...legal,
        outcome: 'scoping-brief',
        ...there,
        ...inOctober,
        inTime: 'yes',
        daysOverdue: 0,
        ...minuted,
      },
      {
        ...{ ...legal, outcome: 'understanding', state: 'owed', ...missing },
        ...{ due: '2013-12-15', duePrecision: 'day', moved: 0 },
      },
      {
        ...{ ...legal, outcome: 'options', state: 'owed', ...missing },
        ...{ due: '2014-01-31', duePrecision: 'day', moved: 0 },
      },
      { ...legal, outcome: 'preferred-option', state: 'no-day', ...undated, ...missing },
      { ...legal, outcome: 'authorisation', state: 'no-day', ...undated, ...missing },
    ]);
  });

  it.each([
    ['2013-10-31', 'owed', 0],
    ['2013-11-01', 'overdue', 1],
    ['2013-11-05', 'overdue', 5],
    ['2014-06-02', 'withdrawn', 0],
  ])(
    'is as of %s %s, by %i days: late is from the day after the due day',
    async (day, state, daysOverdue) => {
      const [brief] = await rowsOn(day, 'schools');
      expect(brief).toEqual({
        ...{ ...schools, outcome: 'scoping-brief', ...missing, ...inOctober },
        ...{ state, daysOverdue },
      });
    },
  );

  it('is not known to be in time where it came in a month that goes on beyond the due day', async () => {
    const [, understanding] = await rowsOn('2014-01-02');
    expect(understanding).toEqual({
      ...{
        ...legal,
        outcome: 'understanding',
        state: 'there',
        thereOn: '2013-12-01',
        therePrecision: 'month',
      },
      ...{ decision: null, due: '2013-12-15', duePrecision: 'day', moved: 0 },
      ...{ inTime: 'not-known', daysOverdue: 0, ...minuted },
    });
  });

  it('is overdue by the day it was moved to, and late though it is there: options are a spectrum with a provider', async () => {
    const options = async (day: string) => (await rowsOn(day))[2];
    expect(await options('2014-02-02')).toMatchObject({
      state: 'overdue',
      due: '2014-01-31',
      daysOverdue: 2,
    });
    expect(await options('2014-02-03')).toMatchObject({ state: 'owed', due: '2014-02-28', moved: 1 });
    expect(await options('2014-03-03')).toEqual({
      ...{ ...legal, outcome: 'options', state: 'there', thereOn: '2014-03-03', therePrecision: 'day' },
      ...{ decision: null, due: '2014-02-28', duePrecision: 'month', moved: 1 },
      ...{ inTime: 'no', daysOverdue: 0, provenance: 'illustrative', illustrative: true },
    });
  });
});
