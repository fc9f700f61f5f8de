import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { entryFaults, RecordDamaged } from '#event-store';
import type { EsdbEventStore } from '#event-store-esdb';
import { BookRefused, SqliteEventStore } from '#event-store-sqlite';
import type { BookOptions } from '../book-options.js';
import { Marks, MarksUnreadable, RecordShorter } from '../marks.js';
import { bookFile, openStore } from '../open-store.js';
import { clockWords } from '../record-clock.js';
import type { Examined, ExaminationProgress } from './examined.js';
import { examineFiles } from './files.js';
import { examineViews } from './views-compared.js';

export type { Examined, ExaminationProgress } from './examined.js';

type Record = EsdbEventStore | SqliteEventStore;

/**
 * Looks at everything in the folder of a book: the record entry by entry, what was acknowledged, the views row by row against
 * a fold of the record, and the other files. It changes nothing. A digit that was changed in an entry before the views were
 * filled from it is not found here.
 *
 * @throws StoreInUse a server has the folder open
 */
export async function* examineBook(
  options: Pick<BookOptions, 'folder' | 'eventStore' | 'programmes'>,
  progress: ExaminationProgress = () => undefined,
): AsyncGenerator<Examined> {
  const { folder, eventStore } = options;
  let marks: Marks | undefined;
  try {
    marks = Marks.read(folder);
    if (!eventStore) marks.refuseWithoutFile(join(folder, bookFile));
  } catch (error) {
    if (!(error instanceof MarksUnreadable || error instanceof RecordShorter)) throw error;
    yield { looked: 'What was acknowledged in this folder', found: [error.message] };
  }
  const isThere = eventStore !== undefined || existsSync(join(folder, bookFile));
  if (isThere) yield* examineRecordAndViews(options, marks, progress);
  yield* examineFiles(folder);
}

async function* examineRecordAndViews(
  options: Pick<BookOptions, 'folder' | 'eventStore' | 'programmes'>,
  marks: Marks | undefined,
  progress: ExaminationProgress,
): AsyncGenerator<Examined> {
  let store: Record;
  try {
    store = openStore(options);
  } catch (error) {
    if (!(error instanceof RecordDamaged || error instanceof BookRefused)) throw error;
    yield { looked: 'The file of the record', found: [error.message] };
    return;
  }
  try {
    const file = await examined(
      'The file of the record, by SQLite’s own check, by counting and by its commands',
      async () => (store instanceof SqliteEventStore ? (await store.faults()).map(({ words }) => words) : []),
    );
    if (store instanceof SqliteEventStore) yield file;
    let entries = 0;
    const read = await examined('', async () => {
      const found: string[] = [];
      const said = (done: number): void => progress('read', (entries = done), Math.max(done, entries));
      for await (const { words } of entryFaults(store, { thoroughly: true, progress: said }))
        found.push(words);
      return found;
    });
    yield { ...read, looked: `Every entry of the record: ${entries} in their order, each text read` };
    yield await examined('What was acknowledged in this folder, against the record', async () => {
      const missing = await marks?.missingFrom(store);
      return missing ? [missing.message] : [];
    });
    yield await examined('The instants of the record, against this computer’s clock', async () => {
      const last = await store.last();
      const words = last && clockWords(last, new Date().toISOString());
      return words === undefined ? [] : [words];
    });
    if (file.found.length === 0 && read.found.length === 0)
      yield* examineViews(store, options, entries, progress);
    else yield { looked: 'Not the views: there is no whole record to hold them against', found: [] };
  } finally {
    await store.close();
  }
}

/** What is found; where the file itself cannot be read, that. */
async function examined(looked: string, look: () => Promise<string[]>): Promise<Examined> {
  try {
    return { looked, found: await look() };
  } catch (error) {
    const code = String((error as { code?: unknown }).code);
    if (!(error instanceof RecordDamaged) && !code.startsWith('SQLITE_CORRUPT')) throw error;
    return { looked, found: [error instanceof RecordDamaged ? error.fault.words : (error as Error).message] };
  }
}
