import { describe, expect, it } from '@jest/globals';
import { demonstrationFolder, folderOfABook, folderToImportInto } from './open-book.js';
import { programmeMeant } from './programme.js';

describe('The programme that is meant', () => {
  it('is the one named, whatever the book holds', () => {
    expect(programmeMeant('kent', { programmes: [], demonstration: null })).toBe('kent');
    expect(programmeMeant('surrey', { programmes: ['kent'], demonstration: 'kent' })).toBe('surrey');
  });

  it('is the one demonstrated, and else the only one there is', () => {
    expect(programmeMeant(undefined, { programmes: [], demonstration: 'kent' })).toBe('kent');
    expect(programmeMeant(undefined, { programmes: ['surrey'], demonstration: null })).toBe('surrey');
  });

  it('must be named where there are several, or none', () => {
    expect(() => programmeMeant(undefined, { programmes: ['kent', 'surrey'], demonstration: null })).toThrow(
      'There are several: kent, surrey. Name one with --programme',
    );
    expect(() => programmeMeant(undefined, { programmes: [], demonstration: null })).toThrow(
      'There is no programme yet. Name one with --programme',
    );
  });
});

describe('The folder of a book', () => {
  const named = { MINUTEBOOK_DATA: 'books/kent' };
  const holding =
    (...folders: string[]) =>
    (folder: string) =>
      folders.includes(folder);

  it('is the one that is set, for every command', () => {
    expect([demonstrationFolder(named), folderOfABook(named), folderToImportInto(named)]).toEqual([
      'books/kent',
      'books/kent',
      'books/kent',
    ]);
  });

  it('to read or rebuild is one’s own book, and else the demonstration', () => {
    expect(folderOfABook({}, holding('data/book', 'data/demonstration'))).toBe('data/book');
    expect(folderOfABook({}, holding('data/demonstration'))).toBe('data/demonstration');
    expect(folderOfABook({}, holding())).toBe('data/book');
  });

  it('to import into is never the demonstration by itself', () => {
    expect(folderToImportInto({})).toBe('data/book');
    expect(demonstrationFolder({ MINUTEBOOK_DATA: '' })).toBe('data/demonstration');
  });
});
