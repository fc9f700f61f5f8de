import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { EventEmitter } from 'node:events';
import type { EventStore, Position, StoredEvent } from '#event-store';
import { EsdbEventStore, type EsdbAddress } from '#event-store-esdb';
import { SqliteEventStore } from '#event-store-sqlite';
import { CannotApply, Projector } from '#projector';
import type { Reader } from '#read-model';
import { Recorder, type RecordingOutcome } from '#recording';
import { Views, type RebuildProgress } from './views.js';

export interface BookOptions {
  /** The folder that holds the book's files; made where it does not exist. */
  readonly folder: string;
  /** The EventStoreDB that holds the record; left out, it is in a file of the folder. The views are there in either case. */
  readonly eventStore?: EsdbAddress;
  /** The time now, RFC 3339 UTC with milliseconds; the computer's own when left out. */
  readonly clock?: () => string;
  /** The one programme a demonstration holds. */
  readonly demonstration?: string;
  /** Opens the book although its views cannot go on from where they are: to rebuild them. */
  readonly toRebuild?: boolean;
}

/** The name of the file of the record in the folder of a book. */
const bookFile = 'book.sqlite';

/** How long a view waits for what was just recorded, in milliseconds. */
const longestWait = 5_000;

/** A book open for work: the event store, the recorder, the read model that follows it. Where everything is put together. */
export class Book {
  readonly recorder: Recorder;
  readonly projector: Projector;
  /** Emits `recorded` with each page of events once the views show it. */
  readonly recorded = new EventEmitter<{ recorded: [readonly StoredEvent[]] }>();
  private acknowledged: Position | undefined;

  private constructor(
    readonly store: EventStore,
    readonly demonstration: string | undefined,
    private readonly views: Views,
  ) {
    this.recorder = new Recorder(store);
    this.projector = new Projector(
      store,
      () => views.model,
      (events) => this.recorded.emit('recorded', events),
    );
  }

  /**
   * Opens the book in a folder and brings its views up to date.
   *
   * @throws StoreInUse the book is open already, in this process or another
   * @throws BookRefused the file is not a book, or not the demonstration asked for
   * @throws CannotApply the views cannot go on from where they are; nothing stays open
   */
  static async open(options: BookOptions, progress?: (position: Position) => void): Promise<Book> {
    mkdirSync(options.folder, { recursive: true });
    const store = openStore(options);
    let book: Book | undefined;
    try {
      const views = Views.open(join(options.folder, 'read-model.sqlite'));
      book = new Book(store, demonstrationOf(store, options), views);
      await book.projector.start(progress);
      return book;
    } catch (error) {
      if (book && options.toRebuild && error instanceof CannotApply) return book;
      await (book ?? store).close();
      throw error;
    }
  }

  /** Whether a folder holds a book. */
  static isIn(folder: string): boolean {
    return existsSync(join(folder, bookFile));
  }

  get reader(): Reader {
    return this.views.reader;
  }

  /** How far the views are. */
  get position(): Position | undefined {
    return this.views.position;
  }

  /** Remembers what was acknowledged, so that whoever asks next is shown it. */
  noting(outcome: RecordingOutcome): RecordingOutcome {
    if (
      outcome.outcome === 'recorded' &&
      (this.acknowledged === undefined || outcome.position > this.acknowledged)
    ) {
      this.acknowledged = outcome.position;
    }
    return outcome;
  }

  /**
   * Waits until the views show everything this process acknowledged, and the position asked for.
   *
   * @throws ProjectionBehind they did not in time
   */
  async upTo(minPosition?: Position, within = longestWait): Promise<void> {
    if (this.acknowledged !== undefined) await this.projector.reached(this.acknowledged, within);
    if (minPosition !== undefined) await this.projector.reached(minPosition, within);
  }

  /**
   * Fills the views anew from the log beside the live ones, then swaps; commands and queries go on meanwhile. Views that
   * had stopped by a fault follow the log again afterwards.
   *
   * @returns how many entries were read
   * @throws CannotApply an entry could not be applied: the live views stay as they were
   * @throws RebuildStopped the book was closed meanwhile
   */
  async rebuild(progress: RebuildProgress = () => undefined): Promise<number> {
    const entries = await this.views.rebuild(this.store, progress);
    if (this.projector.fault) await this.projector.start();
    return entries;
  }

  async close(): Promise<void> {
    await this.projector.stop();
    await this.views.close();
    await this.store.close();
  }
}

function openStore({
  folder,
  eventStore,
  clock,
  demonstration,
}: BookOptions): EsdbEventStore | SqliteEventStore {
  const onClock = clock && { clock };
  if (eventStore) return EsdbEventStore.open(eventStore, { ...onClock });
  return SqliteEventStore.open(join(folder, bookFile), {
    ...onClock,
    ...(demonstration !== undefined && { demonstration }),
  });
}

/** A file says itself whether it is a demonstration; of a database its address says what it is for. */
function demonstrationOf(store: EsdbEventStore | SqliteEventStore, options: BookOptions): string | undefined {
  return store instanceof SqliteEventStore ? store.demonstration : options.demonstration;
}
