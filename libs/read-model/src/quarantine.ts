import type Database from 'better-sqlite3';
import type { StoredEvent } from '#event-store';
import type { QuarantinedStream } from '#projector';

/** An entry that is held back: its number in the log and its revision in its stream. */
export interface HeldEntry {
  readonly seq: number;
  readonly revision: number;
}

/**
 * The streams set aside, and what of them is held back. It is in the file of the rows and is written in their
 * transaction: whatever ends the process, an entry is in the one or in the other.
 */
export class Quarantine {
  private readonly statements: ReturnType<typeof prepare>;
  private streams: ReadonlySet<string>;

  /** @param clock the time now, RFC 3339 UTC with milliseconds */
  constructor(
    database: Database.Database,
    private readonly clock: () => string,
  ) {
    this.statements = prepare(database);
    this.streams = this.recalled();
  }

  holds(stream: string): boolean {
    return this.streams.has(stream);
  }

  /** Holds an entry back with the stream that is set aside already. */
  hold({ stream, revision, position, recordedAt }: StoredEvent, seq: number): void {
    this.statements.hold.run(seq, stream, revision, position, recordedAt);
  }

  /** Sets a stream aside from an entry on. */
  setAside(stored: StoredEvent, seq: number, error: unknown): void {
    const { stream, id, type } = stored;
    this.statements.setAside.run(stream, id, type, inWords(error), this.clock());
    this.hold(stored, seq);
    this.streams = new Set([...this.streams, stream]);
  }

  /** What is held back of a stream, in order. */
  heldOf(stream: string): readonly HeldEntry[] {
    return this.statements.heldOf.all(stream);
  }

  /** Lets go of a stream and of everything held back of it. */
  release(stream: string): void {
    this.statements.letGo.run(stream);
    this.statements.release.run(stream);
    this.streams = this.recalled();
  }

  /** Every stream set aside, by name. */
  list(): readonly QuarantinedStream[] {
    if (this.streams.size === 0) return [];
    return this.statements.list.all().map(({ id, type, recorded_at, ...told }) => ({
      ...told,
      entry: { id, type },
      recordedAt: recorded_at,
    }));
  }

  /** Reads again which streams are set aside, after a transaction that was not committed. */
  recall(): void {
    this.streams = this.recalled();
  }

  private recalled(): ReadonlySet<string> {
    return new Set(this.statements.streams.all());
  }
}

type Listed = Omit<QuarantinedStream, 'entry' | 'recordedAt'> & {
  readonly id: string;
  readonly type: string;
  readonly recorded_at: string;
};

const inWords = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function prepare(database: Database.Database) {
  return {
    streams: database.prepare<[], string>('SELECT stream FROM quarantine').pluck(),
    setAside: database.prepare(
      'INSERT INTO quarantine (stream, id, type, error, since) VALUES (?, ?, ?, ?, ?)',
    ),
    hold: database.prepare(
      'INSERT INTO held (seq, stream, revision, position, recorded_at) VALUES (?, ?, ?, ?, ?)',
    ),
    heldOf: database.prepare<[string], HeldEntry>(
      'SELECT seq, revision FROM held WHERE stream = ? ORDER BY seq',
    ),
    letGo: database.prepare('DELETE FROM held WHERE stream = ?'),
    release: database.prepare('DELETE FROM quarantine WHERE stream = ?'),
    list: database.prepare<[], Listed>(
      `SELECT stream, id, type, error, since, position, recorded_at,
         (SELECT count(*) FROM held WHERE held.stream = quarantine.stream) AS waiting
       FROM quarantine JOIN held USING (stream)
       WHERE seq = (SELECT min(seq) FROM held WHERE held.stream = quarantine.stream) ORDER BY stream`,
    ),
  };
}
