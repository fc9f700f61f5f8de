import { readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { foreignTo, type EventStore, type Position, type RecordStore } from '#event-store';
import { catchUp, WouldQuarantine, type QuarantinedStream } from '#projector';
import { Reader, ReadModel } from '#read-model';
import { fillInWorker, isBuilt, type Filler } from './fill-in-worker.js';
import type { Viewed } from './viewed.js';

/** Told of a rebuild as it goes: how many entries are read, of how many there are. */
export type RebuildProgress = (read: number, of: number) => void;

/** The rebuild ended before it was done: the book was closed. */
export class RebuildStopped extends Error {
  override readonly name = 'RebuildStopped';

  constructor() {
    super('The rebuild was stopped, and the views are as they were: rebuild again to fill them anew');
  }
}

/** The views show more than there is on the record any more. */
export class RecordBehindViews extends Error {
  override readonly name = 'RecordBehindViews';

  constructor(position: Position | undefined) {
    super(
      `The views show entries up to ${position}, and the record no longer holds them: stop Minutebook, run minutebook doctor, and put the whole record back`,
    );
  }
}

const fillNothing: Filler = () => Promise.resolve();

/** How many entries a rebuild in this thread applies before others have the event loop. */
const entriesInATurn = 2_000;

/** The read model of a book: the live one, and beside it, for as long as a rebuild takes, the one to take its place. */
export class Views {
  private live: { readonly model: ReadModel; readonly reader: Reader };
  private rebuilding: Promise<number> | undefined;
  private readonly listeners = new Set<RebuildProgress>();
  private readonly closing = new AbortController();

  /** How far the rebuild is that is under way: entries read, of how many; undefined while there is none. */
  progress: { readonly read: number; readonly of: number } | undefined;
  /** Why what was found in the file is not shown, and the views are filled anew; undefined where they went on. */
  anew: string | undefined;

  private constructor(
    private readonly file: string,
    private readonly filler: Filler,
    private readonly of: Viewed,
  ) {
    this.live = opened(file, of);
    this.listeners.add((read, of) => (this.progress = { read, of }));
  }

  /**
   * Opens the read model in a file. One that cannot be read begins anew: it is never the only copy of anything.
   *
   * @param filler what fills a file beside the live one, or as much of it as it likes: the rest is filled in this thread
   */
  static open(file: string, of: Viewed = {}, filler: Filler = isBuilt ? fillInWorker : fillNothing): Views {
    removeRebuilding(file);
    try {
      return new Views(file, filler, of);
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      removeDatabase(file);
      const views = new Views(file, filler, of);
      views.anew = `The file of the views (${file}) was damaged, and they are filled anew from the record`;
      return views;
    }
  }

  /**
   * Begins the views anew where what they hold is not of this record. What was found is set aside and not deleted: it may
   * hold what was lost of a record.
   */
  async belongTo(record: RecordStore): Promise<void> {
    const { book, standing: at } = this.model;
    const foreign = await foreignTo(record, { book, at });
    if (!foreign) return;
    this.model.close();
    const aside = `${this.file}.set-aside-${new Date().toISOString().replace(/[:.]/g, '-')}`;
    if (at) renameSync(this.file, aside);
    removeDatabase(this.file);
    this.live = opened(this.file, this.of);
    if (at)
      this.anew = `The views were ${foreign.words}, and are filled anew from the record. What was found is set aside in ${aside}`;
  }

  get model(): ReadModel {
    return this.live.model;
  }

  get reader(): Reader {
    return this.live.reader;
  }

  /** How far the views are. */
  get position(): Position | undefined {
    return this.model.checkpoint();
  }

  /**
   * Fills a new read model from the log beside the live one, then swaps. Whoever asks while one is under way is told of
   * that one, and gets its result.
   *
   * @returns how many entries were read
   * @throws WouldQuarantine it would hold back what the live read model shows: that stays
   * @throws CannotApply the new file could not be written: the live read model stays
   * @throws RebuildStopped the views were closed meanwhile
   */
  async rebuild(store: EventStore, progress: RebuildProgress): Promise<number> {
    this.listeners.add(progress);
    this.rebuilding ??= this.fillAndSwap(store).finally(() => {
      this.rebuilding = undefined;
      this.progress = undefined;
    });
    try {
      return await this.rebuilding;
    } finally {
      this.listeners.delete(progress);
    }
  }

  /** Ends a rebuild that is under way, and lets go of the files. */
  async close(): Promise<void> {
    this.closing.abort();
    await this.rebuilding?.catch(() => undefined);
    this.model.close();
  }

  private async fillAndSwap(store: EventStore): Promise<number> {
    removeRebuilding(this.file);
    const file = rebuildingFile(this.file);
    let read = 0;
    const said = (entries: number): void => {
      read += entries;
      const of = Math.max(read, this.model.entries);
      for (const listener of this.listeners) listener(read, of);
    };
    try {
      said(0);
      await this.filler(store, file, {
        applied: said,
        signal: this.closing.signal,
        of: this.of,
      });
      const fresh = ReadModel.open(file, { filling: true, ...this.of });
      try {
        // What was recorded since the filler was done; everything, where there is none.
        await this.fill(fresh, store, said);
        this.refuseToShowLess(fresh.quarantined);
      } finally {
        fresh.close();
      }
      this.putInPlace(file);
    } finally {
      removeRebuilding(this.file);
    }
    return read;
  }

  /** What is held back already may stay so; nothing that is shown is given up for a rebuild. */
  private refuseToShowLess(fresh: readonly QuarantinedStream[]): void {
    const live = new Map(this.model.quarantined.map(({ stream, position }) => [stream, position]));
    const less = fresh.filter(({ stream, position }) => {
      const now = live.get(stream);
      return now === undefined || position < now;
    });
    if (less.length > 0) throw new WouldQuarantine(less);
  }

  /** Applies the log until nothing is missing that the live views show. */
  private async fill(fresh: ReadModel, store: EventStore, said: (entries: number) => void): Promise<void> {
    const { signal } = this.closing;
    const applied = (events: readonly unknown[]): void => said(events.length);
    let wasBehind = false;
    do {
      const before = fresh.checkpoint();
      await catchUp(store, fresh, { applied, batch: entriesInATurn, signal });
      // Nobody is in the middle of a query at the start of a turn, and nothing comes between here and the swap.
      await turn();
      if (signal.aborted) throw new RebuildStopped();
      // The whole log brought nothing of what was missing: it would be waited for without end.
      if (wasBehind && fresh.checkpoint() === before) throw new RecordBehindViews(this.position);
      wasBehind = isBehind(fresh.checkpoint(), this.position);
    } while (wasBehind);
  }

  /** The file takes the live one's place in one step: whatever ends the process, one or the other is there whole. */
  private putInPlace(file: string): void {
    // Closing folds the write-ahead log into each file; one that outlived its file would be taken for the new one's.
    this.model.close();
    removeBeside(this.file);
    try {
      renameSync(file, this.file);
    } finally {
      this.live = opened(this.file, this.of);
    }
  }
}

function opened(file: string, of: Viewed): { model: ReadModel; reader: Reader } {
  const model = ReadModel.open(file, of);
  return { model, reader: new Reader(model) };
}

function isBehind(position: Position | undefined, other: Position | undefined): boolean {
  return other !== undefined && (position === undefined || position < other);
}

/** By code and not by class, as the store does: the addon knows one error class a process. */
function isUnreadable(error: unknown): boolean {
  const code = String((error as { readonly code?: unknown }).code);
  return code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT');
}

const rebuildingFile = (file: string): string => `${file}.rebuilding`;

/** Whatever a rebuild that was interrupted left beside a read model. */
function removeRebuilding(file: string): void {
  const begins = basename(rebuildingFile(file));
  for (const name of readdirSync(dirname(file)))
    if (name.startsWith(begins)) rmSync(join(dirname(file), name), { force: true });
}

function removeBeside(file: string): void {
  for (const end of ['-wal', '-shm', '-journal']) rmSync(file + end, { force: true });
}

function removeDatabase(file: string): void {
  rmSync(file, { force: true });
  removeBeside(file);
}
