import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { given } from '#testing';
import { everyCommand } from './every-command.story.js';
import { reviewStream, type ReviewEvent } from './index.js';
import { asItIs, asked, everyStage, happened, legalServices, said, upTo } from './legal-services.story.js';

const chosen = upTo('option-chosen');
const reason = 'The search for a partner came to nothing';
const deferred = happened('2015-10-01', { type: 'ReviewDeferred', reason });
const withdrawn = happened('2015-10-01', { type: 'ReviewWithdrawn', reason });
const until = { on: civilDate('2016-03-31'), precision: 'month' } as const;
const fact = (on: string) => ({ on, precision: 'day', provenance: 'minuted' });
const reviewAfter = (entries: readonly ReviewEvent[]) =>
  given(reviewStream, entries).asAt().get(legalServices);

/** What adds to the record of a review after its choice and moves nothing. */
const slower = { option: 'commercial-partner', reason: 'It is slower' };
const adding = [
  everyCommand['name-review-team'],
  everyCommand['record-service-understanding'],
  everyCommand['record-market-engagement'],
  everyCommand['identify-option'],
  everyCommand['appraise-option'],
  said('2015-11-02', { type: 'reject-option', ...slower }, { type: 'OptionRejected', ...slower }),
  everyCommand['endorse-option'],
].map(({ command, event }) => {
  const effectiveOn = civilDate('2015-11-02');
  return [command.type, { ...command, effectiveOn }, { ...event, effectiveOn }] as const;
});

/** What would move a review after its choice, whether or not its stage is the one to move from. */
const moving = [
  asked('2015-11-02', { type: 'agree-scoping-brief' }),
  asked('2015-11-02', { type: 'conclude-appraisal' }),
  asked('2015-11-02', { type: 'choose-option', option: asItIs.option, reasons: [slower] }),
  asked('2015-11-02', { type: 'authorise-to-proceed' }),
  asked('2015-11-02', { type: 'submit-full-business-case' }),
  asked('2015-11-02', { type: 'authorise-full-business-case' }),
  asked('2015-11-02', { type: 'start-implementation' }),
  asked('2015-11-02', { type: 'complete-review' }),
  asked('2015-11-02', { type: 'refer-review-back', reason: 'The market has changed' }),
].map((command) => [command.type, command] as const);

describe('A review that is deferred', () => {
  it('keeps its stage, and says since when, why and until when', () => {
    const after = given(reviewStream, chosen)
      .when(asked('2015-10-01', { type: 'defer-review', reason, until }))
      .thenRecords([happened('2015-10-01', { type: 'ReviewDeferred', reason, until })]);
    expect(after.asAt().get(legalServices)).toEqual({
      ...reviewAfter(chosen),
      standing: 'deferred',
      standingSince: fact('2015-10-01'),
      standingReason: reason,
      deferredUntil: until,
      standingLog: [{ standing: 'deferred', how: 'deferred', ...fact('2015-10-01'), reason, until }],
    });
  });

  it.each(everyStage.slice(0, -1))('may be so at the stage %s', (stage, entries) => {
    const onHold = happened('2018-10-01', { type: 'ReviewDeferred', reason });
    expect(reviewAfter([...entries, onHold])).toMatchObject({ stage, standing: 'deferred' });
  });

  it('is not deferred until a day before the deferral', () => {
    const before = { on: civilDate('2015-09-30'), precision: 'day' } as const;
    given(reviewStream, chosen)
      .when(asked('2015-10-01', { type: 'defer-review', reason, until: before }))
      .thenRefused('deferral-reversed');
  });

  it.each([
    ['another day', asked('2015-12-01', { type: 'defer-review', reason })],
    ['another reason', asked('2015-10-01', { type: 'defer-review', reason: 'Nobody replied' })],
    ['another end', asked('2015-10-01', { type: 'defer-review', reason, until })],
  ])('is not deferred a second time for %s', (_what, command) => {
    given(reviewStream, [...chosen, deferred])
      .when(command)
      .thenRefused('review-deferred');
  });

  it.each(adding)('still takes %s', (_name, command, event) => {
    given(reviewStream, [...chosen, deferred])
      .when(command)
      .thenRecords([event]);
  });

  it.each(moving)('does not %s until it is resumed', (_name, command) => {
    given(reviewStream, [...chosen, deferred])
      .when(command)
      .thenRefused('review-deferred');
  });

  it('goes on where it was left when it is resumed; its end is forgotten, and its log keeps it', () => {
    const resume = { type: 'ReviewResumed', reason: 'A company of its own is proposed' } as const;
    const onHold = happened('2015-10-01', { type: 'ReviewDeferred', reason, until });
    expect(reviewAfter([...chosen, onHold, happened('2016-03-21', resume)])).toEqual({
      ...reviewAfter(chosen),
      standing: 'active',
      standingSince: fact('2016-03-21'),
      standingReason: resume.reason,
      standingLog: [
        { standing: 'deferred', how: 'deferred', ...fact('2015-10-01'), reason, until },
        { standing: 'active', how: 'resumed', ...fact('2016-03-21'), reason: resume.reason },
      ],
    });
  });

  it('may be withdrawn without being resumed first', () => {
    given(reviewStream, [...chosen, deferred])
      .when(asked('2016-03-21', { type: 'withdraw-review', reason }))
      .thenRecords([happened('2016-03-21', { type: 'ReviewWithdrawn', reason })]);
  });
});

describe('A review that is not deferred', () => {
  it.each([
    ['going on', chosen],
    ['withdrawn', [...chosen, withdrawn]],
    ['resumed before', [...chosen, deferred, happened('2016-03-01', { type: 'ReviewResumed' })]],
  ])('is not resumed: %s', (_what, entries) => {
    given(reviewStream, entries)
      .when(asked('2016-03-21', { type: 'resume-review' }))
      .thenRefused('review-not-deferred');
  });
});

describe('A review that is withdrawn', () => {
  it.each(adding)('does not take %s', (_name, command) => {
    given(reviewStream, [...chosen, withdrawn])
      .when(command)
      .thenRefused('review-withdrawn');
  });

  it.each(moving)('does not %s', (_name, command) => {
    given(reviewStream, [...chosen, withdrawn])
      .when(command)
      .thenRefused('review-withdrawn');
  });

  it.each([
    asked('2015-11-02', { type: 'defer-review', reason }),
    asked('2015-11-02', { type: 'withdraw-review', reason }),
    asked('2015-10-01', { type: 'withdraw-review', reason: 'Nobody replied' }),
  ])('refuses $type of $effectiveOn', (command) => {
    given(reviewStream, [...chosen, withdrawn])
      .when(command)
      .thenRefused('review-withdrawn');
  });

  it.each(everyStage.slice(0, -1))('is reopened at the stage it was left at: %s', (stage, entries) => {
    const left = happened('2018-10-01', { type: 'ReviewWithdrawn', reason });
    const again = happened('2018-12-03', { type: 'ReviewReopened', reason: 'A new offer' });
    const { standing, standingSince, standingReason, ...rest } = reviewAfter([...entries, left, again]) ?? {};
    expect({ standing, standingSince, standingReason }).toEqual({
      standing: 'active',
      standingSince: fact('2018-12-03'),
      standingReason: 'A new offer',
    });
    expect(rest).toMatchObject({ stage, stages: reviewAfter(entries)?.stages });
  });

  it('takes an entry of the past that tells what was done all the same, and says so', () => {
    const exception = { rule: 'review-withdrawn', reason: 'not in the source: a reopening' };
    given(reviewStream, [...chosen, withdrawn])
      .when(asked('2015-11-02', { type: 'record-market-engagement', activity: 'Presentation', exception }))
      .thenRecords([
        happened('2015-11-02', { type: 'MarketEngagementRecorded', activity: 'Presentation', exception }),
      ]);
  });

  it('is not withdrawn twice, whatever the exception', () => {
    const exception = { rule: 'review-withdrawn', reason: 'not in the source: a reopening' };
    given(reviewStream, [...chosen, withdrawn])
      .when(asked('2015-11-02', { type: 'withdraw-review', reason, exception }))
      .thenRefused('review-withdrawn');
  });
});

describe('A review that is complete', () => {
  const ahead = civilDate('2018-02-01');

  it.each(adding)('does not take %s', (_name, command) => {
    given(reviewStream, upTo('complete'))
      .when({ ...command, effectiveOn: ahead })
      .thenRefused('review-complete');
  });

  it.each(['defer-review', 'withdraw-review'] as const)('refuses %s', (type) => {
    given(reviewStream, upTo('complete'))
      .when(asked('2018-02-01', { type, reason }))
      .thenRefused('review-complete');
  });

  it('is reopened at the stage it was completed from, and may be completed again', () => {
    const reopened = happened('2018-02-01', { type: 'ReviewReopened', reason: 'The company is wound up' });
    const entries = [...upTo('complete'), reopened];
    const { stages } = reviewAfter(upTo('full-case-authorised')) ?? {};
    expect(reviewAfter(entries)).toMatchObject({
      stage: 'implementing',
      stageSince: fact('2018-02-01'),
      stages: [...(stages ?? []), { stage: 'implementing', ...fact('2018-02-01') }],
      standing: 'active',
      standingSince: fact('2018-02-01'),
    });
    given(reviewStream, entries)
      .when(asked('2018-06-01', { type: 'complete-review' }))
      .thenRecords([happened('2018-06-01', { type: 'ReviewCompleted' })]);
  });
});

describe('A review that is going on', () => {
  it.each([
    ['active', chosen],
    ['deferred', [...chosen, deferred]],
    ['reopened before', [...chosen, withdrawn, happened('2016-03-01', { type: 'ReviewReopened', reason })]],
  ])('is not reopened: %s', (_what, entries) => {
    given(reviewStream, entries)
      .when(asked('2016-03-21', { type: 'reopen-review', reason: 'A new offer' }))
      .thenRefused('review-not-over');
  });
});
