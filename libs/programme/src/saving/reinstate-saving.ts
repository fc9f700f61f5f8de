import { refuse, says, the } from '#acts';
import { idOf, optional, required, text } from '#fields';
import { saving } from './saving-fields.js';
import { act, identified, ofSaving } from './savings.js';
import { stands } from './standings.js';
import { savingIn } from './state.js';
import { keysUnder, standsUnder } from './under.js';

export const reinstateSaving = act({
  command: 'reinstate-saving',
  event: 'SavingReinstated',
  version: 1,
  says: 'Takes up again a saving that was withdrawn or released.',
  happened: 'A saving was taken up again',
  fields: {
    saving,
    reason: required(text, 'Why it is taken up again.'),
    review: optional(idOf('review'), 'The review that is to make it from then on.'),
  },
  reads: ({ review }) => keysUnder({ review }),
  touches: ofSaving,
  *meaningless(state, { saving: id }) {
    yield* identified(state, id);
    if (savingIn(state, id)?.standing === 'active') {
      yield refuse(
        'saving-not-ended',
        says`Saving ${the.saving(id)} stands by then: there is nothing to take up again, unless you date this later`,
      );
    }
  },
  meaninglessElsewhere: (facts, { review }) => standsUnder(facts, { review }),
  evolve: (state, entry) => stands(state, entry, 'active'),
  example: {
    takenOn: '2016-06-06',
    saving: 'legal-recharges',
    reason: 'The council keeps the contracts after all',
    review: 'legal-services',
  },
});
