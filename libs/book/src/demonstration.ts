import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Book } from './book.js';
import { importFile, type ImportReport } from './import-file.js';

/** The programme that the demonstration shows. */
export const demonstrationProgramme = 'kent';

/**
 * Loads the Kent programme into a book of its own, in the file's order, each line at the instant the file gives it.
 * On a loaded book it changes nothing; interrupted, it resumes.
 */
export async function loadDemonstration(
  folder: string,
  root: string,
  progress?: (done: number, of: number) => void,
): Promise<ImportReport> {
  let at: string | undefined;
  const book = await Book.open({
    folder,
    demonstration: demonstrationProgramme,
    clock: () => at ?? new Date().toISOString(),
  });
  try {
    return await importFile(book, readFileSync(join(root, 'demo/kent/kent.ndjson'), 'utf8'), {
      programme: demonstrationProgramme,
      actor: 'demonstration',
      capacity: 'programme-office',
      setClock: (instant) => {
        at = instant;
      },
      progress: (what, done, of) => {
        if (what === 'record') progress?.(done, of);
      },
    });
  } finally {
    await book.close();
  }
}
