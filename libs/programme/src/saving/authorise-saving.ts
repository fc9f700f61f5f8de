import { refuse, says, the } from '#acts';
import { planFields } from './amounts.js';
import { inOrder, ofIdentified, planOf, withinFullYear } from './plans.js';
import { saving } from './saving-fields.js';
import { act, changed, goingOn, ofSaving } from './savings.js';

export const authoriseSaving = act({
  command: 'authorise-saving',
  event: 'SavingAuthorised',
  version: 1,
  says: 'Authorises a saving by a decision, such as that on the budget.',
  happened: 'A saving was authorised',
  fields: {
    saving,
    profile: {
      ...planFields.profile,
      says: 'The amounts by year that the decision authorises, each year once.',
    },
    fullYearPence: planFields.fullYearPence,
  },
  settles: inOrder,
  touches: ofSaving,
  meaningless: ofIdentified,
  *breaches(state, entry) {
    yield* goingOn(state, entry.saving);
    if (entry.decision === undefined) {
      yield refuse(
        'decision-needed',
        says`Name the decision that authorises saving ${the.saving(entry.saving)}: record it first with record-decision`,
      );
    }
    yield* withinFullYear(entry);
  },
  evolve: (state, entry) => changed(state, entry.saving, () => ({ authorised: planOf(entry) })),
  example: {
    takenOn: '2015-02-12',
    decision: 'budget-2015',
    saving: 'legal-recharges',
    profile: [{ year: '2015/16', pence: 45_000_000 }],
    fullYearPence: 45_000_000,
  },
});
