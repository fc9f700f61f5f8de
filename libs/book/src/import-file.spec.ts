import { beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryEventStore, type StoredEvent } from '#event-store';
import { Reader, ReadModel } from '#read-model';
import { Recorder } from '#recording';
import { civilDate } from '#calendar';
import {
  importFile,
  ImportStopped,
  OtherDemonstration,
  type ImportInto,
  type ImportOptions,
} from './import-file.js';
import { textSource } from './import-lines.js';
import { FileChanged } from './import-survey.js';

/** A line of a file: its id, its command, and what the command says, holding from 18 July 2013 unless it says when. */
type Line = readonly [id: string, command: string, says?: Readonly<Record<string, unknown>>];

const file = (...lines: Line[]) =>
  lines
    .map(([id, command, says]) => JSON.stringify({ id, command, effectiveOn: '2013-07-18', ...says }))
    .join('\n');

const start: Line = ['start', 'start-programme', { name: 'Whole-Council Transformation' }];
const register = (unit: string): Line => [
  `register-${unit}`,
  'register-unit',
  { unit, name: unit, opening: true },
];
const rename = (id: string, unit: string, name: string, effectiveOn = '2014-04-01'): Line => [
  id,
  'rename-unit',
  { unit, name, effectiveOn },
];

let store: MemoryEventStore;
let book: ImportInto;
beforeEach(() => {
  store = new MemoryEventStore();
  book = {
    store,
    recorder: new Recorder(store),
    reader: new Reader(ReadModel.open(':memory:')),
    demonstration: undefined,
    noting: (outcome) => outcome,
    upTo: () => Promise.resolve(),
  };
});

const options: ImportOptions = { programme: 'kent', actor: 'import', capacity: 'programme-office' };
const bring = (text: string, more: Partial<ImportOptions> = {}) =>
  importFile(book, text, { ...options, ...more });

async function log(): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const page of store.readAll()) events.push(...page);
  return events;
}
const recorded = async () => (await log()).map(({ commandId, type }) => `${commandId} ${type}`);

/** A command from somebody else, at the API for example. */
const meanwhile = (commandId: string, unit: string, name: string) =>
  book.recorder.record(
    {
      type: 'rename-unit',
      programme: 'kent',
      unit,
      name,
      effectiveOn: civilDate('2014-04-01'),
      provenance: 'observed',
    } as Parameters<Recorder['record']>[0],
    { actor: 'officer', capacity: 'programme-office', commandId, fingerprint: `hash of ${commandId}` },
  );

describe('An import', () => {
  it('records every line in order, one append each, under the id of the line', async () => {
    const report = await bring(
      file(start, register('libraries'), rename('new-name', 'libraries', 'Libraries')),
    );
    expect(report).toEqual({ lines: 3, recorded: 3, before: 0, nothing: 0, bad: [] });
    expect(await recorded()).toEqual([
      'start ProgrammeStarted',
      'register-libraries UnitRegistered',
      'new-name UnitRenamed',
    ]);
  });

  it('changes nothing twice: a second run finds every line on the record', async () => {
    const text = file(start, register('libraries'), rename('new-name', 'libraries', 'Libraries'));
    await bring(text);
    const before = await log();
    expect(await bring(text)).toEqual({ lines: 3, recorded: 0, before: 3, nothing: 0, bad: [] });
    expect(await log()).toEqual(before);
  });

  it('records the lines that were added to its file since, at its end or between others', async () => {
    await bring(file(start, register('libraries')));
    const longer = file(start, register('archives'), register('libraries'), register('museums'));
    expect(await bring(longer)).toEqual({ lines: 4, recorded: 2, before: 2, nothing: 0, bad: [] });
    expect((await recorded()).slice(2)).toEqual([
      'register-archives UnitRegistered',
      'register-museums UnitRegistered',
    ]);
  });

  it('tells how far it is, first in the play and then in the recording', async () => {
    const told: string[] = [];
    await bring(file(start, register('libraries')), {
      progress: (what, done, of) => told.push(`${what} ${done} of ${of}`),
    });
    expect(told).toEqual(['play 1 of 2', 'play 2 of 2', 'record 1 of 2', 'record 2 of 2']);
  });

  it('stops after the play when it is a dry run, and says what it would have recorded', async () => {
    const report = await bring(file(start, register('libraries')), { dryRun: true });
    expect(report).toEqual({ lines: 2, recorded: 2, before: 0, nothing: 0, bad: [] });
    expect(await log()).toEqual([]);
  });

  it('of nothing records nothing', async () => {
    expect(await bring('\n\n')).toEqual({ lines: 0, recorded: 0, before: 0, nothing: 0, bad: [] });
  });

  it('is refused of any programme but its own by a demonstration', async () => {
    book = { ...book, demonstration: 'kent' };
    await expect(bring(file(start), { programme: 'surrey' })).rejects.toBeInstanceOf(OtherDemonstration);
  });
});

describe('A file with a bad line', () => {
  it('is refused whole: every bad line is told with its number and reason, and nothing is recorded', async () => {
    const report = await bring(
      [
        file(start, register('libraries')),
        '{"id":',
        '',
        file(
          ['register-libraries', 'rename-unit', { unit: 'libraries', name: 'Libraries' }],
          ['no-such-command', 'abolish-unit', { unit: 'libraries' }],
          ['wrong-fields', 'rename-unit', { unit: 'libraries', name: '', colour: 'red' }],
          rename('unknown-unit', 'parks', 'Parks'),
          register('museums'),
        ),
      ].join('\n'),
    );
    expect(report).toEqual({
      lines: 8,
      recorded: 0,
      before: 0,
      nothing: 0,
      bad: [
        { line: 3, reason: 'it is not JSON: write each command on one line, as a JSON object' },
        { line: 5, reason: 'its id register-libraries is that of line 2 already: give every line its own' },
        { line: 6, reason: 'no command is called abolish-unit: see docs/commands-and-events.md' },
        {
          line: 7,
          reason: expect.stringMatching(
            /^colour: there is no field of this name here.*; name must not be blank/,
          ) as unknown,
        },
        { line: 8, reason: expect.stringContaining('parks') as unknown },
      ],
    });
    expect(await log()).toEqual([]);
  });

  it('is told which line of it stands in the way', async () => {
    const { bad } = await bring(
      file(
        start,
        register('libraries'),
        register('museums'),
        ['merge', 'merge-units', { units: ['libraries'], successor: 'museums', effectiveOn: '2014-04-01' }],
        rename('too-late', 'libraries', 'Libraries', '2014-05-01'),
        [
          'merge-before',
          'merge-units',
          { units: ['libraries'], successor: 'museums', effectiveOn: '2014-03-01' },
        ],
      ),
    );
    expect(bad.map(({ line }) => line)).toEqual([5, 6]);
    expect(bad[1]?.reason).toMatch(/\(line 4 stands in the way: “Units merged”, 1 April 2014\)$/);
  });

  it('names what its lines would make as they name it, renamed or not, for nothing of it is on the record', async () => {
    const unit = (id: string, name: string, code: string): Line => [
      `register-${id}`,
      'register-unit',
      { unit: id, name, code, effectiveOn: '2014-01-01' },
    ];
    const { bad, recorded } = await bring(
      file(
        start,
        unit('u-1', 'Heritage', 'HE'),
        unit('u-2', 'Libraries', 'LI'),
        rename('new-name', 'u-1', 'Museums', '2014-03-01'),
        ['merge', 'merge-units', { units: ['u-2'], successor: 'u-1', effectiveOn: '2014-04-01' }],
        rename('then', 'u-2', 'Archives', '2014-05-01'),
        ['review', 'propose-review', { review: 'r-1', name: 'Legal Services' }],
        ['brief', 'agree-scoping-brief', { review: 'r-1' }],
        [
          'option',
          'identify-option',
          { review: 'r-1', option: 'o-1', title: 'A trust', scope: 'whole', model: 'SE' },
        ],
        [
          'again',
          'identify-option',
          { review: 'r-1', option: 'o-1', title: 'A firm', scope: 'whole', model: 'SE' },
        ],
        rename('nothing', 'u-3', 'Parks'),
      ),
      { dryRun: true },
    );
    expect(recorded).toBe(0);
    expect(bad.map(({ line, reason }) => [line, reason.split(/[:,] /)[0]])).toEqual([
      [6, 'Unit “Libraries” (LI) was merged into “Museums” (HE) on 1 April 2014'],
      [10, 'Option “A trust” was identified on 18 July 2013 as "A trust"'],
      [11, 'No unit u-3 is registered by then'],
    ]);
    expect(JSON.stringify(bad)).not.toMatch(/u-[12]|[ro]-1/);
  });

  it('names the entries that its strikes are of by what they say, and whose they are', async () => {
    const strike = (id: string, commands: readonly string[]): Line => [
      id,
      'strike-entry',
      { commands, reason: 'Typed twice', authority: 'Head of the programme office' },
    ];
    const { bad } = await bring(
      file(
        start,
        ['unit', 'register-unit', { unit: 'u-1', name: 'Heritage', code: 'HE' }],
        rename('name', 'u-1', 'Museums'),
        ['phase', 'plan-phase', { phase: 'p-1', name: 'Phase 1' }],
        ['review', 'propose-review', { review: 'r-1', name: 'Legal Services' }],
        strike('wrong', ['name']),
        strike('twice', ['name']),
        strike('struck', ['wrong']),
        strike('both', ['unit', 'phase', 'review']),
      ),
      { dryRun: true },
    );
    expect(bad.map(({ line, reason }) => [line, reason.split(/: /)[0]])).toEqual([
      [7, 'Entry “Unit renamed” of unit “Heritage” (HE) on 1 April 2014 is already struck'],
      [8, 'Entry “Entry struck” is itself a strike and cannot be struck'],
      [9, 'it strikes entries of the programme and review “Legal Services” and the business units'],
    ]);
  });

  it('is told which entry on the record stands in the way, with its decision', async () => {
    await bring(
      file(
        start,
        [
          'vote',
          'record-decision',
          { decision: 'council', title: 'Merger', maker: 'County Council', takenOn: '2013-07-18' },
        ],
        register('libraries'),
        register('museums'),
        [
          'merge',
          'merge-units',
          { units: ['libraries'], successor: 'museums', effectiveOn: '2014-04-01', decision: 'council' },
        ],
      ),
    );
    const { bad } = await bring(
      file([
        'earlier',
        'merge-units',
        { units: ['libraries'], successor: 'museums', effectiveOn: '2014-03-01' },
      ]),
    );
    expect(bad).toEqual([
      {
        line: 1,
        reason: expect.stringContaining(
          '(an entry on the record stands in the way: “Units merged”, 1 April 2014, decision “Merger”)',
        ) as unknown,
      },
    ]);
  });

  it('is refused for what no store could keep: an entry that is too large', async () => {
    const reasons = Array.from({ length: 40 }, (_, n) => `${n} ${'x'.repeat(3900)}`);
    const { bad } = await bring(
      file(start, [
        'vote',
        'record-decision',
        {
          decision: 'council',
          title: 'All of it',
          maker: 'County Council',
          takenOn: '2013-07-18',
          text: reasons.join('\n').slice(0, 19_000),
          reasons: reasons.join('\n').slice(0, 19_000),
          source: 'x'.repeat(1000),
        },
      ]),
    );
    // Whichever limit is met first, it is the line that is told, and nothing is thrown.
    expect(bad.every(({ line }) => line === 2)).toBe(true);
  });

  it('whose programme was never started is told to start it', async () => {
    const { bad } = await bring(file(register('libraries')));
    expect(bad).toEqual([
      { line: 1, reason: 'nothing is recorded of kent yet: start-programme comes first' },
    ]);
  });
});

describe('A file that is none', () => {
  const told = async (text: string) => {
    const { bad, ...counts } = await bring(text, { dryRun: true });
    return { ...counts, bad: bad.length, last: bad.at(-1)?.line };
  };

  it('is given up after a thousand bad lines, and that is said', async () => {
    const none = { recorded: 0, before: 0, nothing: 0, bad: 1_000, givenUp: true };
    expect(await told('x\n'.repeat(20_000))).toMatchObject({ ...none, last: 1_000 });
    const refused = Array.from({ length: 3_000 }, (_, n) => rename(`line-${n}`, 'no-such-unit', 'X'));
    expect(await told(file(start, ...refused))).toMatchObject({ bad: 1_000, givenUp: true, last: 1_001 });
    expect(await told('x\n'.repeat(999))).toMatchObject({ bad: 999, last: 999 });
    expect(await told('x\n'.repeat(999))).not.toHaveProperty('givenUp');
  });

  it('is told in words that have an end, however much is wrong with a line', async () => {
    const wrong = Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`field-${n}`, n]));
    const { bad } = await bring(file(start, ['wrong', 'rename-unit', wrong]));
    expect(bad.map(({ line, reason }) => [line, reason.length, reason.endsWith(' … and more')])).toEqual([
      [2, 2_011, true],
    ]);
  });

  it.each([
    ['blank lines', '\n'.repeat(2_000_000)],
    ['blank lines of another system', '\r\n'.repeat(1_000_000)],
    [
      'lines that can be read',
      file(start, ...Array.from({ length: 8_000 }, (_, n) => register(`unit-${n}`))),
    ],
  ])('or one of many %s lets others be answered all the while', async (_of, text) => {
    let turns = 0;
    let reading = true;
    const others = (): void => {
      turns += 1;
      if (reading) setImmediate(others);
    };
    setImmediate(others);
    const stop = new AbortController();
    // The play is of no interest here: it is stopped at its first line.
    const progress = () => stop.abort();
    await bring(text, { dryRun: true, progress, signal: stop.signal }).catch(() => undefined);
    reading = false;
    expect(turns).toBeGreaterThan(1);
  });

  it('counts blank lines, so that a line is found by its number', async () => {
    const { bad } = await bring(`\n\r\n\n${file(start)}\n\n \nx\n`);
    expect(bad.map(({ line }) => line)).toEqual([7]);
  });
});

describe('A line that was edited under its old id', () => {
  const edited = /its id is on the record for another command: give an edited line a new id/;

  it('is refused with its number, and nothing is recorded', async () => {
    await bring(file(start, register('libraries')));
    const before = await log();
    const { bad } = await bring(
      file(start, [
        'register-libraries',
        'register-unit',
        { unit: 'libraries', name: 'Libraries', opening: true },
      ]),
    );
    expect(bad).toEqual([{ line: 2, reason: expect.stringMatching(edited) as unknown }]);
    expect(await log()).toEqual(before);
  });

  it('is refused where it now speaks of another stream, too', async () => {
    await bring(file(start, ['one', 'register-service', { service: 'legal', name: 'Legal Services' }]));
    const { bad } = await bring(
      file(start, ['one', 'register-service', { service: 'libraries', name: 'Libraries' }]),
    );
    expect(bad).toEqual([{ line: 2, reason: expect.stringMatching(edited) as unknown }]);
  });
});

describe('A line that changed nothing when its file was imported', () => {
  const text = file(
    start,
    register('libraries'),
    rename('first', 'libraries', 'Libraries'),
    rename('again', 'libraries', 'Libraries'),
    rename('then', 'libraries', 'Libraries and Archives'),
  );

  it('is counted, and is not on the record', async () => {
    expect(await bring(text)).toEqual({ lines: 5, recorded: 4, before: 0, nothing: 1, bad: [] });
    expect((await recorded()).some((entry) => entry.startsWith('again'))).toBe(false);
  });

  it('changes nothing on a second run either, although the lines after it changed what it says', async () => {
    await bring(text);
    const before = await log();
    expect(await bring(text)).toEqual({ lines: 5, recorded: 0, before: 4, nothing: 1, bad: [] });
    expect(await log()).toEqual(before);
  });

  it('is told from a new line in its place, which is recorded', async () => {
    await bring(text);
    const withNew = file(
      start,
      register('libraries'),
      rename('first', 'libraries', 'Libraries'),
      rename('new', 'libraries', 'Libraries, Archives and Museums'),
      rename('again', 'libraries', 'Libraries'),
      rename('then', 'libraries', 'Libraries and Archives'),
    );
    expect(await bring(withNew)).toEqual({ lines: 6, recorded: 1, before: 4, nothing: 1, bad: [] });
    expect((await recorded()).at(-1)).toBe('new UnitRenamed');
  });

  it('is judged as a line at the end of a file is: by what is on the record when it comes', async () => {
    const short = file(start, register('libraries'), rename('first', 'libraries', 'Libraries'));
    await bring(short);
    await meanwhile('api', 'libraries', 'Archives');
    const longer = `${short}\n${file(rename('again', 'libraries', 'Libraries'))}`;
    expect(await bring(longer)).toMatchObject({ recorded: 1, before: 3 });
  });

  it('is found so in a file whose blocks of lines were put in another order', async () => {
    const libraries = [
      register('libraries'),
      rename('first', 'libraries', 'Libraries'),
      rename('again', 'libraries', 'Libraries'),
      rename('then', 'libraries', 'Libraries and Archives'),
    ];
    const parks = [
      register('parks'),
      rename('parks-first', 'parks', 'Parks'),
      rename('parks-again', 'parks', 'Parks'),
      rename('parks-then', 'parks', 'Country Parks'),
    ];
    await bring(file(start, ...libraries, ...parks));
    const before = await log();
    expect(await bring(file(start, ...parks, ...libraries))).toEqual({
      lines: 9,
      recorded: 0,
      before: 7,
      nothing: 2,
      bad: [],
    });
    expect(await log()).toEqual(before);
  });
});

describe('A strike', () => {
  const strike = (id: string, says: Record<string, unknown>): Line => [
    id,
    'strike-entry',
    { reason: 'Recorded by mistake', authority: 'Programme office', ...says },
  ];

  it('names the lines it strikes by their ids, in the same file or in one imported before', async () => {
    await bring(file(start, register('libraries')));
    const report = await bring(
      file(
        rename('wrong', 'libraries', 'Library'),
        strike('strike-wrong', { commands: ['wrong'] }),
        strike('strike-opening', { commands: ['register-libraries'] }),
      ),
    );
    expect(report).toMatchObject({ recorded: 3, bad: [] });
    expect((await log()).slice(3).map(({ type }) => type)).toEqual(['EntryStruck', 'EntryStruck']);
  });

  it('names entries by their own ids, without having to name the stream', async () => {
    await bring(file(start, register('libraries')));
    const { id } = (await log()).at(-1) as StoredEvent;
    expect(await bring(file(strike('strike', { entries: [id] })))).toMatchObject({ recorded: 1, bad: [] });
  });

  it('is refused where what it names is not on the record, or is of several streams', async () => {
    const { bad } = await bring(
      file(
        start,
        register('libraries'),
        strike('early', { commands: ['later'] }),
        strike('stranger', { entries: ['00000000-0000-4000-8000-000000000000'] }),
        strike('several', { commands: ['start', 'register-libraries'] }),
        rename('later', 'libraries', 'Libraries'),
      ),
    );
    expect(bad).toEqual([
      {
        line: 3,
        reason: expect.stringContaining('it strikes what later recorded, which is nothing') as unknown,
      },
      { line: 4, reason: expect.stringContaining('which is not on the record') as unknown },
      {
        line: 5,
        reason: 'it strikes entries of the programme and the business units: send a strike for each',
      },
    ]);
  });

  it('is not made twice by a second run', async () => {
    const text = file(
      start,
      register('libraries'),
      rename('wrong', 'libraries', 'Library'),
      strike('strike-wrong', {
        commands: ['wrong'],
        replacement: [
          { command: 'rename-unit', unit: 'libraries', name: 'Libraries', effectiveOn: '2014-04-01' },
        ],
      }),
    );
    expect(await bring(text)).toMatchObject({ recorded: 4, bad: [] });
    const before = await log();
    expect(await bring(text)).toMatchObject({ recorded: 0, before: 4 });
    expect(await log()).toEqual(before);
  });
});

describe('An import that is stopped', () => {
  const text = file(start, register('libraries'), register('museums'), register('parks'));

  it('ends after the line at hand, and goes on from there the next time', async () => {
    const stop = new AbortController();
    const progress: ImportOptions['progress'] = (what, done) => {
      if (what === 'record' && done === 2) stop.abort();
    };
    await expect(bring(text, { signal: stop.signal, progress })).rejects.toEqual(new ImportStopped(2));
    expect(await recorded()).toEqual(['start ProgrammeStarted', 'register-libraries UnitRegistered']);
    expect(await bring(text)).toEqual({ lines: 4, recorded: 2, before: 2, nothing: 0, bad: [] });
  });

  it('records nothing where it is stopped during the play', async () => {
    const stop = new AbortController();
    const progress = () => stop.abort();
    await expect(bring(text, { signal: stop.signal, progress })).rejects.toEqual(new ImportStopped(0));
    expect(await log()).toEqual([]);
  });
});

describe('Beside an import, others record', () => {
  it('and a line they recorded meanwhile under its id is not recorded again', async () => {
    const text = file(start, register('libraries'), rename('new-name', 'libraries', 'Libraries'));
    let once = false;
    const progress: ImportOptions['progress'] = (what, done) => {
      if (what !== 'record' || done !== 2 || once) return;
      once = true;
    };
    await bring(text, { progress });
    expect(once).toBe(true);
    expect(await bring(text)).toMatchObject({ before: 3 });
  });

  it('and a line they now contradict ends it: the lines above it are recorded, the line is told', async () => {
    const text = file(
      start,
      register('libraries'),
      register('museums'),
      rename('new-name', 'libraries', 'Libraries', '2014-05-01'),
      register('parks'),
    );
    const merged = () =>
      book.recorder.record(
        {
          type: 'merge-units',
          programme: 'kent',
          units: ['libraries'],
          successor: 'museums',
          effectiveOn: civilDate('2014-04-01'),
          provenance: 'observed',
        } as Parameters<Recorder['record']>[0],
        { actor: 'officer', capacity: 'programme-office', commandId: 'api', fingerprint: 'api' },
      );
    let merging: Promise<unknown> | undefined;
    const progress: ImportOptions['progress'] = (what, done) => {
      if (what === 'record' && done === 3) merging = merged();
    };
    const report = await bring(text, { progress });
    await merging;
    expect(report).toMatchObject({ lines: 5, recorded: 3, bad: [{ line: 4 }] });
    expect(await recorded()).toEqual([
      'start ProgrammeStarted',
      'register-libraries UnitRegistered',
      'register-museums UnitRegistered',
      'api UnitsMerged',
    ]);
  });

  it('and a file that is not the same when it is read to be recorded ends it', async () => {
    const texts = [
      file(start, register('libraries')),
      file(start, register('libraries')),
      file(start, register('parks')),
    ];
    const source = () => textSource(texts.shift() ?? '')();
    await expect(importFile(book, source, options)).rejects.toEqual(new FileChanged(2));
    expect(await recorded()).toEqual(['start ProgrammeStarted']);
  });

  it('and a file that has become shorter ends it, too', async () => {
    const texts = [file(start, register('libraries')), file(start, register('libraries')), file(start)];
    const source = () => textSource(texts.shift() ?? '')();
    await expect(importFile(book, source, options)).rejects.toEqual(new FileChanged(2));
  });
});

describe('A demonstration', () => {
  it('is recorded at the instants its file gives, and the clock is real afterwards', async () => {
    let at: string | undefined;
    store = new MemoryEventStore({ clock: () => at ?? '2026-11-23T09:00:00.000Z' });
    book = { ...book, store, recorder: new Recorder(store), demonstration: 'kent' };
    const setClock: ImportOptions['setClock'] = (instant) => {
      at = instant;
    };
    const text = file(
      ['start', 'start-programme', { name: 'Transformation', recordedAt: '2013-07-19T08:12:00.000Z' }],
      [
        'one',
        'register-unit',
        { unit: 'a', name: 'A', opening: true, recordedAt: '2013-09-20T08:30:00.000Z' },
      ],
    );
    await bring(text, { setClock });
    await bring(file(register('b')), { setClock });
    await meanwhile('api', 'a', 'Arts');
    expect((await log()).map(({ recordedAt }) => recordedAt)).toEqual([
      '2013-07-19T08:12:00.000Z',
      '2013-09-20T08:30:00.000Z',
      '2026-11-23T09:00:00.000Z',
      '2026-11-23T09:00:00.000Z',
    ]);
  });

  it('takes a line that gives no date to hold from the day it is said to have been recorded', async () => {
    const setClock = () => undefined;
    const text = JSON.stringify({
      id: 'start',
      command: 'start-programme',
      name: 'Transformation',
      recordedAt: '2013-07-18T23:30:00Z',
    });
    await bring(text, { setClock });
    expect((await log())[0]?.envelope).toMatchObject({ effectiveOn: '2013-07-19' });
  });
});
