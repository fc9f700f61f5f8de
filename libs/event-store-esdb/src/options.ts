import type { Position } from '#event-store';
import type { Patience } from './connection.js';
import type { Watching } from './watch.js';

export interface EsdbEventStoreOptions {
  /** The time now, RFC 3339 UTC with milliseconds; the computer's own when left out. */
  readonly clock?: () => string;
  readonly patience?: Patience;
  readonly watching?: Watching;
  /** A position before which the database holds nothing of this book, and is not read. */
  readonly beginsAfter?: Position;
}
