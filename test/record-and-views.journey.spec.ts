import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Book } from '#book';
import type { Command } from '#programme';
import { BuiltServer, environmentFor, runBuiltCli } from './built-server.js';

/** What is done here is done to the files of a folder, so the record is kept in one. */
const settings = { EVENT_STORE: '' };
const programme = 'county';

/** A book of twenty units that was stopped in order, and the same one of thirty that was killed, its last ten in the log beside it. */
let stopped: string;
let killed: string;
/** The book of another county, of five units. */
let elsewhere: string;
let folder: string;

/** Registers units in an open book. */
async function register(book: Book, name: string, from: number, to: number): Promise<void> {
  for (let n = from; n <= to; n++) {
    const unit = { unit: `${name}-${n}`, name: `${name} ${n}`, opening: true, effectiveOn: '2013-09-19' };
    await record(book, `${name}-${n}`, { type: 'register-unit', ...unit });
  }
  await book.upTo();
}

async function record(book: Book, commandId: string, said: object): Promise<void> {
  const command = { programme, provenance: 'observed', ...said } as unknown as Command;
  const sender = { actor: 'officer', capacity: 'programme-office', commandId, fingerprint: commandId };
  const outcome = book.noting(await book.recorder.record(command, sender));
  expect(outcome.outcome).toBe('recorded');
}

/** Begins a book in a folder, or goes on with it, and closes it. */
async function inABook(of: string, work: (book: Book) => Promise<void>): Promise<void> {
  const book = await Book.open({ folder: of });
  await work(book);
  await book.close();
}

/** Waits until the mark beside the record says that a position was acknowledged. */
async function marked(of: string, position: string): Promise<void> {
  const mark = join(of, 'acknowledged.json');
  while (!existsSync(mark) || !readFileSync(mark, 'utf8').includes(position)) await wait(20);
}

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'minutebook-fault-'));
const inBook = (name: string): string => join(folder, name);

beforeAll(async () => {
  [stopped, killed, elsewhere] = [newFolder(), newFolder(), newFolder()];
  const begun = (name: string) => ({ type: 'start-programme', name, effectiveOn: '2013-07-18' });
  await inABook(stopped, async (book) => {
    await record(book, 'start', begun('County'));
    await register(book, 'school', 1, 20);
  });
  const running = newFolder();
  cpSync(stopped, running, { recursive: true });
  await inABook(running, async (book) => {
    await register(book, 'library', 1, 10);
    await marked(running, '0000000000000031');
    // What a power cut would leave.
    cpSync(running, killed, { recursive: true });
  });
  rmSync(running, { recursive: true });
  await inABook(elsewhere, async (book) => {
    await record(book, 'start-elsewhere', begun('Elsewhere'));
    await register(book, 'hospital', 1, 5);
  });
});

afterAll(() => {
  for (const each of [stopped, killed, elsewhere]) rmSync(each, { recursive: true, force: true });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The folder of the test at hand, as one of those was left. */
function left(as: string): void {
  folder = newFolder();
  cpSync(as, folder, { recursive: true });
}

/** Does something to the tables of the record, past its own guards. */
function inRecord(work: (database: Database.Database) => void): void {
  const database = new Database(inBook('book.sqlite'));
  for (const trigger of ['event_not_updated', 'event_not_deleted', 'event_not_replaced'])
    database.exec(`DROP TRIGGER ${trigger}`);
  work(database);
  database.close();
}

/** What a server says that does not start. */
async function refused(): Promise<string> {
  const server = await BuiltServer.start({ folder, settings }).catch(
    (error: unknown) => (error as Error).message,
  );
  if (typeof server === 'string') return server;
  await server.stop();
  throw new Error('The server started');
}

const unitsOf = async (server: BuiltServer): Promise<number> =>
  ((await server.get(`/api/programmes/${programme}/units?asAt=2014-01-01`)).body['units'] as unknown[])
    .length;

/** What the health of a server says once it is ready: on a busy computer it may be behind for a moment. */
async function readyHealth(server: BuiltServer): Promise<Record<string, unknown>> {
  for (let tries = 0; ; tries++) {
    const { status, body } = await server.get('/health');
    if (status === 200) return body;
    if (tries === 100 || body['type'] !== 'urn:minutebook:problem:views-behind')
      throw new Error(JSON.stringify(body));
    await wait(100);
  }
}

/** How many units a server shows, and what its health says. */
async function served(): Promise<{ units: number; health: Record<string, unknown> }> {
  const server = await BuiltServer.start({ folder, settings });
  try {
    return { units: await unitsOf(server), health: await readyHealth(server) };
  } finally {
    await server.stop();
  }
}

const lacks =
  /lacks what was acknowledged here: .*up to 0000000000000031 \(entry [0-9a-f-]{36} of county\/structure\)/;
const whatToDo = 'minutebook accept-restored --data';

describe('A book that nothing was done to', () => {
  it('starts as it was left, and nothing is said', async () => {
    left(killed);
    const { units, health } = await served();
    expect(units).toBe(30);
    expect(health).toMatchObject({ status: 'ready', position: '0000000000000031' });
    expect(health).not.toHaveProperty('notices');
  });
});

describe('A record that lacks what was acknowledged is refused, with what to do:', () => {
  const expectRefused = async (): Promise<void> => {
    const said = await refused();
    expect(said).toMatch(lacks);
    expect(said).toContain(whatToDo);
    expect(said).not.toMatch(/^\s+at /m);
  };

  it('an older book.sqlite under newer views', async () => {
    left(killed);
    rmSync(inBook('book.sqlite-wal'));
    copyFileSync(join(stopped, 'book.sqlite'), inBook('book.sqlite'));
    await expectRefused();
  });

  it('the log beside it deleted', async () => {
    left(killed);
    rmSync(inBook('book.sqlite-wal'));
    await expectRefused();
  });

  it('the log beside it halved', async () => {
    left(killed);
    truncateSync(inBook('book.sqlite-wal'), Math.floor(statSync(inBook('book.sqlite-wal')).size / 2));
    await expectRefused();
  });

  it('the log beside it damaged', async () => {
    left(killed);
    const log = readFileSync(inBook('book.sqlite-wal'));
    log.fill(0xff, log.length >> 1, (log.length >> 1) + 64);
    writeFileSync(inBook('book.sqlite-wal'), log);
    await expectRefused();
  });

  it('a record of 0 bytes, which is left as it is', async () => {
    left(killed);
    rmSync(inBook('book.sqlite-wal'));
    truncateSync(inBook('book.sqlite'), 0);
    await expectRefused();
    expect(statSync(inBook('book.sqlite')).size).toBe(0);
  });

  it('no record at all, and none is begun', async () => {
    left(killed);
    for (const name of ['book.sqlite', 'book.sqlite-wal']) rmSync(inBook(name));
    await expectRefused();
    expect(existsSync(inBook('book.sqlite'))).toBe(false);
  });

  it('an older one that others have gone on with', async () => {
    left(killed);
    const other = newFolder();
    cpSync(stopped, other, { recursive: true });
    await inABook(other, (book) => register(book, 'museum', 1, 12));
    rmSync(inBook('book.sqlite-wal'));
    copyFileSync(join(other, 'book.sqlite'), inBook('book.sqlite'));
    rmSync(other, { recursive: true });
    const said = await refused();
    expect(said).toMatch(/it has another entry at 0000000000000031/);
    expect(said).toContain(whatToDo);
  });
});

describe('A restored record that is accepted', () => {
  it('begins a new book, shows what is on it, and shows what is recorded from then on', async () => {
    left(killed);
    rmSync(inBook('book.sqlite-wal'));
    copyFileSync(join(stopped, 'book.sqlite'), inBook('book.sqlite'));
    const { status, stdout } = runBuiltCli(
      ['accept-restored', '--data', folder, '--reason', 'The log was lost'],
      environmentFor(folder, settings),
    );
    expect([status, stdout]).toEqual([0, expect.stringContaining('is accepted as the new book')]);
    const server = await BuiltServer.start({ folder, settings });
    try {
      expect(await unitsOf(server)).toBe(20);
      const unit = { unit: 'museum', name: 'Museum', opening: true, effectiveOn: '2013-09-19' };
      expect((await server.issue(programme, 'register-unit', unit)).status).toBe(201);
      expect(await unitsOf(server)).toBe(21);
      const body = await readyHealth(server);
      expect(body['notices']).toEqual(
        expect.arrayContaining([expect.stringContaining('The views were of another book')]),
      );
      expect(body['restored']).toMatchObject([
        { book: body['book'], reason: 'The log was lost', lastKnown: { position: '0000000000000031' } },
      ]);
    } finally {
      await server.stop();
    }
  });
});

describe('Views that do not belong to the record are filled anew, and that is said:', () => {
  it('those of another book', async () => {
    left(stopped);
    copyFileSync(join(elsewhere, 'read-model.sqlite'), inBook('read-model.sqlite'));
    const { units, health } = await served();
    expect(units).toBe(20);
    expect(health['notices']).toEqual([expect.stringContaining('The views were of another book')]);
  });

  it('those that go beyond the end of the record', async () => {
    left(stopped);
    for (const end of ['', '-wal'])
      copyFileSync(join(killed, `read-model.sqlite${end}`), inBook(`read-model.sqlite${end}`));
    const { units, health } = await served();
    expect(units).toBe(20);
    expect(health['notices']).toEqual([expect.stringContaining('beyond the end of the record')]);
  });

  it('all of another book in the folder', async () => {
    left(stopped);
    copyFileSync(join(elsewhere, 'book.sqlite'), inBook('book.sqlite'));
    const { units, health } = await served();
    expect(units).toBe(5);
    expect(health['notices']).toEqual(
      expect.arrayContaining([
        expect.stringContaining('The views were of another book'),
        expect.stringContaining('This folder was last used with book'),
      ]),
    );
  });
});

describe('A record that is not whole is refused, and the first entry that is not is named:', () => {
  const entryAt = (position: number): { id: string; stream: string } => {
    const database = new Database(inBook('book.sqlite'));
    const entry = database.prepare('SELECT id, stream FROM event WHERE position = ?').get(position);
    database.close();
    return entry as { id: string; stream: string };
  };

  it.each([
    ['in the middle', 9],
    ['at the end', 21],
  ])('a row deleted %s', async (_where, position) => {
    left(stopped);
    const { id, stream } = entryAt(position);
    inRecord((database) => database.prepare('DELETE FROM event WHERE position = ?').run(position));
    const said = await refused();
    const place = String(position).padStart(16, '0');
    expect(said).toContain(`The record is not whole: entry ${id} of ${stream} at ${place} is missing`);
    expect(said).toContain('minutebook doctor');
    expect(said).not.toMatch(/^\s+at /m);
  });

  it('a byte that breaks the text of a row', async () => {
    left(stopped);
    const { id, stream } = entryAt(12);
    inRecord((database) =>
      database
        .prepare(`UPDATE event SET data = replace(data, '"name":', '"name";') WHERE position = 12`)
        .run(),
    );
    const said = await refused();
    expect(said).toContain(`entry ${id} of ${stream} at 0000000000000012 cannot be read`);
    expect(said).not.toContain('Restart');
  });

  it('two rows swapped, found as the record is read through, and health says so', async () => {
    left(stopped);
    const { id } = entryAt(4);
    inRecord((database) => {
      for (const [from, to] of [
        [4, 1000],
        [5, 4],
        [1000, 5],
      ])
        database.prepare('UPDATE event SET position = ? WHERE position = ?').run(to, from);
    });
    const server = await BuiltServer.start({ folder, settings });
    try {
      const health = await untilRead(server);
      expect([health.status, String(health.body['type']).split(':').at(-1)]).toEqual([503, 'record-damaged']);
      expect(health.body).toMatchObject({ position: '0000000000000004', stream: 'county/structure' });
      expect(health.body['id']).not.toBe(id);
    } finally {
      await server.stop();
    }
  });
});

/** The health of a server once it has read the record through. */
async function untilRead(server: BuiltServer) {
  for (;;) {
    const health = await server.get('/health');
    const { read } = (health.body['record'] ?? {}) as { read?: string };
    if (health.status !== 200 || read === 'whole') return health;
    await wait(20);
  }
}

describe('A damaged file beside the record keeps the server from starting, and is named with what to do:', () => {
  it.each([
    ['sessions.sqlite', 'everybody signs in again'],
    ['drafts.sqlite', 'what people had begun to record is lost, nothing of the record'],
    ['audit-log.sqlite', 'put a copy back'],
    ['follow-ups.sqlite', 'the record is followed again from its beginning'],
  ])('%s', async (name, whatToDo) => {
    left(stopped);
    writeFileSync(inBook(name), 'no database'.repeat(999));
    const said = await refused();
    expect(said).toContain(`${inBook(name)} is damaged`);
    expect(said).toContain(whatToDo);
    expect(said).not.toMatch(/^\s+at /m);
  });
});

describe('An entry dated far ahead of the others', () => {
  it('is told in the health, with the entry', async () => {
    left(stopped);
    inRecord((database) =>
      database.prepare("UPDATE event SET recorded_at = '2999-01-01T00:00:00.000Z' WHERE position = 21").run(),
    );
    rmSync(inBook('read-model.sqlite'));
    const { health } = await served();
    expect(health['notices']).toEqual([
      expect.stringMatching(
        /^The record ends with an instant \d+ days ahead .*entry [0-9a-f-]{36} of county\/structure at 0000000000000021/,
      ),
    ]);
  });
});

/** Lets the clock of a process be as many milliseconds off as a file says, which it reads whenever it is asked the time. */
const clockThatIsSet = (file: string): string =>
  `--import "data:text/javascript,${encodeURIComponent(`
    import { readFileSync } from 'node:fs';
    const RealDate = Date;
    const now = () => RealDate.now() + Number(readFileSync(${JSON.stringify(file)}, 'utf8'));
    globalThis.Date = class extends RealDate {
      constructor(...given) { super(...(given.length > 0 ? given : [now()])); }
      static now() { return now(); }
    };`)}"`;

describe('A clock that goes back while the server runs', () => {
  it('is told in the log at the next entry, once, and in the health', async () => {
    left(stopped);
    const offset = inBook('clock-offset');
    writeFileSync(offset, '0');
    const server = await BuiltServer.start({
      folder,
      settings: { ...settings, NODE_OPTIONS: clockThatIsSet(offset), MINUTEBOOK_LOG_LEVEL: 'warn' },
    });
    const register = async (unit: string) => {
      const said = { unit, name: unit, opening: true, effectiveOn: '2013-09-19' };
      expect((await server.issue(programme, 'register-unit', said)).status).toBe(201);
    };
    try {
      await register('museum');
      writeFileSync(offset, String(-3 * 3_600_000));
      await register('theatre');
      await register('archive');
      const told = expect.stringMatching(/^This computer’s clock went back by 180 min, from /);
      const [notice] = ((await readyHealth(server))['notices'] as string[]).slice(-1);
      expect(notice).toEqual(told);
      const warned = () => server.logged.filter(({ level }) => level === 'warn');
      // What is logged is written in the background.
      for (let tries = 0; warned().length === 0 && tries < 500; tries++) await wait(20);
      expect(warned()).toMatchObject([{ msg: told }]);
    } finally {
      await server.stop();
    }
  });
});

describe('The command line', () => {
  it('refuses a record that lacks what was acknowledged, as the server does', () => {
    left(killed);
    rmSync(inBook('book.sqlite-wal'));
    const { status, stderr } = runBuiltCli(
      ['as-at', '2014-01-01', '--data', folder],
      environmentFor(folder, settings),
    );
    expect(status).toBe(2);
    expect(stderr).toMatch(lacks);
  });
});
