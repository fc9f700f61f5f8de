import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { given } from '#testing';
import { reviewStream } from './index.js';
import { asked, happened, legalServices, upTo } from './legal-services.story.js';

const minuted = (on: string) => ({ on: civilDate(on), precision: 'day', provenance: 'minuted' }) as const;
const byTheEndOf = (on: string) => ({ on: civilDate(on), precision: 'month' }) as const;

const brief = { outcome: 'scoping-brief', due: byTheEndOf('2013-10-31') } as const;
const options = { outcome: 'options', due: byTheEndOf('2014-04-30') } as const;
const briefPlanned = happened('2013-09-19', { type: 'OutcomePlanned', ...brief });

describe('What a review owes', () => {
  it('is due by the day that was said, from the day on which it was said', () => {
    const after = given(reviewStream, upTo('proposed'))
      .when(asked('2013-09-19', { type: 'plan-outcome', ...brief }))
      .thenRecords([briefPlanned]);
    const dueLog = [{ ...brief.due, made: minuted('2013-09-19') }];
    expect(after.asAt(civilDate('2013-09-18')).get(legalServices)).toBeUndefined();
    expect(after.asAt(civilDate('2013-09-19')).get(legalServices)?.outcomes).toEqual([
      { outcome: 'scoping-brief', dueLog },
    ]);
  });

  it('is each due by a day of its own, in the order in which that was said', () => {
    const after = given(reviewStream, [...upTo('proposed'), briefPlanned])
      .when(asked('2013-09-26', { type: 'plan-outcome', ...options }))
      .thenRecords([happened('2013-09-26', { type: 'OutcomePlanned', ...options })]);
    expect(after.asAt().get(legalServices)?.outcomes).toEqual([
      { outcome: 'scoping-brief', dueLog: [{ ...brief.due, made: minuted('2013-09-19') }] },
      { outcome: 'options', dueLog: [{ ...options.due, made: minuted('2013-09-26') }] },
    ]);
  });

  it('is moved to another day, and keeps the days it was due by, with why and when each was said', () => {
    const reason = 'The team was named later than planned';
    const moved = { outcome: 'scoping-brief', due: byTheEndOf('2013-11-30'), reason } as const;
    const after = given(reviewStream, [...upTo('proposed'), briefPlanned])
      .when(asked('2013-10-17', { type: 'move-outcome', ...moved }))
      .thenRecords([happened('2013-10-17', { type: 'OutcomeMoved', ...moved })]);
    const first = { ...brief.due, made: minuted('2013-09-19') };
    expect(after.asAt(civilDate('2013-10-16')).get(legalServices)?.outcomes).toEqual([
      { outcome: 'scoping-brief', dueLog: [first] },
    ]);
    expect(after.asAt(civilDate('2013-10-17')).get(legalServices)?.outcomes).toEqual([
      { outcome: 'scoping-brief', dueLog: [first, { ...moved.due, reason, made: minuted('2013-10-17') }] },
    ]);
  });

  it('is not moved to the day it is due by already: nothing is recorded', () => {
    given(reviewStream, [...upTo('proposed'), briefPlanned])
      .when(asked('2013-10-17', { type: 'move-outcome', ...brief, reason: 'Said again in the report' }))
      .thenNothing();
  });

  it('is not on record before anybody says a day', () => {
    expect(given(reviewStream, upTo('option-chosen')).asAt().get(legalServices)).not.toHaveProperty(
      'outcomes',
    );
  });
});
