import { name, required } from '#fields';
import { codeFree, codeKeys, codesOf } from './codes.js';
import { formerCode, recoded, withCode } from './recodings.js';
import { unitKey } from './state.js';
import { unit } from './unit-fields.js';
import { act, goingOn, registered } from './units.js';

export const recodeUnit = act({
  command: 'recode-unit',
  event: 'UnitRecoded',
  version: 2,
  says: 'Gives a business unit another code.',
  happened: 'The code of a unit changed',
  fields: { unit, code: required(name, 'The code it has from then on.') },
  from: { fromCode: formerCode },
  touches: ({ unit: id, code, fromCode }) => [unitKey(id), ...codeKeys(fromCode, code)],
  alsoTouches: (state, { unit: id }) => codesOf(state, [id]),
  meaningless: (state, { unit: id }) => registered(state, id),
  *breaches(state, { unit: id, code }) {
    yield* goingOn(state, id);
    yield* codeFree(state, { code, by: id });
  },
  evolve: (state, { unit: id, code }) => recoded(state, [{ unit: id, code }]),
  formerly: { 1: withCode },
  example: { effectiveOn: '2015-04-01', unit: 'property', code: 'BU-118', fromCode: 'BU-050' },
});
