import { factOf, says, the } from '#acts';
import { idOf, required } from '#fields';
import { saving } from './saving-fields.js';
import { act, changed, goingOn, identified, ofSaving } from './savings.js';
import { savingIn } from './state.js';
import { keysUnder, standsUnder } from './under.js';

export const moveSaving = act({
  command: 'move-saving',
  event: 'SavingMoved',
  version: 2,
  says: 'Moves a saving, with all its amounts, to another open portfolio.',
  happened: 'A saving moved to another portfolio',
  fields: {
    saving,
    toPortfolio: required(idOf('portfolio'), 'The portfolio it moves to, open on that day.', 'New portfolio'),
  },
  from: {
    fromPortfolio: {
      kind: idOf('portfolio'),
      says: 'The portfolio it is believed to be in until then; refused if it is in another on that day.',
      of: ({ saving: id }) => says`The portfolio of saving ${the.saving(id)}`,
      is: (state, { saving: id }) => savingIn(state, id)?.portfolio ?? null,
    },
  },
  reads: ({ toPortfolio: portfolio }) => keysUnder({ portfolio }),
  touches: ofSaving,
  meaningless: (state, { saving: id }) => identified(state, id),
  breaches: (state, { saving: id }) => goingOn(state, id),
  meaninglessElsewhere: (facts, { toPortfolio: portfolio }) => standsUnder(facts, { portfolio }),
  // Moved to where it is, it is there since it came.
  evolve: (state, entry) =>
    changed(state, entry.saving, (held) => {
      const { toPortfolio: portfolio } = entry;
      if (held.portfolio === portfolio) return {};
      const portfolioSince = factOf(entry);
      const portfolioLog = [...held.portfolioLog, { portfolio, ...portfolioSince }];
      return { portfolio, portfolioSince, portfolioLog };
    }),
  // The first version left out where a saving came from that was in no portfolio.
  formerly: { 1: ({ fromPortfolio = null, ...others }) => ({ ...others, fromPortfolio }) },
  example: {
    effectiveOn: '2015-10-01',
    saving: 'legal-recharges',
    toPortfolio: 'corporate',
    fromPortfolio: 'market-engagement',
  },
});
