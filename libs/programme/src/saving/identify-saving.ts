import { factOf, onDay, present, refuse, says, the } from '#acts';
import { idOf, required } from '#fields';
import { inOrderOfYear, planFields } from './amounts.js';
import { figuresOf, planOf, withinFullYear } from './plans.js';
import { outlineFields, savingOutlineOf } from './saving-fields.js';
import { act, ofSaving } from './savings.js';
import { savingIn, savingKey, savingPart } from './state.js';
import { keysUnder, standsUnder } from './under.js';

export const identifySaving = act({
  command: 'identify-saving',
  event: 'SavingIdentified',
  version: 1,
  says: 'Identifies a saving, with its owner, its portfolio and its amounts by year.',
  happened: 'A saving was identified',
  fields: {
    saving: required(idOf('saving', 'new'), 'The saving.'),
    ...outlineFields,
    ...planFields,
  },
  settles: ({ means = 'not-stated', profile }) => ({ means, profile: inOrderOfYear(profile) }),
  reads: keysUnder,
  touches: ofSaving,
  *meaningless(state, entry) {
    const held = savingIn(state, entry.saving);
    if (held) {
      yield refuse(
        'saving-already-identified',
        says`Saving ${the.saving(entry.saving)} was identified on ${onDay(held.identified.stated)}: strike that entry to correct it`,
      );
    }
    yield* figuresOf(entry, entry.recurrence);
  },
  *breaches(_state, entry) {
    const { saving, published, owner, portfolio } = entry;
    if (published === undefined && (owner === undefined || portfolio === undefined)) {
      yield refuse(
        'owner-or-portfolio-missing',
        says`Give saving ${the.saving(saving)} an owner and a portfolio: it has one of each, so that nothing counts twice`,
      );
    }
    yield* withinFullYear(entry);
  },
  meaninglessElsewhere: standsUnder,
  evolve(_state, entry) {
    const { saving: id, owner, portfolio, source } = entry;
    const fact = factOf(entry);
    const since = {
      ...(owner !== undefined && { ownerSince: fact }),
      ownerLog: owner === undefined ? [] : [{ owner, ...fact }],
      ...(portfolio !== undefined && { portfolioSince: fact }),
      portfolioLog: portfolio === undefined ? [] : [{ portfolio, ...fact }],
    };
    const empty = { standingLog: [], reprofileLog: [], delivered: [], validated: [] };
    const stands = { standing: 'active', identified: planOf(entry), ...present({ source }) } as const;
    return [[savingKey(id), savingPart({ id, ...savingOutlineOf(entry), ...since, ...stands, ...empty })]];
  },
  example: {
    takenOn: '2014-05-15',
    provenance: 'minuted',
    saving: 'legal-recharges',
    name: 'Fewer external solicitors',
    category: 'cashable',
    means: 'efficiency',
    recurrence: 'recurring',
    basis: 'net',
    priceBase: '2014/15 prices',
    published: 'legal-budgets',
    owner: 'Director of Governance and Law',
    portfolio: 'market-engagement',
    review: 'legal-services',
    project: 'legal-company',
    unit: 'legal-services',
    profile: [
      { year: '2015-16', pence: 20_000_000, effect: 'part-year' },
      { year: '2016/17', pence: 30_000_000 },
    ],
    fullYearPence: 50_000_000,
  },
});
