import { present } from '#acts';
import type { FinancialYear } from '#calendar';
import {
  either,
  financialYear,
  listOf,
  money,
  objectOf,
  oneOf,
  optional,
  required,
  type Values,
} from '#fields';

/** What kind of good a saving does. Savings of different categories are never added together. */
export const savingCategories = ['cashable', 'non-cashable', 'cost-avoidance', 'not-stated'] as const;

/** By what means it is made: the same for less, less service, or more income. */
export const savingMeans = ['efficiency', 'service-reduction', 'income-generation', 'not-stated'] as const;
export type SavingMeans = (typeof savingMeans)[number];

/** Whether the budget stays lower, or is lower in that year only. */
export const savingRecurrences = ['recurring', 'one-off', 'not-stated'] as const;
export type SavingRecurrence = (typeof savingRecurrences)[number];

/** Whether a year's amount is that of an incomplete first year, or of a year in which the change ran throughout. */
const yearEffects = ['part-year', 'full-year'] as const;

/** The business case that holds a saving. */
export const businessCases = ['strategic-outline', 'outline', 'full', 'business-justification'] as const;
export type BusinessCase = (typeof businessCases)[number];

/** The amounts of a saving that are planned, each kept beside the others. */
export const planNames = ['identified', 'business-case', 'authorised', 'forecast'] as const;
export type PlanName = (typeof planNames)[number];

/** The year an amount counts in; 'not-stated' where the source gives one figure and no year. */
export type SavingYear = FinancialYear | 'not-stated';

/** At most £10bn, so that thousands of amounts add up to the penny. */
export const amount = money(1_000_000_000_000, {
  shape: 'whole number of pence, at most 1000000000000',
  mustBe: 'a whole number of pence such as 327000000, at most £10bn',
});

/**
 * An amount in whole pence, positive where money is saved. It counts once, in the year in which it begins to lower the
 * budget, as a medium term financial plan counts: where a change starts in mid-year, the rest of its effect is an
 * amount of the next year, and a recurring saving is not said again in the years after.
 */
const yearAmount = {
  year: required(either('not-stated', financialYear), 'The year in which it begins to lower the budget.'),
  pence: required(
    amount,
    'What is saved, positive; said once, in the year it begins, also where it recurs.',
    'Amount',
  ),
  effect: optional(oneOf(yearEffects), 'Whether the change runs for part of the year or for all of it.'),
};
export type YearAmount = Values<typeof yearAmount>;

/** Amounts by year. */
export const amountsByYear = listOf(objectOf(yearAmount));

/** Amounts by year, and what they come to a year once the change runs a whole year. */
export const planFields = {
  profile: required(amountsByYear, 'The amounts by year, each year once.'),
  fullYearPence: optional(
    amount,
    'What it saves a year once the change runs a whole year; only where it recurs.',
    'Full-year amount',
  ),
};
export type PlanFigures = Values<typeof planFields>;

/** The figures alone, in order of year, however they were given. */
export function planFiguresOf({ profile, fullYearPence }: PlanFigures): PlanFigures {
  return present({ profile: inOrderOfYear(profile), fullYearPence });
}

/** Amounts in order of year, those of no year last. */
export function inOrderOfYear(profile: readonly YearAmount[]): readonly YearAmount[] {
  return profile
    .map(({ year, pence, effect }) => present({ year, pence, effect }))
    .sort((a, b) => (a.year < b.year ? -1 : a.year > b.year ? 1 : 0));
}

/** What the years come to together, in whole pence. */
export function sumOf(profile: readonly { readonly pence: number }[]): number {
  return profile.reduce((total, { pence }) => total + pence, 0);
}

/** The amounts with one year's amount in place of the one it had, in order of year. */
export function withYear<Amount extends { readonly year: string }>(
  amounts: readonly Amount[],
  amount: Amount,
): Amount[] {
  return [...amounts.filter(({ year }) => year !== amount.year), amount].sort((a, b) =>
    a.year < b.year ? -1 : 1,
  );
}

/** The amount of one year, in whole pence; nothing where there is none. */
export function amountIn(
  amounts: readonly { readonly year: string; readonly pence: number }[],
  year: string,
): number {
  return amounts.find((one) => one.year === year)?.pence ?? 0;
}
