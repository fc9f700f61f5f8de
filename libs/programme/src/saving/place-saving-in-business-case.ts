import { present } from '#acts';
import { idOf, oneOf, optional, required } from '#fields';
import { businessCases, planFields } from './amounts.js';
import { inOrder, ofIdentified, planOf, plannable } from './plans.js';
import { saving } from './saving-fields.js';
import { act, changed, ofSaving } from './savings.js';
import { keysUnder, standsUnder } from './under.js';

export const placeSavingInBusinessCase = act({
  command: 'place-saving-in-business-case',
  event: 'SavingPlacedInBusinessCase',
  version: 1,
  says: 'Says what a saving comes to in a business case.',
  happened: 'A saving was put into a business case',
  fields: {
    saving,
    businessCase: required(oneOf(businessCases), 'The business case.'),
    review: optional(
      idOf('review'),
      'The review whose business case it is; the saving is that review’s from then on.',
    ),
    ...planFields,
  },
  settles: inOrder,
  reads: ({ review }) => keysUnder({ review }),
  touches: ofSaving,
  meaningless: ofIdentified,
  breaches: plannable,
  meaninglessElsewhere: (facts, { review }) => standsUnder(facts, { review }),
  evolve: (state, entry) =>
    changed(state, entry.saving, () => ({
      inBusinessCase: { ...planOf(entry), businessCase: entry.businessCase },
      ...present({ review: entry.review }),
    })),
  example: {
    takenOn: '2014-07-17',
    saving: 'legal-recharges',
    businessCase: 'outline',
    review: 'legal-services',
    profile: [{ year: '2015/16', pence: 45_000_000, effect: 'full-year' }],
    fullYearPence: 45_000_000,
  },
});
