import { pageAddress, type Where } from './addresses-of-pages.js';
import type { Cell } from './table.js';
import { counted } from './words.js';

/** How many entries an address may name. */
const most = 100;

/** A figure that leads to the entries that make it; words alone where none does. */
export function opensTo(text: string, entries: readonly string[], where: Where, illustrative = false): Cell {
  const tag = illustrative ? { tag: 'illustrative' } : {};
  if (entries.length === 0) return { text, ...tag };
  const cut =
    entries.length > most ? ` (the first ${most} of ${counted(entries.length, 'entry', 'entries')})` : '';
  return { text: `${text}${cut}`, href: entriesAddress(entries, where), ...tag };
}

/** Where entries stand whole. */
export function entriesAddress(entries: readonly string[], where: Where): string {
  return pageAddress(where, 'history', { entries: entries.slice(0, most).join(',') });
}
