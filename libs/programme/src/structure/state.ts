import type { Fact } from '../recorded.js';
import type { UnitAttributes } from './events.js';

/** A step of lineage: to or from which unit, how, and since when. */
export interface Lineage extends Fact {
  readonly unit: string;
  readonly how: 'merge' | 'split';
  readonly share?: number;
}

/** A business unit of the council. Its id is ours; name, code and kind are what they were on a date. */
export interface UnitPart extends UnitAttributes {
  readonly kind: 'unit';
  readonly id: string;
  readonly status: 'open' | 'merged' | 'split' | 'closed';
  readonly registered: Fact;
  /** True where it stood in an opening count: it is older than its registration. */
  readonly opening: boolean;
  readonly source?: string;
  readonly ended?: Fact & { readonly how: 'merged' | 'split' | 'closed'; readonly reason?: string };
  readonly predecessors: readonly Lineage[];
  readonly successors: readonly Lineage[];
}

export const unitKey = (id: string): string => `unit/${id}`;
