import { civilDate, type CivilDate } from '#calendar';
import { reviewStages } from '#programme';
import type { overview, UnitCountStep, Waterfall } from '#read-model';
import { dataAddress, pageAddress, type Where } from '../addresses-of-pages.js';
import { bars } from '../charts/bars.js';
import type { Chart } from '../charts/chart.js';
import { gantt } from '../charts/gantt.js';
import { stepLine } from '../charts/step-line.js';
import { table, type Cell } from '../table.js';
import { counted, dated, day, inWords, marked, pounds, sentence } from '../words.js';
import type { PhaseShown } from './phases.js';
import { savingsChart } from './savings-chart.js';

export interface OverviewFacts {
  readonly where: Where;
  /** The day that is asked for, whether or not the address says it. */
  readonly asAt: string;
  readonly view: ReturnType<typeof overview>;
  readonly steps: readonly UnitCountStep[];
  readonly waterfall: Waterfall;
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
  const { where, view } = facts;
  const { programme, portfolios, reviews } = view;
  return {
    name: programme.name ?? programme.id,
    notBegun: !programme.exists,
    cards: cards(facts),
    phases: phasesChart(facts),
    units: unitsChart(facts),
    savings: savingsChart(facts.waterfall, where),
    stages: stagesChart(reviews, where),
    portfolios: table(
      'Portfolios',
      ['Portfolio', 'Open projects'],
      portfolios.map(({ name, projects }) => [name, projects]),
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

function cards({ where, view }: OverviewFacts) {
  const { programme, reviews, units, phases } = view;
  const { savingsTarget, unitTarget } = programme;
  const open = phases.filter(({ status }) => status === 'open').map(({ name }) => name);
  return [
    {
      figure: savingsTarget ? pounds(savingsTarget.pence) : 'None set',
      says: savingsTarget
        ? `savings target over ${savingsTarget.fromYear} to ${savingsTarget.toYear}, ${
            savingsTarget.basis === 'not-stated' ? 'gross or net not stated' : savingsTarget.basis
          }`
        : 'savings target',
    },
    {
      figure: String(units.count),
      says: marked(
        unitTarget === null
          ? 'business units, no target set'
          : `business units, target ${unitTarget.target} of ${unitTarget.baseline}`,
        units.illustrative ? 'illustrative' : null,
      ),
      href: pageAddress(where, 'units'),
    },
    {
      figure: String(reviews.total),
      says: `${reviews.total === 1 ? 'review' : 'reviews'}${reviews.deferred > 0 ? `, ${reviews.deferred} deferred` : ''}`,
      href: pageAddress(where, 'reviews'),
    },
    { figure: open.length > 0 ? open.join(', ') : 'No phase', says: open.length > 0 ? 'open' : 'is open' },
  ];
}

function phasesChart({ view, where, asAt }: OverviewFacts): Chart {
  const rows = view.phases.map((phase): Cell[] => [
    phase.name,
    sentence(phase.status),
    planInWords(phase),
    dated(phase.openedOn, phase.openedPrecision, phase.openedProvenance),
    dated(phase.closedOn, phase.closedPrecision, phase.closedProvenance),
  ]);
  const csv = dataAddress(where, 'phases', { format: 'csv' });
  const svg = gantt(view.phases, asAt);
  return {
    title: 'Phases',
    note: 'Broken outline: as planned. Filled: from its opening to its closing. A plan is not a fact: a phase is open because it was opened.',
    ...(svg !== undefined && { svg }),
    table: table('Phases and their dates', ['Phase', 'Status', 'Planned', 'Opened', 'Closed'], rows, {
      empty: 'No phase is on the record.',
      csv,
    }),
  };
}

function planInWords({
  plannedStart,
  plannedStartPrecision,
  plannedEnd,
  plannedEndPrecision,
}: PhaseShown): string {
  return [
    dated(plannedStart, plannedStartPrecision),
    plannedEnd === null ? '' : `to ${dated(plannedEnd, plannedEndPrecision)}`,
  ]
    .filter(Boolean)
    .join(' ');
}

function unitsChart({ steps, where, asAt, view }: OverviewFacts): Chart {
  const title = marked('Business units', view.units.illustrative ? 'illustrative' : null);
  const svg = stepLine('Business units over time against the target', steps, asAt);
  const rows = steps.map(({ on, count, target, registered, ended }): Cell[] => [
    dated(on),
    count,
    target ?? 'None set',
    registered.length,
    ended.length,
  ]);
  return {
    title,
    ...(svg !== undefined && { svg }),
    table: table('Business units by day of change', ['From', 'Units', 'Target', 'New', 'Ended'], rows, {
      empty: 'No business unit is on the record.',
      csv: dataAddress(where, 'unit-count', { format: 'csv' }),
      numeric: [1, 2, 3, 4],
    }),
  };
}

function stagesChart({ byStage, withdrawn, total }: OverviewFacts['view']['reviews'], where: Where): Chart {
  const title = 'Reviews by stage';
  const stages = total === 0 ? [] : reviewStages.map((stage) => ({ stage, count: byStage[stage] ?? 0 }));
  const description = `${counted(total, 'review', 'reviews')}: ${stages
    .filter(({ count }) => count > 0)
    .map(({ stage, count }) => `${count} at ${inWords(stage)}`)
    .join(', ')}`;
  const svg = bars(
    { id: 'stages-chart', title, description },
    stages.map(({ stage, count }) => ({
      name: sentence(inWords(stage)),
      value: count,
      label: String(count),
    })),
  );
  const rows = stages.map(({ stage, count }): Cell[] => [
    count === 0
      ? sentence(inWords(stage))
      : { text: sentence(inWords(stage)), href: pageAddress(where, 'reviews', { stage }) },
    count,
  ]);
  if (withdrawn > 0) rows.push(['Withdrawn', withdrawn]);
  return {
    title,
    ...(svg !== undefined && { svg }),
    table: table('Number of reviews at each stage', ['Stage', 'Reviews'], rows, {
      empty: 'No review is on the record.',
      csv: dataAddress(where, 'reviews', { format: 'csv' }),
      numeric: [1],
    }),
  };
}
