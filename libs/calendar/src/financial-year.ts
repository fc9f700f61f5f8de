import { type CivilDate, monthOf, yearOf } from './civil-date.js';

declare const financialYearBrand: unique symbol;

/**
 * A financial year of local government in England, 1 April to 31 March, as '2015/16'. Compares as text.
 * The first the calendar knows is '0999/00' (from 1 January 1000), the last '2999/00' (to 31 December 2999).
 */
export type FinancialYear = string & { readonly [financialYearBrand]: true };

const firstStartYear = 999;
const lastStartYear = 2999;
const written = /^(\d{4})[/-](\d{2}|\d{4})$/;

/**
 * Reads '2015/16', '2015-16', '2015/2016' or '2015-2016'. Beware that a month such as '2009-10' reads as one.
 * @returns undefined where the text is none of these, or the second year is not the next one.
 */
export function parseFinancialYear(text: string): FinancialYear | undefined {
  const [, first, second] = written.exec(text) ?? [];
  if (first === undefined || second === undefined) return undefined;
  const startYear = Number(first);
  if (startYear < firstStartYear || startYear > lastStartYear) return undefined;
  const endYear = String(startYear + 1).padStart(4, '0');
  return endYear.endsWith(second) ? startingIn(startYear) : undefined;
}

/** The financial year a day falls in: 31 March 2016 is in 2015/16, 1 April 2016 in 2016/17. */
export function financialYear(date: CivilDate): FinancialYear {
  return startingIn(monthOf(date) < 4 ? yearOf(date) - 1 : yearOf(date));
}

/** The quarter of the financial year a day falls in: 1 is April to June, 4 is January to March. */
export function quarter(date: CivilDate): 1 | 2 | 3 | 4 {
  const month = monthOf(date);
  if (month < 4) return 4;
  if (month < 7) return 1;
  return month < 10 ? 2 : 3;
}

function startingIn(startYear: number): FinancialYear {
  const [from, to] = [startYear, startYear + 1].map((year) => String(year).padStart(4, '0'));
  return `${from}/${to?.slice(2)}` as FinancialYear;
}
