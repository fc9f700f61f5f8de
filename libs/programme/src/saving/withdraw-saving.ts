import { required, text } from '#fields';
import { saving } from './saving-fields.js';
import { act, ofSaving } from './savings.js';
import { standing, stands } from './standings.js';

export const withdrawSaving = act({
  command: 'withdraw-saving',
  event: 'SavingWithdrawn',
  version: 1,
  says: 'Gives up a saving. What was delivered of it stays delivered.',
  happened: 'A saving was given up',
  ends: true,
  fields: { saving, reason: required(text, 'Why it is given up.') },
  touches: ofSaving,
  meaningless: (state, { saving: id }) => standing(state, id),
  evolve: (state, entry) => stands(state, entry, 'withdrawn'),
  example: { takenOn: '2016-03-21', saving: 'legal-recharges', reason: 'The company keeps its income' },
});
