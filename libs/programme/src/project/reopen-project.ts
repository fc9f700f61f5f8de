import { factOf, refuse, says, the } from '#acts';
import { required, text } from '#fields';
import { openPortfolio } from '../open-portfolio.js';
import { portfolioKey } from '../portfolio/state.js';
import { act, changed, chartered, project, projectIn, type State } from './projects.js';
import { projectKey } from './state.js';

/** The portfolio in which a project is taken up again: the one it was in. */
const portfoliosOf = (state: State | undefined, id: string): readonly string[] => {
  const portfolio = state && projectIn(state, id)?.portfolio;
  return portfolio === undefined ? [] : [portfolio];
};

export const reopenProject = act({
  command: 'reopen-project',
  event: 'ProjectReopened',
  version: 1,
  says: 'Opens a closed project again.',
  happened: 'A project was opened again',
  fields: { project, reason: required(text, 'Why it opens again.') },
  reads: ({ project: id }, state) => portfoliosOf(state, id).map(portfolioKey),
  touches: ({ project: id }) => [projectKey(id)],
  *meaningless(state, { project: id }) {
    yield* chartered(state, id);
    if (!projectIn(state, id)?.closed) {
      yield refuse(
        'project-not-closed',
        says`Project ${the.project(id)} is open by then: there is nothing to reopen, unless you date this later`,
      );
    }
  },
  *meaninglessElsewhere(facts, { project: id }, state) {
    for (const portfolio of portfoliosOf(state, id)) yield* openPortfolio(facts, portfolio);
  },
  evolve: (state, entry) =>
    changed(state, entry.project, ({ statusLog }) => {
      const reopened = { ...factOf(entry), reason: entry.reason };
      return {
        status: 'open',
        closed: undefined,
        reopened,
        statusLog: [...statusLog, { how: 'reopened', ...reopened }],
      };
    }),
  example: {
    effectiveOn: '2017-09-01',
    project: 'legal-company',
    reason: 'A transfer of staff is left to do',
  },
});
