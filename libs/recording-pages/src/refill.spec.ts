import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { civilDate } from '#calendar';
import { MemoryEventStore, type StoredEvent } from '#event-store';
import { takeIn } from '#intake';
import { Recorder } from '#recording';
import { refilledForm } from './correction.js';
import { readEntry } from './entry-reading.js';
import { refill } from './refill.js';
import { nothingOnRecord } from './contract/nothing-on-record.js';

interface Line {
  readonly id: string;
  readonly command: string;
  readonly recordedAt?: string;
  readonly [field: string]: unknown;
}

const lines = readFileSync(join(import.meta.dirname, '../../../demo/kent/kent.ndjson'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('{'))
  .map((line) => JSON.parse(line) as Line);
const context = { programme: 'kent', today: civilDate('2026-11-23') };

const said = ({ type, stream, envelope, data }: StoredEvent) => ({ type, stream, envelope, data });

describe('An entry of the Kent programme', () => {
  it('comes back as a command that records the same again', async () => {
    const [first, again] = [new Recorder(new MemoryEventStore()), new Recorder(new MemoryEventStore())];
    let compared = 0;
    for (const { id, command, recordedAt: _recordedAt, ...body } of lines) {
      const sender = { actor: 'officer', capacity: 'programme-office', commandId: id, fingerprint: id };
      const taken = takeIn(command, body, context);
      if (!('command' in taken)) continue;
      const came = await first.record(taken.command, sender);
      if (came.outcome !== 'recorded') continue;
      const [entry] = came.events as readonly [StoredEvent];
      const refilled = refill(entry);
      const read = takeIn(refilled?.command ?? '', refilled?.body, context);
      if (!('command' in read)) throw new Error(`${command} ${id}: ${JSON.stringify(read)}`);
      // What stands in the forms to begin with is read without a word against it, and is the same again.
      const asked = readEntry(refilled?.command ?? '', refilledForm(entry), nothingOnRecord, context);
      expect([id, asked.what, asked.when, asked.body]).toEqual([id, [], [], refilled?.body]);
      const repeated = await again.record(read.command, sender);
      if (repeated.outcome !== 'recorded') throw new Error(`${command} ${id}: ${JSON.stringify(repeated)}`);
      expect(repeated.events.map(said)).toEqual(came.events.map(said));
      compared++;
    }
    expect(compared).toBeGreaterThan(500);
  });
});
