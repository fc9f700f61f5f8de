import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { MemoryEventStore } from '#event-store';
import type { Command } from '#programme';
import { Recorder, type TakenIds } from '#recording';
import { Batches, type BatchItem } from './batch.js';
import { Book } from './book.js';
import { importFile } from './import-file.js';
import { fingerprintOf } from './import-lines.js';

let folder: string;
let book: Book;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-'));
  book = await Book.open({ folder });
  await send('started', { type: 'start-programme', name: 'Facing the Challenge' });
});

afterEach(async () => {
  await book.close();
  rmSync(folder, { recursive: true, force: true });
});

const officer = { actor: 'programme-officer', capacity: 'programme-office' };

function send(
  commandId: string,
  said: Readonly<Record<string, unknown>>,
  programme = 'kent',
  recorder = book.recorder,
) {
  const command = { programme, effectiveOn: civilDate('2014-04-01'), provenance: 'observed', ...said };
  const { type, ...body } = said;
  return recorder.record(command as unknown as Command, {
    ...officer,
    commandId,
    fingerprint: fingerprintOf(String(type), body),
  });
}

const service = (id: string) => ({ type: 'register-service', service: id, name: id });
const unit = (id: string) => ({ type: 'register-unit', unit: id, name: id, opening: true });
const unitLine = (id: string): BatchItem => ({
  command: 'register-unit',
  body: { unit: id, name: id, opening: true, effectiveOn: '2014-04-01' },
});
const batch = (key: string, items: readonly BatchItem[]) =>
  new Batches(book, () => civilDate('2014-04-01')).record({
    programme: 'kent',
    ...officer,
    key,
    items,
    keepGoing: false,
    dryRun: false,
  });
const line = (id: string, service: string) =>
  JSON.stringify({ id, command: 'register-service', service, name: service, effectiveOn: '2014-04-01' });
const imported = (text: string) =>
  importFile(book, text, { programme: 'kent', actor: 'import', capacity: 'programme-office' });

describe('The id of a command belongs to its programme', () => {
  it('and the same command again gets its first result', async () => {
    const first = await send('parks', service('parks'));
    const again = await send('parks', service('parks'));
    expect(again).toEqual({ ...first, repeated: true });
  });

  it('so that nothing else is recorded under it: another body, another stream, another command', async () => {
    await send('parks', service('parks'));
    const reused = { outcome: 'command-id-reused', stream: 'kent/service/parks' };
    expect(await send('parks', { ...service('parks'), name: 'Country Parks' })).toEqual(reused);
    expect(await send('parks', service('libraries'))).toEqual(reused);
    expect(await send('parks', unit('parks'))).toEqual(reused);
  });

  it('so that it is refused for what would change nothing, and for what cannot be', async () => {
    await send('parks', service('parks'));
    await send('legal', unit('legal'));
    const reused = { outcome: 'command-id-reused', stream: 'kent/service/parks' };
    expect(await send('parks', unit('legal'))).toEqual(reused);
    expect(await send('parks', { type: 'close-unit', unit: 'nowhere' })).toEqual(reused);
  });

  it('and another programme is free to use it', async () => {
    await send('parks', service('parks'));
    await send('started', { type: 'start-programme', name: 'Essex' }, 'kent-2');
    expect(await send('parks', service('parks'), 'kent-2')).toMatchObject({ outcome: 'recorded' });
  });

  it('whichever of two commands comes first when both come at once', async () => {
    const came = await Promise.all([
      send('at-once', service('parks')),
      send('at-once', service('libraries')),
      send('at-once', unit('legal')),
      send('at-once', service('parks')),
    ]);
    expect(came.map(({ outcome }) => outcome)).toEqual([
      'recorded',
      'command-id-reused',
      'command-id-reused',
      'recorded',
    ]);
    expect(came[3]).toEqual({ ...came[0], repeated: true });
  });

  it('for a correction as for anything else', async () => {
    const parks = await send('parks', service('parks'));
    if (parks.outcome !== 'recorded') throw new Error(parks.outcome);
    const libraries = await send('libraries', service('libraries'));
    if (libraries.outcome !== 'recorded') throw new Error(libraries.outcome);
    const strike = (stream: string, entry: string, commandId: string) =>
      book.recorder.strike(
        {
          programme: 'kent',
          stream,
          entries: [entry],
          reason: 'Typed twice',
          authority: 'Head of Policy',
          recorded: { effectiveOn: civilDate('2014-04-01'), provenance: 'observed' },
          replacement: [],
        },
        { ...officer, commandId, fingerprint: fingerprintOf('strike-entry', { entry }) },
      );
    const taken = { outcome: 'command-id-reused', stream: 'kent/service/parks' };
    expect(await strike('kent/service/libraries', libraries.events[0]!.id, 'parks')).toEqual(taken);
    const struck = await strike('kent/service/parks', parks.events[0]!.id, 'struck');
    expect(struck).toMatchObject({ outcome: 'recorded' });
    expect(await send('struck', service('museums'))).toEqual(taken);
  });

  it('so that a batch is refused under the key of a command, and a command under that of a batch', async () => {
    await send('parks', service('parks'));
    await book.upTo(await book.store.head());
    expect(await batch('parks', [unitLine('legal')])).toEqual({ came: 'key-reused' });
    expect(await batch('meeting', [unitLine('legal'), unitLine('property')])).toMatchObject({
      came: 'recorded',
    });
    expect(await send('meeting', service('museums'))).toEqual({
      outcome: 'command-id-reused',
      stream: 'kent/structure',
    });
    expect(await send('meeting/1', service('museums'))).toMatchObject({ outcome: 'command-id-reused' });
    expect(await batch('meeting', [unitLine('legal'), unitLine('museums')])).toEqual({ came: 'key-reused' });
  });

  it('and a slash in it makes it no batch', async () => {
    await send('file/1', service('parks'));
    await book.upTo(await book.store.head());
    expect(await send('file', service('libraries'))).toMatchObject({ outcome: 'recorded' });
  });

  it('so that a line of a file is refused under the id of another command, whatever its stream', async () => {
    await send('line-1', unit('legal'));
    const report = await imported(`${line('line-1', 'parks')}\n${line('line-2', 'libraries')}\n`);
    expect(report).toEqual({
      lines: 2,
      recorded: 0,
      before: 0,
      nothing: 0,
      bad: [
        {
          line: 1,
          reason:
            'its id is on the record for another command: give an edited line a new id, or correct the old one with strike-entry',
        },
      ],
    });
    expect(await imported(`${line('line-3', 'parks')}\n`)).toMatchObject({ recorded: 1, bad: [] });
    expect(await send('line-3', unit('property'))).toEqual({
      outcome: 'command-id-reused',
      stream: 'kent/service/parks',
    });
  });

  it('after the book is opened again, and where it was made before ids were looked up so', async () => {
    await send('parks', service('parks'));
    await book.close();
    const file = new Database(join(folder, 'book.sqlite'));
    file.exec('DROP INDEX command_by_id');
    file.close();
    book = await Book.open({ folder });
    expect(await send('parks', unit('parks'))).toEqual({
      outcome: 'command-id-reused',
      stream: 'kent/service/parks',
    });
    expect(await send('parks', service('parks'))).toMatchObject({ outcome: 'recorded', repeated: true });
  });
});

/** A store like a database that many servers share: of the id of a command it knows one stream at a time. */
class SharedStore extends MemoryEventStore {
  override streamsOfCommand(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
}

describe('Where many servers record', () => {
  it('the id of a command is refused in another stream as far as the views of this server have read', async () => {
    const store = new SharedStore();
    const known = new Map<string, string[]>();
    const taken: TakenIds = {
      byCommand: (programme, id) => known.get(`${programme} ${id}`) ?? [],
      byBatch: () => [],
    };
    const [one, other] = [new Recorder(store, { taken }), new Recorder(store, { taken })];
    await send('started', { type: 'start-programme', name: 'Facing the Challenge' }, 'kent', one);
    const parks = await send('twice', service('parks'), 'kent', one);
    expect(await send('twice', service('parks'), 'kent', other)).toEqual({ ...parks, repeated: true });
    const legal = await send('twice', unit('legal'), 'kent', other);
    expect(legal).toMatchObject({ outcome: 'recorded', stream: 'kent/structure', repeated: false });

    known.set('kent twice', ['kent/service/parks', 'kent/structure']);
    expect(await send('twice', service('museums'), 'kent', one)).toEqual({
      outcome: 'command-id-reused',
      stream: 'kent/service/parks',
    });
    // Both stand, and each server gets the first result of what it sent.
    expect(await send('twice', service('parks'), 'kent', one)).toEqual({ ...parks, repeated: true });
    expect(await send('twice', unit('legal'), 'kent', other)).toEqual({ ...legal, repeated: true });
  });
});
