import { factOf, refuse, says, the } from '#acts';
import { financialYear, name, pounds, required } from '#fields';
import { amount, amountIn, withYear } from './amounts.js';
import { saving } from './saving-fields.js';
import { act, changed, identified, ofSaving } from './savings.js';
import { savingIn } from './state.js';

export const validateSaving = act({
  command: 'validate-saving',
  event: 'SavingValidated',
  version: 1,
  says: 'Says how much of a saving finance confirms as removed from the budget of a financial year.',
  happened: 'Finance confirmed a saving',
  fields: {
    saving,
    year: required(financialYear, 'The year of the budget.'),
    pence: required(
      amount,
      'All that is confirmed of that year; no more than was delivered in it.',
      'Amount confirmed',
    ),
    by: required(name, 'The finance office that confirms it, by role.', {
      label: 'Confirmed by',
      personal: true,
    }),
  },
  touches: ofSaving,
  meaningless: (state, { saving: id }) => identified(state, id),
  // What is confirmed late of a saving that has ended was delivered before.
  *breaches(state, { saving: id, year, pence }) {
    const delivered = amountIn(savingIn(state, id)?.delivered ?? [], year);
    if (pence > delivered) {
      yield refuse(
        'validated-above-delivered',
        says`${pounds(delivered)} of saving ${the.saving(id)} is delivered in ${year} by then: record what was delivered first, or validate no more than that`,
      );
    }
  },
  evolve: (state, entry) =>
    changed(state, entry.saving, ({ validated }) => {
      const { year, pence, by } = entry;
      return { validated: withYear(validated, { year, pence, by, confirmed: factOf(entry) }) };
    }),
  example: {
    effectiveOn: '2016-05-16',
    saving: 'legal-recharges',
    year: '2015/16',
    pence: 12_500_000,
    by: 'Section 151 officer',
  },
});
