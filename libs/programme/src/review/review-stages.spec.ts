import { describe, expect, it } from '@jest/globals';
import { isRefusal, noFacts } from '#acts';
import { given } from '#testing';
import {
  reviewStages,
  reviewStream,
  type ReviewCommand,
  type ReviewEvent,
  type ReviewStage,
} from './index.js';
import {
  appraisedOneByOne,
  asked,
  everyStage,
  happened,
  legalServices,
  upTo,
} from './legal-services.story.js';

const ask = (said: Parameters<typeof asked>[1]) => asked('2018-10-01', said);
const reasons = [{ option: 'commercial-partner', reason: 'The search came to nothing' }];
const goingOn = [
  'options-appraised',
  'option-chosen',
  'authorised-to-proceed',
  'full-case-submitted',
  'full-case-authorised',
  'implementing',
] as const;

/** Each command that moves a review, the stages it may leave, and the stage it leads to. */
const moving: readonly (readonly [ReviewCommand, readonly ReviewStage[], ReviewStage])[] = [
  [ask({ type: 'agree-scoping-brief' }), ['proposed'], 'brief-agreed'],
  [ask({ type: 'conclude-appraisal' }), ['brief-agreed'], 'options-appraised'],
  [ask({ type: 'choose-option', option: 'as-it-is', reasons }), goingOn, 'option-chosen'],
  [ask({ type: 'authorise-to-proceed' }), ['option-chosen'], 'authorised-to-proceed'],
  [ask({ type: 'submit-full-business-case' }), ['authorised-to-proceed'], 'full-case-submitted'],
  [ask({ type: 'authorise-full-business-case' }), ['full-case-submitted'], 'full-case-authorised'],
  [ask({ type: 'start-implementation' }), ['full-case-authorised'], 'implementing'],
  [ask({ type: 'complete-review' }), ['implementing'], 'complete'],
  [ask({ type: 'refer-review-back', reason: 'The market has changed' }), goingOn, 'brief-agreed'],
];

/** The command that leads on from each stage: a refusal names it. */
const leadsOn = [...moving.slice(0, 8).map(([{ type }]) => type), 'reopen-review'];

/** A review at a stage, with both options appraised, so that only the order of the stages is in question. */
const reviewAt = (stage: ReviewStage, entries: readonly ReviewEvent[]) =>
  given(
    reviewStream,
    goesBefore(stage, 'options-appraised') ? [...entries, ...appraisedOneByOne.slice(2)] : entries,
  );

const goesBefore = (stage: ReviewStage, other: ReviewStage) =>
  reviewStages.indexOf(stage) < reviewStages.indexOf(other);

describe.each(moving.map(([command, from, to]) => [command.type, command, from, to] as const))(
  'To %s',
  (_type, command, from, to) => {
    it.each(everyStage)(
      'from the stage %s is recorded, or refused with the command that comes next',
      (stage, entries) => {
        const review = reviewAt(stage, entries);
        const decided = reviewStream.decide(review.asAt(), command, noFacts);
        if (!isRefusal(decided)) {
          expect(from).toContain(stage);
          const after = review.when(command).thenRecords(decided);
          expect(after.asAt().get(legalServices)).toMatchObject({
            stage: to,
            stageSince: { on: '2018-10-01' },
          });
          return;
        }
        expect(from).not.toContain(stage);
        expect(decided.refused).toBe('stage-out-of-order');
        expect(decided.because).toContain(`is at the stage ${stage}`);
        expect(decided.because).toContain(leadsOn[reviewStages.indexOf(stage)]);
      },
    );
  },
);

describe('The way of a review', () => {
  it('is kept stage by stage, with what was said', () => {
    const { stage, stages, chosen } = given(reviewStream, upTo('complete')).asAt().get(legalServices) ?? {};
    const fact = { precision: 'day', provenance: 'minuted' };
    expect(stage).toBe('complete');
    expect(stages).toEqual([
      { stage: 'proposed', on: '2013-09-19', ...fact },
      { stage: 'brief-agreed', on: '2013-10-21', ...fact },
      { stage: 'options-appraised', on: '2014-04-30', ...fact },
      { stage: 'option-chosen', on: '2014-05-15', ...fact },
      { stage: 'authorised-to-proceed', on: '2014-07-17', ...fact },
      { stage: 'full-case-submitted', on: '2015-09-09', ...fact },
      { stage: 'full-case-authorised', on: '2015-10-12', ...fact },
      { stage: 'implementing', on: '2016-04-01', ...fact },
      { stage: 'complete', on: '2017-06-01', ...fact },
    ]);
    expect(chosen).toEqual({ option: 'commercial-partner', chosen: { on: '2014-05-15', ...fact } });
  });

  it('goes back to the agreed brief when it is referred back: the options stay, the choice does not', () => {
    const referral = { reason: 'The market has changed', to: 'Corporate Director' };
    const before = given(reviewStream, upTo('full-case-submitted'));
    const { options } = before.asAt().get(legalServices) ?? {};
    const review = before
      .when(asked('2015-10-01', { type: 'refer-review-back', ...referral }))
      .thenRecords([happened('2015-10-01', { type: 'ReviewReferredBack', ...referral })])
      .asAt()
      .get(legalServices);
    const fact = { on: '2015-10-01', precision: 'day', provenance: 'minuted' };
    expect(review).toMatchObject({ stage: 'brief-agreed', standing: 'active', options });
    expect(review?.stages.map(({ stage, on }) => [stage, on])).toEqual([
      ['proposed', '2013-09-19'],
      ['brief-agreed', '2015-10-01'],
    ]);
    expect(review?.referredBack).toEqual({ ...fact, ...referral });
    expect(review?.chosen).toBeUndefined();
  });

  it('goes back to the choice when an option is chosen anew, and what followed must be decided again', () => {
    const review = given(reviewStream, upTo('full-case-authorised'))
      .when(asked('2016-03-21', { type: 'choose-option', option: 'as-it-is', reasons }))
      .thenRecords([happened('2016-03-21', { type: 'OptionChosen', option: 'as-it-is', reasons })])
      .asAt()
      .get(legalServices);
    expect(review?.stage).toBe('option-chosen');
    expect(review?.stages.at(-1)).toMatchObject({ stage: 'option-chosen', on: '2016-03-21' });
    expect(review?.chosen).toMatchObject({ option: 'as-it-is', chosen: { on: '2016-03-21' } });
  });
});

describe('A stage that the sources do not tell of', () => {
  const exception = { rule: 'stage-out-of-order', reason: 'not in the source' };

  it('may be left out by an entry that was minuted or put together later, which says so', () => {
    const first = given(reviewStream, upTo('brief-agreed'));
    first
      .when(asked('2015-12-09', { type: 'complete-review', exception }))
      .thenRecords([happened('2015-12-09', { type: 'ReviewCompleted', exception })]);
    given(reviewStream, upTo('brief-agreed'))
      .when(asked('2015-12-09', { type: 'complete-review', exception, provenance: 'reconstructed' }))
      .thenRecords([
        happened('2015-12-09', { type: 'ReviewCompleted', exception, provenance: 'reconstructed' }),
      ]);
  });

  it.each(['observed', 'estimated', 'illustrative'] as const)(
    'may not be left out by what is %s',
    (provenance) => {
      given(reviewStream, upTo('brief-agreed'))
        .when(asked('2015-12-09', { type: 'complete-review', exception, provenance }))
        .thenRefused('stage-out-of-order');
    },
  );

  it('may not be left out by an exception to another rule', () => {
    given(reviewStream, upTo('brief-agreed'))
      .when(
        asked('2015-12-09', {
          type: 'complete-review',
          exception: { ...exception, rule: 'review-complete' },
        }),
      )
      .thenRefused('stage-out-of-order');
  });

  it('is not reached twice, whatever the exception: that would only move its date', () => {
    given(reviewStream, upTo('brief-agreed'))
      .when(asked('2013-11-04', { type: 'agree-scoping-brief', exception }))
      .thenRefused('stage-out-of-order');
  });

  it('is the stage to which the review is reopened, where it was completed from there', () => {
    const review = given(reviewStream, [
      ...upTo('brief-agreed'),
      happened('2015-12-09', { type: 'ReviewCompleted', exception }),
    ])
      .when(asked('2016-02-01', { type: 'reopen-review', reason: 'The contract was not signed' }))
      .thenRecords([
        happened('2016-02-01', { type: 'ReviewReopened', reason: 'The contract was not signed' }),
      ])
      .asAt()
      .get(legalServices);
    expect(review).toMatchObject({ stage: 'brief-agreed', stageSince: { on: '2016-02-01' } });
  });
});
