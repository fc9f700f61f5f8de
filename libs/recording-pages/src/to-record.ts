import type { ItemResult } from '#book';
import type { CivilDate } from '#calendar';
import type { StoredEvent } from '#event-store';
import type { Reader } from '#read-model';
import type { Draft } from './draft-file.js';
import type { Subject } from './steps.js';
import type { Things } from './things.js';

/** A command and its body, as a draft comes to them. */
export interface ToRecord {
  readonly command: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What came of recording a draft: what is on the record now, or what stands in the way. */
export type Came =
  | { readonly came: 'recorded'; readonly entries: readonly string[] }
  | { readonly came: 'nothing' }
  /** Somebody else recorded about the same meanwhile: their entries are shown first. */
  | { readonly came: 'meanwhile' }
  | { readonly came: 'refused'; readonly outcome: ItemResult['outcome'] };

/** What a page of recording asks of whoever records. */
export interface Desk {
  readonly reader: Reader;
  /** What may be chosen, as at the day that is recorded of. */
  things(programme: string, on?: CivilDate): Things;
  /** Entries about a thing that were recorded after what a draft's owner has seen. */
  since(draft: Draft, subject: Subject | undefined): readonly StoredEvent[];
  /** The number in the log of the last entry there is. */
  seen(): Promise<number>;
  /** How many believed entries about a thing hold from a later day. */
  entriesAfter(programme: string, subject: Subject | undefined, on: CivilDate): number;
  /** How many reports were issued for a day or a later one. */
  reportsFor(programme: string, on: CivilDate): number;
}
