import { afterAll, describe, expect, it } from '@jest/globals';
import { SmallBook } from '#testing';
import { terms } from './index.js';

const book = new SmallBook();
afterAll(() => book.close());

describe('Terms of office and of power at a date', () => {
  it('are over, running or still to come, and one that is recorded ahead is shown before it begins', async () => {
    await book.say('2013-07-18', { type: 'start-programme', name: 'Transformation' });
    await book.say('2013-07-18', { type: 'create-office', office: 'leader', title: 'Leader' });
    await book.say('2013-07-18', {
      type: 'appoint-to-office',
      office: 'leader',
      holder: 'person-1',
      until: { on: '2014-05-31', precision: 'day' },
    });
    await book.say('2014-06-01', { type: 'appoint-to-office', office: 'leader', holder: 'person-2' });
    await book.say('2013-07-18', {
      type: 'confer-power',
      power: 'contracts',
      description: 'To let contracts',
      on: 'leader',
    });
    const at = async (day: string, knownAt?: string) => {
      const { reader, moment } = await book.as(day, knownAt as never);
      return terms(reader, 'county', moment).map(({ who, whoName, of, when }) => [of, who, whoName, when]);
    };
    expect(await at('2014-05-31')).toEqual([
      ['leader', 'person-1', 'person-1', 'now'],
      ['leader', 'person-2', 'person-2', 'to-come'],
      ['contracts', 'leader', 'Leader', 'now'],
    ]);
    expect((await at('2014-06-01')).map(([, who, , when]) => [who, when])).toEqual([
      ['person-1', 'past'],
      ['person-2', 'now'],
      ['leader', 'now'],
    ]);
  });
});
