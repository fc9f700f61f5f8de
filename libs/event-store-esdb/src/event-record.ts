import type { AllStreamRecordedEvent, BinaryEventData } from '@eventstore/db-client';
import {
  canonicalText,
  eventId,
  faultOf,
  NotStorable,
  RecordDamaged,
  type HeldEvent,
  type JsonObject,
  type Position,
  type StorableAppend,
  type StorableEvent,
  type StoredEvent,
  type StreamName,
} from '#event-store';
import { positionOf, type Place } from './place.js';

/** An event as EventStoreDB gives it back: everything but the instant, which only the log before it can tell. */
export interface EventRecord extends Omit<StoredEvent, 'recordedAt' | 'data'> {
  /** As text: it is parsed anew for every reader, so that none can change what another is given. */
  readonly data: string;
  readonly fingerprint: string;
  /** The position it had in the store it was copied from, where it was. */
  readonly copied: Position | undefined;
  /** What the clock of the server that appended it said, or the latest instant that server had seen. */
  readonly stamp: string;
}

/** A record of the database: where it stands, and the event of this book it holds, where it holds one. */
export interface LogRecord {
  readonly place: Place;
  readonly position: Position;
  readonly revision: number;
  /** When the database itself wrote it. */
  readonly created: Date;
  readonly event: EventRecord | undefined;
}

// Stored for ever: other servers and later versions read what is written by it.
const format = 1;

/** The format of an event that was copied from another store, and keeps the position it had there. */
const copiedFormat = 2;

interface Metadata {
  readonly minutebook: number;
  readonly id?: string;
  readonly version: number;
  readonly commandId: string;
  readonly fingerprint: string;
  readonly position?: Position;
  readonly recordedAt: string;
  readonly envelope: JsonObject;
}

/** How the streams of a book are called in the database: as they are, or behind the name of the book. */
export class StreamNames {
  private readonly prefix: string;

  constructor(private readonly book: string | undefined) {
    this.prefix = book === undefined ? '' : `${book}:`;
  }

  /** @throws NotStorable the name is one that EventStoreDB, or another book in it, keeps for itself */
  inDatabase(stream: StreamName): string {
    const name = this.prefix + stream;
    if (this.inBook(name) === stream) return name;
    throw new NotStorable(
      'not-canonical',
      `The stream ${stream} cannot be kept in EventStoreDB: begin its name with the id of a programme.`,
    );
  }

  /** What the stream of a note is called in the database. */
  ofNote(name: string): string {
    return `${this.prefix}minutebook-${name}`;
  }

  /** The stream a name in the database stands for, or undefined where it is none of this book. */
  inBook(name: string): StreamName | undefined {
    if (!name.startsWith(this.prefix)) return undefined;
    const stream = name.slice(this.prefix.length);
    const [programme = ''] = stream.split('/');
    const strange = programme.startsWith('$') || (this.book === undefined && programme.includes(':'));
    return strange ? undefined : stream;
  }
}

/** What is handed to the client: bytes that are made already, because data it cannot write ends the process. */
export function eventData(
  append: Pick<StorableAppend, 'commandId' | 'fingerprint'>,
  event: StorableEvent,
  stamp: string,
  copied?: Position,
): BinaryEventData {
  if (event.type.startsWith('$')) {
    throw new NotStorable(
      'not-canonical',
      `EventStoreDB keeps types that begin with $ to itself: rename ${event.type}.`,
    );
  }
  const id = idInDatabase(event.id);
  // Put together as text: the envelope is canonical already, and the keys stand in the order of RFC 8785.
  const metadata =
    `{"commandId":${canonicalText(append.commandId)},"envelope":${event.envelope},` +
    `"fingerprint":${canonicalText(append.fingerprint)},` +
    (id === event.id ? '' : `"id":${canonicalText(event.id)},`) +
    (copied === undefined
      ? `"minutebook":${format},`
      : `"minutebook":${copiedFormat},"position":${canonicalText(copied)},`) +
    `"recordedAt":${canonicalText(stamp)},"version":${event.version}}`;
  return {
    id,
    type: event.type,
    // JSON in all but name: as `application/json` the client would write it anew, in another order of keys.
    contentType: 'application/octet-stream',
    data: bytes(event.data),
    metadata: bytes(metadata),
  };
}

/** The id in the database, which takes UUIDs alone: another id has a UUID made from it, and stands in the metadata. */
function idInDatabase(id: string): string {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? id : eventId('', '', id, 0);
}

/**
 * Reads a record of the database.
 *
 * @throws Error it was written by a later version of Minutebook
 */
export function logRecord(names: StreamNames, recorded: AllStreamRecordedEvent): LogRecord {
  const position = positionOf(recorded.position);
  const revision = Number(recorded.revision);
  const event = eventOf(names, recorded, position, revision);
  return { place: recorded.position, position, revision, created: recorded.created, event };
}

function eventOf(
  names: StreamNames,
  recorded: AllStreamRecordedEvent,
  position: Position,
  revision: number,
): EventRecord | undefined {
  if (recorded.type.startsWith('$')) return undefined;
  const stream = names.inBook(recorded.streamId);
  const metadata = recorded.metadata as Partial<Metadata> | undefined;
  if (stream === undefined || typeof metadata?.minutebook !== 'number') return undefined;
  const { minutebook, id, version, commandId, fingerprint, recordedAt, envelope } = metadata as Metadata;
  if (minutebook > copiedFormat) {
    throw new Error(
      `${stream} holds an event in format ${minutebook}, and this Minutebook reads up to ${copiedFormat}: use a newer one.`,
    );
  }
  return {
    id: id ?? recorded.id,
    type: recorded.type,
    version,
    envelope,
    data: Buffer.from(recorded.data as Uint8Array).toString('utf8'),
    stream,
    revision,
    position,
    commandId,
    fingerprint,
    copied: metadata.position,
    stamp: recordedAt,
  };
}

/** The events of this book among records. */
export function eventsIn(records: readonly LogRecord[]): readonly EventRecord[] {
  return records.flatMap(({ event }) => (event ? [event] : []));
}

/** The event as a reader is given it, with its position in the book and the instant it counts as recorded at. */
export function storedEvent(record: EventRecord, position: Position, recordedAt: string): StoredEvent {
  const { id, type, version, stream, revision, commandId } = record;
  const envelope = JSON.parse(JSON.stringify(record.envelope)) as JsonObject;
  const data = dataOf(record, position);
  return { id, type, version, envelope, data, stream, revision, position, recordedAt, commandId };
}

function dataOf(record: EventRecord, position: Position): JsonObject {
  try {
    return JSON.parse(record.data) as JsonObject;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new RecordDamaged(faultOf({ ...record, position }, `cannot be read (data: ${why})`));
  }
}

/** The event as a copy takes it, byte for byte: what is canonical is written in one way only. */
export function heldEvent(record: EventRecord, position: Position, recordedAt: string): HeldEvent {
  const { id, type, version, data, stream, revision, commandId, fingerprint } = record;
  const envelope = canonicalText(record.envelope);
  return {
    id,
    type,
    version,
    envelope,
    data,
    stream,
    revision,
    position,
    recordedAt,
    commandId,
    fingerprint,
  };
}

/** A plain Uint8Array: the client takes a Buffer for an object to be written as JSON. */
function bytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'utf8'));
}
