import Database from 'better-sqlite3';
import { randomUUID } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { RecordDamaged, StoreInUse } from '#event-store';
import { BookRefused } from './book-refused.js';
import { applicationId, copiedFormat, format, indexOfCommands, schema } from './schema.js';

// Another process that is just ending may need a moment to let go of the file.
const patienceInMilliseconds = 200;

/** A book's file, held open by this process alone until it is released. */
export interface BookFile {
  readonly file: string;
  readonly database: Database.Database;
  /** The programme the book demonstrates, or undefined where it is an ordinary book. */
  readonly demonstration: string | undefined;
  release(): void;
}

/** The real paths open in this process: a file lock does not keep a process from itself. */
const openHere = new Set<string>();

/**
 * Opens a book, or makes a new one where there is no file or an empty one. The lock on it is the operating system's,
 * so it is gone with the process however that ends. While it is held, nothing in this process may open the file by
 * other means: closing such a second handle would drop the lock.
 *
 * @param file a path, or `:memory:`
 * @param demonstration the programme a new book demonstrates, or an existing one must
 * @throws StoreInUse the book is open already, in this process or another
 * @throws BookRefused the file is not a book this version can keep, or not the demonstration asked for
 */
export function openBookFile(file: string, demonstration: string | undefined): BookFile {
  const path = file === ':memory:' ? undefined : realPathOf(file);
  if (path !== undefined && openHere.has(path)) throw new StoreInUse(file, 'this process');
  const database = new Database(file, { timeout: patienceInMilliseconds });
  try {
    const found = admit(database, file, demonstration);
    if (path !== undefined) openHere.add(path);
    return {
      file,
      database,
      demonstration: found,
      release: () => {
        database.close();
        if (path !== undefined) openHere.delete(path);
      },
    };
  } catch (error) {
    database.close();
    throw inWordsOfTheBook(error, file);
  }
}

function admit(
  database: Database.Database,
  file: string,
  demonstration: string | undefined,
): string | undefined {
  database.pragma('locking_mode = EXCLUSIVE');
  database.exec('BEGIN EXCLUSIVE');
  if (isEmpty(database)) create(database, demonstration);
  else refuseForeign(database, file);
  database.exec(indexOfCommands);
  const found = database
    .prepare<[], string>("SELECT value FROM property WHERE name = 'demonstration'")
    .pluck()
    .get();
  refuseOtherDemonstration(file, found, demonstration);
  database.exec('COMMIT');
  // In this order: the locking mode set before the journal keeps the log's index out of a shared file.
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('wal_autocheckpoint = 10000');
  return found;
}

function isEmpty(database: Database.Database): boolean {
  const things = database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
  return things === 0 && database.pragma('application_id', { simple: true }) === 0;
}

function create(database: Database.Database, demonstration: string | undefined): void {
  database.exec(schema);
  const keep = database.prepare('INSERT INTO property (name, value) VALUES (?, ?)');
  keep.run('format', String(format));
  keep.run('identity', randomUUID());
  if (demonstration !== undefined) keep.run('demonstration', demonstration);
}

function refuseForeign(database: Database.Database, file: string): void {
  const found = database.pragma('user_version', { simple: true }) as number;
  if (database.pragma('application_id', { simple: true }) !== applicationId || found < 1)
    throw notABook(file);
  if (found > copiedFormat) {
    throw new BookRefused(
      file,
      'newer-format',
      `The book ${file} has format ${found}, and this Minutebook reads up to ${copiedFormat}: open it with a newer one.`,
    );
  }
}

function refuseOtherDemonstration(file: string, found: string | undefined, wanted: string | undefined): void {
  if (wanted === undefined || wanted === found) return;
  const holds = found === undefined ? 'is an ordinary book' : `demonstrates ${found}`;
  throw new BookRefused(
    file,
    'other-demonstration',
    `The file ${file} ${holds}, so ${wanted} cannot be demonstrated in it: name a file that does not exist yet.`,
  );
}

function notABook(file: string): BookRefused {
  return new BookRefused(file, 'not-a-book', `The file ${file} is not a Minutebook book: name another file.`);
}

/** By code and not by class: the addon knows one error class a process, however often its module is loaded. */
function inWordsOfTheBook(error: unknown, file: string): unknown {
  const code = String((error as { readonly code?: unknown }).code);
  if (code.startsWith('SQLITE_BUSY')) return new StoreInUse(file);
  if (code === 'SQLITE_NOTADB') return notABook(file);
  return inWordsOfDamage(error, file);
}

/** What SQLite says of a file whose pages are damaged, in words that name it; any other error as it is. */
export function inWordsOfDamage(error: unknown, file: string): unknown {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  if (!String(code).startsWith('SQLITE_CORRUPT')) return error;
  return new RecordDamaged({ words: `the file ${file} is damaged (${String(message)})` });
}

function realPathOf(file: string): string {
  if (existsSync(file)) return realpathSync(file);
  if (!existsSync(dirname(file))) {
    throw new BookRefused(
      file,
      'no-directory',
      `There is no directory ${dirname(file)}: make it, then open ${file}.`,
    );
  }
  return join(realpathSync(dirname(file)), basename(file));
}

/**
 * Keeps a file to this process until it is released, as a book is kept: for a folder whose record is elsewhere.
 *
 * @throws StoreInUse it is held already, in this process or another
 */
export function holdFile(file: string): { release(): void } {
  const path = realPathOf(file);
  if (openHere.has(path)) throw new StoreInUse(file, 'this process');
  const database = new Database(file, { timeout: patienceInMilliseconds });
  try {
    database.pragma('locking_mode = EXCLUSIVE');
    database.exec('BEGIN EXCLUSIVE; COMMIT');
  } catch (error) {
    database.close();
    throw inWordsOfTheBook(error, file);
  }
  openHere.add(path);
  return {
    release: () => {
      database.close();
      openHere.delete(path);
    },
  };
}
