import { canonicalText, checkCanonical } from './canonical-text.js';
import { NotStorable } from './errors.js';
import {
  maxAppendBytes,
  maxEventBytes,
  type Append,
  type ExpectedRevision,
  type JsonObject,
  type NewEvent,
  type StreamName,
} from './event-store.js';

/** An event with its envelope and data as RFC 8785 text: what a store writes, byte for byte. */
export interface StorableEvent {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly envelope: string;
  readonly data: string;
}

/** An append that can be stored, and that shares nothing with what the caller handed in and may change. */
export interface StorableAppend {
  readonly stream: StreamName;
  readonly events: readonly StorableEvent[];
  readonly expected: ExpectedRevision;
  readonly commandId: string;
  readonly fingerprint: string;
}

/**
 * Checks an append before any write, in the same way for every store, and returns what is to be written.
 *
 * Sizes are bytes of the canonical text of envelope and data, against `maxEventBytes` and `maxAppendBytes`.
 *
 * @throws NotStorable the append is empty or too large, two of its events share an id, or something in it has no
 *   canonical form
 */
export function checkAppend(append: Append): StorableAppend {
  const { stream, expected, commandId, fingerprint } = append;
  if (append.events.length === 0) {
    throw new NotStorable('append-empty', `The append to ${stream} holds no event: leave it out.`);
  }
  checkName(stream, 'The name of the stream');
  checkName(commandId, 'The command id');
  checkName(fingerprint, 'The fingerprint');
  const events = append.events.map(storable);
  if (new Set(events.map((event) => event.id)).size < events.length) {
    throw new NotStorable(
      'event-id-taken',
      `Two events of the append to ${stream} share an id: give each its own.`,
    );
  }
  const bytes = events.reduce((sum, event) => sum + sizeOf(event), 0);
  if (bytes > maxAppendBytes) {
    throw new NotStorable(
      'append-too-large',
      `The append to ${stream} is ${bytes} bytes, and at most ${maxAppendBytes} can be stored at once: divide it.`,
    );
  }
  return { stream, events, expected, commandId, fingerprint };
}

function storable(event: NewEvent, index: number): StorableEvent {
  const { id, type, version } = event;
  checkName(id, `The id of event ${index}`);
  checkName(type, `The type of event ${index}`);
  if (!Number.isSafeInteger(version) || version < 1) {
    throw new NotStorable(
      'not-canonical',
      `The version of event ${index} (${type}) must be a whole number from 1.`,
    );
  }
  const checked = {
    id,
    type,
    version,
    envelope: objectText(event.envelope, `The envelope of event ${index} (${type})`),
    data: objectText(event.data, `The data of event ${index} (${type})`),
  };
  const bytes = sizeOf(checked);
  if (bytes > maxEventBytes) {
    const [longest, takes] = longestOf({ ...event.envelope, ...event.data });
    throw new NotStorable(
      'event-too-large',
      `Event ${index} (${type}) is ${bytes} bytes, and at most ${maxEventBytes} can be stored: shorten ${longest}, which takes ${takes} of them.`,
    );
  }
  return checked;
}

/** The member that takes the most bytes, and how many. */
function longestOf(members: JsonObject): readonly [name: string, bytes: number] {
  return Object.entries(members)
    .map(([name, value]) => [name, Buffer.byteLength(canonicalText(value))] as const)
    .reduce((longest, one) => (one[1] > longest[1] ? one : longest));
}

function sizeOf(event: StorableEvent): number {
  return Buffer.byteLength(event.envelope) + Buffer.byteLength(event.data);
}

function objectText(value: unknown, name: string): string {
  const text = canonicalText(value, name);
  if (!text.startsWith('{')) throw new NotStorable('not-canonical', `${name} must be an object.`);
  return text;
}

function checkName(value: unknown, name: string): void {
  checkCanonical(value, name);
  if (typeof value !== 'string' || value === '') {
    throw new NotStorable('not-canonical', `${name} must be a text that is not empty.`);
  }
}
