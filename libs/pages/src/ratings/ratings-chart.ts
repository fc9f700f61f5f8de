import { versionInForce, type ProjectPart, type RatingMeasure, type ScalePart } from '#programme';
import type { ratings } from '#read-model';
import { dataAddress, thingAddress, type Where } from '../addresses-of-pages.js';
import type { Chart } from '../charts/chart.js';
import { ratingsLanes, type LaneGroup, type RatingOnLane } from '../charts/ratings-lanes.js';
import { opensTo } from '../opens-to.js';
import { mostRows, table, type Cell } from '../table.js';
import { counted, dated, marked } from '../words.js';

export type RatingShown = ReturnType<typeof ratings>[number];

/** What ratings are drawn from, beside themselves. */
export interface RatingFacts {
  readonly where: Where;
  readonly asAt: string;
  readonly ratings: readonly RatingShown[];
  readonly scales: readonly ScalePart[];
  readonly projects: readonly ProjectPart[];
  /** The name of a portfolio. */
  readonly portfolioName: (id: string) => string;
  /** What the ratings were asked for by, for the CSV. */
  readonly filters?: Readonly<Record<string, string>>;
}

const measures: Readonly<Record<RatingMeasure, string>> = {
  rag: 'red, amber or green as things stand',
  'delivery-confidence': 'delivery confidence',
};

/** The ratings of projects over time, portfolio by portfolio: a chart for each measure that was rated. */
export function ratingsCharts(facts: RatingFacts): Chart[] {
  const rated = [...new Set(facts.ratings.map(({ measure }) => measure))];
  if (rated.length === 0) return [chartOf(undefined, facts)];
  return rated.map((measure) => chartOf(measure, facts));
}

function chartOf(measure: RatingMeasure | undefined, facts: RatingFacts): Chart {
  const { where, asAt, portfolioName, filters = {} } = facts;
  const given = facts.ratings.filter((one) => one.measure === measure);
  const illustrative = given.some((one) => one.illustrative) ? 'illustrative' : null;
  const title = `Ratings of projects by portfolio${measure === undefined ? '' : `: ${measures[measure]}`}`;
  const last = given.filter((one) => one.last);
  const description = `${counted(given.length, 'rating', 'ratings')} of ${counted(last.length, 'project', 'projects')}. Last given: ${last
    .map(({ name, mappedLabel, label, point }) => `${name}, ${mappedLabel ?? label ?? point}`)
    .join('; ')}`;
  const svg = ratingsLanes(
    { id: `ratings-${measure ?? 'none'}`, title, description },
    groupsOf(given, facts),
    asAt,
  );
  const rows = given
    .slice(0, mostRows)
    .map((one): Cell[] => [
      { text: one.name, href: thingAddress(where, 'project', one.project) },
      portfolioName(one.portfolioWhenRated ?? one.portfolio),
      dated(one.ratedOn, one.ratedPrecision),
      opensTo(one.mappedLabel ?? one.label ?? one.point, [one.id], where, one.illustrative),
      one.mapping === 'as given' ? 'As given' : `${one.label ?? one.point}, version ${one.version}`,
      `${one.assessor}: ${one.basis}`,
    ]);
  return {
    title: marked(title, illustrative),
    ...(given.length > 0 && {
      note: 'A rating lasts until the next, and is drawn on the scale in force on this day; the table has it as it was given.',
    }),
    ...(svg !== undefined && { svg }),
    table: table(
      'Ratings given',
      ['Project', 'Portfolio when rated', 'Rated on', 'Rating', 'As given', 'By whom, and on what'],
      rows,
      {
        empty: 'No project has been rated.',
        csv: dataAddress(where, 'ratings', {
          ...filters,
          ...(measure !== undefined && { measure }),
          format: 'csv',
        }),
      },
    ),
  };
}

function groupsOf(
  given: readonly RatingShown[],
  { scales, projects, portfolioName }: RatingFacts,
): LaneGroup[] {
  const portfolios = [...new Set(given.map(({ portfolio }) => portfolio))];
  return portfolios.map((portfolio) => {
    const ofPortfolio = given.filter((one) => one.portfolio === portfolio);
    const ids = [...new Set(ofPortfolio.map(({ project }) => project))];
    return {
      name: portfolioName(portfolio),
      lanes: ids.map((id) => {
        const ofProject = ofPortfolio.filter(({ project }) => project === id);
        const until = projects.find((one) => one.id === id)?.closed?.on;
        return {
          name: ofProject[0]?.name ?? id,
          ...(until !== undefined && { until }),
          ratings: ofProject.map((one): RatingOnLane => ({
            on: one.ratedOn,
            label: one.mappedLabel ?? one.label ?? one.point,
            look: lookOf(one, scales),
          })),
        };
      }),
    };
  });
}

/** The best point of a scale and the worst have a look; what is between them has another, and what is not mapped none. */
function lookOf({ scale, mappedPoint }: RatingShown, scales: readonly ScalePart[]): RatingOnLane['look'] {
  const held = scales.find(({ id }) => id === scale);
  const points = held ? versionInForce(held).points : [];
  const at = points.findIndex(({ id }) => id === mappedPoint);
  if (at < 0) return 'c-open';
  if (at === 0) return 'c-good';
  return at === points.length - 1 ? 'c-bad' : 'c-middle';
}
