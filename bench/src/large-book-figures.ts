import Database from 'better-sqlite3';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { Book } from '#book';
import { addDays, type CivilDate } from '#calendar';
import { SqliteEventStore } from '#event-store-sqlite';
import { serverOn, withServer } from './in-own-process.js';
import { daysBetweenEntries, fillWithServices, firstDay, largeProgramme as programme } from './large-book.js';
import {
  atLeast,
  atMost,
  eventsPerSecond,
  median,
  megabytes,
  milliseconds,
  millisecondsOf,
  seconds,
  times,
  type Finding,
  type Measure,
} from './measure.js';
import { inTemporaryFolder } from './temporary-folder.js';

const services = 10_000;

/** A generator of whole numbers below a bound, the same on each run. */
function chance(): (below: number) => number {
  let state = 20_130_919;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Days of the book's whole history and some beyond, at random. */
function randomDay(pick: (below: number) => number, events: number): CivilDate {
  return addDays(firstDay, pick(Math.ceil((events / services) * daysBetweenEntries * 1.1)));
}

async function fill(folder: string, events: number, say: (what: string) => void): Promise<void> {
  let at = '';
  const store = SqliteEventStore.open(join(folder, 'book.sqlite'), { clock: () => at });
  const hooks = {
    say: (done: number) => say(`${done} of ${events} events recorded`),
    recordedOn: (day: CivilDate) => (at = `${day}T09:00:00.000Z`),
  };
  try {
    await fillWithServices(store, { services, events }, hooks);
  } finally {
    await store.close();
  }
}

/** How long the list of all services takes, in milliseconds, as at random days: with all that is known, and with less. */
function listing({ reader }: Book, events: number): { all: number; less: number } {
  const pick = chance();
  const once = (knownAt: CivilDate | undefined): number => {
    const moment = reader.moments.at(randomDay(pick, events), knownAt);
    const start = performance.now();
    const { length } = reader.parts.list(programme, 'service', moment);
    const took = performance.now() - start;
    if (length !== services) throw new Error(`${length} services as at ${moment.asAt}`);
    return took;
  };
  const often = (what: () => number) => median(Array.from({ length: 40 }, what));
  often(() => once(undefined));
  return {
    all: often(() => once(undefined)),
    less: often(() => once(addDays(randomDay(pick, events), 200))),
  };
}

/** One service as at random days, against the look-up of a row under an integer key in a table as long as the log. */
function onePoint({ reader }: Book, folder: string, events: number): { all: number; less: number } {
  const bare = new Database(join(folder, 'bare.sqlite'));
  // Read as the views are read, or the yardstick would be slow for a reason of its own.
  bare.pragma('mmap_size = 1073741824');
  bare.exec('CREATE TABLE row (key INTEGER PRIMARY KEY, part TEXT NOT NULL)');
  const insert = bare.prepare('INSERT INTO row (key, part) VALUES (?, ?)');
  const pick = chance();
  const idOf = (n: number) => `service-${n % services}`;
  bare.transaction(() => {
    const parts = Array.from({ length: 100 }, (_, n) =>
      JSON.stringify(reader.parts.one(programme, 'service', idOf(n), reader.moments.at(firstDay)).part),
    );
    for (let n = 0; n < events; n++) insert.run(n, parts[n % parts.length]);
  })();
  const lookUp = bare.prepare<[number], string>('SELECT part FROM row WHERE key = ?').pluck();
  const moments = Array.from({ length: 500 }, () => ({
    all: reader.moments.at(randomDay(pick, events)),
    less: reader.moments.at(randomDay(pick, events), addDays(randomDay(pick, events), 200)),
  }));
  const reads = 20_000;
  const each = (read: (n: number) => unknown): number => {
    const start = performance.now();
    for (let n = 0; n < reads; n++) if (read(n) === undefined) throw new Error(`Read ${n} found nothing`);
    return performance.now() - start;
  };
  const rounds = Array.from({ length: 7 }, () => {
    const ofBare = each(() => JSON.parse(lookUp.get(pick(events)) as string));
    const of = (knowledge: 'all' | 'less') =>
      each(
        (n) =>
          reader.parts.one(
            programme,
            'service',
            idOf(pick(services)),
            (moments[n % 500] as (typeof moments)[0])[knowledge],
          ).part,
      );
    return { all: of('all') / ofBare, less: of('less') / ofBare };
  });
  bare.close();
  return { all: median(rounds.map(({ all }) => all)), less: median(rounds.map(({ less }) => less)) };
}

/** How long the server takes from its process to its address on a book that is projected, and what it then occupies. */
async function starting(folder: string): Promise<{ took: number; bytes: number }> {
  const once = async () => {
    const start = performance.now();
    return withServer('apps/server/src/main.js', serverOn(folder), (_url, { pid }) => {
      const took = performance.now() - start;
      const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
      return { took, bytes: Number(kilobytes) * 1024 };
    });
  };
  const starts = [await once(), await once(), await once()];
  return { took: median(starts.map(({ took }) => took)), bytes: median(starts.map(({ bytes }) => bytes)) };
}

interface Figures {
  readonly list: { readonly all: number; readonly less: number };
  readonly point: { readonly all: number; readonly less: number };
  readonly rebuilt: number;
  readonly start: { readonly took: number; readonly bytes: number };
}

async function figuresOf(events: number, say: (what: string) => void): Promise<Figures> {
  return inTemporaryFolder(async (folder) => {
    await fill(folder, events, say);
    const book = await Book.open({ folder }, (position) => say(`projected up to ${position}`));
    let measured: Omit<Figures, 'start'>;
    try {
      let entries = 0;
      const took = await millisecondsOf(async () => {
        entries = await book.rebuild((done) => say(`${done} of ${events} events rebuilt`));
      });
      say('reading');
      measured = {
        rebuilt: (entries / took) * 1_000,
        list: listing(book, events),
        point: onePoint(book, folder, events),
      };
    } finally {
      await book.close();
    }
    return { ...measured, start: await starting(folder) };
  });
}

/** What a long history costs those who ask of it, and those who start or rebuild the views. */
export const largeBook: Measure = {
  name: 'large-book',
  promises: 'reading any date, rebuilding and starting, in a book of 10,000 services with a long history',
  async run({ events }, say) {
    const short = await figuresOf(events / 10, say);
    const { list, point, rebuilt, start } = await figuresOf(events, say);
    const longer = Math.max(list.all / short.list.all, list.less / short.list.less);
    const findings: Finding[] = [
      atMost('one service as at any date, of a bare look-up', point.all, 2, times),
      atMost('the same as known on any date, of a bare look-up', point.less, 2, times),
      atMost('a list of 10,000 as at any date', list.all, 20, milliseconds),
      atMost('the same as known on any date', list.less, 20, milliseconds),
      // A tenth more is what chance alone makes of it.
      atMost('the list, of one in a history a tenth as long', longer, 1.1, times),
      atLeast('rebuild', rebuilt, 100_000, eventsPerSecond),
      atMost('start', start.took, 2_000, seconds),
      atMost('memory once started', start.bytes, 300_000_000, megabytes),
    ];
    return findings;
  },
};
