import { describe, expect, it } from '@jest/globals';
import { CommandIdReused, NotStorable, WrongExpectedRevision } from '../errors.js';
import type { ExpectedRevision } from '../event-store.js';
import { answer, append, eventsOf, highways, libraries, storedEvents, withData } from './appends.js';
import type { Subject } from './subject.js';

/** What every store promises of an append. */
export function appending(subject: Subject): void {
  describe('the expected revision', () => {
    const refused = async (expected: ExpectedRevision, actual: number | undefined): Promise<void> => {
      const before = await eventsOf(subject.store.readAll());
      const late = append(libraries, 'choose-option', ['Option B chosen'], expected);
      await expect(subject.store.append(late)).rejects.toEqual(
        new WrongExpectedRevision(libraries, expected, actual),
      );
      await expect(subject.store.append(late)).rejects.toMatchObject({ stream: libraries, expected, actual });
      expect(await eventsOf(subject.store.readAll())).toEqual(before);
    };
    const appendedAt = async (expected: ExpectedRevision, revision: number): Promise<void> => {
      const next = append(libraries, 'appraise-options', ['Three options appraised'], expected);
      const appended = await subject.store.append(next);
      expect(appended).toEqual(answer(storedEvents(next, revision, appended.events)));
    };
    const begin = (): Promise<unknown> =>
      subject.store.append(append(libraries, 'scope-review', ['Scoped', 'Staffed']));

    it('"none" begins a stream', () => appendedAt('none', 0));
    it('"none" is refused where there is a stream', async () => {
      await begin();
      await refused('none', 1);
    });
    it('"exists" is refused where there is no stream', () => refused('exists', undefined));
    it('"exists" continues a stream', async () => {
      await begin();
      await appendedAt('exists', 2);
    });
    it('"any" begins a stream', () => appendedAt('any', 0));
    it('"any" continues a stream', async () => {
      await begin();
      await appendedAt('any', 2);
    });
    it('a revision continues the stream that stands at it', async () => {
      await begin();
      await appendedAt(1, 2);
    });
    it('a revision the stream has left behind is refused', async () => {
      await begin();
      await refused(0, 1);
    });
    it('a revision the stream has not reached is refused', async () => {
      await begin();
      await refused(2, 1);
    });
    it('a revision is refused where there is no stream', () => refused(0, undefined));
  });

  describe('an append', () => {
    it('numbers the events of each stream from 0 without a gap', async () => {
      await subject.store.append(append(libraries, 'scope-review', ['Scoped', 'Staffed']));
      await subject.store.append(append(highways, 'scope-review', ['Scoped']));
      await subject.store.append(append(libraries, 'appraise-options', ['Appraised', 'Noted']));
      const events = await eventsOf(subject.store.readAll());
      expect(events.map(({ stream, revision }) => ({ stream, revision }))).toEqual([
        { stream: libraries, revision: 0 },
        { stream: libraries, revision: 1 },
        { stream: highways, revision: 0 },
        { stream: libraries, revision: 2 },
        { stream: libraries, revision: 3 },
      ]);
    });

    it('gives positions that rise as text through all streams', async () => {
      for (let month = 0; month < 12; month++) {
        const stream = month % 2 === 0 ? libraries : highways;
        await subject.store.append(append(stream, `report-${month}`, ['Reported', 'Noted']));
      }
      const positions = (await eventsOf(subject.store.readAll())).map((event) => event.position);
      expect(new Set(positions).size).toBe(24);
      expect(positions).toEqual([...positions].sort());
    });

    it('leaves nothing where its third event cannot be stored, and its command id stays free', async () => {
      const bad = withData(
        append(libraries, 'scope-review'),
        { text: 'Scoped' },
        { text: 'Staffed' },
        { cost: 12n },
      );
      await expect(subject.store.append(bad)).rejects.toThrow(NotStorable);
      expect(await eventsOf(subject.store.readAll())).toEqual([]);
      expect(await subject.store.commandResult(libraries, 'scope-review')).toBeUndefined();
      const good = append(libraries, 'scope-review', ['Scoped'], 'none');
      const appended = await subject.store.append(good);
      expect(appended).toEqual(answer(storedEvents(good, 0, appended.events)));
    });

    it('leaves nothing where the id of its third event is in the log already', async () => {
      const first = append(libraries, 'scope-review');
      const { events } = await subject.store.append(first);
      const second = append(libraries, 'appraise-options', ['One', 'Two', 'Three']);
      const copied = { ...second, events: [...second.events.slice(0, 2), first.events[0]!] };
      await expect(subject.store.append(copied)).rejects.toEqual(NotStorable.idTaken(first.events[0]!.id));
      expect(await eventsOf(subject.store.readAll())).toEqual(events);
      expect(await subject.store.commandResult(libraries, 'appraise-options')).toBeUndefined();
    });

    it('is refused where two of its events share an id', async () => {
      const twice = append(libraries, 'scope-review');
      await expect(
        subject.store.append({ ...twice, events: [...twice.events, ...twice.events] }),
      ).rejects.toMatchObject({ code: 'event-id-taken' });
      expect(await eventsOf(subject.store.readAll())).toEqual([]);
    });

    it('that is refused takes none with it of those made in the same turn', async () => {
      const scoped = append(libraries, 'scope-review', ['Scoped'], 'none');
      const tooLate = append(libraries, 'scope-again', ['Scoped again'], 'none');
      const staffed = append(libraries, 'staff-review', ['Staffed'], 0);
      const outcomes = await Promise.allSettled(
        [scoped, tooLate, staffed].map((each) => subject.store.append(each)),
      );
      const events = await eventsOf(subject.store.readAll());
      expect(events).toEqual([
        ...storedEvents(scoped, 0, events.slice(0, 1)),
        ...storedEvents(staffed, 1, events.slice(1)),
      ]);
      expect(outcomes).toEqual([
        { status: 'fulfilled', value: answer(events.slice(0, 1)) },
        { status: 'rejected', reason: new WrongExpectedRevision(libraries, 'none', 0) },
        { status: 'fulfilled', value: answer(events.slice(1)) },
      ]);
    });
  });

  describe('a command sent again', () => {
    const scoped = append(libraries, 'scope-review', ['Scoped', 'Staffed'], 'none');

    it('gets its first result back, whatever it expects now', async () => {
      const { events } = await subject.store.append(scoped);
      for (const expected of ['none', 'exists', 'any', 0, 1, 7] as const) {
        expect(await subject.store.append({ ...scoped, expected })).toEqual(answer(events, true));
      }
      expect(await eventsOf(subject.store.readAll())).toEqual(events);
    });

    it('gets its first result back after later appends', async () => {
      const { events } = await subject.store.append(scoped);
      await subject.store.append(append(highways, 'scope-review'));
      const later = await subject.store.append(append(libraries, 'appraise-options', ['Appraised'], 1));
      expect(await subject.store.append(scoped)).toEqual(answer(events, true));
      expect(await eventsOf(subject.store.readStream(libraries))).toEqual([...events, ...later.events]);
    });

    it('gets its first result back after the store was opened again', async () => {
      const { events } = await subject.store.append(scoped);
      const store = await subject.reopen();
      expect(await store.append(scoped)).toEqual(answer(events, true));
      expect(await eventsOf(store.readAll())).toEqual(events);
    });

    it('is refused where it says something else now', async () => {
      const { events } = await subject.store.append(scoped);
      const other = {
        ...append(libraries, 'scope-review', ['Withdrawn'], 1),
        fingerprint: 'hash of another',
      };
      await expect(subject.store.append(other)).rejects.toEqual(
        new CommandIdReused(libraries, 'scope-review'),
      );
      await expect(subject.store.append(other)).rejects.toMatchObject({
        stream: libraries,
        commandId: 'scope-review',
      });
      const store = await subject.reopen();
      await expect(store.append(other)).rejects.toThrow(CommandIdReused);
      expect(await eventsOf(store.readAll())).toEqual(events);
    });

    it('is another command in another stream', async () => {
      const { events } = await subject.store.append(scoped);
      const elsewhere = append(highways, 'scope-review', ['Scoped'], 'none');
      const appended = await subject.store.append(elsewhere);
      expect(appended).toEqual(answer(storedEvents(elsewhere, 0, appended.events)));
      expect(await eventsOf(subject.store.readAll())).toEqual([...events, ...appended.events]);
    });

    it('while the first is still in flight gives one entry', async () => {
      const [first, second] = await Promise.all([subject.store.append(scoped), subject.store.append(scoped)]);
      expect(first).toEqual(answer(first.events, false));
      expect(second).toEqual(answer(first.events, true));
      expect(await eventsOf(subject.store.readAll())).toEqual(first.events);
    });

    it('after it was refused is judged anew', async () => {
      const early = append(libraries, 'choose-option', ['Option B chosen'], 1);
      await expect(subject.store.append(early)).rejects.toThrow(WrongExpectedRevision);
      await subject.store.append(scoped);
      const appended = await subject.store.append(early);
      expect(appended).toEqual(answer(storedEvents(early, 2, appended.events)));
    });

    it('can be asked after, with the fingerprint it was sent under', async () => {
      const { events } = await subject.store.append(scoped);
      await subject.store.append(append(libraries, 'appraise-options'));
      const store = await subject.reopen();
      expect(await store.commandResult(libraries, 'scope-review')).toEqual({
        fingerprint: 'hash of scope-review',
        appended: answer(events, true),
      });
      expect(await store.commandResult(highways, 'scope-review')).toBeUndefined();
      expect(await store.commandResult(libraries, 'choose-option')).toBeUndefined();
    });

    it('is found in the streams of its programme and no other, where the store can tell', async () => {
      const elsewhere = append('kent-2/review/libraries', 'scope-review');
      for (const one of [scoped, append(highways, 'scope-review'), elsewhere, append(highways, 'other')])
        await subject.store.append(one);
      const store = await subject.reopen();
      const found = await store.streamsOfCommand('kent', 'scope-review');
      if (found !== undefined) expect([...found].sort()).toEqual([highways, libraries].sort());
      const none = await store.streamsOfCommand('kent', 'choose-option');
      expect([undefined, []]).toContainEqual(none);
    });
  });
}
