import type { UnitPart } from '#programme';
import { day, id, illustrative, isIllustrative, oneOf, orNull, text, type RowOf } from '../columns.js';
import { lines } from '../list.js';
import { isMadeFromNone, stepsOn } from '../unit-steps.js';

const columns = {
  ...{ from: id, fromName: text },
  /** The same unit where it goes on as it was. */
  ...{ to: id, toName: text },
  /** Whether the unit it has come to is open, was closed, or was merged or split into nothing that is on record. */
  toStatus: oneOf('open', 'merged', 'split', 'closed'),
  /** The first step that led there, and its day; null where the unit goes on as it was. */
  ...{ how: orNull(oneOf('merge', 'split')), on: orNull(day) },
  illustrative,
};
/** A line of the flow: a unit that was made from no other, and a unit that it has come to. */
export type UnitFlow = RowOf<typeof columns>;

/**
 * What became of every unit that was made from no other: a line for each unit it has come to by the moment, through any
 * number of merges and splits. One that stood before it took others over has its line too.
 */
export const unitFlow = lines({
  name: 'unit-flow',
  says: 'What became of every business unit that was made from no other',
  streams: ['structure'],
  columns,
  rows(reader, programme, moment) {
    const units = new Map(
      reader.parts.list(programme, 'unit', moment).map((unit) => [unit.id, unit] as const),
    );
    return [...units.values()].filter(isMadeFromNone).flatMap((from) =>
      [...endsOf(from, units)].map(([id, first]): UnitFlow => {
        const to = units.get(id);
        const { how = null, on = null } = first ?? {};
        return {
          from: from.id,
          fromName: from.name,
          to: id,
          toName: to?.name ?? id,
          toStatus: to?.status ?? 'closed',
          how,
          on,
          illustrative: isIllustrative(from.registered.provenance),
        };
      }),
    );
  },
});

type Step = UnitPart['successors'][number];

/** The units that one has come to, each with the first step towards it. */
function endsOf(from: UnitPart, units: ReadonlyMap<string, UnitPart>): ReadonlyMap<string, Step | undefined> {
  const ends = new Map<string, Step | undefined>();
  const seen = new Set<string>();
  const partOf = (id: string) => units.get(id);
  const follow = (id: string, reach: number, first: Step | undefined): void => {
    const unit = units.get(id);
    const steps = unit ? stepsOn(unit, partOf, reach) : [];
    const goesOn = steps.length === 0 || unit?.status === 'open' || unit?.status === 'closed';
    if (goesOn && !ends.has(id)) ends.set(id, first);
    for (const { step, reach: further } of steps) {
      const key = `${step.unit} ${further}`;
      if (seen.has(key)) continue;
      seen.add(key);
      follow(step.unit, further, first ?? step);
    }
  };
  follow(from.id, 0, undefined);
  return ends;
}
