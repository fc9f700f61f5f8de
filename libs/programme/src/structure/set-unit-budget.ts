import { refuse } from '#acts';
import { pounds } from '#fields';
import { amountGiven, budgetFields } from '../budget.js';
import { withStatedBudget } from './carried.js';
import { unitIn, unitKey } from './state.js';
import { unit } from './unit-fields.js';
import { act, changed, open, within } from './units.js';

/** The most that one statement may give, so that thousands of units add up to what a number counts exactly. */
const mostPence = 1_000_000_000_000;

export const setUnitBudget = act({
  command: 'set-unit-budget',
  event: 'UnitBudgetSet',
  version: 1,
  says: 'Reports the whole budget of a business unit for a financial year, and supersedes what it carried.',
  happened: 'The budget of a unit was set',
  fields: { ...budgetFields, unit },
  touches: ({ unit: id }) => [unitKey(id)],
  *meaningless(state, entry) {
    yield* open(state, entry.unit);
    yield* amountGiven(entry);
    const amounts = [entry.gross, entry.net, entry.notStated].filter((amount) => amount !== undefined);
    if (!amounts.every((amount) => within(amount, mostPence))) {
      yield refuse(
        'amount-too-large',
        `Give every amount in whole pence, no more than ${pounds(mostPence)} for one unit and year`,
      );
    }
  },
  evolve: (state, entry) =>
    changed(state, entry.unit, {
      budgets: withStatedBudget(unitIn(state, entry.unit)?.budgets ?? [], entry),
    }),
  example: {
    effectiveOn: '2014-04-01',
    provenance: 'minuted',
    source: 'Budget book 2014/15',
    unit: 'legal-services',
    year: '2014-15',
    gross: 933_520_000,
    net: 822_400_000,
    notStated: 1,
    priceBase: '2014/15 prices',
  },
});
