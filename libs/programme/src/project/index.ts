import { type CommandOf, type EntryOf, streamOf } from '#acts';
import { charterProject } from './charter-project.js';
import { closeProject } from './close-project.js';
import { forecastMilestone } from './forecast-milestone.js';
import { moveProject } from './move-project.js';
import { planMilestone } from './plan-milestone.js';
import { rateProject } from './rate-project.js';
import { reachMilestone } from './reach-milestone.js';
import { reachProjectStage } from './reach-project-stage.js';
import { renameProject } from './rename-project.js';
import { reopenProject } from './reopen-project.js';
import { setProjectBudget } from './set-project-budget.js';
import type { ProjectPart } from './state.js';

export { independences, type Rating } from './rating-fields.js';
export {
  projectOutcomes,
  projectStages,
  type Milestone,
  type ProjectOutcome,
  type ProjectPart,
  type ProjectStage,
} from './state.js';

const acts = [
  reachMilestone,
  forecastMilestone,
  planMilestone,
  reachProjectStage,
  rateProject,
  charterProject,
  moveProject,
  renameProject,
  setProjectBudget,
  closeProject,
  reopenProject,
] as const;

export type ProjectCommand = CommandOf<(typeof acts)[number]>;
export type ProjectEvent = EntryOf<(typeof acts)[number]>;

/** A project, a stream each. */
export const projectStream = streamOf<ProjectPart, typeof acts>({
  kind: 'project',
  id: 'project',
  heading: 'A project or a portfolio',
  acts,
});
