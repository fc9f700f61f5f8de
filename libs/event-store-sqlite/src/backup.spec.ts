import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventId, type Append, type EventStore, type StoredEvent } from '#event-store';
import { SqliteEventStore } from './sqlite-event-store.js';

let folder: string;
let store: SqliteEventStore;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-'));
  store = SqliteEventStore.open(join(folder, 'book.sqlite'));
});

afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

function noting(command: number): Append {
  const stream = `kent/review/review-${command % 7}`;
  const commandId = `command ${command}`;
  return {
    stream,
    events: [
      {
        id: eventId('kent', stream, commandId, 0),
        type: 'ReviewNoted',
        version: 1,
        envelope: { effectiveOn: '2014-07-17' },
        data: { text: 'x'.repeat(2_000) },
      },
    ],
    expected: 'any',
    commandId,
    fingerprint: 'as sent',
  };
}

async function logOf(of: EventStore): Promise<readonly StoredEvent[]> {
  const log: StoredEvent[] = [];
  for await (const page of of.readAll()) log.push(...page);
  return log;
}

describe('A backup of a book', () => {
  it('is made while it is recorded in: the copy is a book, and holds the log up to a position, whole', async () => {
    const before = 300;
    await Promise.all(Array.from({ length: before }, (_, n) => store.append(noting(n))));
    const copy = join(folder, 'copy.sqlite');
    const backingUp = store.backup(copy);
    let [done, written] = [false, before];
    const copied = backingUp.finally(() => (done = true));
    while (!done) await store.append(noting(written++));
    const held = await copied;
    const again = SqliteEventStore.open(copy);
    const [log, whole] = [await logOf(again), await logOf(store)];
    expect(log).toEqual(whole.slice(0, held));
    expect([held >= before, whole.length]).toEqual([true, written]);
    // It goes on as a book of its own, and knows what it has taken already.
    expect((await again.append(noting(0))).repeated).toBe(true);
    await again.close();
  });

  it('takes no other file’s place, and leaves nothing behind where it cannot be made', async () => {
    await store.append(noting(0));
    const copy = join(folder, 'copy.sqlite');
    expect(await store.backup(copy)).toBe(1);
    await expect(store.backup(copy)).rejects.toMatchObject({ code: 'exists-already' });
    await expect(store.backup(join(folder, 'nowhere', 'copy.sqlite'))).rejects.toMatchObject({
      code: 'no-directory',
    });
    expect(readdirSync(folder).filter((name) => name.includes('copy'))).toEqual(['copy.sqlite']);
  });
});
