import Database from 'better-sqlite3';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { dayNumber } from '#calendar';
import type { Position, StoredEvent } from '#event-store';
import {
  parseStreamName,
  readBack,
  streamOfKind,
  type AnyPart,
  type AnyStream,
  type DomainEvent,
  type Envelope,
} from '#programme';
import type { Projection } from '#projector';
import { loggedOf } from '#recording';
import { isStrike, Timeline, type ChangedDays } from '#timeline';
import { searchWords } from './search-words.js';
import { afterDay, dayOfKey, shape, stillBelieved, tables, versionKey } from './tables.js';

interface Followed {
  readonly definition: AnyStream;
  readonly timeline: Timeline<AnyPart, DomainEvent>;
  entries: number;
}

/** How many entries of recently changed streams are kept folded; a late entry in another stream reads it again. */
const mostFoldedEntries = 300_000;

/**
 * The read model: for every thing, what it was from each day on and for whoever knew the log from which entry to
 * which. Folded by the domain's own `evolve`; rebuilt from the log at any time; never the only copy of anything.
 */
export class ReadModel implements Projection {
  private readonly followed = new Map<string, Followed>();
  private folded = 0;
  private seq: number;
  private position: Position | undefined;
  private readonly statements: ReturnType<typeof prepare>;

  private constructor(
    readonly file: string,
    readonly database: Database.Database,
  ) {
    this.statements = prepare(database);
    const checkpoint = database.prepare('SELECT position, seq FROM checkpoint').get() as
      { position: string; seq: number } | undefined;
    this.seq = checkpoint?.seq ?? 0;
    this.position = checkpoint?.position;
  }

  /** Opens a read model, or begins an empty one where there is none or its shape is another version's. */
  static open(file: string): ReadModel {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    let database = new Database(file);
    const found = database.pragma('user_version', { simple: true }) as number;
    if (found !== 0 && found !== shape) {
      database.close();
      for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
      database = new Database(file);
    }
    database.pragma('journal_mode = WAL');
    // What is lost with the power is read from the log again.
    database.pragma('synchronous = NORMAL');
    if (found !== shape) {
      database.exec(`BEGIN; ${tables} PRAGMA user_version = ${shape}; COMMIT;`);
    }
    return new ReadModel(file, database);
  }

  checkpoint(): Position | undefined {
    return this.position;
  }

  apply(events: readonly StoredEvent[]): void {
    if (events.length === 0) return;
    const before = { seq: this.seq, position: this.position };
    try {
      this.database.transaction(() => {
        for (const stored of events) this.take(stored);
        this.statements.saveCheckpoint.run(this.position, this.seq);
      })();
    } catch (error) {
      // The timelines may have moved further than the rows: forget them, the rows are read again when needed.
      Object.assign(this, before);
      this.followed.clear();
      this.folded = 0;
      throw error;
    }
  }

  close(): void {
    this.database.close();
  }

  private take(stored: StoredEvent): void {
    const named = parseStreamName(stored.stream);
    const definition = named && streamOfKind(named.kind);
    const event = readBack(stored);
    const logged = definition && loggedOf(definition, stored);
    const followed = definition && this.follow(stored.stream, definition, stored.revision);
    const seq = ++this.seq;
    this.position = stored.position;
    let changesFrom: string = event.effectiveOn;
    if (logged && isStrike(logged)) {
      const struck = followed?.timeline.inFoldOrder(logged.strikes) ?? [];
      changesFrom = struck[0]?.effectiveOn ?? changesFrom;
      for (const { id } of struck) this.statements.strike.run(seq, id);
    }
    this.statements.insertEntry.run({
      seq,
      position: stored.position,
      recordedAt: stored.recordedAt,
      programme: named?.programme ?? '',
      stream: stored.stream,
      revision: stored.revision,
      id: stored.id,
      type: stored.type,
      effectiveOn: event.effectiveOn,
      changesFrom,
      decision: event.decision ?? null,
      commandId: stored.commandId,
      causedBy: (stored.envelope as unknown as Envelope).causationId ?? null,
      stored: JSON.stringify(stored),
    });
    if (!logged || !followed || !named) return;
    const touched = isStrike(logged)
      ? logged.strikes.flatMap((id) => {
          const entry = followed.timeline.entry(id);
          return entry ? followed.definition.touches(entry.event) : [];
        })
      : followed.definition.touches(logged.event);
    const changed = followed.timeline.accept(logged);
    followed.entries += 1;
    this.folded += 1;
    for (const key of new Set(touched))
      this.statements.touch.run(this.thing(named.programme, key, stored.stream, seq), seq);
    for (const [key, days] of changed) this.rewrite(named.programme, key, stored.stream, seq, days, followed);
  }

  /** Closes the versions of a part on the changed days that are no longer believed, and opens those that now are. */
  private rewrite(
    programme: string,
    key: string,
    stream: string,
    seq: number,
    days: ChangedDays,
    followed: Followed,
  ): void {
    const thing = this.thing(programme, key, stream, seq);
    const from = dayNumber(days.from);
    const to = dayNumber(days.to);
    const believed = new Map<number, { key: bigint; part: string; known_from: bigint }>();
    for (const row of this.statements.believedOn.all(
      versionKey(thing, from),
      afterDay(thing, to),
      stillBelieved,
    ) as {
      key: bigint;
      part: string;
      known_from: bigint;
    }[]) {
      believed.set(dayOfKey(row.key), row);
    }
    for (const [day, part] of followed.timeline.valuesByDay(key, days)) {
      const number = dayNumber(day);
      const text = JSON.stringify(part);
      const row = believed.get(number);
      believed.delete(number);
      if (row?.part === text) continue;
      if (row) this.statements.closeVersion.run(seq, row.key);
      const last = this.statements.lastVersion.get(versionKey(thing, number), afterDay(thing, number)) as
        { key: bigint } | undefined;
      const version = last ? last.key + 1n : versionKey(thing, number);
      this.statements.openVersion.run(version, seq, stillBelieved, text);
      if (part.kind === 'decision') this.statements.indexText.run(version, searchWords(part));
    }
    for (const row of believed.values()) this.statements.closeVersion.run(seq, row.key);
  }

  private thing(programme: string, key: string, stream: string, seq: number): number {
    const slash = key.indexOf('/');
    const kind = key.slice(0, slash);
    const id = key.slice(slash + 1);
    const found = this.statements.findThing.get(programme, kind, id) as { number: number } | undefined;
    if (found) return found.number;
    return Number(this.statements.insertThing.run(programme, kind, id, stream, seq).lastInsertRowid);
  }

  /** The stream's timeline up to but not including a revision. */
  private follow(stream: string, definition: AnyStream, revision: number): Followed {
    const known = this.followed.get(stream);
    if (known) {
      this.followed.delete(stream);
      this.followed.set(stream, known);
      return known;
    }
    // The rules are the recorder's to ask; here what is on the record is folded as it stands.
    const rules = {
      evolve: definition.evolve.bind(definition),
      touches: definition.touches.bind(definition),
      permits: () => undefined,
    };
    const timeline = new Timeline<AnyPart, DomainEvent>(rules);
    if (revision > 0) {
      for (const { stored } of this.statements.readStream.iterate(stream, revision) as Iterable<{
        stored: string;
      }>) {
        const logged = loggedOf(definition, JSON.parse(stored) as StoredEvent);
        if (logged) timeline.accept(logged);
      }
    }
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

function prepare(database: Database.Database) {
  return {
    saveCheckpoint: database.prepare(
      'INSERT INTO checkpoint (one, position, seq) VALUES (1, ?, ?) ON CONFLICT (one) DO UPDATE SET position = excluded.position, seq = excluded.seq',
    ),
    insertEntry: database.prepare(
      `INSERT INTO entry (seq, position, recorded_at, programme, stream, revision, id, type, effective_on, changes_from, decision, command_id, caused_by, stored)
       VALUES (@seq, @position, @recordedAt, @programme, @stream, @revision, @id, @type, @effectiveOn, @changesFrom, @decision, @commandId, @causedBy, @stored)`,
    ),
    strike: database.prepare('UPDATE entry SET struck_seq = ? WHERE id = ? AND struck_seq IS NULL'),
    readStream: database.prepare(
      'SELECT stored FROM entry WHERE stream = ? AND revision < ? ORDER BY revision',
    ),
    findThing: database.prepare('SELECT number FROM thing WHERE programme = ? AND kind = ? AND id = ?'),
    insertThing: database.prepare(
      'INSERT INTO thing (programme, kind, id, stream, first_seq) VALUES (?, ?, ?, ?, ?)',
    ),
    touch: database.prepare('INSERT OR IGNORE INTO touch (thing, seq) VALUES (?, ?)'),
    believedOn: database
      .prepare('SELECT key, part, known_from FROM version WHERE key >= ? AND key < ? AND known_to = ?')
      .safeIntegers(),
    lastVersion: database
      .prepare('SELECT key FROM version WHERE key >= ? AND key < ? ORDER BY key DESC LIMIT 1')
      .safeIntegers(),
    closeVersion: database.prepare('UPDATE version SET known_to = ? WHERE key = ?'),
    openVersion: database.prepare(
      'INSERT INTO version (key, known_from, known_to, part) VALUES (?, ?, ?, ?)',
    ),
    indexText: database.prepare('INSERT INTO decision_text (rowid, words) VALUES (?, ?)'),
  };
}
