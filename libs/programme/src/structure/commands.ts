import type { BudgetFigures } from '../budget.js';
import type { Command, CommandDefinition } from '../stream.js';
import type { FunctionalGroup, UnitAttributes } from './events.js';

/** The code that a unit is given, and the one it is believed to have. */
export interface CodeGiven {
  readonly unit: string;
  readonly code: string;
  readonly fromCode?: string;
}

export type StructureCommand = Command &
  (
    | ({ readonly type: 'register-unit'; readonly unit: string; readonly opening?: boolean } & UnitAttributes)
    | ({
        readonly type: 'merge-units';
        readonly units: readonly string[];
        readonly successor: string;
      } & Partial<UnitAttributes>)
    | {
        readonly type: 'split-unit';
        readonly unit: string;
        readonly into: readonly ({
          readonly unit: string;
          readonly share: number;
        } & Partial<UnitAttributes>)[];
      }
    // Each change may say what it believes it changes from; what is left out is as it is on the record.
    | {
        readonly type: 'rename-unit';
        readonly unit: string;
        readonly name: string;
        readonly fromName?: string;
      }
    | ({ readonly type: 'recode-unit' } & CodeGiven)
    | { readonly type: 'recode-units'; readonly units: readonly CodeGiven[] }
    | {
        readonly type: 'reclassify-unit';
        readonly unit: string;
        readonly unitKind: string;
        readonly fromKind?: string;
      }
    | {
        readonly type: 'transfer-unit';
        readonly unit: string;
        readonly toDirectorate?: string;
        readonly toGroup?: FunctionalGroup;
        readonly fromDirectorate?: string;
        readonly fromGroup?: FunctionalGroup;
      }
    | ({ readonly type: 'set-unit-budget'; readonly unit: string } & BudgetFigures)
    | { readonly type: 'set-unit-posts'; readonly unit: string; readonly posts: number }
    | { readonly type: 'close-unit'; readonly unit: string; readonly reason?: string }
  );

export const structureCommands: { readonly [Name in StructureCommand['type']]: CommandDefinition } = {
  'register-unit': {
    does: 'Registers a business unit, at an opening count or on its founding.',
    adds: ['UnitRegistered'],
  },
  'merge-units': {
    does: 'Merges business units into an existing or a new successor.',
    adds: ['UnitsMerged'],
  },
  'split-unit': { does: 'Splits a business unit in whole-number shares.', adds: ['UnitSplit'] },
  'rename-unit': { does: 'Gives a business unit another name.', adds: ['UnitRenamed'] },
  'recode-unit': { does: 'Gives a business unit another code.', adds: ['UnitRecoded'] },
  'recode-units': {
    does: 'Gives business units their codes, all in one entry: they may take one another’s.',
    adds: ['UnitsRecoded'],
  },
  'reclassify-unit': { does: 'Makes a business unit one of another kind.', adds: ['UnitReclassified'] },
  'transfer-unit': {
    does: 'Moves a business unit to another directorate or functional group.',
    adds: ['UnitTransferred'],
  },
  'set-unit-budget': {
    does: 'Reports the whole budget of a business unit for a financial year, and supersedes what it carried.',
    adds: ['UnitBudgetSet'],
  },
  'set-unit-posts': {
    does: 'Reports how many posts a business unit has, and supersedes those it carried.',
    adds: ['UnitPostsSet'],
  },
  'close-unit': {
    does: 'Closes a business unit; the date is the first day it is gone.',
    adds: ['UnitClosed'],
    ends: true,
  },
};
