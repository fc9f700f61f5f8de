import { describe, expect, it } from '@jest/globals';
import { batchJsonSchema, batchName, takeInBatch } from './batch-form.js';
import { commandNames } from './commands.js';

const open = { command: 'open-phase', phase: 'phase-1' };
const fieldsOf = (body: unknown) => {
  const taken = takeInBatch(body);
  return 'problems' in taken ? taken.problems.map(({ field }) => field) : [];
};

describe('A batch as it is sent', () => {
  it('is its items in order, each a command with what it says', () => {
    expect(
      takeInBatch({ items: [{ ...open, id: 'first' }, { command: 'close-phase' }], dryRun: true }),
    ).toEqual({
      batch: {
        items: [
          { id: 'first', command: 'open-phase', body: { phase: 'phase-1' } },
          { command: 'close-phase', body: {} },
        ],
        dryRun: true,
        keepGoing: false,
      },
    });
  });

  it.each([
    ['not an object', 'open-phase', ['']],
    ['without items', {}, ['items']],
    ['of nothing', { items: [] }, ['items']],
    ['of what are no objects', { items: [open, 'open-phase'] }, ['items.1']],
    ['with a field nobody knows', { items: [open], stopAtFirst: true }, ['stopAtFirst']],
    ['with an item that names no command', { items: [{ phase: 'phase-1' }] }, ['items.0.command']],
    ['within a batch', { items: [open, { command: 'batch', items: [open] }] }, ['items.1.command']],
    ['with an id that is none', { items: [{ ...open, id: 'a/b' }] }, ['items.0.id']],
    ['with an id twice', { items: [{ ...open, id: 'a' }, open, { ...open, id: 'a' }] }, ['items.2.id']],
    ['with the number of another as an id', { items: [{ ...open, id: '1' }, open] }, ['items.1.id']],
    ['of more than a thousand', { items: Array.from({ length: 1_001 }, () => open) }, ['items']],
  ])('%s is refused, and says where', (_how, body, fields) => {
    expect(fieldsOf(body)).toEqual(fields);
  });

  it('has a name that no command has', () => {
    expect(commandNames).not.toContain(batchName);
  });

  it('has a schema', () => {
    expect(batchJsonSchema()).toMatchObject({ type: 'object', required: ['items'] });
  });
});
