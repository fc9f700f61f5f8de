import type { StoredEvent } from '#event-store';
import { envelopeOf } from '#programme';
import { pageAddress, thingAddress, type Where } from './addresses-of-pages.js';
import { notOnRecord, type Names } from './names.js';
import { table, type Cell, type Table } from './table.js';
import { day, entryInWords, recordedOn, sentence } from './words.js';

/** Entries as a table: when each was recorded, what it says, what it is about, and from when it holds. */
export function entryTable(
  caption: string,
  entries: readonly StoredEvent[],
  where: Where,
  names: Names,
): Table {
  const rows = entries.map((entry): Cell[] => [
    recordedOn(entry.recordedAt),
    entryInWords(entry.type),
    aboutEntry(entry, where, names),
    day(envelopeOf(entry).effectiveOn),
  ]);
  return table(caption, ['Recorded on', 'Entry', 'About', 'Holds from'], rows);
}

/** What an entry is about, as a link: the business unit that an entry of the structure names, else the thing of its stream. */
export function aboutEntry({ stream, data }: StoredEvent, where: Where, names: Names): Cell {
  const unit = data['unit'] ?? data['successor'];
  if (!stream.endsWith('/structure') || typeof unit !== 'string') return about(stream, where, names);
  return aboutThing('unit', unit, where, names);
}

/** What the stream of an entry is about, as a link. */
export function about(stream: string, where: Where, names: Names): Cell {
  const [, kind = '', id] = stream.split('/');
  if (id === undefined) {
    // The one stream of a programme, of the structure or of authority is about many things.
    const pages: Readonly<Record<string, string>> = { structure: 'units', authority: 'authority' };
    return { text: sentence(kind), href: pageAddress(where, pages[kind] ?? '') };
  }
  return aboutThing(kind, id, where, names);
}

function aboutThing(kind: string, id: string, where: Where, names: Names): Cell {
  const named = names.of([kind], id);
  const text = named ? `${sentence(kind)}: ${named.text}` : notOnRecord(kind);
  // It leads to where the entries are known, which may be later than the page on which they are named.
  return { text, href: thingAddress(where, kind, id) };
}
