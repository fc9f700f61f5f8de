import { financialYear, parseFinancialYear, quarter, type CivilDate } from '#calendar';

/** The quarter of a financial year that a day falls in, such as '2015/16-Q1': quarters start on 1 April. */
export function quarterOf(day: CivilDate): string {
  return `${financialYear(day)}-Q${quarter(day)}`;
}

/** A quarter as it was written, '2015/16-Q1' or '2015-16-Q1', in the one spelling; undefined where it is none. */
export function parseQuarter(text: string): string | undefined {
  const [, year = '', number] = /^(.+)-Q([1-4])$/.exec(text) ?? [];
  const parsed = parseFinancialYear(year);
  return parsed === undefined || number === undefined ? undefined : `${parsed}-Q${number}`;
}
