import { describe, expect, it } from '@jest/globals';
import {
  maxAppendBytes,
  maxEventBytes,
  type Append,
  type JsonObject,
  type NewEvent,
} from '../event-store.js';
import type { NotStorableCode } from '../errors.js';
import { answer, append, eventsOf, highways, libraries, storedEvents, withData } from './appends.js';
import type { Subject } from './subject.js';

/** What every store promises of the events it keeps: what can be kept, that it comes back, and that it stays. */
export function storing(subject: Subject): void {
  const refused = async (bad: Append, code: NotStorableCode): Promise<void> => {
    await expect(subject.store.append(bad)).rejects.toMatchObject({ name: 'NotStorable', code });
    expect(await eventsOf(subject.store.readAll())).toEqual([]);
    expect(await subject.store.head()).toBeUndefined();
    expect(await subject.store.commandResult(bad.stream, bad.commandId)).toBeUndefined();
  };

  describe('the size of an append', () => {
    /** An event whose envelope and data take so many bytes; the letter takes two. */
    const ofBytes = (bytes: number, index: number): NewEvent => {
      const rest = bytes - Buffer.byteLength('{}{"text":""}');
      const text = 'é'.repeat(Math.floor(rest / 2)) + 'e'.repeat(rest % 2);
      return { id: `event ${index}`, type: 'ReviewNoted', version: 1, envelope: {}, data: { text } };
    };
    const ofSizes = (...sizes: readonly number[]): Append => ({
      ...append(libraries, 'scope-review'),
      events: sizes.map(ofBytes),
    });
    const whole = Math.floor(maxAppendBytes / maxEventBytes);
    const full = [...Array.from({ length: whole }, () => maxEventBytes), maxAppendBytes % maxEventBytes];

    it('may reach the limit, of each event and of all together', async () => {
      const largest = ofSizes(...full);
      const appended = await subject.store.append(largest);
      expect(appended).toEqual(answer(storedEvents(largest, 0, appended.events)));
    });
    it('may not pass the limit of an event by one byte', () =>
      refused(ofSizes(maxEventBytes + 1), 'event-too-large'));
    it('may not pass the limit of an append', () => refused(ofSizes(...full, 100), 'append-too-large'));
    it('is not nothing', () => refused(ofSizes(), 'append-empty'));
  });

  describe('what has no canonical form is refused before any write', () => {
    const circular: Record<string, unknown> = {};
    circular['self'] = { circular };
    const unstorable: readonly (readonly [string, unknown])[] = [
      ['half a character', { text: 'cut \ud83d' }],
      ['half a character in a name', { 'cut \udcda': 1 }],
      ['an integer beyond 2^53 − 1', { pence: 2 ** 53 }],
      ['an integer before −(2^53 − 1)', { pence: -(2 ** 53) }],
      ['a BigInt', { pence: 1n }],
      ['undefined', { reason: undefined }],
      ['undefined in a list', { reasons: ['given', undefined] }],
      ['NaN', { share: NaN }],
      ['an infinity', { share: -Infinity }],
      ['a value that contains itself', circular],
      ['a Date', { takenOn: new Date('2014-07-17') }],
      ['a list for data', ['text']],
      ['no data', undefined],
    ];
    it.each(unstorable)('%s', async (_name, data) => {
      await refused(withData(append(libraries, 'scope-review'), { text: 'Scoped' }, data), 'not-canonical');
    });
    it.each(unstorable)('%s in an envelope', async (_name, envelope) => {
      const good = append(libraries, 'scope-review');
      const events = good.events.map((event) => ({ ...event, envelope: envelope as JsonObject }));
      await refused({ ...good, events }, 'not-canonical');
    });
    it.each([
      ['the name of a stream', { ...append(libraries, 'scope-review'), stream: 'kent/\ud83d' }],
      ['a command id', { ...append(libraries, 'scope-review'), commandId: '\udcda' }],
      ['a fingerprint', { ...append(libraries, 'scope-review'), fingerprint: '\udcda' }],
    ])('half a character in %s', (_name, bad) =>
      expect(subject.store.append(bad)).rejects.toMatchObject({ code: 'not-canonical' }),
    );
    it.each([0, -1, 1.5, NaN])('a version %s', async (version) => {
      const good = append(libraries, 'scope-review');
      const events = good.events.map((event) => ({ ...event, version }));
      await refused({ ...good, events }, 'not-canonical');
    });
  });

  describe('what was stored', () => {
    const foreign: NewEvent = {
      id: 'urn:elsewhere:7',
      type: 'somebody.else/Ereignis-\u0000-📚',
      version: 9007199254740991,
      envelope: {
        traceparent: '00-4bf92f35-00',
        nested: { zulu: [1, null, true, { b: 2, a: 1 }], alpha: '' },
      },
      data: {
        zebra: 1.5e-7,
        'a b': 'line\nbreak \u0000 é e\u0301 📚',
        Ä: [],
        constructor: 'Smith and Sons',
        2: 'two',
        10: 'ten',
        pence: -9007199254740991,
      },
    };
    const unknown: Append = {
      ...append('another programme/\u0000/é', 'command \u0000 é'),
      events: [foreign],
      fingerprint: '\u0000📚',
    };

    it('comes back as it was, whatever its type, its envelope and the order of its keys', async () => {
      const appended = await subject.store.append(unknown);
      const expected = storedEvents(unknown, 0, appended.events);
      expect(appended).toEqual(answer(expected));
      const store = await subject.reopen();
      expect(await eventsOf(store.readAll())).toEqual(expected);
      expect(await eventsOf(store.readStream(unknown.stream))).toEqual(expected);
      expect(await store.commandResult(unknown.stream, unknown.commandId)).toEqual({
        fingerprint: unknown.fingerprint,
        appended: answer(expected, true),
      });
    });

    it('is not changed by changing what was handed in', async () => {
      const reasons = ['cost'];
      const envelope: Record<string, string> = { actor: 'head-of-programme-office' };
      const note = { ...append(libraries, 'scope-review').events[0]!, envelope, data: { reasons } };
      const events = [note];
      const handedIn = { ...append(libraries, 'scope-review'), events };
      const expected = structuredClone(handedIn);
      const inFlight = subject.store.append(handedIn);
      reasons.push('added while it was in flight');
      envelope['actor'] = 'somebody else';
      note.type = 'ReviewWithdrawn';
      events.push({ ...note, id: 'smuggled' });
      handedIn.stream = 'kent/review/elsewhere';
      handedIn.commandId = 'another';
      const appended = await inFlight;
      reasons.push('added afterwards');
      expect(appended).toEqual(answer(storedEvents(expected, 0, appended.events)));
      expect(await eventsOf(subject.store.readAll())).toEqual(storedEvents(expected, 0, appended.events));
    });

    it('is not changed by changing what was given back', async () => {
      const scoped = append(libraries, 'scope-review');
      const appended = await subject.store.append(scoped);
      const expected = structuredClone(appended.events);
      const handedOut = [
        ...appended.events,
        ...(await eventsOf(subject.store.readAll())),
        ...(await eventsOf(subject.store.readStream(libraries))),
        ...(await subject.store.commandResult(libraries, 'scope-review'))!.appended.events,
      ];
      for (const event of handedOut) {
        // A store may refuse the change or ignore it.
        Reflect.set(event, 'type', 'ReviewWithdrawn');
        Reflect.set(event.data, 'text', 'rewritten');
        Reflect.set(event.envelope, 'actor', 'somebody else');
      }
      expect(await eventsOf(subject.store.readAll())).toEqual(expected);
      expect(await subject.store.append(scoped)).toEqual(answer(expected, true));
    });
  });

  describe('the instant of recording', () => {
    it('is the clock’s, and one append shares one', async () => {
      subject.clockRuns();
      const scoped = append(libraries, 'scope-review', ['Scoped', 'Staffed', 'Funded']);
      const appended = await subject.store.append(scoped);
      expect(appended).toEqual(
        answer(storedEvents(scoped, 0, appended.events, appended.events[0]!.recordedAt)),
      );
      const next = await subject.store.append(append(highways, 'scope-review'));
      expect(next.events[0]!.recordedAt > appended.events[0]!.recordedAt).toBe(true);
    });

    it('never goes back in the log, though the clock does', async () => {
      const recorded = async (commandId: string, store = subject.store): Promise<string> =>
        (await store.append(append(libraries, commandId))).events[0]!.recordedAt;
      subject.clockSays('2014-10-26T01:59:59.999Z');
      expect(await recorded('before the clock is set back')).toBe('2014-10-26T01:59:59.999Z');
      subject.clockSays('2014-10-26T01:00:00.000Z');
      expect(await recorded('after the clock is set back')).toBe('2014-10-26T01:59:59.999Z');
      const store = await subject.reopen();
      expect(await recorded('after a restart', store)).toBe('2014-10-26T01:59:59.999Z');
      subject.clockSays('2014-10-26T02:00:00.000Z');
      expect(await recorded('when the clock has caught up', store)).toBe('2014-10-26T02:00:00.000Z');
    });
  });
}
