import { factOf, present, says, the } from '#acts';
import { oneOf, optional, required, text } from '#fields';
import { act, changed, chartered, goingOn, project, projectIn } from './projects.js';
import { projectKey, projectStages } from './state.js';

export const reachProjectStage = act({
  command: 'reach-project-stage',
  event: 'ProjectStageReached',
  version: 2,
  says: 'Says that a project reached a stage, or went back to one.',
  happened: 'A project reached a stage',
  fields: {
    project,
    stage: required(oneOf(projectStages), 'The stage it reaches.'),
    reason: optional(text, 'Why, where it goes back to an earlier stage.'),
  },
  from: {
    fromStage: {
      kind: oneOf(['chartered', ...projectStages]),
      says: 'The stage it is believed to be at until then; refused if it is at another on that day.',
      label: 'Former stage',
      of: ({ project: id }) => says`The stage of project ${the.project(id)}`,
      is: (state, { project: id }) => projectIn(state, id)?.stage ?? null,
    },
  },
  touches: ({ project: id }) => [projectKey(id)],
  meaningless: (state, { project: id }) => chartered(state, id),
  breaches: (state, { project: id }) => goingOn(state, id),
  evolve: (state, entry) =>
    changed(state, entry.project, (held) => {
      const { stage, reason } = entry;
      if (held.stage === stage) return {};
      const stageSince = factOf(entry);
      const stageLog = [...held.stageLog, { stage, ...stageSince, ...present({ reason }) }];
      return { stage, stageSince, stageLog };
    }),
  formerly: { 1: ({ toStage, ...others }) => ({ ...others, stage: toStage }) },
  example: {
    effectiveOn: '2016-04-01',
    project: 'legal-company',
    stage: 'delivering',
    fromStage: 'approved',
    reason: 'The business case is authorised',
  },
});
