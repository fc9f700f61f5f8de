import { unitBudgetColumns } from '#read-model';
import { describe, expect, it } from '@jest/globals';
import { csvInPounds } from './csv-in-pounds.js';
import { csvOfList } from './csv.js';

const whole = (...rows: Record<string, unknown>[]) =>
  csvInPounds({ name: 'unit-budgets', columns: unitBudgetColumns, rows });
const csv = (...rows: Record<string, unknown>[]) =>
  whole(...rows)
    .replace('\uFEFF', '')
    .trimEnd()
    .split('\n');

describe('A list as CSV for people', () => {
  it('has its amounts in pounds under headings that say so, and everything else as programs have it', () => {
    expect(
      csv(
        { id: 'legal', year: '2014/15', grossPence: 933_520_000, netPence: null, pence: 50, posts: 120 },
        { id: 'property', year: '2014/15', grossPence: 0, netPence: 5, pence: -150, posts: 3 },
      ),
    ).toEqual([
      'id,year,gross (£),net (£),amount (£),posts',
      'legal,2014/15,9335200.00,,0.50,120',
      'property,2014/15,0.00,0.05,-1.5,3',
    ]);
  });

  it('runs in the order of names where pages do, and else in the order of programs', () => {
    const rows = [
      { id: 'a', name: 'Zoo' },
      { id: 'b', name: 'Unit 10' },
      { id: 'c', name: 'Émigrés' },
      { id: 'd', name: 'Unit 2' },
      { id: 'e', name: 'archives' },
    ];
    const ids = (name: string) =>
      csvInPounds({ name, columns: unitBudgetColumns, rows })
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((line) => line.charAt(0))
        .join('');
    const lists = ['portfolios', 'projects', 'reviews', 'savings', 'services', 'tranches', 'units'];
    expect(lists.map(ids)).toEqual(lists.map(() => 'ecdba'));
    // Phases run by their start, bodies by their ids, whatever they are called.
    expect(['phases', 'bodies'].map(ids)).toEqual(['abcde', 'abcde']);
    expect(csvOfList({ columns: unitBudgetColumns, rows }).split('\n').slice(1, 3)).toEqual([
      'a,Zoo',
      'b,Unit 10',
    ]);
  });

  it('says the sides of a comparison in pounds where they are amounts, and only there', () => {
    expect(
      csv(
        { id: 'a', field: 'grossPence', before: '100', after: '250' },
        { id: 'a', field: 'posts', before: '100', after: '250' },
        { id: 'key-decision-threshold-pence', field: 'value', before: 'null', after: '100000000' },
        { id: 'a', field: 'budgets', before: '[]', after: '[{"year":"2014/15","gross":250,"posts":3}]' },
      ),
    ).toEqual([
      'id,field,before,after',
      'a,grossPence,£1,£2.50',
      'a,posts,100,250',
      'key-decision-threshold-pence,value,null,"£1,000,000"',
      'a,budgets,[],"[{""year"":""2014/15"",""gross"":""£2.50"",""posts"":3}]"',
    ]);
    expect(csv({ what: 'total', of: 'a', field: 'pence', before: 100, after: 300, effect: 200 })[1]).toBe(
      'total,a,pence,£1,£3,£2',
    );
    expect(csv({ what: 'total', of: 'a', field: 'count', before: 100, after: 300, effect: 200 })[1]).toBe(
      'total,a,count,100,300,200',
    );
  });

  it('says what an entry holds in pounds, and leaves alone what is no JSON', () => {
    expect(csv({ data: '{"unit":"legal","gross":1}', value: '{not JSON' })).toEqual([
      'data,value',
      '"{""unit"":""legal"",""gross"":""£0.01""}",{not JSON',
    ]);
  });

  it('begins with the mark by which a spreadsheet reads it as UTF-8', () => {
    expect(whole({ pence: 1 })).toBe('\uFEFFamount (£)\n0.01\n');
  });

  it('has the headings of its columns though it has no rows', () => {
    expect(csv()).toEqual([
      'id,name,directorate,group,unitKind,year,priceBase,gross (£),net (£),notStated (£),statedOn,carriedFrom,provenances,illustrative',
    ]);
  });
});
