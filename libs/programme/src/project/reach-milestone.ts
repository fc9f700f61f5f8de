import { factOf } from '#acts';
import { idOf, required } from '#fields';
import { awaited, changedMilestone } from './milestones.js';
import { act, goingOn, project } from './projects.js';
import { projectKey } from './state.js';

export const reachMilestone = act({
  command: 'reach-milestone',
  event: 'MilestoneReached',
  version: 1,
  says: 'Says on which day a milestone was reached.',
  happened: 'A milestone was reached',
  fields: {
    project,
    milestone: required(
      idOf('milestone', 'old', 'project'),
      'The milestone, reached on the day the entry holds from.',
    ),
  },
  touches: ({ project: id }) => [projectKey(id)],
  meaningless: (state, entry) => awaited(state, entry),
  breaches: (state, { project: id }) => goingOn(state, id),
  evolve: (state, entry) => changedMilestone(state, entry, () => ({ actual: factOf(entry) })),
  example: { effectiveOn: '2017-06-01', project: 'legal-company', milestone: 'go-live' },
});
