import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { esdbAddress, type EsdbAddress } from '#event-store-esdb';
import type { Command } from '#programme';
import { overview } from '#read-model';
import { Peer } from '../../event-store-esdb/src/peer/peer.contract.js';
import { Book } from './book.js';

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
  overview(reader, 'kent', reader.moment(civilDate('2014-04-02'))).units.count;

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
