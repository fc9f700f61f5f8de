import type { Row } from '../columns.js';
import type { Moment } from '../moments.js';
import type { Reader } from '../reader.js';

/** A list that falls out of the log: what is true of the record, never whether it should be. */
export interface Register {
  readonly name: string;
  /** What it lists, in a sentence. */
  readonly says: string;
  /** The second part of the names of the streams that it reads; empty where it reads them all. */
  readonly streams: readonly string[];
  rows(reader: Reader, programme: string, moment: Moment): Row[];
}

export const illustrative = (provenance: string): boolean => provenance === 'illustrative';
