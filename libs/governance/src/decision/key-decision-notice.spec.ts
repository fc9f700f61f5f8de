import { describe, expect, it } from '@jest/globals';
import { type Facts, isRefusal, noFacts } from '#acts';
import { civilDate } from '#calendar';
import { given } from '#testing';
import {
  asked,
  contactCentre,
  council,
  happened,
  kent,
  notice,
  noticed,
  record,
} from './contact-centre.story.js';
import {
  announcedTooEarly,
  decisionStream,
  isTaken,
  noticeRuns,
  settingsIn,
  takenDay,
  type DecisionEvent,
} from './index.js';

/** Nothing is counted: nobody has said by how many days. */
const noSettings = () => undefined;

const noticeOn = (day: string) => happened(day, { type: 'KeyDecisionNoticeGiven', ...notice });
const exceptionOn = (day: string) =>
  happened(day, {
    type: 'GeneralExceptionNoticeGiven',
    chairNotified: 'Chair of Scrutiny',
    reason: 'The grant came late',
  });
const urgencyOn = (day: string) =>
  happened(day, {
    type: 'SpecialUrgencyAgreed',
    agreedBy: 'scrutiny-chair',
    office: 'Chair of Scrutiny',
    reason: 'The line fails',
  });
const keyDecision = (day: string) =>
  ({ type: 'record-decision', takenOn: civilDate(day), key: true, ...record }) as const;

/** Records a key decision on a day, and says what came of it: nothing in its way, or the words of the refusal. */
function onDay(day: string, before: readonly DecisionEvent[], facts: Facts = kent): string | undefined {
  const state = given(decisionStream, before).asAt(civilDate(day));
  const decided = decisionStream.decide(state, asked(day, keyDecision(day)), facts);
  return isRefusal(decided) ? `${decided.refused}: ${decided.because}` : undefined;
}

describe('A key decision', () => {
  it('waits for 28 clear calendar days, over Christmas too', () => {
    const before = [noticeOn('2023-12-19')];
    expect(onDay('2024-01-16', before)).toBe(
      'notice-too-short: Decision contact-centre is a key decision, taken Tue 16 Jan 2024, and its notice had not run: ' +
        'notice published Tue 19 Dec 2023, 28 clear days end Tue 16 Jan 2024, earliest Wed 17 Jan 2024. Correct the dates, ' +
        'or record what let it be taken earlier with give-general-exception-notice or agree-special-urgency',
    );
    expect(onDay('2024-01-17', before)).toBeUndefined();
  });

  it('of 5 February 2018 on a notice of 9 January is short by two days, and is never put right in silence', () => {
    const before = [noticeOn('2018-01-09')];
    expect(onDay('2018-02-05', before)).toContain(
      'notice published Tue 9 Jan 2018, 28 clear days end Tue 6 Feb 2018, earliest Wed 7 Feb 2018',
    );
    const exception = { rule: 'notice-too-short', reason: 'The plan edition is dated 8 January' };
    given(decisionStream, before)
      .when(asked('2018-02-05', { ...keyDecision('2018-02-05'), exception }), kent)
      .thenRecords([
        happened('2018-02-05', {
          type: 'DecisionRecorded',
          takenOn: civilDate('2018-02-05'),
          key: true,
          ...record,
          exception,
        }),
      ]);
  });

  it('may be taken after five clear working days of general exception, where the council counts so', () => {
    const before = [exceptionOn('2023-01-19')];
    expect(onDay('2023-01-26', before)).toContain(
      'notice of general exception published Thu 19 Jan 2023, five clear working days end Thu 26 Jan 2023, earliest Fri 27 Jan 2023',
    );
    expect(onDay('2023-01-27', before)).toBeUndefined();
  });

  it('is told of both clocks where neither had run', () => {
    const words = onDay('2023-01-20', [noticeOn('2023-01-10'), exceptionOn('2023-01-19')]);
    expect(words).toContain('28 clear days end Tue 7 Feb 2023, earliest Wed 8 Feb 2023; notice of general');
  });

  it('may be taken on the day special urgency is agreed, and not on the day before', () => {
    expect(onDay('2019-03-20', [urgencyOn('2019-03-20')])).toBeUndefined();
    expect(onDay('2019-03-19', [urgencyOn('2019-03-20')])).toContain('notice-not-given');
  });

  it('is announced too early where its notice names a day before the clear days have run', () => {
    const announced = (day: string, precision: 'day' | 'month' = 'day', ...more: DecisionEvent[]) => {
      const given9 = happened('2018-01-09', {
        type: 'KeyDecisionNoticeGiven',
        ...notice,
        decisionDue: { on: civilDate(day), precision },
      });
      const decision = given(decisionStream, [given9, ...more])
        .asAt()
        .get(contactCentre);
      return decision && announcedTooEarly(decision, settingsIn(kent));
    };
    // 9 January 2018 and 28 clear days: 10 January to 6 February, so the 7th is the first.
    expect(announced('2018-02-05')).toEqual({
      due: { on: '2018-02-05', precision: 'day' },
      earliest: '2018-02-07',
      says: 'the notice says Mon 5 Feb 2018, before its clear days allow it: notice published Tue 9 Jan 2018, 28 clear days end Tue 6 Feb 2018, earliest Wed 7 Feb 2018',
    });
    expect(announced('2018-02-06')?.earliest).toBe('2018-02-07');
    expect(announced('2018-02-07')).toBeUndefined();
    expect(announced('2018-02-01', 'month')).toBeUndefined();
    expect(announced('2018-01-01', 'month')?.earliest).toBe('2018-02-07');
    // Another way to an earlier day was taken: five clear working days of 22 January end on the 29th.
    expect(announced('2018-02-05', 'day', exceptionOn('2018-01-22'))).toBeUndefined();
    expect(announced('2018-02-05', 'day', exceptionOn('2018-02-01'))?.earliest).toBe('2018-02-07');
    expect(announced('2018-02-05', 'day', urgencyOn('2018-02-02'))).toBeUndefined();
  });

  it('is not held to days that the council has not set, and is nowhere said to be in time', () => {
    const entries = [
      noticeOn('2023-12-19'),
      exceptionOn('2023-12-20'),
      happened('2023-12-27', {
        type: 'DecisionRecorded',
        takenOn: civilDate('2023-12-27'),
        key: true,
        ...record,
      }),
    ];
    expect(onDay('2023-12-27', entries.slice(0, 2), noFacts)).toBeUndefined();
    const decision = given(decisionStream, entries).asAt().get(contactCentre);
    const runs = isTaken(decision) ? noticeRuns(decision, takenDay(decision), noSettings) : [];
    expect(runs).toEqual([
      {
        what: 'notice',
        run: null,
        because: 'notice published Tue 19 Dec 2023, not known: no period of notice is on the record',
      },
      {
        what: 'general-exception',
        run: null,
        because:
          'notice of general exception published Wed 20 Dec 2023, not known: no period of general exception is on the record',
      },
    ]);
  });

  it('is judged by the settings in force on the day it was taken, whatever came before and after', () => {
    const working = council([
      ['2012-09-10', 'notice-clear-days', 28],
      ['2012-09-10', 'notice-basis', 'calendar'],
      ['2019-06-01', 'notice-clear-days', 20],
      ['2019-06-01', 'notice-basis', 'working'],
    ]);
    expect(onDay('2019-03-04', noticed, working)).toContain('28 clear days end Mon 4 Mar 2019');
    expect(onDay('2019-03-05', noticed, working)).toBeUndefined();
    const may = [noticeOn('2019-05-13')];
    expect(onDay('2019-06-11', may, working)).toContain(
      '20 clear working days end Tue 11 Jun 2019, earliest Wed 12 Jun 2019',
    );
    expect(onDay('2019-06-12', may, working)).toBeUndefined();
    expect(onDay('2019-05-31', [noticeOn('2019-05-03')], working)).toContain(
      '28 clear days end Fri 31 May 2019',
    );
  });

  it('keeps the day of the first notice, however often it is published again, and what each said before', () => {
    const before = [
      noticeOn('2019-02-04'),
      happened('2019-02-20', { type: 'KeyDecisionNoticeReissued', ...notice, maker: 'Cabinet' }),
      happened('2019-03-01', { type: 'KeyDecisionNoticeReissued', ...notice, maker: 'Leader' }),
    ];
    expect(onDay('2019-03-05', before)).toBeUndefined();
    expect(given(decisionStream, before).asAt().get(contactCentre)).toMatchObject({
      stage: 'noticed',
      title: notice.title,
      notice: {
        maker: 'Leader',
        given: { on: '2019-02-04' },
        reissued: { on: '2019-03-01' },
        formerly: [
          { ...notice, reissued: { on: '2019-02-20' } },
          { ...notice, maker: 'Cabinet', reissued: { on: '2019-03-01' } },
        ],
      },
    });
  });

  it('of which only the month is known is refused only where its notice could not have run in that month', () => {
    const inMonth = (day: string, before: readonly DecisionEvent[]) => {
      const command = { ...asked(day, keyDecision(day)), precision: 'month' as const };
      return decisionStream.decide(given(decisionStream, before).asAt(), command, kent);
    };
    expect(inMonth('2024-01-01', [noticeOn('2023-12-19')])).toHaveLength(1);
    expect(inMonth('2024-01-01', [noticeOn('2024-01-08')])).toMatchObject({ refused: 'notice-too-short' });
  });

  it('says that working days cannot be counted where the bank holidays are not known', () => {
    const working = council([
      ['2012-09-10', 'notice-clear-days', 28],
      ['2012-09-10', 'notice-basis', 'working'],
    ]);
    expect(onDay('2030-03-01', [noticeOn('2030-01-02')], working)).toContain(
      'notice published Wed 2 Jan 2030, 28 clear working days cannot be counted: Clear working days are counted from 2012 to 2028',
    );
  });

  it('loses its notice to no strike while it stands on it', () => {
    const taken = happened('2019-03-21', {
      type: 'DecisionRecorded',
      takenOn: civilDate('2019-03-21'),
      key: true,
      ...record,
    });
    given(decisionStream, [...noticed, taken])
      .striking([0])
      .thenRefused('notice-not-given', { entry: 1 });
  });
});

describe('A decision that is not key, or does not say', () => {
  it('needs no notice, and reads elsewhere only who could take it', () => {
    for (const key of [{}, { key: false }]) {
      const command = asked('2019-03-21', {
        type: 'record-decision',
        takenOn: civilDate('2019-03-21'),
        ...record,
        ...key,
      });
      expect(decisionStream.reads(command)).toEqual(['authority/register']);
      given(decisionStream, [])
        .when(command)
        .thenRecords([
          happened('2019-03-21', {
            type: 'DecisionRecorded',
            takenOn: civilDate('2019-03-21'),
            ...record,
            ...key,
          }),
        ]);
    }
  });
});
