import type { Table } from '../table.js';

/** A chart as a page shows it: the drawing, and the same figures as a table. */
export interface Chart {
  readonly title: string;
  readonly note?: string;
  /** Absent where there is nothing to draw. */
  readonly svg?: string;
  readonly table: Table;
}
