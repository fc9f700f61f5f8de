import type { UnitPart } from '#programme';
import type { Moment, Reader } from './reader.js';

/** A unit that another was made from, or led to: through which one, how, and since when. */
export interface Ancestry {
  readonly unit: string;
  readonly name: string;
  /** The unit one step nearer. */
  readonly through: string;
  readonly how: 'merge' | 'split';
  readonly on: string;
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
  const partOf = (id: string) => reader.one(programme, 'unit', id, moment).part as UnitPart | undefined;
  const follow = (side: 'predecessors' | 'successors'): Ancestry[] => {
    const found = new Map<string, Ancestry>();
    let nearer = [unit];
    for (let steps = 1; nearer.length > 0; steps++) {
      const next: string[] = [];
      for (const through of nearer) {
        for (const { unit: id, how, on } of partOf(through)?.[side] ?? []) {
          // Splits can come together again: a unit counts once, at its nearest.
          if (id === unit || found.has(id)) continue;
          found.set(id, { unit: id, name: partOf(id)?.name ?? id, through, how, on, steps });
          next.push(id);
        }
      }
      nearer = next;
    }
    return [...found.values()];
  };
  return { ancestors: follow('predecessors'), descendants: follow('successors') };
}
