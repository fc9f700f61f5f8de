import Database from 'better-sqlite3';
import { closeSync, fsyncSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  dayNumber,
  earliestDate,
  fromDayNumber,
  isCivilDate,
  latestDate,
  londonDate,
  type CivilDate,
  type Instant,
} from '#calendar';
import { bookStream, standingAt, type Position, type Standing, type StoredEvent } from '#event-store';
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
import { Quarantine } from './quarantine.js';
import { isFaultOfTheFile, prepare } from './writing-in-sql.js';
import { searchWords } from './search-words.js';
import { afterDay, dayOfKey, shape, stillBelieved, tables, versionKey } from './tables.js';

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

/** A part as the last day on which it changed left it. */
interface Latest {
  readonly day: number;
  readonly part: AnyPart;
}

interface Followed {
  readonly definition: AnyStream;
  /** The whole stream where it is kept, else its end from the day of the entry at hand. */
  readonly timeline: Timeline<AnyPart, DomainEvent>;
  entries: number;
}

/** How many entries of recently changed streams are kept folded; a late entry in another stream reads it again. */
const mostFoldedEntries = 300_000;
const defaultLongestEnd = 100;
/** How many numbers of things, and last days of streams, are remembered. */
const mostRemembered = 200_000;
/** How many parts are remembered as they were left. */
const mostLatest = 50_000;

/**
 * The read model: for every thing, what it was from each day on and for whoever knew the log from which entry to
 * which. Folded by the domain's own `evolve`; rebuilt from the log at any time; never the only copy of anything.
 */
export class ReadModel implements Projection {
  private readonly followed = new Map<string, Followed>();
  private folded = 0;
  private readonly numbers = new Map<string, number>();
  /** The last day from which any entry of a stream holds. */
  private readonly lastDays = new Map<string, CivilDate>();
  private readonly latest = new Map<number, Latest>();
  private seq: number;
  /** The last entry that was read; undefined before the first. */
  standing: Standing | undefined;
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
    this.quarantine = new Quarantine(database, options.clock ?? (() => new Date().toISOString()));
    this.book = database.prepare<[], string>('SELECT identity FROM book').pluck().get() ?? '';
    const checkpoint = database
      .prepare<[], Standing & { seq: number }>('SELECT position, seq, stream, revision, id FROM checkpoint')
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
        this.standing = standingAt(events.at(-1) as StoredEvent);
      });
    } catch (error) {
      if (isFaultOfTheFile(error)) throw error;
      // Once more, each by itself: what belongs to a poisoned entry is then undone without the rest.
      this.inOneTransaction(() => {
        for (const stored of events) if (this.isFollowed(stored)) this.takeOrSetAside(stored);
        this.standing = standingAt(events.at(-1) as StoredEvent);
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
    this.followed.clear();
    this.folded = 0;
    this.numbers.clear();
    this.lastDays.clear();
    this.latest.clear();
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
    this.standing = standingAt(stored);
    if (this.quarantine.holds(stored.stream)) this.quarantine.hold(stored, seq);
    else this.take(stored, seq);
  }

  private takeOrSetAside(stored: StoredEvent): void {
    const seq = ++this.seq;
    this.standing = standingAt(stored);
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
    const followed = this.follow(stored, definition, logged);
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
    this.reaches(stored.stream, event.effectiveOn);
    const about = daysAbout(followed.definition, followed.timeline, logged);
    const changed = followed.timeline.accept(logged);
    if (this.followed.has(stored.stream)) {
      followed.entries += 1;
      this.folded += 1;
    }
    for (const key of new Set([...about.keys(), ...changed.keys()])) {
      const thing = this.thing(named.programme, key, stored.stream, seq);
      const from = about.get(key) ?? (changed.get(key) as ChangedDays).from;
      this.statements.touch.run(thing, seq, about.has(key) ? 1 : 0, dayNumber(from));
    }
    const today = dayNumber(londonDate(stored.recordedAt as Instant));
    for (const [key, days] of changed)
      this.rewrite(this.thing(named.programme, key, stored.stream, seq), key, { seq, today, days }, followed);
  }

  /** Closes the versions of a part on the changed days that are no longer believed, and opens those that now are. */
  private rewrite(
    thing: number,
    key: string,
    { seq, today, days }: { readonly seq: number; readonly today: number; readonly days: ChangedDays },
    followed: Followed,
  ): void {
    const from = dayNumber(days.from);
    const to = dayNumber(days.to);
    const believed = new Map(
      this.statements.believedOn
        .all(versionKey(thing, from), afterDay(thing, to), stillBelieved)
        .map((row) => [dayOfKey(row.key), row] as const),
    );
    const values = followed.timeline.valuesByDay(key, days);
    for (const [day, part] of values) {
      const number = dayNumber(day);
      const text = JSON.stringify(part);
      const row = believed.get(number);
      believed.delete(number);
      if (row?.part === text) continue;
      if (row) this.statements.closeVersion.run(seq, row.key);
      const last = this.statements.lastVersion.get(versionKey(thing, number), afterDay(thing, number));
      const version = last === undefined ? versionKey(thing, number) : last + 1n;
      this.statements.openVersion.run(version, seq, stillBelieved, number > today ? 1 : 0, text);
      if (part.kind === 'decision') this.statements.indexText.run(version, searchWords(part));
    }
    for (const row of believed.values()) this.statements.closeVersion.run(seq, row.key);
    this.remember(thing, days, values.at(-1));
  }

  /** What a part is from its last day on, where a change that reaches so far has just said it. */
  private remember(
    thing: number,
    days: ChangedDays,
    last: readonly [day: CivilDate, part: AnyPart] | undefined,
  ): void {
    this.latest.delete(thing);
    if (!last || days.to !== latestDate) return;
    if (this.latest.size >= mostLatest) this.latest.clear();
    this.latest.set(thing, { day: dayNumber(last[0]), part: last[1] });
  }

  private thing(programme: string, key: string, stream: string, seq: number): number {
    const found = this.findThing(programme, key);
    if (found !== undefined) return found;
    const [kind, id] = kindAndId(key);
    return Number(this.statements.insertThing.run(programme, kind, id, stream, seq).lastInsertRowid);
  }

  private findThing(programme: string, key: string): number | undefined {
    const name = `${programme}/${key}`;
    const remembered = this.numbers.get(name);
    if (remembered !== undefined) return remembered;
    const [kind, id] = kindAndId(key);
    const found = this.statements.findThing.get(programme, kind, id);
    if (found === undefined) return undefined;
    if (this.numbers.size >= mostRemembered) this.numbers.clear();
    this.numbers.set(name, found);
    return found;
  }

  /** What an entry is folded into: its stream where that is kept, else as much of the stream's end as it can change. */
  private follow(stored: StoredEvent, definition: AnyStream, logged: Logged<DomainEvent>): Followed {
    const { stream, revision } = stored;
    const known = this.followed.get(stream);
    if (known) {
      this.followed.delete(stream);
      this.followed.set(stream, known);
      return known;
    }
    return this.endOf(stored, definition, logged) ?? this.keep(stream, definition, revision);
  }

  /** The end of a stream from the day of an entry on, or undefined where that is too long to read for each entry. */
  private endOf(
    { stream }: StoredEvent,
    definition: AnyStream,
    logged: Logged<DomainEvent>,
  ): Followed | undefined {
    const days = isStrike(logged)
      ? logged.strikes.flatMap((id) => this.statements.dayOfEntry.get(id) ?? []).sort()
      : [logged.effectiveOn];
    const [day] = days;
    if (day === undefined) return undefined;
    // An entry comes last in its day, unless it takes the place of another or removes one.
    const before = isStrike(logged) || logged.replaces !== undefined ? dayNumber(day) - 1 : dayNumber(day);
    if (before < dayNumber(earliestDate)) return undefined;
    const programme = parseStreamName(stream)?.programme ?? '';
    const { longestEnd = defaultLongestEnd } = this.options;
    const isInOrder = dayNumber(this.lastDayOf(stream)) <= before;
    const read = isInOrder
      ? []
      : this.statements.endOfStream.all(stream, fromDayNumber(before), longestEnd + 1);
    if (read.length > longestEnd) return undefined;
    const struck = read.length > 0 ? this.statements.strikesIn.all(stream, longestEnd + 1) : [];
    if (struck.length > longestEnd) return undefined;
    const begins = new Map<string, AnyPart | undefined>();
    const timeline = new Timeline<AnyPart, DomainEvent>(rulesOf(definition), {
      get: (key) => {
        if (!begins.has(key)) begins.set(key, this.partOn(programme, key, before));
        return begins.get(key);
      },
    });
    for (const { stored } of [...read, ...struck]) {
      const entry = loggedOf(definition, JSON.parse(stored) as StoredEvent);
      timeline.accept(entry);
    }
    return { definition, timeline, entries: 0 };
  }

  /** A part as it stands on a day, by all that is known. */
  private partOn(programme: string, key: string, day: number): AnyPart | undefined {
    const thing = this.findThing(programme, key);
    if (thing === undefined) return undefined;
    const latest = this.latest.get(thing);
    if (latest && latest.day <= day) return latest.part;
    const part = this.statements.believedBy.get(versionKey(thing, 0), afterDay(thing, day), stillBelieved);
    return part === undefined ? undefined : (JSON.parse(part) as AnyPart);
  }

  private lastDayOf(stream: string): CivilDate {
    return this.lastDays.get(stream) ?? this.statements.lastDay.get(stream) ?? earliestDate;
  }

  /** Remembers how far a stream reaches, once an entry is in it. */
  private reaches(stream: string, day: CivilDate): void {
    const last = this.lastDayOf(stream);
    if (this.lastDays.size >= mostRemembered) this.lastDays.clear();
    this.lastDays.set(stream, day > last ? day : last);
  }

  /** Folds a whole stream up to but not including a revision, and keeps it. */
  private keep(stream: string, definition: AnyStream, revision: number): Followed {
    const timeline = new Timeline<AnyPart, DomainEvent>(rulesOf(definition));
    if (revision > 0)
      for (const { stored } of this.statements.readStream.iterate(stream, revision))
        timeline.accept(loggedOf(definition, JSON.parse(stored) as StoredEvent));
    const followed = { definition, timeline, entries: revision };
    this.followed.set(stream, followed);
    this.folded += revision;
    for (const [name, other] of this.followed) {
      if (this.folded <= mostFoldedEntries || name === stream) break;
      this.followed.delete(name);
      this.folded -= other.entries;
    }
    return followed;
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

/** The rules are the recorder's to ask; here what is on the record is folded as it stands. */
const rulesOf = (definition: AnyStream) => ({
  evolve: definition.evolve.bind(definition),
  touches: definition.touches.bind(definition),
  ...(definition.alsoTouches && { alsoTouches: definition.alsoTouches.bind(definition) }),
  permits: () => undefined,
});

function kindAndId(key: string): readonly [kind: string, id: string] {
  const slash = key.indexOf('/');
  return [key.slice(0, slash), key.slice(slash + 1)];
}
