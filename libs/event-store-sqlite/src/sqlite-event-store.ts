import { randomUUID } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import {
  Arrivals,
  checkAppend,
  DiskFull,
  identityFrom,
  isDiskFull,
  NoSuchPosition,
  RecordDamaged,
  StoreClosed,
  type Append,
  type Appended,
  type CopyableStore,
  type EventStore,
  type HeldEvent,
  type Position,
  type RecordFault,
  type StoredEvent,
  type StreamName,
} from '#event-store';
import { inWordsOfDamage, openBookFile, type BookFile } from './book-file.js';
import { backUp } from './backup.js';
import { EventTable, pageSize } from './event-table.js';
import { GroupCommit } from './group-commit.js';
import { faultsOfCommands, faultsOfFile, gapsIn } from './whole-file.js';

export interface SqliteEventStoreOptions {
  /** The time now, RFC 3339 UTC with milliseconds; the computer's own when left out. */
  readonly clock?: () => string;
  /** The programme a new book demonstrates. An existing book is opened only where it demonstrates the same. */
  readonly demonstration?: string;
}

/** The event store in one SQLite file, which one process at a time holds open. An append is acknowledged once it is on disk. */
export class SqliteEventStore implements CopyableStore {
  /** The programme this book demonstrates, or undefined where it is an ordinary book. */
  readonly demonstration: string | undefined;
  private readonly table: EventTable;
  private readonly commits: GroupCommit;
  private readonly arrivals = new Arrivals();
  private closed = false;

  private constructor(
    private readonly book: BookFile,
    clock: () => string,
  ) {
    this.demonstration = book.demonstration;
    this.table = new EventTable(book.database, clock);
    this.commits = new GroupCommit(book.database, () => this.arrivals.announce());
  }

  /**
   * Opens a book, or makes a new one where there is no file or an empty one.
   *
   * @param file a path, or `:memory:` for a book that ends with its store
   * @throws StoreInUse the book is open already, in this process or another
   * @throws BookRefused the file is not a book, is of a newer format, or does not demonstrate what was asked for
   */
  static open(file: string, options: SqliteEventStoreOptions = {}): SqliteEventStore {
    const clock = options.clock ?? (() => new Date().toISOString());
    return new SqliteEventStore(openBookFile(file, options.demonstration), clock);
  }

  append(append: Append): Promise<Appended> {
    return this.whileOpen(() => {
      // Checked and copied before the turn ends: what the caller changes after the call must not reach the record.
      const checked = checkAppend(append);
      return this.commits.run(() => this.table.record(checked)).catch(inWordsOfTheDisk);
    });
  }

  commandResult(stream: StreamName, commandId: string): ReturnType<EventStore['commandResult']> {
    return this.whileOpen(() => this.table.commandResult(stream, commandId));
  }

  streamsOfCommand(programme: string, commandId: string): Promise<readonly StreamName[]> {
    return this.whileOpen(() => this.table.streamsOfCommand(programme, commandId));
  }

  async *readStream(
    stream: StreamName,
    options: { readonly from?: number } = {},
  ): AsyncGenerator<readonly StoredEvent[]> {
    for (let from = options.from ?? 0; ;) {
      this.refuseIfClosed();
      const page = this.reading(() => this.table.streamPage(stream, from));
      if (page.length > 0) yield page;
      if (page.length < pageSize) return;
      from = page.at(-1)!.revision + 1;
      await turn();
    }
  }

  async *readAll(
    options: { readonly after?: Position; readonly signal?: AbortSignal } = {},
  ): AsyncGenerator<readonly StoredEvent[]> {
    for (let place = this.placeAfter(options.after); !options.signal?.aborted;) {
      this.refuseIfClosed();
      const page = this.reading(() => this.table.logPage(place));
      if (page.length > 0) yield page;
      if (page.length < pageSize) return;
      place = this.table.places.placeOf(page.at(-1)!.position);
      await turn();
    }
  }

  async *subscribe(options: {
    readonly after?: Position;
    readonly signal: AbortSignal;
  }): AsyncGenerator<readonly StoredEvent[]> {
    this.refuseIfClosed();
    let place = this.placeAfter(options.after);
    while (!this.closed && !options.signal.aborted) {
      const page = this.reading(() => this.table.logPage(place));
      if (page.length > 0) {
        place = this.table.places.placeOf(page.at(-1)!.position);
        yield page;
      }
      // Nothing may come between looking and waiting, or what is appended in between would wake nobody.
      if (page.length === 0) await this.arrivals.next(options.signal);
      else if (page.length === pageSize) await turn();
    }
  }

  head(): Promise<Position | undefined> {
    return this.whileOpen(() => this.lastPosition());
  }

  checkPosition(position: Position): Promise<void> {
    return this.whileOpen(() => void this.placeAfter(position));
  }

  identity(): Promise<string> {
    return this.whileOpen(() => {
      const [first] = this.table.logPage(0, 1);
      return (this.table.identity ??= first ? identityFrom(first.id) : randomUUID());
    });
  }

  last(): Promise<StoredEvent | undefined> {
    return this.whileOpen(() => this.reading(() => this.table.logPage((this.table.head() ?? 0) - 1, 1)[0]));
  }

  checkAtStart(): Promise<void> {
    return this.whileOpen(() =>
      this.reading(() => {
        const [gap] = gapsIn(this.book.database, this.table.places);
        if (gap) throw new RecordDamaged(gap);
        // What a torn write would leave behind is at the end.
        this.table.logPage(Math.max(0, (this.table.head() ?? 0) - pageSize));
      }),
    );
  }

  /** Everything that is wrong with the file as a whole; what is wrong with its entries, one by one, is found by reading them. */
  faults(): Promise<RecordFault[]> {
    return this.whileOpen(() => {
      const { database } = this.book;
      return [
        ...faultsOfFile(database),
        ...gapsIn(database, this.table.places),
        ...faultsOfCommands(database),
      ];
    });
  }

  identify(identity: string): Promise<void> {
    return this.whileOpen(() => {
      this.table.identity = identity;
    });
  }

  async *held(options: { readonly signal?: AbortSignal } = {}): AsyncGenerator<readonly HeldEvent[]> {
    for (let after = 0; !options.signal?.aborted;) {
      this.refuseIfClosed();
      const { events, last } = this.reading(() => this.table.heldPage(after));
      if (events.length === 0) return;
      yield events;
      after = last;
      await turn();
    }
  }

  takeOver(events: readonly HeldEvent[]): Promise<void> {
    return this.whileOpen(() =>
      this.commits
        .run(() => this.table.takeOver(events))
        .catch((error: unknown) => {
          this.table.places.begin();
          throw error;
        }),
    );
  }

  copyUnderWay(): Promise<string | undefined> {
    return this.whileOpen(() => this.table.copying);
  }

  sayCopy(from: string | undefined): Promise<void> {
    return this.whileOpen(() => {
      this.table.copying = from;
    });
  }

  /**
   * Copies the book to a new file while it is in use: what is appended meanwhile may be in the copy or not, and whatever
   * is there is whole up to a position. The copy takes its name only once it is complete and was looked through.
   *
   * @returns how many events the copy holds
   * @throws BookRefused there is a file of that name already, or no folder to put it in
   */
  backup(file: string): Promise<number> {
    return this.whileOpen(() => backUp(this.book.database, file));
  }

  /** Commits what was asked for before the call, then lets go of the file. */
  close(): Promise<void> {
    if (!this.closed) {
      this.closed = true;
      this.commits.flush();
      this.book.release();
      this.arrivals.announce();
    }
    return Promise.resolve();
  }

  private lastPosition(): Position | undefined {
    const place = this.table.head();
    return place === undefined ? undefined : this.table.places.positionAt(place);
  }

  private placeAfter(position: Position | undefined): number {
    const place = this.table.places.placeOf(position);
    if (position !== undefined && place > (this.table.head() ?? 0))
      throw new NoSuchPosition(position, this.lastPosition() ?? null);
    return place;
  }

  private reading<Result>(read: () => Result): Result {
    try {
      return read();
    } catch (error) {
      throw inWordsOfDamage(error, this.book.file);
    }
  }

  private refuseIfClosed(): void {
    if (this.closed) throw new StoreClosed();
  }

  private whileOpen<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    return new Promise((resolve) => {
      this.refuseIfClosed();
      resolve(work());
    });
  }
}

function inWordsOfTheDisk(error: unknown): never {
  throw isDiskFull(error) ? new DiskFull({ cause: error }) : error;
}
