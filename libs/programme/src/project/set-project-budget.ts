import { amountGiven, budgetFields, withBudget } from '../budget.js';
import { act, changed, chartered, goingOn, project } from './projects.js';
import { projectKey } from './state.js';

export const setProjectBudget = act({
  command: 'set-project-budget',
  event: 'ProjectBudgetSet',
  version: 1,
  says: 'Sets the budget of a project for a financial year.',
  happened: 'The budget of a project was set',
  fields: { ...budgetFields, project },
  touches: ({ project: id }) => [projectKey(id)],
  *meaningless(state, entry) {
    yield* chartered(state, entry.project);
    yield* amountGiven(entry);
  },
  breaches: (state, { project: id }) => goingOn(state, id),
  evolve: (state, entry) =>
    changed(state, entry.project, ({ budgets }) => ({ budgets: withBudget(budgets, entry) })),
  example: {
    effectiveOn: '2016-03-21',
    project: 'legal-company',
    year: '2016/17',
    gross: 60_000_000,
    net: 55_000_000,
    notStated: 0,
    priceBase: '2016/17 prices',
  },
});
