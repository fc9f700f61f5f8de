import type { Changes, Parts } from '#timeline';
import { withBudget } from '../budget.js';
import { factOf } from '../recorded.js';
import { present } from '../rules.js';
import type { ProjectEvent } from './events.js';
import { meaninglessForProject } from './permits.js';
import { withRating } from './rating.js';
import { milestoneOf, projectKey, projectPart, type Milestone, type ProjectPart } from './state.js';

/** What an entry makes of a project; nothing where it has no meaning. */
export function evolveProject(state: Parts<ProjectPart>, event: ProjectEvent): Changes<ProjectPart> {
  const key = projectKey(event.project);
  const project = state.get(key);
  if (meaninglessForProject(project, event)) return [];
  if (event.type === 'ProjectChartered') {
    const { project: id, name, portfolio, review, summary, source } = event;
    const fact = factOf(event);
    const charter = { id, name, portfolio, review, summary, chartered: fact, source, memberSince: fact };
    const start = { stage: 'chartered', stageSince: fact, status: 'open' } as const;
    const logs = {
      stageLog: [{ stage: start.stage, ...fact }],
      portfolioLog: [{ portfolio, ...fact }],
      statusLog: [],
    };
    return [[key, projectPart({ ...charter, ...start, ...logs, milestones: [], budgets: [], ratings: [] })]];
  }
  return project ? [[key, projectPart({ ...project, ...change(project, event) })]] : [];
}

function change(
  project: ProjectPart,
  event: Exclude<ProjectEvent, { type: 'ProjectChartered' }>,
): Partial<ProjectPart> {
  const fact = factOf(event);
  switch (event.type) {
    case 'ProjectMoved':
      return {
        portfolio: event.toPortfolio,
        memberSince: fact,
        portfolioLog: [...project.portfolioLog, { portfolio: event.toPortfolio, ...fact }],
      };
    case 'ProjectRenamed':
      return { name: event.name };
    case 'ProjectStageReached':
      return {
        stage: event.toStage,
        stageSince: fact,
        stageLog: [
          ...project.stageLog,
          { stage: event.toStage, ...fact, ...present({ reason: event.reason }) },
        ],
      };
    case 'MilestonePlanned': {
      const { on, precision } = event.planned;
      const planned = { on, precision, made: fact };
      const milestone = { id: event.milestone, title: event.title, planned, forecasts: 0, forecastLog: [] };
      return { milestones: [...project.milestones, milestoneOf(milestone)] };
    }
    case 'MilestoneForecast': {
      const { on, precision } = event.forecast;
      const forecast = { on, precision, ...present({ reason: event.reason }), made: fact };
      return withMilestone(project, event.milestone, ({ forecasts, forecastLog }) => ({
        forecast,
        forecasts: forecasts + 1,
        forecastLog: [...forecastLog, forecast],
      }));
    }
    case 'MilestoneReached':
      return withMilestone(project, event.milestone, () => ({ actual: fact }));
    case 'ProjectBudgetSet':
      return { budgets: withBudget(project.budgets, event) };
    case 'ProjectRated':
      return { ratings: withRating(project.ratings, event) };
    case 'ProjectClosed': {
      const { outcome, reason } = event;
      const closed = { ...fact, outcome, ...present({ reason }) };
      return { status: 'closed', closed, statusLog: [...project.statusLog, { how: 'closed', ...closed }] };
    }
    case 'ProjectReopened': {
      const reopened = { ...fact, reason: event.reason };
      const statusLog = [...project.statusLog, { how: 'reopened', ...reopened } as const];
      return { status: 'open', closed: undefined, reopened, statusLog };
    }
  }
}

function withMilestone(
  { milestones }: ProjectPart,
  id: string,
  change: (milestone: Milestone) => Partial<Milestone>,
): Partial<ProjectPart> {
  return {
    milestones: milestones.map((one) => (one.id === id ? milestoneOf({ ...one, ...change(one) }) : one)),
  };
}
