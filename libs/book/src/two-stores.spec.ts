import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from '@jest/globals';
import { civilDate, latestDate } from '#calendar';
import { positionAt, type StoredEvent } from '#event-store';
import { esdbAddress, type EsdbAddress } from '#event-store-esdb';
import {
  figuresAt,
  listViews,
  overview,
  ratings,
  unitBudgetRows,
  unitCount,
  waterfall,
  waterfallDimensions,
  type Moment,
} from '#read-model';
import {
  aStep,
  HandedClock,
  historySeed,
  metOften,
  play,
  randomDays,
  randomProgramme,
  type RandomStep,
} from '#testing';
import { Peer } from '../../event-store-esdb/src/peer/peer.contract.js';
import { Book } from './book.js';

const stepsOfABook = 60;
const cleanUp: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const each of cleanUp.splice(0).reverse()) await each();
});

/** A book in a new folder, on a clock that is handed to it. */
async function opened(eventStore?: EsdbAddress): Promise<{ book: Book; clock: HandedClock }> {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-'));
  const clock = new HandedClock();
  const book = await Book.open({ folder, clock: clock.read, ...(eventStore && { eventStore }) });
  cleanUp.push(() => rmSync(folder, { recursive: true, force: true }));
  cleanUp.push(() => book.close());
  return { book, clock };
}

/** A real server, where one is to be tried: see CONTRIBUTING.md. */
const real = process.env['EVENTSTOREDB_URL'];

/** A book with nothing in it: in a real server where one is named, else in a database of a peer. */
async function database(): Promise<EsdbAddress> {
  if (real !== undefined) return { ...esdbAddress(real), book: `differential-${randomUUID()}` };
  const peer = await Peer.start();
  cleanUp.push(() => peer.kill());
  return esdbAddress(peer.address);
}

async function logOf(book: Book): Promise<readonly StoredEvent[]> {
  const log: StoredEvent[] = [];
  for await (const page of book.store.readAll()) log.push(...page);
  return log;
}

/** Everything every view says, at the head of the log and as known half way, on days before, among and after its entries. */
function everyView({ reader }: Book, log: readonly StoredEvent[]): Record<string, unknown> {
  const halfWay = log[log.length >> 1] as StoredEvent;
  const said: Record<string, unknown> = {};
  for (const asAt of [civilDate('2013-01-01'), ...randomDays, latestDate]) {
    const now = reader.moments.at(asAt);
    for (const [knowing, moment] of [
      ['all', now],
      ['half', reader.moments.upTo(now, halfWay.position)],
    ] as const) {
      said[`${asAt} ${knowing}`] = viewsAt(reader, moment);
      said[`${asAt} ${knowing} changes`] = reader.log.changes(
        randomProgramme,
        reader.moments.at(civilDate('2014-01-01')),
        moment,
      );
    }
  }
  said['history'] = reader.log.history(randomProgramme, {}, reader.moments.at(latestDate), { most: 10_000 });
  return said;
}

function viewsAt(reader: Book['reader'], moment: Moment) {
  return {
    moment,
    overview: overview(reader, randomProgramme, moment),
    lists: listViews.map((list) => [
      list.name,
      list.rows(reader, randomProgramme, moment),
      list
        .rows(reader, randomProgramme, moment)
        .map(({ id }) => list.one(reader, randomProgramme, moment, id).part),
    ]),
    register: reader.decisions.at(randomProgramme, moment),
    figures: figuresAt(reader, randomProgramme, moment),
    ratings: ratings(reader, randomProgramme, moment),
    unitCount: unitCount(reader, randomProgramme, moment),
    budgets: unitBudgetRows(reader, randomProgramme, moment),
    waterfalls: waterfallDimensions.map((by) => waterfall(reader, randomProgramme, moment, { by })),
    recordedAfterwards: reader.log.recordedAfterwards(
      randomProgramme,
      ['programme', 'structure', 'review'],
      moment,
    ),
  };
}

/** What was said, with each position called by its place in the log: each store names positions in its way. */
function inPlaces(said: unknown, log: readonly StoredEvent[]): unknown {
  const places = new Map(log.map(({ position }, place) => [position, `place ${place}`]));
  // Chance names positions too, as a file does.
  for (let place = 0; place < 1_000; place++) places.set(positionAt(place + 1), `place ${place}`);
  const text = JSON.stringify(said, (_key, value: unknown) =>
    typeof value === 'string' ? (places.get(value) ?? value) : value,
  );
  return JSON.parse(text);
}

describe(`One script of commands on SQLite and on ${real === undefined ? 'the peer' : 'a real EventStoreDB'}`, () => {
  it(`has the same outcomes and leaves the same log and the same views (seed ${historySeed})`, async () => {
    const scripts = fc.sample(fc.array(aStep, { minLength: stepsOfABook, maxLength: stepsOfABook }), {
      seed: historySeed,
      numRuns: 4,
    });
    for (const steps of scripts) {
      const [file, cluster] = [await told(steps), await told(steps, await database())];
      expect(cluster.outcomes).toEqual(file.outcomes);
      expect(cluster.log).toEqual(file.log);
      expect(cluster.views).toEqual(file.views);
      metOften({ 'entries of a book': file.entries }, 31);
    }
  });

  it('is followed by another server, which says the same of it without having recorded anything', async () => {
    const [steps = []] = fc.sample(fc.array(aStep, { minLength: stepsOfABook, maxLength: stepsOfABook }), {
      seed: historySeed,
      numRuns: 1,
    });
    const address = await database();
    const { book: one, clock } = await opened(address);
    const { book: other } = await opened(address);
    await play(one.store, clock, steps);
    const log = await logOf(one);
    const { position } = log.at(-1) as StoredEvent;
    await Promise.all([one.upTo(position), other.upTo(position)]);
    expect(await logOf(other)).toEqual(log);
    expect(inPlaces(everyView(other, log), log)).toEqual(inPlaces(everyView(one, log), log));
  });
});

async function told(steps: readonly RandomStep[], eventStore?: EsdbAddress) {
  const { book, clock } = await opened(eventStore);
  const outcomes = await play(book.store, clock, steps);
  const log = await logOf(book);
  await book.upTo((log.at(-1) as StoredEvent).position);
  return {
    entries: log.length,
    outcomes: inPlaces(outcomes, log),
    log: inPlaces(log, log),
    views: inPlaces(everyView(book, log), log),
  };
}
