import type { StoredEvent } from '#event-store';
import { pageAddress, thingAddress, type Where } from './addresses-of-pages.js';
import { table, type Cell, type Table } from './table.js';
import { day, entryInWords, inWords, recordedOn } from './words.js';

/** Entries as a table: when each was recorded, what it says, what it is about, and from when it holds. */
export function entryTable(caption: string, entries: readonly StoredEvent[], where: Where): Table {
  const rows = entries.map(({ recordedAt, type, stream, envelope }): Cell[] => [
    recordedOn(recordedAt),
    entryInWords(type),
    about(stream, where),
    day(envelope['effectiveOn'] as string),
  ]);
  return table(caption, ['Recorded on', 'Entry', 'About', 'Holds from'], rows);
}

/** What the stream of an entry is about, as a link. */
export function about(stream: string, where: Where): Cell {
  const [, kind = '', id] = stream.split('/');
  if (id === undefined) return { text: kind, href: pageAddress(where, 'history') };
  return { text: `${kind} ${inWords(id)}`, href: thingAddress(where, kind, id) };
}
