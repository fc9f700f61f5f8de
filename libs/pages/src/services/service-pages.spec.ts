import { describe, expect, it } from '@jest/globals';
import {
  asAt,
  asRead,
  askingOf,
  held,
  nameOf,
  names,
  thingAsRead,
  rowsOfKind,
  where,
} from '../contract/as-read.js';
import { servicePages } from './service-pages.js';
import { tranchePages } from './tranche-pages.js';
import type { ThingFacts } from '../things/thing-pages.js';

const rows = rowsOfKind(
  'service',
  {
    id: 'libraries',
    name: 'Libraries',
    tranche: 'one',
    heading: 'customer services',
    budgetYear: '2015/16',
    budgetProvenance: 'illustrative',
    grossPence: 933_520_000,
    netPence: 822_400_000,
    notStatedPence: 1_00,
    withdrawnOn: null,
  },
  {
    id: 'legal',
    name: 'Legal Services',
    tranche: null,
    heading: null,
    budgetYear: '2014/15',
    budgetProvenance: 'minuted',
    grossPence: null,
    netPence: null,
    notStatedPence: 2_00,
    withdrawnOn: '2015-02-03',
  },
);
const servicesRead = [
  {
    Service: 'Legal Services [withdrawn]',
    Tranche: '',
    Heading: '',
    'Latest budget': '2014/15',
    Gross: '',
    Net: '',
    'Not stated': '£2',
  },
  {
    Service: 'Libraries',
    Tranche: 'The tranche one',
    Heading: 'Customer services',
    'Latest budget': '2015/16 [illustrative]',
    Gross: '£9,335,200',
    Net: '£8,224,000',
    'Not stated': '£1',
  },
];
const reviews = rowsOfKind(
  'review',
  {
    id: 'r1',
    name: 'Review of libraries',
    stage: 'option-chosen',
    standing: 'active',
    preferredOptionTitle: 'A trust',
  },
  { id: 'r2', name: 'Second review', stage: 'proposed', standing: 'deferred', preferredOptionTitle: null },
);
const reviewsRead = [
  { Review: 'Review of libraries', Stage: 'Option chosen', 'Preferred option': 'A trust' },
  { Review: 'Second review [deferred]', Stage: 'Proposed', 'Preferred option': '' },
];

describe('The page of services', () => {
  it('lists each with its latest budget, gross under gross and net under net', async () => {
    const asking = askingOf({}, { tranche: [{ id: 'one', name: 'Tranche 1' }] });
    const page = asRead(
      'things',
      await servicePages.list({ where, asAt, rows, filters: { tranche: 'one' }, nameOf, asking }),
    );
    expect(page.heading).toBe('Services under review');
    expect(page.tables).toEqual({ Services: servicesRead });
    expect(page.fields).toEqual({ Directorate: '', Tranche: 'Tranche 1' });
    expect(page.links).toMatchObject({
      Libraries: '/programmes/county/services/libraries',
      'Clear filters': '/programmes/county/services',
      'Services as CSV': '/api/programmes/county/services?tranche=one&format=csv&money=pounds',
    });
    expect(page.figures).toEqual({ Services: ['Gross', 'Net', 'Not stated'] });
  });

  it('says where there is none, and where none is like that', async () => {
    const none = async (filters: Readonly<Record<string, string>>) =>
      asRead(
        'things',
        await servicePages.list({ where, asAt, rows: [], filters, nameOf, asking: askingOf() }),
      ).paragraphs;
    expect(await none({})).toEqual(['No service is on the record.']);
    expect(await none({ directorate: 'Place' })).toEqual(['No service is like that.']);
  });
});

describe('The page of a service', () => {
  it('tells its facts, its budgets year by year, and its reviews', async () => {
    const part = {
      kind: 'service',
      id: 'libraries',
      name: 'Libraries',
      directorate: 'Customer & Communities',
      tranche: 'one',
      heading: 'customer services',
      registered: held('2013-10-07'),
      withdrawn: { ...held('2015-02-03', 'reconstructed'), reason: 'Moved to another council' },
      source: 'Cabinet, 7 October 2013',
      budgets: [
        {
          year: '2013/14',
          priceBase: '2013/14 prices',
          gross: 10_00,
          net: 9_00,
          set: held('2013-11-01', 'illustrative'),
          source: 'Budget book',
        },
        { year: '2014/15', notStated: 8_00, set: held('2014-11-02') },
      ],
    };
    const facts = {
      where,
      asAt,
      part,
      body: {},
      entries: [],
      nameOf,
      names,
      asking: askingOf({ reviews: { reviews } }),
    };
    const page = thingAsRead(await servicePages.one(facts as unknown as ThingFacts<'service'>));
    expect(page.facts).toEqual([
      ['Directorate', 'Customer & Communities'],
      ['Tranche', 'The tranche one'],
      ['Heading', 'Customer services'],
      ['Registered', '7 October 2013'],
      ['Withdrawn', '3 February 2015 | Moved to another council'],
      ['Source', 'Cabinet, 7 October 2013'],
    ]);
    expect(page.tables).toEqual({
      Budgets: [
        {
          Year: '2013/14 [illustrative]',
          'Price base': '2013/14 prices',
          Gross: '£10',
          Net: '£9',
          'Not stated': '',
          Set: '1 November 2013 (illustrative)',
          Source: 'Budget book',
        },
        {
          Year: '2014/15',
          'Price base': 'Not stated',
          Gross: '',
          Net: '',
          'Not stated': '£8',
          Set: '2 November 2014',
          Source: '',
        },
      ],
      Reviews: reviewsRead,
    });
    expect(page.figures).toEqual({ Budgets: ['Gross', 'Net', 'Not stated'], Reviews: [] });
    expect(page.links).toMatchObject({
      'The tranche one': '/programmes/county/tranches/one',
      'Second review': '/programmes/county/reviews/r2',
      'Reviews as CSV': '/api/programmes/county/reviews?service=libraries&format=csv&money=pounds',
    });
  });

  it('says where nothing more is on the record of it', async () => {
    const part = { kind: 'service', id: 'it', name: 'IT', registered: held('2013-10-07'), budgets: [] };
    const asking = askingOf({ reviews: { reviews: [] } });
    const facts = { where, asAt, part, body: {}, entries: [], nameOf, names, asking };
    const page = thingAsRead(await servicePages.one(facts as unknown as ThingFacts<'service'>));
    expect([page.heading, page.facts]).toEqual(['IT', [['Registered', '7 October 2013']]]);
    expect(page.subheadings).toEqual(['Budgets', 'Reviews', 'What was recorded, and when', 'History of it']);
    expect(page.paragraphs.slice(0, 2)).toEqual(['None is on the record.', 'No review is on the record.']);
  });
});

describe('The pages of tranches', () => {
  it('list each with its phase and its day', async () => {
    // As the read model lists them, by their ids; the page runs by the names, and reads a number in one as a number.
    const tranches = rowsOfKind(
      'tranche',
      { id: 'late', name: 'Tranche 10', phase: null, definedOn: '2015-02-09', provenance: 'minuted' },
      { id: 'one', name: 'Tranche 1', phase: 'phase-1', definedOn: '2013-10-07', provenance: 'illustrative' },
      { id: 'two', name: 'Tranche 2', phase: null, definedOn: '2014-11-08', provenance: 'minuted' },
    );
    const facts = { where, asAt, rows: tranches, filters: {}, nameOf, asking: askingOf() };
    expect(asRead('things', await tranchePages.list(facts)).tables).toEqual({
      Tranches: [
        { Tranche: 'Tranche 1 [illustrative]', Phase: 'The phase phase-1', Defined: '7 October 2013' },
        { Tranche: 'Tranche 2', Phase: '', Defined: '8 November 2014' },
        { Tranche: 'Tranche 10', Phase: '', Defined: '9 February 2015' },
      ],
    });
    expect(asRead('things', await tranchePages.list(facts))).toMatchObject({
      heading: 'Tranches of services',
      links: {
        'Tranche 1': '/programmes/county/tranches/one',
        'Tranches as CSV': '/api/programmes/county/tranches?format=csv&money=pounds',
      },
    });
    expect(asRead('things', await tranchePages.list({ ...facts, rows: [] })).paragraphs).toEqual([
      'No tranche is on the record.',
    ]);
  });

  it('show the totals as they were published, each on its basis, and the services', async () => {
    const part = {
      kind: 'tranche',
      id: 'one',
      name: 'Tranche 1',
      phase: 'phase-1',
      totals: [
        { heading: 'back office', pence: 7_300_000_00, basis: 'gross' },
        { heading: 'customer services', pence: 6_100_000_00, basis: 'net' },
        { heading: 'other', pence: 5_00, basis: 'not-stated' },
      ],
      defined: held('2013-10-07', 'illustrative'),
      source: 'Paper 4',
    };
    const asking = askingOf({ services: { services: rows } });
    const facts = { where, asAt, part, body: {}, entries: [], nameOf, names, asking };
    const page = thingAsRead(await tranchePages.one(facts as unknown as ThingFacts<'tranche'>));
    expect(page.facts).toEqual([
      ['Phase', 'The phase phase-1'],
      ['Defined', '7 October 2013 (illustrative)'],
      ['Source', 'Paper 4'],
    ]);
    expect(page.tables).toEqual({
      'Totals as they were published': [
        { Heading: 'Back office [illustrative]', Amount: '£7,300,000', Basis: 'Gross' },
        { Heading: 'Customer services [illustrative]', Amount: '£6,100,000', Basis: 'Net' },
        { Heading: 'Other [illustrative]', Amount: '£5', Basis: 'Gross or net not stated' },
      ],
      Services: servicesRead,
    });
    expect(page.heading).toBe('Tranche 1');
    expect(page.figures['Totals as they were published']).toEqual(['Amount']);
    expect(page.links).toMatchObject({
      'The phase phase-1': '/programmes/county/phases/phase-1',
      'Services as CSV': '/api/programmes/county/services?tranche=one&format=csv&money=pounds',
    });
    const bare = { ...part, totals: [], source: undefined };
    const none = thingAsRead(
      await tranchePages.one({
        ...{ ...facts, part: bare, asking: askingOf({ services: { services: [] } }) },
      } as unknown as ThingFacts<'tranche'>),
    );
    expect(none.paragraphs.slice(0, 2)).toEqual(['None was published.', 'No service is like that.']);
  });
});
