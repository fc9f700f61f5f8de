import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { civilDate, financialYear, type Instant } from '#calendar';
import { SmallBook } from '#testing';
import { restatement } from './index.js';

const year = financialYear(civilDate('2017-09-01'));
const registers = (unit: string) => ({ type: 'register-unit', unit, name: unit, opening: true });
const posts = (unit: string, count: number) => ({ type: 'set-unit-posts', unit, posts: count });

let book: SmallBook;
beforeEach(async () => {
  book = new SmallBook();
  await book.say('2013-07-18', { type: 'start-programme', name: 'Transformation' });
});
afterEach(() => book.close());

/** The ids of the entries named behind each thing that is another: on a later day, or by a later knowledge. */
async function behind(from: readonly [string, Instant?], to: readonly [string, Instant?]) {
  const { reader, moment: after } = await book.as(...to);
  const { moment: before } = await book.as(...from);
  return Object.fromEntries(
    reader.log
      .changes('county', before, after)
      .map(({ id, entries }) => [id, entries.map((entry) => entry.id)]),
  );
}

describe('Behind what changed', () => {
  it('stands no entry that comes to the thing only later, such as the budget of a unit that is yet to be split', async () => {
    for (const unit of ['libraries', 'highways']) await book.say('2013-07-18', registers(unit));
    const into = ['libraries', 'highways'].map((unit) => ({ unit, share: 1 }));
    const { recordedAt } = await book.say('2017-12-15', { type: 'split-unit', unit: 'libraries', into });
    const budget = { type: 'set-unit-budget', unit: 'libraries', year, net: 100 };
    const { id: ofBudget } = await book.say('2014-04-09', budget);
    const { id: ofPosts } = await book.say('2013-09-19', posts('highways', 139));
    expect(await behind(['2017-06-02', recordedAt], ['2017-06-02'])).toEqual({
      libraries: [ofBudget],
      highways: [ofPosts],
    });
    expect(await behind(['2017-12-15', recordedAt], ['2017-12-15'])).toEqual({
      libraries: [ofBudget],
      highways: [ofBudget, ofPosts],
    });
    const { reader, moment } = await book.as('2017-06-02');
    const { moment: then } = await book.as('2017-06-02', recordedAt);
    const { facts } = restatement(reader, 'county', then, moment);
    expect(facts.map(({ id, entries }) => [id, entries.map((entry) => entry.id)])).toEqual([
      ['highways', [ofPosts]],
      ['libraries', [ofBudget]],
    ]);
  });

  it('stands no entry of a later day than the one that is asked of', async () => {
    const { recordedAt } = await book.say('2013-07-18', registers('libraries'));
    const { id } = await book.say('2013-09-19', posts('libraries', 20));
    await book.say('2014-09-19', posts('libraries', 19));
    expect(await behind(['2014-04-01', recordedAt], ['2014-04-01'])).toEqual({ libraries: [id] });
  });

  it('stands no entry between two days that was struck, and no strike', async () => {
    await book.say('2013-07-18', registers('libraries'));
    const { id: wrong } = await book.say('2013-09-19', posts('libraries', 20));
    await book.strike('structure', wrong, '2013-09-19', 'It was another unit');
    const { id } = await book.say('2013-10-02', posts('libraries', 19));
    expect(await behind(['2013-09-01'], ['2014-04-01'])).toEqual({ libraries: [id] });
  });
});
