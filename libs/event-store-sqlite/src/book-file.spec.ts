import Database from 'better-sqlite3';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { StoreInUse } from '#event-store';
import { openBookFile } from './book-file.js';
import { BookRefused } from './book-refused.js';
import { applicationId } from './schema.js';
import { SqliteEventStore } from './sqlite-event-store.js';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-'));
  file = join(folder, 'book.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Opens a book and closes it again; gives the programme it demonstrates. */
async function openedAndClosed(demonstration?: string): Promise<string | undefined> {
  const store = SqliteEventStore.open(file, demonstration === undefined ? {} : { demonstration });
  await store.close();
  return store.demonstration;
}

function withSqlite<Result>(work: (database: Database.Database) => Result): Result {
  const database = new Database(file);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

describe('A new book', () => {
  it('says what it is, and in which format', async () => {
    await openedAndClosed();
    withSqlite((database) => {
      expect(database.pragma('application_id', { simple: true })).toBe(applicationId);
      expect(database.pragma('user_version', { simple: true })).toBe(1);
      expect(database.prepare('SELECT name, value FROM property').all()).toEqual([
        { name: 'format', value: '1' },
        { name: 'identity', value: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      ]);
    });
    expect(readFileSync(file).subarray(68, 72).toString('latin1')).toBe('Mntb');
  });

  it('has an identity of its own, which an opening does not change', async () => {
    const identityOf = async (of: string): Promise<string> => {
      const store = SqliteEventStore.open(of);
      const identity = await store.identity();
      await store.close();
      return identity;
    };
    const first = await identityOf(file);
    expect([await identityOf(file), await identityOf(join(folder, 'other.sqlite'))]).toEqual([
      first,
      expect.not.stringMatching(first),
    ]);
  });

  it('from before there were identities gets the same one wherever it is opened, by its first entry', async () => {
    const identities: string[] = [];
    for (const book of [file, join(folder, 'restored.sqlite')]) {
      const store = SqliteEventStore.open(book);
      await store.append({
        stream: 'kent/programme',
        events: [{ id: 'first', type: 'ProgrammeNamed', version: 1, envelope: {}, data: {} }],
        expected: 'none',
        commandId: 'name-programme',
        fingerprint: 'hash of name-programme',
      });
      await store.close();
      const older = new Database(book);
      older.exec("DELETE FROM property WHERE name = 'identity'");
      older.close();
      const opened = SqliteEventStore.open(book);
      identities.push(await opened.identity());
      await opened.close();
    }
    expect(identities).toEqual(Array(2).fill('d248f3e5-3312-599c-9e96-b87781842ac4'));
  });

  it('keeps a log beside it while it is written, shares no index, and is one file once it is closed', async () => {
    const store = SqliteEventStore.open(file);
    await store.append({
      stream: 'kent/programme',
      events: [{ id: 'first', type: 'ProgrammeNamed', version: 1, envelope: {}, data: {} }],
      expected: 'none',
      commandId: 'name-programme',
      fingerprint: 'hash of name-programme',
    });
    expect(readdirSync(folder).sort()).toEqual(['book.sqlite', 'book.sqlite-wal']);
    await store.close();
    expect(readdirSync(folder)).toEqual(['book.sqlite']);
  });

  it('is made of an empty file too', async () => {
    writeFileSync(file, '');
    expect(await openedAndClosed()).toBeUndefined();
  });

  it('is not made in a folder that is not there', () => {
    const lost = join(folder, 'no', 'such', 'book.sqlite');
    expect(() => SqliteEventStore.open(lost)).toThrow(
      `There is no directory ${join(folder, 'no', 'such')}: make it, then open ${lost}.`,
    );
  });
});

describe('A demonstration', () => {
  it('is known again without being named', async () => {
    expect(await openedAndClosed('kent')).toBe('kent');
    expect(await openedAndClosed()).toBe('kent');
    expect(await openedAndClosed('kent')).toBe('kent');
  });

  it('of another programme is refused', async () => {
    await openedAndClosed('kent');
    expect(() => SqliteEventStore.open(file, { demonstration: 'essex' })).toThrow(
      new BookRefused(
        file,
        'other-demonstration',
        `The file ${file} demonstrates kent, so essex cannot be demonstrated in it: name a file that does not exist yet.`,
      ),
    );
    expect(await openedAndClosed()).toBe('kent');
  });

  it('is never made of an ordinary book, even one with nothing in it', async () => {
    expect(await openedAndClosed()).toBeUndefined();
    expect(() => SqliteEventStore.open(file, { demonstration: 'kent' })).toThrow(
      `The file ${file} is an ordinary book, so kent cannot be demonstrated in it: name a file that does not exist yet.`,
    );
    expect(await openedAndClosed()).toBeUndefined();
  });

  it('can live in memory', () => {
    expect(SqliteEventStore.open(':memory:', { demonstration: 'kent' }).demonstration).toBe('kent');
  });
});

describe('A file that is not a book is refused and left as it was:', () => {
  const refusedAndUntouched = (message: string): void => {
    const before = readFileSync(file);
    expect(() => SqliteEventStore.open(file)).toThrow(message);
    expect(() => SqliteEventStore.open(file)).toThrow(BookRefused);
    expect(readFileSync(file).equals(before)).toBe(true);
  };

  it('a text', () => {
    writeFileSync(file, 'Minutes of the cabinet, 17 July 2014\n'.repeat(40));
    refusedAndUntouched(`The file ${file} is not a Minutebook book: name another file.`);
  });

  it('a database of something else', () => {
    withSqlite((database) => database.exec('CREATE TABLE event (position INTEGER PRIMARY KEY, data TEXT)'));
    refusedAndUntouched(`The file ${file} is not a Minutebook book: name another file.`);
  });

  it('an empty database that something else has marked as its own', () => {
    withSqlite((database) => database.pragma('application_id = 7'));
    refusedAndUntouched(`The file ${file} is not a Minutebook book: name another file.`);
  });

  it('a book of a newer format', async () => {
    await openedAndClosed();
    withSqlite((database) => database.pragma('user_version = 3'));
    refusedAndUntouched(
      `The book ${file} has format 3, and this Minutebook reads up to 2: open it with a newer one.`,
    );
  });

  it('a book whose mark of format was taken away', async () => {
    await openedAndClosed();
    withSqlite((database) => database.pragma('user_version = 0'));
    refusedAndUntouched(`The file ${file} is not a Minutebook book: name another file.`);
  });
});

describe('A book that is open', () => {
  it('is not opened a second time in its process, under any of its names', async () => {
    const store = SqliteEventStore.open(file);
    const alias = join(folder, 'alias.sqlite');
    symlinkSync(file, alias);
    expect(() => SqliteEventStore.open(file)).toThrow(new StoreInUse(file, 'this process'));
    expect(() => SqliteEventStore.open(alias)).toThrow(new StoreInUse(alias, 'this process'));
    expect(() => SqliteEventStore.open(join(folder, '.', 'book.sqlite'))).toThrow(StoreInUse);
    await store.close();
    expect(await openedAndClosed()).toBeUndefined();
  });

  it('is not kept from others by an opening that was refused', async () => {
    await openedAndClosed('kent');
    expect(() => SqliteEventStore.open(file, { demonstration: 'essex' })).toThrow(BookRefused);
    expect(await openedAndClosed()).toBe('kent');
  });

  it('waits for the disk at every commit, and writes its log back in large strides', async () => {
    // The settings belong to a connection, so they are asked of the one the book uses.
    const book = openBookFile(file, undefined);
    const setting = (name: string): unknown => book.database.pragma(name, { simple: true });
    expect({
      journal: setting('journal_mode'),
      synchronous: setting('synchronous'),
      checkpoint: setting('wal_autocheckpoint'),
      locking: setting('locking_mode'),
    }).toEqual({ journal: 'wal', synchronous: 2, checkpoint: 10000, locking: 'exclusive' });
    book.release();
    expect(await openedAndClosed()).toBeUndefined();
  });
});
