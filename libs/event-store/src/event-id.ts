import { createHash } from 'node:crypto';
import { canonicalText } from './canonical-text.js';
import type { StreamName } from './event-store.js';

// Stored for ever: another namespace would give a retried command other event ids.
const minutebookNamespace = 'a6cd83f1-5e3b-4f0c-9d43-2f0b7c0e6a91';

/**
 * The id of the event at `index` (from 0) among those a command appends to a stream: the same each time it is asked,
 * and another for any other programme, stream, command or index.
 *
 * @throws NotStorable one of the names holds a lone surrogate
 */
export function eventId(programme: string, stream: StreamName, commandId: string, index: number): string {
  // Written as an array, so that no two lists of names read as one text.
  return uuidV5(minutebookNamespace, canonicalText([programme, stream, commandId, index], 'event id'));
}

/** The UUID version 5 (RFC 9562, section 5.5) of a name in a namespace, itself a UUID. In lower case, with hyphens. */
export function uuidV5(namespace: string, name: string): string {
  const hash = createHash('sha1');
  hash.update(Buffer.from(namespace.replaceAll('-', ''), 'hex'));
  hash.update(name, 'utf8');
  const bytes = hash.digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
