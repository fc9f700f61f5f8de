import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { EventEmitter } from 'node:events';
import type { EventStore, Position, StoredEvent } from '#event-store';
import { SqliteEventStore } from '#event-store-sqlite';
import { Projector } from '#projector';
import { Reader, ReadModel } from '#read-model';
import { Recorder, type RecordingOutcome } from '#recording';

export interface BookOptions {
  /** The folder that holds the book's files; made where it does not exist. */
  readonly folder: string;
  /** The time now, RFC 3339 UTC with milliseconds; the computer's own when left out. */
  readonly clock?: () => string;
  /** The one programme a demonstration holds. */
  readonly demonstration?: string;
}

/** How long a view waits for what was just recorded, in milliseconds. */
const longestWait = 5_000;

/** A book open for work: the event store, the recorder, the read model that follows it. Where everything is put together. */
export class Book {
  readonly recorder: Recorder;
  readonly projector: Projector;
  /** Emits `recorded` with each page of events once the views show it. */
  readonly recorded = new EventEmitter<{ recorded: [readonly StoredEvent[]] }>();
  private acknowledged: Position | undefined;
  private currentReader: Reader;
  private model: ReadModel;

  private constructor(
    readonly store: EventStore,
    readonly demonstration: string | undefined,
    private readonly modelFile: string,
  ) {
    this.recorder = new Recorder(store);
    this.model = ReadModel.open(modelFile);
    this.currentReader = new Reader(this.model);
    this.projector = new Projector(
      store,
      () => this.model,
      (events) => this.recorded.emit('recorded', events),
    );
  }

  /** Opens the book in a folder and brings its views up to date. */
  static async open(options: BookOptions, progress?: (position: Position) => void): Promise<Book> {
    mkdirSync(options.folder, { recursive: true });
    const store = SqliteEventStore.open(join(options.folder, 'book.sqlite'), {
      ...(options.clock && { clock: options.clock }),
      ...(options.demonstration !== undefined && { demonstration: options.demonstration }),
    });
    const book = new Book(store, store.demonstration, join(options.folder, 'read-model.sqlite'));
    await book.projector.start(progress);
    return book;
  }

  get reader(): Reader {
    return this.currentReader;
  }

  /** How far the views are. */
  get position(): Position | undefined {
    return this.model.checkpoint();
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

  /** Fills a new read model from the log beside the live one, then swaps. Reports how many entries were read. */
  async rebuild(progress: (entries: number) => void = () => undefined): Promise<number> {
    const file = `${this.modelFile}.rebuilding`;
    removeDatabase(file);
    const fresh = ReadModel.open(file);
    let entries = 0;
    const read = async () => {
      const after = fresh.checkpoint();
      for await (const page of this.store.readAll({ ...(after !== undefined && { after }) })) {
        fresh.apply(page);
        progress((entries += page.length));
      }
    };
    await read();
    // What came in meanwhile; from here on nothing runs between the last page and the swap.
    while (fresh.checkpoint() !== this.model.checkpoint()) await read();
    fresh.close();
    this.model.close();
    removeDatabase(this.modelFile);
    renameSync(file, this.modelFile);
    this.model = ReadModel.open(this.modelFile);
    this.currentReader = new Reader(this.model);
    return entries;
  }

  async close(): Promise<void> {
    await this.projector.stop();
    await this.store.close();
    this.model.close();
  }
}

function removeDatabase(file: string): void {
  for (const end of ['', '-wal', '-shm']) if (existsSync(file + end)) rmSync(file + end);
}
