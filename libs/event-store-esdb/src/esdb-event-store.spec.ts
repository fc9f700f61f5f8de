import { randomUUID } from 'node:crypto';
import { describe, it } from '@jest/globals';
import type { Position } from '#event-store';
// The one import that goes past a door: the contract brings the test runner with it, which no door may let in.
import { eventStoreContract } from '../../event-store/src/event-store.contract.js';
import { esdbAddress, type EsdbAddress } from './address.js';
import { Connection } from './connection.js';
import { EsdbEventStore } from './esdb-event-store.js';
import { Peer } from './peer/peer.contract.js';
import { positionOf } from './place.js';

eventStoreContract('The store in EventStoreDB, on the peer', async ({ clock }) => {
  const peer = await Peer.start();
  const address = esdbAddress(peer.address);
  let store = EsdbEventStore.open(address, { clock });
  return {
    store,
    reopen: async () => {
      await store.close();
      store = EsdbEventStore.open(address, { clock });
      return store;
    },
    close: async () => {
      await store.close();
      peer.kill();
    },
  };
});

// The same suite holds a real server to the same behaviour: a book of its own for every test, begun at the head.
const real = process.env['EVENTSTOREDB_URL'];
const suite = 'The store in EventStoreDB, on a real server';
if (real === undefined) {
  describe(suite, () => {
    it.skip('keeps the contract of an event store (set EVENTSTOREDB_URL to run it)', () => undefined);
  });
} else {
  eventStoreContract(suite, async ({ clock }) => {
    const plain = esdbAddress(real);
    const address = { ...plain, book: `test-${randomUUID()}` };
    const beginsAfter = await headOf(plain);
    const options = { clock, ...(beginsAfter !== undefined && { beginsAfter }) };
    let store = EsdbEventStore.open(address, options);
    return {
      store,
      reopen: async () => {
        await store.close();
        store = EsdbEventStore.open(address, options);
        return store;
      },
      close: () => store.close(),
    };
  });
}

/** Where the last record of a database stands, of whatever book. */
async function headOf(address: EsdbAddress): Promise<Position | undefined> {
  const connection = new Connection(address);
  const [last] = await connection.readBack(undefined, 1);
  await connection.close();
  return last && positionOf(last.position);
}
