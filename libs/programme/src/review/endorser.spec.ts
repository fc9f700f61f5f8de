import { describe, expect, it } from '@jest/globals';
import { noFacts } from '#acts';
import { given } from '#testing';
import { established, factsOf } from '../../../governance/src/authority/county-authority.story.js';
import { reviewStream } from './index.js';
import { asked, happened, partner, upTo } from './legal-services.story.js';

const appraised = upTo('options-appraised');
const facts = factsOf(established);
const endorsing = (by: string, day = '2014-04-30') =>
  asked(day, { type: 'endorse-option', option: partner.option, by });
const endorsed = (by: string, day = '2014-04-30') =>
  happened(day, { type: 'OptionEndorsed', option: partner.option, by });

describe('Whoever endorses an option', () => {
  it('is on record that day, advisory or not, and is named as it was called', () => {
    for (const [said, by] of [
      ['advisory-group', 'Transformation Advisory Group'],
      ['transformation advisory group', 'Transformation Advisory Group'],
      ['Cabinet', 'Cabinet'],
      ['leader', 'Leader'],
    ] as const) {
      given(reviewStream, appraised)
        .when(endorsing(said), facts)
        .thenRecords([endorsed(by)]);
    }
  });

  it('may be anybody where no authority is recorded', () => {
    given(reviewStream, appraised)
      .when(endorsing('Commissioning Board'), noFacts)
      .thenRecords([endorsed('Commissioning Board')]);
  });

  it('endorses once, however it is named', () => {
    given(reviewStream, [...appraised, endorsed('Transformation Advisory Group')])
      .when(endorsing('advisory-group'), facts)
      .thenNothing();
  });

  it('moves neither the stage nor the choice: an endorsement is no decision', () => {
    const after = given(reviewStream, [...appraised, endorsed('Cabinet')])
      .asAt()
      .get('review/legal-services');
    expect(after).toMatchObject({ stage: 'options-appraised' });
    expect(after?.chosen).toBeUndefined();
  });

  it('is looked up for an endorsement only', () => {
    expect(reviewStream.reads(endorsing('Cabinet'))).toEqual(['authority/register']);
    expect(reviewStream.reads(asked('2014-07-17', { type: 'authorise-to-proceed' }))).toEqual([]);
  });
});
