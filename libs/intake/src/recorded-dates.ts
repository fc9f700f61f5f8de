import type { FieldProblem } from '#fields';
import {
  type CivilDate,
  type Dated,
  type DatePrecision,
  describeDate,
  firstOfMonth,
  firstOfYear,
  lastOfMonth,
  lastOfYear,
  parseDated,
} from '#calendar';
import { precisions } from './recorded-form.js';

/** The dates of an entry as they were sent: each field filled in as its form asks, or left out. */
export interface DatesSent {
  readonly effectiveOn?: string;
  readonly takenOn?: string;
  readonly precision?: DatePrecision;
}

/** The dates of an entry as the domain takes them. */
export interface RecordedDates {
  readonly effectiveOn: CivilDate;
  readonly takenOn?: CivilDate;
  /** Left out where it is a day. */
  readonly precision?: DatePrecision;
}

type End = 'first' | 'last';

/**
 * Settles the dates of an entry: `effectiveOn` as given, else `takenOn`, else today. A month or a year stands for its
 * first day, `effectiveOn` for its last where the command ends something. A `precision` that was sent says that dates
 * written as days are known only so far; the precision kept is that of the least exact date. Design section 1.1.
 */
export function settleDates(
  { effectiveOn, takenOn, precision }: DatesSent,
  { ends, today }: { ends: boolean; today: CivilDate },
): RecordedDates | { problems: FieldProblem[] } {
  const holds = effectiveOn ?? takenOn;
  if (holds === undefined) {
    return precision === undefined || precision === 'day'
      ? { effectiveOn: today }
      : problem('precision', 'says how exactly a date is known: send effectiveOn or takenOn with it');
  }
  const from = readAs(holds, precision, ends ? 'last' : 'first');
  if (!from) return tooExact(effectiveOn === undefined ? 'takenOn' : 'effectiveOn');
  const taken = takenOn === undefined ? undefined : readAs(takenOn, precision, 'first');
  if (takenOn !== undefined && !taken) return tooExact('takenOn');
  if (taken && taken.date > today) {
    const words = `the decision cannot have been taken after today, ${describeDate(today, 'day')}`;
    return { problems: [{ field: 'takenOn', problem: words }] };
  }
  const kept = taken ? lessExact(from.precision, taken.precision) : from.precision;
  return {
    effectiveOn: from.date,
    ...(taken && { takenOn: taken.date }),
    ...(kept !== 'day' && { precision: kept }),
  };
}

/** The date a text stands for, known no better than `precision`; undefined where the text is less exact than that. */
function readAs(text: string, precision: DatePrecision | undefined, end: End): Dated | undefined {
  const written = parseDated(text, end) as Dated;
  if (precision === undefined) return written;
  if (lessExact(written.precision, precision) !== precision) return undefined;
  return { date: standIn(written.date, precision, end), precision };
}

function standIn(date: CivilDate, precision: DatePrecision, end: End): CivilDate {
  switch (precision) {
    case 'day':
      return date;
    case 'month':
      return end === 'first' ? firstOfMonth(date) : lastOfMonth(date);
    case 'year':
      return end === 'first' ? firstOfYear(date) : lastOfYear(date);
  }
}

function lessExact(a: DatePrecision, b: DatePrecision): DatePrecision {
  return precisions.indexOf(a) > precisions.indexOf(b) ? a : b;
}

function tooExact(field: string): { problems: FieldProblem[] } {
  return problem('precision', `is more exact than ${field}: leave it out, or write ${field} more exactly`);
}

function problem(field: string, words: string): { problems: FieldProblem[] } {
  return { problems: [{ field, problem: `${field} ${words}` }] };
}
