import { afterAll, describe, expect, it } from '@jest/globals';
import { SmallBook } from '#testing';
import { reviewSteps } from './index.js';

const book = new SmallBook();
afterAll(() => book.close());

describe('The steps of a review', () => {
  it('are its own entries up to the day, each with the option preferred by then, its decision and the rule set aside', async () => {
    const review = (type: string, id: string, said: object = {}) => ({ type, review: id, ...said });
    await book.say('2013-07-18', { type: 'start-programme', name: 'Transformation' });
    for (const id of ['ict', 'legal', 'roads']) {
      await book.say('2014-01-02', review('propose-review', id, { name: id }));
      await book.say('2014-01-03', review('agree-scoping-brief', id));
    }
    for (const option of ['as-is', 'partner']) {
      const outline = { title: `The ${option}`, scope: 'whole', model: 'INH', asIs: option === 'as-is' };
      await book.say('2014-01-04', review('identify-option', 'legal', { option, ...outline }));
    }
    const exception = { rule: 'spectrum-not-appraised', reason: 'Not in the source' };
    await book.say('2014-02-01', review('conclude-appraisal', 'legal', { exception }));
    const reasons = [{ option: 'as-is', reason: 'It costs more' }];
    const unappraised = { rule: 'no-predetermination', reason: 'Not in the source' };
    const choice = { option: 'partner', reasons, exception: unappraised };
    await book.say('2014-02-02', review('choose-option', 'legal', choice));
    const decision = { decision: 'gate', title: 'Gate', maker: 'Cabinet', subjectToCallIn: false };
    await book.say('2014-02-03', { type: 'record-decision', ...decision });
    await book.say('2014-02-04', review('authorise-to-proceed', 'legal', { decision: 'gate' }));
    await book.say('2014-03-01', review('refer-review-back', 'legal', { reason: 'The market has changed' }));
    const stepsOn = async (id: string, day: string) => {
      const { reader, moment } = await book.as(day);
      return reviewSteps(reader, 'county', id, moment).map(({ entry, taken, ...step }) => ({
        ...step,
        on: entry.envelope['effectiveOn'],
        ...(taken && { taken: taken.id }),
      }));
    };
    const option = { id: 'partner', title: 'The partner' };
    const legal = [
      { type: 'ReviewProposed', on: '2014-01-02' },
      { type: 'ScopingBriefAgreed', on: '2014-01-03' },
      { type: 'OptionsAppraised', on: '2014-02-01', exception },
      { type: 'OptionChosen', on: '2014-02-02', option, exception: unappraised },
      { type: 'AuthorisedToProceed', on: '2014-02-04', option, decision: 'gate', taken: 'gate' },
      { type: 'ReviewReferredBack', on: '2014-03-01' },
    ];
    expect(await stepsOn('legal', '2014-03-01')).toEqual(legal);
    expect(await stepsOn('legal', '2014-02-28')).toEqual(legal.slice(0, 5));
    expect(await stepsOn('roads', '2014-03-01')).toEqual(legal.slice(0, 2));
    expect(await stepsOn('none', '2014-03-01')).toEqual([]);
  });
});
