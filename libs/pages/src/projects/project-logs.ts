import type { ProjectPart } from '#programme';
import type { ThingFacts } from '../things/thing-pages.js';
import { decisionOf, heldOn, thing } from '../facts.js';
import { logTable } from '../log-table.js';
import { namesTables } from '../names-log.js';
import { table, type Cell, type Table } from '../table.js';
import { dated, inWords, sentence } from '../words.js';

/** What a project was and is no longer: its stages, its portfolios, its closings, and what its milestones were forecast for. */
export function projectLogs(project: ProjectPart, facts: ThingFacts): Table[] {
  const { where, nameOf } = facts;
  const { closed, stageLog, portfolioLog, statusLog } = project;
  const stages = stageLog.map(({ stage, reason, ...held }) => ({
    ...held,
    what: sentence(inWords(stage)),
    why: reason,
  }));
  const portfolios = portfolioLog.map(({ portfolio, ...held }) => ({
    ...held,
    what: thing('portfolio', portfolio, where, nameOf) ?? '',
  }));
  const closings = statusLog.map(({ how, outcome, reason, ...held }) => ({
    ...held,
    what: how === 'closed' ? `Closed: ${inWords(outcome ?? '')}` : 'Opened again',
    why: reason,
  }));
  return [
    logTable('Its stages', ['Stage', 'Why'], stages, facts, closed),
    ...(portfolios.length > 1
      ? [logTable('The portfolios it was in', ['Portfolio', 'Why'], portfolios, facts)]
      : []),
    ...namesTables(facts),
    ...(closings.length > 0 ? [logTable('Closed and opened again', ['What', 'Why'], closings, facts)] : []),
    forecastsTable(project, facts),
  ];
}

/** Every forecast of every milestone in the order in which they were made, the ones that another took the place of with them. */
function forecastsTable({ milestones }: ProjectPart, { where, nameOf }: ThingFacts): Table {
  return table(
    'Every forecast of its milestones',
    ['Milestone', 'Forecast for', 'Said on', 'Decision', 'Why'],
    milestones.flatMap(({ title, forecastLog }) =>
      forecastLog.map(({ on, precision, made, reason }): Cell[] => [
        title,
        dated(on, precision),
        heldOn(made),
        decisionOf(made, where, nameOf),
        reason ?? '',
      ]),
    ),
    { empty: 'No milestone was forecast anew.' },
  );
}
