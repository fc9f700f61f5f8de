import type { StreamDefinition } from '../stream.js';
import { projectCommands, type ProjectCommand } from './commands.js';
import { decideProject, projectReads, projectRules } from './decide.js';
import {
  projectEvents,
  projectOutcomes,
  projectStages,
  type ProjectEvent,
  type ProjectOutcome,
  type ProjectStage,
} from './events.js';
import { independences, type Independence, type Rating } from './rating.js';
import type { Milestone, ProjectPart } from './state.js';

export { independences, projectOutcomes, projectStages };
export type {
  Independence,
  Milestone,
  ProjectCommand,
  ProjectEvent,
  ProjectOutcome,
  ProjectPart,
  ProjectStage,
  Rating,
};

/** A project, a stream each. */
export const projectStream: StreamDefinition<ProjectPart, ProjectCommand, ProjectEvent> = {
  kind: 'project',
  commands: projectCommands,
  events: projectEvents,
  ...projectRules,
  reads: projectReads,
  decide: decideProject,
};
