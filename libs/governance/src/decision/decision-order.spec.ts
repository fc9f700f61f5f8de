import { describe, expect, it } from '@jest/globals';
import { namedFieldsOf } from '#acts';
import { given } from '#testing';
import { asked, grounds, happened, kent, notice, record, takenOn, text } from './contact-centre.story.js';
import { decisionStream, type DecisionEvent } from './index.js';

const reason = 'The supplier withdrew';
const office = 'Chair of Scrutiny';

/** What a command about a decision stands on, said without its dates. */
const sayings = {
  'record-decision': { type: 'record-decision', takenOn, ...record },
  'complete-decision-record': { type: 'complete-decision-record', papers: ['Report of the Director'] },
  'publish-decision': { type: 'publish-decision' },
  'give-key-decision-notice': { type: 'give-key-decision-notice', ...notice },
  'reissue-key-decision-notice': { type: 'reissue-key-decision-notice', ...notice, maker: 'Cabinet' },
  'give-general-exception-notice': { type: 'give-general-exception-notice', chairNotified: office, reason },
  'agree-special-urgency': { type: 'agree-special-urgency', agreedBy: 'scrutiny-chair', office, reason },
  'call-in-decision': { type: 'call-in-decision', ...grounds },
  'waive-call-in': { type: 'waive-call-in', agreedBy: office, reason },
  'record-call-in-outcome': { type: 'record-call-in-outcome', outcome: 'to-full-council' },
  'confirm-decision': { type: 'confirm-decision' },
  'amend-decision': { type: 'amend-decision', ...text },
  'withdraw-decision': { type: 'withdraw-decision', reason },
  'rescind-decision': { type: 'rescind-decision', reason },
  'supersede-decision': { type: 'supersede-decision', reason, supersededBy: 'new-contact-centre' },
} as const;

type Name = keyof typeof sayings;

const noticed = happened('2019-02-04', { type: 'KeyDecisionNoticeGiven', ...notice });
const taken = happened('2019-03-21', { type: 'DecisionRecorded', takenOn, ...record, subjectToCallIn: true });
const published = happened('2019-03-22', { type: 'DecisionPublished' });
const calledIn = happened('2019-03-28', { type: 'DecisionCalledIn', ...grounds });
const referred = happened('2019-04-10', { type: 'CallInConcluded', outcome: 'back-to-decision-maker' });
const withdrawn = happened('2019-04-16', { type: 'DecisionWithdrawn', reason });
const withdrawnEarly = happened('2019-02-11', { type: 'DecisionWithdrawn', reason });
const confirmed = happened('2019-05-13', { type: 'DecisionConfirmed' });

/** How each command is answered where a decision is in a state: by which rule, or that nothing stands against it. */
function answers(before: readonly DecisionEvent[], on: string): Record<string, string> {
  const state = given(decisionStream, before).asAt();
  return Object.fromEntries(
    (Object.keys(sayings) as Name[]).map((name) => {
      const decided = decisionStream.decide(state, asked(on, sayings[name]), kent);
      return [name, 'refused' in decided ? decided.refused : decided.length === 0 ? 'nothing' : 'recorded'];
    }),
  );
}

describe('What may happen to a decision', () => {
  it('of which nothing is known is that it is announced, waived or taken', () => {
    expect(answers([], '2019-03-21')).toEqual({
      'record-decision': 'recorded',
      'complete-decision-record': 'decision-not-recorded',
      'publish-decision': 'decision-not-recorded',
      'give-key-decision-notice': 'recorded',
      'reissue-key-decision-notice': 'no-notice-to-reissue',
      'give-general-exception-notice': 'recorded',
      'agree-special-urgency': 'recorded',
      'call-in-decision': 'decision-not-recorded',
      'waive-call-in': 'recorded',
      'record-call-in-outcome': 'decision-not-recorded',
      'confirm-decision': 'decision-not-recorded',
      'amend-decision': 'decision-not-recorded',
      'withdraw-decision': 'decision-not-recorded',
      'rescind-decision': 'decision-not-recorded',
      'supersede-decision': 'decision-not-recorded',
    });
  });

  it('of which there is a notice is what comes before it is taken, and that it is taken or withdrawn', () => {
    expect(answers([noticed], '2019-03-21')).toEqual({
      'record-decision': 'recorded',
      'complete-decision-record': 'decision-not-recorded',
      'publish-decision': 'decision-not-recorded',
      'give-key-decision-notice': 'notice-already-given',
      'reissue-key-decision-notice': 'recorded',
      'give-general-exception-notice': 'recorded',
      'agree-special-urgency': 'recorded',
      'call-in-decision': 'decision-not-recorded',
      'waive-call-in': 'recorded',
      'record-call-in-outcome': 'decision-not-recorded',
      'confirm-decision': 'decision-not-recorded',
      'amend-decision': 'decision-not-recorded',
      'withdraw-decision': 'recorded',
      'rescind-decision': 'decision-not-recorded',
      'supersede-decision': 'decision-not-recorded',
    });
  });

  it('that is taken is nothing that comes before it', () => {
    expect(answers([noticed, taken], '2019-03-25')).toEqual({
      'record-decision': 'decision-already-recorded',
      'complete-decision-record': 'recorded',
      'publish-decision': 'recorded',
      'give-key-decision-notice': 'notice-already-given',
      'reissue-key-decision-notice': 'decision-already-taken',
      'give-general-exception-notice': 'decision-already-taken',
      'agree-special-urgency': 'decision-already-taken',
      'call-in-decision': 'decision-not-published',
      'waive-call-in': 'recorded',
      'record-call-in-outcome': 'not-called-in',
      'confirm-decision': 'not-referred-back',
      'amend-decision': 'not-referred-back',
      'withdraw-decision': 'not-called-in-now',
      'rescind-decision': 'recorded',
      'supersede-decision': 'recorded',
    });
  });

  it('that is called in is that scrutiny comes to an outcome, or that it is undone', () => {
    expect(answers([noticed, taken, published, calledIn], '2019-04-10')).toEqual({
      'record-decision': 'decision-already-recorded',
      'complete-decision-record': 'recorded',
      'publish-decision': 'decision-already-published',
      'give-key-decision-notice': 'notice-already-given',
      'reissue-key-decision-notice': 'decision-already-taken',
      'give-general-exception-notice': 'decision-already-taken',
      'agree-special-urgency': 'decision-already-taken',
      'call-in-decision': 'already-called-in',
      'waive-call-in': 'decision-called-in',
      'record-call-in-outcome': 'recorded',
      'confirm-decision': 'not-referred-back',
      'amend-decision': 'not-referred-back',
      'withdraw-decision': 'recorded',
      'rescind-decision': 'recorded',
      'supersede-decision': 'recorded',
    });
  });

  it('of which scrutiny asks nothing more is not that it is looked at again, nor that it is withdrawn', () => {
    const over = happened('2019-04-10', { type: 'CallInConcluded', outcome: 'no-further-action' });
    expect(answers([noticed, taken, published, calledIn, over], '2019-05-13')).toMatchObject({
      'record-call-in-outcome': 'recorded',
      'confirm-decision': 'not-referred-back',
      'amend-decision': 'not-referred-back',
      'withdraw-decision': 'not-called-in-now',
    });
  });

  it('that is referred, to its maker or to the council, is that it is confirmed, amended or withdrawn', () => {
    for (const outcome of ['back-to-decision-maker', 'to-full-council'] as const) {
      const to = happened('2019-04-10', { type: 'CallInConcluded', outcome });
      expect(answers([noticed, taken, published, calledIn, to], '2019-05-13')).toMatchObject({
        'confirm-decision': 'recorded',
        'amend-decision': 'recorded',
        'withdraw-decision': 'recorded',
      });
    }
  });

  it('that was looked at again is not that it is looked at once more, nor that it is withdrawn', () => {
    expect(answers([noticed, taken, published, calledIn, referred, confirmed], '2019-06-03')).toMatchObject({
      'record-call-in-outcome': 'settled-already',
      'confirm-decision': 'already-reconsidered',
      'amend-decision': 'already-reconsidered',
      'withdraw-decision': 'not-called-in-now',
      'rescind-decision': 'recorded',
    });
  });

  it('that was withdrawn is that its record is completed, and no more', () => {
    expect(answers([noticed, taken, published, calledIn, referred, withdrawn], '2019-05-13')).toEqual({
      'record-decision': 'decision-already-recorded',
      'complete-decision-record': 'recorded',
      'publish-decision': 'decision-already-published',
      'give-key-decision-notice': 'notice-already-given',
      'reissue-key-decision-notice': 'decision-withdrawn',
      'give-general-exception-notice': 'decision-withdrawn',
      'agree-special-urgency': 'decision-withdrawn',
      'call-in-decision': 'already-called-in',
      'waive-call-in': 'decision-withdrawn',
      'record-call-in-outcome': 'decision-withdrawn',
      'confirm-decision': 'decision-withdrawn',
      'amend-decision': 'decision-withdrawn',
      'withdraw-decision': 'decision-withdrawn',
      'rescind-decision': 'decision-withdrawn',
      'supersede-decision': 'decision-withdrawn',
    });
  });

  it('that was withdrawn before it was taken is nothing more', () => {
    expect(answers([noticed, withdrawnEarly], '2019-03-21')).toMatchObject({
      'record-decision': 'decision-withdrawn',
      'reissue-key-decision-notice': 'decision-withdrawn',
      'give-general-exception-notice': 'decision-withdrawn',
      'agree-special-urgency': 'decision-withdrawn',
      'waive-call-in': 'decision-withdrawn',
      'withdraw-decision': 'decision-withdrawn',
    });
  });

  it('that was published and called in after it fell is neither', () => {
    const fallen = happened('2019-04-16', { type: 'DecisionRescinded', reason });
    expect(answers([noticed, taken, fallen], '2019-05-13')).toMatchObject({
      'publish-decision': 'decision-rescinded',
      'call-in-decision': 'decision-rescinded',
    });
  });
});

describe('A notice that is published again', () => {
  const again = (day: string) => asked(day, sayings['reissue-key-decision-notice']);
  const reissued = (day: string) =>
    happened(day, { type: 'KeyDecisionNoticeReissued', ...notice, maker: 'Cabinet' });

  it('word for word on the day of its publication was published once', () => {
    given(decisionStream, [noticed, reissued('2019-02-20')])
      .when(again('2019-02-20'))
      .thenNothing();
    given(decisionStream, [noticed])
      .when(asked('2019-02-04', { type: 'reissue-key-decision-notice', ...notice }))
      .thenNothing();
  });

  it('in the same words on a later day is an entry of that day', () => {
    given(decisionStream, [noticed, reissued('2019-02-20')])
      .when(again('2019-02-25'))
      .thenRecords([reissued('2019-02-25')]);
  });
});

describe('The fields of a decision', () => {
  const fieldsOf = (command: Name, note: 'personal' | 'exempt') =>
    decisionStream.acts
      .filter((act) => act.command === command)
      .flatMap((act) => namedFieldsOf(act))
      .filter((field) => field[note])
      .map(({ name }) => name);

  it('that may be withheld from the public are what it is made of, never that it was taken, by whom and why it is closed', () => {
    const ofARecord = ['text', 'reasons', 'alternatives', 'conflicts', 'keyReason', 'expenditure', 'savings'];
    const more = ['callInReason', 'urgencyReason', 'papers'];
    const withheld = (Object.keys(sayings) as Name[]).map((name) => [name, fieldsOf(name, 'exempt')]);
    expect(withheld.filter(([, fields]) => fields?.length)).toEqual([
      ['record-decision', [...ofARecord, ...more]],
      ['complete-decision-record', [...ofARecord, ...more]],
      ['give-key-decision-notice', ['documents', 'keyReason']],
      ['reissue-key-decision-notice', ['documents', 'keyReason']],
      ['amend-decision', ['text', 'reasons']],
    ]);
  });

  it('that name a person are those of whoever declared, was told, agreed, decides, is to decide or called in', () => {
    expect(
      Object.entries(decisionStream.events).flatMap(([type, { personal }]) =>
        personal.length > 0 ? [[type, personal]] : [],
      ),
    ).toEqual([
      ['DecisionRecorded', ['maker', 'conflicts']],
      ['DecisionRecordCompleted', ['conflicts']],
      ['KeyDecisionNoticeGiven', ['maker', 'members']],
      ['KeyDecisionNoticeReissued', ['maker', 'members']],
      ['GeneralExceptionNoticeGiven', ['chairNotified']],
      ['SpecialUrgencyAgreed', ['office']],
      ['DecisionCalledIn', ['by']],
      ['CallInWaived', ['agreedBy']],
    ]);
  });
});
