import Database from 'better-sqlite3';
import { closeSync, fsyncSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { dayNumber, isCivilDate, londonDate, type CivilDate, type Instant } from '#calendar';
import { bookStream, checkpointAt, type Position, type Checkpoint, type StoredEvent } from '#event-store';
import {
  parseStreamName,
  readBack,
  streamOfKind,
  type AnyPart,
  type AnyStream,
  type DomainEvent,
  envelopeOf,
} from '#programme';
import type { Projection, QuarantinedStream } from '#projector';
import { loggedOf, UnreadableEntry } from '#recording';
import { isStrike, Timeline, type ChangedDays, type Logged } from '#timeline';
import { BelievedParts } from './believed-parts.js';
import { FollowedStreams } from './followed-streams.js';
import { Quarantine } from './quarantine.js';
import { isFaultOfTheFile, prepare } from './writing-in-sql.js';
import { shape, tables } from './tables.js';

export interface ReadModelOptions {
  /** True while a new file is filled beside the live one: fast, and worth nothing until it is closed. */
  readonly filling?: boolean;
  /** The programmes it holds; all of them where left out. It moves on past the entries of others. */
  readonly programmes?: readonly string[] | undefined;
  /** The identity of the book that it is filled from, for a new one. */
  readonly book?: string | undefined;
  /** How many later entries of a stream that is not kept folded are read for one change; with more of them it is kept. */
  readonly longestEnd?: number;
  /** The time now, RFC 3339 UTC with milliseconds; the computer's own when left out. */
  readonly clock?: () => string;
}

/**
 * The read model: for every thing, what it was from each day on and for whoever knew the log from which entry to
 * which. Folded by the domain's own `evolve`; rebuilt from the log at any time; never the only copy of anything.
 */
export class ReadModel implements Projection {
  private readonly streams: FollowedStreams;
  private readonly parts: BelievedParts;
  private seq: number;
  /** The last entry that was read; undefined before the first. */
  standing: Checkpoint | undefined;
  /** The identity of the book that it was filled from; empty where none was named. */
  readonly book: string;
  private readonly statements: ReturnType<typeof prepare>;
  private readonly quarantine: Quarantine;

  private constructor(
    readonly file: string,
    readonly database: Database.Database,
    private readonly options: ReadModelOptions,
  ) {
    this.statements = prepare(database);
    this.parts = new BelievedParts(this.statements);
    this.streams = new FollowedStreams(this.statements, this.parts, options.longestEnd);
    this.quarantine = new Quarantine(database, options.clock ?? (() => new Date().toISOString()));
    this.book = database.prepare<[], string>('SELECT identity FROM book').pluck().get() ?? '';
    const checkpoint = database
      .prepare<[], Checkpoint & { seq: number }>('SELECT position, seq, stream, revision, id FROM checkpoint')
      .get();
    this.seq = checkpoint?.seq ?? 0;
    if (checkpoint) {
      const { seq: _read, ...standing } = checkpoint;
      this.standing = standing;
    }
  }

  /** Opens a read model, or begins an empty one where there is none or its shape is another version's. */
  static open(file: string, options: ReadModelOptions = {}): ReadModel {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    let database = new Database(file);
    const found = database.pragma('user_version', { simple: true }) as number;
    if (found !== 0 && found !== shape) {
      database.close();
      for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
      database = new Database(file);
    }
    if (options.filling) {
      // Nobody reads it yet and it is thrown away if anything happens: what undoes a batch stays in memory.
      database.pragma('journal_mode = MEMORY');
      database.pragma('synchronous = OFF');
      database.pragma('cache_size = -131072');
    } else {
      database.pragma('journal_mode = WAL');
      // What is lost with the power is read from the log again.
      database.pragma('synchronous = NORMAL');
      database.pragma('mmap_size = 1073741824');
    }
    if (found !== shape) {
      database.transaction(() => {
        database.exec(`${tables} PRAGMA user_version = ${shape};`);
        database.prepare('INSERT INTO book (one, identity) VALUES (1, ?)').run(options.book ?? '');
      })();
    }
    return new ReadModel(file, database, options);
  }

  checkpoint(): Position | undefined {
    return this.standing?.position;
  }

  /**
   * Applies events that follow the checkpoint, in one transaction with it. A stream whose event cannot be taken in is set
   * aside with it and all that follows; every other stream goes on.
   *
   * @throws Error the file cannot be written: nothing of it is applied
   */
  apply(events: readonly StoredEvent[]): void {
    if (events.length === 0) return;
    try {
      this.inOneTransaction(() => {
        for (const stored of events) if (this.isFollowed(stored)) this.takeNext(stored);
        this.standing = checkpointAt(events.at(-1) as StoredEvent);
      });
    } catch (error) {
      if (isFaultOfTheFile(error)) throw error;
      // Once more, each by itself: what belongs to a poisoned entry is then undone without the rest.
      this.inOneTransaction(() => {
        for (const stored of events) if (this.isFollowed(stored)) this.takeOrSetAside(stored);
        this.standing = checkpointAt(events.at(-1) as StoredEvent);
      });
    }
  }

  /**
   * Takes in again what is held back of a stream, from the log, as far as it goes; from the first entry that cannot be taken
   * in on, it is set aside again with the new reason.
   *
   * @param events what the log holds of the stream, from the first entry held back on
   * @returns the entries taken in; undefined where more is held back than was read, and nothing was done
   */
  requeue(stream: string, events: readonly StoredEvent[]): readonly StoredEvent[] | undefined {
    const byRevision = new Map(events.map((stored) => [stored.revision, stored]));
    const waiting = this.quarantine
      .heldOf(stream)
      .map(({ seq, revision }) => [seq, byRevision.get(revision)] as const);
    if (waiting.some(([, stored]) => stored === undefined)) return undefined;
    const taken: StoredEvent[] = [];
    this.inOneTransaction(() => {
      this.quarantine.release(stream);
      for (const [seq, stored] of waiting as (readonly [number, StoredEvent])[])
        if (this.takeAtOrSetAside(stored, seq)) taken.push(stored);
    });
    return taken;
  }

  /** The streams set aside: what of them is held back is in no answer. */
  get quarantined(): readonly QuarantinedStream[] {
    return this.quarantine.list();
  }

  /** How many entries of the log are read, those held back among them. */
  get entries(): number {
    return this.seq;
  }

  close(): void {
    this.database.close();
    if (!this.options.filling || this.file === ':memory:') return;
    // Before it takes the place of another it must be on the disk.
    const written = openSync(this.file, 'r+');
    fsyncSync(written);
    closeSync(written);
  }

  /** Does work and saves the checkpoint, all or nothing. */
  private inOneTransaction(work: () => void): void {
    const before = { seq: this.seq, standing: this.standing };
    try {
      this.database.transaction(() => {
        work();
        if (this.standing) this.statements.saveCheckpoint.run({ ...this.standing, seq: this.seq });
      })();
    } catch (error) {
      Object.assign(this, before);
      this.forgetEverything();
      throw error;
    }
  }

  /** The timelines may have moved further than the rows: the rows are read again when needed. */
  private forgetEverything(): void {
    this.streams.forget();
    this.parts.forget();
    this.quarantine.recall();
  }

  private isFollowed({ stream }: StoredEvent): boolean {
    // What is recorded of the book itself is of no programme.
    if (stream === bookStream) return false;
    const { programmes } = this.options;
    return programmes === undefined || programmes.includes(parseStreamName(stream)?.programme ?? '');
  }

  private takeNext(stored: StoredEvent): void {
    const seq = ++this.seq;
    this.standing = checkpointAt(stored);
    if (this.quarantine.holds(stored.stream)) this.quarantine.hold(stored, seq);
    else this.take(stored, seq);
  }

  private takeOrSetAside(stored: StoredEvent): void {
    const seq = ++this.seq;
    this.standing = checkpointAt(stored);
    this.takeAtOrSetAside(stored, seq);
  }

  /** Whether an entry was taken in, and not held back. Within a transaction. */
  private takeAtOrSetAside(stored: StoredEvent, seq: number): boolean {
    if (this.quarantine.holds(stored.stream)) {
      this.quarantine.hold(stored, seq);
      return false;
    }
    try {
      this.database.transaction(() => this.take(stored, seq))();
      return true;
    } catch (error) {
      if (isFaultOfTheFile(error)) throw error;
      this.forgetEverything();
      this.quarantine.setAside(stored, seq, error);
      return false;
    }
  }

  private take(stored: StoredEvent, seq: number): void {
    const named = parseStreamName(stored.stream);
    const definition = named && streamOfKind(named.kind);
    if (!definition)
      throw new UnreadableEntry(
        stored.stream,
        stored.id,
        'no stream of this kind is known: upgrade Minutebook',
      );
    const event = readBack(stored);
    if (!isCivilDate(event.effectiveOn))
      throw new UnreadableEntry(stored.stream, stored.id, 'it does not say from which day it holds');
    const envelope = envelopeOf(stored);
    const logged = loggedOf(definition, stored);
    const followed = this.streams.follow(stored, definition, logged);
    let changesFrom: string = event.effectiveOn;
    if (isStrike(logged)) {
      const struck = followed.timeline.inFoldOrder(logged.strikes);
      changesFrom = struck[0]?.effectiveOn ?? changesFrom;
      for (const { id } of struck) this.statements.strike.run(seq, id);
    }
    this.statements.insertEntry.run({
      seq,
      position: stored.position,
      recordedAt: stored.recordedAt,
      programme: named.programme,
      stream: stored.stream,
      revision: stored.revision,
      id: stored.id,
      type: stored.type,
      effectiveOn: event.effectiveOn,
      changesFrom,
      decision: event.decision ?? null,
      commandId: stored.commandId,
      causedBy: envelope.causationId ?? null,
      exception: event.exception?.rule ?? null,
      basedOn: envelope.basedOn ?? null,
      stored: JSON.stringify(stored),
    });
    this.streams.takenIn(stored.stream, event.effectiveOn);
    const about = daysAbout(followed.definition, followed.timeline, logged);
    const changed = followed.timeline.accept(logged);
    for (const key of new Set([...about.keys(), ...changed.keys()])) {
      const thing = this.parts.numberOf(named.programme, key, stored.stream, seq);
      const from = about.get(key) ?? (changed.get(key) as ChangedDays).from;
      this.statements.touch.run(thing, seq, about.has(key) ? 1 : 0, dayNumber(from));
    }
    const today = dayNumber(londonDate(stored.recordedAt as Instant));
    for (const [key, days] of changed) {
      const thing = this.parts.numberOf(named.programme, key, stored.stream, seq);
      this.parts.rewrite(thing, { seq, today, days }, followed.timeline.valuesByDay(key, days));
    }
  }
}

/** What an entry is about, and from which day; of a strike what the struck entries were about, from the first of them on. */
function daysAbout(
  definition: AnyStream,
  timeline: Timeline<AnyPart, DomainEvent>,
  logged: Logged<DomainEvent>,
): ReadonlyMap<string, CivilDate> {
  const entries = isStrike(logged) ? timeline.inFoldOrder(logged.strikes) : [logged];
  const days = new Map<string, CivilDate>();
  for (const { event, effectiveOn } of entries) {
    for (const key of definition.touches(event)) if (!days.has(key)) days.set(key, effectiveOn);
  }
  return days;
}
