import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// The one import that goes past a door: the contract brings the test runner with it, which no door may let in.
import { eventStoreContract } from '../../event-store/src/event-store.contract.js';
import { SqliteEventStore } from './sqlite-event-store.js';

eventStoreContract('The store in a SQLite file', ({ clock }) => {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-'));
  const file = join(folder, 'book.sqlite');
  let store = SqliteEventStore.open(file, { clock });
  return Promise.resolve({
    store,
    reopen: async () => {
      await store.close();
      store = SqliteEventStore.open(file, { clock });
      return store;
    },
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  });
});

eventStoreContract('The store in SQLite’s memory', ({ clock }) => {
  const store = SqliteEventStore.open(':memory:', { clock });
  return Promise.resolve({ store, close: () => store.close() });
});
