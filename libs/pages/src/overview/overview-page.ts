import { civilDate, type CivilDate } from '#calendar';
import type {
  Overview,
  ReviewsAtStage,
  SavingsOnDay,
  SavingsStep,
  UnitCountStep,
  UnitFlow,
} from '#read-model';
import { dataAddress, pageAddress, thingAddress, type Where } from '../addresses-of-pages.js';
import { entriesAddress } from '../opens-to.js';
import { ratingsCharts, type RatingFacts } from '../ratings/ratings-chart.js';
import { basisInWords, kindInWords } from '../savings/savings-in-words.js';
import { table } from '../table.js';
import { counted, day, marked, millions } from '../words.js';
import { burnUpChart } from './burn-up-chart.js';
import { phasesChart } from './phases-chart.js';
import { measuredByTarget, savingsChart } from './savings-chart.js';
import { stagesChart } from './stages-chart.js';
import { flowChart, unitsChart } from './units-chart.js';

export interface OverviewFacts {
  readonly where: Where;
  /** The day that is asked for, whether or not the address says it. */
  readonly asAt: string;
  readonly view: Overview;
  readonly stages: readonly ReviewsAtStage[];
  readonly savings: readonly SavingsStep[];
  readonly savingsOverTime: readonly SavingsOnDay[];
  readonly unitCount: readonly UnitCountStep[];
  readonly unitFlow: readonly UnitFlow[];
  readonly rated: Pick<RatingFacts, 'ratings' | 'scales' | 'projects'>;
}

/** Days of the demonstration that show something; on any other programme's page they are left out. */
const daysWorthALook: readonly (readonly [asAt: CivilDate, knownAt: CivilDate | undefined, says: string])[] =
  [
    [civilDate('2013-10-15'), undefined, 'phase 1 open, 12 reviews, 80 business units'],
    [civilDate('2014-06-01'), undefined, 'the County Council has chosen its options'],
    [civilDate('2016-04-01'), undefined, 'Legal Services is to be a wholly owned company'],
    [
      civilDate('2016-04-01'),
      civilDate('2015-12-31'),
      'the same day, when the commercial partner was still the plan',
    ],
  ];

/** The state of a programme: its targets, and how far each has come. */
export function overviewPage(facts: OverviewFacts) {
  const { where, view, asAt, savings } = facts;
  const { programme, portfolios, phases, units } = view;
  const target = savings.find(({ measure }) => measure === 'target');
  const names = new Map(portfolios.map(({ id, name }) => [id, name]));
  const rated = { where, asAt, ...facts.rated, portfolioName: (id: string) => names.get(id) ?? id };
  return {
    name: programme.name ?? programme.id,
    notBegun: !programme.exists,
    cards: cards(facts),
    charts: [
      phasesChart(phases, asAt, where),
      stagesChart(facts.stages, where),
      savingsChart(savings, where),
      burnUpChart(facts.savingsOverTime, target, asAt, where),
      unitsChart(facts.unitCount, units.illustrative, asAt, where),
      ...ratingsCharts(rated),
      flowChart(facts.unitFlow, where),
    ],
    portfolios: table(
      'Portfolios',
      ['Portfolio', 'Open projects'],
      portfolios.map(({ id, name, projects }) => [
        { text: name, href: thingAddress(where, 'portfolio', id) },
        { text: String(projects), href: pageAddress(where, 'projects', { portfolio: id, status: 'open' }) },
      ]),
      { empty: 'None is open.', csv: dataAddress(where, 'portfolios', { format: 'csv' }), numeric: [1] },
    ),
    asData: dataAddress(where, 'overview'),
    worthALook: daysWorthALook.map(([asAt, knownAt, says]) => ({
      text: day(asAt) + (knownAt === undefined ? '' : `, as known on ${day(knownAt)}`),
      href: pageAddress({ programme: where.programme, asAt, ...(knownAt !== undefined && { knownAt }) }, ''),
      says,
    })),
  };
}

function cards({ where, view, savings }: OverviewFacts) {
  const { programme, reviews, units, phases } = view;
  const { unitTarget } = programme;
  const target = savings.find(({ measure }) => measure === 'target');
  const ofKind = measuredByTarget(savings);
  const validated = ofKind.find(({ measure }) => measure === 'validated');
  // Savings of other kinds may be validated: nothing is said of them here.
  const kind = `: ${ofKind[0] ? kindInWords(ofKind[0]).toLowerCase() : 'cashable, recurring'}${target ? ', in those years' : ''}`;
  const open = phases.filter(({ status }) => status === 'open').map(({ name }) => name);
  return [
    target
      ? {
          figure: millions(target.pence),
          says: marked(
            `savings target over ${target.years ?? ''}, ${basisInWords(target.basis)}`,
            target.illustrative ? 'illustrative' : null,
          ),
          href: entriesAddress(target.entries, where),
        }
      : { figure: 'None set', says: 'savings target' },
    validated && validated.entries.length > 0
      ? {
          figure: millions(validated.pence),
          says: marked(`validated by finance${kind}`, validated.illustrative ? 'illustrative' : null),
          href: entriesAddress(validated.entries, where),
        }
      : {
          figure: 'Nothing',
          says: `on the record is validated by finance${kind}`,
          href: pageAddress(where, 'savings'),
        },
    {
      figure: String(units.count),
      says: marked(
        unitTarget === null
          ? 'business units, no target set'
          : `business units, target ${unitTarget.target} of ${unitTarget.baseline}`,
        units.illustrative ? 'illustrative' : null,
      ),
      href: pageAddress(where, 'units', { status: 'open' }),
    },
    {
      figure: String(reviews.total),
      says: `${reviews.total === 1 ? 'review' : 'reviews'}${reviews.deferred > 0 ? `, ${reviews.deferred} deferred` : ''}`,
      href: pageAddress(where, 'reviews'),
    },
    {
      figure: open.length > 2 ? counted(open.length, 'phase', 'phases') : open.join(', ') || 'No phase',
      says: open.length > 0 ? 'open' : 'is open',
      href: pageAddress(where, 'phases'),
    },
  ];
}
