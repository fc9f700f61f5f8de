import { getEventListeners } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventId, MemoryEventStore, type Position, type StoredEvent } from '#event-store';
import type { Projection } from './catch-up.js';
import { CannotApply, ProjectionBehind, ProjectionStopped } from './errors.js';
import { Projector } from './projector.js';

/** A count of what was registered, which refuses any entry that does not follow the one before. */
class Register implements Projection {
  readonly entries: string[] = [];
  /** Fails on the entry of this command for as long as it is set. */
  cannot: string | undefined;
  /** What it fails with says that the disk is full, as a driver does. */
  isFull = false;
  private at: Position | undefined;

  checkpoint(): Position | undefined {
    return this.at;
  }

  apply(events: readonly StoredEvent[]): void {
    if (events.some(({ commandId }) => commandId === this.cannot))
      throw Object.assign(new Error('the disk is full'), this.isFull && { code: 'SQLITE_FULL' });
    for (const { commandId, position } of events) {
      if (this.at !== undefined && position <= this.at) throw new Error(`${position} was applied before`);
      this.entries.push(commandId);
      this.at = position;
    }
  }
}

const structure = 'kent/structure';
let store: MemoryEventStore;
let register: Register;
let projector: Projector;
let told: string[];

beforeEach(() => {
  store = new MemoryEventStore();
  register = new Register();
  told = [];
  projector = new Projector(
    store,
    () => register,
    (events) => told.push(...events.map(({ commandId }) => commandId)),
  );
});

afterEach(async () => {
  await projector.stop();
  await store.close();
});

async function record(commandId: string): Promise<Position> {
  const event = {
    id: eventId('kent', structure, commandId, 0),
    type: 'UnitRegistered',
    version: 1,
    envelope: { effectiveOn: '2013-09-19' },
    data: { unit: commandId },
  };
  const append = { stream: structure, commandId, fingerprint: commandId, events: [event] };
  return (await store.append({ ...append, expected: 'any' })).position;
}

const positionAfterAll = '0000000000099999';
const within = 5_000;

describe('Following the log', () => {
  it('catches up before it says that it has started', async () => {
    await record('first');
    await record('second');
    const progress: Position[] = [];
    await projector.start((position) => progress.push(position));
    expect(register.entries).toEqual(['first', 'second']);
    expect(progress).toEqual([register.checkpoint()]);
  });

  it('then applies what is recorded, and tells of it once it is applied', async () => {
    await record('before');
    await projector.start();
    await projector.reached(await record('after'), within);
    expect(register.entries).toEqual(['before', 'after']);
    expect(told).toEqual(['before', 'after']);
  });

  it('misses nothing and applies nothing twice while eight people record', async () => {
    const people = Array.from({ length: 8 }, (_, person) => `person ${person}`);
    const recording = people.map(async (person) => {
      for (let n = 0; n < 150; n++) {
        await record(`${person}, entry ${n}`);
        if (n % 3 === 0) await turn();
      }
    });
    await projector.start();
    await Promise.all(recording);
    await projector.reached(await record('the last'), within);
    const log: string[] = [];
    for await (const page of store.readAll()) log.push(...page.map(({ commandId }) => commandId));
    expect(log).toHaveLength(8 * 150 + 1);
    expect(register.entries).toEqual(log);
    expect(told).toEqual(log);
  });

  it('goes on in whatever projection has taken the place of the first', async () => {
    await record('first');
    await projector.start();
    const rebuilt = new Register();
    for await (const page of store.readAll()) rebuilt.apply(page);
    register = rebuilt;
    await projector.reached(await record('second'), within);
    expect(rebuilt.entries).toEqual(['first', 'second']);
  });

  it('tells of what a projection held already when it took the place of the first, and applies it once', async () => {
    await record('first');
    await projector.start();
    const recording = record('second');
    const ahead = new Register();
    for await (const page of store.readAll()) ahead.apply(page);
    expect(ahead.entries).toEqual(['first', 'second']);
    register = ahead;
    await recording;
    await projector.reached(await record('third'), within);
    expect(ahead.entries).toEqual(['first', 'second', 'third']);
    expect(told).toEqual(['first', 'second', 'third']);
  });
});

describe('Who waits for a position', () => {
  it('is answered at once where it is reached already', async () => {
    const position = await record('first');
    await projector.start();
    await expect(projector.reached(position, 0)).resolves.toBeUndefined();
  });

  it('is answered when it is reached, the first of many as soon as its own is', async () => {
    await projector.start();
    const waiting = Array.from({ length: 20 }, async (_, n) => {
      const position = await record(`entry ${n}`);
      await projector.reached(position, within);
      return (register.checkpoint() ?? '') >= position;
    });
    expect(new Set(await Promise.all(waiting))).toEqual(new Set([true]));
  });

  it('is told how far the views are where it is not reached in time', async () => {
    const position = await record('first');
    await projector.start();
    const error = await projector.reached(positionAfterAll, 10).catch((caught: unknown) => caught);
    expect(error).toEqual(new ProjectionBehind(positionAfterAll, position));
    expect(error).not.toBeInstanceOf(ProjectionStopped);
    expect((error as ProjectionBehind).message).toBe(
      `The views have reached ${position}, not ${positionAfterAll}: ask again in a moment`,
    );
  });

  it('is told so where the views hold nothing yet', async () => {
    await projector.start();
    await expect(projector.reached(positionAfterAll, 10)).rejects.toThrow(
      `The views have reached nothing yet, not ${positionAfterAll}: ask again in a moment`,
    );
  });
});

describe('A fault', () => {
  const stopped = (position: Position) =>
    projector.reached(position, within).catch((error: unknown) => error);

  it('while catching up is what starting fails with, and all before it is applied', async () => {
    await record('good');
    await record('bad');
    register.cannot = 'bad';
    await expect(projector.start()).rejects.toBeInstanceOf(CannotApply);
    expect(register.entries).toEqual(['good']);
    expect(projector.fault).toBeInstanceOf(CannotApply);
  });

  it('while following ends it, and tells everyone who waits: at once, and whoever asks later', async () => {
    await projector.start();
    const good = await record('good');
    await projector.reached(good, within);
    register.cannot = 'bad';
    const waiting = [stopped(positionAfterAll), stopped(positionAfterAll)];
    const bad = await record('bad');
    for (const error of [...(await Promise.all(waiting)), await stopped(bad)]) {
      expect(error).toBeInstanceOf(ProjectionStopped);
      const { message, cause, reached } = error as ProjectionStopped;
      expect(reached).toBe(good);
      expect(message).toContain(`The views have stopped at ${good}`);
      expect(message).toContain('rebuild the views');
      expect(message).toContain('the disk is full');
      expect(cause).toBe(projector.fault);
    }
    await record('later');
    await turn();
    expect(register.entries).toEqual(['good']);
  });

  it('that is a full disk is waited for: whoever waits is told why, and it goes on by itself once there is room', async () => {
    await projector.start();
    Object.assign(register, { cannot: 'bad', isFull: true });
    const bad = await record('bad');
    while (!projector.obstacle) await turn();
    const behind = await projector.reached(bad, 1).catch((error: unknown) => error as Error);
    expect(behind).toBeInstanceOf(ProjectionBehind);
    expect(behind).not.toBeInstanceOf(ProjectionStopped);
    expect((behind as Error).message).toContain('the disk is full');
    expect(projector.fault).toBeUndefined();
    register.cannot = undefined;
    await projector.reached(bad, within);
    expect([register.entries, projector.obstacle]).toEqual([['bad'], undefined]);
  });

  it('keeps nobody from what was reached before it', async () => {
    await projector.start();
    const good = await record('good');
    register.cannot = 'bad';
    await stopped(await record('bad'));
    await expect(projector.reached(good, 0)).resolves.toBeUndefined();
  });

  it('is over when following is started again: it goes on from the checkpoint', async () => {
    await projector.start();
    await record('good');
    register.cannot = 'bad';
    await stopped(await record('bad'));
    await record('later');
    register.cannot = undefined;
    await projector.start();
    expect(projector.fault).toBeUndefined();
    await projector.reached(await record('last'), within);
    expect(register.entries).toEqual(['good', 'bad', 'later', 'last']);
  });

  it('is a listener that throws, too: nobody would be told of anything from there on', async () => {
    const failing = new Projector(
      store,
      () => register,
      () => {
        throw new Error('Nobody listens');
      },
    );
    await failing.start();
    const waiting = failing.reached(positionAfterAll, within);
    await record('first');
    await expect(waiting).rejects.toThrow('Nobody listens');
    expect(register.entries).toEqual(['first']);
    await failing.stop();
  });

  it('is a store that was closed under it', async () => {
    await projector.start();
    const waiting = stopped(positionAfterAll);
    await store.close();
    expect((await waiting) as Error).toMatchObject({
      name: 'ProjectionStopped',
      message: expect.stringContaining('its store was closed') as unknown,
    });
  });
});

describe('Stopping', () => {
  it('tells everyone who waits that Minutebook is closing, and whoever asks later', async () => {
    await projector.start();
    const waiting = projector.reached(positionAfterAll, within).catch((error: unknown) => error);
    await projector.stop();
    const error = new ProjectionStopped(positionAfterAll, undefined, undefined);
    expect(error.message).toContain('because Minutebook is closing: ask again once it is open');
    expect(await waiting).toEqual(error);
    await expect(projector.reached(positionAfterAll, within)).rejects.toEqual(error);
  });

  it('leaves nothing running: no entry is applied, and nothing listens to the store', async () => {
    const listened: AbortSignal[] = [];
    const subscribe = store.subscribe.bind(store);
    store.subscribe = (options) => {
      listened.push(options.signal);
      return subscribe(options);
    };
    await projector.start();
    await projector.reached(await record('first'), within);
    await projector.stop();
    await record('second');
    await turn();
    expect(register.entries).toEqual(['first']);
    expect(listened.map((signal) => getEventListeners(signal, 'abort').length)).toEqual([0]);
  });

  it('while it catches up ends between two batches', async () => {
    await record('first');
    const starting = projector.start();
    await Promise.all([starting, projector.stop()]);
    await record('second');
    await turn();
    expect(register.entries.length).toBeLessThanOrEqual(1);
  });

  it('twice does no harm', async () => {
    await projector.start();
    await projector.stop();
    await expect(projector.stop()).resolves.toBeUndefined();
  });
});
