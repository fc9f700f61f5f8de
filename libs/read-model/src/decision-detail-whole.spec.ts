import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DecisionPart } from '#programme';
import { SmallBook } from '#testing';
import { decisionDetail, followingEntries } from './index.js';

const book = new SmallBook();
const ids = new Map<string, string>();
afterAll(() => book.close());

/**
 * A trust that was announced, taken, published and replaced by another. The positions of its book, from 1: the start, five
 * settings (2 to 6), the Cabinet (7), its power (8), the notice (9), the decision (10), its publication (11), a unit (12),
 * the other decision (13) and that it takes the first one's place (14).
 */
beforeAll(async () => {
  const start = '2013-07-18';
  await book.say(start, { type: 'start-programme', name: 'Transformation' });
  for (const [setting, value] of [
    ['notice-clear-days', 28],
    ['notice-basis', 'calendar'],
    ['call-in-clear-days', 5],
    ['call-in-basis', 'working'],
    ['key-decision-threshold-pence', 100_000_000],
  ]) {
    await book.say(start, { type: 'set-council-setting', setting, value });
  }
  await book.say(start, { type: 'establish-body', body: 'cabinet', name: 'Cabinet', bodyKind: 'cabinet' });
  await book.say(start, {
    ...{ type: 'confer-power', power: 'trusts', description: 'To set up trusts', on: 'cabinet' },
    covers: ['executive-functions'],
  });
  // 28 clear days from Monday 11 February are all days to Monday 11 March, the very day that the notice announces.
  await book.say('2019-02-11', {
    ...{ type: 'give-key-decision-notice', decision: 'archives', title: 'Archives' },
    ...{ matter: 'Whether to set up a trust', maker: 'Cabinet', documents: ['The business case'] },
    decisionDue: { on: '2019-03-11', precision: 'day' },
  });
  const taken = await book.say('2019-03-21', {
    ...{ type: 'record-decision', decision: 'archives', title: 'Archives: a trust', maker: 'cabinet' },
    ...{ power: 'trusts', key: true, expenditure: 120_000_000, text: 'That a trust be set up' },
    reasons: 'It costs less',
    conflicts: [{ declaredBy: 'Member for Hythe', nature: 'A trustee' }],
  });
  await book.say('2019-03-22', { type: 'publish-decision', decision: 'archives' });
  await book.say('2019-03-30', {
    ...{ type: 'register-unit', unit: 'archives', name: 'Archives', decision: 'archives' },
  });
  const library = await book.say('2019-06-03', {
    ...{ type: 'record-decision', decision: 'library', title: 'One trust', maker: 'cabinet' },
  });
  const superseded = await book.say('2019-06-03', {
    ...{ type: 'supersede-decision', decision: 'archives', supersededBy: 'library' },
    reason: 'One trust for both',
  });
  ids.set('taken', taken.id).set('library', library.id).set('superseded', superseded.id);
});

async function onDay(id: string, day: string) {
  const { reader, moment } = await book.as(day);
  const part = reader.parts.one('county', 'decision', id, moment).part as DecisionPart;
  return {
    detail: decisionDetail(reader, 'county', part, moment),
    following: followingEntries(reader, 'county', id, part, moment).map(({ entry, ...beside }) => ({
      entry: entry.type,
      ...beside,
    })),
  };
}

const supplied = (suppliedBy: string) => (missing: string) => ({ held: false, missing, suppliedBy });
const held = { held: true };
const fromRecord = supplied('complete-decision-record');
const fromNotice = supplied('reissue-key-decision-notice');

/** The items of a list in order, each with where it is asked for. */
const items = (regulation: number, ...said: readonly (readonly [string, string, object])[]) =>
  said.map(([item, says, whether], n) => ({
    ...{ item, says, regulation: `Regulation ${regulation}, item (${'abcdefgh'[n]}), SI 2012/2089` },
    ...whether,
  }));

const noticeItems = items(
  9,
  ['key-decision', 'That a key decision is to be made', held],
  ['matter', 'The matter', held],
  ['maker', 'Who is to make it: the office, or the body and its members', held],
  ['due', 'The day or the period', held],
  ['documents', 'The documents submitted, or that there are none', held],
  ['address', 'Where copies may be had', fromNotice('the address for copies')],
  [
    'other-documents',
    'That other documents may be submitted',
    fromNotice('that other documents may be submitted'),
  ],
  [
    'request-details',
    'How to ask for details of those documents',
    fromNotice('how to ask for their details'),
  ],
);

const recordItems = (decision: object, reasons: object, conflicts: object, dispensation: string) =>
  items(
    12,
    ['decision', 'The decision, and the day on which it was made', decision],
    ['reasons', 'The reasons for it', reasons],
    [
      'alternatives',
      'The alternatives considered and rejected, or that there were none',
      fromRecord('the alternatives, or that none was considered'),
    ],
    ['conflicts', 'The conflicts of interest declared, or that there were none', conflicts],
    [
      'dispensations',
      'For each conflict declared, a note of the dispensation, or that there was none',
      fromRecord(dispensation),
    ],
  );

const noticeRan =
  'notice published Mon 11 Feb 2019, 28 clear days end Mon 11 Mar 2019, earliest Tue 12 Mar 2019';
const windowRan = 'published Fri 22 Mar 2019, five clear working days end Fri 29 Mar 2019';
const tooEarly = {
  due: { on: '2019-03-11', precision: 'day' },
  earliest: '2019-03-12',
  says: `the notice says Mon 11 Mar 2019, before its clear days allow it: ${noticeRan}`,
};
const owedByCabinet = {
  kind: 'executive-body',
  says: 'An executive decision of a body: the record under regulation 12 of the 2012 Regulations (SI 2012/2089)',
};

const atTheStart = { on: '2013-07-18', precision: 'day', provenance: 'minuted' };
const setting = (id: string, value: string | number) => ({
  key: `setting/${id}`,
  on: '2019-03-21',
  value: { kind: 'setting', id, value, changed: atTheStart },
});
const makerRead = (on: string) => [
  {
    ...{ key: 'body/cabinet', on },
    value: {
      ...{ kind: 'body', id: 'cabinet', name: 'Cabinet', bodyKind: 'cabinet', callIn: true },
      ...{ established: atTheStart, members: [] },
    },
  },
  {
    ...{ key: 'power/trusts', on },
    value: {
      ...{ kind: 'power', id: 'trusts', description: 'To set up trusts', covers: ['executive-functions'] },
      held: [
        {
          ...{ by: 'cabinet', how: 'constitution', from: '2013-07-18' },
          ...{ precision: 'day', provenance: 'minuted' },
        },
      ],
    },
  },
];

/** What the decision of 21 March was recorded on: the last entry of the programme and of the authority by then is the 8th. */
const takenOn = () => ({
  ...{ id: ids.get('taken'), type: 'DecisionRecorded', effectiveOn: '2019-03-21' },
  basedOn: '0000000000000008',
  facts: [...makerRead('2019-03-21'), setting('notice-clear-days', 28), setting('notice-basis', 'calendar')],
});

/** What is worked out of the decision from the day it was taken on, whatever became of it. */
const archivesTaken = {
  makerName: 'Cabinet',
  makerHeldPower: true,
  authority: 'Cabinet held power “To set up trusts” on that day; it covers executive functions',
  powerCovers: ['executive-functions'],
  recordOwed: owedByCabinet,
  checklist: recordItems(
    held,
    held,
    held,
    'a note of the dispensation for the conflict declared by Member for Hythe',
  ),
  noticeChecklist: noticeItems,
  announcedTooEarly: tooEarly,
  clocks: {
    notice: [{ what: 'notice', earliest: '2019-03-12', run: true, because: noticeRan }],
    callIn: { lastDay: '2019-03-29', effectiveFrom: '2019-03-30', set: true, because: windowRan },
  },
  keyMeasures: [
    {
      measure: 'spend',
      reached: true,
      says: 'spend of £1.2m is at or over the threshold of £1m in force that day; recorded as key',
    },
  ],
  supersedes: [],
};

const other = { on: '2019-06-03', precision: 'day', reason: 'One trust for both' };

describe('All that is worked out of a decision', () => {
  it('is, of one that is announced, what its notice holds and when it could be taken', async () => {
    expect((await onDay('archives', '2019-03-11')).detail).toEqual({
      standing: {
        status: 'noticed',
        because: 'notice published Mon 11 Feb 2019, not taken by Mon 11 Mar 2019',
      },
      makerHeldPower: null,
      authority: 'not taken yet',
      powerCovers: null,
      recordOwed: null,
      checklist: [],
      noticeChecklist: noticeItems,
      announcedTooEarly: tooEarly,
      clocks: {
        notice: [{ what: 'notice', earliest: '2019-03-12', run: false, because: noticeRan }],
        callIn: null,
      },
      keyMeasures: [],
      supersedes: [],
      supersededBy: null,
      stoodOn: [],
    });
  });

  it('is, on the last day of its window, its record, its clocks and what it stood on', async () => {
    expect((await onDay('archives', '2019-03-29')).detail).toEqual({
      ...archivesTaken,
      standing: {
        status: 'in-call-in-window',
        inForceFrom: '2019-03-30',
        because: `${windowRan}, in force from Sat 30 Mar 2019`,
      },
      supersededBy: null,
      stoodOn: [takenOn()],
    });
  });

  it('is the same the day another took its place, but for where it stands and what that entry stood on', async () => {
    expect((await onDay('archives', '2019-06-03')).detail).toEqual({
      ...archivesTaken,
      standing: {
        status: 'superseded',
        inForceFrom: '2019-03-30',
        fellOn: '2019-06-03',
        because: `${windowRan}, in force from Sat 30 Mar 2019, superseded Mon 3 Jun 2019 by decision “One trust”`,
        by: 'library',
      },
      supersededBy: { decision: 'library', title: 'One trust', ...other },
      stoodOn: [
        takenOn(),
        {
          ...{ id: ids.get('superseded'), type: 'DecisionSuperseded', effectiveOn: '2019-06-03' },
          basedOn: '0000000000000013',
          facts: [
            {
              ...{ key: 'decision/library', on: '2019-06-03' },
              value: {
                ...{ kind: 'decision', id: 'library', stage: 'taken', title: 'One trust', maker: 'cabinet' },
                ...{ takenOn: '2019-06-03', precision: 'day' },
                recorded: { ...atTheStart, on: '2019-06-03', decision: 'library' },
              },
            },
          ],
        },
      ],
    });
  });

  it('is, of the other, a record with nothing in it, not published, without a notice or a power', async () => {
    expect((await onDay('library', '2019-06-03')).detail).toEqual({
      standing: { status: 'taken', because: 'taken Mon 3 Jun 2019, not published yet' },
      makerName: 'Cabinet',
      makerHeldPower: null,
      authority: 'Cabinet holds powers on that day; none was named',
      powerCovers: null,
      recordOwed: owedByCabinet,
      checklist: recordItems(
        fromRecord('the text of the decision'),
        fromRecord('the reasons'),
        fromRecord('the conflicts, or that none was declared'),
        'whether a conflict was declared, and so whether one is needed',
      ),
      noticeChecklist: [],
      announcedTooEarly: null,
      clocks: { notice: [], callIn: null },
      keyMeasures: [],
      supersedes: [{ decision: 'archives', title: 'Archives: a trust', ...other }],
      supersededBy: null,
      stoodOn: [
        {
          ...{ id: ids.get('library'), type: 'DecisionRecorded', effectiveOn: '2019-06-03' },
          ...{ basedOn: '0000000000000008', facts: makerRead('2019-06-03') },
        },
      ],
    });
  });
});

describe('All that follows from a decision', () => {
  const own = (entry: string) => ({ entry, decisionOnItsDay: null, notInForce: null });
  const inForce = {
    status: 'in-force',
    inForceFrom: '2019-03-30',
    because: `${windowRan}, in force from Sat 30 Mar 2019`,
  };
  const before = [own('KeyDecisionNoticeGiven'), own('DecisionRecorded'), own('DecisionPublished')];

  it('is each entry on the record, later ones too, with where the decision stood on its day and why it no longer does', async () => {
    const unit = { entry: 'UnitRegistered', decisionOnItsDay: inForce };
    const superseded = `${inForce.because}, superseded Mon 3 Jun 2019 by decision “One trust”`;
    expect((await onDay('archives', '2019-06-02')).following).toEqual([
      ...before,
      { ...unit, notInForce: null },
      own('DecisionSuperseded'),
    ]);
    expect((await onDay('archives', '2019-06-03')).following).toEqual([
      ...before,
      { ...unit, notInForce: superseded },
      own('DecisionSuperseded'),
    ]);
  });
});
