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
import { portfolioPages } from './portfolio-pages.js';
import type { ThingFacts } from '../things/thing-pages.js';

const rows = rowsOfKind(
  'portfolio',
  {
    id: 'adults',
    name: 'Adults',
    sponsor: 'Corporate Director',
    status: 'open',
    openedOn: '2013-09-19',
    projects: ['homes', 'carers'],
    illustrative: true,
  },
  {
    id: 'place',
    name: 'Place',
    sponsor: null,
    status: 'closed',
    openedOn: '2014-01-02',
    projects: [],
    illustrative: false,
  },
);
const projects = rowsOfKind(
  'project',
  {
    id: 'homes',
    name: 'Homes',
    portfolio: 'adults',
    stage: 'in-delivery',
    status: 'open',
    charteredOn: '2014-03-04',
    closedOn: null,
    review: 'care',
    illustrative: true,
  },
  {
    id: 'old',
    name: 'Old homes',
    portfolio: 'place',
    stage: 'chartered',
    status: 'closed',
    charteredOn: '2013-05-06',
    closedOn: '2015-07-08',
    review: null,
    illustrative: false,
  },
);
const projectsRead = [
  {
    Project: 'Homes [illustrative]',
    Portfolio: 'The portfolio adults',
    Stage: 'In delivery',
    Chartered: '4 March 2014',
    'From review': 'The review care',
  },
  {
    Project: 'Old homes',
    Portfolio: 'The portfolio place',
    Stage: 'Closed, 8 July 2015',
    Chartered: '6 May 2013',
    'From review': '',
  },
];

describe('The page of portfolios', () => {
  it('lists each with how many of its projects are open, and where to see them', async () => {
    const asking = askingOf({ projects: { projects } });
    const facts = { where, asAt, rows, filters: {}, nameOf, asking };
    const page = asRead('things', await portfolioPages.list(facts));
    expect(page.heading).toBe('Portfolios and projects');
    expect(page.tables).toEqual({
      Portfolios: [
        {
          Portfolio: 'Adults [illustrative]',
          Sponsor: 'Corporate Director',
          Status: 'Open',
          Opened: '19 September 2013',
          'Open projects': '2',
        },
        {
          Portfolio: 'Place',
          Sponsor: 'Not on the record',
          Status: 'Closed',
          Opened: '2 January 2014',
          'Open projects': '0',
        },
      ],
      Projects: projectsRead,
    });
    const csv = 'format=csv&money=pounds';
    expect(page.links).toMatchObject({
      2: '/programmes/county/projects?portfolio=adults&status=open',
      Adults: '/programmes/county/portfolios/adults',
      Homes: '/programmes/county/projects/homes',
      'Find projects by stage or status': '/programmes/county/projects',
      'Portfolios as CSV': `/api/programmes/county/portfolios?${csv}`,
      'Projects as CSV': `/api/programmes/county/projects?${csv}`,
    });
    expect(page.fields).toEqual({ Status: 'Any' });
    expect(page.figures).toEqual({ Portfolios: ['Open projects'], Projects: [] });
  });

  it('says where there is none, and where none is like that', async () => {
    const none = async (filters: Readonly<Record<string, string>>) => {
      const asking = askingOf({ projects: { projects: [] } });
      const facts = { where, asAt, rows: [], filters, nameOf, asking };
      return asRead('things', await portfolioPages.list(facts));
    };
    expect((await none({})).paragraphs.slice(0, 2)).toEqual([
      'No portfolio is on the record.',
      'No project is on the record.',
    ]);
    const closed = await none({ status: 'closed' });
    expect([closed.paragraphs[0], closed.fields]).toEqual([
      'No portfolio is like that.',
      { Status: 'Closed' },
    ]);
  });
});

describe('The page of a portfolio', () => {
  it('tells its facts, and shows its projects, its ratings and its savings', async () => {
    const part = {
      kind: 'portfolio',
      id: 'adults',
      name: 'Adults',
      status: 'closed',
      sponsor: 'Corporate Director',
      sponsorLog: [
        { sponsor: 'Leader', ...held('2013-09-19') },
        { sponsor: 'Corporate Director', ...held('2014-09-19', 'minuted', 'named') },
      ],
      opened: held('2013-09-19'),
      reopened: { ...held('2015-01-02'), reason: 'It was needed again' },
      closed: { ...held('2016-03-04', 'reconstructed'), reason: 'Its work was done' },
      statusLog: [
        { how: 'opened', ...held('2013-09-19') },
        { how: 'closed', ...held('2014-12-01', 'minuted', 'end'), reason: 'Nothing is left' },
        { how: 'reopened', ...held('2015-01-02'), reason: 'It was needed again' },
        { how: 'closed', ...held('2016-03-04', 'reconstructed'), reason: 'Its work was done' },
      ],
      source: 'Paper 7',
    };
    const asking = askingOf({ projects: { projects }, ratings: { ratings: [] }, savings: { savings: [] } });
    const facts = { where, asAt, part, body: {}, entries: [], nameOf, names, asking };
    const page = thingAsRead(await portfolioPages.one(facts as unknown as ThingFacts<'portfolio'>));
    expect(page.facts).toEqual([
      ['Status', 'Closed'],
      ['Sponsor', 'Corporate Director'],
      ['Opened', '19 September 2013'],
      ['Closed', '4 March 2016 | Its work was done'],
      ['Opened again', '2 January 2015: It was needed again'],
      ['Source', 'Paper 7'],
    ]);
    const under = (head: string, ...said: readonly string[]) =>
      Object.fromEntries(
        [head, 'From', 'Until', 'Days', 'Decision', 'Why'].map((name, n) => [name, said[n]]),
      );
    const line = (...said: readonly string[]) => under('What', ...said);
    const sponsor = (...said: readonly string[]) => under('Sponsor', ...said);
    expect(page.tables).toEqual({
      'Opened and closed': [
        // A year to September 2014, then 11, 31, 30 and 1.
        line('Opened', '19 September 2013', '1 December 2014', '438', '', ''),
        line('Closed', '1 December 2014', '2 January 2015', '32', 'The decision end', 'Nothing is left'),
        // A year to January 2016, then 29, 29 and 4.
        line('Opened again', '2 January 2015', '4 March 2016', '427', '', 'It was needed again'),
        line('Closed', '4 March 2016', '', '28 days so far', '', 'Its work was done'),
      ],
      'Its sponsors': [
        sponsor('Leader', '19 September 2013', '19 September 2014', '365', '', ''),
        // A year to September 2015, then 30, 31, 30, 31, 31, 10 and 4: until it closed.
        sponsor('Corporate Director', '19 September 2014', '4 March 2016', '532', 'The decision named', ''),
      ],
      Projects: projectsRead,
    });
    expect(page.paragraphs).toContain('No project has been rated.');
    expect(page.paragraphs).toContain('No saving is like that.');
    expect(page.heading).toBe('Adults');
    expect(page.figures).toEqual({ 'Opened and closed': ['Days'], 'Its sponsors': ['Days'], Projects: [] });
    expect(page.links).toMatchObject({
      'The decision end': '/programmes/county/decisions/end',
      'Projects as CSV': '/api/programmes/county/projects?portfolio=adults&format=csv&money=pounds',
    });
    const one = { ...part, sponsor: undefined, sponsorLog: part.sponsorLog.slice(1) };
    const bare = thingAsRead(
      await portfolioPages.one({ ...facts, part: one } as unknown as ThingFacts<'portfolio'>),
    );
    expect(Object.fromEntries(bare.facts)['Sponsor']).toBe('Not on the record');
    expect(bare.subheadings).not.toContain('Its sponsors');
    expect(Object.keys(bare.tables)).toEqual(['Opened and closed', 'Projects']);
  });
});
