import { setImmediate as turn } from 'node:timers/promises';
import { Arrivals } from './arrivals.js';
import {
  CommandIdReused,
  NoSuchPosition,
  NotStorable,
  StoreClosed,
  WrongExpectedRevision,
} from './errors.js';
import type {
  Append,
  Appended,
  EventStore,
  JsonObject,
  Position,
  StoredEvent,
  StreamName,
} from './event-store.js';
import { isAsExpected } from './expected-revision.js';
import { placeOf, positionAt } from './position.js';
import { checkAppend, type StorableAppend, type StorableEvent } from './storable-append.js';

const pageSize = 500;

/** An event as it is kept: its texts are parsed anew for every reader, so that none can change the record. */
type KeptEvent = StorableEvent & Omit<StoredEvent, 'envelope' | 'data'>;

interface KeptCommand {
  readonly fingerprint: string;
  readonly events: readonly KeptEvent[];
}

/** An event store that lasts as long as its process: for tests, and for trying things out. */
export class MemoryEventStore implements EventStore {
  private readonly clock: () => string;
  private readonly log: KeptEvent[] = [];
  private readonly streams = new Map<StreamName, KeptEvent[]>();
  private readonly commands = new Map<StreamName, Map<string, KeptCommand>>();
  private readonly streamsByCommand = new Map<string, StreamName[]>();
  private readonly eventIds = new Set<string>();
  private readonly arrivals = new Arrivals();
  private closed = false;

  /** @param options.clock the time now, RFC 3339 UTC with milliseconds; the computer's own when left out */
  constructor(options: { readonly clock?: () => string } = {}) {
    this.clock = options.clock ?? (() => new Date().toISOString());
  }

  append(append: Append): Promise<Appended> {
    return this.whileOpen(() => {
      const checked = checkAppend(append);
      const earlier = this.commands.get(checked.stream)?.get(checked.commandId);
      if (earlier && earlier.fingerprint !== checked.fingerprint) {
        throw new CommandIdReused(checked.stream, checked.commandId);
      }
      if (earlier) return appended(earlier.events, true);
      const events = this.keep(checked);
      this.arrivals.announce();
      return appended(events, false);
    });
  }

  commandResult(stream: StreamName, commandId: string): ReturnType<EventStore['commandResult']> {
    return this.whileOpen(() => {
      const command = this.commands.get(stream)?.get(commandId);
      return command && { fingerprint: command.fingerprint, appended: appended(command.events, true) };
    });
  }

  streamsOfCommand(programme: string, commandId: string): Promise<readonly StreamName[] | undefined> {
    return this.whileOpen(() =>
      (this.streamsByCommand.get(commandId) ?? []).filter((stream) => stream.startsWith(`${programme}/`)),
    );
  }

  async *readStream(
    stream: StreamName,
    options: { readonly from?: number } = {},
  ): AsyncGenerator<readonly StoredEvent[]> {
    for (let from = Math.max(0, options.from ?? 0); ; from += pageSize) {
      this.refuseIfClosed();
      const page = this.streams.get(stream)?.slice(from, from + pageSize) ?? [];
      if (page.length > 0) yield page.map(stored);
      if (page.length < pageSize) return;
      await turn();
    }
  }

  async *readAll(
    options: { readonly after?: Position; readonly signal?: AbortSignal } = {},
  ): AsyncGenerator<readonly StoredEvent[]> {
    for (let place = this.placeAfter(options.after); !options.signal?.aborted; place += pageSize) {
      this.refuseIfClosed();
      const page = this.log.slice(place, place + pageSize);
      if (page.length > 0) yield page.map(stored);
      if (page.length < pageSize) return;
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
      const page = this.log.slice(place, place + pageSize);
      place += page.length;
      if (page.length > 0) yield page.map(stored);
      // Nothing may come between looking and waiting, or what is appended in between would wake nobody.
      if (page.length === 0) await this.arrivals.next(options.signal);
      else if (page.length === pageSize) await turn();
    }
  }

  head(): Promise<Position | undefined> {
    return this.whileOpen(() => this.log.at(-1)?.position);
  }

  checkPosition(position: Position): Promise<void> {
    return this.whileOpen(() => void this.placeAfter(position));
  }

  close(): Promise<void> {
    this.closed = true;
    this.arrivals.announce();
    return Promise.resolve();
  }

  private keep(append: StorableAppend): readonly KeptEvent[] {
    const { stream, commandId } = append;
    const kept = this.streams.get(stream) ?? [];
    const actual = kept.at(-1)?.revision;
    if (!isAsExpected(append.expected, actual))
      throw new WrongExpectedRevision(stream, append.expected, actual);
    const taken = append.events.find((event) => this.eventIds.has(event.id));
    if (taken) throw NotStorable.idTaken(taken.id);
    const recordedAt = this.nextInstant();
    const events = append.events.map((event, index): KeptEvent => ({
      ...event,
      stream,
      revision: kept.length + index,
      position: positionAt(this.log.length + index + 1),
      recordedAt,
      commandId,
    }));
    this.streams.set(stream, kept);
    for (const event of events) {
      kept.push(event);
      this.log.push(event);
      this.eventIds.add(event.id);
    }
    const commands = this.commands.get(stream) ?? new Map<string, KeptCommand>();
    this.commands.set(stream, commands.set(commandId, { fingerprint: append.fingerprint, events }));
    this.streamsByCommand.set(commandId, [...(this.streamsByCommand.get(commandId) ?? []), stream]);
    return events;
  }

  private placeAfter(position: Position | undefined): number {
    const place = placeOf(position);
    if (position !== undefined && place > this.log.length)
      throw new NoSuchPosition(position, this.log.at(-1)?.position ?? null);
    return place;
  }

  private nextInstant(): string {
    const now = this.clock();
    const last = this.log.at(-1)?.recordedAt;
    return last !== undefined && last > now ? last : now;
  }

  private refuseIfClosed(): void {
    if (this.closed) throw new StoreClosed();
  }

  /** Done at once and not a turn later: what the caller changes after the call must not reach the record. */
  private whileOpen<Result>(work: () => Result): Promise<Result> {
    return new Promise((resolve) => {
      this.refuseIfClosed();
      resolve(work());
    });
  }
}

function stored(event: KeptEvent): StoredEvent {
  return {
    ...event,
    envelope: JSON.parse(event.envelope) as JsonObject,
    data: JSON.parse(event.data) as JsonObject,
  };
}

function appended(events: readonly KeptEvent[], repeated: boolean): Appended {
  const last = events.at(-1)!;
  return {
    stream: last.stream,
    revision: last.revision,
    position: last.position,
    events: events.map(stored),
    repeated,
  };
}
