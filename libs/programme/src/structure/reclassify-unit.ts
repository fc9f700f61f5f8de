import { says, the } from '#acts';
import { name, required } from '#fields';
import { unitIn, unitKey } from './state.js';
import { unit } from './unit-fields.js';
import { act, changed, goingOn, registered } from './units.js';

export const reclassifyUnit = act({
  command: 'reclassify-unit',
  event: 'UnitReclassified',
  version: 2,
  says: 'Makes a business unit one of another kind.',
  happened: 'A unit became one of another kind',
  fields: { unit, unitKind: required(name, 'What kind of unit it is from then on.') },
  from: {
    fromKind: {
      kind: name,
      says: 'The kind it is believed to be until then; refused if it is of another on that day.',
      label: 'Former kind',
      of: ({ unit: id }) => says`The kind of unit ${the.unit(id)}`,
      is: (state, { unit: id }) => unitIn(state, id)?.unitKind ?? null,
    },
  },
  touches: ({ unit: id }) => [unitKey(id)],
  meaningless: (state, { unit: id }) => registered(state, id),
  breaches: (state, { unit: id }) => goingOn(state, id),
  evolve: (state, { unit: id, unitKind }) => changed(state, id, { unitKind }),
  formerly: { 1: ({ toKind, ...others }) => ({ ...others, unitKind: toKind }) },
  example: {
    effectiveOn: '2015-04-01',
    unit: 'property',
    unitKind: 'trading unit',
    fromKind: 'business unit',
  },
});
