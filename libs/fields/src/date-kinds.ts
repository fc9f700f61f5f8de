import {
  type CivilDate,
  type Dated,
  type DatePrecision,
  type FinancialYear,
  noSuchDay,
  parseDated,
  parseFinancialYear,
} from '#calendar';
import { type FieldKind, plain } from './field-kind.js';

/** A planned or forecast date: the first day of its month or year, or the last where it ends something. */
export interface PlannedDate {
  readonly on: CivilDate;
  readonly precision: DatePrecision;
}

const schema = { type: 'string', pattern: '^[12]\\d{3}(-\\d{2}(-\\d{2})?)?$' };
const written = {
  shape: 'date: YYYY-MM-DD, YYYY-MM or YYYY',
  mustBe: 'a date such as 2014-03-21, or 2014-03 or 2014 where only the month or the year is known',
  schema,
  control: { as: 'date' as const },
};

const isDate = (value: unknown): boolean => typeof value === 'string' && parseDated(value) !== undefined;

/** A date, a month or a year, as text. Stays text: which day stands for a month depends on the command. */
export const date: FieldKind<string, string> = { ...plain<string>(written, isDate), problem: dateProblem };

/** Says of a day that there is not why there is none. */
function dateProblem(value: unknown): string | undefined {
  if (isDate(value)) return undefined;
  const [, year, month, day] =
    typeof value === 'string' ? (/^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? []) : [];
  const because = year === undefined ? undefined : noSuchDay(Number(year), Number(month), Number(day));
  return `must be ${written.mustBe}${because === undefined ? '' : `; ${because}`}`;
}

/** A planned or forecast date. Becomes `{ on, precision }`, a month or a year as its first day. */
export const plannedDate: FieldKind<string, PlannedDate> = planned('first');

/** The planned end of something. Becomes `{ on, precision }`, a month or a year as its last day. */
export const plannedEnd: FieldKind<string, PlannedDate> = planned('last');

/** A financial year in either spelling. Becomes '2015/16'. */
export const financialYear: FieldKind<string, FinancialYear> = {
  shape: 'financial year',
  mustBe: "a financial year such as '2015/16' or '2015-16'",
  schema: { type: 'string', pattern: '^\\d{4}[/-](\\d{2}|\\d{4})$' },
  control: { as: 'year' },
  problem: (value) =>
    typeof value === 'string' && parseFinancialYear(value) !== undefined
      ? undefined
      : "must be a financial year such as '2015/16' or '2015-16'",
  read: (value) => parseFinancialYear(value as string) as FinancialYear,
};

function planned(ends: 'first' | 'last'): FieldKind<string, PlannedDate> {
  return {
    ...date,
    read: (value) => {
      const { date: on, precision } = parseDated(value as string, ends) as Dated;
      return { on, precision };
    },
  };
}
