import type { FinancialYear } from '#calendar';
import { present } from '../rules.js';

/** What kind of good a saving does. Savings of different categories are never added together. */
export const savingCategories = ['cashable', 'non-cashable', 'cost-avoidance', 'not-stated'] as const;
export type SavingCategory = (typeof savingCategories)[number];

/** By what means it is made: the same for less, less service, or more income. */
export const savingMeans = ['efficiency', 'service-reduction', 'income-generation', 'not-stated'] as const;
export type SavingMeans = (typeof savingMeans)[number];

/** Whether the budget stays lower, or is lower in that year only. */
export const savingRecurrences = ['recurring', 'one-off', 'not-stated'] as const;
export type SavingRecurrence = (typeof savingRecurrences)[number];

/** Whether a year's amount is that of an incomplete first year, or of a year in which the change ran throughout. */
export const yearEffects = ['part-year', 'full-year'] as const;
export type YearEffect = (typeof yearEffects)[number];

/** The business case that holds a saving. */
export const businessCases = ['strategic-outline', 'outline', 'full', 'business-justification'] as const;
export type BusinessCase = (typeof businessCases)[number];

/** The amounts of a saving that are planned, each kept beside the others. */
export const planNames = ['identified', 'business-case', 'authorised', 'forecast'] as const;
export type PlanName = (typeof planNames)[number];

/** The year an amount counts in; 'not-stated' where the source gives one figure and no year. */
export type SavingYear = FinancialYear | 'not-stated';

/**
 * An amount in whole pence, positive where money is saved. It counts once, in the year in which it begins to lower the
 * budget, as a medium term financial plan counts: where a change starts in mid-year, the rest of its effect is an
 * amount of the next year, and a recurring saving is not said again in the years after.
 */
export interface YearAmount {
  readonly year: SavingYear;
  readonly pence: number;
  readonly effect?: YearEffect;
}

/** Amounts by year, and what they come to a year once the change runs a whole year. */
export interface PlanFigures {
  readonly profile: readonly YearAmount[];
  readonly fullYearPence?: number;
}

/** The figures alone, in order of year, however they were given. */
export function planFiguresOf({ profile, fullYearPence }: PlanFigures): PlanFigures {
  return present({ profile: inOrderOfYear(profile), fullYearPence });
}

/** Amounts in order of year, those of no year last. */
export function inOrderOfYear(profile: readonly YearAmount[]): YearAmount[] {
  return profile
    .map(({ year, pence, effect }) => present({ year, pence, effect }))
    .sort((a, b) => (a.year < b.year ? -1 : a.year > b.year ? 1 : 0));
}

/** What the years come to together, in whole pence. */
export function sumOf(profile: readonly { readonly pence: number }[]): number {
  return profile.reduce((total, { pence }) => total + pence, 0);
}
