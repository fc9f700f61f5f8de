import { same, type Parts } from '#timeline';
import { figuresOf, hasFigures } from '../budget.js';
import { portfolioKey, type PortfolioPart } from '../portfolio/state.js';
import { recordedOf } from '../recorded.js';
import { present, refuse } from '../rules.js';
import { permitted, type Decided, type Facts } from '../stream.js';
import type { ProjectCommand } from './commands.js';
import type { ProjectEvent } from './events.js';
import { evolveProject } from './evolve.js';
import { permitsProject } from './permits.js';
import { projectKey, type ProjectPart } from './state.js';

export const projectRules = {
  evolve: evolveProject,
  permits: permitsProject,
  touches: (event: ProjectEvent) => [projectKey(event.project)],
};

/** The portfolio a command would put the project in. */
function portfolioOf(command: ProjectCommand): string | undefined {
  if (command.type === 'charter-project') return command.portfolio;
  return command.type === 'move-project' ? command.toPortfolio : undefined;
}

export function projectReads(command: ProjectCommand): readonly string[] {
  const portfolio = portfolioOf(command);
  return portfolio === undefined ? [] : [portfolioKey(portfolio)];
}

export function decideProject(
  state: Parts<ProjectPart>,
  command: ProjectCommand,
  facts: Facts,
): Decided<ProjectEvent> {
  const project = state.get(projectKey(command.project));
  if (project && alreadySo(project, command)) return [];
  const portfolio = portfolioOf(command);
  if (portfolio !== undefined) {
    const found = facts.get(portfolioKey(portfolio)) as PortfolioPart | undefined;
    if (found?.status !== 'open') {
      return refuse(
        'portfolio-not-open',
        `The portfolio ${portfolio} is not open by then: open it first, date this later, or name another`,
      );
    }
  }
  return permitted(projectRules, state, [eventOf(project, command)]);
}

function alreadySo(project: ProjectPart, command: ProjectCommand): boolean {
  switch (command.type) {
    case 'charter-project':
      return (
        project.chartered.on === command.effectiveOn &&
        project.name === command.name &&
        project.portfolio === command.portfolio &&
        project.review === command.review &&
        project.summary === command.summary
      );
    case 'move-project':
      return project.portfolio === command.toPortfolio;
    case 'rename-project':
      return project.name === command.name;
    case 'reach-project-stage':
      return project.stage === command.stage;
    case 'plan-milestone': {
      const milestone = milestoneOf(project, command.milestone);
      return milestone?.title === command.title && same(milestone.planned, command.planned);
    }
    case 'forecast-milestone': {
      const forecast = milestoneOf(project, command.milestone)?.forecast;
      const { on, precision } = command.forecast;
      return forecast?.on === on && forecast.precision === precision && forecast.reason === command.reason;
    }
    case 'reach-milestone':
      return milestoneOf(project, command.milestone)?.actual?.on === command.effectiveOn;
    case 'set-project-budget':
      return hasFigures(project.budgets, command);
    case 'close-project':
      return project.closed?.on === command.effectiveOn && project.closed.outcome === command.outcome;
    case 'reopen-project':
      return false;
  }
}

const milestoneOf = (project: ProjectPart, id: string) =>
  project.milestones.find((milestone) => milestone.id === id);

function eventOf(project: ProjectPart | undefined, command: ProjectCommand): ProjectEvent {
  const recorded = { ...recordedOf(command), project: command.project };
  switch (command.type) {
    case 'charter-project': {
      const { name, portfolio, review, summary } = command;
      return { ...recorded, type: 'ProjectChartered', name, portfolio, ...present({ review, summary }) };
    }
    case 'move-project': {
      const { toPortfolio } = command;
      return { ...recorded, type: 'ProjectMoved', fromPortfolio: project?.portfolio ?? '', toPortfolio };
    }
    case 'rename-project':
      return { ...recorded, type: 'ProjectRenamed', name: command.name };
    case 'reach-project-stage': {
      const { stage, reason } = command;
      const fromStage = project?.stage ?? 'chartered';
      return { ...recorded, type: 'ProjectStageReached', fromStage, toStage: stage, ...present({ reason }) };
    }
    case 'plan-milestone': {
      const { milestone, title, planned } = command;
      return { ...recorded, type: 'MilestonePlanned', milestone, title, planned };
    }
    case 'forecast-milestone': {
      const { milestone, forecast, reason } = command;
      return { ...recorded, type: 'MilestoneForecast', milestone, forecast, ...present({ reason }) };
    }
    case 'reach-milestone':
      return { ...recorded, type: 'MilestoneReached', milestone: command.milestone };
    case 'set-project-budget':
      return { ...recorded, type: 'ProjectBudgetSet', ...figuresOf(command) };
    case 'close-project': {
      const { outcome, reason } = command;
      return { ...recorded, type: 'ProjectClosed', outcome, ...present({ reason }) };
    }
    case 'reopen-project':
      return { ...recorded, type: 'ProjectReopened', reason: command.reason };
  }
}
