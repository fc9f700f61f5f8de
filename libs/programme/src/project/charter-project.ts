import { factOf } from '#acts';
import { idOf, name, optional, required, text } from '#fields';
import { openPortfolio } from '../open-portfolio.js';
import { portfolioKey } from '../portfolio/state.js';
import { act, unchartered } from './projects.js';
import { projectKey, projectPart } from './state.js';

export const charterProject = act({
  command: 'charter-project',
  event: 'ProjectChartered',
  version: 1,
  says: 'Charters a project into an open portfolio.',
  happened: 'A project was chartered',
  fields: {
    project: required(idOf('project', 'new'), 'The project.'),
    name: required(name, 'What the project is called.'),
    portfolio: required(idOf('portfolio'), 'The portfolio it belongs to, open on that day.'),
    review: optional(idOf('review'), 'The review it comes from.'),
    summary: optional(text, 'What it is to do.'),
  },
  reads: ({ portfolio }) => [portfolioKey(portfolio)],
  touches: ({ project: id }) => [projectKey(id)],
  meaningless: (state, { project: id }) => unchartered(state, id),
  meaninglessElsewhere: (facts, { portfolio }) => openPortfolio(facts, portfolio),
  evolve(_state, entry) {
    const { project: id, name: called, portfolio, review, summary, source } = entry;
    const chartered = factOf(entry);
    const stage = 'chartered';
    const begun = projectPart({
      ...{ id, name: called, portfolio, review, summary, chartered, source },
      ...{ memberSince: chartered, portfolioLog: [{ portfolio, ...chartered }] },
      ...{ stage, stageSince: chartered, stageLog: [{ stage, ...chartered }] },
      ...{ status: 'open', statusLog: [], milestones: [], budgets: [], ratings: [] },
    });
    return [[projectKey(id), begun]];
  },
  example: {
    takenOn: '2014-07-17',
    project: 'legal-company',
    name: 'Company for Legal Services',
    portfolio: 'market-engagement',
    review: 'legal-services',
    summary: 'To found the company and move the service into it',
  },
});
