import Database from 'better-sqlite3';
import { chmodSync } from 'node:fs';
import type { Audited } from './audited.js';
import { Floods } from './floods.js';

export interface AuditLine extends Audited {
  readonly number: number;
  /** RFC 3339, UTC. */
  readonly at: string;
}

/** What of the log is asked for: the latest first, below a number, of one kind or one actor. */
export interface AuditAsked {
  readonly before?: number | undefined;
  readonly what?: string | undefined;
  readonly actor?: string | undefined;
  readonly limit: number;
}

const schema = `
  CREATE TABLE IF NOT EXISTS line (
    number INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, what TEXT NOT NULL, actor TEXT NOT NULL,
    name TEXT NOT NULL, "from" TEXT NOT NULL, address TEXT NOT NULL, detail TEXT NOT NULL
  );
  CREATE TRIGGER IF NOT EXISTS never_changed BEFORE UPDATE ON line
    BEGIN SELECT RAISE(ABORT, 'A line of the audit log is never changed'); END;
  CREATE TRIGGER IF NOT EXISTS never_deleted BEFORE DELETE ON line
    BEGIN SELECT RAISE(ABORT, 'A line of the audit log is never deleted'); END;
`;

/** The longest text of a line: whoever asks for a long address fills no disk with it. */
const longest = 500;

/** Who signed in and out, what was refused to whom and what was taken away, line after line in a file of its own. */
export class AuditLog {
  private readonly floods = new Floods();
  private window: NodeJS.Timeout | undefined;

  private constructor(
    private readonly database: Database.Database,
    private readonly now: () => Date,
  ) {}

  /** Opens the file, `:memory:` for none. */
  static open(file: string, now: () => Date = () => new Date()): AuditLog {
    const database = new Database(file);
    database.pragma('journal_mode = WAL');
    // A line may go with the power; waiting for the disk at each refusal would let anybody slow the book down.
    database.pragma('synchronous = NORMAL');
    database.exec(schema);
    if (file !== ':memory:') chmodSync(file, 0o600);
    return new AuditLog(database, now);
  }

  close(): void {
    clearTimeout(this.window);
    this.write(this.floods.linesCounted(this.now().getTime()));
    this.database.close();
  }

  /** Keeps a line; where whoever is refused, or has not said who they are, causes a flood of them, how many there were. */
  append(line: Audited): void {
    const mayFlood = line.what === 'refused' || line.actor === 'anonymous';
    this.write(mayFlood ? this.floods.linesFor(line, this.now().getTime()) : [line]);
    if (mayFlood) this.window ??= this.tellWhenOver();
  }

  /** Tells what was counted when nothing else happens that would. */
  private tellWhenOver(): NodeJS.Timeout {
    const left = Math.max(0, (this.floods.over ?? 0) - this.now().getTime());
    return setTimeout(() => {
      this.window = undefined;
      this.write(this.floods.linesIfOver(this.now().getTime()));
      if (this.floods.over !== undefined) this.window = this.tellWhenOver();
    }, left + 1).unref();
  }

  private write(lines: readonly Audited[]): void {
    const insert = this.database.prepare('INSERT INTO line VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)');
    for (const { what, actor, name, from, address, detail } of lines) {
      const cut = [actor, name, from, withoutSecrets(address), detail].map((text) => text.slice(0, longest));
      insert.run(this.now().toISOString(), what, ...cut);
    }
  }

  /** Lines of the log, the latest first. */
  read({ before, what, actor, limit }: AuditAsked): AuditLine[] {
    this.write(this.floods.linesCounted(this.now().getTime()));
    return this.database
      .prepare<[object], AuditLine>(
        `SELECT * FROM line WHERE (:before IS NULL OR number < :before) AND (:what IS NULL OR what = :what)
         AND (:actor IS NULL OR actor = :actor) ORDER BY number DESC LIMIT :limit`,
      )
      .all({ before: before ?? null, what: what ?? null, actor: actor ?? null, limit });
  }
}

/** An address without what a provider sends along when somebody signs in: it would let another do so. */
const withoutSecrets = (address: string): string =>
  address.startsWith('/sign-in') ? address.replace(/\?.*$/s, '') : address;
