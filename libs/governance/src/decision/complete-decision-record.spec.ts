import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { given } from '#testing';
import { conferred, factsOf, happened as established } from '../authority/county-authority.story.js';
import { asked, contactCentre, happened, record, takenOn, text } from './contact-centre.story.js';
import { decisionStream, type DecisionCommand, type DecisionEvent } from './index.js';

const conflict = { declaredBy: 'Cabinet Member for Finance', nature: 'Trustee of the supplier’s charity' };
const dispensed = { ...conflict, dispensation: 'Granted by the Head of Paid Service' };
const taken = happened('2019-03-21', {
  type: 'DecisionRecorded',
  takenOn,
  ...record,
  ...text,
  conflicts: [conflict],
});
const completing = { type: 'complete-decision-record' } as const;
const completed = { type: 'DecisionRecordCompleted' } as const;

describe('The record of a decision', () => {
  it('takes what it does not hold, and its entry says nothing of what it holds', () => {
    const papers = ['Report of the Director'];
    const after = given(decisionStream, [taken])
      .when(asked('2019-03-25', { ...completing, ...text, conflicts: [conflict], papers, key: false }))
      .thenRecords([happened('2019-03-25', { ...completed, papers, key: false })]);
    expect(after.asAt().get(contactCentre)).toMatchObject({ ...text, papers, conflicts: [conflict] });
  });

  it('takes a dispensation that was not noted, in the conflicts it holds', () => {
    const after = given(decisionStream, [taken])
      .when(asked('2019-03-25', { ...completing, ...text, conflicts: [dispensed] }))
      .thenRecords([happened('2019-03-25', { ...completed, conflicts: [dispensed] })]);
    expect(after.asAt().get(contactCentre)).toMatchObject({ conflicts: [dispensed] });
  });

  it('that holds all of it already is as it was, whatever the day', () => {
    given(decisionStream, [taken])
      .when(asked('2019-04-01', { ...completing, ...text }))
      .thenNothing();
  });

  it('that holds one item otherwise takes none of them', () => {
    given(decisionStream, [taken])
      .when(asked('2019-04-01', { ...completing, reasons: 'It is cheap', papers: ['Report'] }))
      .thenRefused('already-on-record');
  });
});

describe('A power that is named later', () => {
  const dates = (day: string) => ({ effectiveOn: civilDate(day), provenance: 'minuted' }) as const;
  const company = { decision: 'legal-company' };
  const made = (maker: string, power?: string): DecisionEvent => ({
    type: 'DecisionRecorded',
    ...dates('2016-03-21'),
    ...company,
    takenOn: civilDate('2016-03-21'),
    title: 'Legal Services: a company of the council',
    maker,
    ...(power !== undefined && { power }),
  });
  const naming = (power: string, more: object = {}) =>
    ({
      type: 'complete-decision-record',
      programme: 'county',
      ...dates('2017-06-01'),
      ...company,
      power,
      ...more,
    }) as DecisionCommand;
  const named = (power: string, more: object = {}) =>
    ({
      type: 'DecisionRecordCompleted',
      ...dates('2017-06-01'),
      ...company,
      power,
      ...more,
    }) as DecisionEvent;
  const power = 'found-company';
  const lost = established('2017-01-01', { type: 'PowerRevoked', power, from: 'cabinet' });
  const facts = factsOf([...conferred, lost]);

  it('is one that the maker held on the day it decided, and not on the day it is named', () => {
    given(decisionStream, [made('cabinet')])
      .when(naming(power), facts)
      .thenRecords([named(power)]);
    given(decisionStream, [made('county-council')])
      .when(naming(power), facts)
      .thenRefused('power-not-held');
  });

  it('that the maker did not hold is named with an exception for it', () => {
    const exception = { rule: 'power-not-held', reason: 'Not in the minutes' };
    given(decisionStream, [made('county-council')])
      .when(naming(power, { exception }), facts)
      .thenRecords([named(power, { exception })]);
  });

  it('gives none to a body that only advises, whatever exception it carries', () => {
    const exception = { rule: 'advisory-body', reason: 'Not in the minutes' };
    given(decisionStream, [made('advisory-group')])
      .when(naming(power, { exception }), facts)
      .thenRefused('advisory-body');
  });

  it('is asked of the maker once: said again, alone or with another item, it is on record', () => {
    given(decisionStream, [made('county-council', power)])
      .when(naming(power), facts)
      .thenNothing();
    given(decisionStream, [made('county-council', power)])
      .when(naming(power, { text: 'That a company be founded' }), facts)
      .thenRecords([
        {
          type: 'DecisionRecordCompleted',
          ...dates('2017-06-01'),
          ...company,
          text: 'That a company be founded',
        },
      ]);
  });
});
