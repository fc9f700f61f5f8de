import type { FinancialYear } from '#calendar';
import type { Basis } from '../recorded.js';
import type { Command, CommandDefinition } from '../stream.js';
import type {
  BusinessCase,
  PlanFigures,
  PlanName,
  SavingCategory,
  SavingMeans,
  SavingRecurrence,
  YearAmount,
} from './amounts.js';

export type SavingCommand = Command & { readonly saving: string } & (
    | ({
        readonly type: 'identify-saving';
        readonly name: string;
        readonly category: SavingCategory;
        readonly means?: SavingMeans;
        readonly recurrence: SavingRecurrence;
        readonly basis: Basis;
        readonly priceBase?: string;
        readonly published?: string;
        readonly owner?: string;
        readonly portfolio?: string;
        readonly review?: string;
        readonly project?: string;
        readonly unit?: string;
      } & PlanFigures)
    | ({
        readonly type: 'place-saving-in-business-case';
        readonly businessCase: BusinessCase;
        readonly review?: string;
      } & PlanFigures)
    | ({ readonly type: 'authorise-saving' } & PlanFigures)
    | ({ readonly type: 'forecast-saving'; readonly reason?: string } & PlanFigures)
    | { readonly type: 'record-delivered-saving'; readonly year: FinancialYear; readonly pence: number }
    | {
        readonly type: 'validate-saving';
        readonly year: FinancialYear;
        readonly pence: number;
        readonly by: string;
      }
    | {
        readonly type: 'reprofile-saving';
        readonly plan: PlanName;
        readonly profile: readonly YearAmount[];
        readonly fromProfile?: readonly YearAmount[];
        readonly reason: string;
      }
    | { readonly type: 'move-saving'; readonly toPortfolio: string; readonly fromPortfolio?: string }
    | { readonly type: 'change-saving-owner'; readonly toOwner: string; readonly fromOwner?: string }
    | { readonly type: 'withdraw-saving'; readonly reason: string }
    | { readonly type: 'release-saving'; readonly reason: string }
    | { readonly type: 'reinstate-saving'; readonly reason: string; readonly review?: string }
  );

const id = 'saving';

export const savingCommands: { readonly [Name in SavingCommand['type']]: CommandDefinition } = {
  'identify-saving': {
    does: 'Identifies a saving, with its owner, its portfolio and its amounts by year.',
    adds: ['SavingIdentified'],
    id,
  },
  'place-saving-in-business-case': {
    does: 'Says what a saving comes to in a business case.',
    adds: ['SavingPlacedInBusinessCase'],
    id,
  },
  'authorise-saving': {
    does: 'Authorises a saving by a decision, such as that on the budget.',
    adds: ['SavingAuthorised'],
    id,
  },
  'forecast-saving': {
    does: 'Forecasts what a saving will come to by year.',
    adds: ['SavingForecast'],
    id,
  },
  'record-delivered-saving': {
    does: 'Reports how much of a saving was delivered in a financial year, up to that day.',
    adds: ['SavingDelivered'],
    id,
  },
  'validate-saving': {
    does: 'Says how much of a saving finance confirms as removed from the budget of a financial year.',
    adds: ['SavingValidated'],
    id,
  },
  'reprofile-saving': {
    does: 'Moves amounts of a saving from year to year, for a reason; what they come to together stays.',
    adds: ['SavingReprofiled'],
    id,
  },
  'move-saving': {
    does: 'Moves a saving, with all its amounts, to another open portfolio.',
    adds: ['SavingMoved'],
    id,
  },
  'change-saving-owner': { does: 'Gives a saving another owner.', adds: ['SavingOwnerChanged'], id },
  'withdraw-saving': {
    does: 'Gives up a saving. What was delivered of it stays delivered.',
    adds: ['SavingWithdrawn'],
    id,
    ends: true,
  },
  'release-saving': {
    does: 'Lets a saving go because what was to make it has ended. What was delivered of it stays delivered.',
    adds: ['SavingReleased'],
    id,
    ends: true,
  },
  'reinstate-saving': {
    does: 'Takes up again a saving that was withdrawn or released.',
    adds: ['SavingReinstated'],
    id,
  },
};
