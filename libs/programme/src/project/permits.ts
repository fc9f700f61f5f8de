import type { Parts, Refusal } from '#timeline';
import { onDay, refuse } from '../rules.js';
import { firstBreach } from '../stream.js';
import type { ProjectEvent } from './events.js';
import { projectKey, type ProjectPart } from './state.js';

export function permitsProject(state: Parts<ProjectPart>, event: ProjectEvent): Refusal | undefined {
  return firstBreach(event, breaches(state.get(projectKey(event.project)), event));
}

function* breaches(project: ProjectPart | undefined, event: ProjectEvent): Iterable<Refusal> {
  const { project: id } = event;
  if (event.type === 'ProjectChartered') {
    if (project) {
      yield refuse(
        'project-already-chartered',
        `Project ${id} was chartered on ${onDay(project.chartered)}: strike that entry to correct it`,
      );
    }
    return;
  }
  if (!project) {
    yield refuse(
      'project-not-chartered',
      `No project ${id} is chartered by then: charter it first, or date this later`,
    );
    return;
  }
  if (event.type === 'ProjectReopened') {
    if (!project.closed)
      yield refuse('project-not-closed', `Project ${id} is open: there is nothing to reopen`);
    return;
  }
  if (project.closed) {
    yield refuse(
      'project-closed',
      `Project ${id} was closed on ${onDay(project.closed)}: reopen it first, or date this earlier`,
    );
  }
  if (event.type === 'ProjectMoved' && project.portfolio !== event.fromPortfolio) {
    yield refuse(
      'premise-changed',
      `Project ${id} is in the portfolio ${project.portfolio} by then, not ${event.fromPortfolio}: strike the later move and record it from there`,
    );
  }
  if (event.type === 'ProjectStageReached' && project.stage !== event.fromStage) {
    yield refuse(
      'premise-changed',
      `Project ${id} is at the stage ${project.stage} by then, not ${event.fromStage}: strike the later entry and record it from there`,
    );
  }
  if (
    event.type === 'MilestonePlanned' ||
    event.type === 'MilestoneForecast' ||
    event.type === 'MilestoneReached'
  ) {
    const milestone = project.milestones.find((one) => one.id === event.milestone);
    if (event.type === 'MilestonePlanned') {
      if (milestone)
        yield refuse(
          'milestone-already-planned',
          `Milestone ${event.milestone} is planned already: forecast it for another date with forecast-milestone`,
        );
    } else if (!milestone) {
      yield refuse(
        'milestone-not-planned',
        `No milestone ${event.milestone} is planned by then: plan it first with plan-milestone`,
      );
    } else if (milestone.actual) {
      yield refuse(
        'milestone-already-reached',
        `Milestone ${event.milestone} was reached on ${onDay(milestone.actual)}: strike that entry to correct it`,
      );
    }
  }
}
