import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { EventEmitter } from 'node:events';
import {
  bookStream,
  foreignTo,
  checkpointAt,
  type EventStore,
  type Foreign,
  type Note,
  type Position,
  type Checkpoint,
  type StoredEvent,
} from '#event-store';
import { EsdbEventStore } from '#event-store-esdb';
import { holdFile, SqliteEventStore } from '#event-store-sqlite';
import { CannotApply, Projector, type QuarantinedStream } from '#projector';
import { parseStreamName } from '#programme';
import type { Reader } from '#read-model';
import { Recorder, type RecordingOutcome, type TakenIds } from '#recording';
import { restoredIn, type RestoredRecord } from './accept-restored.js';
import type { BookOptions } from './book-options.js';
import { Marks } from './marks.js';
import { bookFile, openStore } from './open-store.js';
import { RecordCheck } from './record-check.js';
import { viewsFile } from './views-file.js';
import { clockWords, WatchedClock } from './record-clock.js';
import { Views, type RebuildProgress } from './views.js';

/** The book is the half of a copy: what is recorded in it now would keep the other half out. */
export class CopyUnfinished extends Error {
  override readonly name = 'CopyUnfinished';

  constructor(from: string) {
    super(
      `The copy from ${from} into this book has not ended: run the same copy again, and open the book then.`,
    );
  }
}

/** How long a view waits for what was just recorded, in milliseconds. */
const longestWait = 5_000;

/** A book open for work: the event store, the recorder, the read model that follows it. Where everything is put together. */
export class Book {
  readonly recorder: Recorder;
  readonly projector: Projector;
  /** Emits `recorded` with each page of events once the views show it. */
  readonly recorded = new EventEmitter<{ recorded: [readonly StoredEvent[]] }>();
  private otherBook: string | undefined;
  private readonly now: () => string;
  private readonly clock: WatchedClock;
  private readonly warn: (words: string) => void;
  private last: StoredEvent | undefined;
  /** What was on the record at the opening, or was recorded here since: an answer shows it. */
  private acknowledged: Position | undefined;

  /** The folder that holds the book's files. */
  readonly folder: string;
  /** The programmes whose views are kept here; undefined where all are. */
  readonly programmes: readonly string[] | undefined;

  /** How far the record has been read through since it was opened. */
  readonly recordCheck: RecordCheck;

  private constructor(
    private readonly record: EsdbEventStore | SqliteEventStore,
    /** Which book it is: the views and whatever else was made from its record carry it. */
    readonly identity: string,
    readonly demonstration: string | undefined,
    private readonly views: Views,
    private readonly marks: Marks,
    private readonly hold: { release(): void } | undefined,
    { folder, programmes, duties, clock, warn }: BookOptions,
  ) {
    this.now = clock ?? (() => new Date().toISOString());
    this.clock = new WatchedClock(this.now());
    this.warn = warn ?? (() => undefined);
    this.recordCheck = new RecordCheck(record);
    this.folder = folder;
    this.programmes = programmes;
    this.recorder = new Recorder(record, { duties, taken: takenIds(() => views.reader) });
    this.projector = new Projector(
      record,
      () => views.model,
      (events) => this.tell(events),
    );
  }

  /**
   * Opens the book in a folder and brings its views up to date.
   *
   * @throws StoreInUse the book is open already, in this process or another
   * @throws BookRefused the file is not a book, or not the demonstration asked for
   * @throws CopyUnfinished the book is being copied, or its copy was interrupted
   * @throws RecordDamaged the record is not whole, or its end cannot be read: as far as that is seen without reading it all
   * @throws RecordShorter the record lacks what was acknowledged in this folder
   * @throws MarksUnreadable
   * @throws CannotApply the views cannot go on from where they are; nothing stays open
   */
  static async open(options: BookOptions, progress?: (position: Position) => void): Promise<Book> {
    const { book, caughtUp } = await Book.joining(options, progress);
    try {
      await caughtUp;
      return book;
    } catch (error) {
      if (options.toRebuild && error instanceof CannotApply) return book;
      await book.close();
      throw error;
    }
  }

  /**
   * Opens the book in a folder while its views are still catching up with what is on the record: whoever asks meanwhile
   * waits for that, or is told how far they are.
   *
   * @returns the book, and when its views show everything that was on the record at the opening: as `open` says, it throws
   * @throws StoreInUse, BookRefused, CopyUnfinished, RecordDamaged, RecordShorter, MarksUnreadable as `open` does; nothing stays open
   */
  static async joining(
    options: BookOptions,
    progress?: (position: Position) => void,
  ): Promise<{ readonly book: Book; readonly caughtUp: Promise<void> }> {
    mkdirSync(options.folder, { recursive: true });
    // The views of a record that is elsewhere are one process's too; a file of the record is held by its store.
    const hold = options.eventStore && holdFile(join(options.folder, 'in-use.sqlite'));
    let store: EsdbEventStore | SqliteEventStore | undefined;
    try {
      const marks = Marks.read(options.folder);
      if (!options.eventStore) marks.refuseWithoutFile(join(options.folder, bookFile));
      store = openStore(options);
      const from = await store.copyUnderWay();
      if (from !== undefined) throw new CopyUnfinished(from);
      await store.checkAtStart();
      const shorter = await marks.missingFrom(store);
      if (shorter) throw shorter;
      const identity = await store.identity();
      const views = Views.open(viewsFile(options), { book: identity, programmes: options.programmes });
      await views.belongTo(store);
      const book = new Book(store, identity, demonstrationOf(store, options), views, marks, hold, options);
      book.sayWhoseFolder();
      for await (const page of store.readStream(bookStream))
        book.restored = [...book.restored, ...page.map(restoredIn)];
      book.last = await store.last();
      book.acknowledged = book.last?.position;
      const caughtUp = book.projector.start(progress);
      caughtUp.catch(() => undefined);
      return { book, caughtUp };
    } catch (error) {
      await store?.close();
      hold?.release();
      throw error;
    }
  }

  /** Whether a folder holds a book. */
  static isIn(folder: string): boolean {
    return existsSync(join(folder, bookFile));
  }

  /** The record, as the port has it. */
  get store(): EventStore {
    return this.record;
  }

  /** Why something that was made from a record does not belong to this one; undefined where it does. */
  foreign(made: {
    readonly book: string;
    readonly at: Checkpoint | undefined;
  }): Promise<Foreign | undefined> {
    return foreignTo(this.record, made);
  }

  get reader(): Reader {
    return this.views.reader;
  }

  /** At each entry: nobody need ask for health while the clock is back, and what is recorded then bears another instant. */
  private lookAtClock(): void {
    const words = this.clock.steppedBack(this.now());
    if (words !== undefined) this.warn(words);
  }

  private tell(events: readonly StoredEvent[]): void {
    this.lookAtClock();
    const last = events.at(-1) as StoredEvent;
    this.marks.reached(this.identity, checkpointAt(last));
    if (this.last === undefined || last.position > this.last.position) this.last = last;
    const shown = events.filter(({ stream }) => this.follows(parseStreamName(stream)?.programme ?? ''));
    if (shown.length > 0) this.recorded.emit('recorded', shown);
  }

  /** A note that every server of this book shares, or undefined where one process at a time has the book open. */
  note(name: string): Note | undefined {
    return this.record instanceof EsdbEventStore ? this.record.note(name) : undefined;
  }

  /** How many subscriptions to a database that others share were begun; 0 where the record is in a file. */
  get subscriptions(): number {
    return this.record instanceof EsdbEventStore ? this.record.subscriptions : 0;
  }

  /** Whether the views of a programme are kept here. */
  follows(programme: string): boolean {
    return this.programmes === undefined || this.programmes.includes(programme);
  }

  /** The restored records that were accepted in this book and in those before it, in order. */
  restored: readonly RestoredRecord[] = [];

  private sayWhoseFolder(): void {
    const { latest } = this.marks;
    if (latest && latest.book !== this.identity)
      this.otherBook = `This folder was last used with book ${latest.book}, up to ${latest.at.position}, and is now with book ${this.identity}`;
    const { standing } = this.views.model;
    if (standing) this.marks.reached(this.identity, standing);
  }

  /** What an operator should know of how the book was opened, and of its clock, in words. */
  get notices(): readonly string[] {
    const now = this.now();
    const ahead = this.last && clockWords(this.last, now);
    return [this.views.anew, this.otherBook, ahead, this.clock.wentBack(now)].filter(
      (words) => words !== undefined,
    );
  }

  /** How far the views are. */
  get position(): Position | undefined {
    return this.views.position;
  }

  /** Remembers what was acknowledged, so that whoever asks next is shown it. */
  noting(outcome: RecordingOutcome): RecordingOutcome {
    if (outcome.outcome === 'recorded') this.lookAtClock();
    if (
      outcome.outcome === 'recorded' &&
      (this.acknowledged === undefined || outcome.position > this.acknowledged)
    ) {
      this.acknowledged = outcome.position;
      const last = outcome.events.at(-1);
      if (last) this.marks.reached(this.identity, checkpointAt(last));
    }
    return outcome;
  }

  /**
   * Waits until the views show everything this process acknowledged, and the position asked for.
   *
   * @throws NoSuchPosition the record has not given out that position
   * @throws ProjectionBehind they did not in time
   */
  async upTo(minPosition?: Position, within = longestWait): Promise<void> {
    // First: for a position that will never come nobody waits.
    if (minPosition !== undefined) await this.store.checkPosition(minPosition);
    if (this.acknowledged !== undefined) await this.projector.reached(this.acknowledged, within);
    if (minPosition !== undefined) await this.projector.reached(minPosition, within);
  }

  /**
   * Fills the views anew from the log beside the live ones, then swaps; commands and queries go on meanwhile. Views that
   * had stopped by a fault follow the log again afterwards.
   *
   * @returns how many entries were read
   * @throws WouldQuarantine they would hold back what the live views show: those stay as they were
   * @throws CannotApply the new views could not be written: the live ones stay as they were
   * @throws RebuildStopped the book was closed meanwhile
   */
  async rebuild(progress: RebuildProgress = () => undefined): Promise<number> {
    const entries = await this.views.rebuild(this.record, progress);
    if (this.projector.fault) await this.projector.start();
    return entries;
  }

  /** The streams whose entries cannot be shown, from which entry on and why: what is held back is in no answer. */
  get quarantined(): readonly QuarantinedStream[] {
    return this.views.model.quarantined;
  }

  /**
   * Takes in again what is held back of a stream, as far as it goes.
   *
   * @returns how many entries were taken in; `quarantined` tells what is still held back, and why
   */
  async requeue(stream: string): Promise<number> {
    for (;;) {
      if (!this.quarantined.some((one) => one.stream === stream)) return 0;
      const events: StoredEvent[] = [];
      for await (const page of this.store.readStream(stream)) events.push(...page);
      const taken = this.views.model.requeue(stream, events);
      // More of the stream came in while it was read.
      if (taken === undefined) continue;
      if (taken.length > 0) this.recorded.emit('recorded', taken);
      return taken.length;
    }
  }

  /** How far the views and a rebuild of them are, in entries of the log. */
  get progress(): { readonly entries: number; readonly rebuild: Views['progress'] } {
    return { entries: this.views.model.entries, rebuild: this.views.progress };
  }

  /**
   * Copies the record to a new file while the book is in use; the views are not part of it, they are filled from it again.
   *
   * @returns how many entries the copy holds
   * @throws BookRefused there is a file of that name already, or no folder to put it in
   * @throws Error the record is in an EventStoreDB, which has ways of its own
   */
  backup(file: string): Promise<number> {
    if (this.record instanceof SqliteEventStore) return this.record.backup(file);
    throw new Error('The record is kept in EventStoreDB: back that up, as docs/operations.md says');
  }

  async close(): Promise<void> {
    this.recordCheck.stop();
    await this.projector.stop();
    await this.views.close();
    await this.marks.close();
    await this.record.close();
    this.hold?.release();
  }
}

/** Which ids of commands are taken, as far as the views have read. */
function takenIds(reader: () => Reader): TakenIds {
  const streamsOf = (entries: readonly StoredEvent[]) => [...new Set(entries.map(({ stream }) => stream))];
  return {
    byCommand: (programme, id) => streamsOf(reader().log.entriesOfCommand(programme, id)),
    // A slash in the id of a command makes no batch: the entries of one say which they are of.
    byBatch: (programme, id) =>
      streamsOf(
        (reader().log.ofBatch(programme, id)?.entries ?? []).filter(
          ({ envelope }) => envelope['correlationId'] === id,
        ),
      ),
  };
}

/** A file says itself whether it is a demonstration; of a database its address says what it is for. */
function demonstrationOf(store: EsdbEventStore | SqliteEventStore, options: BookOptions): string | undefined {
  return store instanceof SqliteEventStore ? store.demonstration : options.demonstration;
}
