import { afterAll, describe, expect, it } from '@jest/globals';
import type { Instant } from '#calendar';
import type { StoredEvent } from '#event-store';
import { SmallBook } from '#testing';
import { decisionsBehind } from '../decisions-behind.js';
import { gatesOpened } from '../gates-opened.js';
import { reviewSteps } from '../review-steps.js';
import type { Row } from '../columns.js';
import { registers } from './index.js';

const books: SmallBook[] = [];
afterAll(() => {
  for (const book of books) book.close();
});

async function county(): Promise<SmallBook> {
  const book = await SmallBook.begun();
  books.push(book);
  return book;
}

async function rowsOf(
  book: SmallBook,
  name: string,
  day: string,
  knownAt?: Instant,
): Promise<readonly Row[]> {
  const { reader, moment } = await book.as(day, knownAt);
  const register = registers.find((one) => one.name === name);
  if (!register) throw new Error(`No register ${name}`);
  return register.rows(reader, 'county', moment);
}

const decide = (decision: string, said: object = {}) => ({
  type: 'record-decision',
  decision,
  title: `Decision on ${decision}`,
  maker: 'Cabinet',
  ...said,
});
const reason = 'It cannot wait';

describe('The register of urgent decisions', () => {
  it('has each urgency once, in the quarter in which it was agreed', async () => {
    const book = await county();
    await book.say('2015-03-31', {
      type: 'give-general-exception-notice',
      decision: 'roof',
      chairNotified: 'Chair of Scrutiny',
      reason,
    });
    await book.say('2015-04-01', {
      type: 'agree-special-urgency',
      decision: 'boiler',
      agreedBy: 'scrutiny-chair',
      office: 'Chair of Scrutiny',
      reason,
    });
    await book.say('2015-04-02', decide('boiler', { key: true }));
    await book.say('2015-06-30', {
      type: 'waive-call-in',
      decision: 'boiler',
      agreedBy: 'Chair of the Council',
      reason: 'The boiler fails',
      provenance: 'illustrative',
    });
    const minuted = { precision: 'day', provenance: 'minuted', illustrative: false };
    const boiler = {
      decision: 'boiler',
      title: 'Decision on boiler',
      maker: 'Cabinet',
      takenOn: '2015-04-02',
      key: true,
    };
    expect(await rowsOf(book, 'urgent-decisions', '2015-12-31')).toEqual([
      {
        ...{ decision: 'roof', title: null, maker: null, takenOn: null, key: null },
        ...{ urgency: 'general-exception', on: '2015-03-31', quarter: '2014/15-Q4' },
        ...{ agreedBy: 'Chair of Scrutiny', reason, ...minuted },
      },
      {
        ...boiler,
        ...{ urgency: 'special-urgency', on: '2015-04-01', quarter: '2015/16-Q1' },
        ...{ agreedBy: 'Chair of Scrutiny', reason, ...minuted },
      },
      {
        ...boiler,
        ...{ urgency: 'call-in-waived', on: '2015-06-30', quarter: '2015/16-Q1' },
        ...{ agreedBy: 'Chair of the Council', reason: 'The boiler fails', ...minuted },
        ...{ provenance: 'illustrative', illustrative: true },
      },
    ]);
    expect((await rowsOf(book, 'urgent-decisions', '2015-04-01')).length).toBe(2);
  });
});

describe('The register of notices without a decision', () => {
  it('has each notice until the day on which the decision is taken', async () => {
    const book = await county();
    await book.say('2019-02-04', {
      type: 'give-key-decision-notice',
      decision: 'archives',
      title: 'Archives',
      matter: 'A trust',
      decisionDue: { on: '2019-03-01', precision: 'month' },
    });
    await book.say('2019-04-21', decide('archives', { key: true }));
    await book.say('2019-02-05', {
      type: 'agree-special-urgency',
      decision: 'boiler',
      agreedBy: 'scrutiny-chair',
      office: 'Chair of Scrutiny',
      reason,
      provenance: 'illustrative',
    });
    await book.say('2019-02-06', {
      type: 'give-general-exception-notice',
      decision: 'roof',
      chairNotified: 'Chair of Scrutiny',
      reason,
    });
    await book.say('2019-02-20', { type: 'withdraw-decision', decision: 'roof', reason });
    const nothing = {
      ...{ title: null, maker: null, noticedOn: null, generalExceptionOn: null, urgencyAgreedOn: null },
      ...{
        decisionDue: null,
        decisionDuePrecision: null,
        duePassed: null,
        withdrawnOn: null,
        announcedTooEarly: false,
        earliestOn: null,
      },
    };
    const minuted = { provenance: 'minuted', illustrative: false };
    const archives = {
      ...nothing,
      ...{ decision: 'archives', title: 'Archives', noticedOn: '2019-02-04', ...minuted },
      ...{ decisionDue: '2019-03-01', decisionDuePrecision: 'month', duePassed: false },
    };
    const others = [
      {
        ...{ ...nothing, decision: 'boiler', urgencyAgreedOn: '2019-02-05' },
        ...{ provenance: 'illustrative', illustrative: true },
      },
      {
        ...nothing,
        decision: 'roof',
        generalExceptionOn: '2019-02-06',
        withdrawnOn: '2019-02-20',
        ...minuted,
      },
    ];
    const at = (day: string) => rowsOf(book, 'notices-without-decision', day);
    expect(await at('2019-03-31')).toEqual([archives, ...others]);
    expect(await at('2019-04-20')).toEqual([{ ...archives, duePassed: true }, ...others]);
    expect(await at('2019-04-21')).toEqual(others);
  });
});

describe('A notice that announces a day before its clear days have run', () => {
  it('is flagged in the register, with the first day that they allow', async () => {
    const book = await county();
    await book.say('2013-07-18', { type: 'set-council-setting', setting: 'notice-clear-days', value: 28 });
    await book.say('2013-07-18', { type: 'set-council-setting', setting: 'notice-basis', value: 'calendar' });
    for (const [decision, on] of [
      ['centre', '2018-02-05'],
      ['depot', '2018-02-07'],
    ] as const) {
      await book.say('2018-01-09', {
        ...{ type: 'give-key-decision-notice', decision, title: decision, matter: 'A company' },
        decisionDue: { on, precision: 'day' },
      });
    }
    const rows = await rowsOf(book, 'notices-without-decision', '2018-01-31');
    expect(rows.map((row) => [row['decision'], row['announcedTooEarly'], row['earliestOn']])).toEqual([
      ['centre', true, '2018-02-07'],
      ['depot', false, null],
    ]);
  });
});

describe('The register of decisions without action', () => {
  it('has those from which no entry follows by the date, and says where one is recorded ahead', async () => {
    const book = await county();
    for (const id of ['acted', 'ahead', 'idle', 'newer'])
      await book.say('2014-03-01', decide(id, { subjectToCallIn: false }));
    await book.say('2014-03-01', { type: 'publish-decision', decision: 'idle' });
    await book.say('2014-03-02', { type: 'register-unit', unit: 'a', name: 'A', decision: 'acted' });
    // Two are recorded ahead, the later one first: the next is the earlier.
    await book.say('2014-07-01', { type: 'register-unit', unit: 'd', name: 'D', decision: 'ahead' });
    await book.say('2014-05-01', { type: 'register-unit', unit: 'b', name: 'B', decision: 'ahead' });
    await book.say('2014-03-03', {
      type: 'supersede-decision',
      decision: 'acted',
      supersededBy: 'newer',
      reason,
    });
    await book.say('2014-03-04', decide('merged', { provenance: 'illustrative', subjectToCallIn: false }));
    await book.say('2014-03-05', { type: 'register-unit', unit: 'c', name: 'C' });
    await book.say('2014-06-01', { type: 'merge-units', units: ['c'], successor: 'a', decision: 'merged' });
    const row = (decision: string, takenOn: string, nextEntryOn: string | null) => ({
      ...{
        decision,
        title: `Decision on ${decision}`,
        maker: 'Cabinet',
        takenOn,
        status: 'in-force',
        nextEntryOn,
      },
      ...{ provenance: 'minuted', illustrative: false },
    });
    const merged = {
      ...row('merged', '2014-03-04', '2014-06-01'),
      provenance: 'illustrative',
      illustrative: true,
    };
    const [ahead, idle] = [row('ahead', '2014-03-01', '2014-05-01'), row('idle', '2014-03-01', null)];
    expect(await rowsOf(book, 'decisions-without-action', '2014-04-01')).toEqual([merged, ahead, idle]);
    expect(await rowsOf(book, 'decisions-without-action', '2014-05-31')).toEqual([merged, idle]);
    expect(await rowsOf(book, 'decisions-without-action', '2014-06-01')).toEqual([idle]);
  });
});

describe('The register of options never appraised', () => {
  it('has a choice that an exception let be, with the rule and the reason', async () => {
    const book = await county();
    const review = 'legal';
    const exception = (rule: string) => ({ rule, reason: 'not in the source' });
    await book.say('2013-10-01', { type: 'propose-review', review, name: 'Legal Services' });
    await book.say('2013-10-01', {
      type: 'identify-option',
      review,
      option: 'as-is',
      title: 'As it is',
      asIs: true,
    });
    await book.say('2013-10-01', { type: 'identify-option', review, option: 'company', title: 'A company' });
    await book.say('2013-11-01', { type: 'agree-scoping-brief', review });
    await book.say('2014-03-01', {
      type: 'conclude-appraisal',
      review,
      exception: exception('spectrum-not-appraised'),
    });
    const choice = {
      type: 'choose-option',
      review,
      option: 'company',
      reasons: [{ option: 'as-is', reason: 'It costs more' }],
    };
    expect(await book.ask('2014-05-15', choice)).toMatchObject({
      outcome: 'refused',
      refusal: { refused: 'no-predetermination' },
    });
    await book.say('2014-05-15', { ...choice, exception: exception('no-predetermination') });
    expect(await rowsOf(book, 'options-never-appraised', '2014-06-01')).toEqual([
      {
        ...{ review: 'legal', name: 'Legal Services', option: 'company', title: 'A company' },
        ...{ chosenOn: '2014-05-15', chosenPrecision: 'day', decision: null },
        ...{ rule: 'no-predetermination', reason: 'not in the source' },
        setsAside: 'that an option is chosen only once the service as it is and another were appraised',
        ...{ provenance: 'minuted', illustrative: false },
      },
    ]);
    expect(await rowsOf(book, 'options-never-appraised', '2014-05-14')).toEqual([]);
    await book.say('2014-05-20', { type: 'register-unit', unit: 'a', name: 'A' });
    const merge = await book.say('2014-05-21', {
      ...{ type: 'merge-units', units: ['a'], successor: 'b', name: 'B', source: 'Minute 12' },
      ...{ provenance: 'reconstructed', exception: exception('not-for-merges') },
    });
    const rows = await rowsOf(book, 'exceptions', '2014-06-01');
    expect(rows.slice(0, 2).map(({ type, rule, effectiveOn }) => [type, rule, effectiveOn])).toEqual([
      ['OptionsAppraised', 'spectrum-not-appraised', '2014-03-01'],
      ['OptionChosen', 'no-predetermination', '2014-05-15'],
    ]);
    expect(rows.slice(2)).toEqual([
      {
        ...{ id: merge.id, type: 'UnitsMerged', stream: 'county/structure' },
        ...{ rule: 'not-for-merges', reason: 'not in the source', effectiveOn: '2014-05-21', decision: null },
        setsAside: 'the rule “not for merges”',
        ...{
          provenance: 'reconstructed',
          source: 'Minute 12',
          illustrative: false,
          recordedAt: merge.recordedAt,
        },
      },
    ]);
  });

  it('has of a choice that was made again the exception of the last one, whichever was recorded first', async () => {
    const book = await county();
    const say = (day: string, type: string, said: object = {}) =>
      book.say(day, { type, review: 'legal', ...said });
    const setsAside = (rule: string, because: string) => ({ exception: { rule, reason: because } });
    await say('2013-10-01', 'propose-review', { name: 'Legal Services' });
    await say('2013-10-01', 'identify-option', { option: 'as-is', title: 'As it is', asIs: true });
    await say('2013-10-01', 'identify-option', { option: 'company', title: 'A company' });
    await say('2013-11-01', 'agree-scoping-brief');
    const choice = (because: string) => ({
      ...{ type: 'choose-option', review: 'legal', option: 'company' },
      ...{ reasons: [{ option: 'as-is', reason: 'It costs more' }] },
      ...setsAside('no-predetermination', because),
    });
    const chooses = (day: string, because: string) => book.say(day, choice(because));
    await say('2014-03-01', 'conclude-appraisal', setsAside('spectrum-not-appraised', 'No minute'));
    const first = await chooses('2014-05-15', 'The first minute is lost');
    await say('2014-06-01', 'refer-review-back', { reason: 'The market has changed' });
    await say('2014-07-01', 'conclude-appraisal', setsAside('spectrum-not-appraised', 'No minute'));
    await chooses('2014-08-01', 'The second minute is lost');
    const reasonOn = async (day: string) =>
      (await rowsOf(book, 'options-never-appraised', day)).map((row) => [row['chosenOn'], row['reason']]);
    expect(await reasonOn('2014-05-31')).toEqual([['2014-05-15', 'The first minute is lost']]);
    expect(await reasonOn('2014-08-31')).toEqual([['2014-08-01', 'The second minute is lost']]);
    // Put right later, the first choice is still the first.
    await book.strike('review/legal', first.id, '2014-05-15', 'It was burnt', [
      choice('The first minute is burnt'),
    ]);
    expect(await reasonOn('2014-05-31')).toEqual([['2014-05-15', 'The first minute is burnt']]);
    expect(await reasonOn('2014-08-31')).toEqual([['2014-08-01', 'The second minute is lost']]);
  });
});

describe('The register of superseders that do not stand', () => {
  it.each(['rescinded', 'struck'])('has a decision that gave way to one that was %s', async (how) => {
    const book = await county();
    await book.say('2014-03-01', decide('old'));
    const { id } = await book.say('2014-04-01', decide('new'));
    await book.say('2014-04-01', {
      type: 'supersede-decision',
      decision: 'old',
      supersededBy: 'new',
      reason,
    });
    expect(await rowsOf(book, 'withdrawn-superseders', '2014-06-01')).toEqual([]);
    if (how === 'rescinded') {
      await book.say('2014-06-01', { type: 'rescind-decision', decision: 'new', reason: 'The price rose' });
    } else {
      await book.strike('decision/new', id, '2014-06-01', 'It was another body');
    }
    expect(await rowsOf(book, 'withdrawn-superseders', '2014-06-01')).toEqual([
      {
        ...{
          decision: 'old',
          title: 'Decision on old',
          supersededOn: '2014-04-01',
          reason,
          supersededBy: 'new',
        },
        ...(how === 'rescinded'
          ? {
              supersededByTitle: 'Decision on new',
              status: how,
              because: 'rescinded Sun 1 Jun 2014',
            }
          : {
              ...{ supersededByTitle: null, status: how },
              because: 'its record was struck Sun 1 Jun 2014: It was another body',
            }),
      },
    ]);
  });
});

describe('The register of measures reached', () => {
  it('has what was recorded as not key, beside the threshold of its own day', async () => {
    const book = await county();
    const threshold = { type: 'set-council-setting', setting: 'key-decision-threshold-pence' };
    await book.say('2013-07-18', { ...threshold, value: 100_000_000 });
    await book.say('2014-03-01', decide('before', { key: false, expenditure: 60_000_000 }));
    await book.say('2014-04-01', { ...threshold, value: 50_000_000 });
    await book.say('2014-05-01', decide('after', { key: false, expenditure: 60_000_000, savings: 1 }));
    await book.say('2014-05-01', decide('silent', { expenditure: 60_000_000 }));
    await book.say('2014-05-02', {
      ...decide('saves', { key: false, keyReason: 'It is a saving', savings: 50_000_000, maker: 'Council' }),
      provenance: 'illustrative',
    });
    expect(await rowsOf(book, 'key-measures', '2014-06-01')).toEqual([
      {
        ...{ decision: 'saves', title: 'Decision on saves', maker: 'Council', takenOn: '2014-05-02' },
        ...{ measure: 'saving', pence: 50_000_000, thresholdPence: 50_000_000 },
        says: 'saving of £500,000 is at or over the threshold of £500,000 in force that day; recorded as not key',
        ...{ keyReason: 'It is a saving', provenance: 'illustrative', illustrative: true },
      },
      {
        ...{ decision: 'after', title: 'Decision on after', maker: 'Cabinet', takenOn: '2014-05-01' },
        ...{ measure: 'spend', pence: 60_000_000, thresholdPence: 50_000_000 },
        says: 'spend of £600,000 is at or over the threshold of £500,000 in force that day; recorded as not key',
        ...{ keyReason: null, provenance: 'minuted', illustrative: false },
      },
    ]);
  });
});

describe('The register of fallen authorisations', () => {
  it('has every entry that stands on a decision that fell, and how it fell', async () => {
    const book = await county();
    const standing = (unit: string) => ({ type: 'register-unit', unit, name: unit, decision: unit });
    const ids = new Map<string, string>();
    const units = new Map<string, { id: string; recordedAt: string }>();
    for (const id of ['firm', 'rescinded', 'struck', 'superseded']) {
      ids.set(id, (await book.say('2014-03-01', decide(id))).id);
      units.set(id, await book.say('2014-03-02', standing(id)));
    }
    expect(await rowsOf(book, 'fallen-authorisations', '2014-05-01')).toEqual([]);
    await book.say('2014-04-01', { type: 'rescind-decision', decision: 'rescinded', reason });
    await book.say('2014-04-02', {
      type: 'supersede-decision',
      decision: 'superseded',
      supersededBy: 'firm',
      reason,
    });
    await book.strike('decision/struck', ids.get('struck') ?? '', '2014-04-03', 'It was another body');
    const merge = await book.say('2014-03-20', {
      ...{
        type: 'merge-units',
        units: ['firm', 'struck'],
        successor: 'one',
        name: 'One',
        decision: 'superseded',
      },
    });
    const rows = await rowsOf(book, 'fallen-authorisations', '2014-05-01');
    const unit = (decision: string) => ({
      ...{
        id: units.get(decision)?.id,
        type: 'UnitRegistered',
        stream: 'county/structure',
        effectiveOn: '2014-03-02',
      },
      ...{ decision, recordedAt: units.get(decision)?.recordedAt },
    });
    const superseded = { title: 'Decision on superseded', status: 'superseded', fellOn: '2014-04-02' };
    const becauseSuperseded = 'superseded Wed 2 Apr 2014 by decision “Decision on firm”';
    expect(rows).toEqual([
      {
        ...{
          ...unit('rescinded'),
          title: 'Decision on rescinded',
          status: 'rescinded',
          fellOn: '2014-04-01',
        },
        because: 'rescinded Tue 1 Apr 2014',
      },
      {
        ...{ ...unit('struck'), title: 'Decision on struck', status: 'struck', fellOn: '2014-04-03' },
        because: 'its record was struck Thu 3 Apr 2014: It was another body',
      },
      { ...unit('superseded'), ...superseded, because: becauseSuperseded },
      {
        ...{ id: merge.id, type: 'UnitsMerged', stream: 'county/structure', effectiveOn: '2014-03-20' },
        ...{
          decision: 'superseded',
          recordedAt: merge.recordedAt,
          ...superseded,
          because: becauseSuperseded,
        },
      },
    ]);
    expect(
      (await rowsOf(book, 'fallen-authorisations', '2014-03-31')).map(({ decision }) => decision),
    ).toEqual(['struck']);
  });

  it('has what stands on a decision that was called in, sent back and withdrawn, from the day of each', async () => {
    const book = await county();
    for (const [setting, value] of [
      ['call-in-clear-days', 5],
      ['call-in-basis', 'working'],
    ])
      await book.say('2013-07-18', { type: 'set-council-setting', setting, value });
    await book.say('2014-03-03', decide('trust', { subjectToCallIn: true }));
    await book.say('2014-03-04', { type: 'publish-decision', decision: 'trust' });
    await book.say('2014-03-05', { type: 'register-unit', unit: 'a', name: 'A', decision: 'trust' });
    await book.say('2014-03-06', {
      ...{ type: 'call-in-decision', decision: 'trust', by: ['A member'], grounds: 'The cost' },
    });
    await book.say('2014-04-01', {
      ...{ type: 'record-call-in-outcome', decision: 'trust', outcome: 'back-to-decision-maker', reason },
    });
    await book.say('2014-05-01', { type: 'withdraw-decision', decision: 'trust', reason });
    const fallen = async (day: string) =>
      (await rowsOf(book, 'fallen-authorisations', day)).map(({ status, fellOn, because }) => [
        status,
        fellOn,
        because,
      ]);
    expect(await fallen('2014-03-05')).toEqual([]);
    expect(await fallen('2014-03-31')).toEqual([
      ['called-in', '2014-03-06', 'called in Thu 6 Mar 2014, no outcome by Mon 31 Mar 2014'],
    ]);
    expect(await fallen('2014-04-30')).toMatchObject([['referred-back', '2014-03-06', expect.any(String)]]);
    expect(await fallen('2014-05-01')).toEqual([['withdrawn', '2014-05-01', 'withdrawn Thu 1 May 2014']]);
  });
});

describe('What passed a gate', () => {
  it('stands on the decision that opened it: it is listed when that falls, and in the decision’s own entries', async () => {
    const book = await county();
    const review = { review: 'legal' };
    const option = (id: string, model: string, asIs: boolean) => ({
      type: 'identify-option',
      ...review,
      option: id,
      title: id,
      scope: 'whole',
      model,
      asIs,
    });
    await book.say('2013-09-19', { type: 'propose-review', ...review, name: 'Legal Services' });
    await book.say('2013-10-21', { type: 'agree-scoping-brief', ...review });
    await book.say('2013-12-18', option('as-it-is', 'INH', true));
    await book.say('2013-12-18', option('company', 'TRD', false));
    await book.say('2014-02-20', { type: 'appraise-option', ...review, option: 'as-it-is', score: 4 });
    await book.say('2014-02-20', { type: 'appraise-option', ...review, option: 'company', score: 6 });
    await book.say('2014-04-30', { type: 'conclude-appraisal', ...review });
    const reasons = [{ option: 'as-it-is', reason: 'It cannot grow' }];
    await book.say('2014-05-15', { type: 'choose-option', ...review, option: 'company', reasons });
    await book.say('2014-07-17', decide('council-2014-07-17'));
    await book.say('2014-07-17', {
      type: 'authorise-to-proceed',
      ...review,
      decision: 'council-2014-07-17',
    });
    await book.say('2015-09-09', { type: 'submit-full-business-case', ...review });
    expect(await rowsOf(book, 'fallen-authorisations', '2016-01-01')).toEqual([]);
    await book.say('2015-12-01', { type: 'rescind-decision', decision: 'council-2014-07-17', reason });
    expect(await rowsOf(book, 'fallen-authorisations', '2016-01-01')).toMatchObject([
      { type: 'AuthorisedToProceed', decision: 'council-2014-07-17', status: 'rescinded' },
      { type: 'FullBusinessCaseSubmitted', decision: 'council-2014-07-17', status: 'rescinded' },
    ]);
    const { reader, moment } = await book.as('2016-01-01');
    expect(reader.log.followingFrom('county', 'council-2014-07-17', moment).map(({ type }) => type)).toEqual([
      'DecisionRecorded',
      'AuthorisedToProceed',
      'FullBusinessCaseSubmitted',
      'DecisionRescinded',
    ]);

    // The authorisation had been taken from the wrong minutes: what passed its gate stands on another decision.
    await book.say('2014-07-17', decide('council-2014-07-18'));
    const [authorised] = reader.log
      .history('county', { id: 'legal' }, moment, { most: 50 })
      .flatMap(({ entry }) => (entry.type === 'AuthorisedToProceed' ? [entry.id] : []));
    const right = { type: 'authorise-to-proceed', ...review, decision: 'council-2014-07-18' };
    await book.strike('review/legal', authorised ?? '', '2014-07-17', 'The other minutes', [
      { ...right, effectiveOn: '2014-07-17' },
    ]);
    const after = await book.as('2016-01-01');
    const following = (decision: string) =>
      after.reader.log.followingFrom('county', decision, after.moment).map(({ type }) => type);
    expect(following('council-2014-07-17')).toEqual(['DecisionRecorded', 'DecisionRescinded']);
    expect(following('council-2014-07-18')).toEqual([
      'DecisionRecorded',
      'AuthorisedToProceed',
      'FullBusinessCaseSubmitted',
    ]);
    expect(await rowsOf(book, 'fallen-authorisations', '2016-01-01')).toEqual([]);
    expect([
      ...decisionsBehind(after.reader, 'county', { kind: 'review', id: 'legal' }, after.moment),
    ]).toEqual(['council-2014-07-18']);
    expect(
      reviewSteps(after.reader, 'county', 'legal', after.moment).flatMap(({ decision }) => decision ?? []),
    ).toEqual(['council-2014-07-18', 'council-2014-07-18']);
    // As it was known before, it stood on the one that was rescinded.
    expect(reader.log.followingFrom('county', 'council-2014-07-17', moment)).toHaveLength(4);
  });

  it('reads of an entry of an older book, which kept the decision that opened its gate, no more than its authorisation says', () => {
    const entry = (day: string, type: string, more: object) => ({
      ...{ id: `${type} ${day}`, type, stream: 'county/review/legal' },
      envelope: { effectiveOn: day, provenance: 'minuted', ...more },
      data: { review: 'legal', name: 'Legal', authorisation: 'kept' },
    });
    const excused = { exception: { rule: 'stage-out-of-order', reason: 'Not in the minutes' } };
    const proposed = entry('2014-01-01', 'ReviewProposed', {});
    const authorised = entry('2014-02-01', 'AuthorisedToProceed', { ...excused, decision: 'right' });
    const submitted = entry('2014-03-01', 'FullBusinessCaseSubmitted', {});
    const openedBy = (...entries: readonly object[]) => [...gatesOpened(entries as readonly StoredEvent[])];
    expect(openedBy(proposed, authorised, submitted)).toEqual([[submitted.id, 'right']]);
    expect(openedBy(proposed, submitted)).toEqual([]);
  });
});

describe('The register of facts that changed', () => {
  it('has an entry whose fact is known otherwise since, then and now, and what it would come to', async () => {
    const book = await county();
    const opened = await book.say('2013-09-19', {
      type: 'open-portfolio',
      portfolio: 'adults',
      name: 'Adults',
    });
    const { id: chartered, recordedAt } = await book.say('2014-07-17', {
      type: 'charter-project',
      project: 'legal-company',
      name: 'Company for Legal Services',
      portfolio: 'adults',
    });
    expect(await rowsOf(book, 'facts-changed', '2014-08-01')).toEqual([]);
    await book.strike('portfolio/adults', opened.id, '2014-09-01', 'It opened later', [
      { type: 'open-portfolio', portfolio: 'adults', name: 'Adults' },
    ]);
    const [row, ...others] = await rowsOf(book, 'facts-changed', '2014-08-01');
    expect(others).toEqual([]);
    const { before, fields, basedOn, ...rest } = row ?? {};
    expect(rest).toEqual({
      ...{ id: chartered, type: 'ProjectChartered', stream: 'county/project/legal-company' },
      ...{
        effectiveOn: '2014-07-17',
        decision: null,
        provenance: 'minuted',
        source: null,
        illustrative: false,
      },
      ...{ recordedAt, fact: 'portfolio/adults', factAsAt: '2014-07-17', after: null },
      judgedNow: 'portfolio-not-open',
    });
    expect(JSON.parse(String(before))).toEqual({
      ...{ kind: 'portfolio', id: 'adults', name: 'Adults', status: 'open', sponsorLog: [] },
      opened: { on: '2013-09-19', precision: 'day', provenance: 'minuted' },
      statusLog: [{ how: 'opened', on: '2013-09-19', precision: 'day', provenance: 'minuted' }],
    });
    expect(fields).toEqual(['id', 'kind', 'name', 'opened', 'sponsorLog', 'status', 'statusLog']);
    const { reader } = await book.as('2014-08-01');
    expect(basedOn).toBe(reader.log.entry(opened.id)?.position);
    expect(await rowsOf(book, 'facts-changed', '2014-08-01', recordedAt)).toEqual([]);
  });

  it('reads the settings of the day on which a key decision was taken', async () => {
    const book = await county();
    await book.say('2013-07-18', { type: 'set-council-setting', setting: 'notice-clear-days', value: 28 });
    await book.say('2013-07-18', { type: 'set-council-setting', setting: 'notice-basis', value: 'calendar' });
    await book.say('2019-02-04', {
      type: 'give-key-decision-notice',
      decision: 'archives',
      title: 'Archives',
      matter: 'A trust',
    });
    await book.say('2019-03-21', decide('archives', { key: true }));
    await book.say('2019-03-22', { type: 'set-council-setting', setting: 'notice-clear-days', value: 60 });
    expect(await rowsOf(book, 'facts-changed', '2019-04-01')).toEqual([]);
    await book.say('2019-03-01', { type: 'set-council-setting', setting: 'notice-clear-days', value: 90 });
    expect(await rowsOf(book, 'facts-changed', '2019-04-01')).toMatchObject([
      {
        type: 'DecisionRecorded',
        fact: 'setting/notice-clear-days',
        factAsAt: '2019-03-21',
        fields: ['changed', 'value'],
        judgedNow: 'notice-too-short',
      },
    ]);
  });

  it('judges a decision by the maker it named, whatever that is called by then', async () => {
    const book = await county();
    await book.say('2013-07-18', {
      type: 'establish-body',
      body: 'board',
      name: 'Board',
      bodyKind: 'cabinet',
    });
    const covers = ['executive-functions'];
    await book.say('2013-07-18', {
      ...{ type: 'confer-power', power: 'executive', description: 'To decide', covers, on: 'board' },
    });
    await book.say('2019-03-21', decide('archives', { maker: 'Board', power: 'executive' }));
    await book.say('2019-03-01', { type: 'rename-body', body: 'board', name: 'Executive' });
    const renamed = { type: 'DecisionRecorded', fact: 'body/board', factAsAt: '2019-03-21' };
    expect(await rowsOf(book, 'facts-changed', '2019-04-01')).toMatchObject([
      { ...renamed, fields: ['name'], judgedNow: 'permitted' },
    ]);
  });
});

describe('A merge of units under a decision that fell', () => {
  it('is in the registers of fallen authorisations and of changed facts, whether it made its successor or not', async () => {
    const book = await county();
    for (const unit of ['a', 'b', 'c', 'd', 'e'])
      await book.say('2013-09-19', { type: 'register-unit', unit, name: unit.toUpperCase(), opening: true });
    await book.say('2014-01-10', decide('merge-them', { subjectToCallIn: false }));
    const under = { type: 'merge-units', decision: 'merge-them' };
    await book.say('2014-04-01', {
      ...under,
      units: ['a', 'b'],
      successor: 'ab',
      name: 'A and B',
      code: 'AB',
    });
    await book.say('2014-04-01', { ...under, units: ['c', 'd'], successor: 'e' });
    await book.say('2014-03-01', {
      type: 'rescind-decision',
      decision: 'merge-them',
      reason: 'Thought again',
    });
    expect(await rowsOf(book, 'fallen-authorisations', '2014-12-31')).toMatchObject([
      { type: 'UnitsMerged', decision: 'merge-them', status: 'rescinded' },
      { type: 'UnitsMerged', decision: 'merge-them', status: 'rescinded' },
    ]);
    expect(await rowsOf(book, 'facts-changed', '2014-12-31')).toMatchObject([
      {
        type: 'UnitsMerged',
        fact: 'decision/merge-them',
        fields: ['rescinded'],
        judgedNow: 'authorisation-not-in-force',
      },
      {
        type: 'UnitsMerged',
        fact: 'decision/merge-them',
        fields: ['rescinded'],
        judgedNow: 'authorisation-not-in-force',
      },
    ]);
  });

  it('is judged again at its place where it replaces another of its day', async () => {
    const book = await county();
    for (const unit of ['a', 'b', 'c'])
      await book.say('2013-09-19', { type: 'register-unit', unit, name: unit.toUpperCase(), opening: true });
    await book.say('2014-01-10', decide('merge-them', { subjectToCallIn: false }));
    const under = { type: 'merge-units', decision: 'merge-them' };
    const wrong = await book.say('2014-04-01', { ...under, units: ['a'], successor: 'c' });
    // Later that day its successor ends: at the end of the day nothing could be merged into it.
    await book.say('2014-04-01', { type: 'merge-units', units: ['c'], successor: 'b' });
    await book.strike(
      'structure',
      wrong.id,
      '2014-05-01',
      'A name was left out',
      [{ ...under, units: ['a'], successor: 'c' }].map((one) => ({ ...one, effectiveOn: '2014-04-01' })),
    );
    await book.say('2014-03-01', {
      type: 'rescind-decision',
      decision: 'merge-them',
      reason: 'Thought again',
    });
    expect(await rowsOf(book, 'facts-changed', '2014-12-31')).toMatchObject([
      { type: 'UnitsMerged', fact: 'decision/merge-them', judgedNow: 'authorisation-not-in-force' },
    ]);
  });
});
