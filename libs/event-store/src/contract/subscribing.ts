import { getEventListeners } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { EventStore, Position, StoredEvent } from '../event-store.js';
import { append, appendMany, eventsOf, highways, libraries } from './appends.js';
import type { Subject } from './subject.js';

/** What every store promises of a subscription. */
export function subscribing(subject: Subject): void {
  describe('a subscription', () => {
    it('gives what is there, then what is appended', async () => {
      await subject.store.append(append(libraries, 'scope-review', ['Scoped', 'Staffed']));
      const stop = new AbortController();
      const seen: unknown[] = [];
      for await (const page of subject.store.subscribe({ signal: stop.signal })) {
        seen.push(...page.map((event) => event.data['text']));
        if (seen.length === 2)
          setImmediate(() => void subject.store.append(append(highways, 'scope-review', ['Live'])));
        if (seen.length === 3) stop.abort();
      }
      expect(seen).toEqual(['Scoped', 'Staffed', 'Live']);
    });

    it('from the start sees each event of eight writers once, in order', async () => {
      await appendMany(subject.store, libraries, 700);
      await eightWritersFollowed(subject.store, undefined);
    });

    it('from the middle sees each later event of eight writers once, in order', async () => {
      await appendMany(subject.store, libraries, 1200);
      const { position } = (await eventsOf(subject.store.readAll()))[599]!;
      await eightWritersFollowed(subject.store, position);
    });

    it('from the head sees only what comes', async () => {
      await subject.store.append(append(libraries, 'scope-review'));
      await eightWritersFollowed(subject.store, await subject.store.head());
    });

    it('is not held up by another that reads slowly, nor holds up the writers', async () => {
      const stop = new AbortController();
      const slow = subject.store.subscribe({ signal: stop.signal })[Symbol.asyncIterator]();
      const first = slow.next();
      await eightWritersFollowed(subject.store, undefined);
      const page = (await first).value as readonly StoredEvent[];
      const whole = await eventsOf(subject.store.readAll());
      expect(page).toEqual(whole.slice(0, page.length));
      const next = (await slow.next()).value as readonly StoredEvent[];
      expect(next).toEqual(whole.slice(page.length, page.length + next.length));
      stop.abort();
      expect(await slow.next()).toEqual({ done: true, value: undefined });
    });
  });

  describe('a subscription ends quietly and holds nothing', () => {
    const listening = (signal: AbortSignal): number => getEventListeners(signal, 'abort').length;

    it('where its signal aborts while it waits', async () => {
      const stop = new AbortController();
      const pages = subject.store.subscribe({ signal: stop.signal })[Symbol.asyncIterator]();
      const waiting = pages.next();
      await turn();
      stop.abort();
      expect(await waiting).toEqual({ done: true, value: undefined });
      expect(listening(stop.signal)).toBe(0);
      await subject.store.append(append(libraries, 'scope-review'));
      expect(await pages.next()).toEqual({ done: true, value: undefined });
    });

    it('where its signal aborts in the middle of a page', async () => {
      await appendMany(subject.store, libraries, 1200);
      const stop = new AbortController();
      let pages = 0;
      for await (const page of subject.store.subscribe({ signal: stop.signal })) {
        pages += 1;
        for (const event of page) if (event.revision === 3) stop.abort();
      }
      expect(pages).toBe(1);
      expect(listening(stop.signal)).toBe(0);
    });

    it('where its signal had aborted before', async () => {
      await subject.store.append(append(libraries, 'scope-review'));
      expect(await eventsOf(subject.store.subscribe({ signal: AbortSignal.abort() }))).toEqual([]);
    });

    it('where its reader breaks out', async () => {
      await subject.store.append(append(libraries, 'scope-review'));
      const { signal } = new AbortController();
      for await (const page of subject.store.subscribe({ signal })) {
        expect(page.length).toBe(1);
        break;
      }
      await subject.store.append(append(libraries, 'appraise-options'));
      expect(listening(signal)).toBe(0);
    });

    it('however many events have passed through it', async () => {
      const stop = new AbortController();
      let seen = 0;
      const reader = (async () => {
        for await (const page of subject.store.subscribe({ signal: stop.signal })) seen += page.length;
      })();
      for (let note = 0; note < 50; note++) {
        await subject.store.append(append(libraries, `note-${note}`));
        await turn();
        expect(listening(stop.signal)).toBeLessThanOrEqual(1);
      }
      stop.abort();
      await reader;
      expect(seen).toBe(50);
      expect(listening(stop.signal)).toBe(0);
    });

    it('where the store closes, waiting or not', async () => {
      await appendMany(subject.store, libraries, 1200);
      const { signal } = new AbortController();
      const after = await subject.store.head();
      const waiting = eventsOf(subject.store.subscribe(after === undefined ? { signal } : { after, signal }));
      const reading = subject.store.subscribe({ signal })[Symbol.asyncIterator]();
      await reading.next();
      await turn();
      await subject.store.close();
      expect(await waiting).toEqual([]);
      expect(await reading.next()).toEqual({ done: true, value: undefined });
      expect(listening(signal)).toBe(0);
    });
  });
}

/** Follows the log after a position while eight writers append to it, and holds what was seen against the log. */
async function eightWritersFollowed(store: EventStore, after: Position | undefined): Promise<void> {
  const appendsEach = 30;
  const { signal } = new AbortController();
  const seen: StoredEvent[] = [];
  const follow = async (): Promise<void> => {
    for await (const page of store.subscribe({ ...(after !== undefined && { after }), signal })) {
      seen.push(...page);
      if (page.some((event) => event.commandId === 'the last')) return;
    }
  };
  const following = follow();
  const write = async (writer: number): Promise<void> => {
    for (let turnOf = 0; turnOf < appendsEach; turnOf++) {
      const stream = turnOf % 3 === 0 ? highways : `${libraries}/${writer}`;
      await store.append(append(stream, `writer ${writer} turn ${turnOf}`, ['Noted', 'Agreed']));
      if (writer % 2 === 0) await turn();
    }
  };
  await Promise.all(Array.from({ length: 8 }, (_, writer) => write(writer)));
  await store.append(append(highways, 'the last'));
  await following;
  expect(seen).toEqual(await eventsOf(store.readAll(after === undefined ? {} : { after })));
  expect(seen.length).toBeGreaterThanOrEqual(8 * appendsEach * 2 + 1);
}
