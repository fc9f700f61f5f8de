import { join } from 'node:path';
import { Book } from './book.js';
import type { BookOptions } from './book-options.js';
import { fileSource } from './import-lines.js';
import { importFile, type ImportOptions, type ImportReport } from './import-file.js';

/** The programme that the demonstration shows. */
const demonstrationProgramme = 'kent';

/**
 * Loads the Kent programme into a book of its own, in the file's order, each line at the instant the file gives it.
 * On a loaded book it changes nothing; interrupted, it resumes.
 */
export async function loadDemonstration(
  folder: string,
  root: string,
  {
    eventStore,
    ...options
  }: Pick<ImportOptions, 'progress' | 'signal'> & Pick<BookOptions, 'eventStore'> = {},
): Promise<ImportReport> {
  let at: string | undefined;
  const book = await Book.open({
    folder,
    ...(eventStore && { eventStore }),
    demonstration: demonstrationProgramme,
    clock: () => at ?? new Date().toISOString(),
  });
  try {
    return await importFile(book, fileSource(join(root, 'demo/kent/kent.ndjson')), {
      programme: demonstrationProgramme,
      actor: 'demonstration',
      capacity: 'programme-office',
      setClock: (instant) => {
        at = instant;
      },
      ...options,
    });
  } finally {
    await book.close();
  }
}
