import { describe, expect, it } from '@jest/globals';
import { Subject } from 'rxjs';
import { setImmediate as turn } from 'node:timers/promises';
import type { EntryTold } from './entry-told.js';
import { eventStream, type Source } from './event-stream.js';

/** A record to follow: entries numbered from 1, and the bus that says when there are more. */
class Followed implements Source {
  readonly recorded = new Subject<void>();
  private readonly log: EntryTold[] = [];
  reads = 0;
  readonly after = (position: string, most: number) => {
    this.reads += 1;
    return this.log.filter((entry) => entry.position > position).slice(0, most);
  };

  record(count: number): void {
    for (let n = 0; n < count; n += 1) {
      const position = String(this.log.length + 1).padStart(4, '0');
      const id = `entry-${position}`;
      const recordedAt = '2014-05-15T09:00:00.000Z';
      this.log.push({
        ...{ position, recordedAt, id },
        type: 'PhaseOpened',
        stream: 'county/programme',
        things: ['phase/one'],
      });
    }
    this.recorded.next();
  }
}

const stillHere = ': still here\n\n';

/** What a listener takes of a stream until it has so many positions. */
async function taken(stream: AsyncGenerator<string>, count: number, between = () => Promise.resolve()) {
  const positions: string[] = [];
  for await (const text of stream) {
    positions.push(...[...text.matchAll(/^id: (\d+)\nevent: entry$/gm)].map(([, id = '']) => id));
    if (positions.length >= count) break;
    await between();
  }
  return { positions };
}

const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => String(from + n).padStart(4, '0'));
const quick = { gather: 1, heartbeat: 5 };

describe('A stream of events', () => {
  it('begins with where it is, and tells each entry by its position with what it is about', async () => {
    const source = new Followed();
    source.record(1);
    const { signal } = new AbortController();
    const stream = eventStream(source, { from: '0000', signal });
    expect((await stream.next()).value).toBe(
      'retry: 2000\nid: 0000\nevent: open\ndata: {"position":"0000"}\n\n',
    );
    expect((await stream.next()).value).toBe(
      'id: 0001\nevent: entry\ndata: {"position":"0001","recordedAt":"2014-05-15T09:00:00.000Z","id":"entry-0001","type":"PhaseOpened","stream":"county/programme","things":["phase/one"]}\n\n',
    );
    await stream.return(undefined);
    expect(source.recorded.observed).toBe(false);
  });

  it('has every entry after its position once and in order, however they come while it reads', async () => {
    const source = new Followed();
    source.record(450);
    const { signal } = new AbortController();
    let more = 60;
    const recording = async (): Promise<void> => {
      // Some before the listener takes on, some while it waits, some in the same turn.
      if (more-- > 0) source.record(5);
      for (let turns = more % 3; turns > 0; turns -= 1) await turn();
      if (more-- > 0) source.record(5);
    };
    const stream = eventStream(source, { from: '0007', signal, page: 20, ...quick });
    const { positions } = await taken(stream, 450 + 300 - 7, recording);
    expect(positions).toEqual(numbered(8, 750));
  });

  it('goes on where another one broke off', async () => {
    const source = new Followed();
    source.record(10);
    const { signal } = new AbortController();
    const first = await taken(eventStream(source, { from: '0000', signal, page: 4, ...quick }), 4);
    source.record(3);
    const { positions } = await taken(
      eventStream(source, { from: first.positions.at(-1) ?? '', signal, ...quick }),
      9,
    );
    expect([...first.positions, ...positions]).toEqual(numbered(1, 13));
  });

  it('says now and then that it is still there, and reads nothing meanwhile', async () => {
    const source = new Followed();
    const { signal } = new AbortController();
    const stream = eventStream(source, { from: '0000', signal, ...quick });
    await stream.next();
    expect([(await stream.next()).value, (await stream.next()).value]).toEqual([stillHere, stillHere]);
    expect(source.reads).toBe(1);
    source.record(1);
    let told = await stream.next();
    while (told.value === stillHere) told = await stream.next();
    expect(told.value).toMatch(/^id: 0001\nevent: entry\n/);
    await stream.return(undefined);
  });

  it('reads no more for a listener that has not taken what came before', async () => {
    const source = new Followed();
    source.record(10);
    const { signal } = new AbortController();
    const stream = eventStream(source, { from: '0000', signal, page: 4, ...quick });
    await stream.next();
    await stream.next();
    source.record(100);
    await turn();
    expect(source.reads).toBe(1);
    await stream.return(undefined);
  });

  it('ends at its next heartbeat for whoever may not listen any more', async () => {
    const source = new Followed();
    const { signal } = new AbortController();
    let signedIn = true;
    const mayListen = () => signedIn;
    const stream = eventStream(source, { from: '0000', signal, mayListen, ...quick });
    await stream.next();
    expect((await stream.next()).value).toBe(stillHere);
    signedIn = false;
    expect((await stream.next()).done).toBe(true);
    expect(source.recorded.observed).toBe(false);
  });

  it('tells nothing that is recorded after they may not', async () => {
    const source = new Followed();
    const { signal } = new AbortController();
    let signedIn = true;
    const mayListen = () => signedIn;
    const stream = eventStream(source, { from: '0000', signal, mayListen, ...quick, heartbeat: 60_000 });
    await stream.next();
    source.record(1);
    expect((await stream.next()).value).toMatch(/^id: 0001\n/);
    signedIn = false;
    source.record(1);
    expect((await stream.next()).done).toBe(true);
  });

  it('ends at once when it is ended, though nothing comes', async () => {
    const source = new Followed();
    const ending = new AbortController();
    const stream = eventStream(source, { from: '0000', signal: ending.signal });
    await stream.next();
    const next = stream.next();
    ending.abort();
    expect((await next).done).toBe(true);
    expect(source.recorded.observed).toBe(false);
  });
});
