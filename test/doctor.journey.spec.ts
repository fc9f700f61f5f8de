import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { copyFileSync, cpSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { examineBook } from '#book';
import { environmentFor, runBuiltCli } from './built-server.js';

const settings = { EVENT_STORE: '' };
const newFolder = (): string => mkdtempSync(join(tmpdir(), 'minutebook-doctor-'));

/** A book of twenty units, and the same one before its last eight were recorded. */
let whole: string;
let earlier: string;
let folder: string;
const inBook = (name: string): string => join(folder, name);

const unit = (n: number): string =>
  JSON.stringify({
    id: `unit-${n}`,
    command: 'register-unit',
    unit: `unit-${n}`,
    name: `Unit ${n}`,
    opening: true,
    effectiveOn: '2013-09-19',
  });

function imported(units: number): void {
  const start = { id: 'start', command: 'start-programme', name: 'County', effectiveOn: '2013-07-18' };
  const file = join(whole, 'lines.ndjson');
  const lines = [JSON.stringify(start), ...Array.from({ length: units }, (_, n) => unit(n))];
  writeFileSync(file, lines.join('\n'));
  const { status, stderr } = runBuiltCli(
    ['import', file, '--programme', 'county', '--data', whole],
    environmentFor(whole, settings),
  );
  expect([status, stderr]).toEqual([0, '']);
  rmSync(file);
}

beforeAll(() => {
  [whole, earlier] = [newFolder(), newFolder()];
  imported(12);
  cpSync(whole, earlier, { recursive: true });
  imported(20);
});

afterAll(() => [whole, earlier].forEach((each) => rmSync(each, { recursive: true, force: true })));

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What doctor says of the book, once something was done to it. */
async function found(plant: () => void): Promise<string> {
  planted(plant);
  const said: string[] = [];
  for await (const each of examineBook({ folder })) said.push(...each.found);
  return said.join('\n');
}

function planted(plant: () => void): void {
  folder = newFolder();
  cpSync(whole, folder, { recursive: true });
  plant();
}

/** The same, by the command line. */
function examined(plant: () => void): { status: number | null; said: string } {
  planted(plant);
  const { status, stdout, stderr } = runBuiltCli(
    ['doctor', '--data', folder],
    environmentFor(folder, settings),
  );
  expect(stderr).toBe('');
  return { status, said: stdout };
}

/** Changes the rows of a file, past the guards of the record. */
function changed(file: string, ...statements: readonly string[]): void {
  const database = new Database(inBook(file));
  const triggers = database.prepare(
    "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'event_%'",
  );
  for (const name of triggers.pluck().all() as string[]) database.exec(`DROP TRIGGER ${name}`);
  for (const statement of statements) database.exec(statement);
  database.close();
}

const entryAt = (position: number): { id: string; stream: string } => {
  const database = new Database(join(whole, 'book.sqlite'), { readonly: true });
  const found = database.prepare('SELECT id, stream FROM event WHERE position = ?').get(position);
  database.close();
  return found as { id: string; stream: string };
};

const swap = [
  'UPDATE event SET position = 1000 WHERE position = 9',
  'UPDATE event SET position = 9 WHERE position = 10',
  'UPDATE event SET position = 10 WHERE position = 1000',
];

describe('Doctor', () => {
  it('finds nothing wrong with a whole book, and says what it looked at', () => {
    const { status, said } = examined(() => undefined);
    expect([status, said.trim().split('\n')]).toEqual([
      0,
      [
        expect.stringContaining('in order  The file of the record'),
        'in order  Every entry of the record: 21 in their order, each text read',
        expect.stringContaining('in order  What was acknowledged'),
        expect.stringContaining('in order  The instants of the record'),
        'in order  The views (read-model.sqlite), each row against a fold of the record, 21 entries',
        expect.stringContaining('in order  The other files of the folder'),
        'Nothing wrong was found.',
      ],
    ]);
  });

  const { id, stream } = { id: '[0-9a-f-]{36}', stream: 'county/structure' };
  it.each<[string, () => void, RegExp]>([
    [
      'an older book.sqlite under newer views',
      () => copyFileSync(join(earlier, 'book.sqlite'), inBook('book.sqlite')),
      /lacks what was acknowledged here: it ends at 0000000000000013.*accept-restored[^]*The views in .* beyond the end of the record/,
    ],
    [
      'a record of 0 bytes',
      () => truncateSync(inBook('book.sqlite'), 0),
      /there is nothing in .*book\.sqlite/,
    ],
    ['no record', () => rmSync(inBook('book.sqlite')), /there is no .*book\.sqlite/],
    [
      'a row that was deleted',
      () => changed('book.sqlite', 'DELETE FROM event WHERE position = 9'),
      new RegExp(`entry ${id} of ${stream} at 0000000000000009 is missing`),
    ],
    [
      'the last row deleted',
      () => changed('book.sqlite', 'DELETE FROM event WHERE position = 21'),
      new RegExp(`entry ${id} of ${stream} at 0000000000000021 is missing`),
    ],
    [
      'two rows swapped',
      () => changed('book.sqlite', ...swap),
      new RegExp(
        `entry ${id} of ${stream} at 0000000000000009 is number 8 of its stream, where number 7 must come`,
      ),
    ],
    [
      'the texts of two rows swapped',
      () =>
        changed(
          'book.sqlite',
          'CREATE TABLE kept AS SELECT position, data FROM event WHERE position IN (9, 10)',
          'UPDATE event SET data = (SELECT data FROM kept WHERE kept.position = 19 - event.position) WHERE position IN (9, 10)',
          'DROP TABLE kept',
        ),
      /differ from the record in entry: 2 rows that the record comes to are not there/,
    ],
    [
      'a byte that breaks the text of a row',
      () =>
        changed(
          'book.sqlite',
          `UPDATE event SET data = replace(data, '"name":', '"name";') WHERE position = 9`,
        ),
      new RegExp(`entry ${id} of ${stream} at 0000000000000009 has data that cannot be read`),
    ],
    [
      'a byte that makes a row differ from the views',
      () =>
        changed(
          'book.sqlite',
          `UPDATE event SET data = replace(data, 'Unit 7', 'Unit 1') WHERE position = 9`,
        ),
      new RegExp(
        `differ from the record in entry: 1 row [^]*First: entry ${id} of ${stream} at 0000000000000009`,
      ),
    ],
    [
      'a text that is not written as it is recorded',
      () => changed('book.sqlite', `UPDATE event SET data = replace(data, ':', ': ') WHERE position = 9`),
      /has data that is not written as it is recorded/,
    ],
    [
      'a read model with rows of the log missing',
      () => changed('read-model.sqlite', 'DELETE FROM entry WHERE seq = 9'),
      new RegExp(`differ from the record in entry: 1 row that the record comes to are not there, and 0 rows`),
    ],
    [
      'a read model with rows of what things were missing',
      () => changed('read-model.sqlite', 'DELETE FROM version WHERE key = (SELECT max(key) FROM version)'),
      /differ from the record in version: 1 row that the record comes to/,
    ],
    [
      'a read model of another book',
      () => changed('read-model.sqlite', "UPDATE book SET identity = 'another'"),
      /The views in .* are of another book/,
    ],
    [
      'a read model that is no database',
      () => writeFileSync(inBook('read-model.sqlite'), 'no database'.repeat(999)),
      /The views in .* are damaged/,
    ],
    [
      'drafts, sessions and follow-ups that are no databases',
      () =>
        ['drafts', 'sessions', 'follow-ups', 'audit-log'].forEach((name) =>
          writeFileSync(inBook(`${name}.sqlite`), 'no database'.repeat(999)),
        ),
      /audit-log\.sqlite is damaged[^]*drafts\.sqlite is damaged[^]*follow-ups\.sqlite is damaged[^]*sessions\.sqlite is damaged.*everybody signs in again/,
    ],
    [
      'an entry dated far ahead of the others',
      () =>
        changed(
          'book.sqlite',
          "UPDATE event SET recorded_at = '2999-01-01T00:00:00.000Z' WHERE position = 21",
        ),
      /The record ends with an instant \d+ days ahead of this computer’s clock: entry/,
    ],
    [
      'an instant that goes back',
      () =>
        changed(
          'book.sqlite',
          "UPDATE event SET recorded_at = '2013-01-01T00:00:00.000Z' WHERE position = 9",
        ),
      /0000000000000009 was recorded at 2013-01-01T00:00:00.000Z, before the entry that it follows/,
    ],
  ])('finds %s', async (_what, plant, words) => {
    expect(await found(plant)).toMatch(words);
  });

  it('names the entry that is missing, on the command line, and ends with 1', () => {
    const { id: missing } = entryAt(9);
    const { status, said } = examined(() => changed('book.sqlite', 'DELETE FROM event WHERE position = 9'));
    expect([status, said.split('\n').filter((line) => /^\s+at /.test(line))]).toEqual([1, []]);
    expect(said).toContain(missing);
  });

  it('could not be tried where there is no folder', () => {
    folder = newFolder();
    const { status, stderr } = runBuiltCli(
      ['doctor', '--data', join(folder, 'nowhere')],
      environmentFor(folder, settings),
    );
    expect([status, stderr]).toEqual([2, expect.stringContaining('There is no folder')]);
  });
});
