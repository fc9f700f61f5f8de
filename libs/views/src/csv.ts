import { stringify } from 'csv-stringify/sync';
import type { Moment, Row } from '#read-model';
import type { Lines } from './view.js';

/** A list as CSV. One with no rows has the names of its columns all the same, so that a spreadsheet finds them. */
export function csvOfList({ columns, rows }: Omit<Lines, 'name'>): string {
  return rows.length > 0 ? csvOf(rows) : `${Object.keys(columns).join(',')}\n`;
}

/**
 * Rows as CSV (RFC 4180): the names of the columns first, lists with spaces between, nothing where there is no value.
 * A text that a spreadsheet would take for a formula begins with an apostrophe.
 */
export function csvOf(rows: readonly Row[]): string {
  const flat = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => [column, Array.isArray(value) ? value.join(' ') : value]),
    ),
  );
  return stringify(flat, {
    header: true,
    columns: [...new Set(flat.flatMap((row) => Object.keys(row)))],
    escape_formulas: true,
    cast: { boolean: (value) => String(value) },
  });
}

/**
 * The name of a file of rows, with the dates it answers for: `kent-units-2014-06-01-known-2014-06-30.csv`.
 *
 * @param isIncomplete where entries that it would show are held back: a file has no other place to say so
 */
export function csvFileName(
  programme: string,
  list: string,
  { asAt, knownAt }: Moment,
  isIncomplete = false,
): string {
  const known = knownAt === undefined ? '' : `-known-${knownAt}`;
  const mark = isIncomplete ? '-incomplete' : '';
  return `${programme}-${list}-${asAt}${known}${mark}.csv`.replace(/[^\w.-]/g, '-');
}
