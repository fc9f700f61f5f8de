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

/** A unit reached, and the day it was reached on: what it took over or handed on beyond that day is no kin. */
interface Reached {
  readonly unit: string;
  readonly day: string | undefined;
}

/** The lineage of a unit at a moment, through any number of merges and splits, both ways. */
export function lineage(reader: Reader, programme: string, unit: string, moment: Moment): UnitLineage {
  const partOf = (id: string) => reader.one(programme, 'unit', id, moment).part as UnitPart | undefined;
  const follow = (side: 'predecessors' | 'successors'): Ancestry[] => {
    // A unit that was split and goes on takes over others later: they are not in what it handed on before.
    const beyond = (on: string, day: string | undefined) =>
      day !== undefined && (side === 'predecessors' ? on > day : on < day);
    const found = new Map<string, Ancestry>();
    const furthest = new Map<string, string>();
    let nearer: Reached[] = [{ unit, day: undefined }];
    for (let steps = 1; nearer.length > 0; steps++) {
      const next: Reached[] = [];
      for (const { unit: through, day } of nearer) {
        for (const { unit: id, how, on, share, of } of partOf(through)?.[side] ?? []) {
          if (id === unit || beyond(on, day)) continue;
          // Splits can come together again: a unit counts once, at its nearest, and is followed as far as any way leads.
          const before = furthest.get(id);
          if (before !== undefined && !beyond(on, before)) continue;
          furthest.set(id, on);
          next.push({ unit: id, day: on });
          if (found.has(id)) continue;
          const { name = id, opening = false } = partOf(id) ?? {};
          const shared = share === undefined || of === undefined ? {} : { share, of };
          found.set(id, { unit: id, name, through, how, on, ...shared, opening, steps });
        }
      }
      nearer = next;
    }
    return [...found.values()];
  };
  return { ancestors: follow('predecessors'), descendants: follow('successors') };
}
