import { transformFileSync } from '@swc/core';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { StoreInUse, type StoredEvent } from '#event-store';
import { SqliteEventStore } from './sqlite-event-store.js';

const libs = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Holds the book it is given open, and says so. */
const holder = `
  import { SqliteEventStore } from '#event-store-sqlite';
  try {
    SqliteEventStore.open(process.argv[2]);
    process.stdout.write('open\\n');
    setInterval(() => {}, 1000);
  } catch (error) {
    process.stdout.write(error.name + ': ' + error.message + '\\n');
  }
`;

/** Appends for as long as it lives, sixty-four at a time, and says each command id once it was acknowledged. */
const writer = `
  import { eventId } from '#event-store';
  import { SqliteEventStore } from '#event-store-sqlite';
  const [file, life] = process.argv.slice(2);
  const store = SqliteEventStore.open(file);
  const write = async (hand) => {
    for (let turn = 0; ; turn++) {
      const stream = 'kent/review/' + (hand % 8);
      const commandId = life + '-' + hand + '-' + turn;
      const events = [0, 1].map((index) => ({
        id: eventId('kent', stream, commandId, index),
        type: 'ReviewNoted',
        version: 1,
        envelope: { effectiveOn: '2014-07-17' },
        data: { commandId, index, note: 'x'.repeat(turn % 400) },
      }));
      await store.append({ stream, events, expected: 'any', commandId, fingerprint: commandId });
      process.stdout.write(commandId + '\\n');
    }
  };
  for (let hand = 0; hand < 64; hand++) void write(hand);
`;

describe('Another process', () => {
  let program: string;
  let folder: string;
  let file: string;
  const children: ChildProcess[] = [];

  beforeAll(() => {
    program = compiled();
  });
  afterAll(() => rmSync(program, { recursive: true }));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'minutebook-'));
    file = join(folder, 'book.sqlite');
  });
  afterEach(async () => {
    for (const child of children.splice(0)) await killed(child);
    rmSync(folder, { recursive: true });
  });

  const start = (script: string, ...words: string[]): ChildProcess => {
    const child = spawn(process.execPath, [join(program, script), ...words], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    return child;
  };
  const open = (): SqliteEventStore => SqliteEventStore.open(file);

  it('that holds a new book open keeps this one out until it is killed', async () => {
    const child = start('holder.mjs', file);
    expect(await firstLine(child)).toBe('open');
    expect(open).toThrow(new StoreInUse(file));
    await killed(child);
    await open().close();
  });

  it('that holds an existing book open keeps this one out until it is killed', async () => {
    await open().close();
    const child = start('holder.mjs', file);
    expect(await firstLine(child)).toBe('open');
    expect(open).toThrow(new StoreInUse(file));
    await killed(child);
    await open().close();
  });

  it('is kept out by this one, before and after the first append, and told where to go', async () => {
    const refusal =
      `StoreInUse: Another Minutebook process has the book ${file} open: ` +
      'use --url http://127.0.0.1:3000 to speak to it, or stop it first.';
    const store = open();
    expect(await firstLine(start('holder.mjs', file))).toBe(refusal);
    await store.append({
      stream: 'kent/programme',
      events: [{ id: 'first', type: 'ProgrammeNamed', version: 1, envelope: {}, data: {} }],
      expected: 'none',
      commandId: 'name-programme',
      fingerprint: 'hash of name-programme',
    });
    expect(await firstLine(start('holder.mjs', file))).toBe(refusal);
    await store.close();
    expect(await firstLine(start('holder.mjs', file))).toBe('open');
  });

  it('that is killed while it appends loses nothing it had acknowledged, and repeats nothing', async () => {
    const acknowledged: string[] = [];
    for (const life of ['first', 'second', 'third', 'fourth']) {
      acknowledged.push(...(await acknowledgedBefore(start('writer.mjs', file, life), 400)));
      const store = open();
      const events: StoredEvent[] = [];
      for await (const page of store.readAll()) events.push(...page);
      await store.close();
      expectWhole(events, acknowledged);
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(1600);
  });
});

/** Every acknowledged command is there once with both its events, and the log and each stream have no gap. */
function expectWhole(events: readonly StoredEvent[], acknowledged: readonly string[]): void {
  const commands = new Map<string, unknown[]>();
  const revisions = new Map<string, number>();
  for (const [index, event] of events.entries()) {
    expect(Number(event.position)).toBe(index + 1);
    expect(event.revision).toBe((revisions.get(event.stream) ?? -1) + 1);
    revisions.set(event.stream, event.revision);
    commands.set(event.commandId, [...(commands.get(event.commandId) ?? []), event.data['index']]);
  }
  expect(acknowledged.filter((commandId) => !commands.has(commandId))).toEqual([]);
  expect([...commands.values()].filter((indexes) => indexes.join() !== '0,1')).toEqual([]);
}

/** Kills the child as soon as it has acknowledged enough, and gives everything it said before it died. */
async function acknowledgedBefore(child: ChildProcess, enough: number): Promise<readonly string[]> {
  let said = '';
  const gone = once(child, 'close');
  child.stdout!.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (said.split('\n').length > enough) child.kill('SIGKILL');
  });
  await gone;
  // What follows the last line break may be half a word.
  return said.split('\n').slice(0, -1);
}

async function firstLine(child: ChildProcess): Promise<unknown> {
  const [line] = (await once(createInterface(child.stdout!), 'line')) as unknown[];
  return line;
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** The two rooms as they stand, compiled into a folder of their own, so that another process can run them. */
function compiled(): string {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-'));
  for (const room of ['event-store', 'event-store-sqlite']) {
    mkdirSync(join(folder, room));
    for (const source of readdirSync(join(libs, room, 'src'))) {
      if (!source.endsWith('.ts') || /\.(spec|contract)\.ts$/.test(source)) continue;
      const { code } = transformFileSync(join(libs, room, 'src', source), {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'es6' },
      });
      writeFileSync(join(folder, room, source.replace(/\.ts$/, '.js')), code);
    }
  }
  const doors = {
    '#event-store': './event-store/index.js',
    '#event-store-sqlite': './event-store-sqlite/index.js',
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module', imports: doors }));
  writeFileSync(join(folder, 'holder.mjs'), holder);
  writeFileSync(join(folder, 'writer.mjs'), writer);
  symlinkSync(resolve(libs, '../node_modules'), join(folder, 'node_modules'));
  return folder;
}
