import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { given } from '#testing';
import { contactCentre, happened, notice, noticed, record, takenOn } from './contact-centre.story.js';
import {
  decisionStream,
  noneConsidered,
  noneDeclared,
  noticeChecklist,
  recordChecklist,
  type ChecklistItem,
  type DecisionEvent,
  type DecisionPart,
  type DecisionRecord,
} from './index.js';

function decisionAfter(entries: readonly DecisionEvent[]): DecisionPart {
  const decision = given(decisionStream, entries).asAt().get(contactCentre);
  if (!decision) throw new Error('There is no such decision');
  return decision;
}

const recorded = (items: DecisionRecord, precision: 'day' | 'month' = 'day') =>
  decisionAfter([happened(takenOn, { type: 'DecisionRecorded', takenOn, precision, ...record, ...items })]);
const heldOf = (items: readonly ChecklistItem[]) => items.filter(({ held }) => held).map(({ item }) => item);
const missingOf = (items: readonly ChecklistItem[]) =>
  items.filter(({ held }) => !held).map(({ item, missing, suppliedBy }) => [item, missing, suppliedBy]);

/** The items of the record as an executive body owes it. */
const checklist = (decision: DecisionPart) =>
  recordChecklist(decision, { kind: 'executive-body', says: 'An executive decision of a body' });

describe('The record of an executive decision', () => {
  const whole = {
    text: 'That the contract be extended',
    reasons: 'It performs well',
    alternatives: noneConsidered,
    conflicts: noneDeclared,
  } as const;

  it('that holds nothing is missing five items, each with the command that supplies it', () => {
    expect(missingOf(checklist(recorded({})))).toEqual([
      ['decision', 'the text of the decision', 'complete-decision-record'],
      ['reasons', 'the reasons', 'complete-decision-record'],
      ['alternatives', 'the alternatives, or that none was considered', 'complete-decision-record'],
      ['conflicts', 'the conflicts, or that none was declared', 'complete-decision-record'],
      [
        'dispensations',
        'whether a conflict was declared, and so whether one is needed',
        'complete-decision-record',
      ],
    ]);
  });

  it('that says everything is missing nothing: none is said, and counts', () => {
    expect(heldOf(checklist(recorded(whole)))).toEqual([
      'decision',
      'reasons',
      'alternatives',
      'conflicts',
      'dispensations',
    ]);
  });

  it('is missing its day where only the month is known', () => {
    expect(missingOf(checklist(recorded(whole, 'month')))).toEqual([
      ['decision', 'the day: only its month is known', 'strike-entry'],
    ]);
  });

  it('is missing a note of the dispensation for each conflict that has none', () => {
    const nature = 'A director of the supplier';
    const noted = { declaredBy: 'Leader', nature, dispensation: 'None was granted' };
    const open = { declaredBy: 'Cabinet Member for Finance', nature };
    expect(missingOf(checklist(recorded({ ...whole, conflicts: [noted, open] })))).toEqual([
      [
        'dispensations',
        'a note of the dispensation for the conflict declared by Cabinet Member for Finance',
        'complete-decision-record',
      ],
    ]);
    expect(missingOf(checklist(recorded({ ...whole, conflicts: [noted] })))).toEqual([]);
  });

  it('is not asked for while the decision is not taken', () => {
    expect(checklist(decisionAfter(noticed))).toEqual([]);
  });
});

describe('The notice of a key decision', () => {
  it('that holds the least is missing six of eight items, supplied when it is published again', () => {
    const items = noticeChecklist(decisionAfter(noticed));
    expect(heldOf(items)).toEqual(['key-decision', 'matter']);
    expect(missingOf(items).map(([item]) => item)).toEqual([
      'maker',
      'due',
      'documents',
      'address',
      'other-documents',
      'request-details',
    ]);
    expect(new Set(items.flatMap(({ suppliedBy }) => suppliedBy ?? []))).toEqual(
      new Set(['reissue-key-decision-notice']),
    );
  });

  it('that states everything is missing nothing', () => {
    const items = noticeChecklist(
      decisionAfter([
        happened('2023-12-19', {
          type: 'KeyDecisionNoticeGiven',
          ...notice,
          maker: 'Cabinet',
          members: ['Leader'],
          decisionDue: { on: civilDate('2024-01-01'), precision: 'month' },
          documents: 'none',
          address: 'County Hall',
          otherDocuments: 'Others may be submitted',
          requestDetails: 'Ask Democratic Services',
        }),
      ]),
    );
    expect(missingOf(items)).toEqual([]);
    expect(items.map(({ regulation }) => regulation)).toEqual(
      ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(
        (letter) => `Regulation 9, item (${letter}), SI 2012/2089`,
      ),
    );
  });

  it('that was never given is missing whole', () => {
    const items = noticeChecklist(recorded({}));
    expect(heldOf(items)).toEqual([]);
    expect(missingOf(items)[0]).toEqual(['key-decision', 'the notice', 'give-key-decision-notice']);
  });
});

describe('The words of both', () => {
  it('report what is held, and judge nothing', () => {
    const items = [...checklist(recorded({})), ...noticeChecklist(recorded({}))];
    expect(items).toHaveLength(13);
    const words = items.map((one) => Object.values(one).join(' ')).join(' ');
    expect(words).not.toMatch(/lawful|compl(y|ian)|breach|illegal|valid/i);
  });
});
