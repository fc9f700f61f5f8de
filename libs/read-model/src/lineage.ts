import type { UnitPart } from '#programme';
import type { Moment } from './moments.js';
import type { Reader } from './reader.js';
import { stepsBack, stepsOn } from './unit-steps.js';

/** A unit that another was made from, or led to: through which one, how, and since when. */
export interface Ancestry {
  readonly unit: string;
  readonly name: string;
  /** The unit one step nearer. */
  readonly through: string;
  readonly how: 'merge' | 'split';
  readonly on: string;
  /** Of a split: the share that went along, and the sum of the shares. */
  readonly share?: number;
  readonly of?: number;
  /** True where it stood in an opening count; false where it was made, or founded later. */
  readonly opening: boolean;
  /** How many steps away. */
  readonly steps: number;
}

export interface UnitLineage {
  /** Every unit it was made from, nearest first. */
  readonly ancestors: readonly Ancestry[];
  /** Every unit it led to, nearest first. */
  readonly descendants: readonly Ancestry[];
}

/** The lineage of a unit at a moment, through any number of merges and splits, both ways. */
export function lineage(reader: Reader, programme: string, unit: string, moment: Moment): UnitLineage {
  const read = new Map<string, UnitPart | undefined>();
  const partOf = (id: string) => {
    if (!read.has(id)) read.set(id, reader.parts.one(programme, 'unit', id, moment).part);
    return read.get(id);
  };
  const follow = (side: 'predecessors' | 'successors'): Ancestry[] => {
    const steps = side === 'predecessors' ? stepsBack : stepsOn;
    const isFurther = (reach: number, than: number) =>
      side === 'predecessors' ? reach > than : reach < than;
    const found = new Map<string, Ancestry>();
    const furthest = new Map<string, number>();
    let nearer: { readonly unit: string; readonly reach?: number }[] = [{ unit }];
    for (let away = 1; nearer.length > 0; away++) {
      const next: { readonly unit: string; readonly reach: number }[] = [];
      for (const { unit: through, reach: from } of nearer) {
        const part = partOf(through);
        for (const { step, reach } of part ? steps(part, partOf, from) : []) {
          const { unit: id, how, on, share, of } = step;
          if (id === unit) continue;
          // Splits can come together again: a unit counts once, at its nearest, and is followed as far as any way leads.
          const before = furthest.get(id);
          if (before !== undefined && !isFurther(reach, before)) continue;
          furthest.set(id, reach);
          next.push({ unit: id, reach });
          if (found.has(id)) continue;
          const { name = id, opening = false } = partOf(id) ?? {};
          const shared = share === undefined || of === undefined ? {} : { share, of };
          found.set(id, { unit: id, name, through, how, on, ...shared, opening, steps: away });
        }
      }
      nearer = next;
    }
    return [...found.values()];
  };
  return { ancestors: follow('predecessors'), descendants: follow('successors') };
}
