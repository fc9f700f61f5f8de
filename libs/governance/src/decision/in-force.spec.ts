import { describe, expect, it } from '@jest/globals';
import { addDays, civilDate, shortDate, type CivilDate } from '#calendar';
import { given } from '#testing';
import {
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
} from './contact-centre.story.js';
import {
  decisionStream,
  inForceOn,
  settingsIn,
  standingOf,
  type DecisionEvent,
  type DecisionPart,
  type KnownOfMaker,
  type SettingsInForce,
  type Standing,
} from './index.js';

/** Nothing is counted: nobody has said by how many days. */
const noSettings = () => undefined;

const inKent = settingsIn(kent);

/** The decision as it was at the end of a day. */
function asAt(entries: readonly DecisionEvent[], day?: CivilDate): DecisionPart {
  const decision = given(decisionStream, entries).asAt(day).get(contactCentre);
  if (!decision) throw new Error('There is no such decision by then');
  return decision;
}

/** Where it stands on a day. The same is to come out whether it is asked as at that day or as at the end. */
function on(
  day: string,
  entries: readonly DecisionEvent[],
  settings: SettingsInForce = inKent,
  maker: KnownOfMaker = {},
): Standing {
  const date = civilDate(day);
  const standing = standingOf(asAt(entries, date), date, settings, maker);
  expect(standingOf(asAt(entries), date, settings, maker)).toEqual(standing);
  return standing;
}

const record19 = (day: string, more: object = {}) =>
  happened(day, { type: 'DecisionRecorded', takenOn: civilDate(day), key: true, ...record, ...more });
const early = happened('2018-12-03', {
  type: 'KeyDecisionNoticeGiven',
  title: 'Forthcoming',
  matter: 'The contract',
});

describe('A decision published in Kent', () => {
  it.each([
    [
      '2019-03-21',
      '2019-03-22',
      'published Fri 22 Mar 2019, five clear working days end Fri 29 Mar 2019, in force from Sat 30 Mar 2019',
    ],
    [
      '2019-10-16',
      '2019-10-17',
      'published Thu 17 Oct 2019, five clear working days end Thu 24 Oct 2019, in force from Fri 25 Oct 2019',
    ],
  ])('taken on %s and published on %s: %s', (takenOn, publishedOn, because) => {
    const entries = [early, record19(takenOn), happened(publishedOn, { type: 'DecisionPublished' })];
    const standing = on(publishedOn, entries);
    const inForceFrom = standing.inForceFrom as CivilDate;
    expect(standing).toEqual({ status: 'in-call-in-window', inForceFrom, because });
    expect(because.endsWith(shortDate(inForceFrom))).toBe(true);
    expect(on(addDays(inForceFrom, -1), entries).status).toBe('in-call-in-window');
    expect(on(inForceFrom, entries)).toEqual({ status: 'in-force', inForceFrom, because });
  });

  it('holds from the day it was taken, and is shown not yet in force until its window is over', () => {
    const day = civilDate('2019-03-25');
    expect(asAt(published, day)).toMatchObject({ stage: 'taken', recorded: { on: '2019-03-21' } });
    expect(inForceOn(asAt(published, day), day, inKent)).toMatchObject({
      refused: 'decision-not-in-force',
      because:
        'Decision contact-centre is not in force on Mon 25 Mar 2019: published Fri 22 Mar 2019, five clear working days end ' +
        'Fri 29 Mar 2019, in force from Sat 30 Mar 2019. Date this on or after the day from which it is in force, or name another decision',
    });
    expect(inForceOn(asAt(taken), day, inKent)?.because).toBe(
      'Decision contact-centre is not in force on Mon 25 Mar 2019: taken Thu 21 Mar 2019, not published yet. Record what it waits for, or name another decision',
    );
    const over = civilDate('2019-03-30');
    expect(inForceOn(asAt(published, over), over, inKent)).toBeUndefined();
  });

  it('is not in force while it is not taken, and while it is not published', () => {
    expect(on('2019-03-01', published)).toEqual({
      status: 'noticed',
      because: 'notice published Mon 4 Feb 2019, not taken by Fri 1 Mar 2019',
    });
    expect(on('2019-03-21', published)).toEqual({
      status: 'taken',
      because: 'taken Thu 21 Mar 2019, not published yet',
    });
  });

  it('counts by the settings in force on the day it was published', () => {
    const settings = settingsIn(
      council([
        ['2012-09-10', 'call-in-clear-days', 5],
        ['2012-09-10', 'call-in-basis', 'working'],
        ['2019-03-25', 'call-in-clear-days', 10],
      ]),
    );
    expect(on('2019-03-30', published, settings).status).toBe('in-force');
    const later = [...taken, happened('2019-03-25', { type: 'DecisionPublished' })];
    expect(on('2019-03-30', later, settings).because).toBe(
      'published Mon 25 Mar 2019, ten clear working days end Mon 8 Apr 2019, in force from Tue 9 Apr 2019',
    );
  });

  it('that is known by its month and not subject to call-in is taken, and in force from the end of that month', () => {
    const council = happened('2014-07-01', {
      type: 'DecisionRecorded',
      takenOn: civilDate('2014-07-01'),
      precision: 'month',
      title: 'Legal Services',
      maker: 'County Council',
      subjectToCallIn: false,
    });
    expect(on('2014-07-15', [council])).toEqual({
      status: 'taken',
      inForceFrom: '2014-07-31',
      because: 'not subject to call-in, taken in July 2014, in force from Thu 31 Jul 2014',
    });
    expect(on('2014-07-31', [council]).status).toBe('in-force');
  });

  it('of which only the month of publication is known counts from the end of that month', () => {
    const inMonth = [...taken, happened('2019-04-01', { type: 'DecisionPublished', precision: 'month' })];
    expect(on('2019-04-12', inMonth)).toEqual({
      status: 'in-call-in-window',
      inForceFrom: '2019-05-09',
      because:
        'published in April 2019, five clear working days end Wed 8 May 2019, in force from Thu 9 May 2019',
    });
  });

  it('is never in force where its window cannot be counted', () => {
    const entries = [
      happened('2029-12-03', {
        type: 'KeyDecisionNoticeGiven',
        title: 'Forthcoming',
        matter: 'The contract',
      }),
      record19('2030-03-21'),
      happened('2030-03-22', { type: 'DecisionPublished' }),
    ];
    const standing = on('2031-01-01', entries);
    expect(standing.status).toBe('not-known');
    expect(standing.inForceFrom).toBeUndefined();
    expect(standing.because).toContain('five clear working days cannot be counted');
  });
});

describe('A decision without a window', () => {
  it('is in force from the day it was taken where the record says it is not subject to call-in', () => {
    const entries = [early, record19('2019-03-21', { subjectToCallIn: false })];
    expect(on('2019-03-21', entries)).toEqual({
      status: 'in-force',
      inForceFrom: '2019-03-21',
      because: 'not subject to call-in, taken Thu 21 Mar 2019, in force from Thu 21 Mar 2019',
    });
  });

  it('is not known to be in force where nothing says whether it can be called in', () => {
    const entries = [record19('2019-03-21', { key: false })];
    expect(on('2019-04-30', entries)).toEqual({
      status: 'not-known',
      because: 'taken Thu 21 Mar 2019, not known: nothing on the record says whether it can be called in',
    });
    const day = civilDate('2019-04-30');
    expect(inForceOn(asAt(entries), day, inKent)?.because).toBe(
      'Decision contact-centre is not known to be in force on Tue 30 Apr 2019: taken Thu 21 Mar 2019, not known: nothing on the record says whether it can be called in. ' +
        'Record what is not known of it, with set-council-setting for the day of its publication or with complete-decision-record, or name another decision',
    );
  });

  it('goes by what is known of its maker where its record is silent, and by its record where that speaks', () => {
    const silent = [record19('2019-03-21', { key: false })];
    expect(on('2019-03-21', silent, inKent, { callIn: true }).status).toBe('taken');
    const open = [early, record19('2019-03-21')];
    expect(on('2019-03-21', open, inKent, { callIn: false }).status).toBe('in-force');
    const says = [early, record19('2019-03-21', { subjectToCallIn: true })];
    expect(on('2019-03-21', says, inKent, { callIn: false }).status).toBe('taken');
  });

  it('is not known to be in force on any day where the council had set no window', () => {
    const notKnown = {
      status: 'not-known',
      because: 'published Fri 22 Mar 2019, not known: no call-in window is on the record',
    };
    expect(on('2019-03-22', published, noSettings)).toEqual(notKnown);
    expect(on('2026-11-24', published, noSettings)).toEqual(notKnown);
    expect(on('2019-03-21', published, noSettings).status).toBe('taken');
    const setLater = settingsIn(
      council([
        ['2019-03-23', 'call-in-clear-days', 5],
        ['2019-03-23', 'call-in-basis', 'working'],
      ]),
    );
    expect(on('2019-04-30', published, setLater)).toEqual(notKnown);
    const daysOnly = settingsIn(council([['2012-09-10', 'call-in-clear-days', 5]]));
    expect(on('2019-04-30', published, daysOnly)).toEqual({
      status: 'not-known',
      because:
        'published Fri 22 Mar 2019, not known: whether the call-in window runs in calendar or in working days is not on the record',
    });
  });

  it('is in force from the day urgency was agreed, published or not, and no later than its window ends', () => {
    const waived = (day: string) =>
      happened(day, { type: 'CallInWaived', agreedBy: 'Chair of Scrutiny', reason: 'The line fails' });
    expect(on('2019-03-21', [...taken, waived('2019-03-21')])).toEqual({
      status: 'in-force',
      inForceFrom: '2019-03-21',
      because: 'call-in waived Thu 21 Mar 2019, agreed by Chair of Scrutiny, in force from Thu 21 Mar 2019',
    });
    expect(on('2019-03-21', [...noticed, waived('2019-03-15'), ...taken.slice(1)]).inForceFrom).toBe(
      '2019-03-21',
    );
    const within = [...published, waived('2019-03-26')];
    expect(on('2019-03-25', within)).toMatchObject({
      status: 'in-call-in-window',
      inForceFrom: '2019-03-30',
    });
    expect(on('2019-03-26', within)).toMatchObject({ status: 'in-force', inForceFrom: '2019-03-26' });
    expect(on('2019-04-08', [...published, waived('2019-04-08')]).inForceFrom).toBe('2019-03-30');
  });
});

describe('A decision that was called in', () => {
  const concluded = (day: string, outcome: 'no-further-action' | 'to-full-council') =>
    happened(day, { type: 'CallInConcluded', outcome });

  it('is not in force, though the days of its window are over', () => {
    expect(on('2019-03-27', calledIn).status).toBe('in-call-in-window');
    expect(on('2019-06-01', calledIn)).toEqual({
      status: 'called-in',
      because: 'called in Thu 28 Mar 2019, no outcome by Sat 1 Jun 2019',
    });
  });

  it('is in force from the outcome where nothing further is to be done', () => {
    const entries = [...calledIn, concluded('2019-04-10', 'no-further-action')];
    expect(on('2019-04-09', entries).status).toBe('called-in');
    expect(on('2019-04-10', entries)).toEqual({
      status: 'in-force',
      inForceFrom: '2019-04-10',
      because: 'called in Thu 28 Mar 2019, no further action Wed 10 Apr 2019, in force from Wed 10 Apr 2019',
    });
  });

  it('waits for the end of its window where scrutiny was quicker', () => {
    const entries = [
      ...published,
      happened('2019-03-25', { type: 'DecisionCalledIn', ...grounds }),
      concluded('2019-03-26', 'no-further-action'),
    ];
    expect(on('2019-03-26', entries)).toMatchObject({
      status: 'in-call-in-window',
      inForceFrom: '2019-03-30',
    });
    expect(on('2019-03-30', entries).status).toBe('in-force');
  });

  it('waits for its maker or for the council, and is in force from the day it is confirmed or amended', () => {
    expect(on('2019-05-01', referredBack)).toEqual({
      status: 'referred-back',
      because: 'called in Thu 28 Mar 2019, referred back to the decision maker Wed 10 Apr 2019',
    });
    const council = [...calledIn, concluded('2019-04-10', 'to-full-council')];
    expect(on('2019-05-01', council).status).toBe('referred-to-council');
    const confirmed = [...council, happened('2019-05-13', { type: 'DecisionConfirmed' })];
    expect(on('2019-05-12', confirmed).status).toBe('referred-to-council');
    expect(on('2019-05-13', confirmed)).toMatchObject({ status: 'in-force', inForceFrom: '2019-05-13' });
    const amended = happened('2019-05-14', {
      type: 'DecisionAmended',
      text: 'That it be extended by two years',
      reasons: 'As scrutiny asked',
    });
    expect(on('2019-05-14', [...referredBack, amended]).because).toBe(
      'called in Thu 28 Mar 2019, amended Tue 14 May 2019, in force from Tue 14 May 2019',
    );
  });
});

describe('A decision that fell', () => {
  const reason = 'The supplier withdrew';

  it('was in force until then, where its day had come', () => {
    const entries = [
      ...published,
      happened('2019-06-03', { type: 'DecisionSuperseded', reason, supersededBy: 'new-contact-centre' }),
    ];
    expect(on('2019-06-02', entries).status).toBe('in-force');
    expect(on('2019-06-03', entries)).toEqual({
      status: 'superseded',
      inForceFrom: '2019-03-30',
      fellOn: '2019-06-03',
      because:
        'published Fri 22 Mar 2019, five clear working days end Fri 29 Mar 2019, in force from Sat 30 Mar 2019, ' +
        'superseded Mon 3 Jun 2019',
      by: 'new-contact-centre',
    });
  });

  it('was never in force where it fell first', () => {
    const rescinded = [
      ...published,
      happened('2019-03-28', { type: 'DecisionRescinded', reason, rescindedBy: 'new-contact-centre' }),
    ];
    expect(on('2019-04-30', rescinded)).toEqual({
      status: 'rescinded',
      fellOn: '2019-03-28',
      by: 'new-contact-centre',
      because: 'rescinded Thu 28 Mar 2019',
    });
    const withdrawn = [...calledIn, happened('2019-04-01', { type: 'DecisionWithdrawn', reason })];
    expect(on('2019-04-30', withdrawn)).toEqual({
      status: 'withdrawn',
      fellOn: '2019-04-01',
      because: 'withdrawn Mon 1 Apr 2019',
    });
    expect(inForceOn(asAt(withdrawn), civilDate('2019-04-30'), inKent)?.because).toBe(
      'Decision contact-centre is not in force on Tue 30 Apr 2019: withdrawn Mon 1 Apr 2019. Name another decision, or date this on a day on which it was in force',
    );
    const before = [...noticed, happened('2019-03-01', { type: 'DecisionWithdrawn', reason })];
    expect(on('2019-04-30', before).status).toBe('withdrawn');
  });
});
