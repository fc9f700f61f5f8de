import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SmallBook } from '#testing';

const review = 'legal';
const decision = 'cabinet-2013-09-19';
const exceptionFrom = (rule: string) => ({
  provenance: 'minuted',
  exception: { rule, reason: 'Not in the source' },
});
const submits = (day: string, rule: string) => ({
  type: 'submit-full-business-case',
  review,
  effectiveOn: day,
  ...exceptionFrom(rule),
});

let book: SmallBook;

/** A review that was authorised to proceed by a decision subject to call-in, which nobody has published. */
beforeEach(async () => {
  book = new SmallBook();
  await book.say('2013-07-18', { type: 'start-programme', name: 'Transformation' });
  await book.say('2013-07-18', {
    type: 'establish-body',
    body: 'cabinet',
    name: 'Cabinet',
    bodyKind: 'cabinet',
  });
  await book.say('2013-07-18', {
    type: 'confer-power',
    power: 'found-company',
    description: 'To found',
    covers: ['executive-functions'],
    on: 'cabinet',
  });
  await book.say('2013-07-18', { type: 'propose-review', review, name: 'Legal Services' });
  await book.say('2013-07-18', { type: 'agree-scoping-brief', review });
  for (const option of ['as-is', 'partner']) {
    const asIs = option === 'as-is' ? { asIs: true } : {};
    const outline = { title: option, scope: 'whole', model: 'INH', ...asIs };
    await book.say('2013-07-18', { type: 'identify-option', review, option, ...outline });
    await book.say('2013-07-18', { type: 'appraise-option', review, option, score: 5 });
  }
  await book.say('2013-07-18', { type: 'conclude-appraisal', review });
  const reasons = [{ option: 'as-is', reason: 'Dearer' }];
  await book.say('2013-07-18', { type: 'choose-option', review, option: 'partner', reasons });
  const taken = {
    decision,
    title: 'To go on',
    maker: 'cabinet',
    power: 'found-company',
    subjectToCallIn: true,
  };
  await book.say('2013-09-19', { type: 'record-decision', ...taken });
  await book.say('2013-10-02', { type: 'authorise-to-proceed', review, decision });
});
afterEach(() => book.close());

describe('What replaces a referral back', () => {
  let referred: string;
  beforeEach(async () => {
    const said = { type: 'refer-review-back', review, reason: 'The council said so' };
    ({ id: referred } = await book.say('2014-03-31', said));
  });
  const replaced = (by: ReturnType<typeof submits>) =>
    book.strike(`review/${review}`, referred, '2014-03-31', 'It was another review', [by]);

  it('passes no gate by an authorisation that is not in force, though the review was not yet at the gate when it was asked', async () => {
    await expect(replaced(submits('2016-03-01', 'authorisation-missing'))).rejects.toThrow(
      'authorisation-not-in-force',
    );
  });

  it('passes it where the exception is for that', async () => {
    await replaced(submits('2016-03-01', 'authorisation-not-in-force'));
    const { reader, moment } = await book.as('2016-03-01');
    expect(reader.parts.one('county', 'review', review, moment).part).toMatchObject({
      stage: 'full-case-submitted',
      stages: expect.arrayContaining([
        expect.objectContaining({ stage: 'full-case-submitted', authorisation: decision }),
      ]) as unknown,
    });
  });
});
