import type { BudgetFigures } from '../budget.js';
import type { Recorded } from '../recorded.js';
import type { EventDefinition } from '../stream.js';

export const groups = ['people', 'place', 'corporate'] as const;
export type FunctionalGroup = (typeof groups)[number];

/** The dated attributes of a unit. */
export interface UnitAttributes {
  readonly name: string;
  readonly code?: string;
  readonly unitKind?: string;
  readonly directorate?: string;
  readonly group?: FunctionalGroup;
}

/** What a unit is registered with. */
export type NewUnit = UnitAttributes;

/** A unit that is given another code, with the code it has until then. */
export interface Recoding {
  readonly unit: string;
  readonly fromCode: string | null;
  readonly toCode: string;
}

/** A unit that a split leads to: an existing one, or one that the split registers. */
export interface SplitShare {
  readonly unit: string;
  /** Whole-number share; the last of them takes the remainder. */
  readonly share: number;
  readonly registers?: NewUnit;
}

export type StructureEvent = Recorded &
  (
    | ({ readonly type: 'UnitRegistered'; readonly unit: string; readonly opening: boolean } & NewUnit)
    | {
        readonly type: 'UnitsMerged';
        readonly units: readonly string[];
        readonly successor: string;
        /** Present where the merge makes the successor, absent where the successor was there before. */
        readonly registers?: NewUnit;
      }
    | { readonly type: 'UnitSplit'; readonly unit: string; readonly into: readonly SplitShare[] }
    | {
        readonly type: 'UnitRenamed';
        readonly unit: string;
        readonly fromName: string;
        readonly toName: string;
      }
    | ({ readonly type: 'UnitRecoded' } & Recoding)
    | { readonly type: 'UnitsRecoded'; readonly units: readonly Recoding[] }
    | {
        readonly type: 'UnitReclassified';
        readonly unit: string;
        readonly fromKind: string | null;
        readonly toKind: string;
      }
    | {
        readonly type: 'UnitTransferred';
        readonly unit: string;
        readonly fromDirectorate: string | null;
        readonly toDirectorate: string | null;
        readonly fromGroup: FunctionalGroup | null;
        readonly toGroup: FunctionalGroup | null;
      }
    | ({ readonly type: 'UnitBudgetSet'; readonly unit: string } & BudgetFigures)
    | { readonly type: 'UnitPostsSet'; readonly unit: string; readonly posts: number }
    | { readonly type: 'UnitClosed'; readonly unit: string; readonly reason?: string }
  );

export const structureEvents: { readonly [Type in StructureEvent['type']]: EventDefinition } = {
  UnitRegistered: {
    version: 1,
    says: 'A business unit was registered, at an opening count or on its founding.',
    personal: [],
  },
  UnitsMerged: { version: 1, says: 'Business units were merged into a successor.', personal: [] },
  UnitSplit: { version: 1, says: 'A business unit was split, in whole-number shares.', personal: [] },
  UnitRenamed: { version: 1, says: 'A business unit was given another name.', personal: [] },
  UnitRecoded: { version: 1, says: 'A business unit was given another code.', personal: [] },
  UnitsRecoded: {
    version: 1,
    says: 'Business units were given their codes, all at once: some of them may have had one another’s.',
    personal: [],
  },
  UnitReclassified: { version: 1, says: 'A business unit became a unit of another kind.', personal: [] },
  UnitTransferred: {
    version: 1,
    says: 'A business unit moved to another directorate or functional group.',
    personal: [],
  },
  UnitBudgetSet: {
    version: 1,
    says: 'The whole budget of a business unit for a financial year was reported.',
    personal: [],
  },
  UnitPostsSet: { version: 1, says: 'The posts of a business unit were reported.', personal: [] },
  UnitClosed: {
    version: 1,
    says: 'A business unit was closed; the date is the first day it is gone.',
    personal: [],
  },
};
