import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BuiltServer, environmentFor, folderWithKent, runBuiltCli } from './built-server.js';

/** The command line works on folders, so its servers keep the record in one too, whatever else journeys are run on. */
const inTheFolder = { EVENT_STORE: '' };

const root = join(import.meta.dirname, '..');
let place: string;
let folder: string;
const begin = (): void => {
  place = mkdtempSync(join(tmpdir(), 'minutebook-'));
  folder = join(place, 'book');
};
const forget = (): void => rmSync(place, { recursive: true, force: true });

const settings = () => ({ ...environmentFor(folder), MINUTEBOOK_ROOT: root });
const minutebook = (...args: string[]) => {
  const { status, stdout, stderr } = runBuiltCli(args, settings());
  return { status, said: stdout.trim(), complained: stderr.trim() };
};

type Line = Record<string, unknown>;
const start: Line = { id: 'start', command: 'start-programme', name: 'County', effectiveOn: '2013-07-18' };
const plan: Line = {
  id: 'plan',
  command: 'plan-phase',
  phase: 'phase-1',
  name: 'Phase 1',
  effectiveOn: '2013-07-18',
};
const open: Line = { id: 'open', command: 'open-phase', phase: 'phase-1', effectiveOn: '2013-10-01' };
const units = (count: number): Line[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `unit-${n}`,
    command: 'register-unit',
    unit: `unit-${n}`,
    name: `Unit ${n}`,
    opening: true,
    effectiveOn: '2013-09-19',
  }));
const fileOf = (...lines: (Line | string)[]): string => {
  const file = join(place, 'county.ndjson');
  writeFileSync(
    file,
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );
  return file;
};
const withServer = async (work: (server: BuiltServer) => unknown, demonstrating = ''): Promise<void> => {
  const server = await BuiltServer.start({
    folder,
    settings: { ...inTheFolder, MINUTEBOOK_DEMONSTRATION: demonstrating },
  });
  try {
    await work(server);
  } finally {
    await server.stop();
  }
};

describe.each([
  ['into a folder', false],
  ['through a running server', true],
])('An import %s', (_where, throughServer) => {
  let server: BuiltServer | undefined;
  let programmes = 0;
  beforeAll(async () => {
    begin();
    if (throughServer) server = await BuiltServer.start({ folder, settings: inTheFolder });
  });
  // A programme of its own for each test, in one book.
  beforeEach(() => {
    programmes += 1;
  });
  afterAll(async () => {
    await server?.stop();
    forget();
  });

  const to = () => ['--programme', `county-${programmes}`, ...(server ? ['--url', server.url] : [])];
  const importing = (file: string, ...more: string[]) => minutebook('import', file, ...to(), ...more);
  const asAt = (...more: string[]) => minutebook('as-at', ...more, ...to());

  it('records every line, and a second one changes nothing', () => {
    const file = fileOf(start, plan, open);
    expect(importing(file)).toEqual({ status: 0, said: '3 lines recorded.', complained: '' });
    const before = asAt('2013-10-15', '--json').said;
    expect(importing(file)).toEqual({
      status: 0,
      said: '0 lines recorded, 3 lines were on the record before.',
      complained: '',
    });
    expect(asAt('2013-10-15', '--json').said).toBe(before);
  });

  it('that is a dry run records nothing', () => {
    expect(importing(fileOf(start, plan), '--dry-run')).toEqual({
      status: 0,
      said: 'A dry run, nothing is recorded: 2 lines would be.',
      complained: '',
    });
    expect(importing(fileOf(start, plan)).said).toBe('2 lines recorded.');
  });

  it('tells every bad line with its number and reason, and records nothing', () => {
    const { status, said, complained } = importing(
      fileOf(start, open, 'not json', '', plan, { id: 'nameless' }),
    );
    expect({ status, said }).toEqual({ status: 1, said: '' });
    const lines = complained.split('\n');
    expect(lines.map((line) => /^line (\d+): .{10,}/.exec(line)?.[1])).toEqual(['2', '3', '6', undefined]);
    expect(lines.at(-1)).toBe('3 bad lines, and nothing was recorded: correct the file and import it again.');
    expect(importing(fileOf(start)).said).toBe('1 line recorded.');
  });

  it('refuses an edited line under an old id', () => {
    importing(fileOf(start, plan));
    const { status, complained } = importing(fileOf(start, { ...plan, name: 'Phase one' }));
    expect(status).toBe(1);
    expect(complained).toMatch(/^line 2: .*give an edited line a new id/);
  });

  it('that is interrupted ends after the line at hand, says what was recorded, and is resumed by another', async () => {
    const file = fileOf(start, ...units(2_500));
    const sizeOfLog = () => statSync(join(folder, 'book.sqlite-wal'), { throwIfNoEntry: false })?.size ?? 0;
    const before = sizeOfLog();
    const cli = join(root, 'dist/apps/cli/src/main.js');
    const interrupted = spawn(process.execPath, [cli, 'import', file, ...to()], {
      env: settings(),
    });
    let complained = '';
    interrupted.stderr.on('data', (data: Buffer) => (complained += data.toString()));
    const ended = once(interrupted, 'exit');
    while (sizeOfLog() < before + 100_000) await wait(5);
    interrupted.kill('SIGINT');
    expect(await ended).toEqual([130, null]);
    expect(complained).toMatch(/Stopped: this run recorded [\d,]+ lines?\. Run it again to go on from there/);
    // A server still records the lines that had reached it.
    let said = '';
    for (let before = 'nothing yet'; said !== before;)
      [before, said] = [said, importing(file, '--dry-run').said];
    const [would = 0, recorded = 0] = [...said.matchAll(/[\d,]+(?= lines)/g)].map(([n]) =>
      Number(n.replace(',', '')),
    );
    expect(recorded).toBeGreaterThan(0);
    expect(would).toBeGreaterThan(0);
    expect(would + recorded).toBe(2_501);
  });

  it('of what cannot be read says so', () => {
    const missing = importing(join(place, 'missing.ndjson'));
    expect(missing.status).toBe(2);
    expect(missing.complained).toMatch(/^There is no file .*missing\.ndjson: check its name$/);
    const aFolder = importing(place);
    expect(aFolder.status).toBe(2);
    expect(aFolder.complained).toContain('is a folder: name a file of commands');
  });
});

describe('Through a running server', () => {
  let server: BuiltServer;
  beforeAll(async () => {
    begin();
    server = await BuiltServer.start({ folder, settings: inTheFolder });
    minutebook('import', fileOf(start, plan, open), '--programme', 'county', '--url', server.url);
  });
  afterAll(async () => {
    await server.stop();
    forget();
  });

  it('the overview is the same text and the same JSON as the API answers', async () => {
    const text = minutebook('as-at', '2013-10-15', '--url', server.url);
    expect(text).toMatchObject({ status: 0, complained: '' });
    expect(text.said).toContain('County\nAs at 15 October 2013, as known now');
    const { body } = await server.get('/api/programmes/county/overview?asAt=2013-10-15&knownAt=2100-01-01');
    const json = minutebook('as-at', '2013-10-15', '--known', '2100-01-01', '--json', '--url', server.url);
    expect(JSON.parse(json.said)).toEqual(body);
  });

  it('a rebuild swaps under it', () => {
    expect(minutebook('rebuild', '--url', server.url)).toEqual({
      status: 0,
      said: 'The views are rebuilt from 3 entries.',
      complained: '',
    });
  });

  it.each([
    ['nobody has', 'no-such-token', 'Nobody has this token'],
    ['may do neither', 'demo-governance', /^Only (administrators|the programme office and administrators) /],
  ])('a token that %s is refused in words', (_what, token, words) => {
    for (const command of [['rebuild'], ['import', fileOf(start, plan, open)]]) {
      const { status, said, complained } = minutebook(...command, '--url', server.url, '--token', token);
      expect({ status, said }).toEqual({ status: 2, said: '' });
      expect(complained).toMatch(words);
    }
  });

  it('the folder is told to be open there', () => {
    for (const command of [['rebuild'], ['as-at', '2013-10-15'], ['import', fileOf(start, plan, open)]]) {
      const { status, complained } = minutebook(...command);
      expect(status).toBe(2);
      expect(complained).toContain('use --url');
    }
  });

  it('that is not there any more, it is told so', async () => {
    await server.stop();
    for (const command of [['rebuild'], ['as-at', '2013-10-15'], ['import', fileOf(start, plan, open)]]) {
      const { status, complained } = minutebook(...command, '--url', server.url);
      expect(status).toBe(2);
      expect(complained).toContain(`No server answers at ${server.url}`);
    }
  });
});

describe('The demonstration', () => {
  beforeEach(begin);
  afterEach(forget);

  const kent = join(root, 'demo/kent/kent.ndjson');

  it('is loaded once; a second time changes nothing', () => {
    expect(minutebook('demo')).toMatchObject({
      status: 0,
      said: expect.stringMatching(/^The Kent demonstration is loaded: \d{3} lines recorded\.$/) as unknown,
      complained: '',
    });
    expect(minutebook('demo').said).toMatch(/^The Kent demonstration is loaded already: \d{3} lines\.$/);
  });

  it('is shown as at a date without naming it, in words and as the API would', async () => {
    folderWithKent(folder);
    const { said } = minutebook('as-at', '2016-04-01', '--known', '2015-12-31');
    expect(said.split('\n').slice(0, 4)).toEqual([
      'Facing the Challenge: Whole-Council Transformation',
      'As at 1 April 2016, as known on 31 December 2015',
      expect.stringMatching(/^\d+ later entries change this date\.$/),
      'This is a demonstration: its recording instants are illustrative.',
    ]);
    const json = minutebook('as-at', '2013-10-15', '--json').said;
    await withServer(async (server) => {
      const { body } = await server.get('/api/programmes/kent/overview?asAt=2013-10-15');
      expect(JSON.parse(json)).toEqual(body);
    }, 'kent');
    expect(minutebook('rebuild').said).toMatch(/^The views are rebuilt from \d{3} entries\.$/);
    expect(minutebook('as-at', '2013-10-15', '--json').said).toBe(json);
  });

  it('of another programme refuses Kent, by import and by demo, and stays as it is', async () => {
    await withServer(() => undefined, 'county');
    const imported = minutebook('import', kent, '--programme', 'kent');
    expect(imported.status).toBe(2);
    expect(imported.complained).toContain(
      'This book is a demonstration of county and holds no other programme',
    );
    const demonstrated = minutebook('demo');
    expect(demonstrated.status).toBe(2);
    expect(demonstrated.complained).toContain('demonstrates county');
    await withServer((server) => {
      const through = minutebook('import', kent, '--programme', 'kent', '--url', server.url);
      expect(through.status).toBe(2);
      expect(through.complained).toContain('This book is a demonstration of county');
    }, 'county');
    expect(minutebook('as-at', '2013-10-15', '--programme', 'kent').status).toBe(2);
  });

  it('that a server has open says so', async () => {
    await withServer(() => {
      const { status, complained } = minutebook('demo');
      expect(status).toBe(2);
      expect(complained).toContain('is open in another process');
    }, 'kent');
  });
});

describe('What cannot be tried', () => {
  beforeEach(begin);
  afterEach(forget);

  it.each([
    ['a date that is none', ['as-at', '2013-02-30'], '"2013-02-30" is not a date'],
    [
      'a state of knowledge that is none',
      ['as-at', '2013-10-15', '--known', 'then'],
      'neither a date nor an instant',
    ],
    ['a book that is not there', ['as-at', '2013-10-15'], 'There is no folder'],
    ['a rebuild of none', ['rebuild'], 'There is no folder'],
    ['an address that is none', ['as-at', '2013-10-15', '--url', 'localhost'], 'is no address of a server'],
    ['a command that is none', ['remember'], 'unknown command'],
    ['an option that is none', ['rebuild', '--fast'], 'unknown option'],
    ['a date left out', ['as-at'], 'missing required argument'],
  ])('such as %s ends with 2 and says why', (_what, args, words) => {
    const { status, said, complained } = minutebook(...args);
    expect({ status, said }).toEqual({ status: 2, said: '' });
    expect(complained).toContain(words);
    expect(existsSync(folder)).toBe(false);
  });

  it('such as a programme that has to be named', () => {
    expect(minutebook('import', fileOf(start))).toMatchObject({
      status: 2,
      complained: 'There is no programme yet. Name one with --programme',
    });
    minutebook('import', fileOf(start), '--programme', 'county');
    expect(minutebook('import', fileOf(start, plan)).said).toContain(
      '1 line recorded, 1 line was on the record',
    );
    minutebook('import', fileOf(start), '--programme', 'borough');
    expect(minutebook('as-at', '2013-10-15')).toMatchObject({
      status: 2,
      complained: 'There are several: county, borough. Name one with --programme',
    });
    expect(minutebook('as-at', '2013-10-15', '--programme', 'city').complained).toContain(
      'nothing was recorded of city',
    );
  });
});

describe('A backup', () => {
  beforeAll(begin);
  afterAll(forget);

  it('is one file, which in a folder of its own is the same book again, and never takes the place of another', () => {
    minutebook('import', fileOf(start, plan, open), '--programme', 'county');
    const asked = ['as-at', '2013-10-15', '--json'];
    const before = minutebook(...asked).said;
    mkdirSync(join(place, 'restored'));
    const copy = join(place, 'restored', 'book.sqlite');
    expect(minutebook('backup', copy).said).toMatch(/^3 entries copied to /);
    expect(readdirSync(join(place, 'restored'))).toEqual(['book.sqlite']);
    const restored = minutebook(...asked, '--data', join(place, 'restored'));
    expect([before.length > 100, restored.said]).toEqual([true, before]);
    expect(minutebook('backup', copy)).toMatchObject({ status: 2, said: '' });
    expect(minutebook('backup', copy).complained).toContain('already: name one that does not exist yet');
  });
});
