import { copyFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { civilDate } from '#calendar';
import { SqliteEventStore } from '#event-store-sqlite';
import type { Command } from '#programme';
import { overview } from '#read-model';
import { acceptRestored } from './accept-restored.js';
import { Book } from './book.js';

/** Where everything of this file is kept. */
let place: string;
/** A book of a programme and three units, and what its record was after the first and the second of them. */
let whole: string;
let former: string;

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'minutebook-accept-'));
  whole = join(place, 'whole');
  for (const unit of ['', 'school', 'library', 'museum'])
    await inABook(whole, async (book) => {
      former = book.identity;
      await record(book, unit);
    }).then(() => copyFileSync(join(whole, 'book.sqlite'), join(place, `backup-${unit}.sqlite`)));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));
afterEach(() => void jest.restoreAllMocks());

async function inABook<Result>(
  folder: string,
  work: (book: Book) => Promise<Result> | Result,
): Promise<Result> {
  const book = await Book.open({ folder });
  try {
    return await work(book);
  } finally {
    await book.close();
  }
}

/** Registers a unit, or starts the programme where none is named. */
async function record(book: Book, unit: string): Promise<void> {
  const about = { programme: 'kent', effectiveOn: civilDate('2014-04-01'), provenance: 'observed' };
  const said =
    unit === ''
      ? { type: 'start-programme', name: 'Kent' }
      : { type: 'register-unit', unit, name: unit, opening: true };
  const commandId = `about-${unit}`;
  const sender = { actor: 'officer', capacity: 'programme-office', commandId, fingerprint: commandId };
  const outcome = book.noting(await book.recorder.record({ ...about, ...said } as Command, sender));
  expect(outcome.outcome).toBe('recorded');
  await book.upTo();
}

/** The folder as it was left, with another record put in the place of its own, or none. */
function restoredTo(backup: string | undefined, name: string): string {
  const folder = join(place, name);
  cpSync(whole, folder, { recursive: true });
  rmSync(join(folder, 'book.sqlite'));
  if (backup !== undefined) copyFileSync(join(place, backup), join(folder, 'book.sqlite'));
  return folder;
}

function copyOf(folder: string, name: string): string {
  const copy = `${folder}, ${name}`;
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** Accepts the record of a folder, and keeps what a process killed at each step would leave. */
async function acceptedInSteps(folder: string): Promise<Readonly<Record<string, string>>> {
  const left = (step: string): string => copyOf(folder, `killed ${step}`);
  const folders: Record<string, string> = {};
  const open = SqliteEventStore.open.bind(SqliteEventStore);
  jest.spyOn(SqliteEventStore, 'open').mockImplementation((file) => {
    const store = open(file);
    const [append, identify] = [store.append.bind(store), store.identify.bind(store)];
    store.append = async (said) => {
      folders['before the entry'] = left('before the entry');
      const appended = await append(said);
      folders['after the entry'] = left('after the entry');
      return appended;
    };
    store.identify = async (identity) => {
      await identify(identity);
      folders['after the identity'] = left('after the identity');
      const marking = (folders['as the mark is written'] = left('as the mark is written'));
      writeFileSync(join(marking, 'acknowledged.json.unfinished'), '{"books":[{"bo');
    };
    return store;
  });
  await acceptRestored({ folder }, 'The first reason');
  jest.restoreAllMocks();
  folders['at the end'] = left('at the end');
  return folders;
}

/** What there is in a book: its units, what it was begun with, and how often that is on the record. */
const found = (folder: string) =>
  inABook(folder, async (book) => {
    await book.upTo();
    const entries: string[] = [];
    for await (const page of book.store.readAll()) entries.push(...page.map(({ type }) => type));
    const { reader, identity, restored } = book;
    const units =
      entries.length > 1
        ? overview(reader, 'kent', reader.moments.at(civilDate('2014-04-02'))).units.count
        : 0;
    return {
      units,
      isNew: identity !== former,
      ofItself: restored.map((one) => one.book === identity),
      formerly: restored.map((one) => one.formerBook === former),
      reasons: restored.map(({ reason }) => reason),
      entries: entries.filter((type) => type === 'RestoredRecordAccepted').length,
    };
  });

const steps = [
  'before the entry',
  'after the entry',
  'after the identity',
  'as the mark is written',
  'at the end',
] as const;

describe.each([
  ['an older record', 'backup-school.sqlite', 1],
  ['a record without its last entry', 'backup-library.sqlite', 2],
  ['no record', undefined, 0],
])('The acceptance of %s that is killed', (name, backup, units) => {
  let folders: Readonly<Record<string, string>>;
  beforeAll(async () => {
    folders = await acceptedInSteps(restoredTo(backup, name));
  });

  it.each(steps)('%s is whole once it is run again', async (step) => {
    const folder = copyOf(folders[step] as string, 'run again');
    const before = step === 'before the entry';
    await acceptRestored({ folder }, 'The second reason');
    expect(await found(folder)).toEqual({
      units,
      isNew: true,
      ofItself: [true],
      formerly: [true],
      reasons: [before ? 'The second reason' : 'The first reason'],
      entries: 1,
    });
    await inABook(folder, (book) => record(book, units === 0 ? '' : 'theatre'));
    expect(await acceptRestored({ folder }, 'The third reason')).toBeUndefined();
  });

  it.each(steps)(
    '%s is refused with what to do, or open as a whole new book, where it is not',
    async (step) => {
      const came = await found(copyOf(folders[step] as string, 'opened')).catch(
        (error: unknown) => (error as Error).message,
      );
      if (typeof came === 'string') expect(came).toMatch(/ minutebook accept-restored --data /);
      else expect(came).toMatchObject({ units, isNew: true, ofItself: [true], formerly: [true], entries: 1 });
    },
  );
});
