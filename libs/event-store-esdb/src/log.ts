import { setTimeout as sleep } from 'node:timers/promises';
import {
  Arrivals,
  NoSuchPosition,
  type HeldEvent,
  type Position,
  type StoredEvent,
  type StreamName,
} from '#event-store';
import { AwaitedPositions } from './awaited-positions.js';
import { CopiedPositions } from './copied-positions.js';
import type { Connection } from './connection.js';
import { LogBehind } from './errors.js';
import {
  heldEvent,
  logRecord,
  storedEvent,
  type EventRecord,
  type LogRecord,
  type StreamNames,
} from './event-record.js';
import { placeOf } from './place.js';

/** How many records one call reads. */
const pageSize = 500;

/** How many of the last events are kept at hand: what was just appended is asked for at once. */
const mostAtHand = 2_000;

/** How long a live subscription is given to tell of an append before the log is read instead, in milliseconds. */
const soon = 25;

/** A page of the log: the events of this book, and how far it was read, records of others among them. */
export interface LogPage {
  readonly events: readonly EventRecord[];
  readonly upTo: Position | undefined;
  readonly atHead: boolean;
}

/**
 * The log of a book, as one process knows it, and the instants at which its events count as recorded.
 *
 * Each server stamps what it appends by its own clock, so the stamps may go back; the instant of an event is the latest
 * stamp up to it, in log order. It is worked out by taking in every event once, in order, and remembered only where
 * it differs from the stamp: so every process comes to the same.
 */
export class Log {
  readonly arrivals = new Arrivals();
  /** How often something arrived: who looked and found nothing can tell whether that is still true. */
  arrived = 0;
  /** Whether a subscription tells what arrives; where it does, an append needs no read of its own. */
  told = false;
  private last: Position | undefined;
  private latest = '';
  private readonly later = new Map<Position, string>();
  private readonly recent: EventRecord[] = [];
  private readonly awaited = new AwaitedPositions();
  private readonly copied = new CopiedPositions();
  private reading: Promise<void> | undefined;

  /**
   * @param beginsAfter the position before which the database holds nothing of this book
   * @param taken told of every event in its turn
   */
  constructor(
    private readonly connection: Connection,
    private readonly names: StreamNames,
    private readonly beginsAfter: Position | undefined,
    private readonly taken: (event: EventRecord) => void = () => undefined,
  ) {
    this.last = beginsAfter;
  }

  /** The latest instant seen so far, or an empty text before the first. */
  get latestInstant(): string {
    return this.latest;
  }

  /** How far the log was taken in. */
  get takenIn(): Position | undefined {
    return this.last;
  }

  /** Where in the database the last event of this book stands that was taken in. */
  get newest(): Position | undefined {
    return this.recent.at(-1)?.position;
  }

  /** An event that was taken in, with its instant and its position in the book. */
  stored(event: EventRecord): StoredEvent {
    return storedEvent(event, this.copied.positionOf(event), this.instantOf(event));
  }

  /** What a copy is given of events. */
  async heldAll(events: readonly EventRecord[]): Promise<readonly HeldEvent[]> {
    const last = events.at(-1);
    if (last) await this.takeInUpTo(last.position);
    return events.map((event) => heldEvent(event, this.copied.positionOf(event), this.instantOf(event)));
  }

  /**
   * Where to read on in the database after a position in the book, and which of the events that come then are known.
   *
   * @throws NoSuchPosition it is not a position of this log, or lies beyond its end
   */
  async placeAfter(position: Position | undefined) {
    // Which events were copied is known from the log alone.
    if (position !== undefined && this.last === this.beginsAfter) await this.takeInToHead();
    const begin = this.copied.placeAfter(position);
    if (position !== undefined && !this.reaches(position)) {
      const end = (await this.lastStored())?.position;
      if (end === undefined || position > end) throw new NoSuchPosition(position, end ?? null);
    }
    return begin;
  }

  /** Whether the events that were taken in reach as far as a position. */
  private reaches(position: Position): boolean {
    const newest = this.recent.at(-1);
    return newest !== undefined && this.copied.positionOf(newest) >= position;
  }

  private instantOf(event: EventRecord): string {
    return this.later.get(event.position) ?? event.stamp;
  }

  /** The events, once all before them were taken in. */
  async storedAll(events: readonly EventRecord[]): Promise<readonly StoredEvent[]> {
    const last = events.at(-1);
    if (last) await this.takeInUpTo(last.position);
    return events.map((event) => this.stored(event));
  }

  /** Takes in records that follow a position without a gap; what was taken in before is passed over. */
  takeIn(after: Position | undefined, records: readonly LogRecord[]): void {
    if (after !== undefined && (this.last === undefined || after > this.last)) return;
    let events = 0;
    for (const { position, event } of records) {
      if (this.last !== undefined && position <= this.last) continue;
      this.last = position;
      if (!event) continue;
      events += 1;
      if (event.stamp > this.latest) this.latest = event.stamp;
      else if (event.stamp < this.latest) this.later.set(position, this.latest);
      this.copied.takeIn(event);
      this.recent.push(event);
      this.taken(event);
    }
    if (this.recent.length > 2 * mostAtHand) this.recent.splice(0, this.recent.length - mostAtHand);
    if (this.last !== undefined) this.awaited.takenIn(this.last);
    if (events > 0) this.announce();
  }

  announce(): void {
    this.arrived += 1;
    this.arrivals.announce();
  }

  /** Takes in everything there is. */
  async takeInToHead(): Promise<void> {
    // Someone else's reading may have passed what was appended since it began, so it is not enough to wait for that.
    await this.reading;
    await this.readingOn();
  }

  /**
   * Takes in everything up to a position that the database has given out.
   *
   * @throws LogBehind nothing more of the log came for as long as an answer is waited for; it says how far it was read
   */
  async takeInUpTo(position: Position): Promise<void> {
    if (this.isTakenIn(position)) return;
    if (this.told) await this.awaited.orUntil(position, sleep(soon));
    let [reached, since] = [this.last, Date.now()];
    while (!this.isTakenIn(position)) {
      const fault = await this.awaited.orUntil(position, this.readingOn()).catch((error: unknown) => error);
      if (this.isTakenIn(position)) return;
      if (this.last !== reached) [reached, since] = [this.last, Date.now()];
      const waited = Date.now() - since;
      if (fault !== undefined || waited >= this.connection.patience.whole) {
        throw new LogBehind(position, this.last, Math.max(waited, this.connection.patience.whole), fault);
      }
      await this.awaited.orUntil(position, sleep(5));
    }
  }

  /** The events of a stream from a revision up to the one at a position, where all of them are still at hand. */
  atHand(stream: StreamName, from: number, position: Position): readonly EventRecord[] | undefined {
    const found: EventRecord[] = [];
    for (let index = firstAfter(this.recent, position) - 1; index >= 0; index--) {
      const event = this.recent[index] as EventRecord;
      if (event.stream !== stream) continue;
      found.unshift(event);
      if (event.revision <= from) return event.revision === from ? found : undefined;
    }
    return undefined;
  }

  /** A page of the log after a position, from what is at hand where it reaches so far back. */
  async page(after: Position | undefined): Promise<LogPage> {
    const [first] = this.recent;
    if (first && after !== undefined && after >= first.position) {
      const from = firstAfter(this.recent, after);
      const events = this.recent.slice(from, from + pageSize);
      if (events.length > 0) return { events, upTo: events.at(-1)?.position, atHead: false };
    }
    return this.read(after ?? this.beginsAfter);
  }

  /** The last event in the log, asked of the database itself. */
  async lastStored(): Promise<StoredEvent | undefined> {
    const event = await this.lastEvent();
    if (!event) return undefined;
    await this.takeInUpTo(event.position);
    return this.stored(event);
  }

  private async lastEvent(): Promise<EventRecord | undefined> {
    for (let before: LogRecord | undefined, most = 8; ; most = pageSize) {
      const records = await this.connection.readBack(before?.place, most);
      for (const recorded of records) {
        before = logRecord(this.names, recorded);
        // What was taken in holds no later event; between it and the end may stand many records of others.
        if (this.last !== undefined && before.position <= this.last) return this.recent.at(-1);
        if (before.event) return before.event;
      }
      if (records.length < most) return undefined;
    }
  }

  private isTakenIn(position: Position): boolean {
    return this.last !== undefined && this.last >= position;
  }

  /** One reading of the log to its head, for all who ask while it goes on. */
  private readingOn(): Promise<void> {
    this.reading ??= this.readOn().finally(() => (this.reading = undefined));
    return this.reading;
  }

  private async readOn(): Promise<void> {
    for (;;) {
      const page = await this.read(this.last);
      if (page.atHead) return;
    }
  }

  private async read(after: Position | undefined): Promise<LogPage> {
    const most = pageSize + 1;
    const read = await this.connection.readAll(after === undefined ? undefined : placeOf(after), most);
    const records = read
      .map((recorded) => logRecord(this.names, recorded))
      .filter(({ position }) => after === undefined || position > after);
    this.takeIn(after, records);
    return {
      events: records.flatMap(({ event }) => (event ? [event] : [])),
      upTo: records.at(-1)?.position ?? after,
      atHead: read.length < most,
    };
  }
}

function firstAfter(events: readonly EventRecord[], position: Position): number {
  let [from, to] = [0, events.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((events[middle] as EventRecord).position > position) to = middle;
    else from = middle + 1;
  }
  return from;
}
