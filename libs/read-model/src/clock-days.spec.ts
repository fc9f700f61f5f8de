import { afterAll, describe, expect, it } from '@jest/globals';
import type { DecisionPart } from '#programme';
import { SmallBook } from '#testing';
import { clockRuns, decisionDetail } from './index.js';

const book = new SmallBook();
afterAll(() => book.close());

/** A key decision published on the Thursday before Easter 2014, noticed four weeks before it was taken. */
async function libraries() {
  await book.say('2013-07-18', { type: 'start-programme', name: 'Transformation' });
  for (const [setting, value] of [
    ['notice-clear-days', 28],
    ['notice-basis', 'calendar'],
    ['call-in-clear-days', 5],
    ['call-in-basis', 'working'],
  ]) {
    await book.say('2013-07-18', { type: 'set-council-setting', setting, value });
  }
  await book.say('2014-03-18', {
    type: 'give-key-decision-notice',
    decision: 'libraries',
    title: 'Libraries',
    matter: 'Whether to set up a trust',
  });
  await book.say('2014-04-16', {
    type: 'record-decision',
    decision: 'libraries',
    title: 'Libraries: a trust',
    maker: 'Cabinet',
    key: true,
  });
  await book.say('2014-04-17', { type: 'publish-decision', decision: 'libraries' });
  const { reader, moment } = await book.as('2014-05-01');
  const part = reader.parts.one('county', 'decision', 'libraries', moment).part as DecisionPart;
  return { reader, moment, part };
}

describe('The clocks of a decision, day by day', () => {
  it('count no weekend and no bank holiday in a window of working days, and agree with the standing', async () => {
    const { reader, moment, part } = await libraries();
    const [notice, callIn] = clockRuns(reader, 'county', part, moment);
    const detail = decisionDetail(reader, 'county', part, moment);
    expect(callIn?.then).toBe(detail.standing.inForceFrom);
    expect(callIn?.each.map(({ on, clearDay, rest }) => [on, clearDay, rest])).toEqual([
      ['2014-04-17', null, null],
      ['2014-04-18', null, 'Good Friday'],
      ['2014-04-19', null, 'Saturday'],
      ['2014-04-20', null, 'Sunday'],
      ['2014-04-21', null, 'Easter Monday'],
      ['2014-04-22', 1, null],
      ['2014-04-23', 2, null],
      ['2014-04-24', 3, null],
      ['2014-04-25', 4, null],
      ['2014-04-26', null, 'Saturday'],
      ['2014-04-27', null, 'Sunday'],
      ['2014-04-28', 5, null],
      ['2014-04-29', null, null],
    ]);
    expect(callIn?.each.map(({ what }) => what)).toEqual([
      ...['published', 'not-counted', 'not-counted', 'not-counted', 'not-counted'],
      ...['clear-day', 'clear-day', 'clear-day', 'clear-day', 'not-counted', 'not-counted'],
      ...['clear-day', 'first-day-after'],
    ]);
    expect(notice?.then).toBe('2014-04-16');
    expect(notice?.because).toBe(detail.clocks.notice[0]?.because);
    expect(notice?.each.filter(({ what }) => what === 'clear-day')).toHaveLength(28);
  });

  it('count from the notice of general exception where there is one, and only what somebody has set', async () => {
    await book.say('2014-06-02', {
      ...{ type: 'give-general-exception-notice', decision: 'roof', chairNotified: 'Chair of Scrutiny' },
      reason: 'It cannot wait',
    });
    const runs = async () => {
      const { reader, moment } = await book.as('2014-06-03');
      const part = reader.parts.one('county', 'decision', 'roof', moment).part as DecisionPart;
      return clockRuns(reader, 'county', part, moment).map(({ each, ...run }) => ({
        ...run,
        each: each.length,
      }));
    };
    expect(await runs()).toEqual([]);
    for (const [setting, value] of [
      ['general-exception-clear-days', 5],
      ['general-exception-basis', 'working'],
    ])
      await book.say('2014-05-01', { type: 'set-council-setting', setting, value });
    expect(await runs()).toEqual([
      {
        ...{ clock: 'general-exception', published: '2014-06-02', days: 5, basis: 'working' },
        ...{ lastClearDay: '2014-06-09', then: '2014-06-10', each: 9 },
        because:
          'notice of general exception published Mon 2 Jun 2014, five clear working days end Mon 9 Jun 2014, earliest Tue 10 Jun 2014',
      },
    ]);
  });
});
