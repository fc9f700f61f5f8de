import { type Data, refuse, stillSo } from '#acts';
import { listOf, name, objectOf, optional, required } from '#fields';
import { codeFree, codeKeys, codesDiffer, codesOf } from './codes.js';
import { formerCode, recoded, withCode } from './recodings.js';
import { unitIn, unitKey } from './state.js';
import { unit } from './unit-fields.js';
import { act, goingOn, registered } from './units.js';

/** A unit that is given another code, with the code it has until then. */
interface Recoding {
  readonly unit: string;
  readonly code: string;
  readonly fromCode: string | null;
}

export const recodeUnits = act({
  command: 'recode-units',
  event: 'UnitsRecoded',
  version: 2,
  says: 'Gives business units their codes, all in one entry: they may take one another’s.',
  happened: 'The codes of several units changed at once',
  fields: {
    units: required(
      listOf(
        objectOf({
          unit,
          code: required(
            name,
            'The code it has from then on; another of these units may have it until then.',
          ),
          fromCode: optional(name, formerCode.says, { label: 'Former code', premise: true }),
        }),
      ),
      'The units, each once, and the codes they have from then on.',
    ),
  },
  settles: ({ units }, state) => ({
    units: units.map((one): Recoding => {
      return { ...one, fromCode: one.fromCode ?? unitIn(state, one.unit)?.code ?? null };
    }),
  }),
  touches: ({ units }) => units.flatMap((one) => [unitKey(one.unit), ...codeKeys(one.fromCode, one.code)]),
  alsoTouches: (state, { units }) =>
    codesOf(
      state,
      units.map((one) => one.unit),
    ),
  *meaningless(state, { units }) {
    if (units.length === 0 || new Set(units.map((one) => one.unit)).size < units.length) {
      yield refuse('nothing-to-recode', 'Name at least one unit to give a code to, and each of them once');
    }
    for (const one of units) yield* registered(state, one.unit);
  },
  *breaches(state, { units }) {
    const leaving = units.map((one) => one.unit);
    for (const one of units) {
      yield* goingOn(state, one.unit);
      yield* stillSo(formerCode, state, one, one.fromCode);
    }
    for (const { unit: by, code } of units) yield* codeFree(state, { code, by }, leaving);
    yield* codesDiffer(units.map(({ code }) => code));
  },
  evolve: (state, { units }) => recoded(state, units),
  formerly: {
    1: ({ units, ...others }) => ({ ...others, units: (units as readonly Data[]).map(withCode) }),
  },
  example: {
    effectiveOn: '2015-04-01',
    units: [
      { unit: 'property', code: 'BU-041', fromCode: 'BU-050' },
      { unit: 'legal-services', code: 'BU-050', fromCode: 'BU-041' },
    ],
  },
});
