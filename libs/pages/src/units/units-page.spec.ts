import { describe, expect, it } from '@jest/globals';
import { asAt, asRead, askingOf, held, nameOf, thingAsRead, rowsOfKind, where } from '../contract/as-read.js';
import type { ThingFacts } from '../things/thing-pages.js';
import { unitPages } from './units-page.js';

const unitRow = {
  id: 'legal',
  name: 'Legal Services',
  status: 'open',
  directorate: 'Strategic & Corporate Services',
  group: 'corporate',
  registeredOn: '2013-09-19',
  opening: true,
  endedOn: null,
  illustrative: false,
};
const rows = rowsOfKind('unit', unitRow, {
  ...unitRow,
  id: 'archives',
  name: 'Archives',
  status: 'merged',
  directorate: 'Customer & Communities',
  group: 'place',
  registeredOn: '2014-01-02',
  opening: false,
  endedOn: '2015-03-04',
  illustrative: true,
});
const totals = [
  {
    year: '2014/15',
    priceBase: '2013/14 prices',
    units: 3,
    grossPence: 933_520_000,
    netPence: 822_400_000,
    notStatedPence: 50,
    illustrative: true,
  },
  {
    year: '2015/16',
    priceBase: null,
    units: 4,
    grossPence: null,
    netPence: 100_00,
    notStatedPence: null,
    illustrative: false,
  },
];
const posts = { total: 4_571, unitsThatSay: 2, unitsThatDoNot: 1, illustrative: true };

async function list(filters: Readonly<Record<string, string>>, shown = rows) {
  const asking = askingOf({ 'unit-budgets': { totals, posts } });
  return asRead('things', await unitPages.list({ where, asAt, rows: shown, filters, nameOf, asking }));
}

describe('The page of business units', () => {
  it('lists each unit, and adds up the budgets and the posts of those that are open', async () => {
    const page = await list({});
    expect(page.heading).toBe('Business units');
    expect(page.paragraphs[0]).toBe(
      '2 units, 1 of them open on this day (illustrative). The open ones have 4,571 posts (illustrative); 1 of them does not say.',
    );
    expect(page.tables).toEqual({
      'Business units': [
        {
          Unit: 'Archives [illustrative]',
          Status: 'Merged',
          Directorate: 'Customer & Communities',
          Group: 'Place',
          Since: '2 January 2014',
          Ended: '4 March 2015',
        },
        {
          Unit: 'Legal Services',
          Status: 'Open',
          Directorate: 'Strategic & Corporate Services',
          Group: 'Corporate',
          Since: 'Opening count, 19 September 2013',
          Ended: '',
        },
      ],
      'Budgets of the open units together': [
        {
          Year: '2014/15 [illustrative]',
          'Price base': '2013/14 prices',
          Units: '3',
          Gross: '£9,335,200',
          Net: '£8,224,000',
          'Not stated': '£0.50',
        },
        { Year: '2015/16', 'Price base': 'Not stated', Units: '4', Gross: '', Net: '£100', 'Not stated': '' },
      ],
    });
    expect(page.links['Legal Services']).toBe('/programmes/county/units/legal');
  });

  it('keeps its filters in its form, and adds nothing up for units that ended', async () => {
    const page = await list({ status: 'merged', group: 'place' }, rows.slice(1));
    expect(page.fields).toEqual({ Status: 'Merged', 'Functional group': 'Place', Directorate: '' });
    expect(page.paragraphs).toEqual([
      '1 unit, 0 of them open on this day (illustrative).',
      'Business units as CSV',
      'No open unit like that has a budget on the record.',
    ]);
  });

  it('adds up what is open alone where that is asked for, and leads to the CSV of both tables', async () => {
    const page = await list({ status: 'open', group: 'place' });
    expect(page.paragraphs[0]).toMatch(/ The open ones have 4,571 posts /);
    expect(page.tables['Budgets of the open units together']).toHaveLength(2);
    const csv = 'group=place&format=csv&money=pounds';
    expect(page.links).toMatchObject({
      'Clear filters': '/programmes/county/units',
      'Business units as CSV': `/api/programmes/county/units?status=open&${csv}`,
      'Budgets of the open units together as CSV': `/api/programmes/county/unit-budgets?${csv}`,
    });
    expect(page.figures).toEqual({
      'Business units': [],
      'Budgets of the open units together': ['Units', 'Gross', 'Net', 'Not stated'],
    });
  });

  it('offers what a unit may be and the groups there are', async () => {
    const asking = askingOf({ 'unit-budgets': { totals, posts } });
    const { filters } = await unitPages.list({ where, asAt, rows, filters: {}, nameOf, asking });
    expect(filters?.fields.map(({ options = [] }) => options.map(({ text }) => text).join())).toEqual([
      'Any,Open,Merged,Split,Closed',
      'Any,People,Place,Corporate',
      '',
    ]);
  });

  it('says where there is none', async () => {
    const asking = askingOf({ 'unit-budgets': { totals: [], posts: { ...posts, unitsThatSay: 0 } } });
    const page = asRead(
      'things',
      await unitPages.list({ where, asAt, rows: [], filters: {}, nameOf, asking }),
    );
    expect(page.paragraphs).toEqual([
      '0 units, 0 of them open on this day.',
      'No business unit is on the record.',
      'No budget of a unit is on the record.',
    ]);
  });
});

describe('The page of a business unit', () => {
  const unit = {
    kind: 'unit',
    id: 'legal',
    name: 'Legal Services',
    status: 'merged',
    code: 'LEG1',
    unitKind: 'support',
    directorate: 'Strategic & Corporate Services',
    group: 'corporate',
    registered: held('2013-09-19', 'minuted', 'opening-count'),
    opening: true,
    ended: { ...held('2015-03-04', 'reconstructed', 'merger-2015'), how: 'merged', reason: 'One law firm' },
    posts: { count: 1_210, provenances: ['illustrative'] },
    source: 'County Council, 19 September 2013, item 7',
    budgets: [
      { year: '2014/15', priceBase: '2013/14 prices', gross: 933_520_000, net: 822_400_000, provenances: [] },
      { year: '2015/16', notStated: 7_00, provenances: ['illustrative'] },
    ],
  };
  const figure = (pence: number, entries: readonly string[] = [], illustrative = false) => ({
    pence,
    entries,
    illustrative,
  });
  const body = {
    lineage: {
      ancestors: [
        {
          unit: 'old',
          name: 'Old Law',
          how: 'merge',
          on: '2014-04-01',
          steps: 1,
          through: 'legal',
          share: 2,
          of: 3,
        },
      ],
      descendants: [
        { unit: 'new', name: 'New Law', how: 'split', on: '2015-03-04', steps: 1, through: 'legal' },
      ],
    },
    statements: [
      { of: 'budget', year: '2014/15', priceBase: '2013/14 prices', unit: 'old', ...held('2014-02-03') },
      { of: 'posts', unit: 'old', ...held('2014-02-04') },
    ],
  };
  const groups = [
    {
      published: null,
      category: 'cashable',
      recurrence: 'recurring',
      basis: 'net',
      rows: [
        {
          key: 'legal',
          identified: figure(11_00, ['a']),
          inBusinessCase: figure(12_00),
          authorised: figure(13_00),
          forecast: figure(14_00),
          delivered: figure(15_00, ['b'], true),
          validated: figure(16_00, ['c']),
        },
        { key: 'other', identified: figure(99_00, ['z']) },
      ],
    },
  ];
  const read = async (part: object) =>
    thingAsRead(
      await unitPages.one({
        where,
        asAt,
        part,
        body,
        entries: [],
        nameOf,
        asking: askingOf({ waterfall: { groups } }),
      } as unknown as ThingFacts<'unit'>),
    );

  it('tells each fact under its name, its source among them', async () => {
    const page = await read(unit);
    expect(page.heading).toBe('Legal Services');
    expect(page.facts).toEqual([
      ['Status', 'Merged'],
      ['Code', 'LEG1'],
      ['Kind', 'Support'],
      ['Directorate', 'Strategic & Corporate Services'],
      ['Functional group', 'Corporate'],
      ['Registered', '19 September 2013, in the opening count | The decision opening-count'],
      [
        'Ended',
        'Merged, 4 March 2015 | One law firm | The decision merger-2015 | Its decision is not on the record by then',
      ],
      ['Posts', '1,210 (illustrative)'],
      ['Source', 'County Council, 19 September 2013, item 7'],
    ]);
  });

  it('shows its lineage, its budgets with what is behind them, and the savings that it carries and no other', async () => {
    const { tables, figures, links } = await read(unit);
    expect(figures).toEqual({
      'Lineage of this unit': [],
      Budgets: ['Gross', 'Net', 'Not stated'],
      'Savings it carries': ['Amount'],
    });
    expect(links).toMatchObject({
      'Old Law': '/programmes/county/units/old',
      'The decision merger-2015': '/programmes/county/decisions/merger-2015',
      '£15': '/programmes/county/history?entries=b',
    });
    expect(tables).toEqual({
      'Lineage of this unit': [
        { Unit: 'Old Law', Side: 'Made from', How: 'Merge', On: '1 April 2014', Share: '2 of 3' },
        { Unit: 'New Law', Side: 'Led to', How: 'Split', On: '4 March 2015', Share: '' },
      ],
      Budgets: [
        {
          Year: '2014/15',
          'Price base': '2013/14 prices',
          Gross: '£9,335,200',
          Net: '£8,224,000',
          'Not stated': '',
          'Stated or carried from': 'The unit old, 3 February 2014',
        },
        {
          Year: '2015/16 [illustrative]',
          'Price base': 'Not stated',
          Gross: '',
          Net: '',
          'Not stated': '£7',
          'Stated or carried from': '',
        },
      ],
      'Savings it carries': [
        { Kind: 'Cashable, recurring, net', Measure: 'Identified', Amount: '£11' },
        { Kind: 'Cashable, recurring, net', Measure: 'Delivered', Amount: '£15 [illustrative]' },
        { Kind: 'Cashable, recurring, net', Measure: 'Validated by finance', Amount: '£16' },
      ],
    });
  });
});
