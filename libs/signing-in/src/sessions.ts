import Database from 'better-sqlite3';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { chmodSync } from 'node:fs';
import type { Person } from './person.js';

/** How long sessions last, in milliseconds. */
export interface SessionLimits {
  /** Without a request. */
  readonly idle: number;
  /** Whatever is asked. */
  readonly longest: number;
}

/** Somebody who is signed in, in one browser. */
export interface Session {
  /** Names it on a page; who has it cannot ask in its place. */
  readonly reference: string;
  readonly person: Person;
  /** Milliseconds since 1970. */
  readonly started: number;
  readonly used: number;
  /** The provider's own word on who it is, for signing out there. */
  readonly idToken?: string;
}

interface Row {
  readonly reference: string;
  readonly person: string;
  readonly started: number;
  readonly used: number;
  readonly id_token: string | null;
}

const schema = `
  CREATE TABLE IF NOT EXISTS session (
    hash BLOB PRIMARY KEY, reference TEXT NOT NULL UNIQUE, actor TEXT NOT NULL, person TEXT NOT NULL,
    started INTEGER NOT NULL, used INTEGER NOT NULL, id_token TEXT
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS begun (
    hash BLOB NOT NULL, state TEXT NOT NULL, kept TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (hash, state)
  ) WITHOUT ROWID;
`;

/** How long somebody may take at the provider, in milliseconds. */
const longestSignIn = 10 * 60_000;

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** A secret that nobody guesses. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/**
 * Who is signed in, in a file of their own, so that a restart signs nobody out. Of a session's id only the hash is
 * kept: whoever reads the file can ask in nobody's place.
 */
export class Sessions {
  private constructor(
    private readonly database: Database.Database,
    private readonly limits: SessionLimits,
    private readonly now: () => number,
  ) {}

  /** Opens the file, `:memory:` for none. */
  static open(file: string, limits: SessionLimits, now: () => number = () => Date.now()): Sessions {
    const database = new Database(file);
    database.pragma('journal_mode = WAL');
    database.exec(schema);
    if (file !== ':memory:') chmodSync(file, 0o600);
    return new Sessions(database, limits, now);
  }

  close(): void {
    this.database.close();
  }

  /** Begins a session under an id that nobody had before, and gives that id: the one time it is seen. */
  begin(person: Person, idToken?: string): string {
    this.sweep();
    const id = newSecret();
    const now = this.now();
    this.database
      .prepare('INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?)')
      .run(hashOf(id), randomUUID(), person.actor, JSON.stringify(person), now, now, idToken ?? null);
    return id;
  }

  /** The session of an id; undefined where there is none, or none any more. Being asked keeps it from being idle. */
  find(id: string): Session | undefined {
    const hash = hashOf(id);
    const row = this.standing(hash);
    if (!row) return undefined;
    const now = this.now();
    // Not at every request: a page is many, and each would be a write.
    if (now - row.used > Math.min(60_000, this.limits.idle / 10)) {
      this.database.prepare('UPDATE session SET used = ? WHERE hash = ?').run(now, hash);
    }
    return sessionOf(row);
  }

  /** The session of an id, as `find` has it, for what a page asks by itself: it goes on being as idle as it was. */
  look(id: string): Session | undefined {
    const row = this.standing(hashOf(id));
    return row && sessionOf(row);
  }

  /** Whether the session that is called so still stands. Asking keeps it no longer. */
  isStanding(reference: string): boolean {
    const row = this.database
      .prepare<[string], Row>('SELECT * FROM session WHERE reference = ?')
      .get(reference);
    return row !== undefined && this.stands(row, this.now());
  }

  /** Every session that stands, the latest used first. */
  all(): Session[] {
    const now = this.now();
    return this.database
      .prepare<[], Row>('SELECT * FROM session ORDER BY used DESC, reference')
      .all()
      .filter((row) => this.stands(row, now))
      .map(sessionOf);
  }

  /** Ends the session that is called so. Undefined where there is none. */
  end(reference: string): Session | undefined {
    const row = this.database
      .prepare<[string], Row>('DELETE FROM session WHERE reference = ? RETURNING *')
      .get(reference);
    return row && sessionOf(row);
  }

  /** Ends every session of a person, and says how many. */
  endAllOf(actor: string): number {
    return this.database.prepare('DELETE FROM session WHERE actor = ?').run(actor).changes;
  }

  /** Keeps what a sign-in that was begun must come back to, for the browser that began it. */
  beginSignIn(browser: string, state: string, kept: object): void {
    this.sweep();
    this.database
      .prepare('INSERT OR REPLACE INTO begun VALUES (?, ?, ?, ?)')
      .run(hashOf(browser), state, JSON.stringify(kept), this.now());
  }

  /** What was kept of a sign-in, once: the second time, in another browser or too late there is nothing. */
  takeSignIn(browser: string, state: string): unknown {
    const row = this.database
      .prepare<[Buffer, string], { kept: string; at: number }>(
        'DELETE FROM begun WHERE hash = ? AND state = ? RETURNING kept, at',
      )
      .get(hashOf(browser), state);
    return row && this.now() - row.at <= longestSignIn ? (JSON.parse(row.kept) as unknown) : undefined;
  }

  private standing(hash: Buffer): Row | undefined {
    const row = this.database.prepare<[Buffer], Row>('SELECT * FROM session WHERE hash = ?').get(hash);
    if (!row || this.stands(row, this.now())) return row;
    this.database.prepare('DELETE FROM session WHERE hash = ?').run(hash);
    return undefined;
  }

  private stands({ started, used }: Row, now: number): boolean {
    return now - used <= this.limits.idle && now - started <= this.limits.longest;
  }

  private sweep(): void {
    const now = this.now();
    this.database
      .prepare('DELETE FROM session WHERE used < ? OR started < ?')
      .run(now - this.limits.idle, now - this.limits.longest);
    this.database.prepare('DELETE FROM begun WHERE at < ?').run(now - longestSignIn);
  }
}

function sessionOf({ reference, person, started, used, id_token: idToken }: Row): Session {
  return {
    reference,
    person: JSON.parse(person) as Person,
    started,
    used,
    ...(idToken !== null && { idToken }),
  };
}
