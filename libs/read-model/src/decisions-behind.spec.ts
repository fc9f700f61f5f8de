import { afterAll, describe, expect, it } from '@jest/globals';
import { SmallBook } from '#testing';
import { decisionsBehind, decisionsBehindPortfolio } from './index.js';

const book = new SmallBook();
afterAll(() => book.close());

describe('The decisions behind a thing', () => {
  it('are those that its entries carry by the date, and for a portfolio those behind what is in it', async () => {
    await book.say('2013-07-18', { type: 'start-programme', name: 'Transformation' });
    for (const [decision, on] of [
      ['first', '2013-09-19'],
      ['second', '2014-05-15'],
    ] as const) {
      await book.say(on, { type: 'record-decision', decision, title: decision, maker: 'Cabinet' });
    }
    const about = { portfolio: 'adults', name: 'Adults' };
    await book.say('2013-09-19', { type: 'open-portfolio', ...about, decision: 'first' });
    await book.say('2014-05-15', {
      type: 'charter-project',
      project: 'homes',
      name: 'Homes',
      portfolio: 'adults',
      decision: 'second',
    });
    const at = async (day: string) => {
      const { reader, moment } = await book.as(day);
      return [
        [...decisionsBehind(reader, 'county', { kind: 'portfolio', id: 'adults' }, moment)],
        [...decisionsBehind(reader, 'county', { kind: 'project', id: 'homes' }, moment)],
        [...decisionsBehindPortfolio(reader, 'county', 'adults', moment)],
      ];
    };
    expect(await at('2014-01-01')).toEqual([['first'], [], ['first']]);
    expect(await at('2014-06-01')).toEqual([['first'], ['second'], ['first', 'second']]);
  });

  it('are no longer those of an entry that is struck', async () => {
    const named = await book.say('2014-06-10', {
      ...{ type: 'name-portfolio-sponsor', portfolio: 'adults', sponsor: 'Leader', decision: 'second' },
    });
    const behind = async () => {
      const { reader, moment } = await book.as('2014-06-30');
      return [...decisionsBehind(reader, 'county', { kind: 'portfolio', id: 'adults' }, moment)];
    };
    expect(await behind()).toEqual(['first', 'second']);
    await book.strike('portfolio/adults', named.id, '2014-06-30', 'It was another portfolio');
    expect(await behind()).toEqual(['first']);
  });
});
