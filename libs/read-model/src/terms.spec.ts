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

  it('say what each is of, who held it, how, from whom and until when, whole', async () => {
    const whole = new SmallBook();
    const day = (on: string) => ({ on, precision: 'day' });
    await whole.say('2013-01-01', { type: 'start-programme', name: 'Transformation' });
    await whole.say('2013-01-01', {
      type: 'establish-body',
      body: 'cabinet',
      name: 'Cabinet',
      bodyKind: 'cabinet',
    });
    await whole.say('2013-01-01', { type: 'create-office', office: 'leader', title: 'Leader' });
    await whole.say('2013-01-02', {
      type: 'appoint-member',
      body: 'cabinet',
      member: 'person-2',
      until: day('2013-12-31'),
    });
    await whole.say('2013-01-03', {
      ...{ type: 'appoint-to-office', office: 'leader', holder: 'person-1', precision: 'month' },
      ...{ until: { on: '2014-05-31', precision: 'month' }, provenance: 'illustrative' },
    });
    await whole.say('2013-01-04', {
      type: 'confer-power',
      power: 'contracts',
      description: 'To let contracts',
      on: 'cabinet',
    });
    await whole.say('2014-02-01', {
      ...{
        type: 'delegate-power',
        power: 'contracts',
        from: 'cabinet',
        to: 'leader',
        conditions: 'Up to £1m',
      },
    });
    const { reader, moment } = await whole.as('2014-01-01');
    const bare = {
      ...{
        how: null,
        delegatedBy: null,
        conditions: null,
        decision: null,
        provenance: 'minuted',
        illustrative: false,
      },
      ...{ precision: 'day', until: null, untilPrecision: null },
    };
    expect(terms(reader, 'county', moment)).toEqual([
      {
        ...{ ...bare, what: 'office', of: 'leader', ofName: 'Leader', who: 'person-1', whoName: 'person-1' },
        ...{
          from: '2013-01-03',
          precision: 'month',
          until: '2014-05-31',
          untilPrecision: 'month',
          when: 'now',
        },
        ...{ provenance: 'illustrative', illustrative: true },
      },
      {
        ...{
          ...bare,
          what: 'membership',
          of: 'cabinet',
          ofName: 'Cabinet',
          who: 'person-2',
          whoName: 'person-2',
        },
        ...{ from: '2013-01-02', until: '2013-12-31', untilPrecision: 'day', when: 'past' },
      },
      {
        ...{
          ...bare,
          what: 'power',
          of: 'contracts',
          ofName: 'To let contracts',
          who: 'cabinet',
          whoName: 'Cabinet',
        },
        ...{ how: 'constitution', from: '2013-01-04', when: 'now' },
      },
      {
        ...{
          ...bare,
          what: 'power',
          of: 'contracts',
          ofName: 'To let contracts',
          who: 'leader',
          whoName: 'Leader',
        },
        ...{
          how: 'delegation',
          delegatedBy: 'Cabinet',
          conditions: 'Up to £1m',
          from: '2014-02-01',
          when: 'to-come',
        },
      },
    ]);
    whole.close();
  });
});
