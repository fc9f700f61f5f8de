import type { Parts, Refusal } from '#timeline';
import { figuresOf, hasFigures } from '../budget.js';
import { portfolioKey, type PortfolioPart } from '../portfolio/state.js';
import { scaleKey, type ScalePart } from '../programme/scale.js';
import { recordedOf, type PlannedDate } from '../recorded.js';
import { addsNoDecision, restates } from '../repeated.js';
import { onDay, present, refuse } from '../rules.js';
import { isRefusal, permitted, settled, type Decided, type Facts } from '../stream.js';
import type { ProjectCommand } from './commands.js';
import type { ProjectEvent } from './events.js';
import { evolveProject } from './evolve.js';
import { permitsProject } from './permits.js';
import { hasRating, notOnTheScale, ratingOf } from './rating.js';
import { projectKey, type ProjectPart } from './state.js';

export const projectRules = {
  evolve: evolveProject,
  permits: permitsProject,
  touches: (event: ProjectEvent) => [projectKey(event.project)],
};

/** The portfolio a command would put the project in, or take it up again in. */
function portfolioOf(command: ProjectCommand, state: Parts<ProjectPart> | undefined): string | undefined {
  if (command.type === 'charter-project') return command.portfolio;
  if (command.type === 'reopen-project') return state?.get(projectKey(command.project))?.portfolio;
  return command.type === 'move-project' ? command.toPortfolio : undefined;
}

/** The keys of what a command reads elsewhere: the portfolio the project would be in, the scale it is rated on. */
export function projectReads(command: ProjectCommand, state?: Parts<ProjectPart>): readonly string[] {
  if (command.type === 'rate-project') return [scaleKey(command.scale)];
  const portfolio = portfolioOf(command, state);
  return portfolio === undefined ? [] : [portfolioKey(portfolio)];
}

/**
 * The event that a command about a project comes to, none where it changes nothing, or a refusal. Reads the portfolio
 * that the project would be in, and the scale it is rated on, from `facts`.
 */
export function decideProject(
  state: Parts<ProjectPart>,
  command: ProjectCommand,
  facts: Facts,
): Decided<ProjectEvent> {
  const project = state.get(projectKey(command.project));
  const isSo = () => project !== undefined && alreadySo(project, command);
  return settled(judged(state, command, facts), command, { alreadySo: isSo, repeats });
}

/** The commands that are already so only where the very entry is on the record. */
export const repeats: ReadonlySet<ProjectCommand['type']> = new Set([
  'charter-project',
  'plan-milestone',
  'reach-milestone',
  'rate-project',
  'close-project',
  'reopen-project',
] as const);

function judged(state: Parts<ProjectPart>, command: ProjectCommand, facts: Facts): Decided<ProjectEvent> {
  const project = state.get(projectKey(command.project));
  const decided = permitted(projectRules, state, [eventOf(project, command)]);
  if (isRefusal(decided)) return decided;
  const refusal =
    command.type === 'rate-project'
      ? notOnTheScale(facts.get(scaleKey(command.scale)) as ScalePart | undefined, command)
      : portfolioNotOpen(portfolioOf(command, state), facts);
  return refusal ?? decided;
}

function portfolioNotOpen(id: string | undefined, facts: Facts): Refusal | undefined {
  if (id === undefined) return undefined;
  const portfolio = facts.get(portfolioKey(id)) as PortfolioPart | undefined;
  if (portfolio?.status === 'open') return undefined;
  return refuse(
    'portfolio-not-open',
    portfolio?.closed
      ? `Portfolio ${id} was closed on ${onDay(portfolio.closed)}: reopen it first, date this earlier, or name another`
      : `No portfolio ${id} is opened by then: open it first, date this later, or name another`,
  );
}

function alreadySo(project: ProjectPart, command: ProjectCommand): boolean {
  switch (command.type) {
    case 'charter-project':
      return (
        restates(project.chartered, command) &&
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
      const milestone = heldMilestone(project, command.milestone);
      return (
        restates(milestone?.planned.made, command) &&
        milestone?.title === command.title &&
        isSameDate(milestone.planned, command.planned)
      );
    }
    case 'forecast-milestone': {
      const forecast = heldMilestone(project, command.milestone)?.forecast;
      return (
        forecast !== undefined &&
        addsNoDecision(forecast.made, command) &&
        isSameDate(forecast, command.forecast) &&
        forecast.reason === command.reason
      );
    }
    case 'reach-milestone':
      return restates(heldMilestone(project, command.milestone)?.actual, command);
    case 'set-project-budget':
      return hasFigures(project.budgets, command);
    case 'rate-project':
      return hasRating(project.ratings, command);
    case 'close-project':
      return (
        restates(project.closed, command) &&
        project.closed?.outcome === command.outcome &&
        project.closed.reason === command.reason
      );
    case 'reopen-project':
      return (
        project.status === 'open' &&
        restates(project.reopened, command) &&
        project.reopened?.reason === command.reason
      );
  }
}

const isSameDate = (a: PlannedDate, b: PlannedDate) => a.on === b.on && a.precision === b.precision;

const heldMilestone = (project: ProjectPart, id: string) =>
  project.milestones.find((milestone) => milestone.id === id);

function eventOf(project: ProjectPart | undefined, command: ProjectCommand): ProjectEvent {
  const recorded = { ...recordedOf(command), project: command.project };
  switch (command.type) {
    case 'charter-project': {
      const { name, portfolio, review, summary } = command;
      return { ...recorded, type: 'ProjectChartered', name, portfolio, ...present({ review, summary }) };
    }
    case 'move-project': {
      const { toPortfolio, fromPortfolio = project?.portfolio ?? '' } = command;
      return { ...recorded, type: 'ProjectMoved', fromPortfolio, toPortfolio };
    }
    case 'rename-project':
      return { ...recorded, type: 'ProjectRenamed', name: command.name };
    case 'reach-project-stage': {
      const { stage, reason, fromStage = project?.stage ?? 'chartered' } = command;
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
    case 'rate-project':
      return { ...recorded, type: 'ProjectRated', ...ratingOf(command) };
    case 'close-project': {
      const { outcome, reason } = command;
      return { ...recorded, type: 'ProjectClosed', outcome, ...present({ reason }) };
    }
    case 'reopen-project':
      return { ...recorded, type: 'ProjectReopened', reason: command.reason };
  }
}
