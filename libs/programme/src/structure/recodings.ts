import { type Data, type Premise, says, the } from '#acts';
import { name } from '#fields';
import type { Changes } from '#timeline';
import { codesAfter } from './codes.js';
import { unitIn, type StructurePart } from './state.js';
import type { unit } from './unit-fields.js';
import { changed, type State } from './units.js';

/** The code of a unit, as a new one takes its place. */
export const formerCode: Premise<StructurePart, { readonly unit: typeof unit }, string> = {
  kind: name,
  says: 'The code it is believed to have until then; refused if it has another on that day.',
  label: 'Former code',
  of: (given) => says`The code of unit ${the.unit(given.unit)}`,
  is: (state, given) => unitIn(state, given.unit)?.code ?? null,
};

/** Units with other codes. One that has ended, and was given another by exception, holds none from then on. */
export function recoded(
  state: State,
  recodings: readonly { readonly unit: string; readonly code: string }[],
): Changes<StructurePart> {
  const open = recodings.filter(({ unit }) => !unitIn(state, unit)?.ended);
  return [
    ...recodings.flatMap(({ unit, code }) => changed(state, unit, { code })),
    ...codesAfter(
      state,
      recodings.map(({ unit }) => unit),
      open.map(({ unit: by, code }) => ({ code, by })),
    ),
  ];
}

/** What an entry of the first version called `toCode`. */
export const withCode = ({ toCode, ...others }: Data): Data => ({ ...others, code: toCode });
