import { describe, expect, it } from '@jest/globals';
import { MemoryEventStore } from '#event-store';
import { commandNames, describeCommand, exampleBodies } from '#intake';
import { Reader, ReadModel } from '#read-model';
import { Recorder } from '#recording';
import { importFile, type ImportInto } from './import-file.js';

/** A book with a programme in it and nothing else. */
function aBook(): ImportInto {
  const store = new MemoryEventStore();
  return {
    store,
    recorder: new Recorder(store),
    reader: new Reader(ReadModel.open(':memory:')),
    demonstration: undefined,
    noting: (outcome) => outcome,
    upTo: () => Promise.resolve(),
  };
}

const dryRun = { programme: 'kent', actor: 'import', capacity: 'programme-office', dryRun: true };

/** What is no value of any field, written as JSON. */
const nonsense = ['null', '{"nonsense":true}', '[[]]', '-0.5'];

describe('Nonsense in any field of a line of an import', () => {
  it.each(commandNames)(
    '%s: is told with the number of the line and the name of the field',
    async (command) => {
      const fields = describeCommand(command)?.fields ?? [];
      const lines = fields.flatMap(({ name }) =>
        nonsense.map((value) => {
          const { [name]: _right, ...others } = { ...exampleBodies[command] } as Record<string, unknown>;
          const body = JSON.stringify({ id: `${name}-${nonsense.indexOf(value)}`, command, ...others });
          return { name, text: `${body.slice(0, -1)},"${name}":${value}}` };
        }),
      );
      const unknown = {
        name: 'nonsense',
        text: JSON.stringify({ id: 'unknown', command, ...exampleBodies[command], nonsense: 'zzz' }),
      };
      const all = [...lines, unknown];
      const { bad, recorded } = await importFile(aBook(), all.map(({ text }) => text).join('\n'), dryRun);
      expect(recorded).toBe(0);
      const told = new Map(bad.map(({ line, reason }) => [line, reason]));
      const lost = all.filter(
        ({ name }, index) => !new RegExp(`\\b${name}\\b`).test(told.get(index + 1) ?? ''),
      );
      expect(lost).toEqual([]);
    },
  );
});
