import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { entryId, given } from '#testing';
import {
  asked,
  calledIn,
  contactCentre,
  council,
  grounds,
  happened,
  kent,
  noticed,
  published,
  record,
  referredBack,
  taken,
  takenOn,
  text,
} from './contact-centre.story.js';
import { decisionStream, type DecisionEvent } from './index.js';

const held = (entries: readonly DecisionEvent[], day?: string) =>
  given(decisionStream, entries)
    .asAt(day === undefined ? undefined : civilDate(day))
    .get(contactCentre);
const callOn = (day: string) => asked(day, { type: 'call-in-decision', ...grounds });
const calledInOn = (day: string) => happened(day, { type: 'DecisionCalledIn', ...grounds });

describe('A call-in', () => {
  it.each(['2019-03-22', '2019-03-25', '2019-03-29'])('may be made on %s, within its window', (day) => {
    given(decisionStream, published)
      .when(callOn(day), kent)
      .thenRecords([calledInOn(day)]);
  });

  it('is refused on the day after the last clear day, with the arithmetic', () => {
    const state = given(decisionStream, published).asAt();
    expect(decisionStream.decide(state, callOn('2019-03-30'), kent)).toMatchObject({
      refused: 'outside-call-in-window',
      because:
        'Decision contact-centre was to be called in on Sat 30 Mar 2019, and that is outside its window: published Fri 22 Mar 2019, ' +
        "five clear working days end Fri 29 Mar 2019. Date it within the window, or correct the publication or the council's setting",
    });
  });

  it('is held to no window where the council had set none on the day of publication', () => {
    const later = council([['2019-03-25', 'call-in-clear-days', 5]]);
    const state = given(decisionStream, published).asAt();
    expect(decisionStream.decide(state, callOn('2019-06-25'), later)).toMatchObject([
      { type: 'DecisionCalledIn', effectiveOn: '2019-06-25' },
    ]);
  });

  it('may be of a decision that is not key, where its record is silent on call-in', () => {
    const silent = [
      happened('2019-03-21', {
        type: 'DecisionRecorded',
        takenOn: civilDate('2019-03-21'),
        ...record,
        key: false,
      }),
      happened('2019-03-22', { type: 'DecisionPublished' }),
    ];
    const state = given(decisionStream, silent).asAt();
    expect(decisionStream.decide(state, callOn('2019-03-25'), kent)).toMatchObject([
      { type: 'DecisionCalledIn' },
    ]);
  });

  it('loses its publication to no strike', () => {
    given(decisionStream, calledIn).striking([2]).thenRefused('decision-not-published', { entry: 3 });
  });

  it('of 17 April 2013 on decision 13/0001 may be recorded from a source that does not give its publication', () => {
    const exception = {
      rule: 'decision-not-published',
      reason: 'The day of publication is not in the source',
    };
    const before = [
      happened('2013-04-02', {
        type: 'DecisionRecorded',
        takenOn: civilDate('2013-04-02'),
        subjectToCallIn: true,
        ...record,
      }),
    ];
    given(decisionStream, before)
      .when({ ...callOn('2013-04-17'), exception }, kent)
      .thenRecords([{ ...calledInOn('2013-04-17'), exception }]);
  });
});

describe('Changing an outcome', () => {
  const outcomes = [
    ...calledIn,
    happened('2019-04-10', {
      type: 'CallInConcluded',
      outcome: 'to-full-council',
      reason: 'It is for all members',
    }),
    happened('2019-04-18', { type: 'CallInConcluded', outcome: 'back-to-decision-maker' }),
  ];

  it('clears nothing: each outcome stays, with its day and its reason', () => {
    expect(held(outcomes)).toMatchObject({
      callIn: {
        ...grounds,
        calledIn: { on: '2019-03-28' },
        outcomes: [
          { outcome: 'to-full-council', reason: 'It is for all members', concluded: { on: '2019-04-10' } },
          { outcome: 'back-to-decision-maker', concluded: { on: '2019-04-18' } },
        ],
      },
    });
    expect(held(outcomes, '2019-04-17')).toMatchObject({
      callIn: { outcomes: [{ outcome: 'to-full-council' }] },
    });
  });

  it('leaves the publication, the call-in and what the decision says as they were when it falls', () => {
    const { kind, ...before } = held(outcomes) ?? { kind: undefined };
    const fell = happened('2019-06-03', { type: 'DecisionWithdrawn', reason: 'The price is too high' });
    expect(kind).toBe('decision');
    expect(held([...outcomes, fell])).toEqual({
      kind,
      ...before,
      withdrawn: {
        reason: 'The price is too high',
        withdrawn: { on: '2019-06-03', precision: 'day', provenance: 'minuted', decision: 'contact-centre' },
      },
    });
  });
});

describe('An amendment', () => {
  const amended = { text: 'That the contract be extended to 8 December 2023', reasons: 'As scrutiny asked' };
  const after = [...referredBack, happened('2019-05-13', { type: 'DecisionAmended', ...amended })];

  it('keeps the former text and reasons, for whoever asks as at an earlier day and as at now', () => {
    expect(held(after, '2019-05-12')).toMatchObject(text);
    expect(held(after)).toMatchObject({
      ...amended,
      formerly: [{ ...text, amended: { on: '2019-05-13' } }],
      reconsidered: { how: 'amended', reconsidered: { on: '2019-05-13' } },
    });
  });

  it('is struck, and the decision says again what it said', () => {
    const timeline = given(decisionStream, after)
      .striking([after.length - 1])
      .thenRecords([]);
    expect(timeline.asAt().get(contactCentre)).toEqual(held(referredBack));
    expect(timeline.entry(entryId(after.length - 1))?.event).toMatchObject(amended);
  });

  it('moves no text from a record that held none', () => {
    const silent = [
      ...noticed,
      happened('2019-03-21', { type: 'DecisionRecorded', takenOn, key: true, ...record }),
      ...published.slice(taken.length),
      ...calledIn.slice(published.length),
      ...referredBack.slice(calledIn.length),
      happened('2019-05-13', { type: 'DecisionAmended', ...amended }),
    ];
    expect(held(silent)).toMatchObject({ ...amended, formerly: [{ amended: { on: '2019-05-13' } }] });
    expect(held(silent)).not.toHaveProperty('formerly.0.text');
  });
});

describe('A correction of the record', () => {
  it('leaves the struck entry on the record, with its former text and reasons', () => {
    const corrected = { ...text, reasons: 'It performs well, and a tender would cost more' };
    const replacing = { type: 'record-decision', takenOn, key: true, ...record, ...corrected } as const;
    const timeline = given(decisionStream, published)
      .striking([1], [asked('2019-03-21', replacing)], kent)
      .thenRecords([
        happened('2019-03-21', { type: 'DecisionRecorded', takenOn, key: true, ...record, ...corrected }),
      ]);
    expect(timeline.isStruck(entryId(1))).toBe(true);
    expect(timeline.entry(entryId(1))?.event).toMatchObject(text);
    expect(timeline.asAt().get(contactCentre)).toMatchObject({
      ...corrected,
      published: { on: '2019-03-22' },
    });
  });
});

describe('A declared conflict', () => {
  const declared = { declaredBy: 'Leader', nature: 'A director of the supplier' };
  const dispensation = 'Granted by the Head of Paid Service';
  const before = [
    ...noticed,
    happened('2019-03-21', {
      type: 'DecisionRecorded',
      takenOn,
      key: true,
      ...record,
      conflicts: [declared],
    }),
  ];
  const supply = (conflicts: readonly { declaredBy: string; nature: string; dispensation?: string }[]) =>
    asked('2019-03-25', { type: 'complete-decision-record', conflicts });

  it('is given its dispensation later, and keeps what it said', () => {
    const conflicts = [{ ...declared, dispensation }];
    const timeline = given(decisionStream, before)
      .when(supply(conflicts))
      .thenRecords([happened('2019-03-25', { type: 'DecisionRecordCompleted', conflicts })]);
    expect(timeline.asAt().get(contactCentre)).toMatchObject({ conflicts });
    expect(timeline.asAt(takenOn).get(contactCentre)).toMatchObject({ conflicts: [declared] });
  });

  it.each([
    ['another nature', [{ ...declared, nature: 'A shareholder', dispensation }]],
    ['another conflict beside it', [declared, { declaredBy: 'Deputy Leader', nature: 'A shareholder' }]],
  ])('is not changed into %s', (_what, conflicts) => {
    given(decisionStream, before).when(supply(conflicts)).thenRefused('already-on-record');
  });

  it('keeps a dispensation that is noted', () => {
    const noted = [
      ...before,
      happened('2019-03-25', { type: 'DecisionRecordCompleted', conflicts: [{ ...declared, dispensation }] }),
    ];
    for (const again of [{ ...declared, dispensation: 'Refused' }, declared]) {
      given(decisionStream, noted)
        .when(supply([again]))
        .thenRefused('already-on-record');
    }
  });
});
