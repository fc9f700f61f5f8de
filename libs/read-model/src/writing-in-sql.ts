import type Database from 'better-sqlite3';
import type { CivilDate } from '#calendar';

/**
 * Whether a fault is the file's, whichever entry was at hand: a disk that is full, a page that is damaged. What breaks a
 * constraint of the tables is the entry's, but for a trigger: none is ours. By code and not by class, as the store does.
 */
export function isFaultOfTheFile(error: unknown): boolean {
  const code = String((error as { readonly code?: unknown }).code);
  if (code === 'SQLITE_CONSTRAINT_TRIGGER') return true;
  return code.startsWith('SQLITE_') && !code.startsWith('SQLITE_CONSTRAINT') && code !== 'SQLITE_TOOBIG';
}

/** A row that holds an entry, as it is in the log. */
interface Stored {
  readonly stored: string;
}

/** Every statement that the read model is written with. */
export function prepare(database: Database.Database) {
  return {
    saveCheckpoint: database.prepare(
      `INSERT INTO checkpoint (one, position, seq, stream, revision, id)
       VALUES (1, @position, @seq, @stream, @revision, @id) ON CONFLICT (one) DO UPDATE SET
         position = excluded.position, seq = excluded.seq, stream = excluded.stream, revision = excluded.revision, id = excluded.id`,
    ),
    insertEntry: database.prepare(
      `INSERT INTO entry (seq, position, recorded_at, programme, stream, revision, id, type, effective_on, changes_from, decision, command_id, caused_by, exception, based_on, stored)
       VALUES (@seq, @position, @recordedAt, @programme, @stream, @revision, @id, @type, @effectiveOn, @changesFrom, @decision, @commandId, @causedBy, @exception, @basedOn, @stored)`,
    ),
    strike: database.prepare('UPDATE entry SET struck_seq = ? WHERE id = ? AND struck_seq IS NULL'),
    readStream: database.prepare<[stream: string, before: number], Stored>(
      'SELECT stored FROM entry WHERE stream = ? AND revision < ? ORDER BY revision',
    ),
    endOfStream: database.prepare<[stream: string, after: CivilDate, most: number], Stored>(
      `SELECT stored FROM entry WHERE stream = ? AND effective_on > ? AND type <> 'EntryStruck'
         ORDER BY effective_on, seq LIMIT ?`,
    ),
    strikesIn: database.prepare<[stream: string, most: number], Stored>(
      `SELECT stored FROM entry WHERE stream = ? AND type = 'EntryStruck' ORDER BY seq LIMIT ?`,
    ),
    lastDay: database
      .prepare<[stream: string], CivilDate | null>('SELECT max(effective_on) FROM entry WHERE stream = ?')
      .pluck(),
    dayOfEntry: database
      .prepare<[id: string], CivilDate>('SELECT effective_on FROM entry WHERE id = ?')
      .pluck(),
    believedBy: database
      .prepare<[from: bigint, to: bigint, knownTo: number], string>(
        'SELECT part FROM version WHERE key >= ? AND key < ? AND known_to = ? ORDER BY key DESC LIMIT 1',
      )
      .pluck(),
    findThing: database
      .prepare<[programme: string, kind: string, id: string], number>(
        'SELECT number FROM thing WHERE programme = ? AND kind = ? AND id = ?',
      )
      .pluck(),
    insertThing: database.prepare(
      'INSERT INTO thing (programme, kind, id, stream, first_seq) VALUES (?, ?, ?, ?, ?)',
    ),
    touch: database.prepare('INSERT OR IGNORE INTO touch (thing, seq, about, from_day) VALUES (?, ?, ?, ?)'),
    believedOn: database
      .prepare<[from: bigint, to: bigint, knownTo: number], { readonly key: bigint; readonly part: string }>(
        'SELECT key, part FROM version WHERE key >= ? AND key < ? AND known_to = ?',
      )
      .safeIntegers(),
    lastVersion: database
      .prepare<[from: bigint, to: bigint], bigint>(
        'SELECT key FROM version WHERE key >= ? AND key < ? ORDER BY key DESC LIMIT 1',
      )
      .pluck()
      .safeIntegers(),
    closeVersion: database.prepare('UPDATE version SET known_to = ? WHERE key = ?'),
    openVersion: database.prepare(
      'INSERT INTO version (key, known_from, known_to, ahead, part) VALUES (?, ?, ?, ?, ?)',
    ),
    indexText: database.prepare('INSERT INTO decision_text (rowid, words) VALUES (?, ?)'),
  };
}
