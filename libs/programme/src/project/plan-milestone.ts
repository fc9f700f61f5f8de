import { factOf } from '#acts';
import { idOf, name, plannedDate, required } from '#fields';
import { unplanned } from './milestones.js';
import { act, changed, goingOn, project } from './projects.js';
import { milestoneOf, projectKey } from './state.js';

export const planMilestone = act({
  command: 'plan-milestone',
  event: 'MilestonePlanned',
  version: 1,
  says: 'Plans a milestone of a project.',
  happened: 'A milestone was planned',
  fields: {
    project,
    milestone: required(idOf('milestone', 'new', 'project'), 'The milestone.'),
    title: required(name, 'What the milestone is.'),
    planned: required(plannedDate, 'When it is planned to be reached.'),
  },
  touches: ({ project: id }) => [projectKey(id)],
  meaningless: (state, entry) => unplanned(state, entry),
  breaches: (state, { project: id }) => goingOn(state, id),
  evolve: (state, entry) =>
    changed(state, entry.project, ({ milestones }) => {
      const { milestone: id, title } = entry;
      const { on, precision } = entry.planned;
      const planned = { on, precision, made: factOf(entry) };
      return {
        milestones: [...milestones, milestoneOf({ id, title, planned, forecasts: 0, forecastLog: [] })],
      };
    }),
  example: {
    effectiveOn: '2016-03-21',
    project: 'legal-company',
    milestone: 'go-live',
    title: 'First day of trading',
    planned: '2017-01',
  },
});
