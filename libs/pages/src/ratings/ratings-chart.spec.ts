import { describe, expect, it } from '@jest/globals';
import { readDrawing } from '#testing';
import { asAt, asRead, nameOf, where } from '../contract/as-read.js';
import { ratingsCharts, type RatingShown } from './ratings-chart.js';

const given = {
  id: 'e1',
  project: 'homes',
  name: 'Homes',
  portfolio: 'adults',
  portfolioWhenRated: 'place',
  measure: 'rag',
  ratedOn: '2015-02-03',
  ratedPrecision: 'day',
  last: true,
  scale: 'rag',
  version: 1,
  point: 'amber',
  label: 'Amber',
  mappedPoint: 'amber-red',
  mappedLabel: 'Amber/Red',
  mapping: 'mapped',
  assessor: 'Programme office',
  basis: 'two milestones were missed',
  illustrative: true,
};
const ratings = [
  given,
  {
    ...given,
    id: 'e2',
    project: 'carers',
    name: 'Carers',
    portfolioWhenRated: null,
    ratedOn: '2015-04-01',
    ratedPrecision: 'month',
    mappedLabel: null,
    label: 'Green',
    mapping: 'as given',
    assessor: 'Internal audit',
    basis: 'a gateway review',
    illustrative: false,
  },
] as unknown as RatingShown[];

describe('The ratings of projects', () => {
  const facts = {
    where,
    asAt,
    scales: [],
    projects: [],
    portfolioName: (id: string) => nameOf('portfolio', id),
  };
  const read = (all: readonly RatingShown[]) => {
    const charts = ratingsCharts({ ...facts, ratings: all });
    return asRead('things', { heading: 'Ratings', shown: charts.map((chart) => ({ chart })) });
  };

  it('tell of each what was given, on which scale it stands now, by whom and on what', () => {
    const page = read(ratings);
    expect(page.subheadings[0]).toBe(
      'Ratings of projects by portfolio: red, amber or green as things stand (illustrative)',
    );
    expect(page.tables['Ratings given']).toEqual([
      {
        Project: 'Homes',
        'Portfolio when rated': 'The portfolio place',
        'Rated on': '3 February 2015',
        Rating: 'Amber/Red [illustrative]',
        'As given': 'Amber, version 1',
        'By whom, and on what': 'Programme office: two milestones were missed',
      },
      {
        Project: 'Carers',
        'Portfolio when rated': 'The portfolio adults',
        'Rated on': 'April 2015',
        Rating: 'Green',
        'As given': 'As given',
        'By whom, and on what': 'Internal audit: a gateway review',
      },
    ]);
  });

  it('are marked only where one of them was made up', () => {
    expect(read(ratings.slice(1)).subheadings[0]).toBe(
      'Ratings of projects by portfolio: red, amber or green as things stand',
    );
    expect(read([]).paragraphs).toContain('No project has been rated.');
  });

  it('are drawn on the scale in force, the best point good and the worst bad, until their project closed', () => {
    const points = ['green', 'amber', 'red'].map((id) => ({ id, label: id }));
    const scales = [{ kind: 'scale', id: 'rag', versions: [{ version: 1, points }] }] as never;
    const at = (mappedPoint: string | null, project: string, more: object = {}) =>
      ({ ...given, project, name: project, mappedPoint, mappedLabel: mappedPoint, ...more }) as never;
    const [chart] = ratingsCharts({
      ...facts,
      scales,
      projects: [{ id: 'b', closed: { on: '2015-03-05' } }] as never,
      ratings: [
        at('green', 'a'),
        at('amber', 'b', { last: false }),
        at('red', 'c'),
        at('blue', 'd', { portfolio: 'place' }),
        at(null, 'e', { portfolio: 'place', label: null }),
      ],
      filters: { project: 'a' },
    });
    const { title, description, drawn } = readDrawing(chart?.svg);
    expect([title, description]).toEqual([
      'Ratings of projects by portfolio: red, amber or green as things stand',
      '5 ratings of 4 projects. Last given: a, green; c, red; d, blue; e, amber',
    ]);
    // From 3 February 2015 to 200 days on, on 480 units: 30 days are 72.
    expect(drawn.filter((one) => one.includes(' by 24 at '))).toEqual([
      'c-good 480 by 24 at 262,36',
      'c-middle 72 by 24 at 262,66',
      'c-bad 480 by 24 at 262,96',
      'c-open 480 by 24 at 262,158',
      'c-open 480 by 24 at 262,188',
    ]);
    expect(drawn.filter((one) => one.startsWith('The portfolio'))).toEqual([
      'The portfolio adults at 0,24 c-strong',
      'The portfolio place at 0,146 c-strong',
    ]);
    expect(chart?.table).toMatchObject({
      csv: '/api/programmes/county/ratings?project=a&measure=rag&format=csv&money=pounds',
      empty: 'No project has been rated.',
    });
    expect(chart?.table.rows[0]?.[0]).toEqual({ text: 'a', href: '/programmes/county/projects/a' });
    expect(chart?.table.rows[0]?.[3]).toEqual({
      ...{ text: 'green', href: '/programmes/county/history?entries=e1', tag: 'illustrative' },
    });
  });

  it('have a chart for each measure that was rated', () => {
    const confidence = { ...given, measure: 'delivery-confidence' } as never;
    expect(
      ratingsCharts({ ...facts, ratings: [...ratings, confidence] }).map(({ title, note }) => [title, note]),
    ).toEqual([
      [
        'Ratings of projects by portfolio: red, amber or green as things stand (illustrative)',
        'A rating lasts until the next, and is drawn on the scale in force on this day; the table has it as it was given.',
      ],
      [
        'Ratings of projects by portfolio: delivery confidence (illustrative)',
        'A rating lasts until the next, and is drawn on the scale in force on this day; the table has it as it was given.',
      ],
    ]);
    const [none] = ratingsCharts({ ...facts, ratings: [] });
    expect([none?.title, none?.note, none?.svg, none?.table.csv]).toEqual([
      ...['Ratings of projects by portfolio', undefined, undefined],
      '/api/programmes/county/ratings?format=csv&money=pounds',
    ]);
  });
});
