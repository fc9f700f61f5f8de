import { actsOf, onDay, refuse, says, the } from '#acts';
import { idOf, required } from '#fields';
import type { Changes, Parts, Refusal } from '#timeline';
import { projectKey, projectPart, type ProjectPart } from './state.js';

export type State = Parts<ProjectPart>;

/** An act about a project. */
export const act = actsOf<ProjectPart>();

/** The project that an act is about. */
export const project = required(idOf('project'), 'The project.');

export const projectIn = (state: State, id: string): ProjectPart | undefined => state.get(projectKey(id));

/** The project is not chartered yet. */
export function* unchartered(state: State, id: string): Iterable<Refusal> {
  const held = projectIn(state, id);
  if (held) {
    yield refuse(
      'project-already-chartered',
      says`Project ${the.project(id)} was chartered on ${onDay(held.chartered)}: strike that entry to correct it`,
    );
  }
}

/** The project is chartered by then. */
export function* chartered(state: State, id: string): Iterable<Refusal> {
  if (!projectIn(state, id)) {
    yield refuse(
      'project-not-chartered',
      says`No project ${the.project(id)} is chartered by then: charter it first with charter-project, or date this later`,
    );
  }
}

/** The project is not closed. */
export function* goingOn(state: State, id: string): Iterable<Refusal> {
  const closed = projectIn(state, id)?.closed;
  if (closed) {
    yield refuse(
      'project-closed',
      says`Project ${the.project(id)} was closed on ${onDay(closed)}: reopen it first with reopen-project, or date this earlier`,
    );
  }
}

/** A project with some of its members changed; nothing where there is no such project. */
export function changed(
  state: State,
  id: string,
  change: (held: ProjectPart) => Partial<ProjectPart>,
): Changes<ProjectPart> {
  const held = projectIn(state, id);
  return held ? [[projectKey(id), projectPart({ ...held, ...change(held) })]] : [];
}
