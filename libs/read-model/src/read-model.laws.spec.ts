import { isDeepStrictEqual } from 'node:util';
import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, endOfDayInLondon, instant, londonDate, type CivilDate, type Instant } from '#calendar';
import { MemoryEventStore, type StoredEvent } from '#event-store';
import {
  isEntryStruck,
  isTaken,
  parseStreamName,
  readBack,
  streamOfKind,
  type TakenDecision,
} from '#programme';
import {
  aStep,
  foldPlainly,
  HandedClock,
  historySeed as seed,
  isThing,
  play,
  randomDays,
  randomProgramme,
  metOften,
} from '#testing';
import { Reader, ReadModel, type Moment, type ReadModelOptions } from './index.js';

interface RandomBook {
  readonly log: readonly StoredEvent[];
  readonly model: ReadModel;
  readonly reader: Reader;
}

const books: RandomBook[] = [];

async function booksAtRandom(): Promise<readonly RandomBook[]> {
  if (books.length > 0) return books;
  const scripts = fc.sample(fc.array(aStep, { minLength: 220, maxLength: 220, size: 'max' }), {
    seed,
    numRuns: 12,
  });
  for (const script of scripts) {
    const clock = new HandedClock();
    const store = new MemoryEventStore({ clock: clock.read });
    await play(store, clock, script);
    const log: StoredEvent[] = [];
    for await (const page of store.readAll()) log.push(...page);
    books.push({ log, ...modelOf(log, 50) });
  }
  return books;
}

function modelOf(
  log: readonly StoredEvent[],
  pageSize: number,
  options: ReadModelOptions = {},
): { model: ReadModel; reader: Reader } {
  const model = ReadModel.open(':memory:', options);
  for (let from = 0; from < log.length; from += pageSize) model.apply(log.slice(from, from + pageSize));
  return { model, reader: new Reader(model) };
}

afterAll(() => {
  for (const { model } of books) model.close();
});

/** Everything in a read model's tables, row by row. */
function contentOf({ database }: ReadModel): unknown {
  return ['checkpoint', 'entry', 'thing', 'touch', 'version'].map((table) =>
    database.prepare(`SELECT * FROM ${table}`).safeIntegers().all(),
  );
}

const days = randomDays.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]);

/** Questions about a log: days that something holds from and their neighbours, each recording instant and a moment before. */
function questionsAbout(log: readonly StoredEvent[], howMany: number) {
  const instants = [...new Set(log.map(({ recordedAt }) => recordedAt as Instant))];
  const before = instants.map((at) => instant(new Date(Date.parse(at) - 1).toISOString()));
  return fc.sample(
    fc.record({
      asAt: fc.constantFrom(...days),
      knownAt: fc.option(fc.constantFrom(...instants, ...before), { nil: undefined }),
    }),
    { seed, numRuns: howMany },
  );
}

const knownIn = (log: readonly StoredEvent[], knownAt: Instant | undefined): number =>
  knownAt === undefined ? log.length : log.filter(({ recordedAt }) => recordedAt <= knownAt).length;

const keysOf = (log: readonly StoredEvent[]): string[] => {
  const keys = new Set<string>();
  for (const stored of log) {
    const event = readBack(stored);
    const definition = streamOfKind(parseStreamName(stored.stream)?.kind ?? '');
    if (definition && !isEntryStruck(event)) for (const key of definition.touches(event)) keys.add(key);
  }
  return [...keys].sort();
};

/** Says what differs; equal values are compared without the cost of saying so. */
function expectSame(found: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(found, expected)) expect(found).toStrictEqual(expected);
}

const dayOf = (stored: StoredEvent): CivilDate => stored.envelope['effectiveOn'] as CivilDate;

/** The ids struck among the first events of a log, each with the number of its strike. */
function strikesIn(log: readonly StoredEvent[], known: number): ReadonlyMap<string, number> {
  const struck = new Map<string, number>();
  for (const [n, stored] of log.slice(0, known).entries()) {
    const event = readBack(stored);
    if (isEntryStruck(event)) for (const id of event.entries) struck.set(id, n + 1);
  }
  return struck;
}

describe('The read model of a random book', () => {
  it(`answers every question as folding the log from nothing does (seed ${seed})`, async () => {
    let reads = 0;
    let found = 0;
    for (const { log, reader } of await booksAtRandom()) {
      const keys = keysOf(log);
      const kinds = [...new Set(keys.map((key) => key.slice(0, key.indexOf('/'))))];
      for (const { asAt, knownAt } of questionsAbout(log, 60)) {
        const moment = reader.moments.at(asAt, knownAt);
        const known = knownIn(log, knownAt);
        expect(moment.seq).toBe(known);
        expect(moment.position).toBe(log[known - 1]?.position ?? null);
        const plain = foldPlainly(log, { asAt, known });
        const recorded = new Set(keysOf(log.slice(0, known)));
        for (const key of keys) {
          const [kind = '', id = ''] = key.split('/');
          const { known: isKnown, part } = reader.parts.one(randomProgramme, kind, id, moment);
          expectSame(part, plain.get(key));
          expectSame(reader.parts.throughTime(randomProgramme, kind, id, moment)(asAt), part);
          if (plain.has(key) || !recorded.has(key)) expect([key, isKnown]).toEqual([key, recorded.has(key)]);
          reads += 1;
          if (part) found += 1;
        }
        for (const kind of kinds) {
          const expected = [...plain.values()]
            .filter((part) => part.kind === kind)
            .sort((a, b) => (a.id < b.id ? -1 : 1));
          expectSame(reader.parts.list(randomProgramme, kind, moment), expected);
        }
      }
    }
    metOften({ reads, found }, { reads: 10_000, found: 3_000 });
  });

  it(`has no hole and no overlap: what holds on a day is believed by whoever knows any part of the log (seed ${seed})`, async () => {
    for (const { model } of await booksAtRandom()) {
      const rows = model.database
        .prepare(
          'SELECT key >> 39 AS thing, (key >> 19) & 1048575 AS day, known_from, known_to FROM version ORDER BY key',
        )
        .all() as { thing: number; day: number; known_from: number; known_to: number }[];
      metOften({ 'versions of a book': rows.length }, 21);
      const last = new Map<string, number>();
      for (const { thing, day, known_from, known_to } of rows) {
        expect(known_from).toBeLessThan(known_to);
        expect(known_from).toBeGreaterThanOrEqual(last.get(`${thing}/${day}`) ?? 0);
        last.set(`${thing}/${day}`, known_to);
      }
    }
  });

  it(`knows the nearest days of change before and after any day (seed ${seed})`, async () => {
    let asked = 0;
    for (const { log, reader } of await booksAtRandom()) {
      for (const { asAt, knownAt } of questionsAbout(log, 20)) {
        const known = knownIn(log, knownAt);
        const struck = strikesIn(log, known);
        const changed = log
          .slice(0, known)
          .filter((entry) => entry.type !== 'EntryStruck' && !struck.has(entry.id))
          .map(dayOf)
          .sort();
        const moment = reader.moments.at(asAt, knownAt);
        expect([
          reader.moments.changeDay(randomProgramme, 'before', moment),
          reader.moments.changeDay(randomProgramme, 'after', moment),
        ]).toEqual([changed.findLast((day) => day < asAt), changed.find((day) => day > asAt)]);
        asked += 1;
      }
    }
    expect(asked).toBe(240);
  });

  it(`never changes an answer at an earlier knownAt, whatever is recorded later (seed ${seed})`, async () => {
    for (const { log, reader } of await booksAtRandom()) {
      const keys = keysOf(log);
      for (const { asAt, knownAt } of questionsAbout(log, 10)) {
        const known = knownIn(log, knownAt);
        const early = modelOf(log.slice(0, known), 1_000);
        const answer = (of: Reader, at: Moment) =>
          keys.map((key) =>
            of.parts.one(randomProgramme, key.split('/')[0] ?? '', key.split('/')[1] ?? '', at),
          );
        expectSame(
          answer(reader, reader.moments.at(asAt, knownAt)),
          answer(early.reader, early.reader.moments.at(asAt)),
        );
        early.model.close();
      }
    }
  });

  it(`is the same, byte for byte, however the log was handed to it (seed ${seed})`, async () => {
    for (const { log, model } of await booksAtRandom()) {
      for (const pageSize of [1, 7, log.length]) {
        const again = modelOf(log, pageSize);
        expectSame(contentOf(again.model), contentOf(model));
        again.model.close();
      }
    }
  });

  it(`is the same, byte for byte, whether streams are kept folded or only their ends are read (seed ${seed})`, async () => {
    for (const { log, model } of await booksAtRandom()) {
      for (const longestEnd of [-1, 0, 2, 10_000]) {
        const again = modelOf(log, 50, { longestEnd, filling: longestEnd === 2 });
        expectSame(contentOf(again.model), contentOf(model));
        again.model.close();
      }
    }
  });

  it(`counts the later entries that change a date, and those recorded after it (seed ${seed})`, async () => {
    let later = 0;
    let afterwards = 0;
    for (const { log, reader } of await booksAtRandom()) {
      const streams = [`${randomProgramme}/structure`, `${randomProgramme}/review`];
      const isRead = ({ stream }: StoredEvent) =>
        streams.some((name) => stream === name || stream.startsWith(`${name}/`));
      for (const { asAt, knownAt } of questionsAbout(log, 60)) {
        const known = knownIn(log, knownAt);
        const moment = reader.moments.at(asAt, knownAt);
        const byId = new Map(log.map((stored) => [stored.id, stored]));
        const changes = (stored: StoredEvent): boolean => {
          const event = readBack(stored);
          if (!isEntryStruck(event)) return dayOf(stored) <= asAt;
          return event.entries.some((id) => dayOf(byId.get(id) as StoredEvent) <= asAt);
        };
        const expectedLater =
          knownAt === undefined ? [] : log.slice(known).filter((one) => isRead(one) && changes(one));
        expectSame(reader.log.laterEntries(randomProgramme, streams, moment), expectedLater);
        const struck = strikesIn(log, known);
        const expectedAfterwards = log
          .slice(0, known)
          .filter(
            (one) =>
              isRead(one) && !struck.has(one.id) && changes(one) && one.recordedAt > endOfDayInLondon(asAt),
          );
        expectSame(reader.log.recordedAfterwards(randomProgramme, streams, moment), expectedAfterwards);
        expectSame(
          reader.log.recordedAfterwards(randomProgramme, streams, moment, 3),
          expectedAfterwards.slice(0, 3),
        );
        expect([
          reader.log.countLaterEntries(randomProgramme, streams, moment),
          reader.log.countRecordedAfterwards(randomProgramme, streams, moment),
        ]).toEqual([expectedLater.length, expectedAfterwards.length]);
        later += expectedLater.length;
        afterwards += expectedAfterwards.length;
      }
    }
    metOften({ later, afterwards }, { later: 500, afterwards: 500 });
  });

  it(`tells the history of anything whole, struck entries with their strike (seed ${seed})`, async () => {
    let strikes = 0;
    for (const { log, reader } of await booksAtRandom()) {
      for (const { knownAt } of questionsAbout(log, 10)) {
        const known = knownIn(log, knownAt);
        const moment = reader.moments.at(days[0] as CivilDate, knownAt);
        const struck = strikesIn(log, known);
        for (const key of keysOf(log.slice(0, known)).filter(isThing)) {
          const [kind = '', id = ''] = key.split('/');
          const byId = new Map(log.map((stored) => [stored.id, stored]));
          const touches = (stored: StoredEvent): boolean => {
            const event = readBack(stored);
            if (isEntryStruck(event))
              return event.entries.some((one) => touches(byId.get(one) as StoredEvent));
            return (
              streamOfKind(parseStreamName(stored.stream)?.kind ?? '')
                ?.touches(event)
                .includes(key) ?? false
            );
          };
          const expected = log.slice(0, known).flatMap((entry, n) => {
            const by = struck.get(entry.id);
            return touches(entry)
              ? [{ seq: n + 1, entry, ...(by !== undefined && { struckBy: log[by - 1] }) }]
              : [];
          });
          expectSame(reader.log.history(randomProgramme, { kind, id }, moment, { most: 10_000 }), expected);
          strikes += expected.filter((one) => 'struckBy' in one).length;
        }
      }
    }
    metOften({ strikes }, 100);
  });

  it(`says what differs between any two moments, and nothing else (seed ${seed})`, async () => {
    let differing = 0;
    for (const { log, reader } of await booksAtRandom()) {
      const asked = questionsAbout(log, 12);
      for (const [n, one] of asked.entries()) {
        const other = asked[(n + 1) % asked.length] as typeof one;
        // Two dates under one knowledge, and one date under two states of knowledge: the two questions there are.
        const pairs = [
          [one, { ...one, asAt: other.asAt }],
          [one, { ...one, knownAt: other.knownAt }],
        ] as const;
        for (const [before, after] of pairs) {
          const was = foldPlainly(log, { asAt: before.asAt, known: knownIn(log, before.knownAt) });
          const is = foldPlainly(log, { asAt: after.asAt, known: knownIn(log, after.knownAt) });
          const keys = [...new Set([...was.keys(), ...is.keys()])].filter(
            (key) => isThing(key) && !isDeepStrictEqual(was.get(key), is.get(key)),
          );
          const found = reader.log.changes(
            randomProgramme,
            reader.moments.at(before.asAt, before.knownAt),
            reader.moments.at(after.asAt, after.knownAt),
          );
          expectSame(found.map(({ kind, id }) => `${kind}/${id}`).sort(), keys.sort());
          for (const { kind, id, fields, entries, existedBefore, existsAfter } of found) {
            const key = `${kind}/${id}`;
            expect([existedBefore, existsAfter]).toEqual([was.has(key), is.has(key)]);
            for (const { field, before: value } of fields) {
              expectSame(
                value,
                (was.get(key) as unknown as Record<string, unknown> | undefined)?.[field] ?? null,
              );
            }
            expect([key, entries.length > 0]).toEqual([key, true]);
            const late = before.asAt < after.asAt ? after.asAt : before.asAt;
            const known = Math.max(knownIn(log, before.knownAt), knownIn(log, after.knownAt));
            const [strikes, sameKnowledge] = [strikesIn(log, known), before.knownAt === after.knownAt];
            for (const entry of entries) {
              if (!isEntryStruck(readBack(entry))) expect(dayOf(entry) <= late).toBe(true);
              if (sameKnowledge)
                expect([entry.type === 'EntryStruck', strikes.has(entry.id)]).toEqual([false, false]);
              if (sameKnowledge)
                expect(dayOf(entry) > (late === after.asAt ? before : after).asAt).toBe(true);
            }
          }
          differing += found.length;
        }
      }
    }
    metOften({ differing }, 200);
  });

  it(`finds exactly the decisions whose record holds the words, as at the date and as known then (seed ${seed})`, async () => {
    let hits = 0;
    for (const { log, reader } of await booksAtRandom()) {
      for (const { asAt, knownAt } of questionsAbout(log, 40)) {
        const moment = reader.moments.at(asAt, knownAt);
        const register = reader.decisions.at(randomProgramme, moment);
        for (const word of [
          'option',
          'café',
          'CAFE clos',
          'figures',
          'council',
          'nothing done',
          '" OR *',
          '',
        ]) {
          const words = word
            .toLowerCase()
            .split(/[^\p{L}\p{N}]+/u)
            .filter(Boolean);
          const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
          const holds = (part: TakenDecision) => {
            const said = plain(
              JSON.stringify([part.id, part.title, part.maker, part.text, part.reasons]),
            ).split(/[^\p{L}\p{N}]+/u);
            return words.length > 0 && words.every((word) => said.some((one) => one.startsWith(plain(word))));
          };
          const expected = register.filter(({ part }) => holds(part)).map(({ part }) => part.id);
          const found = reader.decisions.at(randomProgramme, moment, word);
          expectSame(
            found.map(({ part }) => part.id),
            expected,
          );
          hits += expected.length;
        }
      }
    }
    metOften({ hits }, 50);
  });

  it(`lists in the register what was taken by the date, newest first, and says from when it holds (seed ${seed})`, async () => {
    for (const { log, reader } of await booksAtRandom()) {
      for (const { asAt, knownAt } of questionsAbout(log, 40)) {
        const known = knownIn(log, knownAt);
        const end = foldPlainly(log, { asAt: '9999-12-31' as CivilDate, known });
        const now = foldPlainly(log, { asAt, known });
        const expected = [...end.values()]
          .flatMap((part) => (isTaken(part) ? [part] : []))
          .filter(({ takenOn }) => takenOn <= asAt)
          .sort((a, b) => (a.takenOn === b.takenOn ? (a.id < b.id ? -1 : 1) : a.takenOn < b.takenOn ? 1 : -1))
          .map(({ id, recorded }) => ({
            id,
            holdsFrom: isTaken(now.get(`decision/${id}`)) ? null : recorded.on,
          }));
        const found = reader.decisions.at(randomProgramme, reader.moments.at(asAt, knownAt));
        expectSame(
          found.map(({ part, holdsFrom }) => ({ id: part.id, holdsFrom })),
          expected,
        );
        for (const { part, holdsFrom } of found)
          if (holdsFrom === null) expectSame(part, now.get(`decision/${part.id}`));
      }
    }
  });
});

describe('A day in London', () => {
  it('ends for knownAt when it ends there: an entry recorded at 23:30 in summer is known that day', async () => {
    const clock = new HandedClock();
    const store = new MemoryEventStore({ clock: () => '2014-06-30T22:30:00.000Z' });
    await play(store, clock, []);
    const log: StoredEvent[] = [];
    for await (const page of store.readAll()) log.push(...page);
    const { reader, model } = modelOf(log, 100);
    expect(londonDate(instant('2014-06-30T22:30:00.000Z'))).toBe('2014-06-30');
    expect(reader.moments.at('2014-07-01' as CivilDate, '2014-06-30' as CivilDate).seq).toBe(log.length);
    expect(reader.moments.at('2014-07-01' as CivilDate, '2014-06-29' as CivilDate).seq).toBe(0);
    model.close();
  });
});
