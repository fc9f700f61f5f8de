import { amountGiven, budgetFields, withBudget } from '../budget.js';
import { service } from './service-fields.js';
import { act, changed, ofService, registered, underReview } from './services.js';
import { serviceKey } from './state.js';

export const setServiceBudget = act({
  command: 'set-service-budget',
  event: 'ServiceBudgetSet',
  version: 1,
  says: 'Reports the budget of a service for a financial year.',
  happened: 'The budget of a service was set',
  fields: { ...budgetFields, service },
  touches: ofService,
  *meaningless(state, entry) {
    yield* registered(state, entry.service);
    yield* amountGiven(entry);
  },
  breaches: (state, { service: id }) => underReview(state, id),
  evolve: (state, entry) =>
    changed(state, entry.service, {
      budgets: withBudget(state.get(serviceKey(entry.service))?.budgets ?? [], entry),
    }),
  example: {
    effectiveOn: '2013-09-19',
    service: 'legal-services',
    year: '2013-14',
    gross: 933_520_000,
    net: 822_400_000,
    notStated: 0,
    priceBase: '2013/14 prices',
  },
});
