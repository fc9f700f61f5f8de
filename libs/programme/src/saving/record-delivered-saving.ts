import { factOf, refuse, says, the } from '#acts';
import { financialYear, pounds, required } from '#fields';
import { amount, amountIn, withYear } from './amounts.js';
import { saving } from './saving-fields.js';
import { act, changed, goingOn, identified, ofSaving } from './savings.js';
import { savingIn } from './state.js';

export const recordDeliveredSaving = act({
  command: 'record-delivered-saving',
  event: 'SavingDelivered',
  version: 1,
  says: 'Reports how much of a saving was delivered in a financial year, up to that day.',
  happened: 'A saving was delivered',
  fields: {
    saving,
    year: required(financialYear, 'The year it was delivered in.'),
    pence: required(amount, 'All that was delivered in that year, up to that day.', 'Amount delivered'),
  },
  touches: ofSaving,
  meaningless: (state, { saving: id }) => identified(state, id),
  // Finance confirms what was delivered, never more: at every date and for every year.
  *breaches(state, { saving: id, year, pence }) {
    yield* goingOn(state, id);
    const confirmed = amountIn(savingIn(state, id)?.validated ?? [], year);
    if (pence < confirmed) {
      yield refuse(
        'delivered-below-validated',
        says`Finance has confirmed ${pounds(confirmed)} of saving ${the.saving(id)} for ${year} by then: validate the lower amount first`,
      );
    }
  },
  evolve: (state, entry) =>
    changed(state, entry.saving, ({ delivered }) => {
      const { year, pence } = entry;
      return { delivered: withYear(delivered, { year, pence, reported: factOf(entry) }) };
    }),
  example: { effectiveOn: '2016-03-31', saving: 'legal-recharges', year: '2015/16', pence: 14_000_000 },
});
