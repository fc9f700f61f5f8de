import { required, text } from '#fields';
import { saving } from './saving-fields.js';
import { act, ofSaving } from './savings.js';
import { standing, stands } from './standings.js';

export const releaseSaving = act({
  command: 'release-saving',
  event: 'SavingReleased',
  version: 1,
  says: 'Lets a saving go because what was to make it has ended. What was delivered of it stays delivered.',
  happened: 'A saving lost what was to make it',
  ends: true,
  fields: { saving, reason: required(text, 'What has ended that was to make it.') },
  touches: ofSaving,
  meaningless: (state, { saving: id }) => standing(state, id),
  evolve: (state, entry) => stands(state, entry, 'released'),
  example: {
    effectiveOn: '2016-03-21',
    saving: 'legal-recharges',
    reason: 'The review of Legal Services was withdrawn',
  },
});
