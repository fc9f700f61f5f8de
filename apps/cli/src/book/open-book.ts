import { existsSync } from 'node:fs';
import { Book, type BookOptions } from '#book';
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

/** @throws CouldNotTry there is no book in the folder */
export async function openBook(
  folder: string,
  options: Omit<BookOptions, 'folder'> & { readonly orMakeOne?: boolean } = {},
): Promise<Book> {
  const { orMakeOne = false, ...rest } = options;
  if (!orMakeOne && !Book.isIn(folder)) {
    const why = existsSync(folder) ? `There is no book in ${folder}` : `There is no folder ${folder}`;
    throw new CouldNotTry(`${why}: name the folder of a book with --data, or a running server with --url`);
  }
  return Book.open({ folder, ...rest });
}
