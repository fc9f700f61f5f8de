import { afterAll, describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { SmallBook } from '#testing';
import { where } from '../contract/as-read.js';
import { quickChoices } from './quick-choices.js';

const book = new SmallBook();
afterAll(() => book.close());

describe('The pairs of dates that are asked for often', () => {
  it('are the day itself and now, and the days of the last four decisions that the thing stands on', async () => {
    await book.say('2014-01-01', { type: 'start-programme', name: 'Transformation' });
    await book.say('2014-01-01', { type: 'register-unit', unit: 'legal', name: 'Legal Services' });
    for (const [n, day] of ['2014-03-01', '2014-02-01', '2014-04-01', '2014-05-01', '2014-06-01'].entries()) {
      const decision = `d${n}`;
      await book.say(day, { type: 'record-decision', decision, title: `Decision ${n}`, maker: 'Cabinet' });
      await book.say(`2014-07-0${n + 1}`, {
        ...{ type: 'rename-unit', unit: 'legal', name: `Legal ${n}`, decision },
      });
    }
    const { reader, moment } = await book.as('2014-12-31');
    const now = civilDate('2016-04-01');
    const of = (thing?: { kind: string; id: string }) => quickChoices(reader, where, moment, now, thing);
    const compare = '/programmes/county/compare?';
    expect(of()).toEqual([
      {
        about: 'This day',
        links: [{ text: 'that day, and now', href: `${compare}knownFrom=2014-12-31&knownTo=2016-04-01` }],
      },
    ]);
    const legal = of({ kind: 'unit', id: 'legal' });
    expect(legal.map(({ about }) => about)).toEqual([
      'This day',
      'Decision 4, 1 June 2014',
      'Decision 3, 1 May 2014',
      'Decision 2, 1 April 2014',
      'Decision 0, 1 March 2014',
    ]);
    const thing = '&thing=unit%2Flegal';
    expect(legal[1]?.links).toEqual([
      {
        text: 'the day before, and that day',
        href: `${compare}asAt=2014-06-01&knownFrom=2014-05-31&knownTo=2014-06-01${thing}`,
      },
      {
        text: 'that day, and now',
        href: `${compare}asAt=2014-06-01&knownFrom=2014-06-01&knownTo=2016-04-01${thing}`,
      },
    ]);
    expect(of({ kind: 'decision', id: 'd1' }).map(({ about }) => about)).toEqual([
      'This day',
      'Decision 1, 1 February 2014',
    ]);
  });
});
