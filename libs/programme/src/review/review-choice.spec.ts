import { describe, expect, it } from '@jest/globals';
import { given } from '#testing';
import { reviewStream, type ReviewEvent } from './index.js';
import {
  appraisedOneByOne,
  asItIs,
  asked,
  company,
  happened,
  legalServices,
  noCapital,
  partner,
  upTo,
} from './legal-services.story.js';

const brief = upTo('brief-agreed');
const identify = (option: typeof asItIs | typeof partner | typeof company) =>
  happened('2013-12-18', { type: 'OptionIdentified', ...option });
const appraise = (option: string) => happened('2014-02-20', { type: 'OptionAppraised', option, score: 500 });
const conclude = asked('2014-04-30', { type: 'conclude-appraisal' });
const partnerChosen = { option: 'commercial-partner', reasons: [noCapital] };
const choose = asked('2014-05-15', { type: 'choose-option', ...partnerChosen });

/** What a spectrum of options can lack, and what is said of it. */
const lacking: readonly (readonly [string, readonly ReviewEvent[]])[] = [
  ['no option at all', []],
  [
    'no service as it is',
    [identify(partner), identify(company), appraise(partner.option), appraise(company.option)],
  ],
  ['only the service as it is', [identify(asItIs), appraise(asItIs.option)]],
  ['the service as it is not appraised', [identify(asItIs), identify(partner), appraise(partner.option)]],
  ['only the service as it is appraised', [identify(asItIs), identify(partner), appraise(asItIs.option)]],
  ['nothing appraised', [identify(asItIs), identify(partner)]],
];

describe('The appraisal', () => {
  it.each(lacking)('is not concluded with %s', (_lack, options) => {
    given(reviewStream, [...brief, ...options])
      .when(conclude)
      .thenRefused('spectrum-not-appraised');
  });

  it('is not concluded while one of three options is not appraised', () => {
    given(reviewStream, [...appraisedOneByOne, identify(company)])
      .when(conclude)
      .thenRefused('spectrum-not-appraised');
  });

  it('is concluded without the appraisals where they are not in the source, which the entry says', () => {
    const exception = { rule: 'spectrum-not-appraised', reason: 'not in the source: the appraisals' };
    given(reviewStream, [...brief, identify(partner)])
      .when({ ...conclude, exception })
      .thenRecords([happened('2014-04-30', { type: 'OptionsAppraised', exception })]);
  });

  it('keeps its place: an appraisal that it stands on cannot be struck', () => {
    given(reviewStream, upTo('option-chosen'))
      .striking([4])
      .thenRefused('spectrum-not-appraised', { entry: 6 });
  });
});

describe('No predetermination: a preferred option', () => {
  /** A review that reached the stage where an option is chosen, although the spectrum was not whole. */
  const exception = { rule: 'spectrum-not-appraised', reason: 'not in the source: the appraisals' };
  const concluded = happened('2014-04-30', { type: 'OptionsAppraised', exception });

  it.each(lacking.slice(1))('is not chosen with %s', (_lack, options) => {
    const known = new Set(options.flatMap((event) => ('option' in event ? [event.option] : [])));
    const option = known.has(partner.option) ? partner.option : asItIs.option;
    const reasons = [...known]
      .filter((id) => id !== option)
      .map((id) => ({ option: id, reason: 'It is slower' }));
    const review = given(reviewStream, [...brief, ...options, concluded]);
    review
      .when(asked('2014-05-15', { type: 'choose-option', option, reasons }))
      .thenRefused('no-predetermination');
    review
      .when(
        asked('2014-05-15', {
          type: 'choose-option',
          option,
          reasons,
          provenance: 'observed',
          exception: { rule: 'no-predetermination', reason: 'In a hurry' },
        }),
      )
      .thenRefused('no-predetermination');
  });

  it('is not the service as it is, where no other was appraised', () => {
    const reasons = [{ option: partner.option, reason: 'It is slower' }];
    given(reviewStream, [...brief, identify(asItIs), identify(partner), appraise(asItIs.option), concluded])
      .when(asked('2014-05-15', { type: 'choose-option', option: asItIs.option, reasons }))
      .thenRefused('no-predetermination');
  });

  it('is not chosen anew before it is appraised itself', () => {
    given(reviewStream, [
      ...upTo('option-chosen'),
      happened('2016-03-21', { type: 'OptionIdentified', ...company }),
    ])
      .when(
        asked('2016-03-21', {
          type: 'choose-option',
          option: company.option,
          reasons: [{ option: partner.option, reason: 'The search came to nothing' }],
        }),
      )
      .thenRefused('no-predetermination');
  });

  it('is chosen where the sources lack the appraisals, by an entry of the past that says so', () => {
    const excused = { rule: 'no-predetermination', reason: 'not in the source: the appraisals' };
    given(reviewStream, [...brief, identify(partner), concluded])
      .when(asked('2014-05-15', { type: 'choose-option', option: partner.option, exception: excused }))
      .thenRecords([
        happened('2014-05-15', {
          type: 'OptionChosen',
          option: partner.option,
          reasons: [],
          exception: excused,
        }),
      ]);
  });

  it('may be the service as it is, once another was appraised', () => {
    const reasons = [{ option: partner.option, reason: 'It costs more' }];
    given(reviewStream, upTo('options-appraised'))
      .when(asked('2014-05-15', { type: 'choose-option', option: asItIs.option, reasons }))
      .thenRecords([happened('2014-05-15', { type: 'OptionChosen', option: asItIs.option, reasons })]);
  });

  it('may be chosen beside an option that came up later and was never appraised, with a reason against it', () => {
    const late = happened('2014-05-10', { type: 'OptionIdentified', ...company });
    const reasons = [noCapital, { option: company.option, reason: 'It came too late to be appraised' }];
    given(reviewStream, [...upTo('options-appraised'), late])
      .when(asked('2014-05-15', { type: 'choose-option', option: partner.option, reasons }))
      .thenRecords([happened('2014-05-15', { type: 'OptionChosen', option: partner.option, reasons })]);
  });
});

describe('Every option that is not chosen', () => {
  it('needs a reason: a choice without one is refused', () => {
    given(reviewStream, upTo('options-appraised'))
      .when(asked('2014-05-15', { type: 'choose-option', option: partner.option }))
      .thenRefused('option-without-reason');
  });

  it('has its reason already where it was rejected before', () => {
    given(reviewStream, [
      ...upTo('options-appraised'),
      happened('2014-05-01', { type: 'OptionRejected', ...noCapital }),
    ])
      .when(asked('2014-05-15', { type: 'choose-option', option: partner.option }))
      .thenRecords([happened('2014-05-15', { type: 'OptionChosen', option: partner.option, reasons: [] })]);
  });

  it('keeps the reason that came with the choice, and the option chosen loses an earlier rejection', () => {
    const rejected = happened('2014-05-01', {
      type: 'OptionRejected',
      option: partner.option,
      reason: 'Too slow',
    });
    const review = given(reviewStream, [...upTo('options-appraised'), rejected])
      .when(choose)
      .thenRecords([happened('2014-05-15', { type: 'OptionChosen', ...partnerChosen })]);
    const [first, second] = review.asAt().get(legalServices)?.options ?? [];
    expect(first?.rejection).toEqual({
      reason: noCapital.reason,
      rejected: { on: '2014-05-15', precision: 'day', provenance: 'minuted' },
    });
    expect(second?.rejection).toBeUndefined();
    expect(second?.formerRejections).toEqual([
      { reason: 'Too slow', rejected: { on: '2014-05-01', precision: 'day', provenance: 'minuted' } },
    ]);
  });

  it('needs one when another is chosen anew, the one chosen before above all', () => {
    const anew = asked('2016-03-21', { type: 'choose-option', option: asItIs.option });
    given(reviewStream, upTo('option-chosen')).when(anew).thenRefused('option-without-reason');
    const since = happened('2016-03-01', {
      type: 'OptionRejected',
      option: partner.option,
      reason: 'It withdrew',
    });
    given(reviewStream, [...upTo('option-chosen'), since])
      .when(anew)
      .thenRecords([happened('2016-03-21', { type: 'OptionChosen', option: asItIs.option, reasons: [] })]);
  });

  it('is left without one only where the reason is not in the source, which the entry says', () => {
    const exception = { rule: 'option-without-reason', reason: 'not in the source' };
    given(reviewStream, upTo('options-appraised'))
      .when(asked('2014-05-15', { type: 'choose-option', option: partner.option, exception }))
      .thenRecords([
        happened('2014-05-15', { type: 'OptionChosen', option: partner.option, reasons: [], exception }),
      ]);
  });
});

describe('A choice that says what cannot be meant', () => {
  const against = (option: string, reason = 'It is slower') => ({ option, reason });
  it.each([
    ['of an option nobody identified', company.option, [noCapital], 'option-not-identified'],
    [
      'with a reason against one nobody identified',
      partner.option,
      [against('shared-service')],
      'option-not-identified',
    ],
    [
      'with a reason against itself',
      partner.option,
      [noCapital, against(partner.option)],
      'reason-against-chosen',
    ],
    ['with two reasons against one option', partner.option, [noCapital, against('as-it-is')], 'reason-twice'],
    ['with a blank reason', partner.option, [against('as-it-is', ' ')], 'reason-needed'],
  ])('%s is refused, whatever the exception', (_what, option, reasons, refused) => {
    const exception = { rule: refused, reason: 'not in the source' };
    given(reviewStream, upTo('options-appraised'))
      .when(asked('2014-05-15', { type: 'choose-option', option, reasons, exception }))
      .thenRefused(refused);
  });

  it('of the option chosen already is refused, for another day or with another reason', () => {
    const review = given(reviewStream, upTo('option-chosen'));
    review
      .when(asked('2014-07-17', { type: 'choose-option', ...partnerChosen }))
      .thenRefused('option-already-chosen');
    review
      .when(
        asked('2014-05-15', {
          type: 'choose-option',
          option: partner.option,
          reasons: [against('as-it-is')],
        }),
      )
      .thenRefused('option-already-chosen');
  });

  it('of the option chosen already is a choice anew once the review went on: it stands at the choice again', () => {
    given(reviewStream, upTo('authorised-to-proceed'))
      .when(asked('2015-01-20', { type: 'choose-option', option: partner.option }))
      .thenRecords([happened('2015-01-20', { type: 'OptionChosen', option: partner.option, reasons: [] })]);
  });

  it('is said again word for word only while it stands at the choice: later that day it is a choice anew', () => {
    const stood = happened('2014-05-15', { type: 'AuthorisedToProceed' });
    const chosen = happened('2014-05-15', { type: 'OptionChosen', ...partnerChosen });
    given(reviewStream, upTo('option-chosen')).when(choose).thenNothing();
    given(reviewStream, [...upTo('option-chosen'), stood])
      .when(choose)
      .thenRecords([chosen]);
  });
});
