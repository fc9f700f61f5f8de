import Database from 'better-sqlite3';
import { checkpointAt, type Position, type Checkpoint, type StoredEvent } from '#event-store';

/** An entry that something should have followed from and could not. */
export interface Outstanding {
  /** The id of the entry. */
  readonly cause: string;
  readonly followUp: string;
  readonly programme: string;
  /** What to do next. */
  readonly because: string;
}

/** Of which book, and up to which of its entries. */
export interface MadeFrom {
  readonly book: string;
  readonly at: Checkpoint;
}

/** What whoever follows the log leaves to the next: how far it came, and what waits. */
export interface Left {
  /** Undefined where it is to be found out anew, from the beginning of the log. */
  readonly made: MadeFrom | undefined;
  readonly outstanding: readonly Outstanding[];
}

/**
 * How far follow-ups have come, and what waits. Losing the file loses nothing: the log is followed again from its
 * beginning, and every command has been given its id already.
 */
export class FollowUpFile {
  private readonly statements: ReturnType<typeof prepare>;

  private constructor(private readonly database: Database.Database) {
    this.statements = prepare(database);
  }

  /** @param file a path, or `:memory:` */
  static open(file: string): FollowUpFile {
    const database = new Database(file);
    database.pragma('journal_mode = WAL');
    database.exec(`
      CREATE TABLE IF NOT EXISTS made_from (
        one INTEGER PRIMARY KEY CHECK (one = 1), book TEXT NOT NULL,
        position TEXT NOT NULL, stream TEXT NOT NULL, revision INTEGER NOT NULL, id TEXT NOT NULL
      );
      CREATE TABLE IF NOT EXISTS outstanding (
        cause TEXT NOT NULL, follow_up TEXT NOT NULL, programme TEXT NOT NULL, because TEXT NOT NULL,
        PRIMARY KEY (cause, follow_up)
      ) WITHOUT ROWID;`);
    return new FollowUpFile(database);
  }

  /** The last entry that needs no second look, and of which book; undefined before the first. */
  get made(): MadeFrom | undefined {
    const found = this.statements.made.get();
    if (!found) return undefined;
    const { book, ...at } = found;
    return { book, at };
  }

  get position(): Position | undefined {
    return this.made?.at.position;
  }

  reached(book: string, entry: StoredEvent): void {
    this.statements.reach.run({ book, ...checkpointAt(entry) });
  }

  /** Forgets how far it came and what waits: it was another book's. */
  beginAnew(): void {
    this.takeOver({ made: undefined, outstanding: [] });
  }

  wait({ cause, followUp, programme, because }: Outstanding): void {
    this.statements.wait.run(cause, followUp, programme, because);
  }

  /** Takes over what another process left: how far it came where that is known, and what waited. */
  takeOver({ made, outstanding }: Left): void {
    this.database.transaction(() => {
      if (made === undefined) this.statements.beginAnew.run();
      else this.statements.reach.run({ book: made.book, ...made.at });
      this.waitsElsewhere(outstanding);
    })();
  }

  /** What waits, as another process says it. */
  waitsElsewhere(outstanding: readonly Outstanding[]): void {
    this.database.transaction(() => {
      this.statements.forget.run();
      for (const each of outstanding) this.wait(each);
    })();
  }

  settled(cause: string, followUp: string): void {
    this.statements.settle.run(cause, followUp);
  }

  /** What waits, of one programme or of all. */
  outstanding(programme?: string): Outstanding[] {
    return this.statements.outstanding.all({ programme: programme ?? null });
  }

  close(): void {
    this.database.close();
  }
}

function prepare(database: Database.Database) {
  return {
    made: database.prepare<[], Checkpoint & { readonly book: string }>(
      'SELECT book, position, stream, revision, id FROM made_from',
    ),
    reach: database.prepare(
      `INSERT OR REPLACE INTO made_from (one, book, position, stream, revision, id)
       VALUES (1, @book, @position, @stream, @revision, @id)`,
    ),
    wait: database.prepare(
      `INSERT INTO outstanding (cause, follow_up, programme, because) VALUES (?, ?, ?, ?)
       ON CONFLICT (cause, follow_up) DO UPDATE SET because = excluded.because`,
    ),
    beginAnew: database.prepare('DELETE FROM made_from'),
    forget: database.prepare('DELETE FROM outstanding'),
    settle: database.prepare('DELETE FROM outstanding WHERE cause = ? AND follow_up = ?'),
    outstanding: database.prepare<[{ readonly programme: string | null }], Outstanding>(
      `SELECT cause, follow_up AS followUp, programme, because FROM outstanding
       WHERE @programme IS NULL OR programme = @programme ORDER BY programme, cause, follow_up`,
    ),
  };
}
