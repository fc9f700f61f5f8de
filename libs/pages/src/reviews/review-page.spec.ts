import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listViews } from '#read-model';
import { SmallBook, type ReadPage } from '#testing';
import { askingOf, nameOf, thingAsRead, where } from '../contract/as-read.js';
import { nameOfAll, namesAt } from '../names.js';
import type { ThingFacts } from '../things/thing-pages.js';
import { reviewPages } from './reviews-page.js';

const book = new SmallBook();
afterAll(() => book.close());

const review = 'legal';
const optionOf = (option: string, title: string) => ({ ...{ review, option, title }, scope: 'whole' });

/** Legal Services: a partner is chosen and authorised, the search is put on hold, and a company is chosen in its place. */
beforeAll(async () => {
  const day = '2013-07-18';
  await book.say(day, { type: 'start-programme', name: 'Transformation' });
  await book.say(day, { type: 'set-council-setting', setting: 'call-in-clear-days', value: 5 });
  await book.say(day, { type: 'set-council-setting', setting: 'call-in-basis', value: 'working' });
  await book.say(day, { type: 'establish-body', body: 'cabinet', name: 'Cabinet', bodyKind: 'cabinet' });
  const covers = ['executive-functions'];
  const power = { power: 'executive', description: 'To decide for the executive', covers, on: 'cabinet' };
  await book.say(day, { type: 'confer-power', ...power });
  await book.say('2013-09-19', { type: 'propose-review', review, name: 'Legal Services' });
  const october = { on: '2013-10-31', precision: 'month' };
  await book.say('2013-09-19', { type: 'plan-outcome', review, outcome: 'scoping-brief', due: october });
  const authorised = { review, outcome: 'authorisation' };
  const april = { on: '2014-04-30', precision: 'day' };
  await book.say('2013-09-19', { type: 'plan-outcome', ...authorised, due: april });
  await book.say('2013-10-21', { type: 'agree-scoping-brief', review, summary: 'Ten pages' });
  const as = { model: 'INH', asIs: true };
  await book.say('2014-01-31', { type: 'identify-option', ...optionOf('as-is', 'As it is'), ...as });
  await book.say('2014-02-03', {
    ...{ type: 'identify-option', model: 'JV' },
    ...optionOf('partner', 'A partner'),
  });
  await book.say('2014-02-04', {
    ...{ type: 'identify-option', model: 'LATC' },
    ...optionOf('company', 'A company'),
  });
  for (const option of ['as-is', 'partner', 'company']) {
    await book.say('2014-03-31', { type: 'appraise-option', review, option, score: 3 });
  }
  await book.say('2014-04-01', {
    ...{ type: 'appraise-option', review, option: 'partner', summary: 'Grows' },
    ...{ cost: 20_00, saving: 30_00, risk: 'medium', score: 5 },
  });
  await book.say('2014-04-02', { type: 'appraise-option', review, option: 'partner', score: 4 });
  await book.say('2014-04-30', { type: 'conclude-appraisal', review });
  const june = { due: { on: '2014-06-30', precision: 'day' }, reason: 'The partner is not chosen yet' };
  await book.say('2014-05-01', { type: 'move-outcome', ...authorised, ...june });
  const reasonsAgainst = (...options: string[]) =>
    options.map((option) => ({ option, reason: `Against ${option}` }));
  await book.say('2014-05-15', {
    ...{ type: 'choose-option', review, option: 'partner' },
    reasons: reasonsAgainst('as-is', 'company'),
  });
  const decided = { type: 'record-decision', maker: 'Cabinet', power: 'executive' };
  await book.say('2014-06-30', { ...decided, decision: 'proceed', title: 'Legal: go on' });
  await book.say('2014-07-01', { type: 'publish-decision', decision: 'proceed' });
  await book.say('2014-07-09', { type: 'authorise-to-proceed', review, decision: 'proceed' });
  await book.say('2015-10-01', { type: 'defer-review', review, reason: 'No bidder is left' });
  await book.say('2016-03-21', { ...decided, decision: 'company', title: 'Legal: a company' });
  await book.say('2016-03-21', { type: 'resume-review', review, decision: 'company' });
  await book.say('2016-03-22', {
    ...{ type: 'choose-option', review, option: 'company', decision: 'company' },
    ...{ reasons: reasonsAgainst('partner'), provenance: 'illustrative' },
  });
  await book.say('2016-03-29', {
    ...{ type: 'start-implementation', review },
    exception: { rule: 'stage-out-of-order', reason: 'No case is in the minutes' },
  });
});

async function on(day: string, of = book): Promise<ReadPage> {
  const { reader, moment } = await of.as(day);
  const list = listViews.find(({ name }) => name === 'reviews');
  const body = { ...list?.one(reader, 'county', moment, review).part };
  // It asks no view: what a view of every review reads would be counted as its own.
  const view = () => Promise.reject(new Error('The page of a review asks no view'));
  const asking = { ...askingOf(), reader, moment, view };
  const named = of === book ? nameOf : nameOfAll(namesAt(reader, where, moment));
  const facts = { where, asAt: day, part: body, body, entries: [], nameOf: named, asking };
  return thingAsRead(await reviewPages.one(facts as unknown as ThingFacts<'review'>));
}

const order = 'that the stages of a review come in their order, each standing on the one before';

/** Rows under the headings of a table, each cell in its place. */
const under = (heads: string, ...rows: readonly (readonly string[])[]) =>
  rows.map((row) => Object.fromEntries(heads.split(', ').map((head, n) => [head, row[n]])));

describe('The page of a review', () => {
  it('shows every stage with the days on which it was entered and left, the days between, and its decision', async () => {
    const { tables } = await on('2016-03-31');
    expect(tables['Stages']).toEqual(
      under(
        'Stage, Entered, Left, Days, Decision, What was said',
        // To the end of September 11, then 21 of October.
        ['Proposed', '19 September 2013', '21 October 2013', '32', '', ''],
        // 10 of October, 30, 31, 31, 28 and 31 of the months to March, 30 of April.
        ['Brief agreed', '21 October 2013', '30 April 2014', '191', '', 'Ten pages'],
        ['Options appraised', '30 April 2014', '15 May 2014', '15', '', ''],
        // 16 of May, 30 of June, 9 of July.
        ['Option chosen', '15 May 2014', '9 July 2014', '55', '', 'A partner'],
        // 365 to July 2015, 244 to 9 March 2016 with its leap day, 13 more.
        ['Authorised to proceed', '9 July 2014', '22 March 2016', '622', 'The decision proceed', ''],
        [
          ...['Option chosen', '22 March 2016 (illustrative)', '29 March 2016', '7'],
          ...['The decision company', 'A company'],
        ],
        ['Implementing', '29 March 2016', '', '2 days so far', '', ''],
      ),
    );
  });

  it('shows what it owes, by when that was due, and since when and under which decision it is there', async () => {
    const { tables } = await on('2016-03-31');
    const none = ['Not there, and no day is set', '', '', ''];
    expect(tables['What it owes']).toEqual(
      under(
        'What, Standing, Due by, There since, Decision',
        ['Scoping brief', 'There, in time', 'October 2013', '21 October 2013', ''],
        ['Understanding of the service', ...none],
        ['Options, with who might provide them', ...none],
        ['Preferred option', 'There', '', '22 March 2016 (illustrative)', 'The decision company'],
        // 365 to June 2015; then 31, 31, 30, 31, 30, 31, 31, 29 and 31.
        [
          ...['Authorisation to proceed to a full business case', 'Overdue by 640 days'],
          ...['30 June 2014', '', ''],
        ],
      ),
    );
    expect(tables['The days it was due by']).toEqual(
      under(
        'What, Due by, Said, Decision, Why',
        ['Authorisation to proceed to a full business case', '30 April 2014', '19 September 2013', '', ''],
        [
          ...['Authorisation to proceed to a full business case', '30 June 2014', '1 May 2014', ''],
          'The partner is not chosen yet',
        ],
      ),
    );
    expect((await on('2014-04-30')).tables['The days it was due by']).toBeUndefined();
  });

  it('shows every hold and taking up again, with the days it lasted and why', async () => {
    const { tables } = await on('2016-03-31');
    expect(tables['On hold, withdrawn and taken up again']).toEqual(
      under(
        'What, From, Until, Days, Decision, Why',
        // 31, 30, 31, 31 and 29 of the months to February, 20 of March.
        ['Deferred', '1 October 2015', '21 March 2016', '172', '', 'No bidder is left'],
        ['Resumed', '21 March 2016', '', '10 days so far', 'The decision company', ''],
      ),
    );
  });

  it('shows the stages of the day that is asked about, and no hold before there is one', async () => {
    const { tables } = await on('2014-05-01');
    expect(tables['Stages']?.at(-1)).toEqual({
      ...{ Stage: 'Options appraised', Entered: '30 April 2014', Left: '' },
      ...{ Days: '1 day so far', Decision: '', 'What was said': '' },
    });
    expect(Object.keys(tables)).not.toContain('On hold, withdrawn and taken up again');
  });

  it('keeps what was found of its options and why they were rejected before it was said anew', async () => {
    const heads = 'Option, What, On, Decision, What was said, Cost, Saving, Risk, Score';
    const before = 'What was said of its options before';
    expect((await on('2016-03-31')).tables[before]).toEqual(
      under(
        heads,
        ['A partner', 'Appraised', '31 March 2014', '', '', '', '', '', '3'],
        ['A partner', 'Appraised', '1 April 2014', '', 'Grows', '£20', '£30', 'Medium', '5'],
        // Chosen on 22 March 2016: until then it was rejected.
        ['A company', 'Rejected', '15 May 2014', '', 'Against company', '', '', '', ''],
      ),
    );
    expect((await on('2014-03-31')).tables).not.toHaveProperty([before]);
  });

  it('shows each option with its standing, why it was rejected, and what was found of it', async () => {
    const heads = 'Option, Standing, Why, Appraisal, Cost, Saving, Risk, Score, Endorsed by';
    expect((await on('2016-03-31')).tables['Options']).toEqual(
      under(
        heads,
        ['As it is [as it is]', 'Rejected', 'Against as-is', '', '', '', '', '3', ''],
        ['A partner', 'Rejected', 'Against partner (illustrative)', '', '', '', '', '4', ''],
        ['A company', 'Preferred [chosen]', '', '', '', '', '', '3', ''],
      ),
    );
    const { tables, figures } = await on('2014-04-01');
    expect(tables['Options']?.[1]).toEqual(
      under(heads, ['A partner', 'Open', '', 'Grows', '£20', '£30', 'Medium', '5', ''])[0],
    );
    expect(figures['Options']).toEqual(['Cost', 'Saving', 'Score']);
    const early = await on('2014-02-05');
    expect(early.tables['Options']).toEqual(
      under(
        heads,
        ...['As it is [as it is]', 'A partner', 'A company'].map((option) => [
          ...[option, 'Open', '', '', '', '', '', '', ''],
        ]),
      ),
    );
    expect(Object.keys(early.tables)).toEqual([
      'What each step stands on',
      'What it owes',
      'Stages',
      'Options',
    ]);
    expect(early.links['Decisions behind it']).toBe('/programmes/county/decisions?ledTo=review%2Flegal');
    expect(figures['Stages']).toEqual(['Days']);
  });

  it('says of each step for which option it was, by whom it was decided and where that stands', async () => {
    const { tables } = await on('2016-03-31');
    const unnamed = ['*No decision is named*', '', '', '', ''];
    const power = 'Held: executive functions';
    const company = [
      ...['Legal: a company', 'Cabinet', power],
      ...['Not in force on 31 March 2016: taken Mon 21 Mar 2016, not published yet', ''],
    ];
    const three = '3 options, 3 appraised';
    const partner = `${three}; preferred: A partner`;
    expect(tables['What each step stands on']).toEqual(
      under(
        'Step, Holds from, For the option, Decision, By, Under the power, Where the decision stands, Rule set aside, What was on the record that day',
        // The book was written from the 20 December 2013 on, so nothing was known of it before.
        [
          ...['Review proposed', '19 September 2013', '', ...unnamed],
          '19 September 2013: nothing of this review',
        ],
        [
          'Scoping brief agreed',
          '21 October 2013',
          '',
          ...unnamed,
          '21 October 2013: nothing of this review',
        ],
        [
          ...['Appraisal concluded', '30 April 2014', '', ...unnamed],
          `30 April 2014: options appraised; ${three}`,
        ],
        [
          ...['Preferred option chosen', '15 May 2014', 'A partner', ...unnamed],
          `15 May 2014: option chosen; ${partner}`,
        ],
        [
          ...['Authorised to proceed to a full business case', '9 July 2014', 'A partner'],
          // Published on Tuesday 1 July: 2, 3, 4, 7 and 8 July are clear.
          ...['Legal: go on', 'Cabinet', power, 'In force from 9 July 2014', ''],
          `30 June 2014: option chosen; ${partner}`,
        ],
        [
          ...['Put on hold', '1 October 2015', 'A partner', ...unnamed],
          `1 October 2015: authorised to proceed; ${partner}`,
        ],
        [
          ...['Taken up again', '21 March 2016', 'A partner', ...company],
          `21 March 2016: authorised to proceed; ${partner}`,
        ],
        [
          ...['Preferred option chosen', '22 March 2016 (illustrative)', 'A company', ...company],
          `21 March 2016: authorised to proceed; ${partner}`,
        ],
        [
          ...['Implementation started', '29 March 2016', 'A company', ...unnamed.slice(0, -1)],
          `Sets aside ${order}: No case is in the minutes`,
          `29 March 2016: implementing; ${three}; preferred: A company`,
        ],
      ),
    );
  });

  it('opens with what is authorised and for what, and says what stands on nothing', async () => {
    expect((await on('2014-07-31')).paragraphs[0]).toBe(
      'Work on a full business case for the option “A partner” was authorised by Cabinet on 30 June 2014, under the decision “Legal: go on”, which is in force from 9 July 2014. No full business case is authorised on 31 July 2014.',
    );
    expect((await on('2016-03-31')).paragraphs[0]).toBe(
      [
        'Nothing is authorised for the preferred option, A company, which was chosen on 22 March 2016 under the decision “Legal: a company”, which is not in force on 31 March 2016: taken Mon 21 Mar 2016, not published yet.',
        'Work on a full business case for the option “A partner” was authorised by Cabinet on 30 June 2014, under the decision “Legal: go on”, which is in force from 9 July 2014.',
        'Implementation is recorded as started on 29 March 2016, and names no decision.',
        `It sets aside ${order}: No case is in the minutes.`,
      ].join(' '),
    );
  });
});

describe('The page of a review whose decision was struck', () => {
  it('says that it is not on the record, and by no id what it was', async () => {
    const struck = await SmallBook.begun();
    await struck.say('2014-01-01', { type: 'propose-review', review, name: 'Legal Services' });
    const decided = { type: 'record-decision', decision: 'brief-1', title: 'The brief', maker: 'Cabinet' };
    const { id } = await struck.say('2014-01-02', decided);
    const brief = { type: 'agree-scoping-brief', review, summary: 'Ten pages' };
    await struck.say('2014-01-03', { ...brief, decision: 'brief-1' });
    const before = await on('2014-02-01', struck);
    const stage = (page: ReadPage) => page.tables['Stages']?.map((row) => row['Decision']);
    const step = (page: ReadPage) => page.tables['What each step stands on']?.map((row) => row['Decision']);
    expect(step(before)).toEqual(['*No decision is named*', 'The brief']);
    await struck.strike('decision/brief-1', id, '2014-01-02', 'It was another council.');
    const after = await on('2014-02-01', struck);
    expect(step(after)).toEqual(['*No decision is named*', '*A decision that is not on the record*']);
    expect(stage(after)).toEqual(['', 'A decision that is not on the record']);
    expect(JSON.stringify([after.facts, after.tables, after.paragraphs])).not.toContain('brief-1');
    struck.close();
  });
});
