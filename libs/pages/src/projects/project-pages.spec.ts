import { describe, expect, it } from '@jest/globals';
import { asAt, asRead, askingOf, held, nameOf, names, thingAsRead, where } from '../contract/as-read.js';
import { readDrawing } from '#testing';
import { projectPages } from './project-pages.js';
import type { ThingFacts } from '../things/thing-pages.js';

describe('The page of projects', () => {
  it('keeps its filters, and says where none is like that', async () => {
    const asking = askingOf({}, { portfolio: [{ id: 'adults', name: 'Adults' }] });
    const filters = { status: 'open', portfolio: 'adults' };
    const page = asRead(
      'things',
      await projectPages.list({ where, asAt, rows: [], filters, nameOf, asking }),
    );
    expect(page.heading).toBe('Projects');
    expect(page.fields).toEqual({ Status: 'Open', Stage: 'Any', Portfolio: 'Adults' });
    expect(page.paragraphs).toEqual(['No project is like that.']);
    expect(page.links['Clear filters']).toBe('/programmes/county/projects');
  });

  it('offers every stage that a project may be at', async () => {
    const facts = { where, asAt, rows: [], filters: {}, nameOf, asking: askingOf() };
    const { filters } = await projectPages.list(facts);
    expect(filters?.action).toBe('/programmes/county/projects');
    expect(filters?.fields[0]?.options?.map(({ value }) => value)).toEqual(['', 'open', 'closed']);
    expect(filters?.fields[1]?.options?.slice(0, 2)).toEqual([
      { value: '', text: 'Any' },
      { value: 'chartered', text: 'Chartered' },
    ]);
  });
});

describe('The page of a project', () => {
  const dated = (on: string, provenance = 'minuted') => ({
    on,
    precision: 'day',
    made: held(on, provenance),
  });
  const part = {
    kind: 'project',
    id: 'homes',
    name: 'Homes',
    summary: 'Fewer, better homes',
    portfolio: 'adults',
    review: 'care',
    stage: 'in-delivery',
    stageSince: held('2014-05-06'),
    stageLog: [
      { stage: 'chartered', ...held('2014-03-02', 'minuted', 'charter') },
      { stage: 'in-delivery', ...held('2014-05-06'), reason: 'The contract is let' },
    ],
    portfolioLog: [
      { portfolio: 'place', ...held('2014-03-02') },
      { portfolio: 'adults', ...held('2014-04-03', 'illustrative') },
    ],
    statusLog: [
      { how: 'closed', ...held('2015-07-31'), outcome: 'delivered' },
      { how: 'reopened', ...held('2015-08-09'), reason: 'A second bid' },
      { how: 'closed', ...held('2016-01-02'), outcome: 'stopped', reason: 'The market changed' },
    ],
    status: 'closed',
    memberSince: held('2014-04-03'),
    chartered: held('2014-03-02', 'minuted', 'charter'),
    closed: { ...held('2016-01-02'), outcome: 'stopped', reason: 'The market changed' },
    reopened: { ...held('2015-08-09'), reason: 'A second bid' },
    source: 'Paper 9',
    milestones: [
      {
        id: 'm1',
        title: 'Go live',
        planned: dated('2015-01-02'),
        forecast: { ...dated('2015-03-04', 'illustrative'), reason: 'A late permit' },
        forecasts: 2,
        forecastLog: [
          { ...dated('2015-02-03'), made: held('2014-09-10', 'minuted', 'later') },
          { ...dated('2015-03-04'), made: held('2014-11-12', 'illustrative'), reason: 'A late permit' },
        ],
        actual: held('2015-05-06', 'reconstructed'),
      },
      { id: 'm2', title: 'Close down', planned: dated('2016-07-08'), forecasts: 0, forecastLog: [] },
    ],
    budgets: [{ year: '2014/15', gross: 20_00, net: 10_00, set: held('2014-03-03'), source: 'Book' }],
  };
  const read = async () => {
    const asking = askingOf({ ratings: { ratings: [] }, savings: { savings: [] } });
    const facts = { where, asAt, part, body: {}, entries: [], nameOf, names, asking };
    return thingAsRead(await projectPages.one(facts as unknown as ThingFacts<'project'>));
  };

  it('tells each fact under its name', async () => {
    expect((await read()).facts).toEqual([
      ['Status', 'Closed'],
      ['Stage', 'In delivery, since 6 May 2014'],
      ['Closed', 'Stopped, 2 January 2016 | The market changed'],
      ['Never reached', 'Close down: the project closed without it'],
      ['Opened again', '9 August 2015: A second bid'],
      ['Portfolio', 'The portfolio adults'],
      ['In it since', '3 April 2014'],
      ['From review', 'The review care'],
      ['Summary', 'Fewer, better homes'],
      ['Chartered', '2 March 2014 | The decision charter | Its decision is not on the record by then'],
      ['Source', 'Paper 9'],
    ]);
  });

  const log = (head: string, ...said: readonly string[]) =>
    Object.fromEntries([head, 'From', 'Until', 'Days', 'Decision', 'Why'].map((name, n) => [name, said[n]]));

  it('shows each milestone as planned, as forecast and as reached, every stage and portfolio that it left, and its budget', async () => {
    const page = await read();
    expect(page.tables).toEqual({
      'Milestones and their dates': [
        {
          Milestone: 'Go live',
          Planned: '2 January 2015',
          Forecast: '4 March 2015 (illustrative)',
          Why: 'A late permit',
          'Times forecast': '2',
          Reached: '6 May 2015',
        },
        {
          Milestone: 'Close down',
          Planned: '8 July 2016',
          Forecast: '',
          Why: '',
          'Times forecast': '0',
          Reached: '*Never: the project closed 2 January 2016*',
        },
      ],
      // 29 of March, 30 and 6 of May; a year to May 2015, then 25, 30, 31, 31, 30, 31, 30, 31 and 2.
      'Its stages': [
        log('Stage', 'Chartered', '2 March 2014', '6 May 2014', '65', 'The decision charter', ''),
        log('Stage', 'In delivery', '6 May 2014', '2 January 2016', '606', '', 'The contract is let'),
      ],
      'The portfolios it was in': [
        log('Portfolio', 'The portfolio place', '2 March 2014', '3 April 2014', '32', '', ''),
        log(
          'Portfolio',
          'The portfolio adults',
          '3 April 2014 (illustrative)',
          '',
          '729 days so far',
          '',
          '',
        ),
      ],
      'Closed and opened again': [
        log('What', 'Closed: delivered', '31 July 2015', '9 August 2015', '9', '', ''),
        log('What', 'Opened again', '9 August 2015', '2 January 2016', '146', '', 'A second bid'),
        log('What', 'Closed: stopped', '2 January 2016', '', '90 days so far', '', 'The market changed'),
      ],
      'Every forecast of its milestones': [
        {
          ...{ Milestone: 'Go live', 'Forecast for': '3 February 2015', 'Said on': '10 September 2014' },
          ...{ Decision: 'The decision later', Why: '' },
        },
        {
          ...{ Milestone: 'Go live', 'Forecast for': '4 March 2015' },
          ...{ 'Said on': '12 November 2014 (illustrative)', Decision: '', Why: 'A late permit' },
        },
      ],
      Budgets: [
        {
          Year: '2014/15',
          'Price base': 'Not stated',
          Gross: '£20',
          Net: '£10',
          'Not stated': '',
          Set: '3 March 2014',
          Source: 'Book',
        },
      ],
    });
  });

  it('draws its milestones and says in words what is drawn, and leads to what it names', async () => {
    const asking = askingOf({ ratings: { ratings: [] }, savings: { savings: [] } });
    const facts = { where, asAt, part, body: {}, entries: [], nameOf, names, asking };
    const { name, streams, shown } = await projectPages.one(facts as unknown as ThingFacts<'project'>);
    const charts = shown.flatMap((one) => ('chart' in one ? [one.chart] : []));
    expect([name, streams]).toEqual(['Homes', ['county/decision', 'county/authority', 'county/programme']]);
    expect(charts.map(({ title }) => title)).toEqual(['Milestones', 'Ratings of projects by portfolio']);
    expect(charts[0]?.note).toBe(
      'Outline: as planned. Pale: as forecast now. Filled: reached. The line between is how far it has slipped, or come early.',
    );
    expect(readDrawing(charts[0]?.svg)).toMatchObject({
      title: 'Milestones on a line of days',
      description:
        '2 milestones, 1 reached. Go live: planned 2 January 2015, forecast 4 March 2015, reached 6 May 2015. ' +
        'Close down: planned 8 July 2016, never reached',
    });
    const page = await read();
    const csv = 'format=csv&money=pounds';
    expect(page.links).toMatchObject({
      'The portfolio adults': '/programmes/county/portfolios/adults',
      'The review care': '/programmes/county/reviews/care',
      'The decision charter': '/programmes/county/decisions/charter',
      'Milestones and their dates as CSV': `/api/programmes/county/milestones?project=homes&${csv}`,
    });
    expect(page.figures['Milestones and their dates']).toEqual(['Times forecast']);
    expect(page.figures['Budgets']).toEqual(['Gross', 'Net', 'Not stated']);
  });

  it('marks milestones that were made up, and says where there is none', async () => {
    const chartOf = async (milestones: readonly object[]) => {
      const asking = askingOf({ ratings: { ratings: [] }, savings: { savings: [] } });
      const { closed: _c, reopened: _r, ...open } = { ...part, status: 'open', milestones };
      const facts = { where, asAt, part: open, body: {}, entries: [], nameOf, names, asking };
      const [first] = (await projectPages.one(facts as unknown as ThingFacts<'project'>)).shown;
      return first && 'chart' in first ? first.chart : undefined;
    };
    const madeUp = {
      id: 'm',
      title: 'Go',
      planned: dated('2015-01-02', 'illustrative'),
      forecasts: 0,
      forecastLog: [],
    };
    const chart = await chartOf([madeUp]);
    expect(chart?.title).toBe('Milestones (illustrative)');
    expect(readDrawing(chart?.svg).description).toBe('1 milestone, 0 reached. Go: planned 2 January 2015');
    expect(chart?.table.rows).toEqual([['Go', '2 January 2015 (illustrative)', '', '', 0, '']]);
    const none = await chartOf([]);
    expect([none?.title, none?.note, none?.svg, none?.table.empty]).toEqual([
      ...['Milestones', undefined, undefined, 'No milestone is on the record.'],
    ]);
  });
});
