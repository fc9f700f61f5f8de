import { afterAll, describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { SmallBook } from '#testing';
import { needsDoing, needSorts, type NeedSort } from './index.js';

const books: SmallBook[] = [];
afterAll(() => {
  for (const book of books) book.close();
});

/** Every sort that some test found an item of: none may be left without one. */
const shown = new Set<string>();

async function county(): Promise<SmallBook> {
  const book = await SmallBook.begun();
  books.push(book);
  return book;
}

/** The items of one sort on a day. */
async function needs(book: SmallBook, sort: NeedSort, day: string) {
  const { reader, moment } = await book.as(day);
  const found = needsDoing(reader, 'county', moment).filter((item) => item.sort === sort);
  if (found.length > 0) shown.add(sort);
  return found;
}

const complete = {
  text: 'The archives go to a trust.',
  reasons: 'To keep them open',
  alternatives: 'none considered',
  conflicts: 'none declared',
};
const decide = (decision: string, said: object = {}) => ({
  type: 'record-decision',
  decision,
  title: `Decision on ${decision}`,
  maker: 'Cabinet',
  ...complete,
  ...said,
});
const notice = (said: object = {}) => ({
  type: 'give-key-decision-notice',
  decision: 'archives',
  title: 'Archives',
  matter: 'A trust',
  ...said,
});
const twentyEightDays = async (book: SmallBook) => {
  await book.say('2013-07-18', { type: 'set-council-setting', setting: 'notice-clear-days', value: 28 });
  await book.say('2013-07-18', { type: 'set-council-setting', setting: 'notice-basis', value: 'calendar' });
};
const fiveWorkingDays = async (book: SmallBook) => {
  await book.say('2013-07-18', { type: 'set-council-setting', setting: 'call-in-clear-days', value: 5 });
  await book.say('2013-07-18', { type: 'set-council-setting', setting: 'call-in-basis', value: 'working' });
};

describe('The record of a decision', () => {
  it('needs what it lacks, in one item for the command that supplies it', async () => {
    const book = await county();
    await book.say('2014-05-15', decide('archives', { reasons: undefined, conflicts: undefined }));
    expect(await needs(book, 'record-incomplete', '2014-05-14')).toEqual([]);
    expect(await needs(book, 'record-incomplete', '2014-05-15')).toEqual([
      {
        sort: 'record-incomplete',
        urgency: 'no-date',
        what: 'Complete the record of the decision',
        kind: 'decision',
        id: 'archives',
        name: 'Decision on archives',
        because:
          'Which record is owed is not known: no authority is recorded; missing: the reasons; the conflicts, or that none was declared; whether a conflict was declared, and so whether one is needed',
        rule: 'The record of a decision holds what its kind of maker owes, as soon as reasonably practicable.',
        source:
          'Executive Arrangements Regulations 2012 (SI 2012/2089), regulations 12 and 13, for the executive; Local Government Act 1972, Schedule 12, for the council and its committees; Openness of Local Government Bodies Regulations 2014 (SI 2014/2095), regulations 7 and 8, for officers',
        since: '2014-05-15',
        by: null,
        left: null,
        next: { command: 'complete-decision-record', fields: { decision: 'archives' } },
      },
    ]);
  });

  it('needs nothing once it is complete', async () => {
    const book = await county();
    await book.say('2014-05-15', decide('archives'));
    expect(await needs(book, 'record-incomplete', '2014-05-15')).toEqual([]);
  });
});

describe('The notice of a key decision', () => {
  it('needs what it does not state, and its 28 clear days to run', async () => {
    const book = await county();
    await twentyEightDays(book);
    await book.say('2014-01-06', notice());
    expect(await needs(book, 'notice-incomplete', '2014-01-06')).toMatchObject([
      { next: { command: 'reissue-key-decision-notice', fields: { decision: 'archives' } } },
    ]);
    expect(await needs(book, 'notice-running', '2014-01-31')).toMatchObject([
      {
        urgency: 'within-a-week',
        because: 'notice published Mon 6 Jan 2014, 28 clear days end Mon 3 Feb 2014, earliest Tue 4 Feb 2014',
        by: '2014-02-03',
        left: '3 clear days left, ends Mon 3 Feb 2014',
      },
    ]);
    expect(await needs(book, 'notice-running', '2014-02-03')).toMatchObject([
      { urgency: 'today', left: 'ends today, Mon 3 Feb 2014' },
    ]);
    expect(await needs(book, 'notice-running', '2014-02-04')).toEqual([]);
  });

  it('needs to announce a later day where it names one before its days have run', async () => {
    const book = await county();
    await twentyEightDays(book);
    await book.say('2018-01-09', notice({ decisionDue: { on: '2018-02-05', precision: 'day' } }));
    expect(await needs(book, 'announced-too-early', '2018-01-09')).toMatchObject([
      {
        what: 'Announce it for Wed 7 Feb 2018 or later, or give notice of what lets it be earlier',
        because:
          'the notice says Mon 5 Feb 2018, before its clear days allow it: notice published Tue 9 Jan 2018, 28 clear days end Tue 6 Feb 2018, earliest Wed 7 Feb 2018',
        by: '2018-02-06',
        next: { command: 'reissue-key-decision-notice', fields: { decision: 'archives' } },
      },
    ]);
    await book.say('2018-01-12', {
      ...notice({ decisionDue: { on: '2018-02-07', precision: 'day' } }),
      type: 'reissue-key-decision-notice',
    });
    expect(await needs(book, 'announced-too-early', '2018-01-11')).toHaveLength(1);
    expect((await needs(book, 'decision-to-take', '2018-02-07')).map(({ by }) => by)).toEqual(['2018-02-07']);
    expect(await needs(book, 'announced-too-early', '2018-01-12')).toEqual([]);
  });

  it('needs its decision once the days have run, until that is taken', async () => {
    const book = await county();
    await twentyEightDays(book);
    await book.say('2014-01-06', notice({ decisionDue: { on: '2014-02-28', precision: 'day' } }));
    await book.say('2014-03-03', decide('archives', { key: true, subjectToCallIn: false }));
    expect(await needs(book, 'decision-to-take', '2014-02-03')).toEqual([]);
    expect(await needs(book, 'decision-to-take', '2014-02-04')).toMatchObject([
      { urgency: 'later', by: '2014-02-28', left: '24 days left, until Fri 28 Feb 2014' },
    ]);
    expect(await needs(book, 'decision-to-take', '2014-03-02')).toMatchObject([
      { urgency: 'overdue', left: '2 days ago, Fri 28 Feb 2014' },
    ]);
    expect(await needs(book, 'decision-to-take', '2014-03-03')).toEqual([]);
  });
});

describe('A setting that nobody has set', () => {
  const unset = (day: string, book: SmallBook) => needs(book, 'setting-not-set', day);

  it('is something to do for a decision that was published, and leaves open whether it is in force', async () => {
    const book = await county();
    await book.say('2013-12-13', decide('archives', { subjectToCallIn: true, key: false }));
    await book.say('2013-12-13', { type: 'publish-decision', decision: 'archives' });
    expect(await unset('2013-12-16', book)).toEqual([
      {
        sort: 'setting-not-set',
        urgency: 'no-date',
        what: 'Set the council’s call-in window for that day',
        kind: 'decision',
        id: 'archives',
        name: 'Decision on archives',
        because: 'published Fri 13 Dec 2013, not known: no call-in window is on the record',
        rule: 'Days are counted, and sums compared, by what the council had set for that day: where it had set nothing, nothing is known.',
        source: 'The settings of the council: its constitution gives them',
        since: '2013-12-13',
        by: null,
        left: null,
        next: { command: 'set-council-setting', fields: { setting: 'call-in-clear-days' } },
      },
    ]);
    expect(await needs(book, 'call-in-window', '2013-12-16')).toEqual([]);
    // Set for a later day, it says nothing of this one; set for the day, the window is counted.
    await book.say('2013-12-14', { type: 'set-council-setting', setting: 'call-in-clear-days', value: 5 });
    expect(await unset('2013-12-16', book)).toMatchObject([{ id: 'archives' }]);
    await book.say('2013-12-13', { type: 'set-council-setting', setting: 'call-in-clear-days', value: 5 });
    expect(await unset('2013-12-16', book)).toMatchObject([
      {
        what: 'Set how the days of the call-in window are counted',
        because:
          'published Fri 13 Dec 2013, not known: whether the call-in window runs in calendar or in working days is not on the record',
        next: { fields: { setting: 'call-in-basis' } },
      },
    ]);
    await book.say('2013-12-13', { type: 'set-council-setting', setting: 'call-in-basis', value: 'working' });
    expect(await unset('2013-12-16', book)).toEqual([]);
    expect(await needs(book, 'call-in-window', '2013-12-16')).toMatchObject([{ by: '2013-12-20' }]);
  });

  it('is something to do for a notice, for a general exception and for a spend', async () => {
    const book = await county();
    await book.say('2014-01-06', notice({ decisionDue: { on: '2014-02-28', precision: 'day' } }));
    await book.say('2014-01-07', {
      type: 'give-general-exception-notice',
      decision: 'archives',
      chairNotified: 'Chair of Scrutiny',
      reason: 'It cannot wait',
    });
    await book.say('2014-01-08', decide('roof', { expenditure: 5_000_000_00, subjectToCallIn: false }));
    const told = (await unset('2014-01-09', book)).map(({ id, because, next }) => [
      id,
      because,
      next?.fields,
    ]);
    expect(told).toEqual([
      [
        'archives',
        'notice published Mon 6 Jan 2014, not known: no period of notice is on the record',
        { setting: 'notice-clear-days' },
      ],
      [
        'archives',
        'notice of general exception published Tue 7 Jan 2014, not known: no period of general exception is on the record',
        { setting: 'general-exception-clear-days' },
      ],
      [
        'roof',
        'spend of £5m: not known whether it is at the threshold, for none is on the record for that day; not said to be key or not',
        { setting: 'key-decision-threshold-pence' },
      ],
    ]);
    // It is owed since the notice was given, whenever that is asked, and since the day of the decision once that is taken.
    const since = async (day: string) =>
      (await unset(day, book))
        .map((need) => `${need.id} ${need.next?.fields?.['setting']} ${need.since}`)
        .sort();
    const owed = [
      'archives general-exception-clear-days 2014-01-07',
      'archives notice-clear-days 2014-01-06',
      'roof key-decision-threshold-pence 2014-01-08',
    ];
    expect(await since('2014-01-09')).toEqual(owed);
    expect(await since('2014-02-10')).toEqual(owed);
    expect(await needs(book, 'notice-running', '2014-01-09')).toEqual([]);
    expect(await needs(book, 'decision-to-take', '2014-02-28')).toEqual([]);
    expect(await needs(book, 'decision-to-take', '2014-03-01')).toMatchObject([{ urgency: 'overdue' }]);
  });
});

describe('A decision of which nothing says whether it can be called in', () => {
  it('is to say so', async () => {
    const book = await county();
    await book.say('2014-05-15', decide('archives', { key: false }));
    expect(await needs(book, 'call-in-not-known', '2014-05-15')).toMatchObject([
      {
        because: 'taken Thu 15 May 2014, not known: nothing on the record says whether it can be called in',
        next: { command: 'complete-decision-record', fields: { decision: 'archives' } },
      },
    ]);
    await book.say('2014-05-16', {
      type: 'complete-decision-record',
      decision: 'archives',
      subjectToCallIn: false,
    });
    expect(await needs(book, 'call-in-not-known', '2014-05-16')).toEqual([]);
  });
});

describe('A decision that can be called in', () => {
  it('needs to be published, then has its window, counted in clear working days', async () => {
    const book = await county();
    await fiveWorkingDays(book);
    await book.say('2019-03-21', decide('archives', { subjectToCallIn: true }));
    await book.say('2019-03-22', { type: 'publish-decision', decision: 'archives' });
    expect(await needs(book, 'not-published', '2019-03-21')).toMatchObject([
      { next: { command: 'publish-decision', fields: { decision: 'archives' } } },
    ]);
    expect(await needs(book, 'not-published', '2019-03-22')).toEqual([]);
    expect(await needs(book, 'call-in-window', '2019-03-26')).toMatchObject([
      { by: '2019-03-29', left: '3 clear working days left, ends Fri 29 Mar 2019', urgency: 'within-a-week' },
    ]);
    expect(await needs(book, 'call-in-window', '2019-03-29')).toMatchObject([{ urgency: 'today' }]);
    expect(await needs(book, 'call-in-window', '2019-03-30')).toEqual([]);
  });

  it('needs an outcome once it is called in, and then to be looked at again', async () => {
    const book = await county();
    await fiveWorkingDays(book);
    await book.say('2019-03-21', decide('archives', { subjectToCallIn: true }));
    await book.say('2019-03-22', { type: 'publish-decision', decision: 'archives' });
    await book.say('2019-03-25', {
      type: 'call-in-decision',
      decision: 'archives',
      by: ['A member'],
      grounds: 'The cost',
    });
    await book.say('2019-04-08', {
      type: 'record-call-in-outcome',
      decision: 'archives',
      outcome: 'back-to-decision-maker',
      reason: 'The cost',
    });
    await book.say('2019-04-15', { type: 'confirm-decision', decision: 'archives', reason: 'It stands' });
    expect(await needs(book, 'called-in', '2019-03-24')).toEqual([]);
    expect(await needs(book, 'called-in', '2019-03-25')).toMatchObject([
      { since: '2019-03-25', next: { command: 'record-call-in-outcome' } },
    ]);
    expect(await needs(book, 'called-in', '2019-04-08')).toMatchObject([
      { since: '2019-04-08', next: { command: 'confirm-decision' } },
    ]);
    expect(await needs(book, 'called-in', '2019-04-15')).toEqual([]);
  });
});

describe('A special urgency', () => {
  it('needs to be reported to the council as often as that is set, until a report was issued', async () => {
    const book = await county();
    await book.say('2014-01-01', { type: 'set-council-setting', setting: 'urgency-report-months', value: 3 });
    await book.say('2014-11-30', {
      type: 'agree-special-urgency',
      decision: 'boiler',
      agreedBy: 'scrutiny-chair',
      office: 'Chair of Scrutiny',
      reason: 'The boiler fails',
    });
    expect(await needs(book, 'urgency-to-report', '2014-12-01')).toMatchObject([
      { id: 'boiler', since: '2014-11-30', by: '2015-02-28', urgency: 'later' },
    ]);
    await book.say('2014-12-31', {
      type: 'issue-report',
      report: 'urgent-2014-q3',
      title: 'Urgent decisions',
      view: 'registers',
      thing: 'urgent-decisions',
      asAt: '2014-12-31',
      position: '0000000000000200',
      hash: 'a'.repeat(64),
      rendering: 1,
    });
    expect(await needs(book, 'urgency-to-report', '2014-12-30')).toHaveLength(1);
    expect(await needs(book, 'urgency-to-report', '2014-12-31')).toEqual([]);
    const urgent = {
      ...{ type: 'agree-special-urgency', agreedBy: 'scrutiny-chair', office: 'Chair of Scrutiny' },
      reason: 'The roof fails',
    };
    await book.say('2014-12-31', { ...urgent, decision: 'roof' });
    await book.say('2015-01-01', { ...urgent, decision: 'road' });
    // The report of a day has what was agreed on that day.
    expect((await needs(book, 'urgency-to-report', '2015-01-01')).map(({ id }) => id)).toEqual(['road']);
  });
});

describe('A review', () => {
  const review = (type: string, said: object = {}) => ({ type, review: 'legal', ...said });

  it('waits at each gate for what leads on, from the day on which it came there', async () => {
    const book = await county();
    await book.say('2014-01-02', review('propose-review', { name: 'Legal' }));
    await book.say('2014-01-03', review('agree-scoping-brief', { summary: 'The whole service' }));
    for (const option of ['as-is', 'partner']) {
      const identified = { option, title: option, scope: 'whole', model: 'in-house' };
      await book.say('2014-01-04', review('identify-option', { ...identified, asIs: option === 'as-is' }));
      await book.say('2014-01-05', review('appraise-option', { option, summary: 'Sound' }));
    }
    await book.say('2014-01-06', review('endorse-option', { option: 'partner', by: 'Advisory Group' }));
    expect(await needs(book, 'endorsed-not-chosen', '2014-01-05')).toEqual([]);
    expect(await needs(book, 'endorsed-not-chosen', '2014-01-06')).toMatchObject([
      {
        because: 'Advisory Group endorsed partner Mon 6 Jan 2014, and no option is chosen',
        next: { command: 'choose-option', fields: { review: 'legal' } },
      },
    ]);
    await book.say('2014-02-01', review('conclude-appraisal', { summary: 'Done' }));
    await book.say('2014-02-02', review('reject-option', { option: 'as-is', reason: 'It costs more' }));
    await book.say('2014-02-03', review('choose-option', { option: 'partner' }));
    await book.say('2014-02-03', decide('council', { subjectToCallIn: false }));
    await book.say('2014-02-04', review('authorise-to-proceed', { decision: 'council' }));
    await book.say('2014-02-05', review('submit-full-business-case', { summary: 'The case' }));
    await book.say('2014-02-06', review('authorise-full-business-case', { decision: 'council' }));
    await book.say('2014-02-07', review('start-implementation'));
    for (const [sort, day, because] of [
      ['proceed-waiting', '2014-02-03', 'option chosen Mon 3 Feb 2014, and its record names no decision'],
      [
        'case-waiting',
        '2014-02-04',
        'authorised to proceed Tue 4 Feb 2014, by decision “Decision on council”',
      ],
      [
        'authorisation-waiting',
        '2014-02-05',
        'full business case submitted Wed 5 Feb 2014, and its record names no decision',
      ],
      [
        'start-waiting',
        '2014-02-06',
        'full business case authorised Thu 6 Feb 2014, by decision “Decision on council”',
      ],
    ] as const) {
      expect(await needs(book, sort, day)).toMatchObject([{ id: 'legal', since: day, because }]);
      expect(await needs(book, sort, '2014-02-07')).toEqual([]);
    }
  });

  it('that was appraised and endorsed by nobody waits for its choice; one referred back for a new appraisal', async () => {
    const book = await county();
    await book.say('2014-01-02', review('propose-review', { name: 'Legal' }));
    await book.say('2014-01-03', review('agree-scoping-brief', { summary: 'The whole service' }));
    for (const option of ['as-is', 'partner']) {
      const identified = { option, title: option, scope: 'whole', model: 'in-house' };
      await book.say('2014-01-04', review('identify-option', { ...identified, asIs: option === 'as-is' }));
      await book.say('2014-01-05', review('appraise-option', { option, summary: 'Sound' }));
    }
    await book.say('2014-02-01', review('conclude-appraisal', { summary: 'Done' }));
    await book.say('2014-03-01', review('refer-review-back', { reason: 'The market has changed' }));
    expect(await needs(book, 'choice-waiting', '2014-02-01')).toMatchObject([{ since: '2014-02-01' }]);
    expect(await needs(book, 'choice-waiting', '2014-03-01')).toEqual([]);
    expect(await needs(book, 'referred-back', '2014-03-01')).toMatchObject([
      { because: 'referred back Sat 1 Mar 2014: The market has changed' },
    ]);
    await book.say(
      '2014-03-02',
      review('defer-review', { reason: 'The election', until: { on: '2014-06-01', precision: 'day' } }),
    );
    expect(await needs(book, 'referred-back', '2014-03-02')).toEqual([]);
    expect(await needs(book, 'deferral-over', '2014-05-31')).toEqual([]);
    expect(await needs(book, 'deferral-over', '2014-06-02')).toMatchObject([
      { urgency: 'overdue', by: '2014-06-01', next: { command: 'resume-review' } },
    ]);
  });
});

describe('A planned date', () => {
  it('of a phase is listed a week ahead, and until the phase is opened or closed', async () => {
    const book = await county();
    await book.say('2013-09-19', {
      type: 'plan-phase',
      phase: 'one',
      name: 'Phase 1',
      plannedStart: { on: '2013-10-01', precision: 'month' },
      plannedEnd: { on: '2014-04-30', precision: 'day' },
    });
    await book.say('2013-11-04', { type: 'open-phase', phase: 'one' });
    expect(await needs(book, 'phase-to-open', '2013-10-23')).toEqual([]);
    expect(await needs(book, 'phase-to-open', '2013-10-24')).toMatchObject([{ urgency: 'within-a-week' }]);
    expect(await needs(book, 'phase-to-open', '2013-11-03')).toMatchObject([
      { urgency: 'overdue', by: '2013-10-31' },
    ]);
    expect(await needs(book, 'phase-to-open', '2013-11-04')).toEqual([]);
    expect(await needs(book, 'phase-to-close', '2014-04-22')).toEqual([]);
    expect(await needs(book, 'phase-to-close', '2014-05-01')).toMatchObject([
      { because: 'planned to end Wed 30 Apr 2014, and open', left: '1 day ago, Wed 30 Apr 2014' },
    ]);
  });

  it('of a milestone is the one last forecast, until it is reached', async () => {
    const book = await county();
    await book.say('2014-01-02', { type: 'open-portfolio', portfolio: 'adults', name: 'Adults' });
    await book.say('2014-01-03', {
      type: 'charter-project',
      project: 'care',
      name: 'Care',
      portfolio: 'adults',
    });
    await book.say('2014-01-04', {
      ...{ type: 'plan-milestone', project: 'care', milestone: 'pilot', title: 'Pilot' },
      planned: { on: '2014-02-03', precision: 'day' },
    });
    await book.say('2014-02-01', {
      ...{ type: 'forecast-milestone', project: 'care', milestone: 'pilot' },
      forecast: { on: '2014-03-03', precision: 'day' },
    });
    await book.say('2014-03-10', { type: 'reach-milestone', project: 'care', milestone: 'pilot' });
    expect(await needs(book, 'milestone-due', '2014-01-27')).toMatchObject([{ by: '2014-02-03' }]);
    expect(await needs(book, 'milestone-due', '2014-02-05')).toEqual([]);
    expect(await needs(book, 'milestone-due', '2014-03-09')).toMatchObject([
      {
        because: 'forecast for Mon 3 Mar 2014, and not reached',
        next: { command: 'reach-milestone', fields: { project: 'care', milestone: 'pilot' } },
      },
    ]);
    expect(await needs(book, 'milestone-due', '2014-03-10')).toEqual([]);
  });

  it('of what a review owes is listed a week ahead, until it is there, its day is moved or the review is withdrawn', async () => {
    const book = await county();
    const review = 'legal';
    await book.say('2013-09-19', { type: 'propose-review', review, name: 'Legal Services' });
    const brief = { on: '2013-10-31', precision: 'month' };
    await book.say('2013-09-19', { type: 'plan-outcome', review, outcome: 'scoping-brief', due: brief });
    const april = { on: '2014-04-30', precision: 'day' };
    for (const outcome of ['understanding', 'options', 'preferred-option', 'authorisation'])
      await book.say('2013-09-20', { type: 'plan-outcome', review, outcome, due: april });
    await book.say('2013-11-06', { type: 'agree-scoping-brief', review });
    const may = { due: { on: '2014-05-30', precision: 'day' }, reason: 'The adviser came late' };
    await book.say('2014-04-28', { type: 'move-outcome', review, outcome: 'understanding', ...may });
    await book.say('2014-05-06', { type: 'withdraw-review', review, reason: 'The council keeps it' });
    expect(await needs(book, 'outcome-due', '2013-10-23')).toEqual([]);
    expect(await needs(book, 'outcome-due', '2013-10-24')).toMatchObject([{ urgency: 'within-a-week' }]);
    expect(await needs(book, 'outcome-due', '2013-11-05')).toMatchObject([
      {
        ...{ what: 'Agree the scoping brief, or move its day', kind: 'review', id: 'legal' },
        ...{ name: 'Legal Services', because: 'due by October 2013, and not there' },
        ...{ since: '2013-09-19', by: '2013-10-31', urgency: 'overdue' },
        next: { command: 'agree-scoping-brief', fields: { review } },
      },
    ]);
    expect(await needs(book, 'outcome-due', '2013-11-06')).toEqual([]);
    const listed = async (day: string) =>
      (await needs(book, 'outcome-due', day)).map(({ what, because, next }) => [
        what,
        because,
        next?.command,
      ]);
    const due = 'due by Wed 30 Apr 2014, and not there';
    const later = [
      ['Identify the options, with who might provide them, or move its day', due, 'identify-option'],
      ['Choose an option, or move its day', due, 'choose-option'],
      ['Authorise the work to proceed, or move its day', due, 'authorise-to-proceed'],
    ];
    const understood = ['Write down what the service is today, or move its day', due];
    expect(await listed('2014-04-27')).toEqual([[...understood, 'record-service-understanding'], ...later]);
    expect(await listed('2014-05-05')).toEqual(later);
    expect(await listed('2014-05-06')).toEqual([]);
  });
});

describe('A saving', () => {
  it('needs what was delivered validated, and its forecast made in the year that runs', async () => {
    const book = await county();
    await book.say('2014-01-02', { type: 'open-portfolio', portfolio: 'adults', name: 'Adults' });
    const saving = { saving: 'care', basis: 'net' };
    const profile = [
      { year: '2014/15', pence: 100_000_00 },
      { year: '2015/16', pence: 200_000_00 },
    ];
    await book.say('2014-02-01', {
      ...{ type: 'identify-saving', ...saving, name: 'Care', portfolio: 'adults', owner: 'Director' },
      ...{ category: 'cashable', means: 'cost-reduction', recurrence: 'recurring', profile },
    });
    await book.say('2014-09-30', { type: 'forecast-saving', saving: 'care', profile });
    await book.say('2015-04-10', {
      ...{ type: 'record-delivered-saving', saving: 'care', year: '2014/15', pence: 90_000_00 },
    });
    await book.say('2015-06-01', {
      ...{ type: 'validate-saving', saving: 'care', year: '2014/15', pence: 90_000_00, by: 'Finance' },
    });
    expect(await needs(book, 'forecast-out-of-date', '2015-03-31')).toEqual([]);
    expect(await needs(book, 'forecast-out-of-date', '2015-04-01')).toMatchObject([
      { because: 'last forecast Tue 30 Sep 2014, in 2014/15', next: { command: 'forecast-saving' } },
    ]);
    expect(await needs(book, 'forecast-out-of-date', '2016-04-01')).toEqual([]);
    expect(await needs(book, 'saving-to-validate', '2015-05-31')).toMatchObject([
      {
        because: '£90,000 delivered in 2014/15, nothing validated',
        next: { command: 'validate-saving', fields: { saving: 'care', year: '2014/15' } },
      },
    ]);
    expect(await needs(book, 'saving-to-validate', '2015-06-01')).toEqual([]);
  });
});

describe('An office that holds a power', () => {
  it('is listed before the term of its holder ends with nobody to follow, and while it is vacant', async () => {
    const book = await county();
    await book.say('2013-08-01', { type: 'create-office', office: 'leader', title: 'Leader' });
    await book.say('2013-08-01', { type: 'create-office', office: 'clerk', title: 'Clerk' });
    await book.say('2013-08-01', {
      ...{ type: 'confer-power', power: 'contracts', description: 'To let contracts', on: 'leader' },
      ...{ to: 'leader', source: 'Constitution' },
    });
    await book.say('2013-08-01', {
      ...{ type: 'appoint-to-office', office: 'leader', holder: 'person-1' },
      until: { on: '2014-05-31', precision: 'day' },
    });
    await book.say('2014-06-10', { type: 'appoint-to-office', office: 'leader', holder: 'person-2' });
    expect(await needs(book, 'office-vacant', '2014-04-30')).toEqual([]);
    expect(await needs(book, 'office-vacant', '2014-05-01')).toMatchObject([
      { id: 'leader', by: '2014-05-31', left: '30 days left, until Sat 31 May 2014' },
    ]);
    expect(await needs(book, 'office-vacant', '2014-06-02')).toMatchObject([
      {
        because: 'nobody holds it; it holds power “To let contracts”',
        since: '2014-06-01',
        urgency: 'today',
      },
    ]);
    expect(await needs(book, 'office-vacant', '2014-06-10')).toEqual([]);
  });
});

describe('An entry', () => {
  it('that sets a rule aside needs a source, until it is struck', async () => {
    const book = await county();
    const { id } = await book.say('2014-04-17', {
      ...decide('archives', { subjectToCallIn: true }),
      exception: { rule: 'unknown-maker', reason: 'The minutes name nobody' },
    });
    expect(await needs(book, 'exception-to-source', '2014-04-17')).toMatchObject([
      {
        kind: 'decision',
        id: 'archives',
        because:
          'it sets aside that whoever takes a decision is on the record that day: The minutes name nobody',
        next: { command: 'strike-entry', fields: { entries: id } },
      },
    ]);
    await book.strike('decision/archives', id, '2014-05-01', 'The minutes were found');
    expect(await needs(book, 'exception-to-source', '2014-05-01')).toEqual([]);
  });

  it('that would be refused by what is known now is looked at again', async () => {
    const book = await county();
    const { id: opened } = await book.say('2014-01-02', {
      type: 'open-portfolio',
      portfolio: 'adults',
      name: 'Adults',
    });
    const { id } = await book.say('2014-01-03', {
      ...{ type: 'charter-project', project: 'care', name: 'Care', portfolio: 'adults' },
    });
    expect(await needs(book, 'facts-changed', '2014-02-01')).toEqual([]);
    await book.strike('portfolio/adults', opened, '2014-02-01', 'It was opened in March');
    expect(await needs(book, 'facts-changed', '2014-02-01')).toMatchObject([
      {
        kind: 'project',
        id: 'care',
        because:
          'by what is known now of a portfolio that is not on the record it would be refused by the rule “portfolio not open”',
        next: { command: 'strike-entry', fields: { entries: id } },
      },
    ]);
  });
});

describe('A power, and the decision that is taken under it', () => {
  it('need what the power covers, and which of its powers the maker used', async () => {
    const book = await county();
    await book.say('2013-07-18', {
      type: 'establish-body',
      body: 'cabinet',
      name: 'Cabinet',
      bodyKind: 'cabinet',
    });
    const conferred = { power: 'executive', description: 'To decide for the executive', on: 'cabinet' };
    await book.say('2013-07-19', { type: 'confer-power', ...conferred });
    await book.say('2014-05-15', decide('archives'));
    expect(await needs(book, 'coverage-not-said', '2014-05-15')).toMatchObject([
      {
        kind: 'power',
        id: 'executive',
        name: 'To decide for the executive',
        since: '2013-07-19',
        next: { command: 'set-power-coverage', fields: { power: 'executive' } },
      },
    ]);
    expect(await needs(book, 'power-not-named', '2014-05-14')).toEqual([]);
    expect(await needs(book, 'power-not-named', '2014-05-15')).toMatchObject([
      {
        id: 'archives',
        because: 'Cabinet holds powers on that day; none was named',
        next: { command: 'complete-decision-record', fields: { decision: 'archives' } },
      },
    ]);
    const covers = ['executive-functions'];
    await book.say('2014-01-01', { type: 'set-power-coverage', power: 'executive', covers });
    await book.say('2014-05-15', {
      type: 'complete-decision-record',
      decision: 'archives',
      power: 'executive',
    });
    expect(await needs(book, 'coverage-not-said', '2013-12-31')).toHaveLength(1);
    expect(await needs(book, 'coverage-not-said', '2014-01-01')).toEqual([]);
    expect(await needs(book, 'power-not-named', '2014-05-15')).toEqual([]);
  });
});

describe('What needs doing', () => {
  it('names the thing of an entry that is about one of many, and who endorsed, and no id', async () => {
    const book = await county();
    const unit = { type: 'register-unit', unit: 'u-1', name: 'Archives', code: 'AR' };
    await book.say('2014-01-01', { ...unit, group: 'place' });
    const exception = { rule: 'code-taken', reason: 'The list has it twice' };
    await book.say('2014-01-02', { ...unit, unit: 'u-2', name: 'Records', exception });
    expect(await needs(book, 'exception-to-source', '2014-01-02')).toMatchObject([
      { kind: 'unit', id: 'u-2', name: 'Records' },
    ]);
    await book.say('2014-01-01', {
      ...{ type: 'establish-body', body: 'b-1', name: 'Advisory Board', bodyKind: 'advisory-group' },
    });
    await book.say('2014-01-01', { type: 'propose-review', review: 'legal', name: 'Legal' });
    await book.say('2014-01-02', { type: 'agree-scoping-brief', review: 'legal' });
    await book.say('2014-01-03', {
      ...{ type: 'identify-option', review: 'legal', option: 'o-1', title: 'A company' },
      ...{ scope: 'whole', model: 'TRD' },
    });
    await book.say('2014-01-06', { type: 'endorse-option', review: 'legal', option: 'o-1', by: 'b-1' });
    expect(await needs(book, 'endorsed-not-chosen', '2014-01-06')).toMatchObject([
      { because: 'Advisory Board endorsed A company Mon 6 Jan 2014, and no option is chosen' },
    ]);
  });

  it('says of a decision that was struck since that it is not on the record', async () => {
    const book = await county();
    await book.say('2014-01-01', { type: 'propose-review', review: 'legal', name: 'Legal' });
    await book.say('2014-01-02', { type: 'agree-scoping-brief', review: 'legal' });
    const { id } = await book.say('2014-01-03', decide('d-1'));
    await book.say('2014-01-04', {
      ...{ type: 'conclude-appraisal', review: 'legal', decision: 'd-1', summary: 'Done' },
      exception: { rule: 'spectrum-not-appraised', reason: 'Not in the source' },
    });
    await book.strike('decision/d-1', id, '2014-01-03', 'It was another council.');
    expect(await needs(book, 'choice-waiting', '2014-02-01')).toMatchObject([
      { because: 'options appraised Sat 4 Jan 2014, by a decision that is not on the record' },
    ]);
  });
});

describe('Something that could not follow by itself', () => {
  it('is listed for a person to record', async () => {
    const book = await county();
    const { id } = await book.say('2014-05-15', decide('archives', { subjectToCallIn: false }));
    const { reader, moment } = await book.as('2014-05-15');
    const because = 'Charter the project with charter-project';
    const found = needsDoing(reader, 'county', moment, [{ cause: id, because }]);
    shown.add('follow-up-waiting');
    const whole = {
      ...{
        sort: 'follow-up-waiting',
        urgency: 'no-date',
        what: 'Record by hand what could not follow by itself',
      },
      ...{ kind: 'decision', id: 'archives', name: 'Decision on archives', because },
      rule: 'What follows from an entry by itself is recorded, or by a person where that fails.',
      source: 'The follow-ups of this book, which are known of now only',
      ...{ since: null, by: null, left: null, next: null },
    };
    expect(found).toEqual([whole]);
    const before = { ...moment, asAt: civilDate('2014-05-14') };
    expect(needsDoing(reader, 'county', before, [{ cause: id, because }])).toEqual([whole]);
    expect(needsDoing(reader, 'county', moment, [{ cause: 'nothing', because }])).toEqual([]);
  });
});

it('Every sort there is has a test above', () => {
  expect([...shown].sort()).toEqual(Object.keys(needSorts).sort());
});
