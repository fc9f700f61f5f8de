import { afterAll, describe, expect, it } from '@jest/globals';
import { SmallBook } from '#testing';
import { askingOf, held, nameOf, names, thingAsRead, where } from './contract/as-read.js';
import { savingPages } from './savings/saving-pages.js';
import { standsOn } from './stands-on.js';
import { unitPages } from './units/units-page.js';
import type { ThingFacts } from './things/thing-pages.js';

const book = new SmallBook();
afterAll(() => book.close());

/** Two decisions of the Cabinet, one published and one not. */
const recorded = (async () => {
  const day = '2013-07-18';
  await book.say(day, { type: 'start-programme', name: 'Transformation' });
  await book.say(day, { type: 'set-council-setting', setting: 'call-in-clear-days', value: 5 });
  await book.say(day, { type: 'set-council-setting', setting: 'call-in-basis', value: 'working' });
  await book.say(day, { type: 'establish-body', body: 'cabinet', name: 'Cabinet', bodyKind: 'cabinet' });
  const power = { power: 'executive', description: 'To decide for the executive', on: 'cabinet' };
  await book.say(day, { type: 'confer-power', ...power, covers: ['executive-functions'] });
  await book.say('2014-06-30', {
    ...{ type: 'record-decision', decision: 'hours', title: 'Hours', maker: 'Cabinet' },
  });
  await book.say('2014-07-01', { type: 'publish-decision', decision: 'hours' });
  await book.say('2014-07-02', {
    ...{ type: 'record-decision', decision: 'merger', title: 'Merger', maker: 'Cabinet' },
  });
})();

async function askingOn(day: string) {
  await recorded;
  return { ...askingOf({ waterfall: { groups: [] } }), ...(await book.as(day)) };
}

// Published on Tuesday 1 July 2014: 2, 3, 4, 7 and 8 July are clear.
const inForce = 'In force from 9 July 2014';
const waiting = 'Not in force on 9 July 2014: taken Wed 2 Jul 2014, not published yet';

describe('Where the decision behind a fact stands', () => {
  it('is said as of the day that is asked about', async () => {
    const on = async (day: string, decision?: string) =>
      standsOn(await askingOn(day))(held('2014-07-01', 'minuted', decision));
    expect(await on('2014-07-09', 'hours')).toBe(inForce);
    expect(await on('2014-07-08', 'hours')).toMatch(/^Not in force on 8 July 2014: published Tue 1 Jul 2014/);
    expect(await on('2014-07-09', 'merger')).toBe(waiting);
    expect(await on('2014-07-01', 'merger')).toBe('Its decision is not on the record by then');
    expect(await on('2014-07-09')).toBe('No decision is named');
    expect(standsOn(await askingOn('2014-07-09'))(undefined)).toBe('');
  });

  it('stands on the page of a saving beside the amount that it was decided for', async () => {
    const plan = (pence: number, decision?: string) => ({
      profile: [{ year: '2014/15', pence }],
      stated: held('2014-07-01', 'minuted', decision),
    });
    const saving = {
      ...{ kind: 'saving', id: 'hours', name: 'Hours', category: 'cashable', recurrence: 'recurring' },
      ...{ standingLog: [], ownerLog: [], portfolioLog: [], reprofileLog: [] },
      ...{ basis: 'net', means: 'not-stated', status: 'forecast', standing: 'active' },
      ...{ identified: plan(1_00), inBusinessCase: plan(2_00, 'merger') },
      ...{ authorised: plan(3_00, 'hours'), forecast: plan(4_00), delivered: [], validated: [] },
    };
    const asking = await askingOn('2014-07-09');
    const facts = { where, asAt: '2014-07-09', part: saving, body: {}, entries: [], nameOf, names, asking };
    const { tables } = thingAsRead(await savingPages.one(facts as unknown as ThingFacts<'saving'>));
    expect(
      tables['Its amounts']?.map(({ Measure, Decision, 'Where it stands': stands }) => [
        Measure,
        Decision,
        stands,
      ]),
    ).toEqual([
      ['Identified', '', ''],
      ['In a business case', 'The decision merger', waiting],
      ['Authorised', 'The decision hours', inForce],
      ['Forecast', '', ''],
    ]);
  });

  it('stands on the page of a unit beside the end that it was decided for, not beside its beginning', async () => {
    const unit = {
      ...{ kind: 'unit', id: 'law', name: 'Law', status: 'merged', opening: false, budgets: [] },
      registered: held('2014-07-01', 'minuted', 'merger'),
      ended: { ...held('2014-07-09', 'minuted', 'hours'), how: 'merged', reason: 'One firm' },
    };
    const body = { lineage: { ancestors: [], descendants: [] }, statements: [] };
    const asking = await askingOn('2014-07-09');
    const facts = { where, asAt: '2014-07-09', part: unit, body, entries: [], nameOf, names, asking };
    const { facts: said } = thingAsRead(await unitPages.one(facts as unknown as ThingFacts<'unit'>));
    expect(said).toContainEqual(['Registered', '1 July 2014 | The decision merger']);
    expect(said).toContainEqual([
      'Ended',
      `Merged, 9 July 2014 | One firm | The decision hours | ${inForce}`,
    ]);
  });
});
