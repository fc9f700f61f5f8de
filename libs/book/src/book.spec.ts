import Database from 'better-sqlite3';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { eventId } from '#event-store';
import type { AnyPart, Command, UnitPart } from '#programme';
import { CannotApply } from '#projector';
import { decisionRow, lineage, listViews, overview } from '#read-model';
import { Book } from './book.js';
import { loadDemonstration } from './demonstration.js';
import { RebuildStopped } from './views.js';

const root = join(import.meta.dirname, '..', '..', '..');
let folder: string;
let book: Book;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-'));
  book = await Book.open({ folder });
});

afterEach(async () => {
  await book.close();
  rmSync(folder, { recursive: true, force: true });
});

const on = (day: string) =>
  ({ programme: 'kent', effectiveOn: civilDate(day), provenance: 'observed' }) as const;
let commands = 0;
async function record(said: object, day = '2014-04-01') {
  const commandId = `command-${++commands}`;
  const sender = {
    actor: 'programme-officer',
    capacity: 'programme-office',
    commandId,
    fingerprint: commandId,
  };
  const outcome = await book.recorder.record({ ...on(day), ...said } as Command, sender);
  expect(outcome.outcome).toBe('recorded');
  return book.noting(outcome);
}
const register = (unit: string) => record({ type: 'register-unit', unit, name: unit, opening: true });
const start = () => record({ type: 'start-programme', name: 'Facing the Challenge' });
const unitCount = async (): Promise<number> => {
  await book.upTo();
  return overview(book.reader, 'kent', book.reader.moment(civilDate('2014-04-01'))).units.count;
};
const modelFiles = () => readdirSync(folder).filter((name) => name.startsWith('read-model'));

/** Keeps the live views from taking in anything, until they are rebuilt. */
function breakLiveViews(): void {
  const live = new Database(join(folder, 'read-model.sqlite'));
  live.exec(
    `CREATE TRIGGER broken BEFORE INSERT ON entry BEGIN SELECT RAISE(ABORT, 'a page is damaged'); END`,
  );
  live.close();
}

/** An entry that no views can take in: it does not say from when it holds. */
const appendWithoutDate = () =>
  book.store.append({
    stream: 'kent/structure',
    commandId: 'no-date',
    fingerprint: 'no-date',
    expected: 'any',
    events: [
      {
        id: eventId('kent', 'kent/structure', 'no-date', 0),
        type: 'UnitClosed',
        version: 1,
        envelope: {},
        data: {},
      },
    ],
  });

/** Every answer there is to a programme, at dates and states of knowledge that show something. */
function answers(programme: string): string {
  const { reader } = book;
  const told: unknown[] = [];
  const knowledge = [undefined, '2013-10-15', '2014-05-31', '2015-12-31', '2016-04-01'] as const;
  for (const day of ['2013-07-01', '2013-10-15', '2014-06-01', '2016-04-01', '2026-01-01'].map(civilDate)) {
    for (const known of knowledge) {
      const moment = reader.moment(day, known && civilDate(known));
      told.push(moment, overview(reader, programme, moment));
      for (const view of listViews) {
        told.push(
          reader
            .list<AnyPart>(programme, view.kind, moment)
            .map((part) => view.row(part, reader, programme, moment)),
        );
      }
      told.push(
        reader
          .register(programme, moment)
          .map(({ part, holdsFrom }) => decisionRow(part, holdsFrom, part.maker)),
      );
      told.push(reader.register(programme, moment, 'legal').length);
      told.push(reader.history(programme, {}, moment, { most: 10_000 }));
      told.push(reader.history(programme, { id: 'legal-services' }, moment, { most: 10_000 }));
      told.push(reader.changes(programme, reader.moment(civilDate('2013-09-30')), moment));
      told.push(reader.laterEntries(programme, [], moment), reader.recordedAfterwards(programme, [], moment));
      for (const { id } of reader.list<UnitPart>(programme, 'unit', moment))
        told.push(lineage(reader, programme, id, moment));
    }
  }
  return JSON.stringify(told);
}

describe('A rebuild', () => {
  it('from nothing gives byte-identical answers, of the Kent programme through every view', async () => {
    await book.close();
    rmSync(folder, { recursive: true });
    const { recorded } = await loadDemonstration(folder, root);
    expect(recorded).toBeGreaterThan(300);
    book = await Book.open({ folder });
    const before = answers('kent');
    expect(before.length).toBeGreaterThan(1_000_000);
    const entries = await book.rebuild();
    expect(entries).toBeGreaterThanOrEqual(recorded);
    expect(answers('kent') === before).toBe(true);
    // And so does a file that was never there.
    await book.close();
    for (const name of modelFiles()) rmSync(join(folder, name));
    book = await Book.open({ folder });
    expect(answers('kent') === before).toBe(true);
  });

  it('of a book with nothing in it is done at once', async () => {
    expect(await book.rebuild()).toBe(0);
    expect(book.position).toBeUndefined();
  });

  it('tells how many entries are read, of how many there are', async () => {
    await start();
    for (let n = 0; n < 20; n++) await register(`unit-${n}`);
    await book.upTo();
    const told: string[] = [];
    expect(await book.rebuild((read, of) => told.push(`${read} of ${of}`))).toBe(21);
    expect(told).toEqual(['0 of 21', '21 of 21']);
  });

  it('leaves one file behind, and the views where they were', async () => {
    await start();
    await book.upTo();
    const { position } = book;
    await book.rebuild();
    expect(book.position).toBe(position);
    expect(modelFiles().filter((name) => !/-(wal|shm)$/.test(name))).toEqual(['read-model.sqlite']);
  });

  it('lets commands and queries go on, and shows what came in meanwhile', async () => {
    await start();
    const units = Array.from({ length: 1_200 }, (_, n) => `unit-${n}`);
    await Promise.all(units.map(register));
    await book.upTo();
    let rebuilding = true;
    const rebuild = book.rebuild().finally(() => {
      rebuilding = false;
    });
    let meanwhile = 0;
    while (rebuilding) {
      const before = await unitCount();
      await register(`meanwhile-${meanwhile++}`);
      expect(await unitCount()).toBe(before + 1);
      await turn();
    }
    expect(meanwhile).toBeGreaterThan(1);
    expect(await rebuild).toBeGreaterThan(1_200);
    await register('afterwards');
    expect(await unitCount()).toBe(1_200 + meanwhile + 1);
    expect(book.projector.fault).toBeUndefined();
  });

  it('asked for while one is under way is that one, and both are told of it', async () => {
    await start();
    await book.upTo();
    const told: string[] = [];
    const both = await Promise.all([
      book.rebuild((read) => told.push(`first ${read}`)),
      book.rebuild((read) => told.push(`second ${read}`)),
    ]);
    expect(both).toEqual([1, 1]);
    expect(told.slice(-2)).toEqual(['first 1', 'second 1']);
    expect(await book.rebuild()).toBe(1);
  });

  it('removes what an interrupted one left', async () => {
    await start();
    await book.upTo();
    for (const end of ['', '-wal', '-shm'])
      writeFileSync(join(folder, `read-model.sqlite.rebuilding${end}`), 'half-filled');
    expect(await book.rebuild()).toBe(1);
    expect(modelFiles().filter((name) => name.includes('rebuilding'))).toEqual([]);
  });

  it('is ended by closing the book, which then opens with the views it had', async () => {
    await start();
    await Promise.all(Array.from({ length: 600 }, (_, n) => register(`unit-${n}`)));
    await book.upTo();
    const rebuild = book.rebuild().catch((error: unknown) => error);
    await book.close();
    expect(await rebuild).toEqual(new RebuildStopped());
    expect(modelFiles().filter((name) => name.includes('rebuilding'))).toEqual([]);
    book = await Book.open({ folder });
    expect(await unitCount()).toBe(600);
  });
});

describe('An entry that cannot be applied', () => {
  it('ends a rebuild, and leaves the live views as they are and nothing half-filled', async () => {
    await start();
    await register('libraries');
    await book.upTo();
    const before = answers('kent');
    await appendWithoutDate();
    await expect(book.rebuild()).rejects.toBeInstanceOf(CannotApply);
    expect(answers('kent')).toBe(before);
    expect(modelFiles().filter((name) => name.includes('rebuilding'))).toEqual([]);
    await expect(book.rebuild()).rejects.toThrow('cannot be applied');
  });

  it('keeps a book from opening, and leaves nothing open', async () => {
    await start();
    await appendWithoutDate();
    await book.close();
    await expect(Book.open({ folder })).rejects.toBeInstanceOf(CannotApply);
    await expect(Book.open({ folder })).rejects.toBeInstanceOf(CannotApply);
  });
});

describe('Views that have stopped', () => {
  it('follow the log again once they are rebuilt', async () => {
    await start();
    await book.upTo();
    breakLiveViews();
    await register('libraries');
    await expect(book.upTo()).rejects.toThrow('a page is damaged');
    await book.rebuild();
    expect(await unitCount()).toBe(1);
    await register('museums');
    expect(await unitCount()).toBe(2);
  });

  it('are rebuilt in a book that is opened for that', async () => {
    await start();
    await book.upTo();
    breakLiveViews();
    await register('libraries');
    await book.close();
    await expect(Book.open({ folder })).rejects.toThrow('a page is damaged');
    book = await Book.open({ folder, toRebuild: true });
    expect(await book.rebuild()).toBe(2);
    expect(await unitCount()).toBe(1);
  });

  it('whose file is no database begin anew', async () => {
    await start();
    await register('libraries');
    await book.close();
    writeFileSync(join(folder, 'read-model.sqlite'), 'This is not a database, whatever its name says');
    book = await Book.open({ folder });
    expect(await unitCount()).toBe(1);
  });
});
