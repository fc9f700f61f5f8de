import { setTimeout as sleep } from 'node:timers/promises';
import {
  checkAppend,
  CommandIdReused,
  CopyDisturbed,
  isAsExpected,
  NotStorable,
  StoreClosed,
  WrongExpectedRevision,
  type Append,
  type Appended,
  type CopyableStore,
  type EventStore,
  type HeldEvent,
  type Position,
  type Note,
  type StorableAppend,
  type StoredEvent,
  type StreamName,
} from '#event-store';
import type { EsdbAddress } from './address.js';
import { appendsOf } from './appends-of-a-copy.js';
import type { PlaceAfter } from './copied-positions.js';
import { Connection } from './connection.js';
import { EsdbUnavailable } from './errors.js';
import {
  eventData,
  eventsIn,
  logRecord,
  StreamNames,
  type EventRecord,
  type LogRecord,
} from './event-record.js';
import { IdentityNote } from './identity-note.js';
import { KnownStreams, type KnownCommand, type KnownStream } from './known-streams.js';
import { Log } from './log.js';
import { NoteStream } from './note-stream.js';
import type { EsdbEventStoreOptions } from './options.js';
import { positionOf, type Place } from './place.js';
import { Watch } from './watch.js';

const pageSize = 500;

/** The longest pause of a subscriber whose page could not be read, in milliseconds. */
const longestRest = 1_000;

/**
 * The event store in an EventStoreDB, which as many servers share as are wanted. Appends to one stream wait for one
 * another within a process; between processes, the revision each is made at decides.
 */
export class EsdbEventStore implements CopyableStore {
  private readonly clock: () => string;
  private readonly names: StreamNames;
  private readonly connection: Connection;
  private readonly log: Log;
  private readonly watch: Watch;
  private readonly known = new KnownStreams();
  private readonly queues = new Map<StreamName, Promise<unknown>>();
  private closed = false;
  private closing: Promise<void> | undefined;

  private constructor(address: EsdbAddress, options: EsdbEventStoreOptions) {
    this.clock = options.clock ?? (() => new Date().toISOString());
    this.names = new StreamNames(address.book);
    this.connection = new Connection(address, options.patience);
    this.log = new Log(this.connection, this.names, options.beginsAfter, (event) =>
      this.known.arrived(event),
    );
    this.watch = new Watch(this.connection, this.log, this.names, options.watching);
  }

  /** Opens a book. Nothing is asked of the database before the first call. */
  static open(address: EsdbAddress, options: EsdbEventStoreOptions = {}): EsdbEventStore {
    return new EsdbEventStore(address, options);
  }

  /** How many subscriptions to the database were begun. */
  get subscriptions(): number {
    return this.watch.begun;
  }

  append(append: Append): Promise<Appended> {
    return this.whileOpen(() => {
      // Checked and copied before the turn ends: what the caller changes after the call must not reach the record.
      const checked = checkAppend(append);
      // Refused at once where the database could not keep it.
      checked.events.forEach((event) => eventData(checked, event, ''));
      this.names.inDatabase(checked.stream);
      return this.inTurn(checked.stream, () => this.record(checked));
    });
  }

  commandResult(stream: StreamName, commandId: string): ReturnType<EventStore['commandResult']> {
    return this.whileOpen(async () => {
      const known = this.known.get(stream);
      if (!known.command(commandId)) await this.readOn(stream, known);
      const command = known.command(commandId);
      if (!command) return undefined;
      return { fingerprint: command.fingerprint, appended: await this.firstResult(stream, command) };
    });
  }

  /** The database finds an entry by its stream alone; whoever has views of it knows more. */
  streamsOfCommand(): Promise<undefined> {
    return this.whileOpen(() => Promise.resolve(undefined));
  }

  async *readStream(
    stream: StreamName,
    options: { readonly from?: number } = {},
  ): AsyncGenerator<readonly StoredEvent[]> {
    for (let from = Math.max(0, options.from ?? 0); ; from += pageSize) {
      this.refuseIfClosed();
      const records = await this.recordsOf(stream, from, pageSize);
      this.known.get(stream).takeIn(from, records);
      this.known.trim();
      const page = await this.log.storedAll(eventsIn(records));
      if (page.length > 0) yield page;
      if (records.length < pageSize) return;
    }
  }

  async *readAll(
    options: { readonly after?: Position; readonly signal?: AbortSignal } = {},
  ): AsyncGenerator<readonly StoredEvent[]> {
    this.refuseIfClosed();
    const { isKnown, ...begin } = await this.log.placeAfter(options.after);
    let { after } = begin;
    while (!options.signal?.aborted) {
      this.refuseIfClosed();
      const { events, upTo, atHead } = await this.log.page(after);
      const page = (await this.log.storedAll(events)).filter((event) => !isKnown(event));
      if (page.length > 0 && !options.signal?.aborted) yield page;
      if (atHead) return;
      after = upTo;
    }
  }

  async *subscribe(options: {
    readonly after?: Position;
    readonly signal: AbortSignal;
  }): AsyncGenerator<readonly StoredEvent[]> {
    this.refuseIfClosed();
    this.watch.start();
    const begin = await this.whenAnswered(() => this.log.placeAfter(options.after), options.signal);
    if (!begin) return;
    const { isKnown } = begin;
    let { after } = begin;
    while (!this.closed && !options.signal.aborted) {
      const { arrived } = this.log;
      const page = await this.nextPage(after, isKnown, options.signal);
      if (this.closed || options.signal.aborted) return;
      after = page.upTo;
      if (page.events.length > 0) yield page.events;
      // Nothing may come between looking and waiting, or what arrived in between would wake nobody.
      else if (page.atHead && arrived === this.log.arrived) await this.log.arrivals.next(options.signal);
    }
  }

  async head(): Promise<Position | undefined> {
    return (await this.last())?.position;
  }

  last(): Promise<StoredEvent | undefined> {
    return this.whileOpen(() => this.log.lastStored());
  }

  checkPosition(position: Position): Promise<void> {
    return this.whileOpen(async () => void (await this.log.placeAfter(position)));
  }

  async *held(options: { readonly signal?: AbortSignal } = {}): AsyncGenerator<readonly HeldEvent[]> {
    for (let after: Position | undefined; !options.signal?.aborted;) {
      this.refuseIfClosed();
      const { events, upTo, atHead } = await this.log.page(after);
      const page = await this.log.heldAll(events);
      if (page.length > 0) yield page;
      if (atHead) return;
      after = upTo;
    }
  }

  /** One append after another, as their order in the log is what is promised; events of one stream that follow on each other share one. */
  takeOver(events: readonly HeldEvent[]): Promise<void> {
    return this.whileOpen(async () => {
      for (const together of appendsOf(events)) {
        const [{ stream, revision }] = together;
        const outcome = await this.connection.append(
          this.names.inDatabase(stream),
          together.map((event) => eventData(event, event, event.recordedAt, event.position)),
          revision === 0 ? undefined : revision - 1,
        );
        if (outcome === 'moved-on') throw new CopyDisturbed(stream);
      }
    });
  }

  async copyUnderWay(): Promise<string | undefined> {
    return this.whileOpen(async () => (await this.note('copy').read())?.text || undefined);
  }

  sayCopy(from: string | undefined): Promise<void> {
    return this.whileOpen(async () => {
      const note = this.note('copy');
      await note.write(from ?? '', (await note.read())?.number);
    });
  }

  identity(): Promise<string> {
    return this.whileOpen(() => new IdentityNote(this.note('identity')).read(this.readAll()));
  }

  /** The database answers for its streams; the end of the log is read. */
  async checkAtStart(): Promise<void> {
    await this.head();
  }

  identify(identity: string): Promise<void> {
    return this.whileOpen(() => new IdentityNote(this.note('identity')).write(identity));
  }

  /** A note that every server of the book shares. Its name has no slash, which every stream of a book has. */
  note(name: string): Note {
    return new NoteStream(this.connection, this.names.ofNote(name));
  }

  /** Waits for what was asked before, then lets go of the connection. */
  close(): Promise<void> {
    this.closed = true;
    this.log.announce();
    this.closing ??= this.putAway();
    return this.closing;
  }

  private async putAway(): Promise<void> {
    await Promise.allSettled(this.queues.values());
    await this.watch.stop();
    await this.connection.close();
  }

  /** A page to a subscriber. */
  private async nextPage(
    after: Position | undefined,
    isKnown: PlaceAfter['isKnown'],
    signal: AbortSignal,
  ): Promise<{ events: readonly StoredEvent[]; upTo: Position | undefined; atHead: boolean }> {
    const ask = async () => {
      const { events, upTo, atHead } = await this.log.page(after);
      const page = (await this.log.storedAll(events)).filter((event) => !isKnown(event));
      return { events: page, upTo, atHead };
    };
    return (await this.whenAnswered(ask, signal)) ?? { events: [], upTo: after, atHead: true };
  }

  /** Asks for ever, as a subscriber is told of no fault of the connection; undefined where it is no longer asked. */
  private async whenAnswered<Answer>(
    ask: () => Promise<Answer>,
    signal: AbortSignal,
  ): Promise<Answer | undefined> {
    while (!this.closed && !signal.aborted) {
      try {
        return await ask();
      } catch (error) {
        if (!(error instanceof EsdbUnavailable) && !this.closed) throw error;
      }
      await sleep(Math.random() * longestRest, undefined, { signal }).catch(() => undefined);
    }
    return undefined;
  }

  private async record(append: StorableAppend): Promise<Appended> {
    const { stream, commandId, fingerprint, expected } = append;
    const known = this.known.get(stream);
    // What was last seen is enough to append by, at its exact revision; before saying no the stream is read again.
    let upToDate = known.last < 0;
    if (upToDate) await this.readOn(stream, known);
    for (;;) {
      const earlier = known.command(commandId);
      if (earlier) {
        if (earlier.fingerprint !== fingerprint) throw new CommandIdReused(stream, commandId);
        return this.firstResult(stream, earlier);
      }
      const actual = known.last < 0 ? undefined : known.last;
      const taken = append.events.find(({ id }) => known.holdsEvent(id));
      if (isAsExpected(expected, actual) && !taken) {
        const appended = await this.tryAt(append, actual);
        if (appended) return appended;
      } else if (upToDate) {
        throw taken && isAsExpected(expected, actual)
          ? NotStorable.idTaken(taken.id)
          : new WrongExpectedRevision(stream, expected, actual);
      }
      await this.readOn(stream, known);
      upToDate = true;
    }
  }

  /** Appends at exactly a revision; undefined where the stream was found at another. */
  private async tryAt(append: StorableAppend, revision: number | undefined): Promise<Appended | undefined> {
    const { stream, commandId, fingerprint } = append;
    const stamp = this.stampNow();
    const outcome = await this.connection.append(
      this.names.inDatabase(stream),
      append.events.map((event) => eventData(append, event, stamp)),
      revision,
    );
    if (outcome === 'moved-on') return undefined;
    const from = revision === undefined ? 0 : revision + 1;
    const events = await this.readBack(stream, from, append.events.length, outcome.place);
    this.known.get(stream).takeIn(
      from,
      events.map((event) => ({ revision: event.revision, event })),
    );
    this.known.trim();
    // Other data under an id that is there already is accepted and not kept: only what stands there tells.
    const theirs = events.find((event) => event.commandId !== commandId || event.fingerprint !== fingerprint);
    if (theirs) throw new CommandIdReused(stream, commandId);
    return this.appended(
      events,
      events.some((event) => event.stamp !== stamp),
    );
  }

  /** What stands in a stream at the revisions of an append that was just made, whose last event is at a place. */
  private async readBack(
    stream: StreamName,
    from: number,
    count: number,
    place: Place | undefined,
  ): Promise<readonly EventRecord[]> {
    if (place) {
      const position = positionOf(place);
      await this.log.takeInUpTo(position);
      const atHand = this.log.atHand(stream, from, position);
      if (atHand?.length === count) return atHand;
    }
    const records = await this.recordsOf(stream, from, count);
    if (records.length < count) {
      throw new Error(`EventStoreDB acknowledged an append to ${stream} and does not show it`);
    }
    return eventsIn(records);
  }

  /** The latest instant this process knows of: the clock's, or one that it has seen on the record. */
  private stampNow(): string {
    const now = this.clock();
    return this.log.latestInstant > now ? this.log.latestInstant : now;
  }

  private async firstResult(stream: StreamName, { first, last }: KnownCommand): Promise<Appended> {
    return this.appended(eventsIn(await this.recordsOf(stream, first, last - first + 1)), true);
  }

  private async appended(records: readonly EventRecord[], repeated: boolean): Promise<Appended> {
    const events = await this.log.storedAll(records);
    const { stream, revision, position } = events.at(-1) as StoredEvent;
    return { stream, revision, position, events, repeated };
  }

  private async readOn(stream: StreamName, known: KnownStream): Promise<void> {
    for (;;) {
      const from = known.last + 1;
      const records = await this.recordsOf(stream, from, pageSize);
      known.takeIn(from, records);
      if (records.length < pageSize) return;
    }
  }

  private async recordsOf(stream: StreamName, from: number, most: number): Promise<readonly LogRecord[]> {
    const records = await this.connection.readStream(this.names.inDatabase(stream), from, most);
    return records.map((recorded) => logRecord(this.names, recorded));
  }

  private inTurn<Result>(stream: StreamName, work: () => Promise<Result>): Promise<Result> {
    const before = this.queues.get(stream) ?? Promise.resolve();
    const turn = before.then(work, work);
    const settled = turn.then(
      () => undefined,
      () => undefined,
    );
    this.queues.set(stream, settled);
    void settled.then(() => {
      if (this.queues.get(stream) === settled) this.queues.delete(stream);
    });
    return turn;
  }

  private refuseIfClosed(): void {
    if (this.closed) throw new StoreClosed();
  }

  private whileOpen<Result>(work: () => Promise<Result>): Promise<Result> {
    return new Promise((resolve) => {
      this.refuseIfClosed();
      resolve(work());
    });
  }
}
