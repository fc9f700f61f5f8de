import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { StoredEvent } from '#event-store';
import { ReadModel } from '#read-model';
import { historySeed as seed } from '#testing';
import {
  BuiltServer,
  environmentFor,
  recordOf,
  runBuiltCli,
  startBuiltCli,
  whereTheRecordIs,
} from './built-server.js';

/** How often a process is killed in each journey. */
const rounds = 3;
/** Up to how many bytes: a third of what an import writes to its log, and less of views that follow one kept elsewhere. */
const mostGrowth = whereTheRecordIs === 'a file' ? 12_000_000 : 400_000;
/** By how many bytes what is written grows before a kill: another figure for each round. */
const growths = fc.sample(fc.integer({ min: 1, max: mostGrowth }), { seed, numRuns: rounds });
/** After how many milliseconds a process is killed where nothing else tells how far it is. */
const delays = fc.sample(fc.integer({ min: 1, max: 250 }), { seed, numRuns: rounds });

const programme = 'kent';
const extraUnits = 300;

/** The Kent programme's lines without the instants of a demonstration, and a long history of units behind them. */
const lines: readonly (Readonly<Record<string, unknown>> & { readonly id: string })[] = [
  ...readFileSync(join(import.meta.dirname, '../demo/kent/kent.ndjson'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const { recordedAt: _illustrative, ...kept } = JSON.parse(line) as Record<string, unknown> & {
        id: string;
      };
      return kept;
    }),
  ...Array.from({ length: 2 * extraUnits }, (_, n) => {
    const unit = `school-${n % extraUnits}`;
    const about = { id: `school-line-${n}`, unit, provenance: 'illustrative' };
    return n < extraUnits
      ? { ...about, command: 'register-unit', name: unit, opening: true, effectiveOn: '2013-09-19' }
      : { ...about, command: 'rename-unit', name: `${unit} academy`, effectiveOn: '2016-09-01' };
  }),
];
const text = lines.map((line) => JSON.stringify(line)).join('\n');

let folder: string;
const linesFolder = mkdtempSync(join(tmpdir(), 'minutebook-lines-'));
const file = join(linesFolder, 'lines.ndjson');
/** The log of an import that nothing interrupted. */
let whole: readonly ReturnType<typeof saying>[];

const importing = (into: string) => ['import', file, '--programme', programme, '--data', into];

beforeAll(async () => {
  const scratch = mkdtempSync(join(tmpdir(), 'minutebook-whole-'));
  writeFileSync(file, text);
  const { status, stderr } = runBuiltCli(importing(scratch), environmentFor(scratch));
  expect([status, stderr]).toEqual([0, '']);
  whole = (await logOf(scratch)).map(saying);
  expect(whole.length).toBeGreaterThan(900);
  rmSync(scratch, { recursive: true });
});

afterAll(() => rmSync(linesFolder, { recursive: true }));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-faults-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The whole log, read again; it holds together whatever happened to whoever wrote it. */
async function logOf(of: string): Promise<StoredEvent[]> {
  const store = recordOf(of);
  const log: StoredEvent[] = [];
  for await (const page of store.readAll()) log.push(...page);
  await store.close();
  const revisions = new Map<string, number>();
  for (const [n, { stream, revision, position, recordedAt }] of log.entries()) {
    expect([stream, revision]).toEqual([stream, (revisions.get(stream) ?? -1) + 1]);
    revisions.set(stream, revision);
    const before = log[n - 1];
    if (before) expect([position > before.position, recordedAt >= before.recordedAt]).toEqual([true, true]);
  }
  expect(new Set(log.map(({ id }) => id)).size).toBe(log.length);
  return log;
}

/** What an event says, without when and in which request it came to be said, and how its store calls its place. */
const saying = ({ recordedAt: _at, position: _place, envelope, ...event }: StoredEvent) => {
  const { correlationId: _request, actor: _actor, basedOn: _known, ...kept } = envelope;
  return { ...event, envelope: kept };
};

/** The read model on disk holds what one rebuilt from the log does, row by row. */
function expectReadModelOf(log: readonly StoredEvent[]): void {
  const found = ReadModel.open(join(folder, 'read-model.sqlite'));
  const rebuilt = ReadModel.open(':memory:', { book: found.book });
  rebuilt.apply(log);
  const tables = ({ database }: ReadModel) =>
    database
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'decision_text%' ORDER BY name",
      )
      .pluck()
      .all() as string[];
  expect(tables(rebuilt)).toEqual(expect.arrayContaining(['checkpoint', 'entry', 'thing', 'version']));
  expect(tables(found)).toEqual(tables(rebuilt));
  for (const table of tables(rebuilt)) {
    const rows = ({ database }: ReadModel) => database.prepare(`SELECT * FROM ${table}`).safeIntegers().all();
    expect(rows(found)).toEqual(rows(rebuilt));
  }
  found.close();
  rebuilt.close();
}

const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0);

/** Resolves once what is written of the log has grown so far, or what was to write it has ended. */
async function grown(by: number, ended: () => boolean): Promise<void> {
  // The views of a record that is kept elsewhere grow behind it.
  const written = () =>
    existsSync(join(folder, 'book.sqlite')) ? 'book.sqlite-wal' : 'read-model.sqlite-wal';
  const size = () => sizeOf(join(folder, written()));
  let smallest = size();
  while (!ended() && size() - smallest < by) {
    smallest = Math.min(smallest, size());
    await wait(1);
  }
}

async function killed(process: ChildProcess): Promise<void> {
  if (process.exitCode === null && process.signalCode === null) {
    process.kill('SIGKILL');
    await once(process, 'exit');
  }
}

describe('An import on the command line that is killed again and again', () => {
  it(`records every line once and in order, and the views are those of the log (seed ${seed})`, async () => {
    const reached: number[] = [];
    for (const growth of growths) {
      const cli = startBuiltCli(importing(folder), environmentFor(folder));
      let hasEnded = false;
      cli.once('exit', () => (hasEnded = true));
      await grown(growth, () => hasEnded);
      await killed(cli);
      const log = await logOf(folder);
      expect(log.map(saying)).toEqual(whole.slice(0, log.length));
      reached.push(log.length);
    }
    // Killed while it recorded, not before and not after.
    expect(reached.filter((length) => length > 0 && length < whole.length).length).toBeGreaterThan(0);
    const { status, stdout } = runBuiltCli(importing(folder), environmentFor(folder));
    expect([status, stdout]).toEqual([
      0,
      expect.stringMatching(/^[\d,]+ lines recorded, [\d,]+ lines were on the record before/),
    ]);
    const log = await logOf(folder);
    expect(log.map(saying)).toEqual(whole);
    expectReadModelOf(log);
    expect(runBuiltCli(importing(folder), environmentFor(folder)).stdout).toMatch(/^0 lines recorded/);
    expect(await logOf(folder)).toEqual(log);
  });
});

describe(`An import through a server that is killed again and again, its record in ${whereTheRecordIs}`, () => {
  const send = (server: BuiltServer) =>
    fetch(`${server.url}/api/programmes/${programme}/import`, {
      method: 'POST',
      body: text,
      headers: { authorization: 'Bearer demo-programme-office', 'content-type': 'application/x-ndjson' },
    });

  it(`keeps every line it said was recorded, and records each once and in order (seed ${seed})`, async () => {
    const reached: number[] = [];
    for (const growth of growths) {
      const server = await BuiltServer.start({ folder });
      let told = '';
      let hasEnded = false;
      const heard = send(server)
        .then(async (answer) => {
          for await (const chunk of answer.body ?? []) told += Buffer.from(chunk as Uint8Array).toString();
        })
        .catch(() => 'the connection went with the server')
        .finally(() => (hasEnded = true));
      await grown(growth, () => hasEnded);
      await server.stop('SIGKILL');
      await heard;
      const log = await logOf(folder);
      expect(log.map(saying)).toEqual(whole.slice(0, log.length));
      // Lines that change nothing are few and leave nothing behind: those that do are there.
      const acknowledged = [...told.matchAll(/"recorded":(\d+)/g)].map(([, n]) => Number(n)).at(-1) ?? 0;
      const said = new Set(lines.slice(0, acknowledged).map(({ id }) => id));
      const missing = whole.slice(log.length).filter(({ commandId }) => said.has(commandId));
      expect(missing).toEqual([]);
      reached.push(log.length);
    }
    expect(reached.filter((length) => length > 0 && length < whole.length).length).toBeGreaterThan(0);
    const server = await BuiltServer.start({ folder });
    expect((await (await send(server)).text()).trim().split('\n').at(-1)).toContain('"done":true');
    await server.stop();
    const log = await logOf(folder);
    expect(log.map(saying)).toEqual(whole);
    expectReadModelOf(log);
  });
});

describe(`A server that is killed while commands come in, its record in ${whereTheRecordIs}`, () => {
  it(`has everything it acknowledged, once, when it starts again (seed ${seed})`, async () => {
    const acknowledged = new Map<string, string>();
    const asked: { readonly key: string; readonly body: object }[] = [];
    const issue = async (server: BuiltServer, { key, body }: (typeof asked)[number]): Promise<void> => {
      const answer = await server.issue('county', 'register-service', body, { 'idempotency-key': key });
      expect([key, answer.status]).toEqual([key, 201]);
      const before = acknowledged.get(key);
      if (before !== undefined) expect(answer.text).toBe(before);
      acknowledged.set(key, answer.text);
    };
    let server = await BuiltServer.start({ folder });
    await server.issue('county', 'start-programme', { name: 'County', effectiveOn: '2013-07-18' });
    let cut = 0;
    for (const delay of delays) {
      let stopping = false;
      const hands = Array.from({ length: 16 }, async () => {
        while (!stopping) {
          const n = asked.length;
          const body = { service: `service-${n}`, name: `Service ${n}`, effectiveOn: '2014-04-01' };
          const one = { key: `command-${n}`, body };
          asked.push(one);
          // A connection that broke says nothing of the command: it may be there or not.
          await issue(server, one).catch((error: unknown) => {
            if ((error as Error).name !== 'TypeError') throw error;
            cut += 1;
            stopping = true;
          });
        }
      });
      await wait(delay + 50);
      await server.stop('SIGKILL');
      await Promise.all(hands);
      const log = new Map((await logOf(folder)).map((stored) => [stored.commandId, stored]));
      for (const [key, answer] of acknowledged)
        expect(log.get(key)).toMatchObject({
          id: (JSON.parse(answer) as { events: [{ id: string }] }).events[0].id,
        });
      server = await BuiltServer.start({ folder });
      // Whoever heard nothing asks again under the same key; so may anybody else.
      await Promise.all(asked.slice(-200).map((one) => issue(server, one)));
    }
    await Promise.all(asked.slice(0, 200).map((one) => issue(server, one)));
    await server.stop();
    expect([cut > 0, acknowledged.size]).toEqual([true, asked.length]);
    const log = await logOf(folder);
    expect(
      log
        .slice(1)
        .map(({ commandId }) => commandId)
        .sort(),
    ).toEqual(asked.map(({ key }) => key).sort());
    expectReadModelOf(log);
  });
});

describe('A rebuild that is killed again and again', () => {
  it(`leaves views that answer as before (seed ${seed})`, async () => {
    expect(runBuiltCli(importing(folder), environmentFor(folder)).status).toBe(0);
    const log = await logOf(folder);
    const answer = () => {
      const { status, stdout } = runBuiltCli(
        ['as-at', '2016-04-01', '--json', '--data', folder],
        environmentFor(folder),
      );
      return [status, stdout];
    };
    const before = answer();
    expect(before).toEqual([0, expect.stringContaining('"asAt"')]);
    let killedInside = 0;
    for (const delay of delays) {
      const cli = startBuiltCli(['rebuild', '--data', folder], environmentFor(folder));
      let hasEnded = false;
      cli.once('exit', () => (hasEnded = true));
      const rebuilding = join(folder, 'read-model.sqlite.rebuilding');
      while (!hasEnded && !existsSync(rebuilding)) await wait(1);
      await wait(delay / 5);
      await killed(cli);
      if (existsSync(rebuilding)) killedInside += 1;
      expect(answer()).toEqual(before);
    }
    expect(killedInside).toBeGreaterThan(0);
    expect(runBuiltCli(['rebuild', '--data', folder], environmentFor(folder)).status).toBe(0);
    expect(answer()).toEqual(before);
    expect(await logOf(folder)).toEqual(log);
    expectReadModelOf(log);
  });
});
