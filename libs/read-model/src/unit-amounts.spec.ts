import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SmallBook } from '#testing';
import type { FinancialYear } from '#calendar';
import type { UnitPart } from '#programme';
import { postsOfUnits, statementsBehind, unitBudgetRows, unitBudgetTotals } from './index.js';

let book: SmallBook;
beforeEach(async () => {
  book = new SmallBook();
  await book.say('2013-07-18', { type: 'start-programme', name: 'Facing the Challenge' });
  const opening = { type: 'register-unit', opening: true };
  await book.say('2013-09-19', {
    ...opening,
    unit: 'a',
    name: 'Archives',
    directorate: 'Place',
    group: 'place',
    unitKind: 'trading',
  });
  await book.say('2013-09-19', { ...opening, unit: 'b', name: 'Books' });
  await book.say('2013-09-19', { ...opening, unit: 'c', name: 'Carers', group: 'people' });
});
afterEach(() => book.close());

const budget = (unit: string, year: string, more: object) => ({
  type: 'set-unit-budget',
  unit,
  year,
  ...more,
});
const illustrative = { provenance: 'illustrative' };
const bare = {
  directorate: null,
  group: null,
  unitKind: null,
  priceBase: null,
  grossPence: null,
  netPence: null,
  notStatedPence: null,
  statedOn: null,
  carriedFrom: [],
  provenances: ['minuted'],
  illustrative: false,
};

describe('The budgets of the open units', () => {
  it('stand unit by unit and year by year, gross under gross and net under net, and add up basis by basis', async () => {
    await book.say('2014-02-13', budget('a', '2015/16', { gross: 40, net: 30 }));
    await book.say('2014-02-13', budget('a', '2014/15', { gross: 70, net: 50, priceBase: '2013/14 prices' }));
    await book.say('2014-02-14', budget('b', '2015/16', { net: 5, ...illustrative }));
    await book.say('2014-02-15', budget('c', '2015/16', { notStated: 9 }));
    await book.say('2014-02-15', budget('c', '2014/15', { gross: 2, priceBase: '2013/14 prices' }));
    const { reader, moment } = await book.as('2014-03-31');
    const rows = unitBudgetRows(reader, 'county', moment);
    const archives = { id: 'a', name: 'Archives', directorate: 'Place', group: 'place', unitKind: 'trading' };
    const carers = { id: 'c', name: 'Carers', group: 'people' };
    const prices = { priceBase: '2013/14 prices' };
    expect(rows).toEqual([
      {
        ...bare,
        ...archives,
        year: '2014/15',
        ...prices,
        grossPence: 70,
        netPence: 50,
        statedOn: '2014-02-13',
      },
      { ...bare, ...archives, year: '2015/16', grossPence: 40, netPence: 30, statedOn: '2014-02-13' },
      {
        ...bare,
        ...{ id: 'b', name: 'Books', year: '2015/16', netPence: 5, statedOn: '2014-02-14' },
        ...{ provenances: ['illustrative'], illustrative: true },
      },
      { ...bare, ...carers, year: '2014/15', ...prices, grossPence: 2, statedOn: '2014-02-15' },
      { ...bare, ...carers, year: '2015/16', notStatedPence: 9, statedOn: '2014-02-15' },
    ]);
    expect(unitBudgetTotals(rows)).toEqual([
      {
        ...{ year: '2014/15', priceBase: '2013/14 prices', units: 2 },
        ...{ grossPence: 72, netPence: 50, notStatedPence: null, illustrative: false },
      },
      {
        ...{ year: '2015/16', priceBase: null, units: 3 },
        ...{ grossPence: 40, netPence: 35, notStatedPence: 9, illustrative: true },
      },
    ]);
  });

  it('are in no line once their unit has ended, and with the successor from that day', async () => {
    await book.say('2014-02-13', budget('a', '2014/15', { gross: 70, net: 50 }));
    await book.say('2014-02-14', budget('b', '2014/15', { gross: 7, net: 5, ...illustrative }));
    await book.say('2014-04-01', {
      type: 'merge-units',
      units: ['a', 'b'],
      successor: 'ab',
      name: 'Books and archives',
    });
    const { reader, moment } = await book.as('2014-04-01');
    const rows = unitBudgetRows(reader, 'county', moment);
    expect(rows).toEqual([
      {
        ...bare,
        ...{ id: 'ab', name: 'Books and archives', year: '2014/15', grossPence: 77, netPence: 55 },
        ...{ carriedFrom: ['a', 'b'], provenances: ['illustrative', 'minuted'], illustrative: true },
      },
    ]);
    expect(unitBudgetTotals(rows)).toEqual([
      {
        ...{ year: '2014/15', priceBase: null, units: 1 },
        ...{ grossPence: 77, netPence: 55, notStatedPence: null, illustrative: true },
      },
    ]);
  });

  it('add up year by year, each price base by itself', () => {
    const row = (year: string, priceBase: string | null, grossPence: number) => ({
      ...{
        year: year as FinancialYear,
        priceBase,
        grossPence,
        netPence: null,
        notStatedPence: null,
        illustrative: false,
      },
    });
    const base = '2013/14 prices';
    const rows = [
      row('2015/16', null, 1),
      row('2014/15', null, 2),
      row('2014/15', base, 4),
      row('2015/16', null, 8),
    ];
    expect(unitBudgetTotals(rows)).toEqual([
      { ...row('2014/15', base, 4), units: 1 },
      { ...row('2014/15', null, 2), units: 1 },
      { ...row('2015/16', null, 9), units: 2 },
    ]);
  });

  it('are none where nobody said any', async () => {
    const { reader, moment } = await book.as('2014-03-31');
    expect(unitBudgetRows(reader, 'county', moment)).toEqual([]);
    expect(unitBudgetTotals([])).toEqual([]);
  });
});

describe('The posts of the open units', () => {
  it('are added up over those that say, with how many do not, and marked where one is made up', async () => {
    await book.say('2014-02-13', { type: 'set-unit-posts', unit: 'a', posts: 12 });
    await book.say('2014-02-14', { type: 'set-unit-posts', unit: 'b', posts: 3, ...illustrative });
    await book.say('2014-03-01', { type: 'close-unit', unit: 'b' });
    const at = async (day: string) => {
      const { reader, moment } = await book.as(day);
      return postsOfUnits(reader, 'county', moment);
    };
    expect(await at('2014-02-12')).toEqual({
      total: 0,
      unitsThatSay: 0,
      unitsThatDoNot: 3,
      illustrative: false,
    });
    expect(await at('2014-02-13')).toEqual({
      total: 12,
      unitsThatSay: 1,
      unitsThatDoNot: 2,
      illustrative: false,
    });
    expect(await at('2014-02-28')).toEqual({
      total: 15,
      unitsThatSay: 2,
      unitsThatDoNot: 1,
      illustrative: true,
    });
    expect(await at('2014-03-01')).toEqual({
      total: 12,
      unitsThatSay: 1,
      unitsThatDoNot: 1,
      illustrative: false,
    });
  });
});

describe('The statements behind what a unit has', () => {
  it('name the unit, the year, the price base and the day of each, whole', async () => {
    await book.say('2014-02-13', budget('a', '2014/15', { gross: 70, priceBase: '2013/14 prices' }));
    await book.say('2014-02-14', budget('b', '2014/15', { net: 5, ...illustrative }));
    await book.say('2014-02-15', { type: 'set-unit-posts', unit: 'b', posts: 3 });
    await book.say('2014-04-01', { type: 'merge-units', units: ['a', 'b'], successor: 'ab', name: 'AB' });
    const { reader, moment } = await book.as('2014-04-01');
    const { part } = reader.parts.one('county', 'unit', 'ab', moment);
    const minuted = { precision: 'day', provenance: 'minuted' };
    expect(statementsBehind(reader, 'county', part as UnitPart, moment)).toEqual([
      { of: 'budget', year: '2014/15', unit: 'b', on: '2014-02-14', precision: 'day', ...illustrative },
      { of: 'budget', year: '2014/15', priceBase: '2013/14 prices', unit: 'a', on: '2014-02-13', ...minuted },
      { of: 'posts', unit: 'b', on: '2014-02-15', ...minuted },
    ]);
  });
});
