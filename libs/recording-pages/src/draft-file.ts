import Database from 'better-sqlite3';
import { randomUUID } from 'node:crypto';
import type { Typed } from './typed.js';

/** What somebody has begun to record: one entry, a correction of one, or a meeting. */
export type DraftKind = 'entry' | 'correction' | 'meeting';

/** Something begun and not recorded yet, or recorded: then `recorded` says what came of it. */
export interface Draft {
  readonly id: string;
  /** The actor whose it is; undefined until somebody signs in to go on with it. */
  readonly owner: string | undefined;
  readonly programme: string;
  readonly kind: DraftKind;
  /** The command that is being filled in; of a correction the id of the entry; of a meeting nothing. */
  readonly subject: string;
  readonly typed: Typed;
  /** The key it is recorded under, once, however often it is sent. */
  readonly key: string;
  /** The number in the log of the last entry that its owner has seen. */
  readonly seen: number;
  /** Milliseconds since 1970. */
  readonly touched: number;
  /** The ids of the entries it was recorded as. */
  readonly recorded?: readonly string[];
}

/** What keeps drafts from filling a disk, and how long they are kept. */
export interface DraftLimits {
  /** In milliseconds since a draft was last touched. */
  readonly keptFor: number;
  /** Of one draft, in bytes of what was typed. */
  readonly largest: number;
  /** Of one person. */
  readonly mostOfOne: number;
  /** Of everybody who has not signed in, together. */
  readonly mostOfNobody: number;
}

export const draftLimits: DraftLimits = {
  keptFor: 30 * 24 * 60 * 60_000,
  largest: 512 * 1024,
  mostOfOne: 200,
  mostOfNobody: 500,
};

/** Something begun that is larger than a draft may be. What was kept before is kept. */
export class DraftTooLarge extends Error {
  override readonly name = 'DraftTooLarge';
}

interface Row {
  readonly id: string;
  readonly owner: string | null;
  readonly programme: string;
  readonly kind: DraftKind;
  readonly subject: string;
  readonly typed: string;
  readonly key: string;
  readonly seen: number;
  readonly touched: number;
  readonly recorded: string | null;
}

/** How long after it was recorded a draft can still say so. */
const saysSoFor = 24 * 60 * 60_000;

/**
 * What people have begun to record, in a file of its own, so that an error, a crash or a session that ends costs nobody
 * what they typed. It is no part of the record: losing it loses what was not recorded yet.
 */
export class DraftFile {
  private readonly statements: ReturnType<typeof prepare>;

  private constructor(
    private readonly database: Database.Database,
    private readonly limits: DraftLimits,
    private readonly now: () => number,
  ) {
    this.statements = prepare(database);
  }

  /** @param file a path, or `:memory:` */
  static open(file: string, limits: DraftLimits = draftLimits, now: () => number = Date.now): DraftFile {
    const database = new Database(file);
    database.pragma('journal_mode = WAL');
    database.exec(`
      CREATE TABLE IF NOT EXISTS draft (
        id TEXT PRIMARY KEY, owner TEXT, programme TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL,
        typed TEXT NOT NULL, key TEXT NOT NULL, seen INTEGER NOT NULL, touched INTEGER NOT NULL, recorded TEXT
      ) WITHOUT ROWID;
      CREATE INDEX IF NOT EXISTS draft_of_owner ON draft (owner, touched);
      CREATE TABLE IF NOT EXISTS used (
        programme TEXT NOT NULL, command TEXT NOT NULL, times INTEGER NOT NULL, PRIMARY KEY (programme, command)
      ) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS book (one INTEGER PRIMARY KEY CHECK (one = 1), identity TEXT NOT NULL);`);
    return new DraftFile(database, limits, now);
  }

  /**
   * Says of which book the drafts are. Of drafts that were begun on another it is not known what their owners have seen: they are
   * shown all of it again.
   */
  belongTo(book: string): void {
    this.database.transaction(() => {
      const before = this.database.prepare<[], string>('SELECT identity FROM book').pluck().get();
      if (before === book) return;
      if (before !== undefined) this.database.prepare('UPDATE draft SET seen = 0').run();
      this.database.prepare('INSERT OR REPLACE INTO book (one, identity) VALUES (1, ?)').run(book);
    })();
  }

  /**
   * Keeps what somebody begins. The draft longest untouched makes room where they have too many.
   *
   * @throws DraftTooLarge
   */
  begin(begun: Pick<Draft, 'owner' | 'programme' | 'kind' | 'subject' | 'typed' | 'seen'>): Draft {
    const draft: Draft = { ...begun, id: randomUUID(), key: randomUUID(), touched: this.now() };
    const typed = this.fitting(draft.typed);
    this.database.transaction(() => {
      this.statements.expire.run(this.now() - this.limits.keptFor, this.now() - saysSoFor);
      this.statements.add.run({ ...draft, owner: draft.owner ?? null, typed });
      const most = draft.owner === undefined ? this.limits.mostOfNobody : this.limits.mostOfOne;
      this.statements.makeRoom.run({ owner: draft.owner ?? null, most });
    })();
    return draft;
  }

  /**
   * A draft of somebody's, or one that nobody has yet, which is theirs from then on: only the browser it was typed in
   * knows its id. Undefined where there is none, where it is another's or of another programme.
   */
  find(id: string, owner: string, programme: string): Draft | undefined {
    const row = this.statements.find.get(id);
    if (!row || row.programme !== programme || row.touched < this.now() - this.limits.keptFor)
      return undefined;
    if (row.owner !== null && row.owner !== owner) return undefined;
    if (row.owner === null) this.statements.claim.run(owner, id);
    return draftOf({ ...row, owner });
  }

  /**
   * Keeps what was typed since; the fields that are not there are dropped. What is recorded stays as it is.
   *
   * @throws DraftTooLarge
   */
  keep(draft: Draft, typed: Typed, seen = draft.seen): Draft {
    const touched = this.now();
    this.statements.keep.run({ id: draft.id, typed: this.fitting(typed), seen, touched });
    return { ...draft, typed, seen, touched };
  }

  /** Notes that a draft is recorded, and counts how often its command is used. */
  recorded(draft: Draft, entries: readonly string[]): void {
    const done = this.statements.record.run(JSON.stringify(entries), this.now(), draft.id);
    if (done.changes > 0)
      this.statements.use.run(draft.programme, draft.kind === 'entry' ? draft.subject : draft.kind);
  }

  drop(draft: Draft): void {
    this.statements.drop.run(draft.id);
  }

  /** What somebody has begun and not recorded, the last touched first. */
  unfinished(owner: string, programme: string): Draft[] {
    const since = this.now() - this.limits.keptFor;
    return this.statements.unfinished.all(owner, programme, since).map(draftOf);
  }

  /** The commands that were recorded most by these pages, the most used first. */
  mostUsed(programme: string, most: number): string[] {
    return this.statements.mostUsed.all(programme, most);
  }

  close(): void {
    this.database.close();
  }

  private fitting(typed: Typed): string {
    const text = JSON.stringify(typed);
    if (Buffer.byteLength(text) > this.limits.largest)
      throw new DraftTooLarge(
        `What was typed is more than ${Math.floor(this.limits.largest / 1024)} KiB: record it in parts`,
      );
    return text;
  }
}

function draftOf({ owner, typed, recorded, ...row }: Row): Draft {
  return {
    ...row,
    owner: owner ?? undefined,
    typed: JSON.parse(typed) as Typed,
    ...(recorded !== null && { recorded: JSON.parse(recorded) as string[] }),
  };
}

function prepare(database: Database.Database) {
  return {
    add: database.prepare(
      `INSERT INTO draft (id, owner, programme, kind, subject, typed, key, seen, touched)
       VALUES (@id, @owner, @programme, @kind, @subject, @typed, @key, @seen, @touched)`,
    ),
    find: database.prepare<[string], Row>('SELECT * FROM draft WHERE id = ?'),
    claim: database.prepare('UPDATE draft SET owner = ? WHERE id = ? AND owner IS NULL'),
    keep: database.prepare(
      'UPDATE draft SET typed = @typed, seen = @seen, touched = @touched WHERE id = @id AND recorded IS NULL',
    ),
    record: database.prepare('UPDATE draft SET recorded = ?, touched = ? WHERE id = ? AND recorded IS NULL'),
    use: database.prepare(
      'INSERT INTO used (programme, command, times) VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET times = times + 1',
    ),
    drop: database.prepare('DELETE FROM draft WHERE id = ?'),
    expire: database.prepare('DELETE FROM draft WHERE touched < ? OR (recorded IS NOT NULL AND touched < ?)'),
    makeRoom: database.prepare(
      `DELETE FROM draft WHERE id IN
         (SELECT id FROM draft WHERE owner IS @owner ORDER BY touched DESC, id LIMIT -1 OFFSET @most)`,
    ),
    unfinished: database.prepare<[owner: string, programme: string, since: number], Row>(
      `SELECT * FROM draft WHERE owner = ? AND programme = ? AND touched >= ? AND recorded IS NULL
       ORDER BY touched DESC, id`,
    ),
    mostUsed: database
      .prepare<[programme: string, most: number], string>(
        'SELECT command FROM used WHERE programme = ? ORDER BY times DESC, command LIMIT ?',
      )
      .pluck(),
  };
}
