import { factOf, says, the } from '#acts';
import { idOf, required } from '#fields';
import { openPortfolio } from '../open-portfolio.js';
import { portfolioKey } from '../portfolio/state.js';
import { act, changed, chartered, goingOn, project, projectIn } from './projects.js';
import { projectKey } from './state.js';

export const moveProject = act({
  command: 'move-project',
  event: 'ProjectMoved',
  version: 1,
  says: 'Moves a project to another open portfolio.',
  happened: 'A project moved to another portfolio',
  fields: {
    project,
    toPortfolio: required(idOf('portfolio'), 'The portfolio it moves to, open on that day.', 'New portfolio'),
  },
  from: {
    fromPortfolio: {
      kind: idOf('portfolio'),
      says: 'The portfolio it is believed to come from; refused if it is in another on that day.',
      of: ({ project: id }) => says`The portfolio of project ${the.project(id)}`,
      is: (state, { project: id }) => projectIn(state, id)?.portfolio ?? null,
    },
  },
  reads: ({ toPortfolio }) => [portfolioKey(toPortfolio)],
  touches: ({ project: id }) => [projectKey(id)],
  meaningless: (state, { project: id }) => chartered(state, id),
  breaches: (state, { project: id }) => goingOn(state, id),
  meaninglessElsewhere: (facts, { toPortfolio }) => openPortfolio(facts, toPortfolio),
  evolve: (state, entry) =>
    changed(state, entry.project, (held) => {
      const { toPortfolio: portfolio } = entry;
      if (held.portfolio === portfolio) return {};
      const memberSince = factOf(entry);
      const portfolioLog = [...held.portfolioLog, { portfolio, ...memberSince }];
      return { portfolio, memberSince, portfolioLog };
    }),
  example: {
    effectiveOn: '2014-10-01',
    project: 'legal-company',
    toPortfolio: 'corporate',
    fromPortfolio: 'business-capability',
  },
});
