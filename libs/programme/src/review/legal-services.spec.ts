import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { given } from '#testing';
import { reviewStream, type ReviewEvent, type ReviewPart } from './index.js';
import {
  asItIs,
  asked,
  company,
  happened,
  legalServices,
  noCapital,
  partner,
} from './legal-services.story.js';

const hand = { by: 'Transformation Advisory Group' };
const others = [
  {
    option: 'in-house-transformed',
    title: 'Transformed in house',
    scope: 'whole',
    model: 'INH',
    asIs: false,
  },
  {
    option: 'shared-service',
    title: 'Service shared with councils',
    scope: 'whole',
    model: 'SHS',
    asIs: false,
  },
  { option: 'employee-mutual', title: 'Mutual of the staff', scope: 'whole', model: 'MUT', asIs: false },
  { option: 'panel-of-firms', title: 'Panel of firms', scope: 'whole', model: 'OUT', asIs: false },
] as const;
const six = [asItIs, ...others, partner];
const against = [noCapital, ...others.map(({ option }) => ({ option, reason: 'It brings in too little' }))];

/** Six options, one chosen by the County Council on 15 May 2014, as the minutes tell it. */
const untilTheCouncil: readonly ReviewEvent[] = [
  happened('2013-09-19', { type: 'ReviewProposed', name: 'Legal Services', decision: 'council-2013-09-19' }),
  happened('2013-10-21', { type: 'ScopingBriefAgreed' }),
  ...six.map((option) => happened('2013-12-18', { type: 'OptionIdentified', ...option })),
  ...six.map(({ option }, n) => happened('2014-02-20', { type: 'OptionAppraised', option, score: 400 + n })),
  happened('2014-03-20', { type: 'OptionEndorsed', option: partner.option, ...hand }),
  happened('2014-04-08', { type: 'MarketEngagementRecorded', activity: 'Market engagement notice' }),
  ...against.map((rejection) => happened('2014-04-30', { type: 'OptionRejected', ...rejection })),
  happened('2014-04-30', { type: 'OptionsAppraised' }),
];
const council = asked('2014-05-15', {
  type: 'choose-option',
  option: partner.option,
  decision: 'council-2014-05-15',
  takenOn: civilDate('2014-05-15'),
});
const chosenByCouncil = happened('2014-05-15', {
  type: 'OptionChosen',
  option: partner.option,
  reasons: [],
  decision: 'council-2014-05-15',
  takenOn: civilDate('2014-05-15'),
});

/** What followed: the search for a partner, its end, and the company that the Cabinet chose instead. */
const untilTheCabinet: readonly ReviewEvent[] = [
  ...untilTheCouncil,
  chosenByCouncil,
  happened('2014-07-01', { type: 'AuthorisedToProceed' }),
  happened('2014-10-13', { type: 'MarketEngagementRecorded', activity: 'Contract notice' }),
  happened('2015-10-01', { type: 'ReviewDeferred', reason: 'The search for a partner came to nothing' }),
  happened('2016-03-21', { type: 'ReviewResumed' }),
  happened('2016-03-21', { type: 'OptionIdentified', ...company }),
  happened('2016-03-21', { type: 'OptionAppraised', option: company.option, score: 700 }),
];
const noPartner = [{ option: partner.option, reason: 'The search ended after 18 months without a partner' }];
const cabinet = { option: company.option, reasons: noPartner, decision: 'cabinet-2016-03-21' };
const chosenByCabinet = happened('2016-03-21', { type: 'OptionChosen', ...cabinet });

describe('The review of Legal Services', () => {
  const review = given(reviewStream, [...untilTheCabinet, chosenByCabinet]);
  const on = (day: string): Partial<ReviewPart> => review.asAt(civilDate(day)).get(legalServices) ?? {};
  const rejected = (day: string) =>
    on(day)
      .options?.filter(({ rejection }) => rejection)
      .map(({ id }) => id);

  it('prefers no option on 14 May 2014, although a body that advises has endorsed one', () => {
    expect(on('2014-05-14')).toMatchObject({ stage: 'options-appraised', standing: 'active' });
    expect(on('2014-05-14').chosen).toBeUndefined();
  });

  it('prefers the commercial partner on 1 June 2014, out of six options, five with a reason against them', () => {
    expect(on('2014-06-01')).toMatchObject({
      stage: 'option-chosen',
      standing: 'active',
      chosen: {
        option: 'commercial-partner',
        chosen: { on: '2014-05-15', precision: 'day', provenance: 'minuted', decision: 'council-2014-05-15' },
      },
    });
    expect(on('2014-06-01').options).toHaveLength(6);
    expect(rejected('2014-06-01')).toEqual(against.map(({ option }) => option));
  });

  it('still prefers the commercial partner while it is on hold, and is authorised to proceed', () => {
    expect(on('2016-03-20')).toMatchObject({
      stage: 'authorised-to-proceed',
      standing: 'deferred',
      standingReason: 'The search for a partner came to nothing',
      chosen: { option: 'commercial-partner' },
    });
  });

  it('prefers the wholly owned company on 1 April 2016, with the reason why the partner was given up', () => {
    expect(on('2016-04-01')).toMatchObject({
      stage: 'option-chosen',
      standing: 'active',
      chosen: {
        option: 'wholly-owned-company',
        chosen: { on: '2016-03-21', precision: 'day', provenance: 'minuted', decision: 'cabinet-2016-03-21' },
      },
    });
    expect(on('2016-04-01').options).toHaveLength(7);
    expect(rejected('2016-04-01')).toEqual([...against.map(({ option }) => option), 'commercial-partner']);
    expect(on('2016-04-01').options?.[5]?.rejection?.reason).toBe(noPartner[0]?.reason);
  });

  it('is chosen by the two commands that the meetings come to, each recorded whole', () => {
    given(reviewStream, untilTheCouncil).when(council).thenRecords([chosenByCouncil]);
    given(reviewStream, untilTheCabinet)
      .when(asked('2016-03-21', { type: 'choose-option', ...cabinet }))
      .thenRecords([chosenByCabinet]);
  });

  it('changes nothing when either choice is recorded again, even after the other', () => {
    review.when(council).thenNothing();
    review.when(asked('2016-03-21', { type: 'choose-option', ...cabinet })).thenNothing();
  });

  it('keeps both answers when the end of the search is recorded late', () => {
    const late = happened('2015-09-18', {
      type: 'OptionRejected',
      option: partner.option,
      reason: 'It withdrew',
    });
    const after = given(reviewStream, [...untilTheCabinet, chosenByCabinet])
      .when(asked('2015-09-18', { type: 'reject-option', option: partner.option, reason: 'It withdrew' }))
      .thenRecords([late]);
    const chosen = (day: string) => after.asAt(civilDate(day)).get(legalServices)?.chosen?.option;
    expect([chosen('2014-06-01'), chosen('2016-04-01')]).toEqual([partner.option, company.option]);
  });

  it('takes no choice of another form in between: the Cabinet gave no reason against it', () => {
    const mutual = { option: 'employee-mutual', reasons: noPartner };
    given(reviewStream, [...untilTheCabinet, chosenByCabinet])
      .when(asked('2015-09-18', { type: 'choose-option', ...mutual }))
      .thenRefused('option-without-reason', { entry: untilTheCabinet.length });
  });

  it('takes no withdrawal before what was done later', () => {
    const deferral = untilTheCabinet.findIndex(({ type }) => type === 'ReviewDeferred');
    given(reviewStream, [...untilTheCabinet, chosenByCabinet])
      .when(asked('2015-09-30', { type: 'withdraw-review', reason: 'No partner was found' }))
      .thenRefused('review-withdrawn', { entry: deferral });
  });

  it('puts the date of the second choice right by a strike and a replacement, and the first stays', () => {
    const index = untilTheCabinet.length;
    const after = given(reviewStream, [...untilTheCabinet, chosenByCabinet])
      .striking([index], [asked('2016-03-22', { type: 'choose-option', ...cabinet })])
      .thenRecords([happened('2016-03-22', { type: 'OptionChosen', ...cabinet })]);
    const chosen = (day: string) => after.asAt(civilDate(day)).get(legalServices)?.chosen?.option;
    expect(['2014-06-01', '2016-03-21', '2016-03-22'].map(chosen)).toEqual([
      'commercial-partner',
      'commercial-partner',
      'wholly-owned-company',
    ]);
  });

  it('prefers the commercial partner again where the second choice is struck', () => {
    const after = given(reviewStream, [...untilTheCabinet, chosenByCabinet])
      .striking([untilTheCabinet.length])
      .thenRecords([]);
    expect(after.asAt(civilDate('2016-04-01')).get(legalServices)).toMatchObject({
      stage: 'authorised-to-proceed',
      chosen: { option: 'commercial-partner' },
    });
  });

  it('does not lose the first choice by a strike: what followed stands on it', () => {
    const first = untilTheCouncil.length;
    given(reviewStream, [...untilTheCabinet, chosenByCabinet])
      .striking([first])
      .thenRefused('stage-out-of-order', { entry: first + 1 });
  });
});
