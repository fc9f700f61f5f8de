import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Book } from '#book';
import type { Note, StoredEvent } from '#event-store';
import { esdbAddress } from '#event-store-esdb';
import type { Command } from '#programme';
import { Peer } from '../../event-store-esdb/src/peer/peer.contract.js';
import {
  FollowUpFile,
  followingFrom,
  FollowUps,
  Lease,
  type FollowedBook,
  type FollowUp,
  type LeaseTimes,
} from './index.js';

/** Seconds are a thousandth as long here; what stands in the note is the same. */
const quick: LeaseTimes = { renewEvery: 100, takeOverAfter: 1_500, now: () => performance.now() };

/** Every phase that is planned opens a portfolio of the same name. */
const rule: FollowUp = {
  name: 'portfolio-of-phase',
  follows: ['PhasePlanned'],
  from(cause) {
    const { phase } = cause.event as unknown as { phase: string };
    if (phase === 'unnamed') return { waiting: 'The phase has no name: rename it' };
    return [
      { ...followingFrom(cause), type: 'open-portfolio', portfolio: `${phase}-portfolio`, name: phase },
    ];
  },
};

/** A process that can be frozen, as by SIGSTOP: what it wants to write waits until it wakes. */
class Server {
  private awake: Promise<void> = Promise.resolve();
  private wakeUp: () => void = () => undefined;
  /** How often it asked for something to be recorded. */
  asked = 0;
  /** Whether it is frozen once it has decided, before anything of that is written. */
  freezesAtDecision = false;

  private constructor(
    readonly book: Book,
    readonly file: FollowUpFile,
    readonly followUps: FollowUps,
    private readonly folder: string,
  ) {}

  static async start(name: string): Promise<Server> {
    const folder = mkdtempSync(join(tmpdir(), 'minutebook-server-'));
    const book = await Book.open({ folder, eventStore: esdbAddress(peer.address) });
    const file = FollowUpFile.open(':memory:');
    // The server is made last, and what it is made of asks it whether it is awake.
    const frozen: { server?: Server } = {};
    const whenAwake = async (): Promise<void> => frozen.server?.awake;
    const note = book.note('follow-ups') as Note;
    const lease = new Lease(
      {
        read: () => whenAwake().then(() => note.read()),
        write: (text, after) => whenAwake().then(() => note.write(text, after)),
      },
      name,
      quick,
    );
    const recorder = {
      record: async (...asked: Parameters<Book['recorder']['record']>) => {
        if (frozen.server) frozen.server.asked += 1;
        if (frozen.server?.freezesAtDecision) frozen.server.freeze();
        await whenAwake();
        return book.recorder.record(...asked);
      },
    } as Book['recorder'];
    const followed: FollowedBook = {
      store: book.store,
      identity: book.identity,
      foreign: (made) => book.foreign(made),
      recorder,
      get reader() {
        return book.reader;
      },
      upTo: (...asked) => book.upTo(...asked),
      noting: (outcome) => book.noting(outcome),
      get quarantined() {
        return book.quarantined;
      },
      follows: (programme) => book.follows(programme),
    };
    const followUps = new FollowUps(followed, file, [rule], lease);
    const server = new Server(book, file, followUps, folder);
    frozen.server = server;
    followUps.start();
    servers.push(server);
    return server;
  }

  freeze(): void {
    this.awake = new Promise((resolve) => (this.wakeUp = resolve));
  }

  wake(): void {
    this.freezesAtDecision = false;
    this.awake = Promise.resolve();
    this.wakeUp();
  }

  async stop(): Promise<void> {
    this.wake();
    await this.followUps.stop();
    this.file.close();
    await this.book.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

let peer: Peer;
const servers: Server[] = [];

beforeEach(async () => {
  peer = await Peer.start();
});

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  peer.kill();
});

async function recorded(book: Book, type: string, fields: Record<string, unknown>): Promise<void> {
  const command = { type, programme: 'county', effectiveOn: '2013-09-19', provenance: 'minuted', ...fields };
  const commandId = JSON.stringify(fields);
  const outcome = await book.recorder.record(command as unknown as Command, {
    actor: 'officer',
    capacity: 'programme-office',
    commandId,
    fingerprint: commandId,
  });
  expect(outcome).toMatchObject({ outcome: 'recorded' });
}

const started = (book: Book) => recorded(book, 'start-programme', { name: 'Facing the Challenge' });
const planned = (book: Book, phase: string) => recorded(book, 'plan-phase', { phase, name: phase });

/** What followed, with whoever reads it. */
async function portfolios(book: Book): Promise<string[]> {
  const events: StoredEvent[] = [];
  for await (const page of book.store.readAll()) events.push(...page);
  return events
    .filter(({ type }) => type === 'PortfolioOpened')
    .map(({ data }) => data['portfolio'] as string);
}

async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await what()); tries++) {
    if (tries > 1_000) throw new Error('It did not come to that');
    await sleep(10);
  }
}

const following = () => servers.filter(({ followUps }) => followUps.standing === 'following');

describe('Follow-ups of many servers', () => {
  it('are recorded by one of them, while the others stand by and say what waits', async () => {
    const one = await Server.start('one');
    await started(one.book);
    await until(() => following().length === 1);
    const other = await Server.start('other');
    await planned(other.book, 'phase-1');
    await planned(one.book, 'unnamed');
    await until(async () => (await portfolios(other.book)).length === 1);
    await until(() => other.file.outstanding('county').length === 1);
    expect(other.file.outstanding()).toEqual(one.file.outstanding());
    expect([one.followUps.standing, other.followUps.standing]).toEqual(['following', 'standing by']);
    expect([one.asked, other.asked]).toEqual([1, 0]);
  });

  it('go on with another at once where the one ends, from where it came to', async () => {
    const one = await Server.start('one');
    await started(one.book);
    await planned(one.book, 'phase-1');
    await until(async () => (await portfolios(one.book)).length === 1);
    await until(() => one.file.position === one.book.position);
    const other = await Server.start('other');
    await one.followUps.stop();
    await planned(other.book, 'phase-2');
    await until(async () => (await portfolios(other.book)).length === 2);
    expect(other.followUps.standing).toBe('following');
    // It did not begin at the beginning of the log.
    expect(other.asked).toBe(1);
  });

  it('go on with another where the one is frozen, which records nothing twice when it wakes', async () => {
    const one = await Server.start('one');
    await started(one.book);
    await until(() => following().length === 1);
    const other = await Server.start('other');
    one.freezesAtDecision = true;
    await planned(other.book, 'phase-1');
    await until(() => one.asked === 1);
    await until(() => other.followUps.standing === 'following');
    await until(async () => (await portfolios(other.book)).length === 1);
    one.wake();
    await until(() => one.followUps.standing === 'standing by');
    await planned(one.book, 'phase-2');
    await until(async () => (await portfolios(other.book)).length === 2);
    expect(await portfolios(one.book)).toEqual(['phase-1-portfolio', 'phase-2-portfolio']);
    expect([one.asked, other.asked]).toEqual([1, 2]);
  });

  it('that decided before it was frozen is not written where the stream moved on since', async () => {
    const one = await Server.start('one');
    await started(one.book);
    await until(() => following().length === 1);
    one.freezesAtDecision = true;
    await planned(one.book, 'phase-1');
    await until(() => one.asked === 1);
    // Somebody opens the portfolio by hand meanwhile: what was decided rests on a stream that is no more as it was.
    const byHand = { portfolio: 'phase-1-portfolio', name: 'Opened by hand' };
    await recorded(one.book, 'open-portfolio', byHand);
    one.wake();
    await until(() => one.file.position === one.book.position);
    expect(await portfolios(one.book)).toEqual(['phase-1-portfolio']);
  });
});
