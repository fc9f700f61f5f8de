import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { given } from '#testing';
import { countedOf, savingMeasures, savingStream, type SavingEvent, type SavingPart } from './index.js';
import {
  asked,
  authorising,
  delivering,
  elsewhere,
  forecasting,
  happened,
  identified,
  identifying,
  outline,
  placing,
  planned,
  released,
  releasing,
  validating,
  wholeWay,
  year,
} from './library-saving.story.js';

const minuted = (on: string) => ({ on, precision: 'day', provenance: 'minuted' });
const savingAfter = (entries: readonly SavingEvent[], day?: string) =>
  given(savingStream, entries)
    .asAt(day === undefined ? undefined : civilDate(day))
    .get('saving/library-hours');
const counted = (part: SavingPart | undefined) =>
  Object.fromEntries(
    savingMeasures.map((measure) => [
      measure,
      part ? countedOf(part, measure).reduce((sum, { pence }) => sum + pence, 0) : undefined,
    ]),
  );

describe('A saving', () => {
  it('is nothing before the day it was identified, and from then on has one owner and one portfolio', () => {
    expect(savingAfter(identified, '2014-05-14')).toBeUndefined();
    expect(savingAfter(identified, '2014-05-15')).toEqual({
      kind: 'saving',
      id: 'library-hours',
      ...outline,
      ownerSince: minuted('2014-05-15'),
      ownerLog: [{ owner: 'Head of Libraries', ...minuted('2014-05-15') }],
      portfolioSince: minuted('2014-05-15'),
      portfolioLog: [{ portfolio: 'place', ...minuted('2014-05-15') }],
      status: 'identified',
      standing: 'active',
      standingLog: [],
      reprofileLog: [],
      identified: { ...planned, stated: minuted('2014-05-15') },
      delivered: [],
      validated: [],
    });
  });

  it.each([
    ['2014-05-15', 'identified', [327_000_000, 0, 0, 0, 0, 0]],
    ['2014-07-17', 'in-business-case', [327_000_000, 100_000_000, 0, 0, 0, 0]],
    ['2015-02-12', 'authorised', [327_000_000, 100_000_000, 110_000_000, 0, 0, 0]],
    ['2015-07-01', 'forecast', [327_000_000, 100_000_000, 110_000_000, 90_000_000, 0, 0]],
    ['2016-03-31', 'delivered', [327_000_000, 100_000_000, 110_000_000, 90_000_000, 80_000_000, 0]],
    ['2016-05-16', 'validated', [327_000_000, 100_000_000, 110_000_000, 90_000_000, 80_000_000, 75_000_000]],
  ])('on %s has come as far as %s, and keeps each amount beside the others', (day, status, amounts) => {
    const part = savingAfter(wholeWay, day);
    expect(part?.status).toBe(status);
    expect(Object.values(counted(part))).toEqual(amounts);
  });

  it('keeps what a decision authorises, what a case holds and why it is forecast with each amount', () => {
    const part = savingAfter(wholeWay);
    expect(part?.inBusinessCase).toMatchObject({ businessCase: 'outline', stated: minuted('2014-07-17') });
    expect(part?.authorised?.stated).toEqual({ ...minuted('2015-02-12'), decision: 'budget-2015' });
    expect(part?.forecast?.reason).toBe('The consultation ran into April');
    expect(part?.validated).toEqual([
      { year: '2015/16', pence: 75_000_000, by: 'Section 151 officer', confirmed: minuted('2016-05-16') },
    ]);
  });

  it('is delivered by year: the last report of a year stands, the other years stay', () => {
    const report = (day: string, text: string, pence: number) =>
      happened(day, { type: 'SavingDelivered', year: year(text), pence });
    const entries = [
      ...identified,
      report('2016-06-30', '2016/17', 5),
      report('2015-09-30', '2015/16', 30),
      report('2016-03-31', '2015/16', 80),
    ];
    const on = (day: string) =>
      savingAfter(entries, day)?.delivered.map(({ year: one, pence }) => [one, pence]);
    expect(on('2015-12-31')).toEqual([['2015/16', 30]]);
    expect(on('2016-06-30')).toEqual([
      ['2015/16', 80],
      ['2016/17', 5],
    ]);
  });

  it('that nothing was delivered of has not been delivered', () => {
    const none = happened('2016-03-31', { type: 'SavingDelivered', year: year('2015/16'), pence: 0 });
    expect(savingAfter([...identified, none])?.status).toBe('identified');
  });

  it('is re-profiled to the penny, and keeps what it was before and why', () => {
    const profile = [{ year: year('2017/18'), pence: 110_000_000 }];
    const reason = 'The registrars cannot be moved before the law is changed';
    const after = given(savingStream, [...identified, authorising.event])
      .when(asked('2015-06-01', { type: 'reprofile-saving', plan: 'authorised', profile, reason }))
      .thenRecords([
        happened('2015-06-01', {
          type: 'SavingReprofiled',
          plan: 'authorised',
          fromProfile: [{ year: year('2015/16'), pence: 110_000_000 }],
          profile,
          reason,
        }),
      ]);
    expect(after.asAt().get('saving/library-hours')).toMatchObject({
      authorised: {
        profile,
        stated: { decision: 'budget-2015' },
        reprofiled: {
          ...minuted('2015-06-01'),
          reason,
          fromProfile: [{ year: '2015/16', pence: 110_000_000 }],
        },
      },
    });
  });

  it('keeps each time that it was re-profiled, with the amounts before and after, the day and the reason', () => {
    const moved = (on: string, from: string, to: string, reason: string) =>
      happened(on, {
        ...{ type: 'SavingReprofiled', plan: 'authorised', reason },
        fromProfile: [{ year: year(from), pence: 110_000_000 }],
        profile: [{ year: year(to), pence: 110_000_000 }],
      });
    const first = moved('2015-06-01', '2015/16', '2016/17', 'The law is not changed');
    const second = moved('2016-06-01', '2016/17', '2017/18', 'Nor this year');
    expect(savingAfter([...identified, authorising.event, first, second])?.reprofileLog).toEqual([
      {
        ...{ plan: 'authorised', ...minuted('2015-06-01'), reason: 'The law is not changed' },
        fromProfile: [{ year: '2015/16', pence: 110_000_000 }],
        toProfile: [{ year: '2016/17', pence: 110_000_000 }],
      },
      {
        ...{ plan: 'authorised', ...minuted('2016-06-01'), reason: 'Nor this year' },
        fromProfile: [{ year: '2016/17', pence: 110_000_000 }],
        toProfile: [{ year: '2017/18', pence: 110_000_000 }],
      },
    ]);
  });

  it('is re-profiled once, though it is said again with the years it is moved from in another order', () => {
    const [early, late] = [
      { year: year('2016/17'), pence: 50_000_000 },
      { year: year('2017/18'), pence: 60_000_000 },
    ];
    const again = {
      plan: 'authorised',
      profile: [{ year: year('2018/19'), pence: 110_000_000 }],
      reason: 'Nor the year after',
    } as const;
    const spread = happened('2015-06-01', {
      ...{ type: 'SavingReprofiled', plan: 'authorised', reason: 'The law is not changed' },
      fromProfile: [{ year: year('2015/16'), pence: 110_000_000 }],
      profile: [early, late],
    });
    const second = happened('2016-06-01', {
      ...{ type: 'SavingReprofiled', fromProfile: [early, late] },
      ...again,
    });
    given(savingStream, [...identified, authorising.event, spread, second])
      .when(asked('2016-06-01', { type: 'reprofile-saving', ...again, fromProfile: [late, early] }))
      .thenNothing();
  });

  it('in a review’s business case is that review’s from then on', () => {
    const placed = { ...placing.event, review: 'archives' } as SavingEvent;
    expect(savingAfter([...identified, placed], '2014-07-16')?.review).toBe('libraries');
    expect(savingAfter([...identified, placed])?.review).toBe('archives');
  });

  it('is in one portfolio on any day, with all its amounts', () => {
    const moved = happened('2015-04-01', {
      type: 'SavingMoved',
      fromPortfolio: 'place',
      toPortfolio: 'adults',
    });
    const part = savingAfter([...wholeWay, moved]);
    expect(savingAfter([...wholeWay, moved], '2015-03-31')?.portfolio).toBe('place');
    expect(part).toMatchObject({ portfolio: 'adults', portfolioSince: minuted('2015-04-01') });
    expect(counted(part)).toEqual(counted(savingAfter(wholeWay)));
  });

  it('keeps every owner it had and every portfolio it was in, and since when', () => {
    const entries = [
      ...identified,
      happened('2015-04-01', { type: 'SavingMoved', fromPortfolio: 'place', toPortfolio: 'adults' }),
      happened('2016-04-01', {
        type: 'SavingOwnerChanged',
        fromOwner: 'Head of Libraries',
        toOwner: 'Corporate Director',
        decision: 'owners-2016',
      }),
      happened('2017-04-01', { type: 'SavingMoved', fromPortfolio: 'adults', toPortfolio: 'place' }),
    ];
    const [library, director] = [
      { owner: 'Head of Libraries', ...minuted('2014-05-15') },
      { owner: 'Corporate Director', ...minuted('2016-04-01'), decision: 'owners-2016' },
    ];
    const places = [
      { portfolio: 'place', ...minuted('2014-05-15') },
      { portfolio: 'adults', ...minuted('2015-04-01') },
      { portfolio: 'place', ...minuted('2017-04-01') },
    ];
    expect(savingAfter(entries, '2016-03-31')).toMatchObject({
      ownerLog: [library],
      portfolioLog: places.slice(0, 2),
    });
    expect(savingAfter(entries)).toMatchObject({ ownerLog: [library, director], portfolioLog: places });
  });

  it('that is published as a total needs neither owner nor portfolio', () => {
    const total = {
      name: 'Savings in the budget',
      category: 'not-stated',
      recurrence: 'not-stated',
    } as const;
    const figures = {
      basis: 'not-stated',
      profile: [{ year: year('2015/16'), pence: 8_310_000_000 }],
    } as const;
    given(savingStream, [])
      .when(
        asked('2015-02-12', { type: 'identify-saving', ...total, ...figures, published: 'council-budgets' }),
      )
      .thenRecords([
        happened('2015-02-12', {
          type: 'SavingIdentified',
          ...total,
          ...figures,
          means: 'not-stated',
          published: 'council-budgets',
        }),
      ]);
  });

  it('may be of a year that the source does not state', () => {
    const profile = [{ year: 'not-stated', pence: 60_000_000 }] as const;
    given(savingStream, identified)
      .when(asked('2015-12-01', { type: 'forecast-saving', profile }))
      .thenRecords([happened('2015-12-01', { type: 'SavingForecast', profile })]);
  });

  it('has its years in one order, however they were given', () => {
    const [first, second] = planned.profile;
    given(savingStream, [])
      .when({ ...identifying.command, profile: [second, first] } as typeof identifying.command, elsewhere)
      .thenRecords([identifying.event]);
  });

  it('that is stated again is an entry where another day, figure, reason or decision is said, and none on its own day', () => {
    const { command, event } = forecasting;
    const again = (said: object) => given(savingStream, [...identified, event]).when({ ...command, ...said });
    again({}).thenNothing();
    again({ source: 'Monitoring report' }).thenNothing();
    for (const said of [
      { effectiveOn: civilDate('2015-08-01') },
      { decision: 'budget-2015' },
      { reason: 'The registrars move first' },
      { profile: [{ year: year('2015/16'), pence: 90_000_001 }] },
    ])
      again(said).thenRecords([{ ...event, ...said }]);
  });

  it('moves nowhere and to nobody where it is and whose it is, and keeps since when', () => {
    const again = given(savingStream, identified);
    again.when(asked('2015-04-01', { type: 'move-saving', toPortfolio: 'place' }), elsewhere).thenNothing();
    again
      .when(asked('2015-04-01', { type: 'change-saving-owner', toOwner: 'Head of Libraries' }))
      .thenNothing();
    again
      .when(
        asked('2015-04-01', {
          type: 'reprofile-saving',
          plan: 'identified',
          profile: planned.profile,
          reason: 'As it was',
        }),
      )
      .thenNothing();
  });

  it('is re-profiled from its years in whatever order they are sent', () => {
    const [first, second] = planned.profile;
    const profile = [{ year: year('2017/18'), pence: 327_000_000 }];
    const move = { type: 'reprofile-saving', plan: 'identified', profile, reason: 'Later' } as const;
    const asking = (fromProfile: readonly (typeof first | typeof second)[]) =>
      given(savingStream, identified).when(asked('2015-06-01', { ...move, fromProfile }));
    asking([second, first]).thenRecords([
      happened('2015-06-01', { ...move, type: 'SavingReprofiled', fromProfile: [first, second] }),
    ]);
    asking([second]).thenRefused('premise-changed');
  });

  it('names its owner and who confirms it in personal fields, which can be kept apart', () => {
    expect(
      Object.entries(savingStream.events).flatMap(([type, { personal }]) =>
        personal.length > 0 ? [[type, personal]] : [],
      ),
    ).toEqual([
      ['SavingIdentified', ['owner']],
      ['SavingValidated', ['by']],
      ['SavingOwnerChanged', ['toOwner', 'fromOwner']],
    ]);
  });

  it('reads the portfolio, the review, the project and the unit it would be under, and nothing else', () => {
    const { command } = identifying;
    expect(savingStream.reads(command)).toEqual(['portfolio/place', 'review/libraries']);
    const under = { ...command, project: 'library-trust', unit: 'libraries' } as typeof command;
    expect(savingStream.reads(under)).toHaveLength(4);
    given(savingStream, [])
      .when(under, elsewhere)
      .thenRecords([{ ...identifying.event, project: 'library-trust', unit: 'libraries' } as SavingEvent]);
    expect(savingStream.reads(asked('2015-01-01', { type: 'move-saving', toPortfolio: 'adults' }))).toEqual([
      'portfolio/adults',
    ]);
    expect(savingStream.reads(releasing.command)).toEqual([]);
    expect(savingStream.touches(releasing.event)).toEqual(['saving/library-hours']);
  });
});

describe('A saving that was released', () => {
  it('counts for nothing that was planned of it, and for all that was delivered of it', () => {
    expect(counted(savingAfter([...wholeWay, releasing.event]))).toEqual({
      identified: 0,
      inBusinessCase: 0,
      authorised: 0,
      forecast: 0,
      delivered: 80_000_000,
      validated: 75_000_000,
    });
    expect(savingAfter(released)).toMatchObject({
      status: 'identified',
      standing: 'released',
      standingSince: minuted('2016-06-01'),
      standingReason: 'The review of libraries was withdrawn',
    });
  });

  it('is not released twice, whatever the reason and whoever asks', () => {
    for (const before of [
      released,
      [...identified, { ...releasing.event, type: 'SavingWithdrawn' as const }],
    ]) {
      given(savingStream, before as SavingEvent[])
        .when(asked('2016-07-01', { type: 'release-saving', reason: 'The review ended' }))
        .thenRefused('saving-ended');
    }
  });

  it('is not released before a day on which something was said of it', () => {
    given(savingStream, [...identified, forecasting.event])
      .when({ ...releasing.command, effectiveOn: civilDate('2015-06-30') })
      .thenRefused('saving-ended', { entry: 1 });
  });

  it('can still have confirmed what was delivered of it before', () => {
    given(savingStream, [...identified, delivering.event, releasing.event])
      .when({ ...validating.command, effectiveOn: civilDate('2016-06-30') })
      .thenRecords([{ ...validating.event, effectiveOn: civilDate('2016-06-30') }]);
  });

  it('counts again once it is taken up again, and may be another review’s then', () => {
    const back = happened('2016-09-01', {
      type: 'SavingReinstated',
      reason: 'Another review takes it on',
      review: 'archives',
    });
    const part = savingAfter([...released, back]);
    expect(part).toMatchObject({ standing: 'active', review: 'archives' });
    expect(part?.standingLog).toEqual([
      {
        ...{ standing: 'released', ...minuted('2016-06-01') },
        reason: 'The review of libraries was withdrawn',
      },
      { standing: 'active', ...minuted('2016-09-01'), reason: 'Another review takes it on' },
    ]);
    expect(counted(part)).toEqual(counted(savingAfter(identified)));
  });
});

describe('A saving, written down', () => {
  it('has its members in one order, whatever happened first', () => {
    const [placed, authorised] = [
      placing.event,
      { ...authorising.event, effectiveOn: civilDate('2014-07-17') },
    ];
    const one = savingAfter([...identified, placed, authorised]);
    expect(JSON.stringify(savingAfter([...identified, authorised, placed]))).toBe(JSON.stringify(one));
  });
});
