import { afterAll, describe, expect, it } from '@jest/globals';
import { SmallBook } from '#testing';
import { needsDoing, needSorts } from './index.js';

const books: SmallBook[] = [];
afterAll(() => {
  for (const book of books) book.close();
});

async function county(): Promise<SmallBook> {
  const book = await SmallBook.begun({
    'notice-clear-days': 28,
    'notice-basis': 'calendar',
    'call-in-clear-days': 5,
    'call-in-basis': 'working',
    'urgency-report-months': 3,
  });
  books.push(book);
  return book;
}

const day = '2014-06-02';

/** Everything that needs doing on the day, whole and in order, each item in five lines, with the rule of its sort as the spec of the sorts has it. */
async function listOf(book: SmallBook) {
  const { reader, moment } = await book.as(day);
  return needsDoing(reader, 'county', moment).map((item) => {
    const { rule, source, sort, urgency, what, kind, id, name, because, since, by, left, next, ...more } =
      item;
    expect([rule, source, more]).toEqual([needSorts[sort].rule, needSorts[sort].source, {}]);
    return [
      `${urgency}: ${sort}, ${kind} ${id}: ${name}`,
      what,
      because,
      `since ${since}, by ${by}: ${left}`,
      next ? `${next.command} ${JSON.stringify(next.fields)}` : 'no command',
    ];
  });
}

const complete = {
  ...{ text: 'It is agreed.', reasons: 'It costs less' },
  ...{ alternatives: 'none considered', conflicts: 'none declared' },
};
const decide = (decision: string, said: object = {}) => ({
  ...{ type: 'record-decision', decision, title: `Decision on ${decision}`, maker: 'Cabinet', key: false },
  ...{ ...complete, ...said },
});

describe('What needs doing about decisions on Monday 2 June 2014', () => {
  it('is listed whole: the most urgent first, then the earliest day, then sort by sort', async () => {
    const book = await county();
    const called = { subjectToCallIn: true };
    await book.say('2014-05-28', decide('archives', called));
    await book.say('2014-05-28', decide('books', called));
    await book.say('2014-05-29', { type: 'publish-decision', decision: 'books' });
    await book.say('2014-05-27', decide('care', called));
    await book.say('2014-05-28', { type: 'publish-decision', decision: 'care' });
    await book.say('2014-05-30', {
      ...{ type: 'call-in-decision', decision: 'care', by: ['A member'], grounds: 'The cost' },
    });
    await book.say('2014-05-26', decide('depots'));
    await book.say('2014-05-25', decide('estates', { subjectToCallIn: false, reasons: undefined }));
    await book.say('2014-05-20', {
      ...{ type: 'give-key-decision-notice', decision: 'farms', title: 'Farms', matter: 'Their sale' },
      decisionDue: { on: '2014-06-10', precision: 'day' },
    });
    await book.say('2014-04-01', {
      ...{ type: 'give-key-decision-notice', decision: 'grounds', title: 'Grounds', matter: 'Their care' },
      decisionDue: { on: '2014-05-30', precision: 'day' },
    });
    await book.say('2014-06-01', {
      ...{ type: 'give-general-exception-notice', decision: 'highways', chairNotified: 'Chair of Scrutiny' },
      reason: 'It cannot wait',
    });
    await book.say('2014-05-30', {
      ...{ type: 'agree-special-urgency', decision: 'boiler', agreedBy: 'scrutiny-chair' },
      ...{ office: 'Chair of Scrutiny', reason: 'The boiler fails' },
    });
    expect(await listOf(book)).toEqual([
      [
        'overdue: decision-to-take, decision grounds: Grounds',
        'Record the decision, or withdraw its notice',
        'the notice says that it is due Fri 30 May 2014, and it is not on the record',
        'since 2014-04-01, by 2014-05-30: 3 days ago, Fri 30 May 2014',
        'record-decision {"decision":"grounds"}',
      ],
      [
        'within-a-week: call-in-window, decision books: Decision on books',
        'Record a call-in, if there is one',
        'published Thu 29 May 2014, five clear working days end Thu 5 Jun 2014, in force from Fri 6 Jun 2014',
        'since 2014-05-29, by 2014-06-05: 3 clear working days left, ends Thu 5 Jun 2014',
        'call-in-decision {"decision":"books"}',
      ],
      [
        'later: notice-running, decision farms: Farms',
        'Wait until the notice has run',
        'notice published Tue 20 May 2014, 28 clear days end Tue 17 Jun 2014, earliest Wed 18 Jun 2014',
        'since 2014-05-20, by 2014-06-17: 15 clear days left, ends Tue 17 Jun 2014',
        'no command',
      ],
      [
        'later: announced-too-early, decision farms: Farms',
        'Announce it for Wed 18 Jun 2014 or later, or give notice of what lets it be earlier',
        'the notice says Tue 10 Jun 2014, before its clear days allow it: notice published Tue 20 May 2014, 28 clear days end Tue 17 Jun 2014, earliest Wed 18 Jun 2014',
        'since 2014-05-20, by 2014-06-17: 15 days left, until Tue 17 Jun 2014',
        'reissue-key-decision-notice {"decision":"farms"}',
      ],
      [
        'later: urgency-to-report, decision boiler: A decision without a title',
        'Issue the report of urgent decisions to the council',
        'special urgency agreed Fri 30 May 2014 by the Chair of Scrutiny, reported every 3 months',
        'since 2014-05-30, by 2014-08-30: 89 days left, until Sat 30 Aug 2014',
        'issue-report {"view":"registers","thing":"urgent-decisions"}',
      ],
      [
        'no-date: record-incomplete, decision estates: Decision on estates',
        'Complete the record of the decision',
        'Which record is owed is not known: no authority is recorded; missing: the reasons',
        'since 2014-05-25, by null: null',
        'complete-decision-record {"decision":"estates"}',
      ],
      [
        'no-date: notice-incomplete, decision grounds: Grounds',
        'Complete the notice of the decision',
        'missing: the maker; the list of documents, or that there are none; the address for copies; that other documents may be submitted; how to ask for their details',
        'since 2014-04-01, by null: null',
        'reissue-key-decision-notice {"decision":"grounds"}',
      ],
      [
        'no-date: notice-incomplete, decision farms: Farms',
        'Complete the notice of the decision',
        'missing: the maker; the list of documents, or that there are none; the address for copies; that other documents may be submitted; how to ask for their details',
        'since 2014-05-20, by null: null',
        'reissue-key-decision-notice {"decision":"farms"}',
      ],
      [
        'no-date: decision-to-take, decision boiler: A decision without a title',
        'Record the decision, or withdraw its notice',
        'on its way since Fri 30 May 2014, and not on the record',
        'since 2014-05-30, by null: null',
        'record-decision {"decision":"boiler"}',
      ],
      [
        'no-date: not-published, decision archives: Decision on archives',
        'Publish the decision',
        'taken Wed 28 May 2014, not published yet',
        'since 2014-05-28, by null: null',
        'publish-decision {"decision":"archives"}',
      ],
      [
        'no-date: setting-not-set, decision highways: A decision without a title',
        'Set the council’s period of general exception for that day',
        'notice of general exception published Sun 1 Jun 2014, not known: no period of general exception is on the record',
        'since 2014-06-01, by null: null',
        'set-council-setting {"setting":"general-exception-clear-days"}',
      ],
      [
        'no-date: call-in-not-known, decision depots: Decision on depots',
        'Say whether the decision can be called in',
        'taken Mon 26 May 2014, not known: nothing on the record says whether it can be called in',
        'since 2014-05-26, by null: null',
        'complete-decision-record {"decision":"depots"}',
      ],
      [
        'no-date: called-in, decision care: Decision on care',
        'Record what scrutiny came to',
        'called in Fri 30 May 2014, no outcome by Mon 2 Jun 2014',
        'since 2014-05-30, by null: null',
        'record-call-in-outcome {"decision":"care"}',
      ],
    ]);
  });
});

describe('What needs doing about reviews, plans and savings', () => {
  it('is one item for each, with what it waits for and the command that leads on', async () => {
    const book = await county();
    const say = (day: string, review: string, type: string, said: object = {}) =>
      book.say(day, { type, review, ...said });
    const appraised = async (review: string) => {
      await say('2014-01-02', review, 'propose-review', { name: `Review of ${review}` });
      await say('2014-01-03', review, 'agree-scoping-brief', { summary: 'The whole service' });
      for (const option of ['as-is', 'partner']) {
        const identified = { option, title: `The ${option}`, scope: 'whole', model: 'in-house' };
        await say('2014-01-04', review, 'identify-option', { ...identified, asIs: option === 'as-is' });
        await say('2014-01-05', review, 'appraise-option', { option, summary: 'Sound' });
      }
    };
    await book.say('2014-01-31', decide('gate', { subjectToCallIn: false }));
    const steps = [
      ['conclude-appraisal', { summary: 'Done' }],
      ['choose-option', { option: 'partner', reasons: [{ option: 'as-is', reason: 'It costs more' }] }],
      ['authorise-to-proceed', { decision: 'gate' }],
      ['submit-full-business-case', { summary: 'The case' }],
      ['authorise-full-business-case', { decision: 'gate' }],
    ] as const;
    for (const [count, review] of ['a', 'b', 'c', 'd', 'e'].entries()) {
      await appraised(review);
      for (const [at, [type, said]] of steps.slice(0, count + 1).entries())
        await say(`2014-02-0${at + 1}`, review, type, said);
    }
    await appraised('f');
    await say('2014-02-10', 'f', 'endorse-option', { option: 'as-is', by: 'Forum' });
    await say('2014-02-12', 'f', 'endorse-option', { option: 'as-is', by: 'Forum' });
    await say('2014-02-11', 'f', 'endorse-option', { option: 'partner', by: 'Advisory Group' });
    await appraised('g');
    await say('2014-02-01', 'g', 'conclude-appraisal', { summary: 'Done' });
    await say('2014-03-01', 'g', 'refer-review-back', { reason: 'The market has changed' });
    await appraised('h');
    await say('2014-03-02', 'h', 'defer-review', {
      ...{ reason: 'The election', until: { on: '2014-06-01', precision: 'day' } },
    });
    // Deferred until no day that is known, it waits for nothing that could be listed.
    await appraised('i');
    await say('2014-03-02', 'i', 'defer-review', { reason: 'The election' });
    // A phase that was closed before its planned end is done.
    await book.say('2014-01-02', {
      ...{ type: 'plan-phase', phase: 'three', name: 'Phase 3' },
      plannedEnd: { on: '2014-06-05', precision: 'day' },
    });
    await book.say('2014-01-06', { type: 'open-phase', phase: 'three' });
    await book.say('2014-05-06', { type: 'close-phase', phase: 'three' });
    await book.say('2014-01-02', {
      ...{ type: 'plan-phase', phase: 'one', name: 'Phase 1' },
      plannedEnd: { on: '2014-06-09', precision: 'day' },
    });
    await book.say('2014-01-06', { type: 'open-phase', phase: 'one' });
    await book.say('2014-01-02', {
      ...{ type: 'plan-phase', phase: 'two', name: 'Phase 2' },
      plannedStart: { on: '2014-05-01', precision: 'month' },
    });
    await book.say('2014-01-02', { type: 'open-portfolio', portfolio: 'adults', name: 'Adults' });
    await book.say('2014-01-03', {
      ...{ type: 'charter-project', project: 'homes', name: 'Homes', portfolio: 'adults' },
    });
    await book.say('2014-01-04', {
      ...{ type: 'plan-milestone', project: 'homes', milestone: 'pilot', title: 'Pilot' },
      planned: { on: '2014-06-02', precision: 'day' },
    });
    const profile = [
      { year: '2013/14', pence: 100_000_00 },
      { year: '2014/15', pence: 200_000_00 },
    ];
    await book.say('2014-01-05', {
      ...{ type: 'identify-saving', saving: 'beds', name: 'Beds', portfolio: 'adults', owner: 'Director' },
      ...{ basis: 'net', category: 'cashable', means: 'cost-reduction', recurrence: 'recurring', profile },
    });
    await book.say('2014-03-31', { type: 'forecast-saving', saving: 'beds', profile });
    await book.say('2014-04-10', {
      ...{ type: 'record-delivered-saving', saving: 'beds', year: '2013/14', pence: 90_000_00 },
    });
    await book.say('2014-05-10', {
      ...{ type: 'validate-saving', saving: 'beds', year: '2013/14', pence: 60_000_00, by: 'Finance' },
    });
    expect(await listOf(book)).toEqual([
      [
        'overdue: phase-to-open, phase two: Phase 2',
        'Open the phase, or plan it anew',
        'planned to start in May 2014, and not opened',
        'since 2014-01-02, by 2014-05-31: 2 days ago, Sat 31 May 2014',
        'open-phase {"phase":"two"}',
      ],
      [
        'overdue: deferral-over, review h: Review of h',
        'Take the review up again, or defer it anew',
        'deferred until Sun 1 Jun 2014',
        'since 2014-03-02, by 2014-06-01: 1 day ago, Sun 1 Jun 2014',
        'resume-review {"review":"h"}',
      ],
      [
        'today: milestone-due, project homes: Homes',
        'Say that the milestone was reached, or forecast it anew: Pilot',
        'planned for Mon 2 Jun 2014, and not reached',
        'since 2014-01-04, by 2014-06-02: today, Mon 2 Jun 2014',
        'reach-milestone {"project":"homes","milestone":"pilot"}',
      ],
      [
        'within-a-week: phase-to-close, phase one: Phase 1',
        'Close the phase, or plan it anew',
        'planned to end Mon 9 Jun 2014, and open',
        'since 2014-01-06, by 2014-06-09: 7 days left, until Mon 9 Jun 2014',
        'close-phase {"phase":"one"}',
      ],
      [
        'no-date: referred-back, review g: Review of g',
        'Appraise and choose again',
        'referred back Sat 1 Mar 2014: The market has changed',
        'since 2014-03-01, by null: null',
        'conclude-appraisal {"review":"g"}',
      ],
      [
        'no-date: endorsed-not-chosen, review f: Review of f',
        'Choose an option',
        'Forum endorsed The as-is Wed 12 Feb 2014, and no option is chosen',
        'since 2014-02-12, by null: null',
        'choose-option {"review":"f"}',
      ],
      [
        'no-date: choice-waiting, review a: Review of a',
        'Choose an option',
        'options appraised Sat 1 Feb 2014, and its record names no decision',
        'since 2014-02-01, by null: null',
        'choose-option {"review":"a"}',
      ],
      [
        'no-date: proceed-waiting, review b: Review of b',
        'Authorise the work to proceed',
        'option chosen Sun 2 Feb 2014, and its record names no decision',
        'since 2014-02-02, by null: null',
        'authorise-to-proceed {"review":"b"}',
      ],
      [
        'no-date: case-waiting, review c: Review of c',
        'Submit the full business case',
        'authorised to proceed Mon 3 Feb 2014, by decision “Decision on gate”',
        'since 2014-02-03, by null: null',
        'submit-full-business-case {"review":"c"}',
      ],
      [
        'no-date: authorisation-waiting, review d: Review of d',
        'Authorise the full business case, or refer the review back',
        'full business case submitted Tue 4 Feb 2014, and its record names no decision',
        'since 2014-02-04, by null: null',
        'authorise-full-business-case {"review":"d"}',
      ],
      [
        'no-date: start-waiting, review e: Review of e',
        'Start implementation',
        'full business case authorised Wed 5 Feb 2014, by decision “Decision on gate”',
        'since 2014-02-05, by null: null',
        'start-implementation {"review":"e"}',
      ],
      [
        'no-date: saving-to-validate, saving beds: Beds',
        'Have finance validate what was delivered in 2013/14',
        '£90,000 delivered in 2013/14, £60,000 validated',
        'since 2014-04-10, by null: null',
        'validate-saving {"saving":"beds","year":"2013/14"}',
      ],
      [
        'no-date: forecast-out-of-date, saving beds: Beds',
        'Forecast the saving in 2014/15',
        'last forecast Mon 31 Mar 2014, in 2013/14',
        'since 2014-03-31, by null: null',
        'forecast-saving {"saving":"beds"}',
      ],
    ]);
  });
});

describe('What needs doing about offices, powers and entries', () => {
  it('is one item for each, with what is so on the record', async () => {
    const book = await county();
    await book.say('2013-07-18', {
      ...{ type: 'establish-body', body: 'cabinet', name: 'Cabinet', bodyKind: 'cabinet', callIn: false },
    });
    await book.say('2013-07-19', { type: 'create-office', office: 'leader', title: 'Leader' });
    await book.say('2013-07-20', { type: 'create-office', office: 'clerk', title: 'Clerk' });
    const confer = (power: string, on: string, more: object = {}) => ({
      ...{ type: 'confer-power', power, description: `Power of ${power}`, on, ...more },
    });
    const covers = ['executive-functions'];
    await book.say('2013-07-21', confer('executive', 'cabinet'));
    await book.say('2013-07-22', confer('contracts', 'leader', { covers }));
    await book.say('2013-07-23', confer('seals', 'clerk', { covers }));
    await book.say('2013-07-24', confer('deeds', 'clerk', { covers }));
    await book.say('2013-08-01', {
      ...{ type: 'appoint-to-office', office: 'leader', holder: 'person-1' },
      until: { on: '2014-06-20', precision: 'day' },
    });
    await book.say('2014-05-15', decide('archives'));
    const { id: excepted } = await book.say('2014-05-16', {
      ...decide('books', { maker: 'A panel' }),
      exception: { rule: 'unknown-maker', reason: 'The minutes name nobody' },
    });
    const { id: opened } = await book.say('2014-01-02', {
      ...{ type: 'open-portfolio', portfolio: 'adults', name: 'Adults' },
    });
    const { id: chartered } = await book.say('2014-01-03', {
      ...{ type: 'charter-project', project: 'homes', name: 'Homes', portfolio: 'adults' },
    });
    await book.strike('portfolio/adults', opened, '2014-02-01', 'It was opened in March');
    expect(await listOf(book)).toEqual([
      [
        'today: office-vacant, office clerk: Clerk',
        'Record who is appointed to the office',
        'nobody holds it; it holds power “Power of deeds”, power “Power of seals”',
        'since 2013-07-20, by 2014-06-02: today, Mon 2 Jun 2014',
        'appoint-to-office {"office":"clerk"}',
      ],
      [
        'later: office-vacant, office leader: Leader',
        'Record who is appointed to the office',
        'the term of its holder ends Fri 20 Jun 2014 and nobody follows; it holds power “Power of contracts”',
        'since 2013-08-01, by 2014-06-20: 18 days left, until Fri 20 Jun 2014',
        'appoint-to-office {"office":"leader"}',
      ],
      [
        'no-date: call-in-not-known, decision books: Decision on books',
        'Say whether the decision can be called in',
        'taken Fri 16 May 2014, not known: nothing on the record says whether it can be called in',
        'since 2014-05-16, by null: null',
        'complete-decision-record {"decision":"books"}',
      ],
      [
        'no-date: power-not-named, decision archives: Decision on archives',
        'Say under which power the decision was taken',
        'Cabinet holds powers on that day; none was named',
        'since 2014-05-15, by null: null',
        'complete-decision-record {"decision":"archives"}',
      ],
      [
        'no-date: coverage-not-said, power executive: Power of executive',
        'Say which acts the power covers',
        'power “Power of executive” is held, and which acts it covers is not on the record',
        'since 2013-07-21, by null: null',
        'set-power-coverage {"power":"executive"}',
      ],
      [
        'no-date: exception-to-source, decision books: Decision on books',
        'Look for a source of the entry: decision recorded',
        'it sets aside that whoever takes a decision is on the record that day: The minutes name nobody',
        'since 2014-05-16, by null: null',
        `strike-entry {"entries":"${excepted}"}`,
      ],
      [
        'no-date: facts-changed, project homes: Homes',
        'Look again at the entry: project chartered',
        'by what is known now of a portfolio that is not on the record it would be refused by the rule “portfolio not open”',
        'since 2014-01-03, by null: null',
        `strike-entry {"entries":"${chartered}"}`,
      ],
    ]);
  });
});
