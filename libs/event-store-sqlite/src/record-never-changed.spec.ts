import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventId, type Append } from '#event-store';
import { SqliteEventStore } from './sqlite-event-store.js';

const stream = 'kent/review/library-service';

function noted(commandId: string, notes: number): Append {
  return {
    stream,
    events: Array.from({ length: notes }, (_, index) => ({
      id: eventId('kent', stream, commandId, index),
      type: 'ReviewNoted',
      version: 1,
      envelope: { effectiveOn: '2014-07-17' },
      data: { note: `Note ${index}` },
    })),
    expected: 'any',
    commandId,
    fingerprint: `hash of ${commandId}`,
  };
}

describe('The record, through any other connection to its file,', () => {
  let folder: string;
  let database: Database.Database;
  let before: unknown;

  const everything = (): unknown => [
    database.prepare('SELECT * FROM event').all(),
    database.prepare('SELECT * FROM command').all(),
  ];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'minutebook-'));
    const store = SqliteEventStore.open(join(folder, 'book.sqlite'), {
      clock: () => '2014-07-17T09:30:00.000Z',
    });
    await store.append(noted('scope-review', 2));
    await store.append(noted('appraise-options', 1));
    await store.close();
    database = new Database(join(folder, 'book.sqlite'));
    before = everything();
  });
  afterEach(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['an event is not updated', `UPDATE event SET data = '{}' WHERE position = 1`],
    ['an event is not backdated', `UPDATE event SET recorded_at = '2013-01-01T00:00:00.000Z'`],
    ['an event is not deleted', `DELETE FROM event WHERE position = 3`],
    ['the log is not emptied', `DELETE FROM event`],
    ['an event is not replaced at its position', replacing(`1, 'elsewhere', 0, 'new id'`)],
    ['an event is not replaced at its revision', replacing(`9, '${stream}', 2, 'new id'`)],
    [
      'an event is not replaced under its id',
      replacing(`9, 'elsewhere', 0, '${eventId('kent', stream, 'scope-review', 0)}'`),
    ],
    ['a command is not updated', `UPDATE command SET fingerprint = 'another'`],
    ['a command is not deleted', `DELETE FROM command WHERE command_id = 'scope-review'`],
    [
      'a command is not replaced',
      `INSERT OR REPLACE INTO command VALUES ('${stream}', 'scope-review', 'f', 0, 0)`,
    ],
  ])('%s', (_name, sql) => {
    expect(() => database.exec(sql)).toThrow('the record is never changed');
    expect(everything()).toEqual(before);
  });

  it.each([
    ['a position', `${2 ** 53}, 'elsewhere', 0, 'new id'`],
    ['a revision', `9, 'elsewhere', ${2 ** 53}, 'new id'`],
    ['a revision below zero', `9, 'elsewhere', -1, 'new id'`],
  ])('takes no number that would be read back as another: %s', (_name, values) => {
    expect(() => database.exec(replacing(values))).toThrow('CHECK constraint failed');
    expect(everything()).toEqual(before);
  });
});

/** Writes an event over what is there; REPLACE deletes without asking a delete trigger. */
function replacing(values: string): string {
  return `INSERT OR REPLACE INTO event (position, stream, revision, id, type, version, recorded_at, command_id, envelope, data)
    VALUES (${values}, 'ReviewNoted', 1, '2014-07-17T09:30:00.000Z', 'forged', '{}', '{}')`;
}
