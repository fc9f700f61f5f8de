import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { eventId, MemoryEventStore, type StoredEvent } from '#event-store';
import { Reader, ReadModel } from './index.js';

const noon = '2014-04-01T12:00:00.000Z';
const legal = 'kent/service/legal';
const libraries = 'kent/service/libraries';

let folder: string;
let model: ReadModel;
const open = () => ReadModel.open(join(folder, 'read-model.sqlite'), { clock: () => noon });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-'));
  model = open();
});

afterEach(() => {
  model.close();
  rmSync(folder, { recursive: true });
});

type Said = readonly [stream: string, type: string, name: string, more?: object];

/** Entries in log order, a minute apart; `more` changes what one of them says. */
async function logOf(...said: readonly Said[]): Promise<StoredEvent[]> {
  let minute = 0;
  const store = new MemoryEventStore({
    clock: () => `2014-04-01T09:${String(minute).padStart(2, '0')}:00.000Z`,
  });
  const log: StoredEvent[] = [];
  for (const [n, [stream, type, name, more]] of said.entries()) {
    minute = n;
    const commandId = `line-${n}`;
    const event = {
      id: eventId('kent', stream, commandId, 0),
      type,
      version: 1,
      envelope: { effectiveOn: '2014-04-01', provenance: 'observed' },
      data: { service: stream.slice(stream.lastIndexOf('/') + 1), name },
    };
    const { events } = await store.append({
      stream,
      commandId,
      fingerprint: commandId,
      expected: 'any',
      events: [event],
    });
    log.push({ ...(events[0] as StoredEvent), ...more });
  }
  return log;
}

const nameOf = (id: string): unknown => {
  const reader = new Reader(model);
  const { part } = reader.parts.one('kent', 'service', id, reader.moments.at(civilDate('2014-04-02')));
  return (part as { name?: { value?: string } | string } | undefined)?.name;
};

const later = { version: 2 };
const poisonedLog = () =>
  logOf(
    [legal, 'ServiceRegistered', 'Legal'],
    [libraries, 'ServiceRegistered', 'Libraries'],
    [legal, 'ServiceRenamed', 'Legal Services', later],
    [libraries, 'ServiceRenamed', 'Libraries and Archives'],
    [legal, 'ServiceRenamed', 'Legal and Democratic Services'],
  );

describe('An entry that cannot be taken in', () => {
  it.each([
    ['is of a later version', later, 'ServiceRenamed is known up to version 1, and this is version 2'],
    [
      'is of a type nobody knows',
      { type: 'ServiceShared' },
      'no ServiceShared is known in a stream of this kind',
    ],
    ['is named like what every object has', { type: 'constructor' }, 'no constructor is known'],
    ['says no day', { envelope: {} }, 'it does not say from which day it holds'],
    ['says a day that is none', { envelope: { effectiveOn: '2014-02-30' } }, 'from which day it holds'],
    ['strikes nothing that can be read', { type: 'EntryStruck', data: {} }, 'undefined'],
  ])('because it %s holds its stream back, and says why', async (_what, more, because) => {
    const log = await logOf(
      [legal, 'ServiceRegistered', 'Legal'],
      [legal, 'ServiceRenamed', 'Legal Services', more],
      [libraries, 'ServiceRegistered', 'Libraries'],
    );
    model.apply(log);
    const [, bad] = log as [StoredEvent, StoredEvent];
    expect(model.quarantined).toEqual([
      {
        stream: legal,
        entry: { id: bad.id, type: bad.type },
        position: bad.position,
        recordedAt: '2014-04-01T09:01:00.000Z',
        error: expect.stringContaining(because) as unknown,
        since: noon,
        waiting: 1,
      },
    ]);
    expect(model.checkpoint()).toBe(log.at(-1)?.position);
    expect(JSON.stringify(nameOf('libraries'))).toContain('Libraries');
  });

  it('of a kind of stream that nobody knows holds back that stream', async () => {
    const log = await logOf(['kent/weather/today', 'SunShone', 'Sun'], [legal, 'ServiceRegistered', 'Legal']);
    model.apply(log);
    expect(model.quarantined).toMatchObject([{ stream: 'kent/weather/today', waiting: 1 }]);
    expect(JSON.stringify(nameOf('legal'))).toContain('Legal');
  });

  it('under an id that another stream has holds back the second stream', async () => {
    const [first, second] = (await logOf(
      [legal, 'ServiceRegistered', 'Legal'],
      [libraries, 'ServiceRegistered', 'Libraries'],
    )) as [StoredEvent, StoredEvent];
    model.apply([first, { ...second, id: first.id }]);
    expect(model.quarantined).toMatchObject([
      { stream: libraries, error: expect.stringContaining('UNIQUE') as unknown },
    ]);
  });

  it('holds back what follows in its stream, in order, whichever page it comes in', async () => {
    const log = await poisonedLog();
    for (const stored of log) model.apply([stored]);
    expect(model.quarantined).toMatchObject([{ stream: legal, waiting: 2 }]);
    expect(JSON.stringify(nameOf('legal'))).toContain('"Legal"');
    expect(JSON.stringify(nameOf('libraries'))).toContain('Libraries and Archives');
    model.close();
    model = open();
    expect(model.quarantined).toMatchObject([{ stream: legal, waiting: 2, since: noon }]);
  });

  it('is no fault of the file: that stops everything, and sets nothing aside', async () => {
    const log = await poisonedLog();
    const other = new Database(join(folder, 'read-model.sqlite'));
    other.exec(
      `CREATE TRIGGER broken BEFORE INSERT ON entry BEGIN SELECT RAISE(ABORT, 'a page is damaged'); END`,
    );
    other.close();
    expect(() => model.apply(log)).toThrow('a page is damaged');
    expect(model.quarantined).toEqual([]);
    expect(model.checkpoint()).toBeUndefined();
  });
});

describe('A stream that is requeued', () => {
  it('is taken in as far as it goes, and held back from there with the new reason', async () => {
    const log = await poisonedLog();
    model.apply(log);
    const ofLegal = log.filter(({ stream }) => stream === legal);
    const mended = ofLegal.map((stored, n) =>
      n === 2 ? { ...stored, type: 'ServiceShared' } : { ...stored, version: 1 },
    );
    expect(model.requeue(legal, mended)?.map(({ revision }) => revision)).toEqual([1]);
    expect(model.quarantined).toMatchObject([
      { stream: legal, waiting: 1, error: expect.stringContaining('ServiceShared') as unknown },
    ]);
    expect(JSON.stringify(nameOf('legal'))).toContain('Legal Services');
  });

  it('and cannot be taken in still is set aside as before', async () => {
    const log = await poisonedLog();
    model.apply(log);
    const before = model.quarantined;
    expect(
      model.requeue(
        legal,
        log.filter(({ stream }) => stream === legal),
      ),
    ).toEqual([]);
    expect(model.quarantined).toEqual(before);
  });

  it('waits where more of it is held back than was read of the log', async () => {
    const log = await poisonedLog();
    model.apply(log);
    expect(model.requeue(legal, log.filter(({ stream }) => stream === legal).slice(0, 2))).toBeUndefined();
    expect(model.quarantined).toMatchObject([{ stream: legal, waiting: 2 }]);
  });
});
