import { factOf, present } from '#acts';
import { oneOf, optional, required, text } from '#fields';
import { act, changed, chartered, goingOn, project } from './projects.js';
import { projectKey, projectOutcomes } from './state.js';

export const closeProject = act({
  command: 'close-project',
  event: 'ProjectClosed',
  version: 1,
  says: 'Closes a project, with its outcome.',
  happened: 'A project closed',
  ends: true,
  fields: {
    project,
    outcome: required(oneOf(projectOutcomes), 'How it ended.'),
    reason: optional(text, 'Why it closes.'),
  },
  touches: ({ project: id }) => [projectKey(id)],
  *meaningless(state, { project: id }) {
    yield* chartered(state, id);
    yield* goingOn(state, id);
  },
  evolve: (state, entry) =>
    changed(state, entry.project, ({ statusLog }) => {
      const closed = { ...factOf(entry), ...present({ outcome: entry.outcome, reason: entry.reason }) };
      return { status: 'closed', closed, statusLog: [...statusLog, { how: 'closed', ...closed }] };
    }),
  example: {
    effectiveOn: '2017-06',
    project: 'legal-company',
    outcome: 'delivered',
    reason: 'The company trades',
  },
});
