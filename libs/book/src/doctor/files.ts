import Database from 'better-sqlite3';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Examined } from './examined.js';

/** What is lost with each of the other files of a folder, and what to do about it. */
const whatToDo: Readonly<Record<string, string>> = {
  'follow-ups.sqlite':
    'remove it: the record is followed again from its beginning, and nothing is recorded twice',
  'drafts.sqlite':
    'remove it, or put a copy back: what people had begun to record is lost, nothing of the record',
  'sessions.sqlite': 'remove it: everybody signs in again',
  'audit-log.sqlite':
    'put a copy back, or set it aside for whoever may read some of it: then a new one is begun',
};

/** The other databases of a folder: whether SQLite can read the whole of each. */
export function* examineFiles(folder: string): Generator<Examined> {
  const names = filesIn(folder);
  yield {
    looked: `The other files of the folder: ${names.join(', ') || 'none'}`,
    found: damagedFiles(folder, 'integrity_check'),
  };
}

/**
 * The files of a folder beside the record and the views that are damaged, each named with what to do.
 *
 * @param check `quick_check` does not hold the indexes against their tables
 */
export function damagedFiles(
  folder: string,
  check: 'quick_check' | 'integrity_check' = 'quick_check',
): string[] {
  return filesIn(folder).flatMap((name) =>
    problemsOf(join(folder, name), check).map(
      (problem) => `${join(folder, name)} is damaged (${problem}): ${whatToDo[name]}`,
    ),
  );
}

const filesIn = (folder: string): string[] => readdirSync(folder).filter((name) => name in whatToDo);

/** What SQLite finds wrong with a file: at most three things. */
function problemsOf(file: string, check: string): string[] {
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { fileMustExist: true });
    const said = database.pragma(`${check}(1)`) as Record<string, string>[];
    return said.map((row) => row[check] ?? '').filter((words) => words !== 'ok');
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  } finally {
    database?.close();
  }
}
