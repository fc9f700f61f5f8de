import { describe, expect, it } from '@jest/globals';
import { civilDate, type Instant } from '#calendar';
import { columnKinds } from '#read-model';
import { csvInPounds } from './csv-in-pounds.js';
import { csvFileName, csvOf, csvOfList } from './csv.js';

describe('A list as CSV', () => {
  it('has the names of its columns first, then a line a row', () => {
    const rows = [
      { id: 'legal', grossPence: 933520000, projects: ['a', 'b'], illustrative: false, sponsor: null },
      { id: 'property', grossPence: 0, projects: [], illustrative: true, sponsor: 'Director, "Place"' },
    ];
    expect(csvOf(rows)).toBe(
      'id,grossPence,projects,illustrative,sponsor\nlegal,933520000,a b,false,\nproperty,0,,true,"Director, ""Place"""\n',
    );
  });

  it('keeps a spreadsheet from taking a text for a formula', () => {
    expect(csvOf([{ name: '=HYPERLINK("x")' }, { name: '+1' }, { name: '@x' }])).toBe(
      `name\n"'=HYPERLINK(""x"")"\n'+1\n'@x\n`,
    );
  });

  it('has every column that any of its rows has', () => {
    expect(csvOf([{ a: 1 }, { a: 2, b: 3 }])).toBe('a,b\n1,\n2,3\n');
  });

  it('has the names of its columns though it has no rows', () => {
    const columns = { id: columnKinds.id, title: columnKinds.text };
    expect(csvOfList({ columns, rows: [] })).toBe('id,title\n');
    expect(csvInPounds({ name: 'themes', columns, rows: [] })).toBe('\uFEFFid,title\n');
  });

  it('is named after the programme, the list and both dates', () => {
    const moment = {
      asAt: civilDate('2014-06-01'),
      knownAt: '2014-06-30T12:00:00.000Z' as Instant,
      seq: 1,
      position: null,
      recordedBy: 0,
    };
    expect(csvFileName('kent', 'units', moment)).toBe(
      'kent-units-2014-06-01-known-2014-06-30T12-00-00.000Z.csv',
    );
  });
});
