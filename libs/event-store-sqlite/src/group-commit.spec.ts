import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { GroupCommit } from './group-commit.js';

describe('Group commit', () => {
  let folder: string;
  let database: Database.Database;
  let commits: GroupCommit;
  let committed: number;

  const note = (text: string) => (): string => {
    database.prepare('INSERT INTO note VALUES (?)').run(text);
    return text;
  };
  const notes = (): unknown => database.prepare('SELECT text FROM note ORDER BY rowid').pluck().all();

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'minutebook-'));
    database = new Database(join(folder, 'notes.sqlite'));
    // A debt that must be paid by the time of the commit: the way to make a COMMIT itself fail.
    database.exec(`
      CREATE TABLE note (text TEXT);
      CREATE TABLE debt (note INTEGER REFERENCES paid (id) DEFERRABLE INITIALLY DEFERRED);
      CREATE TABLE paid (id INTEGER PRIMARY KEY);
    `);
    committed = 0;
    commits = new GroupCommit(database, () => (committed += 1));
  });
  afterEach(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });

  it('lets all that is asked in one turn share one commit, in the order asked', async () => {
    expect(await Promise.all(['one', 'two', 'three'].map((text) => commits.run(note(text))))).toEqual([
      'one',
      'two',
      'three',
    ]);
    expect(notes()).toEqual(['one', 'two', 'three']);
    expect(committed).toBe(1);
  });

  it('tells nobody before the commit', async () => {
    let told = false;
    const asked = commits.run(note('one')).then(() => (told = true));
    expect(notes()).toEqual([]);
    await Promise.resolve();
    expect(told).toBe(false);
    await asked;
    expect(notes()).toEqual(['one']);
  });

  it('keeps one commit short: a thousand and a half are three', async () => {
    await Promise.all(Array.from({ length: 1500 }, (_, index) => commits.run(note(`note ${index}`))));
    expect(notes()).toEqual(Array.from({ length: 1500 }, (_, index) => `note ${index}`));
    expect(committed).toBe(3);
  });

  it('undoes only the writes of the one that throws', async () => {
    const outcomes = await Promise.allSettled([
      commits.run(note('one')),
      commits.run(() => {
        note('half done')();
        throw new Error('the second does not go through');
      }),
      commits.run(note('three')),
    ]);
    expect(outcomes).toEqual([
      { status: 'fulfilled', value: 'one' },
      { status: 'rejected', reason: new Error('the second does not go through') },
      { status: 'fulfilled', value: 'three' },
    ]);
    expect(notes()).toEqual(['one', 'three']);
  });

  it('rejects all who shared a commit that fails, keeps nothing of it, and goes on', async () => {
    const outcomes = await Promise.allSettled([
      commits.run(note('one')),
      commits.run(() => database.prepare('INSERT INTO debt VALUES (7)').run()),
      commits.run(note('three')),
    ]);
    expect(outcomes).toMatchObject([
      { status: 'rejected', reason: { code: 'SQLITE_CONSTRAINT_FOREIGNKEY' } },
      { status: 'rejected', reason: { code: 'SQLITE_CONSTRAINT_FOREIGNKEY' } },
      { status: 'rejected', reason: { code: 'SQLITE_CONSTRAINT_FOREIGNKEY' } },
    ]);
    expect(notes()).toEqual([]);
    expect(committed).toBe(0);
    expect(await commits.run(note('afterwards'))).toBe('afterwards');
    expect(notes()).toEqual(['afterwards']);
  });

  it('rejects all who shared a transaction that ended under them, and goes on', async () => {
    const outcomes = await Promise.allSettled([
      commits.run(note('one')),
      commits.run(() => {
        // As SQLite does by itself where the disk is full.
        database.exec('ROLLBACK');
        throw new Error('database or disk is full');
      }),
      commits.run(note('three')),
    ]);
    const full = { status: 'rejected', reason: new Error('database or disk is full') };
    expect(outcomes).toEqual([full, full, full]);
    expect(notes()).toEqual([]);
    expect(await commits.run(note('afterwards'))).toBe('afterwards');
    expect(notes()).toEqual(['afterwards']);
  });

  it('can be told not to wait', async () => {
    const asked = commits.run(note('one'));
    commits.flush();
    expect(notes()).toEqual(['one']);
    expect(await asked).toBe('one');
    commits.flush();
    expect(committed).toBe(1);
  });
});
