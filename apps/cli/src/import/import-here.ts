import { fileSource, importFile, type BadLine, type ImportOptions } from '#book';
import { instant, londonDate } from '#calendar';
import { openBook, type WhereABookIs } from '../book/open-book.js';
import { programmeMeant } from '../book/programme.js';

/** What is asked of an import, wherever it is made. */
export interface ImportAsked {
  readonly file: string;
  readonly programme: string | undefined;
  readonly dryRun: boolean;
  readonly signal: AbortSignal;
  readonly progress: NonNullable<ImportOptions['progress']>;
}

/** What came of it. */
export interface ImportCame {
  readonly recorded: number;
  readonly before: number;
  readonly nothing: number;
  readonly bad: readonly BadLine[];
  /** There may be more bad lines than these: the file was looked at no further. */
  readonly givenUp?: boolean;
}

/** Imports into the book in a folder, a new one where there is none. */
export async function importHere(where: WhereABookIs, asked: ImportAsked): Promise<ImportCame> {
  const { file, programme, ...rest } = asked;
  const book = await openBook(where, { orMakeOne: true });
  try {
    const { reader, demonstration = null } = book;
    const programmes = reader.moments.programmes(
      reader.moments.at(londonDate(instant(new Date().toISOString()))),
    );
    return await importFile(book, fileSource(file), {
      ...rest,
      programme: programmeMeant(programme, { programmes, demonstration }),
      actor: 'import',
      capacity: 'programme-office',
    });
  } finally {
    await book.close();
  }
}
