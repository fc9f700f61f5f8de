import type { StoredEvent } from '#event-store';
import { pageAddress, thingAddress, type Where } from './addresses-of-pages.js';
import { noNames, type Names } from './names.js';
import { table, type Cell, type Table } from './table.js';
import { day, entryInWords, inWords, recordedOn, sentence } from './words.js';

/** Entries as a table: when each was recorded, what it says, what it is about, and from when it holds. */
export function entryTable(caption: string, entries: readonly StoredEvent[], where: Where): Table {
  const rows = entries.map((entry): Cell[] => [
    recordedOn(entry.recordedAt),
    entryInWords(entry.type),
    aboutEntry(entry, where),
    day(entry.envelope['effectiveOn'] as string),
  ]);
  return table(caption, ['Recorded on', 'Entry', 'About', 'Holds from'], rows);
}

/** What an entry is about, as a link: the business unit that an entry of the structure names, else the thing of its stream. */
export function aboutEntry({ stream, data }: StoredEvent, where: Where): Cell {
  const unit = data['unit'] ?? data['successor'];
  if (!stream.endsWith('/structure') || typeof unit !== 'string') return about(stream, where);
  return { text: `unit ${inWords(unit)}`, href: thingAddress(where, 'unit', unit) };
}

/** What the stream of an entry is about, as a link. */
export function about(stream: string, where: Where, names: Names = noNames): Cell {
  const [, kind = '', id] = stream.split('/');
  if (id === undefined) {
    // The one stream of a programme, of the structure or of authority is about many things.
    const pages: Readonly<Record<string, string>> = { structure: 'units', authority: 'authority' };
    return { text: sentence(kind), href: pageAddress(where, pages[kind] ?? '') };
  }
  const named = names.of([kind], id);
  if (named) return { text: `${sentence(kind)}: ${named.text}`, href: named.href };
  return { text: `${kind} ${inWords(id)}`, href: thingAddress(where, kind, id) };
}
