import Database from 'better-sqlite3';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { eventId } from '#event-store';
import type { Command } from '#programme';
import { WouldQuarantine } from '#projector';
import { decisionRow, lineage, listViews, overview } from '#read-model';
import { UnreadableEntry } from '#recording';
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
  return overview(book.reader, 'kent', book.reader.moments.at(civilDate('2014-04-01'))).units.count;
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
      const moment = reader.moments.at(day, known && civilDate(known));
      told.push(moment, overview(reader, programme, moment));
      for (const view of listViews) {
        told.push(view.rows(reader, programme, moment));
      }
      told.push(
        reader.decisions
          .at(programme, moment)
          .map(({ part, holdsFrom }) => decisionRow(part, holdsFrom, part.maker)),
      );
      told.push(reader.decisions.at(programme, moment, 'legal').length);
      told.push(reader.log.history(programme, {}, moment, { most: 10_000 }));
      told.push(reader.log.history(programme, { id: 'legal-services' }, moment, { most: 10_000 }));
      told.push(reader.log.changes(programme, reader.moments.at(civilDate('2013-09-30')), moment));
      told.push(
        reader.log.laterEntries(programme, [], moment),
        reader.log.recordedAfterwards(programme, [], moment),
      );
      for (const { id } of reader.parts.list(programme, 'unit', moment))
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

/** Keeps the live views from taking in a second unit of a name, as a fault of the program would, until it is mended. */
function refuseNamesake(): { mend: () => void } {
  const live = new Database(join(folder, 'read-model.sqlite'));
  live.exec(`CREATE UNIQUE INDEX broken ON entry (json_extract(stored, '$.data.name'))`);
  live.close();
  return {
    mend: () => {
      const broken = new Database(join(folder, 'read-model.sqlite'));
      broken.exec('DROP INDEX broken');
      broken.close();
    },
  };
}

describe('A stream whose entry cannot be taken in', () => {
  const structure = 'kent/structure';
  const registerService = (service: string) =>
    record({ type: 'register-service', service, name: `Service ${service}` });
  const services = () =>
    book.reader.parts.list('kent', 'service', book.reader.moments.at(civilDate('2014-04-01'))).length;

  it('is set aside with what follows in it; the rest goes on, and nobody waits in vain', async () => {
    await start();
    await register('libraries');
    await book.upTo();
    await appendWithoutDate();
    await registerService('adult-care');
    await book.upTo();
    expect(book.projector.fault).toBeUndefined();
    expect(services()).toBe(1);
    expect(book.quarantined).toEqual([
      {
        stream: structure,
        entry: { id: eventId('kent', structure, 'no-date', 0), type: 'UnitClosed' },
        position: expect.any(String) as unknown,
        recordedAt: expect.any(String) as unknown,
        error: expect.stringContaining('it does not say from which day it holds') as unknown,
        since: expect.any(String) as unknown,
        waiting: 1,
      },
    ]);
  });

  it('is still set aside once the book is opened again', async () => {
    await start();
    await appendWithoutDate();
    await book.upTo();
    await book.close();
    book = await Book.open({ folder });
    expect(book.quarantined.map(({ stream, waiting }) => [stream, waiting])).toEqual([[structure, 1]]);
  });

  it('is recorded in all the same where the domain reads it: the fault is the views’ alone', async () => {
    await start();
    await register('libraries');
    await book.upTo();
    const { mend } = refuseNamesake();
    await record({ type: 'register-unit', unit: 'other', name: 'libraries', opening: true });
    await register('museums');
    await registerService('adult-care');
    expect(await unitCount()).toBe(1);
    expect(book.quarantined).toMatchObject([{ stream: structure, waiting: 2 }]);
    expect(await book.requeue(structure)).toBe(0);
    expect(book.quarantined).toMatchObject([
      { waiting: 2, error: expect.stringContaining('UNIQUE') as unknown },
    ]);
    mend();
    const told: string[] = [];
    book.recorded.on('recorded', (events) => told.push(...events.map(({ type }) => type)));
    expect(await book.requeue(structure)).toBe(2);
    expect(told).toEqual(['UnitRegistered', 'UnitRegistered']);
    expect(book.quarantined).toEqual([]);
    expect(await unitCount()).toBe(3);
    expect(await book.requeue(structure)).toBe(0);
    const before = answers('kent');
    await book.rebuild();
    expect(answers('kent') === before).toBe(true);
  });

  it('takes no command where the domain cannot read it either', async () => {
    await start();
    await register('libraries');
    await book.store.append({
      stream: structure,
      commandId: 'later',
      fingerprint: 'later',
      expected: 'any',
      events: [
        {
          id: eventId('kent', structure, 'later', 0),
          type: 'UnitTwinned',
          version: 1,
          envelope: { effectiveOn: '2014-04-01' },
          data: { unit: 'libraries' },
        },
      ],
    });
    await expect(register('museums')).rejects.toBeInstanceOf(UnreadableEntry);
    await expect(register('museums')).rejects.toThrow('no UnitTwinned is known in a stream of this kind');
    await registerService('adult-care');
    await book.upTo();
    expect(services()).toBe(1);
  });
});

describe('A rebuild of views that hold something back', () => {
  it('is put in place where it holds back no more than they do', async () => {
    await start();
    await appendWithoutDate();
    await book.upTo();
    expect(await book.rebuild()).toBe(2);
    expect(book.quarantined).toHaveLength(1);
  });

  it('takes in again what the live views held back by a fault of theirs', async () => {
    await start();
    await register('libraries');
    await book.upTo();
    refuseNamesake();
    await record({ type: 'register-unit', unit: 'other', name: 'libraries', opening: true });
    await book.upTo();
    expect(book.quarantined).toHaveLength(1);
    await book.rebuild();
    expect(book.quarantined).toEqual([]);
    expect(await unitCount()).toBe(2);
  });

  it('is not put in place where it would hold back what they show, and leaves nothing half-filled', async () => {
    await start();
    await register('libraries');
    await book.upTo();
    await appendWithoutDate();
    await book.upTo();
    // As if an earlier version had shown what this one cannot take in.
    const live = new Database(join(folder, 'read-model.sqlite'));
    live.exec('DELETE FROM quarantine');
    live.close();
    await book.close();
    book = await Book.open({ folder });
    const before = answers('kent');
    const refused = await book.rebuild().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(WouldQuarantine);
    expect((refused as Error).message).toContain('The views stay as they were');
    expect((refused as Error).message).toContain('kent/structure');
    expect(answers('kent')).toBe(before);
    expect(modelFiles().filter((name) => name.includes('rebuilding'))).toEqual([]);
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
