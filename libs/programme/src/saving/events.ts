import type { FinancialYear } from '#calendar';
import type { Basis, Recorded } from '../recorded.js';
import type { EventDefinition } from '../stream.js';
import type {
  BusinessCase,
  PlanFigures,
  PlanName,
  SavingCategory,
  SavingMeans,
  SavingRecurrence,
  YearAmount,
} from './amounts.js';

/** What a saving is, apart from its amounts. */
export interface SavingOutline {
  readonly name: string;
  readonly category: SavingCategory;
  readonly means: SavingMeans;
  readonly recurrence: SavingRecurrence;
  readonly basis: Basis;
  readonly priceBase?: string;
  /**
   * The series of published totals that it belongs to; absent for a saving proper. Totals of one series are of
   * different years or parts, and may be added to one another; savings on the record may be part of them.
   */
  readonly published?: string;
  /** A role, never a person's name. */
  readonly owner?: string;
  readonly portfolio?: string;
  readonly review?: string;
  readonly project?: string;
  readonly unit?: string;
}

export type SavingEvent = Recorded & { readonly saving: string } & (
    | ({ readonly type: 'SavingIdentified' } & SavingOutline & PlanFigures)
    | ({
        readonly type: 'SavingPlacedInBusinessCase';
        readonly businessCase: BusinessCase;
        readonly review?: string;
      } & PlanFigures)
    | ({ readonly type: 'SavingAuthorised' } & PlanFigures)
    | ({ readonly type: 'SavingForecast'; readonly reason?: string } & PlanFigures)
    | { readonly type: 'SavingDelivered'; readonly year: FinancialYear; readonly pence: number }
    | {
        readonly type: 'SavingValidated';
        readonly year: FinancialYear;
        readonly pence: number;
        readonly by: string;
      }
    | {
        readonly type: 'SavingReprofiled';
        readonly plan: PlanName;
        readonly fromProfile: readonly YearAmount[];
        readonly toProfile: readonly YearAmount[];
        readonly reason: string;
      }
    | { readonly type: 'SavingMoved'; readonly fromPortfolio?: string; readonly toPortfolio: string }
    | { readonly type: 'SavingOwnerChanged'; readonly fromOwner?: string; readonly toOwner: string }
    | { readonly type: 'SavingWithdrawn'; readonly reason: string }
    | { readonly type: 'SavingReleased'; readonly reason: string }
    | { readonly type: 'SavingReinstated'; readonly reason: string; readonly review?: string }
  );

export const savingEvents: { readonly [Type in SavingEvent['type']]: EventDefinition } = {
  SavingIdentified: {
    version: 1,
    says: 'A saving was identified, with its owner, its portfolio and its amounts by year.',
    personal: ['owner'],
  },
  SavingPlacedInBusinessCase: {
    version: 1,
    says: 'A business case said what a saving comes to.',
    personal: [],
  },
  SavingAuthorised: { version: 1, says: 'A saving was authorised by a decision.', personal: [] },
  SavingForecast: { version: 1, says: 'What a saving will come to by year was forecast.', personal: [] },
  SavingDelivered: {
    version: 1,
    says: 'How much of a saving was delivered in a financial year, up to that day, was reported.',
    personal: [],
  },
  SavingValidated: {
    version: 1,
    says: 'Finance confirmed how much of a saving is removed from the budget of a financial year.',
    personal: ['by'],
  },
  SavingReprofiled: {
    version: 1,
    says: 'Amounts of a saving were moved from year to year, for a reason.',
    personal: [],
  },
  SavingMoved: { version: 1, says: 'A saving moved from one portfolio to another.', personal: [] },
  SavingOwnerChanged: {
    version: 1,
    says: 'A saving passed from one owner to another.',
    personal: ['fromOwner', 'toOwner'],
  },
  SavingWithdrawn: { version: 1, says: 'A saving was given up.', personal: [] },
  SavingReleased: {
    version: 1,
    says: 'A saving was let go because what was to make it had ended.',
    personal: [],
  },
  SavingReinstated: {
    version: 1,
    says: 'A saving that was withdrawn or released was taken up again.',
    personal: [],
  },
};
