import { hash } from 'node:crypto';
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
  const bytes = Buffer.concat([Buffer.from(namespace.replaceAll('-', ''), 'hex'), Buffer.from(name, 'utf8')]);
  const hex = hash('sha1', bytes, 'hex');
  // The version takes the place of one digit, and the variant of the upper half of another.
  const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
