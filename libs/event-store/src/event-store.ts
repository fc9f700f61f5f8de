/** A value that RFC 8785 can write: no undefined, no BigInt, no NaN, integers within ±(2^53 − 1). */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

/** The name of a stream, `{programme}/{kind}` or `{programme}/{kind}/{id}`. */
export type StreamName = string;

/** Where an event stands in the whole log. Opaque; compares as text; safe in JSON. */
export type Position = string;

/** An event as it is handed to the store: what it says, without what only the store can know. */
export interface NewEvent {
  /** UUIDv5 of programme, stream, command id and index: a retry makes the same one. */
  readonly id: string;
  /** A stable string, never a class name. The store does not interpret it. */
  readonly type: string;
  /** The version of the shape of `data`, from 1. */
  readonly version: number;
  /** Dates, actor, provenance, decision: what every event carries. The store does not interpret it. */
  readonly envelope: JsonObject;
  readonly data: JsonObject;
}

/** An event as the store gives it back. */
export interface StoredEvent extends NewEvent {
  readonly stream: StreamName;
  /** 0-based, contiguous within the stream. */
  readonly revision: number;
  readonly position: Position;
  /** RFC 3339 UTC with milliseconds. Set by the store's clock, never decreasing in log order; one append shares one. */
  readonly recordedAt: string;
  readonly commandId: string;
}

/** What the stream must look like for an append to happen: not there, there, either, or exactly at a revision. */
export type ExpectedRevision = 'none' | 'exists' | 'any' | number;

export interface Append {
  readonly stream: StreamName;
  readonly events: readonly NewEvent[];
  readonly expected: ExpectedRevision;
  /** Unique within the stream. The same id and fingerprint again gets the first result back. */
  readonly commandId: string;
  /** A hash of the command as sent. The same id under another fingerprint is refused. */
  readonly fingerprint: string;
}

/** The outcome of an append that is durable, whether made now or earlier under the same command id. */
export interface Appended {
  readonly stream: StreamName;
  /** The revision of the last event appended. */
  readonly revision: number;
  /** The position of the last event appended. */
  readonly position: Position;
  readonly events: readonly StoredEvent[];
  /** True where the command had already been appended and this is its first result. */
  readonly repeated: boolean;
}

/** A log of events in streams. Once it is closed, every call but `close` rejects with `StoreClosed`. */
export interface EventStore {
  /**
   * Appends all the events or none, and resolves once they are durable. A retry under the same command id and
   * fingerprint resolves with the first result, whatever `expected` says.
   *
   * @throws WrongExpectedRevision the stream is not as expected; carries the actual revision
   * @throws CommandIdReused the command id is taken in this stream by a command with another fingerprint
   * @throws NotStorable an event is too large, the append is too large or empty, an event id is taken, or a value has
   *   no canonical form: nothing is ever written
   */
  append(append: Append): Promise<Appended>;

  /** The first result of a command in a stream, with the fingerprint it was sent under, or undefined. */
  commandResult(
    stream: StreamName,
    commandId: string,
  ): Promise<{ readonly fingerprint: string; readonly appended: Appended } | undefined>;

  /**
   * The streams of a programme in which a command id is taken, whatever was sent under it; undefined where the store
   * could only tell by reading the whole log.
   */
  streamsOfCommand(programme: string, commandId: string): Promise<readonly StreamName[] | undefined>;

  /** Pages of a stream's events in revision order, from `from` (inclusive, 0 when left out). An unknown stream has no pages. */
  readStream(stream: StreamName, options?: { readonly from?: number }): AsyncIterable<readonly StoredEvent[]>;

  /**
   * Pages of the whole log in order, after `after` (exclusive), up to the head as it stands when reading reaches it.
   * Ends early and quietly when `signal` aborts: ask it before believing that the log was read to its head.
   *
   * @throws NoSuchPosition `after` is not a position of this log, or lies beyond its end
   */
  readAll(options?: {
    readonly after?: Position;
    readonly signal?: AbortSignal;
  }): AsyncIterable<readonly StoredEvent[]>;

  /**
   * Pages of the whole log in order after `after` (exclusive), then of what is appended from then on, with no gap and
   * no duplicate. Ends quietly when `signal` aborts or the store closes, and holds nothing afterwards.
   *
   * @throws NoSuchPosition `after` is not a position of this log, or lies beyond its end
   */
  subscribe(options: {
    readonly after?: Position;
    readonly signal: AbortSignal;
  }): AsyncIterable<readonly StoredEvent[]>;

  /** The position of the last event in the log, or undefined where there is none. */
  head(): Promise<Position | undefined>;

  /**
   * Makes sure of a position that somebody hands in, before anything is awaited or read by it.
   *
   * @throws NoSuchPosition it is not written as a position of this log is, or it lies beyond the end
   */
  checkPosition(position: Position): Promise<void>;

  /** Ends subscriptions and releases everything. Calling twice does no harm. */
  close(): Promise<void>;
}

/**
 * Limits checked before any write, in bytes of the canonical text of envelope and data; an EventStoreDB append must fit too.
 * With what the store says of it (ids, stream, place, instant: never a kibibyte) an event fits 60 KiB.
 */
export const maxEventBytes = 59 * 1024;
export const maxAppendBytes = 512 * 1024;
