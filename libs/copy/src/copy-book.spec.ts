import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Book } from '#book';
import type { CopyableStore, EventStore, HeldEvent, StoredEvent } from '#event-store';
import { EsdbEventStore, esdbAddress } from '#event-store-esdb';
import { SqliteEventStore } from '#event-store-sqlite';
import type { Command } from '#programme';
import { Recorder } from '#recording';
import { aStep, HandedClock, historySeed, metOften, play, randomProgramme } from '#testing';
import { Peer } from '../../event-store-esdb/src/peer/peer.contract.js';
import { copyBook, CopyStopped, TargetNotEmpty } from './index.js';

const cleanUp: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const each of cleanUp.splice(0).reverse()) await each();
});

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'minutebook-copy-'));
  cleanUp.push(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

function inFile(file = join(folder(), 'book.sqlite'), clock?: () => string) {
  const store = SqliteEventStore.open(file, { ...(clock && { clock }) });
  cleanUp.push(() => store.close());
  return store;
}

async function inDatabase(peer?: Peer): Promise<EsdbEventStore> {
  const of = peer ?? (await aPeer());
  const store = EsdbEventStore.open(esdbAddress(of.address));
  cleanUp.push(() => store.close());
  return store;
}

async function aPeer(): Promise<Peer> {
  const peer = await Peer.start();
  cleanUp.push(() => peer.kill());
  return peer;
}

const scripts = fc.sample(fc.array(aStep, { minLength: 60, maxLength: 60 }), {
  seed: historySeed,
  numRuns: 2,
});
const [script = []] = scripts;

/** A book of random commands: late, future, struck and replaced. */
async function aBook(store: SqliteEventStore | EsdbEventStore, clock: HandedClock, steps = script) {
  await play(store, clock, steps);
  return store;
}

async function aBookInAFile(steps = script): Promise<SqliteEventStore> {
  const clock = new HandedClock();
  const store = inFile(undefined, clock.read);
  await aBook(store, clock, steps);
  return store;
}

const copying = (from: CopyableStore, to: CopyableStore, signal?: AbortSignal) =>
  copyBook(from, to, { from: 'sqlite:book', scratch: ':memory:', ...(signal && { signal }) });

async function held(store: CopyableStore): Promise<HeldEvent[]> {
  const events: HeldEvent[] = [];
  for await (const page of store.held()) events.push(...page);
  return events;
}

async function log(store: CopyableStore, after?: string): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const page of store.readAll({ ...(after !== undefined && { after }) })) events.push(...page);
  return events;
}

async function recorded(store: CopyableStore, portfolio: string): Promise<StoredEvent> {
  const command = {
    type: 'open-portfolio',
    programme: randomProgramme,
    portfolio,
    name: portfolio,
    effectiveOn: '2014-01-06',
    provenance: 'minuted',
  };
  const outcome = await new Recorder(store).record(command as unknown as Command, {
    actor: 'officer',
    capacity: 'programme-office',
    commandId: portfolio,
    fingerprint: portfolio,
  });
  if (outcome.outcome !== 'recorded') throw new Error(JSON.stringify(outcome));
  return outcome.events[0] as StoredEvent;
}

describe('A book that is copied', () => {
  it(`is the same to the last byte in EventStoreDB, and comes back as the same file (seed ${historySeed})`, async () => {
    for (const steps of scripts) {
      const source = await aBookInAFile(steps);
      const cluster = await inDatabase();
      const back = join(folder(), 'book.sqlite');
      const there = await copying(source, cluster);
      expect(await held(cluster)).toEqual(await held(source));
      expect(await log(cluster)).toEqual(await log(source));
      const home = inFile(back);
      expect(await copying(cluster, home)).toEqual(there);
      metOften({ 'events of a book': there.events }, 41);
      expect(await held(home)).toEqual(await held(source));
      const identity = await source.identity();
      expect([await cluster.identity(), await home.identity()]).toEqual([identity, identity]);
      await home.close();
      const file = new Database(back, { readonly: true });
      expect(file.pragma('user_version', { simple: true })).toBe(1);
      expect(file.prepare("SELECT name FROM sqlite_schema WHERE name = 'copied'").get()).toBeUndefined();
      expect(file.prepare('SELECT * FROM property').all()).toEqual([
        { name: 'format', value: '1' },
        { name: 'identity', value: identity },
      ]);
      file.close();
    }
  });

  it('takes an id that two servers took into two streams as it is, and lists it', async () => {
    const clock = new HandedClock();
    const source = inFile(undefined, clock.read);
    await aBook(source, clock);
    // A store that many servers share knows of an id in another stream only by the views.
    const shared = Object.assign(Object.create(source) as EventStore, {
      streamsOfCommand: () => Promise.resolve(undefined),
    });
    const send = (command: object) =>
      new Recorder(shared).record(
        {
          programme: randomProgramme,
          effectiveOn: '2014-01-06',
          provenance: 'minuted',
          ...command,
        } as Command,
        { actor: 'officer', capacity: 'programme-office', commandId: 'twice', fingerprint: 'twice' },
      );
    await send({ type: 'open-portfolio', portfolio: 'on-one', name: 'On one' });
    await send({ type: 'register-service', service: 'on-the-other', name: 'On the other' });
    const target = inFile();
    const { shared: listed } = await copying(source, target);
    expect(listed).toEqual([
      {
        programme: randomProgramme,
        id: 'twice',
        streams: [`${randomProgramme}/portfolio/on-one`, `${randomProgramme}/service/on-the-other`],
      },
    ]);
    expect(await held(target)).toEqual(await held(source));
  });

  it('keeps the positions of an EventStoreDB in a file, and finds its way by them', async () => {
    const clock = new HandedClock();
    const cluster = EsdbEventStore.open(esdbAddress((await aPeer()).address), { clock: clock.read });
    cleanUp.push(() => cluster.close());
    await aBook(cluster, clock);
    const file = join(folder(), 'book.sqlite');
    const copy = inFile(file);
    await copying(cluster, copy);
    const whole = await log(cluster);
    expect(await log(copy)).toEqual(whole);
    const { position } = whole[20] as StoredEvent;
    expect(await log(copy, position)).toEqual(whole.slice(21));
    const later = await recorded(copy, 'recorded-after-the-copy');
    expect(later.position > (whole.at(-1) as StoredEvent).position).toBe(true);
    await copy.close();
    const again = inFile(file);
    expect(await log(again)).toEqual([...whole, later]);
    expect(await log(again, whole.at(-1)?.position)).toEqual([later]);
    expect(await log(again, later.position)).toEqual([]);
    await expect(log(again, '0000000000000020-0000000000000020')).rejects.toThrow(RangeError);
  });

  it('is recorded in later than anything copied, on any server, and every subscription goes on by its positions', async () => {
    const source = await aBookInAFile();
    const peer = await aPeer();
    const [one, other] = [await inDatabase(peer), await inDatabase(peer)];
    await copying(source, one);
    const whole = await log(source);
    const later = await recorded(other, 'recorded-after-the-copy');
    expect(later.position > (whole.at(-1) as StoredEvent).position).toBe(true);
    expect(later.recordedAt >= (whole.at(-1) as StoredEvent).recordedAt).toBe(true);
    expect(await one.head()).toBe(later.position);
    const ended = new AbortController();
    const seen: StoredEvent[] = [];
    const after = (whole[30] as StoredEvent).position;
    for await (const page of (await inDatabase(peer)).subscribe({ after, signal: ended.signal })) {
      seen.push(...page);
      if (seen.at(-1)?.id === later.id) ended.abort();
    }
    expect(seen).toEqual([...whole.slice(31), later]);
    // And it goes home again, with what was recorded since.
    const home = inFile();
    await copying(one, home);
    expect(await log(home)).toEqual([...whole, later]);
  });

  it('answers a command that was recorded before the copy with its first result', async () => {
    const source = await aBookInAFile();
    const cluster = await inDatabase();
    await copying(source, cluster);
    const [first] = await held(source);
    const { stream = '', commandId = '' } = first ?? {};
    expect(await cluster.commandResult(stream, commandId)).toEqual(
      await source.commandResult(stream, commandId),
    );
  });

  it('goes on from where it was interrupted, and nothing can be opened on the half of it', async () => {
    const source = await aBookInAFile();
    const into = folder();
    const half = inFile(join(into, 'book.sqlite'));
    const stopped = new AbortController();
    const stopping = copyBook(source, half, {
      from: 'sqlite:book',
      scratch: ':memory:',
      signal: stopped.signal,
      progress: (part) => part === 'copy' && stopped.abort(),
    });
    await expect(stopping).rejects.toThrow(CopyStopped);
    await half.close();
    await expect(Book.open({ folder: into })).rejects.toThrow(/copy from sqlite:book.* has not ended/);
    const { before, events } = await copying(source, inFile(join(into, 'book.sqlite')));
    expect(before).toBe(events);
  });

  it('is gone on with where the target holds its beginning, and refused where it holds anything else', async () => {
    const source = await aBookInAFile();
    for (const target of [inFile(), await inDatabase()]) {
      const whole = await held(source);
      await target.takeOver(whole.slice(0, 10));
      expect((await copying(source, target)).before).toBe(10);
      expect(await held(target)).toEqual(whole);
      await recorded(target, 'recorded-after-the-copy');
      await expect(copying(source, target)).rejects.toThrow(TargetNotEmpty);
      await expect(copying(await aBookInAFile(scripts[1]), target)).rejects.toThrow(TargetNotEmpty);
    }
  });
});
