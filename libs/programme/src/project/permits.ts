import type { Parts, Refusal } from '#timeline';
import { statesNoAmount } from '../budget.js';
import { onDay, refuse } from '../rules.js';
import { firstBreach } from '../stream.js';
import type { ProjectEvent } from './events.js';
import { projectKey, type ProjectPart } from './state.js';

/** Why an entry of a project cannot stand where it is dated, if it cannot. */
export function permitsProject(state: Parts<ProjectPart>, event: ProjectEvent): Refusal | undefined {
  const project = state.get(projectKey(event.project));
  return meaninglessForProject(project, event) ?? firstBreach(event, breaches(project, event));
}

/** Where an entry of a project would record nothing: no exception can give it a meaning. */
export function meaninglessForProject(
  project: ProjectPart | undefined,
  event: ProjectEvent,
): Refusal | undefined {
  const { project: id } = event;
  if (event.type === 'ProjectChartered') {
    return (
      project &&
      refuse(
        'project-already-chartered',
        `Project ${id} was chartered on ${onDay(project.chartered)}: strike that entry to correct it`,
      )
    );
  }
  if (!project) {
    return refuse(
      'project-not-chartered',
      `No project ${id} is chartered by then: charter it first with charter-project, or date this later`,
    );
  }
  switch (event.type) {
    case 'ProjectMoved':
    case 'ProjectRenamed':
    case 'ProjectStageReached':
    case 'ProjectRated':
      return undefined;
    case 'MilestonePlanned':
    case 'MilestoneForecast':
    case 'MilestoneReached':
      return meaninglessForMilestone(project, event);
    case 'ProjectBudgetSet':
      if (!statesNoAmount(event)) return undefined;
      return refuse(
        'amount-needed',
        `Give an amount for ${event.year}: gross, net, or notStated where the source does not say which`,
      );
    case 'ProjectClosed':
      return project.closed && closedBefore(id, project.closed);
    case 'ProjectReopened':
      if (project.closed) return undefined;
      return refuse(
        'project-not-closed',
        `Project ${id} is open by then: there is nothing to reopen, unless you date this later`,
      );
  }
}

function meaninglessForMilestone(
  { id, milestones }: ProjectPart,
  event: Extract<ProjectEvent, { type: `Milestone${string}` }>,
): Refusal | undefined {
  const milestone = milestones.find((one) => one.id === event.milestone);
  if (event.type === 'MilestonePlanned') {
    return (
      milestone &&
      refuse(
        'milestone-already-planned',
        `Milestone ${event.milestone} of project ${id} is planned already, for ${onDay(milestone.planned)}: give it another date with forecast-milestone`,
      )
    );
  }
  if (!milestone) {
    return refuse(
      'milestone-not-planned',
      `No milestone ${event.milestone} of project ${id} is planned by then: plan it first with plan-milestone`,
    );
  }
  return (
    milestone.actual &&
    refuse(
      'milestone-already-reached',
      `Milestone ${event.milestone} of project ${id} was reached on ${onDay(milestone.actual)}: strike that entry to correct it`,
    )
  );
}

function* breaches(project: ProjectPart | undefined, event: ProjectEvent): Iterable<Refusal> {
  if (!project) return;
  const { id, closed, portfolio, stage } = project;
  if (closed && event.type !== 'ProjectReopened') yield closedBefore(id, closed);
  if (event.type === 'ProjectMoved' && portfolio !== event.fromPortfolio) {
    yield refuse(
      'premise-changed',
      `Project ${id} is in the portfolio ${portfolio} by then, not ${event.fromPortfolio}: record the move from there`,
    );
  }
  if (event.type === 'ProjectStageReached' && stage !== event.fromStage) {
    yield refuse(
      'premise-changed',
      `Project ${id} is at the stage ${stage} by then, not ${event.fromStage}: record the stage from there`,
    );
  }
}

function closedBefore(id: string, closed: Parameters<typeof onDay>[0]): Refusal {
  return refuse(
    'project-closed',
    `Project ${id} was closed on ${onDay(closed)}: reopen it first with reopen-project, or date this earlier`,
  );
}
