import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { latestDate } from '#calendar';
import { StoreClosed, StoreInUse, type StoredEvent } from '#event-store';
import { esdbAddress, type EsdbAddress } from '#event-store-esdb';
import type { Command } from '#programme';
import { listViews, overview } from '#read-model';
import type { RecordingOutcome } from '#recording';
import { Peer } from '../../event-store-esdb/src/peer/peer.contract.js';
import { Book } from './book.js';

/** How many commands are sent: more by hand, against a real server. */
const count = Number(process.env['TWO_SERVERS_COMMANDS'] ?? 400);
const real = process.env['EVENTSTOREDB_URL'];
const atOnce = 16;

const cleanUp: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const each of cleanUp.splice(0).reverse()) await each();
});

/** The database: a peer's, or a book of its own in a real one. */
async function database(): Promise<EsdbAddress> {
  if (real !== undefined) return { ...esdbAddress(real), book: `test-${randomUUID()}` };
  const peer = await Peer.start();
  cleanUp.push(() => peer.kill());
  return esdbAddress(peer.address);
}

/** A server as far as its book goes: it can end and begin again, in its own folder. */
class Server {
  private readonly folder = mkdtempSync(join(tmpdir(), 'minutebook-'));
  private open: Book | undefined;

  constructor(private readonly eventStore: EsdbAddress) {
    cleanUp.push(async () => {
      await this.end();
      rmSync(this.folder, { recursive: true, force: true });
    });
  }

  async begin(): Promise<void> {
    this.open = await Book.open({ folder: this.folder, eventStore: this.eventStore });
  }

  async end(): Promise<void> {
    const { open } = this;
    this.open = undefined;
    await open?.close();
  }

  get book(): Book {
    if (!this.open) throw new StoreClosed();
    return this.open;
  }

  record(command: Command, commandId: string): Promise<RecordingOutcome> {
    return this.book.recorder.record(command, {
      actor: 'programme-officer',
      capacity: 'programme-office',
      commandId,
      fingerprint: JSON.stringify(command),
    });
  }
}

const said = (type: string, fields: object) =>
  ({
    type,
    programme: 'county',
    effectiveOn: '2013-09-19',
    provenance: 'minuted',
    ...fields,
  }) as unknown as Command;

/** Every third changes the one structure, every seventh opens one of five portfolios that others want too. */
function commandOf(n: number): Command {
  if (n % 7 === 0) return said('open-portfolio', { portfolio: `portfolio-${n % 5}`, name: `Portfolio ${n}` });
  if (n % 3 === 0) return said('register-unit', { unit: `unit-${n}`, name: `Unit ${n}`, opening: true });
  return said('register-service', { service: `service-${n}`, name: `Service ${n}` });
}

/** Sends a command until it is answered, as a client behind a proxy does: by turns through one server and the other. */
async function answered(servers: readonly Server[], n: number, first = n): Promise<RecordingOutcome> {
  for (let turn = first; ; turn++) {
    try {
      const server = servers[turn % servers.length] as Server;
      const outcome = await server.record(commandOf(n), `command-${n}`);
      if (outcome.outcome !== 'stale') return outcome;
    } catch (error) {
      if (!(error instanceof StoreClosed)) throw error;
    }
    await sleep(5);
  }
}

async function logOf({ book }: Server): Promise<readonly StoredEvent[]> {
  const log: StoredEvent[] = [];
  for await (const page of book.store.readAll()) log.push(...page);
  return log;
}

function viewsOf({ book: { reader } }: Server) {
  const moment = reader.moments.at(latestDate);
  return {
    overview: overview(reader, 'county', moment),
    lists: listViews.map(({ name, kind }) => [name, reader.parts.list('county', kind, moment)]),
    history: reader.log.history('county', {}, moment, { most: 2 * count }),
  };
}

describe('Two servers on one EventStoreDB', () => {
  it('each have a folder of their own for their views', async () => {
    const eventStore = await database();
    const folder = mkdtempSync(join(tmpdir(), 'minutebook-'));
    cleanUp.push(() => rmSync(folder, { recursive: true, force: true }));
    const book = await Book.open({ folder, eventStore });
    await expect(Book.open({ folder, eventStore })).rejects.toThrow(StoreInUse);
    await book.close();
    await (await Book.open({ folder, eventStore })).close();
  });
});

describe('Two servers on one EventStoreDB, of which one ends and begins again throughout', () => {
  it(`record each of ${count} concurrent commands once, and show the same`, async () => {
    const address = await database();
    const servers = [new Server(address), new Server(address)] as const;
    const [one, other] = servers;
    await Promise.all([one.begin(), other.begin()]);
    await one.record(said('start-programme', { name: 'Facing the Challenge' }), 'start');

    const outcomes = new Map<number, RecordingOutcome>();
    let repeated = 0;
    const waiting = Array.from({ length: count }, (_, n) => n);
    const sendAll = async (): Promise<void> => {
      for (let n = waiting.shift(); n !== undefined; n = waiting.shift()) {
        const outcome = await answered(servers, n);
        outcomes.set(n, outcome);
        // Every eleventh is sent again through the other server, as by someone whose answer was lost.
        if (n % 11 !== 0 || outcome.outcome !== 'recorded') continue;
        const again = await answered(servers, n, n + 1);
        expect(again).toEqual({ ...outcome, repeated: true });
        repeated += 1;
      }
    };
    let rounds = 0;
    const endAndBegin = async (): Promise<void> => {
      while (waiting.length > 0) {
        await other.end();
        await other.begin();
        rounds += 1;
        await sleep(20);
      }
    };
    await Promise.all([...Array.from({ length: atOnce }, sendAll), endAndBegin()]);
    expect(rounds).toBeGreaterThan(1);
    expect(repeated).toBeGreaterThan(count / 20);

    const log = await logOf(one);
    const { position } = log.at(-1) as StoredEvent;
    await Promise.all(servers.map(({ book }) => book.upTo(position, 600_000)));
    const byCommand = new Map<string, StoredEvent[]>();
    for (const event of log)
      byCommand.set(event.commandId, [...(byCommand.get(event.commandId) ?? []), event]);
    const came = new Map<string, number>();
    for (const [n, outcome] of outcomes) {
      came.set(outcome.outcome, (came.get(outcome.outcome) ?? 0) + 1);
      const events = outcome.outcome === 'recorded' ? outcome.events : undefined;
      expect(byCommand.get(`command-${n}`)).toEqual(events);
      for (const { book } of servers)
        expect(book.reader.log.entriesOfCommand('county', `command-${n}`)).toEqual(events ?? []);
    }
    // Five portfolios are opened by whoever comes first, and refused to all others.
    const wanted = Math.ceil(count / 7);
    expect(Object.fromEntries(came)).toEqual({ recorded: count - wanted + 5, refused: wanted - 5 });
    expect(await logOf(other)).toEqual(log);
    expect(viewsOf(other)).toEqual(viewsOf(one));
  });
});
