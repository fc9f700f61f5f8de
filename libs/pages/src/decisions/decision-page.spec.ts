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
    const none = { ...decision, alternatives: 'none considered', conflicts: 'none declared' };
    expect(Object.fromEntries(read({ decision: none }).facts)).toMatchObject({
      Alternatives: 'None considered',
      'Conflicts of interest': 'None declared',
    });
    expect(Object.fromEntries(read({ decision: { ...decision, key: true } }).facts)['Key decision']).toBe(
      'Yes | Under the threshold',
    );
  });

  it('leads to its statement, its history, its comparison, its data, and the CSV of each of its tables', () => {
    const { links } = read();
    const of = '/programmes/county/decisions/cabinet-7';
    const csv = 'format=csv&money=pounds';
    expect(links).toMatchObject({
      'Statement to print': `${of}/statement`,
      'Compare what was known on two dates': '/programmes/county/compare?thing=decision%2Fcabinet-7',
      'As data': `/api${of}`,
      'Its history, entry by entry': '/programmes/county/history/cabinet-7?kind=decision',
      'What the record is to hold as CSV': `/api${of}/checklist?${csv}`,
      'What it led to as CSV': `/api${of}/led-to?${csv}`,
      'What it stood on as CSV': `/api${of}/stood-on?${csv}`,
      'person-4': '/programmes/county/authority/person-4?asAt=2015-03-23',
      'On 23 March 2015': '/programmes/county/authority?asAt=2015-03-23',
      'On 23 March 2015, as it was known that day':
        '/programmes/county/authority?asAt=2015-03-23&knownAt=2015-03-23',
      'Option chosen': '/programmes/county/history?entries=e9',
      'Decision recorded': '/programmes/county/history?entries=e7',
      'The old way, 23 March 2015: It is over': '/programmes/county/decisions/cabinet-5',
      'A decision that is not on the record, March 2015: A better one':
        '/programmes/county/decisions/cabinet-9',
    });
  });

  it('leads to a fact on the day for which it was read, and to its history where nothing has its name', () => {
    const nobody = { of: () => undefined };
    const read2 = (who: object) => asRead('decision', decisionPage({ ...facts, names: who as never }));
    const county = {
      of: (kinds: readonly string[], id: string) => ({
        text: `The ${kinds[0] ?? ''} ${id}`,
        href: `/programmes/county/authority/${id}?asAt=2016-04-01`,
      }),
    };
    expect(read2(county).links).toMatchObject({
      'Body: Cabinet': '/programmes/county/authority/cabinet?asAt=2015-03-22',
      'Office: The office leader': '/programmes/county/authority/leader?asAt=2015-03-21',
    });
    const page = read2(nobody);
    expect(page.tables['What it stood on']?.[1]?.['Fact']).toBe('Office: not on the record');
    expect(page.links['Office: not on the record']).toBe('/programmes/county/history/leader?asAt=2015-03-21');
    expect(Object.fromEntries(page.facts)['Maker']).toBe('The Cabinet');
  });

  it('says where nothing is asked of it, nothing followed and nothing was read for it', () => {
    const detail = { ...facts.detail, checklist: [], noticeChecklist: [], stoodOn: [] };
    const page = read({ detail, followed: [] });
    expect(page.paragraphs).toEqual([
      'Statement to print · Compare what was known on two dates · As data',
      'Nothing is asked of it yet: it is not taken, and no notice is asked for.',
      'The window is open.',
      'No clock of clear days runs for this decision.',
      'Nothing on the record followed from it.',
      'No fact of another stream was read for it.',
      'Nothing was recorded.',
      'Its history, entry by entry',
    ]);
  });

  it('says which record is owed, and how many of its items are missing or that none is', () => {
    const says = (...isHeld: boolean[]) =>
      read({
        detail: {
          ...facts.detail,
          recordOwed: { says: 'A record of an executive decision is owed' },
          checklist: isHeld.map((one) => item('the decision', one)),
          noticeChecklist: [],
        },
      }).paragraphs[1];
    expect(says(true)).toBe(
      'A record of an executive decision is owed. Each of these items is on the record.',
    );
    expect(says(false, false)).toBe(
      'A record of an executive decision is owed. 2 of 2 items are missing. The record is as it was seen; it does not judge.',
    );
  });

  it('is of a notice alone where it is not taken', () => {
    const page = read({ decision: { ...decision, stage: 'noticed' } });
    expect(page.facts.slice(0, 3)).toEqual([
      ['Standing', 'In call-in window | The window is open.'],
      ['Stage', 'Not taken yet: only its notice is on the record'],
      ['Notice', 'Published 2 February 2015'],
    ]);
    expect(page.subheadings).not.toContain('Who had the power');
  });

  it('names no power where none is named, and marks what was announced too early', () => {
    const { power: _, ...powerless } = decision;
    const detail = { ...facts.detail, announcedTooEarly: { says: 'it was announced before its day' } };
    const told = Object.fromEntries(read({ decision: powerless, detail }).facts);
    expect(told).toMatchObject({
      'Power exercised': 'None is named',
      'Announced too early': '*It was announced before its day.*',
    });
  });

  it('has no column for what is not in force where everything is', () => {
    const followed = facts.followed.map((one) => ({ ...one, notInForce: null }));
    expect(Object.keys(read({ followed }).tables['What it led to']?.[0] ?? {})).toEqual([
      ...['Entry', 'About', 'It says', 'Holds from', 'Recorded on'],
    ]);
  });

  it('leads from its history to the CSV of it', () => {
    expect(read({ entries: facts.followed.slice(1) }).links['History of this decision as CSV']).toBe(
      '/api/programmes/county/history/cabinet-7?kind=decision&format=csv&money=pounds',
    );
  });
});
