/** A cell of a table: words, or words that lead somewhere. Its template escapes them. */
export type Cell =
  | string
  | number
  | { readonly text: string; readonly href?: string; readonly tag?: string; readonly marked?: boolean };

/** A table as its template lays it out: the first cell of each row names the row. */
export interface Table {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** What is said where there are no rows. */
  readonly empty: string;
  /** Where the same lines are CSV. */
  readonly csv?: string;
  /** Numbers of columns that hold numbers, from 0. */
  readonly numeric?: readonly number[];
  /** Numbers of rows that were struck, from 0. */
  readonly struck?: readonly number[];
}

/** How many rows a table has on a page before it points to its CSV. */
export const mostRows = 200;

/** What a caption adds where a table is cut: nothing where every row is on the page. */
export const cutTo = (rows: number): string =>
  rows > mostRows ? `, the first ${mostRows} of ${rows.toLocaleString('en-GB')}: the CSV has them all` : '';

/** A table; a sentence where it has no rows. */
export function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  more: Partial<Pick<Table, 'empty' | 'csv' | 'numeric' | 'struck'>> = {},
): Table {
  return { caption, head, rows, empty: 'None.', ...more };
}
