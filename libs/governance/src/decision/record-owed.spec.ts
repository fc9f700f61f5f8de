import { describe, expect, it } from '@jest/globals';
import { noFacts } from '#acts';
import { civilDate } from '#calendar';
import type { AuthorityEvent } from '../authority/index.js';
import { factsOf, happened } from '../authority/county-authority.story.js';
import { recordChecklist, recordOwed, type RecordKind, type TakenDecision } from './index.js';

const start = '2013-07-18';
const confer = (power: string, on: string, covers?: 'executive-functions' | 'staffing') =>
  happened(start, {
    type: 'PowerConferred',
    power,
    description: power,
    on,
    ...(covers && { covers: [covers] }),
  });

/** A council, its cabinet and a committee; three offices, and a board of officers, each with what it may decide. */
const authority: readonly AuthorityEvent[] = [
  happened(start, {
    type: 'BodyEstablished',
    body: 'county-council',
    name: 'County Council',
    bodyKind: 'council',
  }),
  happened(start, {
    type: 'BodyEstablished',
    body: 'cabinet',
    name: 'Cabinet',
    bodyKind: 'cabinet',
    callIn: true,
  }),
  happened(start, { type: 'BodyEstablished', body: 'audit', name: 'Audit Committee', bodyKind: 'committee' }),
  happened(start, { type: 'BodyEstablished', body: 'officers', name: 'Officers', bodyKind: 'officer-group' }),
  happened(start, { type: 'OfficeCreated', office: 'leader', title: 'Leader' }),
  happened(start, { type: 'OfficeCreated', office: 'head', title: 'Head of Paid Service' }),
  happened(start, { type: 'OfficeCreated', office: 'director', title: 'Corporate Director' }),
  happened(start, { type: 'OfficeCreated', office: 'clerk', title: 'Clerk' }),
  confer('executive', 'cabinet', 'executive-functions'),
  confer('executive', 'leader', undefined),
  confer('staffing', 'head', 'staffing'),
  confer('staffing', 'director', undefined),
  confer('executive', 'director', undefined),
  confer('executive', 'officers', undefined),
  confer('unsaid', 'clerk', undefined),
];

const decision = (maker: string, more: Partial<TakenDecision> = {}): TakenDecision => ({
  kind: 'decision',
  id: 'alignment',
  stage: 'taken',
  title: 'Alignment of units',
  maker,
  takenOn: civilDate('2013-12-16'),
  precision: 'day',
  recorded: { on: civilDate('2013-12-16'), precision: 'day', provenance: 'minuted' },
  ...more,
});

describe('The record that is owed follows the maker', () => {
  it.each<[string, Partial<TakenDecision>, RecordKind]>([
    ['cabinet', {}, 'executive-body'],
    ['Cabinet', { power: 'executive' }, 'executive-body'],
    ['county-council', {}, 'council'],
    ['audit', {}, 'council'],
    ['leader', {}, 'executive-individual'],
    ['officers', { power: 'executive' }, 'executive-individual'],
    ['head', {}, 'officer'],
    ['head', { power: 'staffing' }, 'officer'],
    ['director', { power: 'staffing' }, 'officer'],
    ['director', { power: 'executive' }, 'executive-individual'],
    ['director', {}, 'not-known'],
    ['director', { key: true }, 'executive-individual'],
    ['clerk', {}, 'not-known'],
    ['clerk', { subjectToCallIn: true }, 'executive-individual'],
    ['Somebody', {}, 'not-known'],
    ['Somebody', { key: true }, 'executive'],
    ['Somebody', { subjectToCallIn: true }, 'executive'],
  ])('of %s with %j: %s', (maker, more, kind) => {
    expect(recordOwed(decision(maker, more), factsOf(authority)).kind).toBe(kind);
  });

  it('is not known where no authority is recorded, unless the decision is key or can be called in, and says why', () => {
    expect(recordOwed(decision('Cabinet'), noFacts)).toEqual({
      kind: 'not-known',
      says: 'Which record is owed is not known: no authority is recorded',
    });
    expect(recordOwed(decision('Cabinet', { key: true }), noFacts).kind).toBe('executive');
    expect(recordOwed(decision('Somebody'), factsOf(authority)).says).toBe(
      'Which record is owed is not known: Somebody is not on record on 16 December 2013',
    );
  });
});

describe('The items of a record', () => {
  const asked = (kind: RecordKind, more: Partial<TakenDecision> = {}) =>
    recordChecklist(decision('head', more), { kind, says: '' }).map(
      ({ item, regulation, held, suppliedBy }) => [item, regulation, held, suppliedBy],
    );
  const completing = 'complete-decision-record';

  it('of minutes are two: no reasons, alternatives or conflicts are asked of a council', () => {
    const minutes = 'Local Government Act 1972, Schedule 12, paragraph 41';
    expect(asked('council', { text: 'Endorsed' })).toEqual([
      ['decision', minutes, true, undefined],
      ['meeting', minutes, false, completing],
    ]);
    expect(asked('council', { meeting: 'County Council, 18 July 2013' })).toEqual([
      ['decision', minutes, false, completing],
      ['meeting', minutes, true, undefined],
    ]);
  });

  it('of an officer are five under the 2014 Regulations, its publication among them', () => {
    const seven = 'Regulation 7, SI 2014/2095';
    const published = { on: civilDate('2013-12-17'), precision: 'day', provenance: 'minuted' } as const;
    expect(asked('officer', { text: 'Units are merged', reasons: 'To be fewer' })).toEqual([
      ['decision', seven, true, undefined],
      ['reasons', seven, true, undefined],
      ['alternatives', seven, false, completing],
      ['conflicts', seven, false, completing],
      ['available', 'Regulation 8, SI 2014/2095', false, 'publish-decision'],
    ]);
    expect(asked('officer', { published }).at(-1)).toEqual([
      'available',
      'Regulation 8, SI 2014/2095',
      true,
      undefined,
    ]);
  });

  it.each<[RecordKind, string]>([
    ['executive-body', 'Regulation 12, item (a), SI 2012/2089'],
    ['executive-individual', 'Regulation 13, item (a), SI 2012/2089'],
    ['executive', 'Regulation 12 or 13, item (a), SI 2012/2089'],
    ['not-known', 'Regulation 12 or 13, item (a), SI 2012/2089, if it is an executive decision'],
  ])('of an executive decision are five (%s)', (kind, first) => {
    const items = asked(kind);
    expect(items.map(([item]) => item)).toEqual([
      'decision',
      'reasons',
      'alternatives',
      'conflicts',
      'dispensations',
    ]);
    expect(items[0]?.[1]).toBe(first);
  });
});
