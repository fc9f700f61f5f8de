import { afterAll, describe, expect, it } from '@jest/globals';
import type { Instant } from '#calendar';
import type { DecisionPart } from '#programme';
import { SmallBook } from '#testing';
import { checklistsOf, decisionDetail, followingEntries, supersession } from './index.js';

const books: SmallBook[] = [];
afterAll(() => {
  for (const book of books) book.close();
});

const archives = { decision: 'archives', title: 'Archives: a trust', maker: 'Cabinet' };
const library = { decision: 'library', title: 'Archives and libraries: one trust', maker: 'Cabinet' };

async function county(): Promise<SmallBook> {
  const book = await SmallBook.begun({
    'notice-clear-days': 28,
    'notice-basis': 'calendar',
    'call-in-clear-days': 5,
    'call-in-basis': 'working',
    'key-decision-threshold-pence': 100_000_000,
  });
  books.push(book);
  return book;
}

/** The key decision of 21 March 2019, noticed, published the day after, and what follows from it. */
async function takenAndPublished(): Promise<SmallBook> {
  const book = await county();
  await book.say('2019-02-04', {
    type: 'give-key-decision-notice',
    decision: 'archives',
    title: 'Archives',
    matter: 'Whether to set up a trust',
  });
  await book.say('2019-03-21', {
    type: 'record-decision',
    ...archives,
    key: true,
    expenditure: 120_000_000,
    text: 'That a trust be set up',
  });
  await book.say('2019-03-22', { type: 'publish-decision', decision: 'archives' });
  await book.say('2019-03-25', {
    type: 'register-unit',
    unit: 'archives',
    name: 'Archives',
    decision: 'archives',
  });
  return book;
}

async function detailOf(book: SmallBook, id: string, day: string, knownAt?: Instant) {
  const { reader, moment } = await book.as(day, knownAt);
  const part = reader.parts.one('county', 'decision', id, moment).part as DecisionPart;
  return decisionDetail(reader, 'county', part, moment);
}

async function followingOf(book: SmallBook, id: string, day: string) {
  const { reader, moment } = await book.as(day);
  const part = reader.parts.one('county', 'decision', id, moment).part;
  return followingEntries(reader, 'county', id, part, moment);
}

describe('A decision at a date', () => {
  it('stands where its procedure has come to, with the arithmetic', async () => {
    const book = await takenAndPublished();
    const because =
      'published Fri 22 Mar 2019, five clear working days end Fri 29 Mar 2019, in force from Sat 30 Mar 2019';
    expect((await detailOf(book, 'archives', '2019-03-29')).standing).toEqual({
      status: 'in-call-in-window',
      inForceFrom: '2019-03-30',
      because,
    });
    expect((await detailOf(book, 'archives', '2019-03-30')).standing).toEqual({
      status: 'in-force',
      inForceFrom: '2019-03-30',
      because,
    });
  });

  it('stands by the settings of its own day, as they are known at the moment asked about', async () => {
    const book = await takenAndPublished();
    const { recordedAt } = await book.say('2019-04-01', { type: 'rename-programme', name: 'Change' });
    await book.say('2019-03-01', { type: 'set-council-setting', setting: 'call-in-clear-days', value: 10 });
    expect((await detailOf(book, 'archives', '2019-04-01')).standing).toMatchObject({
      status: 'in-call-in-window',
      inForceFrom: '2019-04-06',
    });
    expect((await detailOf(book, 'archives', '2019-04-01', recordedAt)).standing).toMatchObject({
      status: 'in-force',
      inForceFrom: '2019-03-30',
    });
  });

  it('counts its notice to the day it was taken, however long ago that is when it is asked about', async () => {
    const book = await county();
    const archive = { decision: 'archives', title: 'Archives' };
    await book.say('2019-03-01', { type: 'give-key-decision-notice', ...archive, matter: 'A trust' });
    await book.say('2019-03-20', {
      ...{ type: 'agree-special-urgency', decision: 'archives', agreedBy: 'scrutiny-chair' },
      reason: 'The lease ends',
    });
    await book.say('2019-03-21', { type: 'record-decision', ...archives, key: true });
    const counted = {
      what: 'notice',
      earliest: '2019-03-30',
      because: 'notice published Fri 1 Mar 2019, 28 clear days end Fri 29 Mar 2019, earliest Sat 30 Mar 2019',
    };
    expect((await detailOf(book, 'archives', '2019-06-03')).clocks.notice).toEqual([
      { ...counted, run: false },
    ]);
  });

  it('no longer stands on what an entry that is struck had read', async () => {
    const book = await takenAndPublished();
    await book.say('2019-06-03', { type: 'record-decision', ...library });
    const { id, recordedAt } = await book.say('2019-06-03', {
      ...{ type: 'supersede-decision', decision: 'archives', supersededBy: 'library', reason: 'One trust' },
    });
    await book.strike('decision/archives', id, '2019-06-04', 'The other decision was deferred');
    const stoodOn = async (knownAt?: Instant) =>
      (await detailOf(book, 'archives', '2019-06-04', knownAt)).stoodOn.map(({ type }) => type);
    expect(await stoodOn(recordedAt)).toEqual(['DecisionRecorded', 'DecisionSuperseded']);
    expect(await stoodOn()).toEqual(['DecisionRecorded']);
  });

  it('says of each item that is missing which command supplies it, and no longer once it is supplied', async () => {
    const book = await takenAndPublished();
    const missing = async () =>
      (await detailOf(book, 'archives', '2019-04-01')).checklist.flatMap(({ item, held, suppliedBy }) =>
        held ? [] : [[item, suppliedBy]],
      );
    expect(await missing()).toEqual([
      ['reasons', 'complete-decision-record'],
      ['alternatives', 'complete-decision-record'],
      ['conflicts', 'complete-decision-record'],
      ['dispensations', 'complete-decision-record'],
    ]);
    await book.say('2019-04-01', {
      type: 'complete-decision-record',
      decision: 'archives',
      reasons: 'It costs less',
      alternatives: 'none considered',
      conflicts: 'none declared',
    });
    expect(await missing()).toEqual([]);
  });

  it('is asked for the eight items of a notice where it has one, or is key with nothing in its place', async () => {
    const taken = { ...archives, kind: 'decision', id: 'archives', stage: 'taken', takenOn: '2019-03-21' };
    const part = { ...taken, precision: 'day', recorded: { on: '2019-03-21' } } as unknown as DecisionPart;
    const items = (more: object) => checklistsOf({ ...part, ...more }, undefined).notice.length;
    const agreed = { specialUrgency: { agreedBy: 'scrutiny-chair' } };
    expect([items({}), items({ key: true }), items({ key: true, ...agreed })]).toEqual([0, 8, 0]);
    expect(
      (await detailOf(await takenAndPublished(), 'archives', '2019-04-01')).noticeChecklist,
    ).toHaveLength(8);
  });
});

describe('What follows from a decision', () => {
  it('is flagged while the decision is not in force, and says how that was on its own day', async () => {
    const book = await takenAndPublished();
    await book.say('2019-03-28', {
      type: 'call-in-decision',
      decision: 'archives',
      by: ['Two members of two groups'],
      grounds: 'The price was not said',
    });
    const flags = async (day: string) =>
      (await followingOf(book, 'archives', day)).map(({ entry, notInForce, decisionOnItsDay }) => [
        entry.type,
        decisionOnItsDay?.status ?? null,
        notInForce,
      ]);
    expect((await flags('2019-04-01')).filter(([type]) => type === 'UnitRegistered')).toEqual([
      ['UnitRegistered', 'in-call-in-window', 'called in Thu 28 Mar 2019, no outcome by Mon 1 Apr 2019'],
    ]);
    await book.say('2019-04-10', {
      type: 'record-call-in-outcome',
      decision: 'archives',
      outcome: 'no-further-action',
    });
    expect((await flags('2019-04-10')).map(([type, , notInForce]) => [type, notInForce])).toEqual([
      ['KeyDecisionNoticeGiven', null],
      ['DecisionRecorded', null],
      ['DecisionPublished', null],
      ['UnitRegistered', null],
      ['DecisionCalledIn', null],
      ['CallInConcluded', null],
    ]);
  });

  it('is flagged where the record of the decision was struck', async () => {
    const book = await county();
    const { id } = await book.say('2019-03-21', { type: 'record-decision', ...archives });
    await book.say('2019-03-25', {
      type: 'register-unit',
      unit: 'archives',
      name: 'Archives',
      decision: 'archives',
    });
    await book.strike('decision/archives', id, '2019-04-01', 'It was another body');
    expect(await followingOf(book, 'archives', '2019-04-01')).toMatchObject([
      { entry: { type: 'UnitRegistered' }, notInForce: 'it is not on the record by then' },
    ]);
  });
});

describe('A decision that takes the place of another', () => {
  it('is named by the other, and names it, at every pair of dates alike', async () => {
    const book = await takenAndPublished();
    await book.say('2019-06-03', { type: 'record-decision', ...library });
    const before = await book.say('2019-06-04', { type: 'publish-decision', decision: 'library' });
    await book.say('2019-06-03', {
      type: 'supersede-decision',
      decision: 'archives',
      supersededBy: 'library',
      reason: 'One trust for both',
    });
    const both = async (day: string, knownAt?: Instant) => {
      const { reader, moment } = await book.as(day, knownAt);
      const of = (id: string) => supersession(reader, 'county', id, moment);
      return [of('archives').supersededBy, of('library').supersedes];
    };
    const said = { on: '2019-06-03', precision: 'day', reason: 'One trust for both' };
    expect(await both('2019-06-03')).toEqual([
      { decision: 'library', title: 'Archives and libraries: one trust', ...said },
      [{ decision: 'archives', title: 'Archives: a trust', ...said }],
    ]);
    expect(await both('2019-06-02')).toEqual([null, []]);
    expect(await both('2019-06-03', before.recordedAt)).toEqual([null, []]);
  });
});
