import type { EsdbAddress } from '#event-store-esdb';
import type { DutiesApart } from '#recording';

/** How a book is opened. */
export interface BookOptions {
  /** The folder that holds the book's files; made where it does not exist. */
  readonly folder: string;
  /** The EventStoreDB that holds the record; left out, it is in a file of the folder. The views are there in either case. */
  readonly eventStore?: EsdbAddress;
  /** The time now, RFC 3339 UTC with milliseconds; the computer's own when left out. */
  readonly clock?: () => string;
  /** Told what goes wrong around the book while it is open, in words for an operator. */
  readonly warn?: (words: string) => void;
  /** The one programme a demonstration holds. */
  readonly demonstration?: string;
  /** The programmes whose views are kept here; all of them where left out. The record holds all of them in any case. */
  readonly programmes?: readonly string[] | undefined;
  /** Whether duties are kept apart; left out, whoever has the book's files answers for it. */
  readonly duties?: DutiesApart;
  /** Opens the book although its views cannot go on from where they are: to rebuild them. */
  readonly toRebuild?: boolean;
}
