import { type Fact, present } from '#acts';
import type { Parts } from '#timeline';
import type { Amounts } from './carried.js';
import type { UnitAttributes } from './unit-fields.js';

/** A step of lineage: to or from which unit, how, and since when. */
export interface Lineage extends Fact {
  readonly unit: string;
  readonly how: 'merge' | 'split';
  /** Of a split: the whole-number share, and the sum of the shares it is a share of. */
  readonly share?: number;
  readonly of?: number;
  /** Of a predecessor: true where this step made the unit; left out where it stood before. */
  readonly founded?: true;
  /** Of a predecessor: to how many successors the unit had handed on before it; left out where to none. */
  readonly handedOn?: number;
  /** Of a successor: how many predecessors the unit had taken over before it; left out where none. */
  readonly takenOver?: number;
}

/** How a unit ended, and since when it is gone. */
export interface UnitEnd extends Fact {
  readonly how: 'merged' | 'split' | 'closed';
  readonly reason?: string;
  /** What it had: with its successors from then on, or gone where it was closed. Absent where it had nothing. */
  readonly had?: Amounts;
}

/** A business unit of the council. Its id is ours; name, code and kind are what they were on a date. */
export interface UnitPart extends UnitAttributes, Amounts {
  readonly kind: 'unit';
  readonly id: string;
  readonly status: 'open' | 'merged' | 'split' | 'closed';
  readonly registered: Fact;
  /** True where it stood in an opening count: it is older than its registration. */
  readonly opening: boolean;
  readonly source?: string;
  readonly ended?: UnitEnd;
  readonly predecessors: readonly Lineage[];
  readonly successors: readonly Lineage[];
}

/**
 * Which open units have a code, in the order they took it: one, or none once it is given up. More only where an exception
 * let them.
 */
export interface CodePart {
  readonly kind: 'code';
  readonly id: string;
  readonly heldBy: readonly string[];
}

export type StructurePart = UnitPart | CodePart;

export const unitKey = (id: string): string => `unit/${id}`;
export const codeKey = (code: string): string => `code/${code}`;

/** The unit of an id, where one is registered. */
export function unitIn(state: Parts<StructurePart>, id: string): UnitPart | undefined {
  const part = state.get(unitKey(id));
  return part?.kind === 'unit' ? part : undefined;
}

/** The open units that have a code. */
export function holdersOf(state: Parts<StructurePart>, code: string): readonly string[] {
  const part = state.get(codeKey(code));
  return part?.kind === 'code' ? part.heldBy : [];
}

/** A unit with its members in one order, whatever happened first: parts are compared as JSON text. */
export function unitPart(fields: Omit<UnitPart, 'kind'>): UnitPart {
  const { id, name, code, unitKind, directorate, group, status, registered, opening, source, ended } = fields;
  const { predecessors, successors, budgets, posts } = fields;
  const kind = 'unit';
  const attributes = { name, code, unitKind, directorate, group };
  const standing = { status, registered, opening, source, ended };
  return present({ kind, id, ...attributes, ...standing, predecessors, successors, budgets, posts });
}
