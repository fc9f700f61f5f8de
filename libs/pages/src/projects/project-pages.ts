import { projectStages, type ProjectPart } from '#programme';
import { dataAddress, type Where } from '../addresses-of-pages.js';
import { budgetsTable } from '../services/budgets-table.js';
import type { Chart } from '../charts/chart.js';
import { milestonesChart } from '../charts/milestones.js';
import { decisionOf, fact, heldOn, thing } from '../facts.js';
import { filterForm } from '../filter-form.js';
import { ratingsCharts } from '../ratings/ratings-chart.js';
import { savingsTable } from '../savings/savings-table.js';
import { standsOn, streamsOfStanding } from '../stands-on.js';
import { table, type Cell } from '../table.js';
import type { ThingPages } from '../things/thing-pages.js';
import { counted, dated, inWords, marked, sentence } from '../words.js';
import { projectLogs } from './project-logs.js';
import { projectsTable } from './projects-table.js';
import { inOrderOfName, rowsOf } from '#views';

/** The pages of projects: stage, milestones, ratings over time, budget, and the savings each is to make. */
export const projectPages: ThingPages<'project'> = {
  name: 'projects',
  kind: 'project',
  section: 'portfolios',
  list({ where, rows, filters, nameOf, asking }) {
    const portfolios = asking.reader.parts.list(where.programme, 'portfolio', asking.moment);
    const fields = [
      { name: 'status', label: 'Status', options: ['open', 'closed'] },
      { name: 'stage', label: 'Stage', options: ['chartered', ...projectStages] },
      {
        name: 'portfolio',
        label: 'Portfolio',
        options: inOrderOfName(portfolios).map(({ id, name }) => ({ value: id, text: name })),
      },
    ];
    return {
      heading: 'Projects',
      filters: filterForm(where, 'projects', fields, filters),
      shown: [{ table: projectsTable(where, rows, nameOf, filters) }],
    };
  },
  async one(facts) {
    const { where, asAt, part, nameOf, asking } = facts;
    const project = part;
    const { id, name, stage, stageSince, status, closed } = project;
    const ask = (view: string) => asking.view(view, undefined, { project: id });
    const rated = {
      where,
      asAt,
      ratings: rowsOf('ratings', await ask('ratings')),
      scales: asking.reader.parts.list(where.programme, 'scale', asking.moment),
      projects: [project],
      portfolioName: (one: string) => nameOf('portfolio', one),
      filters: { project: id },
    };
    return {
      name,
      facts: [
        ...fact('Status', sentence(status)),
        ...fact('Stage', `${sentence(inWords(stage))}, since ${heldOn(stageSince)}`),
        ...fact('Closed', closed && `${sentence(closed.outcome)}, ${heldOn(closed)}`, closed?.reason),
        ...fact(
          'Never reached',
          ...(closed ? project.milestones : [])
            .filter(({ actual }) => !actual)
            .map(({ title }) => `${title}: the project closed without it`),
        ),
        ...fact(
          'Opened again',
          project.reopened && `${heldOn(project.reopened)}: ${project.reopened.reason}`,
        ),
        ...fact('Portfolio', thing('portfolio', project.portfolio, where, nameOf)),
        ...fact('In it since', heldOn(project.memberSince)),
        ...fact('From review', thing('review', project.review, where, nameOf)),
        ...fact('Summary', project.summary),
        ...fact(
          'Chartered',
          heldOn(project.chartered),
          decisionOf(project.chartered, where, nameOf),
          standsOn(asking)(project.chartered),
        ),
        ...fact('Source', project.source),
      ],
      streams: streamsOfStanding(where.programme),
      shown: [
        { chart: milestones(where, project, asAt) },
        ...projectLogs(project, facts).map((log) => ({ table: log })),
        ...ratingsCharts(rated).map((chart) => ({ chart })),
        { table: budgetsTable(project.budgets) },
        { table: savingsTable(where, rowsOf('savings', await ask('savings')), nameOf, { project: id }) },
      ],
    };
  },
};

function milestones(where: Where, { id, closed, milestones: all }: ProjectPart, asAt: string): Chart {
  const title = 'Milestones';
  const reached = all.filter(({ actual }) => actual).length;
  const svg = milestonesChart(
    {
      id: 'milestones',
      title: 'Milestones on a line of days',
      description: `${counted(all.length, 'milestone', 'milestones')}, ${reached} reached. ${all
        .map(({ title: name, planned, forecast, actual }) =>
          [
            `${name}: planned ${dated(planned.on, planned.precision)}`,
            forecast && `forecast ${dated(forecast.on, forecast.precision)}`,
            actual ? `reached ${heldOn(actual)}` : closed && 'never reached',
          ]
            .filter(Boolean)
            .join(', '),
        )
        .join('. ')}`,
    },
    all.map(({ title: name, planned, forecast, actual }) => ({
      title: name,
      planned: planned.on,
      ...(forecast && { forecast: forecast.on }),
      ...(actual && { actual: actual.on }),
    })),
    asAt,
  );
  const isMadeUp = all.some(({ planned }) => planned.made.provenance === 'illustrative');
  const rows = all.map(({ title: name, planned, forecast, forecasts, actual }): Cell[] => [
    name,
    dated(planned.on, planned.precision, planned.made.provenance),
    forecast ? dated(forecast.on, forecast.precision, forecast.made.provenance) : '',
    forecast?.reason ?? '',
    forecasts,
    actual || !closed
      ? heldOn(actual)
      : { text: `Never: the project closed ${heldOn(closed)}`, marked: true },
  ]);
  return {
    title: marked(title, isMadeUp ? 'illustrative' : null),
    ...(all.length > 0 && {
      note: 'Outline: as planned. Pale: as forecast now. Filled: reached. The line between is how far it has slipped, or come early.',
    }),
    ...(svg !== undefined && { svg }),
    table: table(
      'Milestones and their dates',
      ['Milestone', 'Planned', 'Forecast', 'Why', 'Times forecast', 'Reached'],
      rows,
      {
        empty: 'No milestone is on the record.',
        csv: dataAddress(where, 'milestones', { project: id, format: 'csv' }),
        numeric: [4],
      },
    ),
  };
}
