import { afterAll, describe, expect, it } from '@jest/globals';
import type { ReviewPart } from '#programme';
import { civilDate } from '#calendar';
import { SmallBook } from '#testing';
import { stagesEntered, standingsEntered } from './review-log.js';

const book = new SmallBook();
afterAll(() => book.close());

const review = 'legal-services';
const reasons = (...options: readonly string[]) =>
  options.map((option) => ({ option, reason: 'Costs more' }));

/** Legal Services as its record has it, on the days of the record: a partner first, then a company of the council's own. */
async function legalServices() {
  const past = { provenance: 'minuted' };
  const unauthorised = { exception: { rule: 'stage-out-of-order', reason: 'Not in the source' } };
  await book.say('2013-07-18', { type: 'start-programme', name: 'Facing the Challenge' });
  await book.say('2013-09-19', { type: 'propose-review', review, name: 'Legal Services' });
  await book.say('2013-10-21', { type: 'agree-scoping-brief', review });
  for (const option of ['as-is', 'partner', 'company']) {
    const outline = {
      title: option,
      scope: 'whole',
      model: 'INH',
      ...(option === 'as-is' && { asIs: true }),
    };
    await book.say('2014-01-31', { type: 'identify-option', review, option, ...outline });
    await book.say('2014-03-31', { type: 'appraise-option', review, option, score: 3 });
  }
  await book.say('2014-04-30', { type: 'conclude-appraisal', review });
  await book.say('2014-05-15', {
    type: 'choose-option',
    review,
    option: 'partner',
    reasons: reasons('as-is', 'company'),
  });
  await book.say('2014-07-01', { type: 'authorise-to-proceed', review, precision: 'month' });
  await book.say('2015-10-01', {
    type: 'defer-review',
    review,
    reason: 'The search ended',
    precision: 'month',
  });
  await book.say('2016-03-21', { type: 'resume-review', review });
  await book.say('2016-03-21', {
    type: 'choose-option',
    review,
    option: 'company',
    reasons: reasons('partner'),
  });
  await book.say('2016-03-21', { type: 'authorise-to-proceed', review });
  await book.say('2016-04-01', { type: 'start-implementation', review, ...past, ...unauthorised });
}

const on = async (day: string) => {
  const { reader, moment } = await book.as(day);
  return reader.parts.one('county', 'review', review, moment).part as ReviewPart;
};
const lines = (part: ReviewPart, day: string) =>
  stagesEntered(part, civilDate(day)).map(({ stage, how, on: entered, leftOn, days, option }) => [
    stage,
    how,
    entered,
    leftOn,
    days,
    option ?? '',
  ]);

describe('The stages of a review', () => {
  it('are a log: each with the day it was entered and left and how long it lasted, the first choice and the hold with them', async () => {
    await legalServices();
    expect(lines(await on('2016-04-30'), '2016-04-30')).toEqual([
      ['proposed', 'reached', '2013-09-19', '2013-10-21', 32, ''],
      ['brief-agreed', 'reached', '2013-10-21', '2014-04-30', 191, ''],
      ['options-appraised', 'reached', '2014-04-30', '2014-05-15', 15, ''],
      ['option-chosen', 'reached', '2014-05-15', '2014-07-01', 47, 'partner'],
      ['authorised-to-proceed', 'reached', '2014-07-01', '2016-03-21', 629, ''],
      ['option-chosen', 'reached', '2016-03-21', '2016-03-21', 0, 'company'],
      ['authorised-to-proceed', 'reached', '2016-03-21', '2016-04-01', 11, ''],
      ['implementing', 'reached', '2016-04-01', null, 29, ''],
    ]);
    expect(standingsEntered(await on('2016-04-30'), civilDate('2016-04-30'))).toMatchObject([
      { how: 'deferred', on: '2015-10-01', leftOn: '2016-03-21', days: 172, reason: 'The search ended' },
      { how: 'resumed', on: '2016-03-21', leftOn: null, days: 40 },
    ]);
  });

  it('are those of the day that is asked about: the one it is at has lasted until then', async () => {
    expect(lines(await on('2014-05-10'), '2014-05-10')).toEqual([
      ['proposed', 'reached', '2013-09-19', '2013-10-21', 32, ''],
      ['brief-agreed', 'reached', '2013-10-21', '2014-04-30', 191, ''],
      ['options-appraised', 'reached', '2014-04-30', null, 10, ''],
    ]);
  });

  it('stay in the log when the review is referred back, withdrawn and reopened', async () => {
    await book.say('2016-05-01', {
      type: 'refer-review-back',
      review,
      reason: 'Scrutiny asked',
      to: 'Cabinet',
    });
    await book.say('2016-06-01', { type: 'withdraw-review', review, reason: 'Given up' });
    expect(lines(await on('2016-06-30'), '2016-06-30').slice(-2)).toEqual([
      ['implementing', 'reached', '2016-04-01', '2016-05-01', 30, ''],
      ['brief-agreed', 'referred-back', '2016-05-01', '2016-06-01', 31, ''],
    ]);
    await book.say('2016-07-01', { type: 'reopen-review', review, reason: 'Thought again' });
    const part = await on('2016-07-31');
    // The month for which it was withdrawn is no stage's.
    expect(lines(part, '2016-07-31').slice(-3)).toEqual([
      ['implementing', 'reached', '2016-04-01', '2016-05-01', 30, ''],
      ['brief-agreed', 'referred-back', '2016-05-01', '2016-06-01', 31, ''],
      ['brief-agreed', 'reopened', '2016-07-01', null, 30, ''],
    ]);
    expect(stagesEntered(part, civilDate('2016-07-31')).at(-1)).toMatchObject({ reason: 'Thought again' });
    // The day of the withdrawal and the day before it is reopened are told alike, whatever is recorded later.
    await book.say('2016-08-15', { type: 'conclude-appraisal', review });
    expect(lines(await on('2016-08-31'), '2016-08-31').slice(-2)).toEqual([
      ['brief-agreed', 'reopened', '2016-07-01', '2016-08-15', 45, ''],
      ['options-appraised', 'reached', '2016-08-15', null, 16, ''],
    ]);
    expect(part.standingLog.map(({ how, on: day }) => [how, day])).toEqual([
      ['deferred', '2015-10-01'],
      ['resumed', '2016-03-21'],
      ['withdrawn', '2016-06-01'],
      ['reopened', '2016-07-01'],
    ]);
    expect(part.chosen).toBeUndefined();
  });
});
