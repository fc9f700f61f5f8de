import { present, refuse, says, the } from '#acts';
import { name, oneOf, optional } from '#fields';
import { unitIn, unitKey } from './state.js';
import { groups, unit } from './unit-fields.js';
import { act, changed, goingOn, registered } from './units.js';

export const transferUnit = act({
  command: 'transfer-unit',
  event: 'UnitTransferred',
  version: 2,
  says: 'Moves a business unit to another directorate or functional group.',
  happened: 'A unit moved to another directorate or group',
  fields: {
    unit,
    toDirectorate: optional(
      name,
      'The directorate it goes to; left out where that does not change.',
      'New directorate',
    ),
    toGroup: optional(
      oneOf(groups),
      'The functional group it goes to; left out where that does not change.',
      'New functional group',
    ),
  },
  // Where it came from is said only of what changes: the rest is no premise, and could turn out otherwise.
  from: {
    fromDirectorate: {
      kind: name,
      says: 'The directorate it is believed to come from; refused if it is in another on that day.',
      of: ({ unit: id }) => says`The directorate of unit ${the.unit(id)}`,
      is: (state, { unit: id }) => unitIn(state, id)?.directorate ?? null,
      when: ({ toDirectorate }) => toDirectorate !== undefined,
    },
    fromGroup: {
      kind: oneOf(groups),
      says: 'The functional group it is believed to come from; refused if it is in another.',
      of: ({ unit: id }) => says`The functional group of unit ${the.unit(id)}`,
      is: (state, { unit: id }) => unitIn(state, id)?.group ?? null,
      when: ({ toGroup }) => toGroup !== undefined,
    },
  },
  touches: ({ unit: id }) => [unitKey(id)],
  *meaningless(state, { unit: id, toDirectorate, toGroup }) {
    if (toDirectorate === undefined && toGroup === undefined) {
      yield refuse(
        'nothing-to-transfer',
        says`Say where unit ${the.unit(id)} goes: toDirectorate, toGroup or both`,
      );
    }
    yield* registered(state, id);
  },
  breaches: (state, { unit: id }) => goingOn(state, id),
  evolve: (state, { unit: id, toDirectorate: directorate, toGroup: group }) =>
    changed(state, id, present({ directorate, group })),
  formerly: {
    1: ({ toDirectorate, toGroup, ...others }) => ({
      ...others,
      ...(toDirectorate !== null && { toDirectorate }),
      ...(toGroup !== null && { toGroup }),
    }),
  },
  example: {
    effectiveOn: '2015-04-01',
    unit: 'libraries',
    toDirectorate: 'Growth, Environment and Transport',
    toGroup: 'place',
    fromDirectorate: 'Customer and Communities',
    fromGroup: 'people',
  },
});
