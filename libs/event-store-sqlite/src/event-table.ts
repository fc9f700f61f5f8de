import type Database from 'better-sqlite3';
import {
  CommandIdReused,
  CopyDisturbed,
  faultOf,
  isAsExpected,
  NotStorable,
  RecordDamaged,
  WrongExpectedRevision,
  type Appended,
  type HeldEvent,
  type JsonObject,
  type StorableAppend,
  type StorableEvent,
  type StoredEvent,
  type StreamName,
} from '#event-store';

import { Places } from './places.js';

/** How many events a page holds at most. */
export const pageSize = 500;

const columns = `position, stream, revision, id, type, version, recorded_at AS recordedAt, command_id AS commandId,
  envelope, data`;

interface EventRow extends StorableEvent {
  readonly position: number;
  readonly stream: StreamName;
  readonly revision: number;
  readonly recordedAt: string;
  readonly commandId: string;
}

interface CommandRow {
  readonly fingerprint: string;
  readonly first: number;
  readonly last: number;
}

/** The tables of a book through its prepared statements. Keeps nothing in memory, so nothing survives a rollback. */
export class EventTable {
  readonly places: Places;
  private readonly commandOf: Database.Statement<[StreamName, string], CommandRow>;
  private readonly streamsWith: Database.Statement<[string, string, string], StreamName>;
  private readonly revisionOf: Database.Statement<[StreamName], number | null>;
  private readonly idTaken: Database.Statement<[string], number>;
  private readonly lastRecordedAt: Database.Statement<[], string>;
  private readonly lastPlace: Database.Statement<[], number | null>;
  private readonly insertEvent: Database.Statement<[Omit<EventRow, 'position'>]>;
  private readonly insertCommand: Database.Statement<[StreamName, string, string, number, number]>;
  private readonly inStream: Database.Statement<[StreamName, number, number, number], EventRow>;
  private readonly inLog: Database.Statement<[number, number], EventRow>;
  private readonly insertHeld: Database.Statement<[EventRow]>;
  private readonly property: Database.Statement<[string], string>;
  private readonly setProperty: Database.Statement<[string, string]>;
  private readonly dropProperty: Database.Statement<[string]>;

  constructor(
    database: Database.Database,
    private readonly clock: () => string,
  ) {
    this.places = new Places(database);
    this.commandOf = database.prepare(
      `SELECT fingerprint, first_revision AS first, last_revision AS last
         FROM command WHERE stream = ? AND command_id = ?`,
    );
    this.streamsWith = database
      .prepare<[string, string, string], StreamName>(
        'SELECT stream FROM command WHERE command_id = ? AND stream > ? AND stream < ? ORDER BY stream',
      )
      .pluck();
    this.revisionOf = database
      .prepare<[StreamName], number | null>('SELECT max(revision) FROM event WHERE stream = ?')
      .pluck();
    this.idTaken = database.prepare<[string], number>('SELECT 1 FROM event WHERE id = ?').pluck();
    this.lastRecordedAt = database
      .prepare<[], string>('SELECT recorded_at FROM event ORDER BY position DESC LIMIT 1')
      .pluck();
    this.lastPlace = database.prepare<[], number | null>('SELECT max(position) FROM event').pluck();
    this.insertEvent = database.prepare(
      `INSERT INTO event (stream, revision, id, type, version, recorded_at, command_id, envelope, data)
       VALUES (@stream, @revision, @id, @type, @version, @recordedAt, @commandId, @envelope, @data)`,
    );
    this.insertCommand = database.prepare(
      `INSERT INTO command (stream, command_id, fingerprint, first_revision, last_revision) VALUES (?, ?, ?, ?, ?)`,
    );
    this.inStream = database.prepare(
      `SELECT ${columns} FROM event WHERE stream = ? AND revision BETWEEN ? AND ? ORDER BY revision LIMIT ?`,
    );
    this.inLog = database.prepare(
      `SELECT ${columns} FROM event WHERE position > ? ORDER BY position LIMIT ?`,
    );
    this.insertHeld = database.prepare(
      `INSERT INTO event (position, stream, revision, id, type, version, recorded_at, command_id, envelope, data)
       VALUES (@position, @stream, @revision, @id, @type, @version, @recordedAt, @commandId, @envelope, @data)`,
    );
    this.property = database.prepare<[string], string>('SELECT value FROM property WHERE name = ?').pluck();
    this.setProperty = database.prepare('INSERT OR REPLACE INTO property (name, value) VALUES (?, ?)');
    this.dropProperty = database.prepare('DELETE FROM property WHERE name = ?');
  }

  /** Writes an append, or finds that it was written before. Whoever calls provides the transaction. */
  record(append: StorableAppend): Appended {
    const { stream, commandId, fingerprint } = append;
    const earlier = this.commandOf.get(stream, commandId);
    if (earlier && earlier.fingerprint !== fingerprint) throw new CommandIdReused(stream, commandId);
    if (earlier) return this.resultOf(stream, earlier);
    const actual = this.revisionOf.get(stream) ?? undefined;
    if (!isAsExpected(append.expected, actual))
      throw new WrongExpectedRevision(stream, append.expected, actual);
    const first = actual === undefined ? 0 : actual + 1;
    const recordedAt = this.nextInstant();
    const events = append.events.map((event, index) =>
      this.write({ ...event, stream, revision: first + index, recordedAt, commandId }),
    );
    this.insertCommand.run(stream, commandId, fingerprint, first, first + events.length - 1);
    return appended(events, false);
  }

  /** The first result of a command, with its fingerprint, or undefined where it was never appended. */
  commandResult(
    stream: StreamName,
    commandId: string,
  ): { fingerprint: string; appended: Appended } | undefined {
    const row = this.commandOf.get(stream, commandId);
    return row && { fingerprint: row.fingerprint, appended: this.resultOf(stream, row) };
  }

  /** The streams of a programme in which a command id is taken. */
  streamsOfCommand(programme: string, commandId: string): readonly StreamName[] {
    // The sign after the slash that ends the name of a programme.
    return this.streamsWith.all(commandId, `${programme}/`, `${programme}0`);
  }

  /** At most a page of a stream, from a revision on. */
  streamPage(stream: StreamName, from: number): readonly StoredEvent[] {
    // Most streams that are asked about hold nothing new, and a maximum is found ten times as fast as an empty page.
    if ((this.revisionOf.get(stream) ?? -1) < from) return [];
    return this.inStream.all(stream, from, Number.MAX_SAFE_INTEGER, pageSize).map(this.stored);
  }

  /** At most a page of the log, after a place in it. */
  logPage(after: number, most = pageSize): readonly StoredEvent[] {
    return this.inLog.all(after, most).map(this.stored);
  }

  /** At most a page of what the log holds, byte for byte, after a place in it; and the place of the last. */
  heldPage(after: number): { readonly events: readonly HeldEvent[]; readonly last: number } {
    const rows = this.inLog.all(after, pageSize);
    const events = rows.map(({ position, ...row }) => ({
      ...row,
      position: this.places.positionAt(position),
      fingerprint: this.commandOf.get(row.stream, row.commandId)?.fingerprint ?? '',
    }));
    return { events, last: rows.at(-1)?.position ?? after };
  }

  /** Writes what another store holds, at the end of the log. Whoever calls provides the transaction. */
  takeOver(events: readonly HeldEvent[]): void {
    let next = (this.head() ?? 0) + 1;
    let first: HeldEvent | undefined;
    for (const [index, { position, fingerprint, ...event }] of events.entries()) {
      const { stream, commandId, revision } = event;
      if (revision !== (this.revisionOf.get(stream) ?? -1) + 1) throw new CopyDisturbed(stream);
      const place = this.places.placeForCopied(position, next);
      this.insertHeld.run({ ...event, position: place });
      next = place + 1;
      first ??= events[index];
      const following = events[index + 1];
      if (following?.stream === stream && following.commandId === commandId) continue;
      this.insertCommand.run(stream, commandId, fingerprint, (first as HeldEvent).revision, revision);
      first = undefined;
    }
  }

  /** Where a copy under way comes from. */
  get copying(): string | undefined {
    return this.property.get('copying');
  }

  set copying(from: string | undefined) {
    if (from === undefined) this.dropProperty.run('copying');
    else this.setProperty.run('copying', from);
  }

  /** The identity of the book; undefined in one that is older than identities. */
  get identity(): string | undefined {
    return this.property.get('identity');
  }

  set identity(identity: string) {
    this.setProperty.run('identity', identity);
  }

  /** The place of the last event in the log, or undefined where there is none. */
  head(): number | undefined {
    return this.lastPlace.get() ?? undefined;
  }

  private write(row: Omit<EventRow, 'position'>): StoredEvent {
    if (this.idTaken.get(row.id) !== undefined) throw NotStorable.idTaken(row.id);
    const { lastInsertRowid } = this.insertEvent.run(row);
    return this.stored({ ...row, position: Number(lastInsertRowid) });
  }

  private resultOf(stream: StreamName, command: CommandRow): Appended {
    return appended(this.inStream.all(stream, command.first, command.last, -1).map(this.stored), true);
  }

  /** Members in one order, wherever the row comes from: a first result is the same text each time it is asked for. */
  private readonly stored = (row: EventRow): StoredEvent => {
    const { id, type, version, stream, revision, position, recordedAt, commandId } = row;
    return {
      id,
      type,
      version,
      stream,
      revision,
      position: this.places.positionAt(position),
      recordedAt,
      commandId,
      envelope: this.read(row, 'envelope'),
      data: this.read(row, 'data'),
    };
  };

  private read(row: EventRow, part: 'envelope' | 'data'): JsonObject {
    try {
      return JSON.parse(row[part]) as JsonObject;
    } catch (error) {
      const named = { ...row, position: this.places.positionAt(row.position) };
      throw new RecordDamaged(
        faultOf(named, `cannot be read (${part}: ${error instanceof Error ? error.message : String(error)})`),
      );
    }
  }

  private nextInstant(): string {
    const now = this.clock();
    const last = this.lastRecordedAt.get();
    return last !== undefined && last > now ? last : now;
  }
}

function appended(events: readonly StoredEvent[], repeated: boolean): Appended {
  const { stream, revision, position } = events.at(-1)!;
  return { stream, revision, position, events, repeated };
}
