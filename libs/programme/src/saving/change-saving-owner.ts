import { factOf, says, the } from '#acts';
import { name, required } from '#fields';
import { ownerSays, saving } from './saving-fields.js';
import { act, changed, goingOn, identified, ofSaving } from './savings.js';
import { savingIn } from './state.js';

export const changeSavingOwner = act({
  command: 'change-saving-owner',
  event: 'SavingOwnerChanged',
  version: 2,
  says: 'Gives a saving another owner.',
  happened: 'A saving has another owner',
  fields: { saving, toOwner: required(name, ownerSays, { label: 'New owner', personal: true }) },
  from: {
    fromOwner: {
      kind: name,
      says: 'Who is believed to answer for it until then; refused where it is another on that day.',
      label: 'Former owner',
      personal: true,
      of: ({ saving: id }) => says`The owner of saving ${the.saving(id)}`,
      is: (state, { saving: id }) => savingIn(state, id)?.owner ?? null,
    },
  },
  touches: ofSaving,
  meaningless: (state, { saving: id }) => identified(state, id),
  breaches: (state, { saving: id }) => goingOn(state, id),
  // Given to who has it, it is theirs since they got it.
  evolve: (state, entry) =>
    changed(state, entry.saving, (held) => {
      const { toOwner: owner } = entry;
      if (held.owner === owner) return {};
      const ownerSince = factOf(entry);
      return { owner, ownerSince, ownerLog: [...held.ownerLog, { owner, ...ownerSince }] };
    }),
  // The first version left out whose a saving was that had no owner.
  formerly: { 1: ({ fromOwner = null, ...others }) => ({ ...others, fromOwner }) },
  example: {
    effectiveOn: '2016-04-01',
    saving: 'legal-recharges',
    toOwner: 'General Counsel',
    fromOwner: 'Director of Governance and Law',
  },
});
