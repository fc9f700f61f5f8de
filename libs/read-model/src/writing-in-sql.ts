import type Database from 'better-sqlite3';

/**
 * Whether a fault is the file's, whichever entry was at hand: a disk that is full, a page that is damaged. What breaks a
 * constraint of the tables is the entry's, but for a trigger: none is ours. By code and not by class, as the store does.
 */
export function isFaultOfTheFile(error: unknown): boolean {
  const code = String((error as { readonly code?: unknown }).code);
  if (code === 'SQLITE_CONSTRAINT_TRIGGER') return true;
  return code.startsWith('SQLITE_') && !code.startsWith('SQLITE_CONSTRAINT') && code !== 'SQLITE_TOOBIG';
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
    readStream: database.prepare(
      'SELECT stored FROM entry WHERE stream = ? AND revision < ? ORDER BY revision',
    ),
    endOfStream: database.prepare(
      `SELECT stored FROM entry WHERE stream = ? AND effective_on > ? AND type <> 'EntryStruck'
         ORDER BY effective_on, seq LIMIT ?`,
    ),
    strikesIn: database.prepare(
      `SELECT stored FROM entry WHERE stream = ? AND type = 'EntryStruck' ORDER BY seq LIMIT ?`,
    ),
    lastDay: database.prepare('SELECT max(effective_on) AS day FROM entry WHERE stream = ?'),
    dayOfEntry: database.prepare('SELECT effective_on AS day FROM entry WHERE id = ?'),
    believedBy: database.prepare(
      'SELECT part FROM version WHERE key >= ? AND key < ? AND known_to = ? ORDER BY key DESC LIMIT 1',
    ),
    findThing: database.prepare('SELECT number FROM thing WHERE programme = ? AND kind = ? AND id = ?'),
    insertThing: database.prepare(
      'INSERT INTO thing (programme, kind, id, stream, first_seq) VALUES (?, ?, ?, ?, ?)',
    ),
    touch: database.prepare('INSERT OR IGNORE INTO touch (thing, seq, about, from_day) VALUES (?, ?, ?, ?)'),
    believedOn: database
      .prepare('SELECT key, part, known_from FROM version WHERE key >= ? AND key < ? AND known_to = ?')
      .safeIntegers(),
    lastVersion: database
      .prepare('SELECT key FROM version WHERE key >= ? AND key < ? ORDER BY key DESC LIMIT 1')
      .safeIntegers(),
    closeVersion: database.prepare('UPDATE version SET known_to = ? WHERE key = ?'),
    openVersion: database.prepare(
      'INSERT INTO version (key, known_from, known_to, ahead, part) VALUES (?, ?, ?, ?, ?)',
    ),
    indexText: database.prepare('INSERT INTO decision_text (rowid, words) VALUES (?, ?)'),
  };
}
