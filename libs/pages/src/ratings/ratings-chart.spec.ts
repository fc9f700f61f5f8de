import { describe, expect, it } from '@jest/globals';
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
});
