import { existsSync } from 'node:fs';
import { Book, dutiesSet, type BookOptions } from '#book';
import { addressForm, esdbAddressIn, type EsdbAddress } from '#event-store-esdb';
import { CouldNotTry } from '../could-not-try.js';

type Environment = Readonly<Record<string, string | undefined>>;

const ordinary = 'data/book';
const demonstration = 'data/demonstration';

/** The folder of the demonstration, where none is named. */
export function demonstrationFolder({ MINUTEBOOK_DATA: named }: Environment): string {
  return named || demonstration;
}

/** The folder a book is kept in, where none is named: that of the demonstration where there is no other book. */
export function folderOfABook(
  { MINUTEBOOK_DATA: named }: Environment,
  isBook = (folder: string) => Book.isIn(folder),
): string {
  if (named) return named;
  return !isBook(ordinary) && isBook(demonstration) ? demonstration : ordinary;
}

/** The folder that an import records in, where none is named: a new book's unless there is one. */
export function folderToImportInto({ MINUTEBOOK_DATA: named }: Environment): string {
  return named || ordinary;
}

/** How a command says where the record is kept, and what it means where nothing is said. */
export const storeOption = [
  '--store <address>',
  'the EventStoreDB that holds the record (setting EVENT_STORE), as esdb://…; the views are in the folder',
] as const;

/**
 * The EventStoreDB that holds the record: as named, else as it is set; undefined for a file in the folder.
 *
 * @throws CouldNotTry it is no address
 */
export function eventStoreMeant(
  named: string | undefined,
  environment: Environment,
): EsdbAddress | undefined {
  if (named === undefined) return esdbAddressIn(environment);
  try {
    return esdbAddressIn({ ...environment, EVENT_STORE: named });
  } catch {
    // Without the address itself: it may hold a password.
    throw new CouldNotTry(`--store cannot be read: write it like ${addressForm}`);
  }
}

/** Where a command finds a book: the folder, and the EventStoreDB where the record is in one. */
export interface WhereABookIs {
  readonly data: string;
  readonly store?: string;
}

/** @throws CouldNotTry there is no book in the folder */
export async function openBook(
  { data: folder, store }: WhereABookIs,
  options: Omit<BookOptions, 'folder' | 'eventStore'> & { readonly orMakeOne?: boolean } = {},
): Promise<Book> {
  const { orMakeOne = false, ...rest } = options;
  const eventStore = eventStoreMeant(store, process.env);
  const duties = dutiesSet(process.env);
  if (eventStore) return Book.open({ folder, eventStore, duties, ...rest });
  if (!orMakeOne && !Book.isIn(folder)) {
    const why = existsSync(folder) ? `There is no book in ${folder}` : `There is no folder ${folder}`;
    throw new CouldNotTry(`${why}: name the folder of a book with --data, or a running server with --url`);
  }
  return Book.open({ folder, duties, ...rest });
}
