import { describe, expect, it } from '@jest/globals';
import { asRead, held, names, where } from '../contract/as-read.js';
import { decisionPage, type DecisionFacts } from './decision-page.js';

const decision = {
  kind: 'decision',
  id: 'cabinet-7',
  stage: 'taken',
  title: 'A trust for the libraries',
  maker: 'cabinet',
  power: 'executive',
  takenOn: '2015-03-23',
  precision: 'day',
  recorded: held('2015-03-23', 'illustrative'),
  meeting: 'Cabinet, 23 March 2015',
  reference: '15/00012',
  text: 'To set up a trust',
  reasons: 'It costs less',
  alternatives: [{ option: 'Stay in-house', reason: 'It costs more' }],
  conflicts: [{ declaredBy: 'Member for East', nature: 'Is a trustee', dispensation: 'Granted' }],
  key: false,
  keyReason: 'Under the threshold',
  expenditure: 11_00,
  savings: 22_00,
  papers: ['Report A', 'Report B'],
  access: { exempt: 3, publicInterest: 'Prices are secret' },
  source: 'Minutes, page 4',
  notice: { given: held('2015-02-02') },
  generalException: { given: held('2015-03-01'), reason: 'No time' },
  specialUrgency: { agreed: held('2015-03-02'), office: 'Chairman', reason: 'A fire' },
  published: held('2015-03-24'),
  callInWaived: { waived: held('2015-03-25'), agreedBy: 'Leader', reason: 'A flood' },
  callIn: {
    calledIn: held('2015-03-26'),
    grounds: 'Not consulted',
    outcomes: [{ outcome: 'no-further-action', concluded: held('2015-03-27') }],
  },
  reconsidered: { how: 'confirmed', reconsidered: held('2015-03-28'), reason: 'Nothing new' },
  rescinded: { rescinded: held('2015-03-29'), reason: 'A mistake' },
  superseded: { superseded: held('2015-03-30'), reason: 'A better one', by: 'cabinet-9' },
};

const item = (says: string, isHeld: boolean) => ({
  item: says,
  says,
  regulation: '12(1)',
  held: isHeld,
  ...(!isHeld && { missing: `no ${says}` }),
  suppliedBy: 'complete-decision-record',
});

const facts = {
  where,
  decision,
  detail: {
    standing: { status: 'in-call-in-window', because: 'the window is open', inForceFrom: '2015-04-01' },
    checklist: [item('the decision', true), item('the reasons', true), item('the alternatives', false)],
    noticeChecklist: [item('the matter', true)],
    keyMeasures: [{ says: 'expenditure is under the threshold' }],
    supersedes: [
      {
        decision: 'cabinet-5',
        title: 'The old way',
        on: '2015-03-23',
        precision: 'day',
        reason: 'It is over',
      },
    ],
    supersededBy: {
      decision: 'cabinet-9',
      title: null,
      on: '2015-03-30',
      precision: 'month',
      reason: 'A better one',
    },
    stoodOn: [
      {
        id: 'e7',
        type: 'DecisionRecorded',
        effectiveOn: '2015-03-23',
        basedOn: '7',
        facts: [
          { key: 'body/cabinet', on: '2015-03-22', value: { name: 'Cabinet' } },
          { key: 'office/leader', on: '2015-03-21', value: null },
        ],
      },
    ],
  },
  power: {
    now: { makerName: 'The Cabinet', authority: 'the Cabinet held the power' },
    then: { makerName: 'The Cabinet', authority: 'not known that day' },
    holder: 'person-4',
  },
  runs: [],
  followed: [
    {
      id: 'e9',
      type: 'OptionChosen',
      stream: 'county/review/libraries',
      recordedAt: '2015-06-30T23:30:00.000Z',
      effectiveOn: '2015-05-01',
      precision: 'month',
      provenance: 'illustrative',
      data: { option: 'trust' },
      notInForce: 'its decision was called in',
    },
    {
      id: 'e8',
      type: 'DecisionPublished',
      stream: 'county/decision/cabinet-7',
      recordedAt: '2015-03-24T09:00:00.000Z',
      effectiveOn: '2015-03-24',
      data: {},
    },
  ],
  entries: [],
  names,
} as unknown as DecisionFacts;

const read = (more: object = {}) => asRead('decision', decisionPage({ ...facts, ...more }));

describe('The page of a decision', () => {
  it('tells what its record holds and what became of it, each under its name', () => {
    const page = read();
    expect(page.heading).toBe('A trust for the libraries');
    expect(page.facts).toEqual([
      ['Standing', 'In call-in window | The window is open.'],
      ['Taken', '23 March 2015 (illustrative)'],
      ['Taken by', 'The body cabinet'],
      ['Meeting', 'Cabinet, 23 March 2015'],
      ['Reference', '15/00012'],
      ['Decision', 'To set up a trust'],
      ['Reasons', 'It costs less'],
      ['Alternatives', 'Stay in-house: It costs more'],
      ['Conflicts of interest', 'Member for East, Is a trustee, Granted'],
      ['Key decision', 'No | Under the threshold'],
      ['Expenditure', '£11'],
      ['Savings', '£22'],
      ['Papers', 'Report A | Report B'],
      ['Access', 'Exempt, paragraph 3: Prices are secret'],
      ['How it is known', 'Illustrative'],
      ['Source', 'Minutes, page 4'],
      ['Notice', 'Published 2 February 2015'],
      ['General exception', 'Notice given 1 March 2015: No time'],
      ['Special urgency', 'Agreed 2 March 2015 by Chairman: A fire'],
      ['Published', '24 March 2015'],
      ['Call-in waived', '25 March 2015, agreed by Leader: A flood'],
      ['Called in', '26 March 2015: Not consulted | No further action, 27 March 2015'],
      ['Looked at again', 'Confirmed 28 March 2015 | Nothing new'],
      ['Rescinded', '29 March 2015: A mistake'],
      ['Superseded', '30 March 2015: A better one | The decision cabinet-9'],
      ['Beside the threshold', 'expenditure is under the threshold'],
      ['Maker', 'The body cabinet'],
      ['Held by', 'person-4'],
      ['Power exercised', 'The power executive'],
      ['Whether it held the power that day', 'The Cabinet held the power.'],
      ['As it was known that day', 'Not known that day.'],
      ['Who could decide what', 'On 23 March 2015 | On 23 March 2015, as it was known that day'],
      ['It superseded', 'The old way, 23 March 2015: It is over'],
      ['Superseded by', 'A decision that is not on the record, March 2015: A better one'],
    ]);
  });

  it('counts the items that are missing, and not those that are held', () => {
    const page = read();
    expect(page.paragraphs).toContain(
      '1 of 4 items is missing. The record is as it was seen; it does not judge.',
    );
    const line = (says: string, of: string, isHeld: boolean) => ({
      Item: says,
      'Of the': of,
      Held: isHeld ? 'Held' : '*Missing*',
      Missing: isHeld ? '' : `No ${says}`,
      'Asked for by': '12(1)',
    });
    expect(page.tables['What the record is to hold']).toEqual([
      line('the decision', 'Record', true),
      line('the reasons', 'Record', true),
      line('the alternatives', 'Record', false),
      line('the matter', 'Notice', true),
    ]);
  });

  it('shows what followed from it elsewhere, by the day in London, and what it stood on', () => {
    const { tables } = read();
    expect(tables['What it led to']).toEqual([
      {
        Entry: 'Option chosen',
        About: 'Review: The review libraries',
        'It says': 'Option: The option trust',
        'Holds from': 'May 2015 (illustrative)',
        'Recorded on': '1 July 2015',
        'Not in force': 'Its decision was called in',
      },
    ]);
    expect(tables['What it stood on']).toEqual([
      {
        Fact: 'Body: Cabinet',
        'As at': '22 March 2015',
        'What was found': 'On the record, and judged by',
        'For the entry': 'Decision recorded',
      },
      {
        Fact: 'Office: The office leader',
        'As at': '21 March 2015',
        'What was found': 'It was not on the record',
        'For the entry': 'Decision recorded',
      },
    ]);
  });

  it('leads to no page of a day on which nothing was known', () => {
    const page = read({ power: { ...facts.power, then: undefined } });
    expect(page.facts).toContainEqual([
      'As it was known that day',
      'Nothing of the programme was on the record by then.',
    ]);
    expect(page.facts).toContainEqual(['Who could decide what', 'On 23 March 2015']);
  });

  it('says what a record does not hold', () => {
    const { alternatives: _a, conflicts: _c, key: _k, text: _t, reasons: _r, ...bare } = decision;
    const told = Object.fromEntries(read({ decision: bare }).facts);
    expect(told).toMatchObject({
      Decision: 'The text is not on the record',
      Reasons: 'Not on the record',
      Alternatives: 'Not on the record',
      'Conflicts of interest': 'Not on the record',
      'Key decision': 'Not stated | Under the threshold',
    });
    expect(Object.fromEntries(read({ decision: { ...decision, key: true } }).facts)['Key decision']).toBe(
      'Yes | Under the threshold',
    );
  });
});
