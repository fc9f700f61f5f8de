import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { NoSuchPosition } from '#event-store';
import { esdbAddress } from '#event-store-esdb';
import type { Command } from '#programme';
import { percentReached, ProjectionBehind } from '#projector';
import { overview } from '#read-model';
import { Peer } from '../../event-store-esdb/src/peer/peer.contract.js';
import { Book } from './book.js';

let peer: Peer;
const cleanUp: (() => Promise<void> | void)[] = [];

beforeEach(async () => {
  peer = await Peer.start();
});

afterEach(async () => {
  for (const each of cleanUp.splice(0).reverse()) await each();
  peer.kill();
});

/** A server's book on the database that all of them share, while its views may still be catching up. */
async function joining() {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-'));
  const joined = await Book.joining({ folder, eventStore: esdbAddress(peer.address) });
  cleanUp.push(() => rmSync(folder, { recursive: true, force: true }));
  cleanUp.push(() => joined.book.close());
  return joined;
}

async function opened(): Promise<Book> {
  const { book, caughtUp } = await joining();
  await caughtUp;
  return book;
}

let commands = 0;
async function record(book: Book, said: object): Promise<string> {
  const commandId = `command-${++commands}`;
  const about = { programme: 'kent', effectiveOn: civilDate('2014-04-01'), provenance: 'observed' };
  const sender = { actor: 'officer', capacity: 'programme-office', commandId, fingerprint: commandId };
  const outcome = book.noting(await book.recorder.record({ ...about, ...said } as Command, sender));
  if (outcome.outcome !== 'recorded') throw new Error(JSON.stringify(outcome));
  return outcome.position;
}
const start = (book: Book) => record(book, { type: 'start-programme', name: 'Facing the Challenge' });
const register = (book: Book, unit: string) =>
  record(book, { type: 'register-unit', unit, name: unit, opening: true });
const unitsIn = ({ reader }: Book): number =>
  overview(reader, 'kent', reader.moments.at(civilDate('2014-04-02'))).units.count;

describe('A position that one server gave', () => {
  it('is waited for on another, which then shows what was recorded', async () => {
    const [one, other] = [await opened(), await opened()];
    await start(one);
    for (let n = 1; n <= 10; n++) {
      const position = await register(one, `unit-${n}`);
      await other.upTo(position);
      expect(unitsIn(other)).toBe(n);
    }
  });

  it('that nothing has told the other of is looked for in the database, and shown', async () => {
    const [one, other] = [await opened(), await opened()];
    await other.upTo(await start(one));
    peer.mute = true;
    await other.upTo(await register(one, 'libraries'), 300_000);
    expect(unitsIn(other)).toBe(1);
  });

  it('that nobody gave is refused, and not waited for', async () => {
    const book = await opened();
    const last = await start(book);
    const never = '99999999999999999999-99999999999999999999';
    await expect(book.upTo(never)).rejects.toEqual(new NoSuchPosition(never, last));
  });
});

describe('A server that joins', () => {
  it('answers with what was on the record when it joined, or with how far it is', async () => {
    const one = await opened();
    await start(one);
    for (let n = 1; n <= 30; n++) await register(one, `unit-${n}`);
    const { book, caughtUp } = await joining();
    const behind = (await book.upTo(undefined, 0).catch((error: unknown) => error)) as ProjectionBehind;
    expect(behind).toBeInstanceOf(ProjectionBehind);
    expect(behind.reached).toBeUndefined();
    expect(percentReached(behind.reached, behind.wanted)).toBe(0);
    await book.upTo();
    expect(unitsIn(book)).toBe(30);
    await caughtUp;
    expect(percentReached(book.position, behind.wanted)).toBe(100);
  });

  it('counts the subscriptions that it has begun: one, and one more for each that broke', async () => {
    const book = await opened();
    await start(book);
    const begun = async (count: number) => {
      while (book.subscriptions < count || peer.subscribed === 0) await wait(10);
      return book.subscriptions;
    };
    expect(await begun(1)).toBe(1);
    peer.breakSubscriptions();
    await register(book, 'libraries');
    expect(await begun(2)).toBe(2);
  });
});
