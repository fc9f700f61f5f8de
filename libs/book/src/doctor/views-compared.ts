import { existsSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { canonicalText, foreignTo, type RecordStore } from '#event-store';
import { ReadModel } from '#read-model';
import type { BookOptions } from '../book-options.js';
import { viewsFile } from '../views-file.js';
import type { Examined, ExaminationProgress } from './examined.js';

/** How many rows that differ are named. */
const most = 10;

/** The rows that every view reads, by the words for what they hold; what may be written in two ways is made one. */
const compared = {
  entry: 'seq, position, canonical(stored) AS stored, changes_from, struck_seq',
  thing: 'number, programme, kind, id, stream, first_seq',
  touch: 'thing, seq, about',
  version: 'key, known_from, known_to, ahead, part',
  held: 'seq, stream, revision, position, recorded_at',
} as const;

/**
 * The views of a folder against the record: whether they belong to it, and each row against one folded anew from the
 * record as far as they go.
 */
export async function* examineViews(
  store: RecordStore,
  options: Pick<BookOptions, 'folder' | 'programmes'>,
  entries: number,
  progress: ExaminationProgress,
): AsyncGenerator<Examined> {
  const file = viewsFile(options);
  const name = basename(file);
  if (!existsSync(file)) {
    yield { looked: `No views: there is no ${name}, and they are filled at the next start`, found: [] };
    return;
  }
  const scratch = join(options.folder, 'doctor-views.sqlite');
  const gone = (): void =>
    ['', '-wal', '-shm', '-journal'].forEach((end) => rmSync(scratch + end, { force: true }));
  gone();
  const fresh = ReadModel.open(scratch, {
    filling: true,
    book: await store.identity(),
    programmes: options.programmes,
  });
  try {
    yield await compare(store, fresh, file, entries, progress);
  } finally {
    fresh.close();
    gone();
  }
}

async function compare(
  store: RecordStore,
  fresh: ReadModel,
  file: string,
  entries: number,
  progress: ExaminationProgress,
): Promise<Examined> {
  const { database } = fresh;
  const looked = `The views (${basename(file)}), each row against a fold of the record`;
  const wrong = (what: string): Examined => ({
    looked,
    found: [
      `The views in ${file} are ${what}: they are filled anew at the next start, or by minutebook rebuild`,
    ],
  });
  const one = <Value>(sql: string) => database.prepare<[], Value>(sql).pluck().get();
  try {
    database.prepare('ATTACH ? AS found').run(file);
    if (one<number>('PRAGMA found.user_version') !== one<number>('PRAGMA main.user_version'))
      return {
        looked: `${looked}: not compared, they are of another version and are filled anew at the next start`,
        found: [],
      };
    const said = database.pragma('found.integrity_check(3)') as { integrity_check: string }[];
    const problems = said.map(({ integrity_check: words }) => words).filter((words) => words !== 'ok');
    if (problems.length > 0) return wrong(`damaged (${problems.join('; ')})`);
    const book = one<string>('SELECT identity FROM found.book') ?? '';
    const at = database
      .prepare<[], { position: string; stream: string; revision: number; id: string }>(
        'SELECT position, stream, revision, id FROM found.checkpoint',
      )
      .get();
    const foreign = await foreignTo(store, { book, at });
    if (foreign) return wrong(foreign.words);
    let folded = 0;
    for await (const page of at ? store.readAll() : []) {
      const known = page.filter(({ position }) => position <= (at?.position ?? ''));
      fresh.apply(known);
      progress('fold', (folded += known.length), entries);
      if (known.length < page.length) break;
    }
    return { looked: `${looked}, ${folded} entries`, found: differences(fresh, file) };
  } catch (error) {
    const code = String((error as { code?: unknown }).code);
    if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_ERROR')
      return wrong(`damaged (${(error as Error).message})`);
    throw error;
  }
}

/** A row of a table of the views, by its columns. */
type Row = Readonly<Record<string, unknown>>;

/** The rows that the views lack, and those that they have and that the record does not come to. */
function differences({ database }: ReadModel, file: string): string[] {
  database.function('canonical', (text) => canonicalText(JSON.parse(text as string)));
  const found: string[] = [];
  for (const [table, columns] of Object.entries(compared)) {
    const rows = (of: 'main' | 'found', but: 'main' | 'found') =>
      database
        .prepare<[], Row>(
          `SELECT ${columns} FROM ${of}.${table} EXCEPT SELECT ${columns} FROM ${but}.${table} LIMIT ${most + 1}`,
        )
        .safeIntegers()
        .all();
    const lacking = rows('main', 'found');
    const more = rows('found', 'main');
    if (lacking.length + more.length === 0) continue;
    found.push(
      `The views in ${file} differ from the record in ${table}: ${many(lacking)} that the record comes to are not there, and ${many(more)} ` +
        `are there that it does not come to. Rebuild the views, and compare the record with a backup. First: ${named(table, (lacking[0] ?? more[0]) as Row)}`,
    );
  }
  return found;
}

const many = (rows: readonly unknown[]): string => {
  const count = rows.length > most ? `more than ${most}` : String(rows.length);
  return `${count} ${rows.length === 1 ? 'row' : 'rows'}`;
};

/** A row in words: an entry by all of its names. */
function named(table: string, row: Row): string {
  if (table !== 'entry')
    return JSON.stringify(row, (_name, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
  const { id, stream } = JSON.parse(row['stored'] as string) as { id: string; stream: string };
  return `entry ${id} of ${stream} at ${String(row['position'])}`;
}
