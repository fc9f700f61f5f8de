import { idOf, name, optional, required, yesOrNo } from '#fields';
import { codeFree, codeKeys, codesAfter } from './codes.js';
import { unitKey } from './state.js';
import { attributes } from './unit-fields.js';
import { act, founded, put, unregistered } from './units.js';

export const registerUnit = act({
  command: 'register-unit',
  event: 'UnitRegistered',
  version: 1,
  says: 'Registers a business unit, at an opening count or on its founding.',
  happened: 'A unit was set up, or was there already',
  fields: {
    unit: required(idOf('unit', 'new'), 'The unit.'),
    name: required(name, 'What the unit is called.'),
    ...attributes,
    opening: optional(
      yesOrNo,
      'True where the unit was there already when counting began, and was not founded that day.',
      'There already when counting began',
    ),
  },
  settles: ({ opening = false }) => ({ opening }),
  touches: ({ unit, code }) => [unitKey(unit), ...codeKeys(code)],
  meaningless: (state, { unit }) => unregistered(state, unit),
  breaches: (state, { unit: by, code }) => codeFree(state, { code, by }),
  evolve: (state, entry) => [
    put(founded(entry.unit, entry, entry, entry.opening)),
    ...codesAfter(state, [], [{ code: entry.code, by: entry.unit }]),
  ],
  example: {
    effectiveOn: '2013-09-19',
    provenance: 'illustrative',
    unit: 'legal-services',
    name: 'Legal Services',
    code: 'BU-041',
    unitKind: 'business unit',
    directorate: 'Business Strategy and Support',
    group: 'corporate',
    opening: true,
  },
});
