import { eventId } from './event-id.js';
import type { EventStore, Position, StoredEvent, StreamName } from './event-store.js';

/** What the record of one book promises beside the port. */
export interface RecordStore extends EventStore {
  /**
   * The identity of the book: made when its record is begun, and kept by a copy. A record from before books had one gets
   * one here, worked out from its first entry: so a backup of that time gets the same.
   */
  identity(): Promise<string>;
  /** The last entry of the log; undefined where there is none. */
  last(): Promise<StoredEvent | undefined>;
  /**
   * Looks whether the record is whole, as far as that can be seen without reading it all.
   *
   * @throws RecordDamaged names the first entry that is missing, or that cannot be read
   */
  checkAtStart(): Promise<void>;
  /** Says that it is the book of an identity: for a copy, and where a restored record begins a new book. */
  identify(identity: string): Promise<void>;
}

/** Where something that follows a log stands in it: the last entry that it holds. */
export type Checkpoint = Pick<StoredEvent, 'position' | 'stream' | 'revision' | 'id'>;

export function checkpointAt({ position, stream, revision, id }: StoredEvent): Checkpoint {
  return { position, stream, revision, id };
}

/** The identity of a book whose record is older than identities, by the id of its first entry. */
export function identityFrom(firstEntry: string): string {
  return eventId('', 'identity', firstEntry, 0);
}

/** The stream of what is recorded of a book itself. No programme is called so: the id of one has no capital letter. */
export const bookStream: StreamName = 'Minutebook/book';

/** Why something does not belong to a record, and the words for whoever reads of it. */
export interface Foreign {
  readonly why: 'other-book' | 'beyond-the-end' | 'other-entry';
  readonly words: string;
}

/**
 * Why something that was made from a log does not belong to a record; undefined where it does. What it holds must be of
 * the same book, reach no further than the record, and have the same entry where it stands.
 */
export async function foreignTo(
  store: RecordStore,
  made: { readonly book: string; readonly at: Checkpoint | undefined },
): Promise<Foreign | undefined> {
  const identity = await store.identity();
  if (made.book !== identity)
    return { why: 'other-book', words: `of another book (${made.book || 'none is named'}, not ${identity})` };
  if (!made.at) return undefined;
  const { position, stream, revision, id } = made.at;
  const head = await store.head();
  if (head === undefined || position > head)
    return {
      why: 'beyond-the-end',
      words: `up to ${position} (entry ${id} of ${stream}), beyond the end of the record at ${end(head)}`,
    };
  const found = await entryIn(store, stream, revision);
  if (found?.id === id && found.position === position) return undefined;
  const there = found ? `entry ${found.id} at ${found.position}` : 'no entry';
  return {
    why: 'other-entry',
    words: `up to entry ${id} at ${position}, where the record has ${there} as number ${revision} of ${stream}`,
  };
}

const end = (head: Position | undefined): string => head ?? 'its very beginning';

async function entryIn(
  store: EventStore,
  stream: StreamName,
  revision: number,
): Promise<StoredEvent | undefined> {
  for await (const [entry] of store.readStream(stream, { from: revision })) return entry;
  return undefined;
}
