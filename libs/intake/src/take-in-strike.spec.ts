import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { takeIn } from './index.js';

const kent = { programme: 'kent', today: civilDate('2026-11-23') };
const strike = (body: unknown) => takeIn('strike-entry', body, kent);
const wrongDay = { reason: 'The minutes give another day', authority: 'Head of Paid Service' };

describe('A strike', () => {
  it('names its entries, the reason and the authority, and holds from today', () => {
    expect(strike({ entries: ['entry-1', 'entry-2'], ...wrongDay })).toEqual({
      strike: {
        type: 'strike-entry',
        programme: 'kent',
        effectiveOn: '2026-11-23',
        provenance: 'observed',
        entries: ['entry-1', 'entry-2'],
        ...wrongDay,
        replacement: [],
      },
    });
  });

  it('may name the stream, and the commands whose entries are meant', () => {
    expect(
      strike({ stream: 'kent/review/legal-services', commands: ['Kent:0012'], ...wrongDay }),
    ).toMatchObject({
      strike: { stream: 'kent/review/legal-services', commands: ['Kent:0012'] },
    });
  });

  it('carries replacements, each taken in as the command it is, with the entry whose place it takes', () => {
    const replacement = [
      { command: 'open-phase', replaces: 'entry-1', effectiveOn: '2014-04', phase: 'phase-2' },
      {
        command: 'plan-phase',
        effectiveOn: '2013-09-19',
        phase: 'phase-3',
        name: 'Phase 3',
        plannedEnd: '2016',
      },
    ];
    expect(strike({ entries: ['entry-1'], ...wrongDay, replacement })).toMatchObject({
      strike: {
        replacement: [
          {
            command: {
              type: 'open-phase',
              programme: 'kent',
              effectiveOn: '2014-04-01',
              precision: 'month',
              provenance: 'observed',
              phase: 'phase-2',
            },
            replaces: 'entry-1',
          },
          {
            command: {
              type: 'plan-phase',
              programme: 'kent',
              effectiveOn: '2013-09-19',
              provenance: 'observed',
              phase: 'phase-3',
              name: 'Phase 3',
              plannedEnd: { on: '2016-12-31', precision: 'year' },
            },
          },
        ],
      },
    });
  });

  it('says what is to be struck in one of two ways, and never nothing', () => {
    expect(strike(wrongDay)).toEqual({
      problems: [
        {
          field: 'entries',
          problem: 'entries is needed: send the ids of the entries to strike, or commands',
        },
      ],
    });
    expect(strike({ ...wrongDay, entries: ['entry-1'], commands: ['command-1'] })).toEqual({
      problems: [
        { field: 'commands', problem: 'commands must be left out where entries says what to strike' },
      ],
    });
    expect(strike({ ...wrongDay, entries: [] })).toMatchObject({ problems: [{ field: 'entries' }] });
    expect(strike({ ...wrongDay, entries: ['entry-1', 'entry-1'] })).toEqual({
      problems: [{ field: 'entries.1', problem: 'is in the list already: name it once' }],
    });
  });

  it('names a stream of its own programme', () => {
    for (const stream of [
      'legal-services',
      'essex/review/legal-services',
      'kent/dream/legal-services',
      'kent',
    ]) {
      expect(strike({ stream, entries: ['entry-1'], ...wrongDay })).toEqual({
        problems: [
          {
            field: 'stream',
            problem: 'stream must be the name of a stream of this programme, such as kent/programme',
          },
        ],
      });
    }
  });

  it('is told what is wrong inside each replacement, with its path', () => {
    const replacement = [
      { command: 'open-phase', phase: 'Phase 2', takenOn: '2026-12-01' },
      { command: 'open-phase', phase: 'phase-2', replaces: 'entry-9', colour: 'red' },
      { command: 'fly-away' },
      { command: 'strike-entry', entries: ['entry-2'], ...wrongDay },
      'open-phase',
      {
        command: 'define-tranche',
        tranche: 'first',
        name: 'First',
        totals: [{ heading: 'all', pence: -1, basis: 'net' }],
      },
    ];
    const notACommand =
      'command must be the name of a command of the same stream, such as open-phase; a strike cannot be one';
    expect(strike({ entries: ['entry-1'], ...wrongDay, replacement })).toMatchObject({
      problems: [
        { field: 'replacement.4' },
        { field: 'replacement.0.phase' },
        {
          field: 'replacement.0.takenOn',
          problem: 'the decision cannot have been taken after today, 23 November 2026',
        },
        { field: 'replacement.1.replaces', problem: 'replaces must be one of the entries that are struck' },
        { field: 'replacement.1.colour' },
        { field: 'replacement.2.command', problem: notACommand },
        { field: 'replacement.3.command', problem: notACommand },
        { field: 'replacement.5.totals.0.pence' },
      ],
    });
  });
});
