import { name, required } from '#fields';
import { act, changed, chartered, goingOn, project } from './projects.js';
import { projectKey } from './state.js';

export const renameProject = act({
  command: 'rename-project',
  event: 'ProjectRenamed',
  version: 1,
  says: 'Gives a project another name.',
  happened: 'A project was renamed',
  fields: { project, name: required(name, 'What the project is called from then on.') },
  touches: ({ project: id }) => [projectKey(id)],
  meaningless: (state, { project: id }) => chartered(state, id),
  breaches: (state, { project: id }) => goingOn(state, id),
  evolve: (state, { project: id, name: called }) => changed(state, id, () => ({ name: called })),
  example: {
    effectiveOn: '2016-03-21',
    project: 'legal-company',
    name: 'Wholly owned legal company',
  },
});
