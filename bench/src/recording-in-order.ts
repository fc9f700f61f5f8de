import { join } from 'node:path';
import { civilDate, fromDayNumber, dayNumber } from '#calendar';
import { SqliteEventStore } from '#event-store-sqlite';
import type { Command, ProgrammeCommand, StructureCommand } from '#programme';
import { Recorder } from '#recording';
import { atMost, median, millisecondsOf, times, type Measure } from './measure.js';
import { inTemporaryFolder } from './temporary-folder.js';

const opening = dayNumber(civilDate('2013-09-19'));

/** Units registered and renamed, one command an entry, each a day later than a third of those before it. */
function* structureCommands(entries: number): Iterable<Command> {
  const units = Math.ceil(entries / 3);
  for (let n = 0; n < entries; n++) {
    const about = {
      programme: 'bench',
      effectiveOn: fromDayNumber(opening + Math.floor((n * 1000) / entries)),
      provenance: 'illustrative',
      unit: `unit-${n % units}`,
    } as const;
    const name = `Unit ${n % units}, name ${Math.floor(n / units)}`;
    const command: StructureCommand =
      n < units
        ? { ...about, type: 'register-unit', name, opening: true }
        : { ...about, type: 'rename-unit', name };
    yield command;
  }
}

async function record(entries: number): Promise<number> {
  return inTemporaryFolder(async (folder) => {
    const store = SqliteEventStore.open(join(folder, 'book.sqlite'));
    try {
      const recorder = new Recorder(store);
      const sender = { actor: 'bench', capacity: 'programme-office', fingerprint: 'bench' };
      const started: ProgrammeCommand = {
        type: 'start-programme',
        programme: 'bench',
        name: 'Bench',
        effectiveOn: civilDate('2013-09-19'),
        provenance: 'illustrative',
      };
      await recorder.record(started, { ...sender, commandId: 'start' });
      return await millisecondsOf(async () => {
        let line = 0;
        for (const command of structureCommands(entries)) {
          const outcome = await recorder.record(command, { ...sender, commandId: `line-${line++}` });
          if (outcome.outcome !== 'recorded') throw new Error(`Line ${line}: ${JSON.stringify(outcome)}`);
        }
      });
    } finally {
      await store.close();
    }
  });
}

/** A long stream costs in proportion to its length: twice the entries, less than four times the work. */
export const recordingInOrder: Measure = {
  name: 'recording-in-order',
  promises: '15,000 entries recorded in order into one stream cost less than four times 7,500',
  async run(_size, say) {
    const ratios: number[] = [];
    await record(1_000);
    for (let round = 1; round <= 3; round++) {
      say(`round ${round} of 3`);
      const half = await record(7_500);
      const whole = await record(15_000);
      ratios.push(whole / half);
    }
    return [atMost('15,000 entries, of 7,500', median(ratios), 4, times)];
  },
};
