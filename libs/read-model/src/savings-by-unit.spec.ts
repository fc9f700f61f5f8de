import { afterAll, describe, expect, it } from '@jest/globals';
import type { SavingPart } from '#programme';
import { SmallBook } from '#testing';
import { amountsByUnit } from './savings-by-unit.js';
import type { SavingAmount } from './savings.js';

const books: SmallBook[] = [];
afterAll(() => {
  for (const book of books) book.close();
});

async function county(): Promise<SmallBook> {
  const book = await SmallBook.begun();
  books.push(book);
  for (const unit of ['legal', 'democratic', 'property'])
    await book.say('2013-09-19', { type: 'register-unit', unit, name: unit, opening: true });
  return book;
}

/** What is where on a day of 100 pence that were identified for Legal, or for whichever unit is named. */
async function on(book: SmallBook, day: string, unit: string | undefined = 'legal', since = '2014-01-01') {
  const { reader, moment } = await book.as(day);
  const saving = { id: 'rent', unit, identified: { stated: { on: since } } } as unknown as SavingPart;
  const amount = { saving, year: '2014/15', pence: 100 } as unknown as SavingAmount;
  return amountsByUnit(
    reader,
    'county',
    moment,
  )(amount).map(({ unit: at, amount: { pence, ...kept } }) => {
    expect(kept).toEqual({ saving, year: '2014/15' });
    return [at, pence];
  });
}

const merge = (successor: string, ...units: readonly string[]) => ({ type: 'merge-units', units, successor });
const split = (unit: string, into: Readonly<Record<string, number>>) => ({
  type: 'split-unit',
  unit,
  into: Object.entries(into).map(([part, share]) => ({
    unit: part,
    share,
    ...(part !== unit && { name: part }),
  })),
});

describe('A saving of a unit', () => {
  it('is the successor’s from the day of a merge', async () => {
    const book = await county();
    await book.say('2014-04-01', merge('democratic', 'legal'));
    expect(await on(book, '2014-03-31')).toEqual([['legal', 100]]);
    expect(await on(book, '2014-04-01')).toEqual([['democratic', 100]]);
    expect(await on(book, '2014-04-01', 'property')).toEqual([['property', 100]]);
  });

  it('is shared out at a split to the last penny, and goes on from there', async () => {
    const book = await county();
    await book.say('2015-04-01', split('legal', { advice: 1, advocacy: 2 }));
    await book.say('2016-04-01', merge('property', 'advice'));
    expect(await on(book, '2015-03-31')).toEqual([['legal', 100]]);
    expect(await on(book, '2015-04-01')).toEqual([
      ['advice', 33],
      ['advocacy', 67],
    ]);
    expect(await on(book, '2016-04-01')).toEqual([
      ['property', 33],
      ['advocacy', 67],
    ]);
  });

  it('stays with a unit that goes on, but for the share it hands on; what it handed on before is no part of it', async () => {
    const book = await county();
    await book.say('2015-04-01', split('legal', { legal: 3, advice: 1 }));
    expect(await on(book, '2015-04-01')).toEqual([
      ['advice', 25],
      ['legal', 75],
    ]);
    expect(await on(book, '2016-01-01', 'legal', '2015-06-01')).toEqual([['legal', 100]]);
    expect(await on(book, '2016-01-01', 'legal', '2015-04-01')).toEqual([
      ['advice', 25],
      ['legal', 75],
    ]);
  });

  it('is handed on split by split, each of what is left by then, and comes together again where its parts do', async () => {
    const book = await county();
    await book.say('2014-04-01', split('legal', { legal: 1, advice: 1 }));
    await book.say('2014-04-01', split('legal', { legal: 4, archives: 1 }));
    await book.say('2015-04-01', split('legal', { legal: 3, courts: 1 }));
    await book.say('2016-04-01', merge('property', 'advice', 'courts'));
    // 100: 50 to advice; of 50, 10 to archives; of 40, 10 to courts; then 50 and 10 to property.
    expect(await on(book, '2015-04-01')).toEqual([
      ['advice', 50],
      ['archives', 10],
      ['courts', 10],
      ['legal', 30],
    ]);
    expect(await on(book, '2016-04-01')).toEqual([
      ['property', 60],
      ['archives', 10],
      ['legal', 30],
    ]);
  });

  it('comes back to a unit that is put together again of what it was split into, on the same day too', async () => {
    const book = await county();
    await book.say('2015-04-01', split('legal', { legal: 3, advice: 1 }));
    await book.say('2015-04-01', merge('legal', 'advice'));
    expect(await on(book, '2015-04-01')).toEqual([['legal', 100]]);
  });

  it('that came back on the day is handed on by what the unit did after that, as all the rest of it', async () => {
    const book = await county();
    await book.say('2015-04-01', split('legal', { legal: 1, advice: 1 }));
    await book.say('2015-04-01', merge('legal', 'advice'));
    await book.say('2015-04-01', split('legal', { legal: 4, courts: 1 }));
    // 50 of the 100 went out and came back: of all 100 a fifth goes to the courts.
    expect(new Map((await on(book, '2015-04-01')) as [string, number][])).toEqual(
      new Map([
        ['legal', 80],
        ['courts', 20],
      ]),
    );
  });

  it('stays where a unit is closed, and has no unit where it names none', async () => {
    const book = await county();
    await book.say('2015-04-01', { type: 'close-unit', unit: 'legal' });
    expect(await on(book, '2015-04-01')).toEqual([['legal', 100]]);
    const { reader, moment } = await book.as('2015-04-01');
    const saving = { id: 'rent' } as unknown as SavingPart;
    const amount = { saving, pence: 100 } as SavingAmount;
    expect(amountsByUnit(reader, 'county', moment)(amount)).toEqual([{ unit: null, amount }]);
  });
});
