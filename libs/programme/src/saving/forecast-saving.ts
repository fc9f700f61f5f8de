import { present } from '#acts';
import { optional, text } from '#fields';
import { planFields } from './amounts.js';
import { inOrder, ofIdentified, planOf, plannable } from './plans.js';
import { saving } from './saving-fields.js';
import { act, changed, ofSaving } from './savings.js';

export const forecastSaving = act({
  command: 'forecast-saving',
  event: 'SavingForecast',
  version: 1,
  says: 'Forecasts what a saving will come to by year.',
  happened: 'A saving was forecast anew',
  fields: { saving, ...planFields, reason: optional(text, 'Why it is expected to come to that.') },
  settles: inOrder,
  touches: ofSaving,
  meaningless: ofIdentified,
  breaches: plannable,
  evolve: (state, entry) =>
    changed(state, entry.saving, () => ({
      forecast: { ...planOf(entry), ...present({ reason: entry.reason }) },
    })),
  example: {
    effectiveOn: '2015-07-01',
    saving: 'legal-recharges',
    profile: [
      { year: '2015/16', pence: 15_000_000, effect: 'part-year' },
      { year: '2016/17', pence: 25_000_000 },
    ],
    fullYearPence: 40_000_000,
    reason: 'The contract begins in December',
  },
});
