import { says, the } from '#acts';
import { name, required } from '#fields';
import { unitIn, unitKey } from './state.js';
import { unit } from './unit-fields.js';
import { act, changed, goingOn, registered } from './units.js';

export const renameUnit = act({
  command: 'rename-unit',
  event: 'UnitRenamed',
  version: 2,
  says: 'Gives a business unit another name.',
  happened: 'A unit was renamed',
  fields: { unit, name: required(name, 'What the unit is called from then on.') },
  from: {
    fromName: {
      kind: name,
      says: 'The name it is believed to have until then; refused if it has another on that day.',
      label: 'Former name',
      of: ({ unit: id }) => says`The name of unit ${the.unit(id)}`,
      is: (state, { unit: id }) => unitIn(state, id)?.name ?? null,
    },
  },
  touches: ({ unit: id }) => [unitKey(id)],
  meaningless: (state, { unit: id }) => registered(state, id),
  breaches: (state, { unit: id }) => goingOn(state, id),
  evolve: (state, { unit: id, name: called }) => changed(state, id, { name: called }),
  formerly: { 1: ({ toName, ...others }) => ({ ...others, name: toName }) },
  example: {
    effectiveOn: '2015-04-01',
    unit: 'property',
    name: 'Property and Estates',
    fromName: 'Property',
  },
});
