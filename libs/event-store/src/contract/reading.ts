import { describe, expect, it } from '@jest/globals';
import { NoSuchPosition, StoreClosed } from '../errors.js';
import { append, appendMany, eventsOf, highways, libraries } from './appends.js';
import type { Subject } from './subject.js';

/** What every store promises of reading what is there, and of being closed. */
export function reading(subject: Subject): void {
  describe('reading', () => {
    it('an empty log gives no page, and has no head', async () => {
      expect(await eventsOf(subject.store.readAll())).toEqual([]);
      expect(await subject.store.head()).toBeUndefined();
    });

    it('a stream nobody began gives no page', async () => {
      await subject.store.append(append(libraries, 'scope-review'));
      for await (const page of subject.store.readStream(highways)) expect(page).toBe('never read');
      expect(await eventsOf(subject.store.readStream(highways, { from: 3 }))).toEqual([]);
    });

    it('a stream gives its events from a revision on, that one included', async () => {
      const scoped = await subject.store.append(
        append(libraries, 'scope-review', ['Scoped', 'Staffed', 'Funded']),
      );
      await subject.store.append(append(highways, 'scope-review'));
      const { events } = await subject.store.append(append(libraries, 'appraise-options'));
      const whole = [...scoped.events, ...events];
      expect(await eventsOf(subject.store.readStream(libraries))).toEqual(whole);
      for (const from of [0, 1, 2, 3, 4, 99]) {
        expect(await eventsOf(subject.store.readStream(libraries, { from }))).toEqual(whole.slice(from));
      }
    });

    it('the log gives its events after a position, that one left out', async () => {
      await subject.store.append(append(libraries, 'scope-review', ['Scoped', 'Staffed']));
      await subject.store.append(append(highways, 'scope-review'));
      const whole = await eventsOf(subject.store.readAll());
      for (const [index, { position }] of whole.entries()) {
        expect(await eventsOf(subject.store.readAll({ after: position }))).toEqual(whole.slice(index + 1));
      }
      expect(await subject.store.head()).toBe(whole.at(-1)!.position);
    });

    it('a position that is none, or lies beyond the end, is refused to whoever reads, follows or asks', async () => {
      const { signal } = new AbortController();
      const refusedEverywhere = async (position: string): Promise<void> => {
        for (const asked of [
          eventsOf(subject.store.readAll({ after: position })),
          eventsOf(subject.store.subscribe({ after: position, signal })),
          subject.store.checkPosition(position),
        ])
          await expect(asked).rejects.toThrow(NoSuchPosition);
      };
      await subject.store.append(append(libraries, 'scope-review'));
      const head = (await subject.store.head()) as string;
      for (const none of ['page 7', 'NaN', '2999-12-31', '0', ' ', `${head} `, head.slice(1)])
        await refusedEverywhere(none);
      await refusedEverywhere(head.replace(/^0/, '9'));
      await subject.store.checkPosition(head);
      await expect(subject.store.checkPosition(head.replace(/^0/, '9'))).rejects.toThrow(
        `is beyond the end of this log, ${head}`,
      );
    });

    it('a long log comes in pages, in order and whole, also after a restart', async () => {
      await appendMany(subject.store, libraries, 1200);
      await appendMany(subject.store, highways, 50);
      const store = await subject.reopen();
      let pages = 0;
      let last = '';
      for await (const page of store.readAll()) {
        pages += 1;
        for (const { position } of page) {
          expect(position > last).toBe(true);
          last = position;
        }
      }
      expect(pages).toBeGreaterThan(1);
      expect(last).toBe(await store.head());
      const notes = (await eventsOf(store.readStream(libraries, { from: 0 }))).map((event) => event.data);
      expect(notes).toEqual(Array.from({ length: 1200 }, (_, index) => ({ text: `Note ${index}` })));
      expect((await eventsOf(store.readAll())).length).toBe(1250);
    });

    it('goes up to the head as it stands when reading reaches it', async () => {
      await appendMany(subject.store, libraries, 1000);
      const texts: unknown[] = [];
      for await (const page of subject.store.readAll()) {
        if (texts.length === 0)
          await subject.store.append(append(highways, 'scope-review', ['While it was read']));
        texts.push(...page.map((event) => event.data['text']));
      }
      expect(texts.length).toBe(1001);
      expect(texts.at(-1)).toBe('While it was read');
    });

    it('ends quietly where its signal aborts', async () => {
      await appendMany(subject.store, libraries, 1200);
      const stop = new AbortController();
      let read = 0;
      for await (const page of subject.store.readAll({ signal: stop.signal })) {
        read += page.length;
        stop.abort();
      }
      expect(read).toBeGreaterThan(0);
      expect(read).toBeLessThan(1200);
      expect(await eventsOf(subject.store.readAll({ signal: AbortSignal.abort() }))).toEqual([]);
    });
  });

  describe('a closed store', () => {
    it('has made durable what was asked of it before', async () => {
      const inFlight = subject.store.append(append(libraries, 'scope-review'));
      const closing = subject.store.close();
      const { events } = await inFlight;
      await closing;
      expect(events.map((event) => event.data)).toEqual([{ text: 'Scoped by the transformation board' }]);
    });

    it('refuses every later call, and may be closed again', async () => {
      await appendMany(subject.store, libraries, 1200);
      const begun = subject.store.readAll()[Symbol.asyncIterator]();
      await begun.next();
      await subject.store.close();
      await subject.store.close();
      const { signal } = new AbortController();
      await expect(begun.next()).rejects.toThrow(StoreClosed);
      await expect(subject.store.append(append(libraries, 'scope-review'))).rejects.toThrow(StoreClosed);
      await expect(subject.store.commandResult(libraries, 'scope-review')).rejects.toThrow(StoreClosed);
      await expect(subject.store.head()).rejects.toThrow(StoreClosed);
      await expect(eventsOf(subject.store.readStream(libraries))).rejects.toThrow(StoreClosed);
      await expect(eventsOf(subject.store.readAll())).rejects.toThrow(StoreClosed);
      await expect(eventsOf(subject.store.subscribe({ signal }))).rejects.toThrow(StoreClosed);
    });
  });
}
