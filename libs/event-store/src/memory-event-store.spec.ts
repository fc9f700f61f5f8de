import { describe, expect, it } from '@jest/globals';
import { eventStoreContract } from './event-store.contract.js';
import { append } from './contract/appends.js';
import { MemoryEventStore } from './memory-event-store.js';

eventStoreContract('The store in memory', ({ clock }) => {
  const store = new MemoryEventStore({ clock });
  return Promise.resolve({ store, close: () => store.close() });
});

describe('The store in memory', () => {
  it('records at the computer’s own time, in UTC with milliseconds, where it is given no clock', async () => {
    const before = new Date().toISOString();
    const { events } = await new MemoryEventStore().append(append('kent/programme', 'name-programme'));
    const { recordedAt } = events[0]!;
    expect(recordedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(before <= recordedAt && recordedAt <= new Date().toISOString()).toBe(true);
  });
});
