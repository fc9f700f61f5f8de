import Database from 'better-sqlite3';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { BookRefused } from './book-refused.js';

/** Copies a database in use to a new file, and looks through the copy before it takes its name. */
export async function backUp(database: Database.Database, file: string): Promise<number> {
  if (existsSync(file)) {
    throw new BookRefused(
      file,
      'exists-already',
      `There is a file ${file} already: name one that does not exist yet.`,
    );
  }
  if (!existsSync(dirname(file))) {
    throw new BookRefused(
      file,
      'no-directory',
      `There is no directory ${dirname(file)}: make it, then back up again.`,
    );
  }
  const unfinished = `${file}.unfinished`;
  rmSync(unfinished, { force: true });
  try {
    await database.backup(unfinished);
    const events = lookedThrough(unfinished);
    renameSync(unfinished, file);
    return events;
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(unfinished + end, { force: true });
  }
}

/** How many events a copy holds. Throws where SQLite finds it damaged, or an event is missing between two others. */
function lookedThrough(file: string): number {
  const copy = new Database(file);
  try {
    // One file and no log beside it, so that it can be carried away.
    copy.pragma('journal_mode = DELETE');
    const said = copy.pragma('integrity_check', { simple: true });
    if (said !== 'ok') throw new Error(`The copy ${file} is damaged: ${String(said)}`);
    const gaps = copy
      .prepare(
        'SELECT count(*) FROM (SELECT stream FROM event GROUP BY stream HAVING count(*) <> max(revision) + 1)',
      )
      .pluck()
      .get();
    if (gaps !== 0) throw new Error(`The copy ${file} lacks events of ${String(gaps)} streams`);
    return copy.prepare<[], number>('SELECT count(*) FROM event').pluck().get() ?? 0;
  } finally {
    copy.close();
  }
}
