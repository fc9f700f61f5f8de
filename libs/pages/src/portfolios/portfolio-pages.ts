import type { PortfolioPart } from '#programme';
import type { RowOfKind } from '#read-model';
import { dataAddress, pageAddress, thingAddress, type Where } from '../addresses-of-pages.js';
import { fact, heldOn } from '../facts.js';
import { filterForm } from '../filter-form.js';
import { inOrderOfName, rowsOf } from '#views';
import { logTable, openingsTable } from '../log-table.js';
import { namesTables } from '../names-log.js';
import { projectsTable } from '../projects/projects-table.js';
import { ratingsCharts } from '../ratings/ratings-chart.js';
import { savingsTable } from '../savings/savings-table.js';
import { table, type Cell, type Table } from '../table.js';
import type { ThingPages } from '../things/thing-pages.js';
import { day, sentence } from '../words.js';

/** The pages of portfolios: the projects in each, how they are rated, and the savings that are theirs. */
export const portfolioPages: ThingPages<'portfolio'> = {
  name: 'portfolios',
  kind: 'portfolio',
  section: 'portfolios',
  async list({ where, rows, filters, nameOf, asking }) {
    const projects = rowsOf('projects', await asking.view('projects'));
    const fields = [{ name: 'status', label: 'Status', options: ['open', 'closed'] }];
    return {
      heading: 'Portfolios and projects',
      filters: filterForm(where, 'portfolios', fields, filters),
      shown: [
        { table: portfoliosTable(where, rows, filters) },
        { table: projectsTable(where, projects, nameOf) },
      ],
      links: [{ text: 'Find projects by stage or status', href: pageAddress(where, 'projects') }],
    };
  },
  async one(facts) {
    const { where, asAt, part, nameOf, asking } = facts;
    const { id, name, status, opened, closed, reopened, source } = part;
    const { sponsor, sponsorLog, statusLog } = part;
    const portfolio = { portfolio: id };
    const ask = (view: string) => asking.view(view, undefined, portfolio);
    const { reader, moment } = asking;
    const rated = {
      where,
      asAt,
      ratings: rowsOf('ratings', await ask('ratings')),
      scales: reader.parts.list(where.programme, 'scale', moment),
      projects: reader.parts.list(where.programme, 'project', moment),
      portfolioName: (one: string) => nameOf('portfolio', one),
      filters: portfolio,
    };
    return {
      name,
      facts: [
        ...fact('Status', sentence(status)),
        ...fact('Sponsor', sponsor ?? 'Not on the record'),
        ...fact('Opened', heldOn(opened)),
        ...fact('Closed', heldOn(closed), closed?.reason),
        ...fact('Opened again', reopened && `${heldOn(reopened)}: ${reopened.reason}`),
        ...fact('Source', source),
      ],
      shown: [
        { table: openingsTable(statusLog, { where, asAt, nameOf }) },
        ...namesTables(facts).map((log) => ({ table: log })),
        ...(sponsorLog.length > 1 ? [{ table: sponsorsTable(part, { where, asAt, nameOf }) }] : []),
        { table: projectsTable(where, rowsOf('projects', await ask('projects')), nameOf, portfolio) },
        ...ratingsCharts(rated).map((chart) => ({ chart })),
        { table: savingsTable(where, rowsOf('savings', await ask('savings')), nameOf, portfolio) },
      ],
    };
  },
};

/** Every sponsor of a portfolio, until another was named or it was closed. */
function sponsorsTable({ sponsorLog, closed }: PortfolioPart, facts: Parameters<typeof logTable>[3]): Table {
  const lines = sponsorLog.map(({ sponsor, ...held }) => ({ ...held, what: sponsor }));
  return logTable('Its sponsors', ['Sponsor', 'Why'], lines, facts, closed);
}

function portfoliosTable(
  where: Where,
  rows: readonly RowOfKind<'portfolio'>[],
  filters: Readonly<Record<string, string>>,
) {
  const cells = inOrderOfName(rows).map((row): Cell[] => {
    const { id, name, sponsor, status, openedOn, illustrative } = row;
    const open = row.projects.length;
    return [
      {
        text: name,
        href: thingAddress(where, 'portfolio', id),
        ...(illustrative && { tag: 'illustrative' }),
      },
      sponsor ?? 'Not on the record',
      sentence(status),
      day(openedOn),
      open === 0
        ? 0
        : { text: String(open), href: pageAddress(where, 'projects', { portfolio: id, status: 'open' }) },
    ];
  });
  return table('Portfolios', ['Portfolio', 'Sponsor', 'Status', 'Opened', 'Open projects'], cells, {
    empty: Object.keys(filters).length > 0 ? 'No portfolio is like that.' : 'No portfolio is on the record.',
    csv: dataAddress(where, 'portfolios', { ...filters, format: 'csv' }),
    numeric: [4],
  });
}
