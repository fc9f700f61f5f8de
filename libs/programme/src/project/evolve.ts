import type { Changes, Parts } from '#timeline';
import { withBudget } from '../budget.js';
import { factOf } from '../recorded.js';
import { present } from '../rules.js';
import type { ProjectEvent } from './events.js';
import { projectKey, type Milestone, type ProjectPart } from './state.js';

export function evolveProject(state: Parts<ProjectPart>, event: ProjectEvent): Changes<ProjectPart> {
  const key = projectKey(event.project);
  const project = state.get(key);
  if (event.type === 'ProjectChartered') {
    if (project) return [];
    const { project: id, name, portfolio, review, summary, source } = event;
    const fact = factOf(event);
    return [
      [
        key,
        {
          kind: 'project',
          id,
          name,
          portfolio,
          ...present({ review, summary }),
          chartered: fact,
          ...present({ source }),
          memberSince: fact,
          stage: 'chartered',
          stageSince: fact,
          status: 'open',
          milestones: [],
          budgets: [],
        },
      ],
    ];
  }
  return project ? [[key, changed(project, event)]] : [];
}

function changed(
  project: ProjectPart,
  event: Exclude<ProjectEvent, { type: 'ProjectChartered' }>,
): ProjectPart {
  const fact = factOf(event);
  switch (event.type) {
    case 'ProjectMoved':
      return { ...project, portfolio: event.toPortfolio, memberSince: fact };
    case 'ProjectRenamed':
      return { ...project, name: event.name };
    case 'ProjectStageReached':
      return { ...project, stage: event.toStage, stageSince: fact };
    case 'MilestonePlanned': {
      const { milestone: id, title, planned } = event;
      const others = project.milestones.filter((milestone) => milestone.id !== id);
      return { ...project, milestones: [...others, { id, title, planned, forecasts: 0 }] };
    }
    case 'MilestoneForecast': {
      const { forecast, reason } = event;
      return withMilestone(project, event.milestone, (milestone) => ({
        ...milestone,
        forecast: { ...forecast, ...present({ reason }), made: fact },
        forecasts: milestone.forecasts + 1,
      }));
    }
    case 'MilestoneReached':
      return withMilestone(project, event.milestone, (milestone) => ({ ...milestone, actual: fact }));
    case 'ProjectBudgetSet':
      return { ...project, budgets: withBudget(project.budgets, event) };
    case 'ProjectClosed': {
      const { outcome, reason } = event;
      return { ...project, status: 'closed', closed: { ...fact, outcome, ...present({ reason }) } };
    }
    case 'ProjectReopened': {
      const { closed: _closed, ...open } = project;
      return { ...open, status: 'open' };
    }
  }
}

function withMilestone(
  project: ProjectPart,
  id: string,
  change: (milestone: Milestone) => Milestone,
): ProjectPart {
  const milestones = project.milestones.map((milestone) =>
    milestone.id === id ? change(milestone) : milestone,
  );
  return { ...project, milestones };
}
