import { afterAll, describe, expect, it } from '@jest/globals';
import type { DecisionPart } from '#programme';
import { SmallBook } from '#testing';
import { checklistsOf, recordsOwed, standingRow, standings } from './index.js';

const book = new SmallBook();
afterAll(() => book.close());

const power = (name: string, covers: string, on: string) => ({
  ...{ type: 'confer-power', power: name, description: name, covers: [covers], on },
});
const taken = (decision: string, maker: string, items: object = {}) => ({
  ...{ type: 'record-decision', decision, title: decision, maker, ...items },
});

/** A decision of each kind of maker, with some of the items that it owes. */
const recorded = (async () => {
  const day = '2013-07-18';
  await book.say(day, { type: 'start-programme', name: 'Transformation' });
  await book.say(day, { type: 'establish-body', body: 'council', name: 'Council', bodyKind: 'council' });
  await book.say(day, { type: 'establish-body', body: 'cabinet', name: 'Cabinet', bodyKind: 'cabinet' });
  await book.say(day, { type: 'create-office', office: 'head', title: 'Head of Paid Service' });
  await book.say(day, { type: 'appoint-to-office', office: 'head', holder: 'person-1' });
  await book.say(day, power('budget', 'budget-and-policy-framework', 'council'));
  await book.say(day, power('executive', 'executive-functions', 'cabinet'));
  await book.say(day, power('staffing', 'staffing', 'head'));
  const two = { text: 'Agreed', reasons: 'It costs less' };
  const four = { ...two, alternatives: 'none considered', conflicts: 'none declared' };
  await book.say('2014-01-06', taken('cabinet-two', 'Cabinet', { power: 'executive', ...two }));
  await book.say('2014-01-06', taken('cabinet-all', 'Cabinet', { power: 'executive', ...four }));
  await book.say('2014-01-06', taken('council-none', 'Council', { power: 'budget' }));
  await book.say('2014-01-06', taken('council-text', 'Council', { power: 'budget', text: 'Endorsed' }));
  await book.say('2014-01-06', taken('head-two', 'Head of Paid Service', { power: 'staffing', ...two }));
  await book.say('2014-01-06', taken('head-all', 'Head of Paid Service', { power: 'staffing', ...four }));
  await book.say('2014-01-07', { type: 'publish-decision', decision: 'head-all' });
  return book.as('2014-02-01');
})();

describe('What is missing from the record of a decision', () => {
  it.each([
    ['cabinet-two', 'executive-body', ['alternatives', 'conflicts', 'dispensations']],
    ['cabinet-all', 'executive-body', []],
    ['council-none', 'council', ['decision', 'meeting']],
    ['council-text', 'council', ['meeting']],
    ['head-two', 'officer', ['alternatives', 'conflicts', 'available']],
    ['head-all', 'officer', []],
  ])('of %s, which owes the record of %s, is %j, and that many are counted', async (id, kind, lacking) => {
    const { reader, moment } = await recorded;
    const decision = reader.parts.one('county', 'decision', id, moment).part as DecisionPart;
    const owed = recordsOwed(reader, 'county', moment)(decision);
    const { record, missing } = checklistsOf(decision, owed);
    expect(owed?.kind).toBe(kind);
    expect(record.filter(({ held }) => !held).map(({ item }) => item)).toEqual(lacking);
    expect(missing).toBe(lacking.length);
    const row = standingRow(decision, standings(reader, 'county', moment)(decision), owed);
    expect([row.recordOwed, row.missing]).toEqual([kind, lacking.length]);
  });
});
