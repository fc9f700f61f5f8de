import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { latestDate } from '#calendar';
import type { StoredEvent } from '#event-store';
import { Book, importFile } from './index.js';

let folder: string;
let book: Book | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-'));
});

afterEach(async () => {
  await book?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function opened(programmes?: readonly string[]): Promise<Book> {
  await book?.close();
  book = await Book.open({ folder, programmes });
  return book;
}

async function started(programme: string): Promise<void> {
  const line = { id: programme, command: 'start-programme', name: programme, effectiveOn: '2013-07-18' };
  const options = { programme, actor: 'officer', capacity: 'programme-office' };
  expect(await importFile(book as Book, JSON.stringify(line), options)).toMatchObject({ recorded: 1 });
}

const shown = ({ reader }: Book) => reader.moments.programmes(reader.moments.at(latestDate));

describe('A book of which some programmes are followed', () => {
  it('shows those alone, and moves on past the entries of others', async () => {
    const here = await opened(['kent']);
    const told: StoredEvent[] = [];
    here.recorded.on('recorded', (events) => told.push(...events));
    await started('kent');
    await started('essex');
    await here.upTo();
    expect(here.position).toBe(await here.store.head());
    expect(shown(here)).toEqual(['kent']);
    expect(told.map(({ stream }) => stream)).toEqual(['kent/programme']);
    expect([here.follows('kent'), here.follows('essex')]).toEqual([true, false]);
  });

  it('shows them after a rebuild too, and others where they are chosen later', async () => {
    const here = await opened(['kent']);
    await started('kent');
    await started('essex');
    expect(await here.rebuild()).toBe(2);
    expect(shown(here)).toEqual(['kent']);
    expect(here.position).toBe(await here.store.head());
    expect(shown(await opened(['kent', 'essex']))).toEqual(['kent', 'essex']);
    expect(shown(await opened())).toEqual(['kent', 'essex']);
    expect(shown(await opened(['essex']))).toEqual(['essex']);
  });
});
