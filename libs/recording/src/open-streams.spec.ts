import { beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryEventStore, type StoredEvent } from '#event-store';
import { streamOfKind, type AnyStream } from '#programme';
import { loggedOf, OpenStreams } from './open-streams.js';

/** A store that says from which revision each stream was read. */
class WatchedStore extends MemoryEventStore {
  readonly readFrom: string[] = [];

  override readStream(stream: string, options: { readonly from?: number } = {}) {
    this.readFrom.push(`${stream} from ${options.from ?? 0}`);
    return super.readStream(stream, options);
  }
}

let store: WatchedStore;
let sent: number;

beforeEach(() => {
  store = new WatchedStore();
  sent = 0;
});

const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** Appends an entry to a portfolio, of any type and version. */
async function appended(portfolio: string, more: object = {}): Promise<StoredEvent> {
  const n = ++sent;
  const event = {
    ...{ id: idOf(n), type: 'PortfolioRenamed', version: 1 },
    envelope: { effectiveOn: '2014-01-01', provenance: 'minuted', actor: 'officer' },
    data: { portfolio, name: `Name ${n}` },
    ...more,
  };
  const { events } = await store.append({
    ...{ stream: `county/portfolio/${portfolio}`, commandId: `command-${n}`, fingerprint: 'f' },
    ...{ expected: n === 1 || !seen.has(portfolio) ? 'none' : (seen.get(portfolio) ?? 0) },
    events: [event],
  });
  const [stored] = events;
  if (!stored) throw new Error('Nothing was appended');
  seen.set(portfolio, stored.revision);
  return stored;
}
const seen = new Map<string, number>();
beforeEach(() => seen.clear());

const name = (portfolio: string) => `county/portfolio/${portfolio}`;
const since = () => store.readFrom.splice(0).map((read) => read.replace('county/portfolio/', ''));

describe('A stream that is kept open', () => {
  it('is read once, and then only what was appended since', async () => {
    await appended('a');
    const streams = new OpenStreams(store, 100);
    const open = await streams.open(name('a'));
    expect([open.name, open.revision, open.commands, open.strikes]).toEqual([
      name('a'),
      0,
      new Set(['command-1']),
      new Set(),
    ]);
    const second = await appended('a', {
      type: 'EntryStruck',
      data: { entries: [idOf(1)], reason: 'x', authority: 'y' },
    });
    expect(await streams.open(name('a'))).toBe(open);
    expect([open.revision, open.position, open.strikes]).toEqual([1, second.position, new Set([second.id])]);
    expect(open.timeline.isStruck(idOf(1))).toBe(true);
    expect(since()).toEqual(['a from 0', 'a from 1']);
  });

  it('is not read at all where what was last seen of it will do', async () => {
    await appended('a');
    const streams = new OpenStreams(store, 100);
    expect((await streams.lastSeen(name('a'))).revision).toBe(0);
    await appended('a');
    expect((await streams.lastSeen(name('a'))).revision).toBe(0);
    expect(since()).toEqual(['a from 0']);
  });

  it('takes in only what follows what it holds', async () => {
    const first = await appended('a');
    const streams = new OpenStreams(store, 100);
    const open = await streams.open(name('a'));
    const [second, third] = [await appended('a'), await appended('a')];
    streams.takeIn(open, [first, third]);
    expect([open.revision, open.position]).toEqual([0, first.position]);
    streams.takeIn(open, [first, second, third]);
    expect([open.revision, open.position]).toEqual([2, third.position]);
  });

  it('makes room for others once there are more entries than are kept, the least recently used first', async () => {
    for (const portfolio of ['a', 'b', 'c']) await appended(portfolio);
    // Each stream counts for its one entry and one more.
    const streams = new OpenStreams(store, 4);
    await streams.open(name('a'));
    await streams.open(name('b'));
    await streams.open(name('a'));
    expect(since()).toEqual(['a from 0', 'b from 0', 'a from 1']);
    await streams.open(name('c'));
    await streams.open(name('a'));
    expect(since()).toEqual(['c from 0', 'a from 1']);
    await streams.open(name('b'));
    await streams.open(name('a'));
    expect(since()).toEqual(['b from 0', 'a from 1']);
    await streams.open(name('c'));
    expect(since()).toEqual(['c from 0']);
  });

  it('is kept while it is used, however large it is', async () => {
    await appended('a');
    await appended('a');
    const streams = new OpenStreams(store, 1);
    await streams.open(name('a'));
    await streams.open(name('a'));
    expect(since()).toEqual(['a from 0', 'a from 2']);
  });

  it('counts what it takes in: a stream that grew makes room sooner', async () => {
    for (const portfolio of ['a', 'b', 'c']) await appended(portfolio);
    const streams = new OpenStreams(store, 6);
    const a = await streams.open(name('a'));
    streams.takeIn(a, [await appended('a')]);
    await streams.open(name('b'));
    since();
    await streams.open(name('c'));
    await streams.open(name('b'));
    await streams.open(name('a'));
    expect(since()).toEqual(['c from 0', 'b from 1', 'a from 0']);
  });
});

describe('An entry that cannot be read', () => {
  const definition = streamOfKind('portfolio') as AnyStream;

  it.each([
    [
      'of a type that is not known',
      { type: 'PortfolioPainted' },
      'no PortfolioPainted is known in a stream of this kind',
    ],
    [
      'of a type that every object has',
      { type: 'toString' },
      'no toString is known in a stream of this kind',
    ],
    [
      'of a later version',
      { version: 9 },
      'PortfolioRenamed is known up to version 1, and this is version 9',
    ],
  ])('because it is %s is named, and its stream is read anew', async (_, more, because) => {
    await appended('a');
    const bad = await appended('a', more);
    const streams = new OpenStreams(store, 100);
    const message = `Entry ${bad.id} of county/portfolio/a cannot be read: ${because}: upgrade Minutebook`;
    await expect(streams.open(name('a'))).rejects.toMatchObject({
      ...{ name: 'UnreadableEntry', message, stream: name('a'), entry: bad.id },
    });
    await expect(streams.open(name('a'))).rejects.toThrow(message);
    expect(since()).toEqual(['a from 0', 'a from 0']);
  });

  it('is none where it is understood: an entry with its place, or a strike', async () => {
    const first = await appended('a');
    const envelope = {
      effectiveOn: '2014-01-02',
      provenance: 'minuted',
      actor: 'officer',
      replaces: first.id,
    };
    const second = await appended('a', { envelope });
    const strike = await appended('a', {
      type: 'EntryStruck',
      data: { entries: [first.id], reason: 'x', authority: 'y' },
    });
    const event = (n: number, on: string) => ({
      ...{
        type: 'PortfolioRenamed',
        portfolio: 'a',
        name: `Name ${n}`,
        effectiveOn: on,
        provenance: 'minuted',
      },
    });
    expect([first, second, strike].map((stored) => loggedOf(definition, stored))).toEqual([
      { id: first.id, revision: 0, effectiveOn: '2014-01-01', event: event(1, '2014-01-01') },
      {
        id: second.id,
        revision: 1,
        effectiveOn: '2014-01-02',
        replaces: first.id,
        event: event(2, '2014-01-02'),
      },
      { revision: 2, strikes: [first.id] },
    ]);
  });

  it('is looked for in no stream whose name is none', async () => {
    const streams = new OpenStreams(store, 100);
    await expect(streams.open('county/painting/a')).rejects.toThrow(
      'county/painting/a is not the name of a stream',
    );
    await expect(streams.open('county')).rejects.toThrow('county is not the name of a stream');
  });
});
