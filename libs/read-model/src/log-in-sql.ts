import type { CivilDate } from '#calendar';
import { lookUpKinds } from '#programme';
import type { ReadModel } from './read-model.js';
import { opensGate, passesGate } from './tables.js';

/** A row that holds an entry. */
export interface Stored {
  readonly stored: string;
}

/** The same with its number in the log, and that of the strike that removed it. */
export interface Recorded extends Stored {
  readonly seq: number;
  readonly struck_seq: number | null;
}

interface Numbered extends Stored {
  readonly seq: number;
}

interface Placed {
  readonly seq: number;
  readonly stream: string;
}

/** Bound by name: what is looked for. */
type Named = Readonly<Record<string, string | number | null>>;

/** The entries in the answer to a question of which something more is true, in SQL. */
const inAnswer = (more: string, order = 'seq') =>
  `SELECT seq, stored FROM entry WHERE programme = @programme AND seq <= @seq AND effective_on <= @asAt
     AND type <> 'EntryStruck' AND (struck_seq IS NULL OR struck_seq > @seq) AND ${more} ORDER BY ${order}`;

/** What a history is narrowed to, in SQL. */
const likeThat = (entry: string) =>
  `AND (@type IS NULL OR ${entry}type = @type) AND (@decision IS NULL OR ${entry}decision = @decision)
     AND (@of IS NULL OR ${entry}stream = @of OR (${entry}stream > @of || '/' AND ${entry}stream < @of || '0'))
     AND ${entry}recorded_at >= @since AND ${entry}recorded_at <= @until`;

/** The kinds that are no things, in SQL. */
const noThings = [...lookUpKinds].map((kind) => `'${kind}'`).join(', ');

/** Every statement that the log is read with. */
export function prepare({ database }: ReadModel) {
  return {
    later: database.prepare<[string, number, CivilDate], Placed>(
      'SELECT seq, stream FROM entry WHERE programme = ? AND seq > ? AND changes_from <= ? ORDER BY seq',
    ),
    afterwards: database.prepare<[string, string, number, CivilDate, number], Placed>(
      `SELECT seq, stream FROM entry WHERE programme = ? AND recorded_at > ? AND seq <= ? AND changes_from <= ?
         AND (struck_seq IS NULL OR struck_seq > ?) ORDER BY seq`,
    ),
    log: database.prepare<[Named], Recorded>(
      `SELECT seq, stored, struck_seq FROM entry
       WHERE programme = @p1 AND seq <= @p4 AND seq > @p5 AND effective_on <= @p6 ${likeThat('')} ORDER BY seq LIMIT @p7`,
    ),
    ofIds: database.prepare<[Named], Recorded>(
      `SELECT seq, stored, struck_seq FROM entry WHERE id IN (SELECT value FROM json_each(@p8))
         AND programme = @p1 AND seq <= @p4 AND seq > @p5 AND effective_on <= @p6 ${likeThat('')} ORDER BY seq LIMIT @p7`,
    ),
    history: database.prepare<[Named], Recorded>(
      `SELECT DISTINCT e.seq, e.stored, e.struck_seq FROM thing t JOIN touch ON touch.thing = t.number JOIN entry e ON e.seq = touch.seq
       WHERE t.programme = @p1 AND t.id = @p2 AND (@p3 IS NULL OR t.kind = @p3) AND t.kind NOT IN (${noThings}) AND e.seq <= @p4 AND e.seq > @p5 AND e.effective_on <= @p6
         AND touch.about >= @p9
         AND (@p8 IS NULL OR e.id IN (SELECT value FROM json_each(@p8))) ${likeThat('e.')}
       ORDER BY e.seq LIMIT @p7`,
    ),
    behind: database.prepare<[Named], Stored>(
      `SELECT e.stored FROM thing t JOIN touch ON touch.thing = t.number JOIN entry e ON e.seq = touch.seq
       WHERE t.programme = @programme AND t.kind = @kind AND t.id = @id AND e.seq <= @most AND touch.from_day <= @lastDay
         AND (e.seq > @least OR (e.effective_on > @early AND e.effective_on <= @late AND e.type <> 'EntryStruck'
           AND (e.struck_seq IS NULL OR e.struck_seq > @least)))
       ORDER BY e.seq`,
    ),
    ofStreams: database.prepare<[string, number, string, string, string], Stored>(
      `SELECT stored FROM entry WHERE programme = ? AND seq <= ? AND (stream = ? OR (stream >= ? AND stream < ?))
       ORDER BY stream, revision`,
    ),
    entry: database.prepare<[string], Stored>('SELECT stored FROM entry WHERE id = ?'),
    struck: database.prepare<[string], { readonly struck_seq: number | null }>(
      'SELECT struck_seq FROM entry WHERE id = ?',
    ),
    caused: database.prepare<[string, string, number], Stored>(
      'SELECT stored FROM entry WHERE programme = ? AND caused_by = ? AND seq <= ? ORDER BY seq',
    ),
    everyCaused: database.prepare<[string, number, CivilDate, number], Stored>(
      `SELECT stored FROM entry WHERE programme = ? AND caused_by IS NOT NULL AND seq <= ? AND effective_on <= ?
         AND (struck_seq IS NULL OR struck_seq > ?) ORDER BY seq`,
    ),
    seqOf: database.prepare<[string], number>('SELECT seq FROM entry WHERE id = ?').pluck(),
    entryAt: database.prepare<[number], Stored>('SELECT stored FROM entry WHERE seq = ?'),
    ofCommand: database.prepare<[string, string], Stored>(
      'SELECT stored FROM entry WHERE programme = ? AND command_id = ? ORDER BY seq',
    ),
    // From a slash up to what follows it in ASCII, and no slash after: another batch's id may begin like this one's.
    ofBatch: database.prepare<[Named], Numbered>(
      `SELECT seq, stored FROM entry WHERE programme = @programme AND command_id GLOB '*/*' AND command_id >= @from AND command_id < @to
         AND instr(substr(command_id, length(@from) + 1), '/') = 0 ORDER BY seq`,
    ),
    // Each side has an index of its own: joined by OR, every entry of the programme would be read for it.
    following: database.prepare<[Named], Stored>(
      `SELECT stored FROM entry WHERE seq IN (
           SELECT seq FROM entry WHERE programme = @programme AND decision = @decision
           UNION SELECT seq FROM entry
             WHERE programme = @programme AND ${passesGate} AND stream IN (
               SELECT stream FROM entry WHERE programme = @programme AND decision = @decision AND ${opensGate}))
         AND seq <= @seq AND type <> 'EntryStruck' AND (struck_seq IS NULL OR struck_seq > @seq) ORDER BY effective_on, seq`,
    ),
    standing: database.prepare<[Named], Numbered>(
      inAnswer(
        `((decision IS NOT NULL AND stream <> programme || '/decision/' || decision)
          OR ${passesGate})`,
        'decision, effective_on, seq',
      ),
    ),
    excepted: database.prepare<[Named], Numbered>(inAnswer('exception IS NOT NULL')),
    basedOn: database.prepare<[Named], Numbered>(inAnswer('based_on IS NOT NULL')),
    countBasedOn: database
      .prepare<[string, number], number>(
        'SELECT count(*) FROM entry WHERE programme = ? AND seq <= ? AND based_on IS NOT NULL',
      )
      .pluck(),
    streamBefore: database.prepare<[string, number], Stored>(
      'SELECT stored FROM entry WHERE stream = ? AND seq < ? ORDER BY revision',
    ),
    lastIn: database
      .prepare<[string, number], number | null>('SELECT max(seq) FROM entry WHERE stream = ? AND seq <= ?')
      .pluck(),
  };
}
