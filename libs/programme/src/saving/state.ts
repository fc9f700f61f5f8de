import { type Fact, present } from '#acts';
import type { FinancialYear } from '#calendar';
import type { Parts } from '#timeline';
import type { BusinessCase, PlanFigures, PlanName, SavingYear, YearAmount } from './amounts.js';
import type { SavingOutline } from './saving-fields.js';

/** A planned amount of a saving: the figures, and when and why they were stated. */
export interface SavingPlan extends PlanFigures {
  readonly stated: Fact;
  readonly reason?: string;
  /** The last time its amounts were moved from year to year: what they were before, and why. */
  readonly reprofiled?: Fact & { readonly reason: string; readonly fromProfile: readonly YearAmount[] };
  /** The business case that states them, where one does. */
  readonly businessCase?: BusinessCase;
}

/** How far a saving has come. */
export const savingStatuses = [
  'identified',
  'in-business-case',
  'authorised',
  'forecast',
  'delivered',
  'validated',
] as const;
export type SavingStatus = (typeof savingStatuses)[number];

/** A saving. It has one owner and is in one portfolio at a time; each of its amounts is kept beside the others. */
export interface SavingPart extends SavingOutline {
  readonly kind: 'saving';
  readonly id: string;
  readonly source?: string;
  /** The furthest it has come: an amount of that kind is on the record. */
  readonly status: SavingStatus;
  readonly standing: 'active' | 'withdrawn' | 'released';
  /** When and why the standing last changed; absent while it never did. */
  readonly standingSince?: Fact;
  readonly standingReason?: string;
  /** Every time it was withdrawn, released and reinstated, in order. Never written over. */
  readonly standingLog: readonly ({ readonly standing: SavingPart['standing'] } & Fact & {
      readonly reason: string;
    })[];
  /** Every time amounts were moved from year to year, in order: which plan, from what to what, and why. Never written over. */
  readonly reprofileLog: readonly ({ readonly plan: PlanName } & Fact & {
      readonly fromProfile: readonly YearAmount[];
      readonly toProfile: readonly YearAmount[];
      readonly reason: string;
    })[];
  readonly ownerSince?: Fact;
  /** Every owner it had, in order, and since when. Never written over. */
  readonly ownerLog: readonly ({ readonly owner: string } & Fact)[];
  readonly portfolioSince?: Fact;
  /** Every portfolio it was in, in order, and since when. Never written over. */
  readonly portfolioLog: readonly ({ readonly portfolio: string } & Fact)[];
  readonly identified: SavingPlan;
  readonly inBusinessCase?: SavingPlan;
  readonly authorised?: SavingPlan;
  readonly forecast?: SavingPlan;
  /** In order of year. What was delivered in each, up to the last report. */
  readonly delivered: readonly {
    readonly year: FinancialYear;
    readonly pence: number;
    readonly reported: Fact;
  }[];
  /** In order of year. What finance has confirmed of each. */
  readonly validated: readonly {
    readonly year: FinancialYear;
    readonly pence: number;
    readonly by: string;
    readonly confirmed: Fact;
  }[];
}

export const savingKey = (id: string): string => `saving/${id}`;

/** The saving of an id, where one is identified. */
export function savingIn(state: Parts<SavingPart>, id: string): SavingPart | undefined {
  return state.get(savingKey(id));
}

/** Where the state keeps each planned amount. */
export const memberOfPlan = {
  identified: 'identified',
  'business-case': 'inBusinessCase',
  authorised: 'authorised',
  forecast: 'forecast',
} as const satisfies Record<PlanName, keyof SavingPart>;

/** A saving with its members in one order, whatever happened first: parts are compared as JSON text. */
export function savingPart(fields: Omit<SavingPart, 'kind' | 'status'>): SavingPart {
  const { id, name, category, means, recurrence, basis, priceBase, published } = fields;
  const { owner, ownerSince, ownerLog, portfolio, portfolioSince, portfolioLog } = fields;
  const { review, project, unit, source } = fields;
  const { standing, standingSince, standingReason, standingLog, reprofileLog } = fields;
  const { identified, inBusinessCase, authorised, forecast, delivered, validated } = fields;
  const what = {
    kind: 'saving' as const,
    id,
    name,
    category,
    means,
    recurrence,
    basis,
    priceBase,
    published,
  };
  const under = {
    ...{ owner, ownerSince, ownerLog, portfolio, portfolioSince, portfolioLog },
    ...{ review, project, unit, source },
  };
  const stands = { status: statusOf(fields), standing, standingSince, standingReason, standingLog };
  const amounts = { identified, inBusinessCase, authorised, forecast, delivered, validated, reprofileLog };
  return present({ ...what, ...under, ...stands, ...amounts });
}

type Amounts = Pick<SavingPart, 'inBusinessCase' | 'authorised' | 'forecast' | 'delivered' | 'validated'>;

function statusOf({ inBusinessCase, authorised, forecast, delivered, validated }: Amounts): SavingStatus {
  if (validated.some(({ pence }) => pence > 0)) return 'validated';
  if (delivered.some(({ pence }) => pence > 0)) return 'delivered';
  if (forecast) return 'forecast';
  if (authorised) return 'authorised';
  return inBusinessCase ? 'in-business-case' : 'identified';
}

/** The amounts of a saving that can be added up, in the order of the waterfall. */
export const savingMeasures = [
  'identified',
  'inBusinessCase',
  'authorised',
  'forecast',
  'delivered',
  'validated',
] as const;
export type SavingMeasure = (typeof savingMeasures)[number];

/**
 * What a saving counts for, by measure and year, in whole pence. One that was withdrawn or released counts for nothing
 * that was planned of it; what was delivered and validated stays, because giving up a saving gives back no budget.
 */
export function countedOf(
  saving: SavingPart,
  measure: SavingMeasure,
): readonly { readonly year: SavingYear; readonly pence: number }[] {
  if (measure === 'delivered' || measure === 'validated') return saving[measure];
  return saving.standing === 'active' ? (saving[measure]?.profile ?? []) : [];
}
