import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import type { StoredEvent } from '#event-store';
import { esdbAddress, type EsdbAddress } from '#event-store-esdb';
import type { Command } from '#programme';
import { overview } from '#read-model';
import { Peer, StreamsInMemory } from '../../event-store-esdb/src/peer/peer.contract.js';
import { acceptRestored } from './accept-restored.js';
import { Book } from './book.js';
import { examineBook } from './doctor/index.js';

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const each of cleanUp.splice(0).reverse()) await each();
});

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-whose-'));
  cleanUp.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens the book of a folder, lets it be worked with, and closes it again. */
async function withBook<Result>(
  folder: string,
  work: (book: Book) => Promise<Result> | Result,
  eventStore?: EsdbAddress,
): Promise<Result> {
  const book = await Book.open({ folder, ...(eventStore && { eventStore }) });
  try {
    return await work(book);
  } finally {
    await book.close();
  }
}

let commands = 0;
async function record(book: Book, said: object): Promise<void> {
  const commandId = `command-${++commands}`;
  const about = { programme: 'kent', effectiveOn: civilDate('2014-04-01'), provenance: 'observed' };
  const sender = { actor: 'officer', capacity: 'programme-office', commandId, fingerprint: commandId };
  const outcome = book.noting(await book.recorder.record({ ...about, ...said } as Command, sender));
  if (outcome.outcome !== 'recorded') throw new Error(JSON.stringify(outcome));
}

/** A book of a programme and so many units, each called as they are in it. */
async function filled(book: Book, name: string, units: number): Promise<void> {
  await record(book, { type: 'start-programme', name });
  await more(book, name, units);
}

async function more(book: Book, name: string, units: number): Promise<void> {
  for (let n = 1; n <= units; n++) {
    const unit = `${name}-${++commands}`;
    await record(book, { type: 'register-unit', unit, name: unit, opening: true });
  }
  await book.upTo();
}

const unitsIn = ({ reader }: Book): number =>
  overview(reader, 'kent', reader.moments.at(civilDate('2014-04-02'))).units.count;

/** What a book says of its views, and how many units it shows, once it is opened. */
const opened = (folder: string, eventStore?: EsdbAddress) =>
  withBook(
    folder,
    async (book) => (await book.upTo(), { units: unitsIn(book), notices: book.notices }),
    eventStore,
  );

const viewsOf = (folder: string): string => join(folder, 'read-model.sqlite');
const setAside = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.includes('.set-aside-'));

describe('Views in a folder', () => {
  it('go on where they were, and nothing is said', async () => {
    const folder = aFolder();
    await withBook(folder, (book) => filled(book, 'kent', 3));
    expect(await opened(folder)).toEqual({ units: 3, notices: [] });
    expect(setAside(folder)).toEqual([]);
  });

  it('of another book are filled anew, set aside, and that is said', async () => {
    const [kent, essex] = [aFolder(), aFolder()];
    await withBook(kent, (book) => filled(book, 'kent', 3));
    await withBook(essex, (book) => filled(book, 'essex', 7));
    copyFileSync(viewsOf(essex), viewsOf(kent));
    const { units, notices } = await opened(kent);
    expect(units).toBe(3);
    expect(notices).toEqual([
      expect.stringMatching(/^The views were of another book \(.*filled anew from the record/),
    ]);
    expect(setAside(kent)).toHaveLength(1);
    expect(await opened(kent)).toEqual({ units: 3, notices: [] });
  });

  it('that reach beyond the end of the record are filled anew', async () => {
    const folder = aFolder();
    await withBook(folder, (book) => filled(book, 'kent', 3));
    const ahead = aFolder();
    for (const name of ['book.sqlite', 'read-model.sqlite'])
      copyFileSync(join(folder, name), join(ahead, name));
    await withBook(ahead, (book) => more(book, 'kent', 4));
    copyFileSync(viewsOf(ahead), viewsOf(folder));
    const { units, notices } = await opened(folder);
    expect([units, notices]).toEqual([
      3,
      [expect.stringContaining('beyond the end of the record at 0000000000000004')],
    ]);
  });

  it('whose last entry is another than the record has there are filled anew', async () => {
    const folder = aFolder();
    await withBook(folder, (book) => filled(book, 'kent', 1));
    const other = aFolder();
    copyFileSync(join(folder, 'book.sqlite'), join(other, 'book.sqlite'));
    await withBook(folder, (book) => more(book, 'kent', 2));
    await withBook(other, (book) => more(book, 'other', 2));
    copyFileSync(viewsOf(other), viewsOf(folder));
    const { units, notices } = await opened(folder);
    expect([units, notices]).toEqual([3, [expect.stringContaining('where the record has entry')]]);
  });

  it('that cannot be read are filled anew, and that is said', async () => {
    const folder = aFolder();
    await withBook(folder, (book) => filled(book, 'kent', 3));
    copyFileSync(join(import.meta.dirname, 'views.ts'), viewsOf(folder));
    const { units, notices } = await opened(folder);
    expect([units, notices]).toEqual([3, [expect.stringMatching(/^The file of the views .* was damaged/)]]);
  });
});

describe('Views of a record in EventStoreDB', () => {
  it('are filled anew for another book of the same database', async () => {
    const peer = await Peer.start();
    cleanUp.push(() => peer.kill());
    const [kent, essex] = ['kent', 'essex'].map((book) => ({ ...esdbAddress(peer.address), book })) as [
      EsdbAddress,
      EsdbAddress,
    ];
    const folder = aFolder();
    await withBook(folder, (book) => filled(book, 'kent', 3), kent);
    await withBook(aFolder(), (book) => filled(book, 'essex', 2), essex);
    const { units, notices } = await opened(folder, essex);
    expect(units).toBe(2);
    expect(notices).toEqual([
      expect.stringContaining('The views were of another book'),
      expect.stringContaining('This folder was last used with book'),
    ]);
  });
});

/** A database as it was when it held so many records: what a backup of that time is restored to. */
function restoredTo(streams: StreamsInMemory, records: number): StreamsInMemory {
  const restored = new StreamsInMemory();
  for (const record of streams.log.slice(0, records))
    restored.append(record.stream, record.revision === 0 ? undefined : record.revision - 1, [record]);
  return restored;
}

describe('Doctor, of a record in EventStoreDB', () => {
  it('reads it entry by entry, and holds the views of the folder against it', async () => {
    const peer = await Peer.start();
    cleanUp.push(() => peer.kill());
    const eventStore = esdbAddress(peer.address);
    const folder = aFolder();
    await withBook(folder, (book) => filled(book, 'kent', 3), eventStore);
    const examined = async () => {
      const all: { looked: string; found: readonly string[] }[] = [];
      for await (const each of examineBook({ folder, eventStore })) all.push(each);
      return all;
    };
    const whole = await examined();
    expect(whole.flatMap(({ found }) => found)).toEqual([]);
    expect(whole.map(({ looked }) => looked)).toEqual(
      expect.arrayContaining([
        'Every entry of the record: 4 in their order, each text read',
        'The views (read-model.sqlite), each row against a fold of the record, 4 entries',
      ]),
    );
    const views = new Database(viewsOf(folder));
    views.exec('DELETE FROM entry WHERE seq = 2');
    views.close();
    expect((await examined()).flatMap(({ found }) => found)).toEqual([
      expect.stringContaining('differ from the record in entry: 1 row that the record comes to'),
    ]);
  });
});

describe('A restored record that lacks what was acknowledged', () => {
  const why = 'The disk of the old machine was lost';

  it('in EventStoreDB is refused, until it is accepted: then a new book begins with it and says so', async () => {
    const streams = new StreamsInMemory();
    const peer = await Peer.start({ streams });
    const address = esdbAddress(peer.address);
    const folder = aFolder();
    await withBook(folder, (book) => filled(book, 'kent', 3), address);
    const backup = streams.log.length;
    const former = await withBook(
      folder,
      async (book) => (await more(book, 'kent', 4), book.identity),
      address,
    );
    peer.kill();
    const again = await Peer.start({ streams: restoredTo(streams, backup) });
    cleanUp.push(() => again.kill());
    const restored = esdbAddress(again.address);
    await expect(opened(folder, restored)).rejects.toThrow(
      /lacks what was acknowledged here: it ends at .* accept-restored/s,
    );
    const accepted = await acceptRestored({ folder, eventStore: restored }, why);
    expect(accepted).toMatchObject({
      formerBook: former,
      reason: why,
      lastKnown: { stream: 'kent/structure', revision: 6 },
    });
    expect(accepted?.book).not.toBe(former);
    const { units, notices } = await opened(folder, restored);
    expect([units, notices]).toEqual([3, [expect.stringContaining('The views were of another book')]]);
    await withBook(
      folder,
      async (book) => {
        expect([book.identity, book.restored]).toEqual([accepted?.book, [accepted]]);
        await more(book, 'kent', 1);
        expect(unitsIn(book)).toBe(4);
      },
      restored,
    );
    expect(await acceptRestored({ folder, eventStore: restored }, why)).toBeUndefined();
    expect(await opened(folder, restored)).toEqual({ units: 4, notices: [] });
  });

  it('in a file, and empty, begins a new book whose first entry is that', async () => {
    const folder = aFolder();
    const former = await withBook(folder, async (book) => (await filled(book, 'kent', 3), book.identity));
    rmSync(join(folder, 'book.sqlite'));
    await expect(opened(folder)).rejects.toThrow('lacks what was acknowledged here: there is no');
    const accepted = await acceptRestored({ folder }, why);
    expect(accepted).toMatchObject({
      formerBook: former,
      restoredTo: null,
      lastKnown: { position: '0000000000000004' },
    });
    await withBook(folder, async (book) => {
      const [first] = (await book.store.readAll()[Symbol.asyncIterator]().next())
        .value as readonly StoredEvent[];
      expect(first).toMatchObject({
        type: 'RestoredRecordAccepted',
        stream: 'Minutebook/book',
        position: '0000000000000001',
      });
      await filled(book, 'anew', 2);
      expect([unitsIn(book), book.quarantined]).toEqual([2, []]);
    });
    expect(await opened(folder)).toEqual({ units: 2, notices: [] });
  });

  it('that lacks nothing is not accepted: there is nothing to accept', async () => {
    const folder = aFolder();
    await withBook(folder, (book) => filled(book, 'kent', 3));
    expect(await acceptRestored({ folder }, why)).toBeUndefined();
    expect(await opened(folder)).toEqual({ units: 3, notices: [] });
  });
});
