import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DecisionPart } from '#programme';
import { SmallBook } from '#testing';
import { decisionRow, standingRow, standings } from './index.js';

let book: SmallBook;
beforeEach(async () => {
  book = new SmallBook();
  await book.say('2013-07-18', { type: 'start-programme', name: 'Facing the Challenge' });
});
afterEach(() => book.close());

/** A record that holds all that it is to hold. */
const complete = {
  text: 'The archives go to a trust.',
  reasons: 'To keep them open',
  alternatives: 'none considered',
  conflicts: 'none declared',
};
const decide = (decision: string, more: object = {}) => ({
  ...{ type: 'record-decision', decision, title: `Decision on ${decision}`, maker: 'Cabinet' },
  ...{ subjectToCallIn: false, ...complete, ...more },
});

async function rows(day: string) {
  const { reader, moment } = await book.as(day);
  const standing = standings(reader, 'county', moment);
  return reader.list<DecisionPart>('county', 'decision', moment).map((part) => ({
    id: part.id,
    ...standingRow(part, standing(part)),
  }));
}

describe('The register of decisions', () => {
  it('counts the items that a record lacks, and none that it holds', async () => {
    await book.say('2014-05-15', decide('a-whole'));
    await book.say('2014-05-15', decide('b-one', { reasons: undefined }));
    await book.say('2014-05-15', decide('c-two', { reasons: undefined, alternatives: undefined }));
    await book.say(
      '2014-05-15',
      decide('d-three', { reasons: undefined, alternatives: undefined, text: undefined }),
    );
    const inForce = { status: 'in-force', inForceFrom: '2014-05-15' };
    expect(await rows('2014-05-15')).toEqual([
      { id: 'a-whole', ...inForce, missing: 0 },
      { id: 'b-one', ...inForce, missing: 1 },
      { id: 'c-two', ...inForce, missing: 2 },
      { id: 'd-three', ...inForce, missing: 3 },
    ]);
    await book.say('2014-05-16', {
      type: 'complete-decision-record',
      decision: 'b-one',
      reasons: 'To keep them',
    });
    expect((await rows('2014-05-16')).map(({ id, missing }) => [id, missing])).toEqual([
      ['a-whole', 0],
      ['b-one', 0],
      ['c-two', 2],
      ['d-three', 3],
    ]);
  });

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
    const shown = reader
      .register('county', moment)
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
