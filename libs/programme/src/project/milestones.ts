import { onDay, refuse, says, the } from '#acts';
import type { Changes, Refusal } from '#timeline';
import { changed, chartered, projectIn, type State } from './projects.js';
import { milestoneOf, type Milestone, type ProjectPart } from './state.js';

/** What names a milestone. */
interface Named {
  readonly project: string;
  readonly milestone: string;
}

const milestoneIn = (state: State, { project, milestone }: Named): Milestone | undefined =>
  projectIn(state, project)?.milestones.find(({ id }) => id === milestone);

/** The project is chartered, and has no milestone of that id yet. */
export function* unplanned(state: State, named: Named): Iterable<Refusal> {
  yield* chartered(state, named.project);
  const held = milestoneIn(state, named);
  if (held) {
    yield refuse(
      'milestone-already-planned',
      says`Milestone ${the.milestone(held.id, named.project)} of project ${the.project(named.project)} is planned already, for ${onDay(held.planned)}: give it another date with forecast-milestone`,
    );
  }
}

/** The milestone is planned, and not reached yet. */
export function* awaited(state: State, named: Named): Iterable<Refusal> {
  yield* chartered(state, named.project);
  const { project, milestone } = named;
  const held = milestoneIn(state, named);
  if (!held) {
    yield refuse(
      'milestone-not-planned',
      says`No milestone ${the.milestone(milestone, project)} of project ${the.project(project)} is planned by then: plan it first with plan-milestone`,
    );
  }
  if (held?.actual) {
    yield refuse(
      'milestone-already-reached',
      says`Milestone ${the.milestone(milestone, project)} of project ${the.project(project)} was reached on ${onDay(held.actual)}: strike that entry to correct it`,
    );
  }
}

/** A project with some members of one of its milestones changed. */
export function changedMilestone(
  state: State,
  { project, milestone }: Named,
  change: (held: Milestone) => Partial<Milestone>,
): Changes<ProjectPart> {
  return changed(state, project, ({ milestones }) => ({
    milestones: milestones.map((one) =>
      one.id === milestone ? milestoneOf({ ...one, ...change(one) }) : one,
    ),
  }));
}
