import { join } from 'node:path';
import { Book, openStore } from '#book';
import { addressForm, type EsdbAddress } from '#event-store-esdb';
import { eventStoreMeant } from '../book/open-book.js';
import { CouldNotTry } from '../could-not-try.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where a book is copied from, or to. */
export type CopyPlace = { readonly said: string } & (
  { readonly folder: string } | { readonly eventStore: EsdbAddress }
);

/**
 * Reads `sqlite:FOLDER` or `esdb://…`.
 *
 * @throws CouldNotTry it is neither
 */
export function copyPlace(option: '--from' | '--to', text: string, environment: Environment): CopyPlace {
  const folder = /^sqlite:(.+)$/.exec(text)?.[1];
  if (folder !== undefined) return { said: text, folder };
  const eventStore = /^esdb/.test(text) ? eventStoreMeant(text, environment) : undefined;
  // In words that show no password.
  if (eventStore)
    return { said: [eventStore.connection, eventStore.book].filter(Boolean).join(', book '), eventStore };
  throw new CouldNotTry(`${option} must be sqlite:FOLDER or an address such as ${addressForm}`);
}

/** Opens the store of a book to be copied from. @throws CouldNotTry there is no book in the folder */
export function openSource(place: CopyPlace) {
  if ('eventStore' in place) return openStore({ folder: '', eventStore: place.eventStore });
  if (!Book.isIn(place.folder))
    throw new CouldNotTry(`There is no book in ${place.folder}: name its folder after sqlite:`);
  return openStore({ folder: place.folder });
}

/** Opens the store to be copied into; a folder is made where there is none. */
export function openTarget(place: CopyPlace, demonstration: string | undefined) {
  if ('eventStore' in place) return openStore({ folder: '', eventStore: place.eventStore });
  return openStore({ folder: place.folder, ...(demonstration !== undefined && { demonstration }) });
}

/** A file for what both books come to when they are folded: beside the one that is a folder. */
export function scratchOf(...places: readonly CopyPlace[]): string {
  const folder = places.flatMap((place) => ('folder' in place ? [place.folder] : []))[0];
  return folder === undefined ? ':memory:' : join(folder, 'copy-check.sqlite');
}
