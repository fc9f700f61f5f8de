import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ReadModel } from './index.js';

describe('A read model', () => {
  it('keeps the book that it was filled from, whatever book it is opened for later', () => {
    const folder = mkdtempSync(join(tmpdir(), 'read-model-'));
    const bookOf = (file: string, book?: string) => {
      const model = ReadModel.open(join(folder, file), { ...(book !== undefined && { book }) });
      const found = model.book;
      model.close();
      return found;
    };
    expect(bookOf('a', 'book-1')).toBe('book-1');
    expect(bookOf('a', 'book-2')).toBe('book-1');
    expect(bookOf('a')).toBe('book-1');
    expect(bookOf('b')).toBe('');
    rmSync(folder, { recursive: true });
  });
});
