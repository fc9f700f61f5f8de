import { setTimeout as sleep } from 'node:timers/promises';
import type {
  AllStreamResolvedEvent,
  EventData,
  EventStoreDBClient,
  ResolvedEvent,
} from '@eventstore/db-client';
import { StoreClosed } from '#event-store';
import type { EsdbAddress } from './address.js';
import { CallsUnderWay } from './calls-under-way.js';
import { EsdbUnavailable, isStreamNotFound, isWrongRevision, mayTryAgain, NoAnswer } from './errors.js';
import type { Place } from './place.js';
import { theClient } from './the-client.js';

/** How long to wait, in milliseconds. */
export interface Patience {
  /** For the answer to one call, or the next record of a read, before it is made again through a new client. */
  readonly call: number;
  /** For an answer at all, through a change of leader, before the caller is told. */
  readonly whole: number;
}

/** A leader of a cluster is followed within some 12 seconds; a process that restarts answers sooner. */
const usualPatience: Patience = { call: 3_000, whole: 30_000 };

/** How many calls are made at once: with more, each waits longer and none is answered sooner. */
const mostCalls = 64;

type Recorded = NonNullable<AllStreamResolvedEvent['event']>;

/** What the client's streams of events have in common. */
interface EventStream extends AsyncIterable<ResolvedEvent | AllStreamResolvedEvent> {
  destroy(reason?: Error): unknown;
  on(event: 'error', listener: (error: unknown) => void): unknown;
}

/** What is handed to every call: a node that does not lead can be left behind without knowing it. */
type CallOptions = ReturnType<Connection['options']>;

/**
 * The way to an EventStoreDB: every call has a timer of its own, and is made again where nothing is known of its outcome,
 * through a new client where the old one fell silent.
 */
export class Connection {
  private client: EventStoreDBClient;
  private closed = false;
  /** By how many milliseconds a record was written later than this computer's clock said when it was read. */
  private behind = 0;
  private readonly calls = new CallsUnderWay(mostCalls);

  constructor(
    private readonly address: EsdbAddress,
    readonly patience: Patience = usualPatience,
  ) {
    this.client = theClient().EventStoreDBClient.connectionString(address.connection);
  }

  /**
   * Appends at exactly this revision (undefined: no stream), the same events each time it is tried.
   *
   * @returns where the last of them stands, where the database says so; 'moved-on' where the stream is at another revision
   * @throws EsdbUnavailable the outcome is not known
   */
  append(
    stream: string,
    events: EventData[],
    revision: number | undefined,
  ): Promise<{ readonly place: Place | undefined } | 'moved-on'> {
    return this.call('append', async (client, options) => {
      try {
        const result = await client.appendToStream(stream, events, {
          ...options,
          deadline: this.patience.call,
          expectedRevision: revision === undefined ? 'no_stream' : BigInt(revision),
        });
        return { place: result.position };
      } catch (error) {
        if (isWrongRevision(error)) return 'moved-on';
        throw error;
      }
    });
  }

  /** Up to `most` records of a stream from a revision on; none where there is no stream. */
  readStream(stream: string, from: number, most: number): Promise<readonly Recorded[]> {
    return this.call('answer', async (client, options, heard) => {
      try {
        return await this.collect(
          client.readStream(stream, { ...options, fromRevision: BigInt(from), maxCount: most }),
          heard,
        );
      } catch (error) {
        if (isStreamNotFound(error)) return [];
        throw error;
      }
    });
  }

  /** The last record of a stream, or undefined where there is no stream. */
  lastOf(stream: string): Promise<Recorded | undefined> {
    return this.call('answer', async (client, options, heard) => {
      try {
        const [last] = await this.collect(
          client.readStream(stream, {
            ...options,
            direction: 'backwards',
            fromRevision: 'end',
            maxCount: 1,
          }),
          heard,
        );
        return last;
      } catch (error) {
        if (isStreamNotFound(error)) return undefined;
        throw error;
      }
    });
  }

  /** Up to `most` records of the whole database, system events among them, from a place on, that one included. */
  readAll(from: Place | undefined, most: number): Promise<readonly Recorded[]> {
    return this.call('answer', (client, options, heard) =>
      this.collect(client.readAll({ ...options, fromPosition: from ?? 'start', maxCount: most }), heard),
    );
  }

  /** Up to `most` records before a place, the last first. */
  readBack(before: Place | undefined, most: number): Promise<readonly Recorded[]> {
    return this.call('answer', (client, options, heard) =>
      this.collect(
        client.readAll({ ...options, direction: 'backwards', fromPosition: before ?? 'end', maxCount: most }),
        heard,
      ),
    );
  }

  /**
   * Gives every record after a place to `taken`, live, system events left out; resolves or rejects when the subscription
   * ends, by `signal` or by a fault. It does not begin again by itself.
   */
  async follow(
    after: Place | undefined,
    signal: AbortSignal,
    taken: (record: Recorded) => void,
  ): Promise<void> {
    const stream = this.client.subscribeToAll({
      ...this.options(),
      fromPosition: after ?? 'start',
      filter: theClient().excludeSystemEvents(),
    });
    const drop = (): void => void stream.destroy();
    stream.on('error', () => undefined);
    signal.addEventListener('abort', drop);
    try {
      if (signal.aborted) return;
      for await (const { event } of stream) {
        if (!event) continue;
        this.comparedWith(event.created);
        taken(event);
      }
    } finally {
      signal.removeEventListener('abort', drop);
      stream.destroy();
      // Without it the call stays open, and the hundred and first open call hangs.
      stream.unsubscribe().catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.client.dispose();
  }

  private options() {
    // The client appends one by one, with real deadlines and typed errors, only where a call brings credentials; those
    // of an insecure connection it leaves out.
    const credentials = this.address.credentials ?? { username: 'minutebook', password: 'insecure' };
    return { credentials, requiresLeader: true };
  }

  private async call<Result>(
    what: 'append' | 'answer',
    work: (client: EventStoreDBClient, options: CallOptions, heard: () => void) => Promise<Result>,
  ): Promise<Result> {
    const until = Date.now() + this.patience.whole;
    for (let attempt = 0; ; attempt++) {
      let client = this.client;
      try {
        return await this.calls.inTurn(() => {
          // Not before its turn: the client of a call that waited may have been replaced meanwhile.
          client = this.client;
          return this.withTimer((heard) => work(client, this.options(), heard));
        });
      } catch (error) {
        if (this.closed || !mayTryAgain(error)) throw error;
        if (error instanceof NoAnswer || attempt > 0) this.replace(client);
        const pause = Math.min(1_000, 20 * 2 ** attempt) * (0.5 + Math.random());
        if (Date.now() + pause > until)
          throw new EsdbUnavailable(what, this.patience.whole, this.hint(), error);
        await sleep(pause);
      }
    }
  }

  /** A read that is told slowly is not silent: made again, it would be as slow, and what was told is lost. */
  private async withTimer<Result>(work: (heard: () => void) => Promise<Result>): Promise<Result> {
    // A little more than the deadline, which says more where it is kept.
    const longest = this.patience.call + 250;
    const until = Date.now() + this.patience.whole;
    let timer: NodeJS.Timeout | undefined;
    const heard = (): void => {
      if (Date.now() < until) timer?.refresh();
    };
    const ended = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new NoAnswer(longest)), longest);
    });
    try {
      return await Promise.race([work(heard), ended]);
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * A new client for the calls to come. The old one goes once none can be under way on it: a read that is cut off by that
   * would end as if there were nothing more.
   */
  private replace(client: EventStoreDBClient): void {
    if (client !== this.client || this.closed) return;
    this.client = theClient().EventStoreDBClient.connectionString(this.address.connection);
    const longest = this.patience.whole + 2 * this.patience.call + 500;
    setTimeout(() => void client.dispose().catch(() => undefined), longest).unref();
  }

  private async collect(
    stream: EventStream & { cancel(): Promise<void> },
    heard: () => void,
  ): Promise<readonly Recorded[]> {
    const records: Recorded[] = [];
    const [timer, until] = [
      setTimeout(() => stream.destroy(new NoAnswer(this.patience.call)), this.patience.call),
      Date.now() + this.patience.whole,
    ];
    // An error after the last event was read would otherwise end the process.
    stream.on('error', () => undefined);
    try {
      for await (const { event } of stream) {
        if (Date.now() < until) timer.refresh();
        heard();
        if (event) records.push(event as Recorded);
      }
      for (const { created } of [...records.slice(0, 1), ...records.slice(-1)]) this.comparedWith(created);
      // A client that is put away ends its streams where they are, as if there were no more.
      if (this.closed) throw new StoreClosed();
      return records;
    } finally {
      clearTimeout(timer);
      stream.cancel().catch(() => undefined);
    }
  }

  /** What was written lies in the past: where it does not, this clock is behind, which belongs into the words of a time-out. */
  private comparedWith(created: Date): void {
    this.behind = Math.max(0, created.getTime() - Date.now());
  }

  private hint(): string | undefined {
    const seconds = Math.round(this.behind / 1000);
    if (seconds < 2) return undefined;
    return `This computer's clock is at least ${seconds} s behind the database's: set it right, a deadline may be told by it.`;
  }
}
