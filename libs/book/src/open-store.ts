import { join } from 'node:path';
import { EsdbEventStore } from '#event-store-esdb';
import { SqliteEventStore } from '#event-store-sqlite';
import type { BookOptions } from './book-options.js';

/** The name of the file of the record in the folder of a book. */
export const bookFile = 'book.sqlite';

/** The store of a book, by itself: for a copy. */
export function openStore({
  folder,
  eventStore,
  clock,
  demonstration,
}: Omit<BookOptions, 'toRebuild'>): EsdbEventStore | SqliteEventStore {
  const onClock = clock && { clock };
  if (eventStore) return EsdbEventStore.open(eventStore, { ...onClock });
  return SqliteEventStore.open(join(folder, bookFile), {
    ...onClock,
    ...(demonstration !== undefined && { demonstration }),
  });
}
