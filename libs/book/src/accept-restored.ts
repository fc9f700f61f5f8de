import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { instant, londonDate } from '#calendar';
import { bookStream, eventId, checkpointAt, type Checkpoint, type StoredEvent } from '#event-store';
import { holdFile } from '#event-store-sqlite';
import type { BookOptions } from './book-options.js';
import { Marks } from './marks.js';
import { openStore } from './open-store.js';

/** The type of the entry by which a book begins whose record was restored. Stored for ever. */
const type = 'RestoredRecordAccepted';

/** What the first entry of such a book says. */
export interface RestoredRecord {
  /** The identity of the book that begins. */
  readonly book: string;
  readonly formerBook: string;
  /** The last entry that was acknowledged of the former book, as far as the folder knew. */
  readonly lastKnown: Checkpoint;
  /** The last position of the record that was restored; null where it is empty. */
  readonly restoredTo: string | null;
  readonly reason: string;
  /** When it was accepted. */
  readonly recordedAt: string;
}

/**
 * Accepts a record that lacks what was acknowledged in its folder: begins a new book with it, whose first entry names the
 * former book and its last known entry. Asked again after an interruption, it goes on; asked once more, it changes nothing.
 *
 * @param reason why an older record was put back
 * @returns what was recorded; undefined where the record lacks nothing
 * @throws StoreInUse, BookRefused, RecordDamaged, MarksUnreadable as the opening of a book does
 */
export async function acceptRestored(
  options: Pick<BookOptions, 'folder' | 'eventStore' | 'clock'>,
  reason: string,
): Promise<RestoredRecord | undefined> {
  const { folder, eventStore } = options;
  mkdirSync(folder, { recursive: true });
  const hold = eventStore && holdFile(join(folder, 'in-use.sqlite'));
  try {
    const marks = Marks.read(folder);
    const store = openStore(options);
    try {
      await store.checkAtStart();
      const missing = await marks.missingFrom(store);
      if (!missing) return undefined;
      const { book: formerBook, at: lastKnown } = missing.mark;
      const commandId = `accept-restored:${formerBook}:${lastKnown.id}`;
      const effectiveOn = londonDate(instant(new Date().toISOString()));
      const identity = await store.identity();
      const data = {
        // An empty record may have been begun as a new book already: no second identity is taken up where this is interrupted.
        book: identity === formerBook ? randomUUID() : identity,
        formerBook,
        lastKnown: { ...lastKnown },
        restoredTo: (await store.head()) ?? null,
        reason,
      };
      const envelope = { actor: 'operator', capacity: 'operator', effectiveOn, provenance: 'observed' };
      const id = eventId('', bookStream, commandId, 0);
      const { events } = await store.append({
        stream: bookStream,
        events: [{ id, type, version: 1, envelope, data }],
        expected: 'any',
        commandId,
        // The first that was recorded stands, whatever identity and reason another run has.
        fingerprint: commandId,
      });
      const entry = events[0] as StoredEvent;
      const restored = restoredIn(entry);
      await store.identify(restored.book);
      marks.replace(formerBook, restored.book, checkpointAt(entry));
      await marks.close();
      return restored;
    } finally {
      await store.close();
    }
  } finally {
    hold?.release();
  }
}

/** What an entry of the book's own stream says. */
export function restoredIn({ data, recordedAt }: StoredEvent): RestoredRecord {
  return { ...(data as Omit<RestoredRecord, 'recordedAt'>), recordedAt };
}
