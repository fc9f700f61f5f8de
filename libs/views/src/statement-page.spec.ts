import { describe, expect, it } from '@jest/globals';
import { readPage } from '#testing';
import { decisionStatement, type StatementFacts } from './statement.js';

const held = (on: string) => ({ on, precision: 'day', provenance: 'minuted' });
const item = (name: string, says: string, missing?: string) => ({
  item: name,
  says,
  regulation: '12(1)',
  held: missing === undefined,
  missing,
  suppliedBy: 'complete-decision-record',
});
const decision = {
  kind: 'decision',
  id: 'cabinet-7',
  stage: 'taken',
  title: 'A trust',
  maker: 'cabinet',
  takenOn: '2015-03-23',
  precision: 'day',
  recorded: held('2015-03-23'),
  meeting: 'Cabinet, 23 March 2015',
  reference: '15/00012',
  text: 'To set up a trust',
  reasons: 'It costs less',
  alternatives: [{ option: 'Stay in-house', reason: 'it costs more' }],
  conflicts: [{ declaredBy: 'Member for East', nature: 'is a trustee', dispensation: 'granted' }],
  key: false,
  keyReason: 'Under the threshold',
  access: 'open',
  papers: ['Report A'],
};
const facts = {
  programme: 'county',
  moment: { asAt: '2015-03-30', knownAt: '2015-06-30T23:30:00.000Z', position: '7' },
  demonstration: false,
  decision,
  detail: {
    authority: 'it held the power',
    makerName: 'The Cabinet',
    standing: { status: 'in-force', because: 'the window closed', inForceFrom: '2015-04-01' },
    checklist: [
      item('decision', 'The decision'),
      item('reasons', 'The reasons'),
      item('alternatives', 'The alternatives'),
      item('conflicts', 'The conflicts'),
      item('dispensations', 'The dispensations', 'whether one is needed'),
    ],
    noticeChecklist: [],
    clocks: { notice: [{ because: 'twenty-eight clear days' }], callIn: { because: 'five clear days' } },
    keyMeasures: [{ says: 'spend is under the threshold' }],
    supersedes: [],
    supersededBy: null,
  },
} as unknown as StatementFacts;
const read = (more: object = {}) =>
  readPage(decisionStatement({ ...facts, decision: { ...decision, ...more } } as StatementFacts));

describe('The statement of a decision', () => {
  it('tells what it is, who took it and where it stands, each under its name', () => {
    const page = read();
    expect(page.heading).toBe('A trust');
    expect(page.facts).toEqual([
      ['Reference', '15/00012'],
      ['Taken by', 'The Cabinet'],
      ['Whether it held the power on that day', 'it held the power'],
      ['Meeting', 'Cabinet, 23 March 2015'],
      ['Key decision', 'no'],
      ['Why it is, or is not', 'Under the threshold'],
      ['Access', 'open'],
      ['Papers', 'Report A'],
      ['How it is known', 'minuted'],
      ['Standing', 'in force'],
      ['In force from', 'Wed 1 Apr 2015'],
      ['Worked out', 'the window closed'],
      ['Days of notice', 'twenty-eight clear days'],
      ['Days to call in', 'five clear days'],
      ['Beside the threshold', 'spend is under the threshold'],
    ]);
  });

  it('says whose place it took, and which took its own, each with its day and why', () => {
    const other = (name: string, on: string) => ({
      ...{ decision: name, title: `The ${name}`, on, precision: 'day', reason: `Because of the ${name}` },
    });
    const detail = {
      ...facts.detail,
      supersedes: [other('lease', '2015-03-24'), { ...other('loan', '2015-03-25'), title: null }],
      supersededBy: other('sale', '2015-03-26'),
    };
    const said = readPage(decisionStatement({ ...facts, detail } as unknown as StatementFacts)).facts;
    expect(said.slice(-2)).toEqual([
      [
        'Supersedes',
        'The lease, 24 March 2015: Because of the lease | A decision that is not on the record, 25 March 2015: Because of the loan',
      ],
      ['Superseded by', 'The sale, 26 March 2015: Because of the sale'],
    ]);
  });

  it.each([
    [true, 'yes'],
    [false, 'no'],
    [undefined, 'the record does not say'],
  ])('says of a decision whose record has %s for key: %s', (key, says) => {
    expect(Object.fromEntries(read({ key }).facts)['Key decision']).toBe(says);
  });

  it('holds each item of the record under its own heading, and names what is missing', () => {
    const { items, subheadings } = read();
    expect(subheadings).toEqual([
      'The record',
      'The decision',
      'The reasons',
      'The alternatives',
      'The conflicts',
      'The dispensations',
      'Where it stands',
    ]);
    const asked = '12(1)';
    expect(items.filter((one) => one.includes(asked))).toEqual([
      `The decision${asked}To set up a trustMade 23 March 2015.`,
      `The reasons${asked}It costs less`,
      `The alternatives${asked}Stay in-house: rejected, it costs more`,
      `The conflicts${asked}Member for East: is a trustee`,
      `The dispensations${asked}Member for East: grantedNot on the record: whether one is needed. It is supplied by completing the record of the decision.`,
    ]);
  });

  it('says from which record it is printed, by the clock in London', () => {
    expect(decisionStatement(facts)).toContain(
      'Printed from the record of county as at 30 March 2015, as known on 1 July 2015, 00:30 BST, at position 7.',
    );
  });
});
