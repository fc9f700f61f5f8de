import { randomUUID } from 'node:crypto';
import { EventStoreDBClient } from '@eventstore/db-client';
import { eventId } from '#event-store';
import { EsdbEventStore, esdbAddress, type EsdbAddress } from '#event-store-esdb';
import { atLeast, median, millisecondsOf, times, type Measure } from './measure.js';

const appends = 3_000;
const streams = 50;
const inFlight = 64;
const said = JSON.stringify({ text: 'x'.repeat(100) });

/** So many appends in a second, always as many under way. */
async function rateOf(append: (n: number) => Promise<unknown>): Promise<number> {
  let next = 0;
  const hand = async (): Promise<void> => {
    while (next < appends) await append(next++);
  };
  const took = await millisecondsOf(() => Promise.all(Array.from({ length: inFlight }, hand)));
  return (1_000 * appends) / took;
}

/** The client alone, at the revision that each append before it came to, with the leader asked for and a deadline. */
async function ofTheClient({ connection, credentials }: EsdbAddress): Promise<number> {
  const client = EventStoreDBClient.connectionString`${connection}`;
  const run = randomUUID();
  const last = new Map<string, Promise<bigint>>();
  const bytes = new Uint8Array(Buffer.from(said, 'utf8'));
  const options = {
    credentials: credentials ?? { username: 'bench', password: 'insecure' },
    requiresLeader: true,
    deadline: 3_000,
  };
  try {
    return await rateOf((n) => {
      const stream = `bench-${run}-${n % streams}`;
      const event = {
        id: randomUUID(),
        type: 'Noted',
        contentType: 'application/octet-stream' as const,
        data: bytes,
        metadata: bytes,
      };
      const before = last.get(stream);
      const appended = Promise.resolve(before).then(async (revision) => {
        const expectedRevision = revision ?? 'no_stream';
        return (await client.appendToStream(stream, [event], { ...options, expectedRevision }))
          .nextExpectedRevision;
      });
      last.set(stream, appended);
      return appended;
    });
  } finally {
    await client.dispose();
  }
}

async function ofTheStore(address: EsdbAddress): Promise<number> {
  const store = EsdbEventStore.open({ ...address, book: `bench-${randomUUID()}` });
  try {
    // What the database held before is read once, and is no part of an append.
    await store.append(noting('to begin with', 0));
    return await rateOf((n) => store.append(noting(`command ${n}`, n % streams)));
  } finally {
    await store.close();
  }
}

function noting(commandId: string, n: number) {
  const stream = `bench/review/review-${n}`;
  const event = {
    id: eventId('bench', stream, commandId, 0),
    type: 'Noted',
    version: 1,
    envelope: { effectiveOn: '2014-07-17' },
    data: { text: 'x'.repeat(100) },
  };
  return { stream, events: [event], expected: 'any' as const, commandId, fingerprint: commandId };
}

/** What the store does beside appending costs little beside it. Left out, by name, where there is no server. */
export const appendsToEventStoreDb: Measure = {
  name: 'appends-to-eventstoredb',
  promises: `appends to a real EventStoreDB, ${inFlight} under way, against a loop of the client alone`,
  async run(_size, say) {
    const real = process.env['EVENTSTOREDB_URL'];
    if (real === undefined) {
      console.log('  skipped   set EVENTSTOREDB_URL to the address of a server to measure it');
      return [];
    }
    const address = esdbAddress(real);
    const ratios: number[] = [];
    for (let round = 1; round <= 3; round++) {
      say(`round ${round} of 3`);
      const alone = await ofTheClient(address);
      ratios.push((await ofTheStore(address)) / alone);
    }
    return [atLeast('rate, of the client’s own', median(ratios), 0.5, times)];
  },
};
