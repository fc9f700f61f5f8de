import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SmallBook } from '#testing';
import { decisionRow } from './index.js';

let book: SmallBook;
beforeEach(async () => {
  book = new SmallBook();
  await book.say('2013-07-18', { type: 'start-programme', name: 'Facing the Challenge' });
});
afterEach(() => book.close());

const decide = (decision: string, more: object = {}) => ({
  ...{ type: 'record-decision', decision, title: `Decision on ${decision}`, maker: 'Cabinet' },
  ...{ subjectToCallIn: false, ...more },
});

describe('The register of decisions', () => {
  it('shows who took each, under which power, when, and whether it is key: yes for yes and no for no', async () => {
    await book.say('2014-05-14', {
      ...{
        type: 'agree-special-urgency',
        decision: 'key',
        agreedBy: 'scrutiny-chair',
        office: 'Chair of Scrutiny',
      },
      reason: 'It cannot wait',
    });
    await book.say('2014-05-15', {
      ...decide('key', { key: true, reference: '14/00051', power: 'contracts', maker: 'Leader' }),
      ...{ precision: 'month', provenance: 'illustrative' },
    });
    await book.say('2014-05-15', decide('not-key', { key: false }));
    await book.say('2014-05-15', decide('silent'));
    const { reader, moment } = await book.as('2014-05-15');
    const shown = reader.decisions
      .at('county', moment)
      .map(({ part, holdsFrom }) => decisionRow(part, holdsFrom, `The ${part.maker}`));
    const common = { takenOn: '2014-05-15', precision: 'day', power: null, reference: null, holdsFrom: null };
    const cabinet = {
      ...common,
      maker: 'Cabinet',
      makerName: 'The Cabinet',
      provenance: 'minuted',
      illustrative: false,
    };
    expect(shown).toEqual([
      {
        ...{
          ...common,
          id: 'key',
          title: 'Decision on key',
          key: true,
          reference: '14/00051',
          power: 'contracts',
        },
        ...{
          maker: 'Leader',
          makerName: 'The Leader',
          precision: 'month',
          provenance: 'illustrative',
          illustrative: true,
        },
      },
      { ...cabinet, id: 'not-key', title: 'Decision on not-key', key: false },
      { ...cabinet, id: 'silent', title: 'Decision on silent', key: null },
    ]);
  });
});
