import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SmallBook } from '#testing';
import { unitFlow } from '../index.js';

let book: SmallBook;
beforeEach(async () => {
  book = new SmallBook();
  await book.say('2013-07-18', { type: 'start-programme', name: 'Transformation' });
});
afterEach(() => book.close());

const registers = (unit: string) => ({ type: 'register-unit', unit, name: unit, opening: true });
/** Libraries go on, and hand half of what they have to the archives. */
const splitsOffTheArchives = {
  type: 'split-unit',
  unit: 'libraries',
  into: [
    { unit: 'libraries', share: 1 },
    { unit: 'archives', share: 1, name: 'Archives' },
  ],
};
const merges = (unit: string) => ({ type: 'merge-units', units: [unit], successor: 'libraries' });

const lines = async (day: string) => {
  const { reader, moment } = await book.as(day);
  return unitFlow.rows(reader, 'county', moment).map(({ from, to, how, on }) => [from, to, how, on]);
};

describe('The flow of units', () => {
  it('has a line of its own for a unit that stood before others were merged into it', async () => {
    for (const unit of ['legal', 'libraries']) await book.say('2013-09-19', registers(unit));
    await book.say('2014-04-01', merges('legal'));
    expect(await lines('2014-04-01')).toEqual([
      ['legal', 'libraries', 'merge', '2014-04-01'],
      ['libraries', 'libraries', null, null],
    ]);
  });

  it('misses no unit whose part came back to it', async () => {
    await book.say('2013-09-19', registers('libraries'));
    await book.say('2014-04-01', splitsOffTheArchives);
    await book.say('2015-04-01', merges('archives'));
    expect(await lines('2014-04-01')).toEqual([
      ['libraries', 'libraries', null, null],
      ['libraries', 'archives', 'split', '2014-04-01'],
    ]);
    expect(await lines('2015-04-01')).toEqual([['libraries', 'libraries', null, null]]);
  });

  it('keeps to the order of entries within a day: what was split off before a merge took nothing of it', async () => {
    for (const unit of ['legal', 'libraries']) await book.say('2013-09-19', registers(unit));
    await book.say('2014-04-01', splitsOffTheArchives);
    await book.say('2014-04-01', merges('legal'));
    expect(await lines('2014-04-01')).toEqual([
      ['legal', 'libraries', 'merge', '2014-04-01'],
      ['libraries', 'libraries', null, null],
      ['libraries', 'archives', 'split', '2014-04-01'],
    ]);
  });
});
