import Database from 'better-sqlite3';
import type { Position } from '#event-store';

/** An entry that something should have followed from and could not. */
export interface Outstanding {
  /** The id of the entry. */
  readonly cause: string;
  readonly followUp: string;
  readonly programme: string;
  /** What to do next. */
  readonly because: string;
}

/** What whoever follows the log leaves to the next: how far it came, and what waits. */
export interface Left {
  readonly position: Position | undefined;
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
      CREATE TABLE IF NOT EXISTS checkpoint (one INTEGER PRIMARY KEY CHECK (one = 1), position TEXT NOT NULL);
      CREATE TABLE IF NOT EXISTS outstanding (
        cause TEXT NOT NULL, follow_up TEXT NOT NULL, programme TEXT NOT NULL, because TEXT NOT NULL,
        PRIMARY KEY (cause, follow_up)
      ) WITHOUT ROWID;`);
    return new FollowUpFile(database);
  }

  /** The last entry that needs no second look, or undefined before the first. */
  get position(): Position | undefined {
    return (this.statements.position.get() as { position: Position } | undefined)?.position;
  }

  reached(position: Position): void {
    this.statements.reach.run(position);
  }

  wait({ cause, followUp, programme, because }: Outstanding): void {
    this.statements.wait.run(cause, followUp, programme, because);
  }

  /** Takes over what another process left: how far it came where that is known, and what waited. */
  takeOver({ position, outstanding }: Left): void {
    this.database.transaction(() => {
      if (position === undefined) this.statements.beginAnew.run();
      else this.statements.reach.run(position);
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
    return this.statements.outstanding.all({ programme: programme ?? null }) as Outstanding[];
  }

  close(): void {
    this.database.close();
  }
}

function prepare(database: Database.Database) {
  return {
    position: database.prepare('SELECT position FROM checkpoint'),
    reach: database.prepare(
      'INSERT INTO checkpoint (one, position) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET position = excluded.position',
    ),
    wait: database.prepare(
      `INSERT INTO outstanding (cause, follow_up, programme, because) VALUES (?, ?, ?, ?)
       ON CONFLICT (cause, follow_up) DO UPDATE SET because = excluded.because`,
    ),
    beginAnew: database.prepare('DELETE FROM checkpoint'),
    forget: database.prepare('DELETE FROM outstanding'),
    settle: database.prepare('DELETE FROM outstanding WHERE cause = ? AND follow_up = ?'),
    outstanding: database.prepare(
      `SELECT cause, follow_up AS followUp, programme, because FROM outstanding
       WHERE @programme IS NULL OR programme = @programme ORDER BY programme, cause, follow_up`,
    ),
  };
}
