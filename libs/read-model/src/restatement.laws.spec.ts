import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, instant, type CivilDate, type Instant } from '#calendar';
import { MemoryEventStore, type StoredEvent } from '#event-store';
import {
  isEntryStruck,
  parseStreamName,
  readBack,
  savingMeasures,
  streamOfKind,
  type AnyPart,
  type PhasePart,
  type PortfolioPart,
  type ProgrammePart,
  type ProjectPart,
  type ReviewPart,
  type ServicePart,
  type UnitPart,
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
  recordedEntries,
  savingsPlainly,
  metOften,
} from '#testing';
import { Reader, ReadModel, restatement } from './index.js';

const books: { readonly log: readonly StoredEvent[]; readonly model: ReadModel; readonly reader: Reader }[] =
  [];

beforeAll(async () => {
  const scripts = fc.sample(fc.array(aStep, { minLength: 200, maxLength: 200, size: 'max' }), {
    seed,
    numRuns: 24,
  });
  for (const script of scripts) {
    const clock = new HandedClock();
    const store = new MemoryEventStore({ clock: clock.read });
    await play(store, clock, script);
    const log: StoredEvent[] = [];
    for await (const page of store.readAll()) log.push(...page);
    const model = ReadModel.open(':memory:');
    model.apply(log);
    books.push({ log, model, reader: new Reader(model) });
  }
});

afterAll(() => {
  for (const { model } of books) model.close();
});

const days = randomDays.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]);

/** Reports that were made of a log, and how much of it is known when they are restated. */
function restated(log: readonly StoredEvent[], howMany: number) {
  const instants = [...new Set(log.map(({ recordedAt }) => recordedAt as Instant))];
  const report = fc.record({
    asAt: fc.constantFrom<CivilDate>(...days),
    known: fc.uniqueArray(fc.constantFrom(...instants), { minLength: 2, maxLength: 2 }),
    toNow: fc.boolean(),
  });
  return fc.sample(report, { seed, numRuns: howMany }).map(({ asAt, known, toNow }) => {
    const [knownAt, to] = [...known].sort() as [Instant, Instant];
    return { asAt, knownAt, to: toNow ? undefined : to };
  });
}

const knownIn = (log: readonly StoredEvent[], knownAt: Instant | undefined): number =>
  knownAt === undefined ? log.length : log.filter(({ recordedAt }) => recordedAt <= knownAt).length;

/** Says what differs; equal values are compared without the cost of saying so. */
function expectSame(found: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(found, expected)) expect(found).toStrictEqual(expected);
}

/** The ids of the entries between two states of knowledge that add something to a thing by a day, or take it away. */
function changingByHand(log: readonly StoredEvent[], key: string, asAt: string, from: number, to: number) {
  const byId = new Map(log.map((stored) => [stored.id, stored]));
  const adds = (stored: StoredEvent | undefined): boolean => {
    if (!stored) return false;
    const event = readBack(stored);
    const { kind = '' } = parseStreamName(stored.stream) ?? {};
    return event.effectiveOn <= asAt && streamOfKind(kind)?.touches(event).includes(key) === true;
  };
  return log.slice(from, to).filter((stored) => {
    const event = readBack(stored);
    return isEntryStruck(event) ? event.entries.some((id) => adds(byId.get(id))) : adds(stored);
  });
}

/** Whether a thing is another on any day up to one for whoever knows an entry than for whoever knows what came before it. */
function changesThroughAnother(log: readonly StoredEvent[], id: string, key: string, asAt: string): boolean {
  const at = log.findIndex((stored) => stored.id === id);
  const days = new Set(log.map((stored) => readBack(stored).effectiveOn));
  return [...days].some((day) => {
    if (day > asAt) return false;
    const was = foldPlainly(log, { asAt: day, known: at }).get(key);
    const is = foldPlainly(log, { asAt: day, known: at + 1 }).get(key);
    return !isDeepStrictEqual(was, is);
  });
}

const partsOf = <P extends AnyPart>(parts: ReadonlyMap<string, AnyPart>, kind: string): P[] =>
  [...parts.values()].filter((part): part is P => part.kind === kind);

const open = <P extends { readonly status: string }>(parts: readonly P[]): P[] =>
  parts.filter(({ status }) => status === 'open');

const everyTotal = [
  ...['units', 'unit target', 'unit budgets', 'posts of units', 'service budgets', 'savings target'],
  ...['savings', 'savings within the target', 'reviews', 'reviews by stage', 'reviews deferred'],
  ...['reviews withdrawn', 'projects by portfolio', 'phases by status'],
];

/** Every published total, counted from the parts and the bare entries of savings: its name, and what it comes to. */
function totalsByHand(log: readonly StoredEvent[], asAt: CivilDate, known: number): Map<string, number> {
  const parts = foldPlainly(log, { asAt, known });
  const sums = new Map<string, number>();
  const add = (total: string, of: string, value = 1) =>
    sums.set(`${total}, ${of}`, (sums.get(`${total}, ${of}`) ?? 0) + value);
  // Before the programme starts, too, what is on the record for that day counts.
  const [programme] = partsOf<ProgrammePart>(parts, 'programme');
  const { savingsTarget: target, unitTarget } = programme ?? {};
  if (target) add('savings target', '', target.pence);
  if (unitTarget) add('unit target', '', unitTarget.target);
  for (const total of ['units', 'reviews', 'reviews deferred', 'reviews withdrawn']) add(total, '', 0);
  for (const { stage, standing } of partsOf<ReviewPart>(parts, 'review')) {
    add('reviews', '');
    if (standing !== 'active') add(`reviews ${standing}`, '');
    if (standing !== 'withdrawn') add('reviews by stage', stage);
  }
  for (const { status } of partsOf<PhasePart>(parts, 'phase')) add('phases by status', status);
  const projects = open(partsOf<ProjectPart>(parts, 'project'));
  for (const { id } of open(partsOf<PortfolioPart>(parts, 'portfolio')))
    add('projects by portfolio', id, projects.filter(({ portfolio }) => portfolio === id).length);
  for (const { posts, budgets } of open(partsOf<UnitPart>(parts, 'unit'))) {
    add('units', '');
    if (posts) add('posts of units', '', posts.count);
    for (const { year, priceBase = 'no price base', gross, net, notStated } of budgets)
      for (const [basis, pence] of Object.entries({ gross, net, notStated }))
        if (pence !== undefined) add('unit budgets', `${year}, ${priceBase}, ${basis}`, pence);
  }
  for (const { withdrawn, tranche, heading, budgets } of partsOf<ServicePart>(parts, 'service')) {
    if (withdrawn) continue;
    for (const { year, gross, net, notStated } of budgets)
      for (const [basis, pence] of Object.entries({ gross, net, 'not stated': notStated }))
        if (pence !== undefined)
          add(
            'service budgets',
            [tranche ?? 'no tranche', heading ?? 'no heading', year, basis].join(', '),
            pence,
          );
  }
  for (const saving of savingsPlainly(recordedEntries(log, known), asAt)) {
    const { published = 'savings', category, recurrence, basis, counts } = saving;
    if (savingMeasures.every((measure) => counts[measure].length === 0)) continue;
    for (const measure of savingMeasures) {
      const of = [published, category, recurrence, basis, measure].join(', ');
      add('savings', of, 0);
      if (target) add('savings within the target', of, 0);
      for (const { year, pence } of counts[measure]) {
        add('savings', of, pence);
        // A year that is not stated is a word, and comes after every year.
        if (target && year >= target.fromYear && year <= target.toYear)
          add('savings within the target', of, pence);
      }
    }
  }
  return sums;
}

describe('The restatement of a report on a random book', () => {
  it(`lists exactly the facts whose value for that date is another, with their fields (seed ${seed})`, () => {
    let facts = 0;
    for (const { log, reader } of books) {
      for (const { asAt, knownAt, to } of restated(log, 12)) {
        const was = foldPlainly(log, { asAt, known: knownIn(log, knownAt) });
        const is = foldPlainly(log, { asAt, known: knownIn(log, to) });
        const found = restatement(
          reader,
          randomProgramme,
          reader.moments.at(asAt, knownAt),
          reader.moments.at(asAt, to),
        );
        const keys = [...new Set([...was.keys(), ...is.keys()])];
        const differing = keys.filter((key) => isThing(key) && !isDeepStrictEqual(was.get(key), is.get(key)));
        expectSame(found.facts.map(({ kind, id }) => `${kind}/${id}`).sort(), differing.sort());
        for (const { kind, id, fields } of found.facts) {
          const [old, fresh] = [was.get(`${kind}/${id}`), is.get(`${kind}/${id}`)] as unknown as [
            Record<string, unknown> | undefined,
            Record<string, unknown> | undefined,
          ];
          const names = [...new Set([...Object.keys(old ?? {}), ...Object.keys(fresh ?? {})])];
          expectSame(
            fields,
            names
              .filter((name) => !isDeepStrictEqual(old?.[name], fresh?.[name]))
              .map((field) => ({ field, before: old?.[field] ?? null, after: fresh?.[field] ?? null })),
          );
          facts += 1;
        }
      }
    }
    metOften({ facts }, 300);
  });

  it(`names behind each fact exactly the entries since that bear on the date, who recorded them and why (seed ${seed})`, () => {
    let strikes = 0;
    let replacements = 0;
    for (const { log, reader } of books) {
      const correcting = new Set(
        log.filter(({ type }) => type === 'EntryStruck').map(({ commandId }) => commandId),
      );
      for (const { asAt, knownAt, to } of restated(log, 15)) {
        const [from, until] = [knownIn(log, knownAt), knownIn(log, to)];
        const found = restatement(
          reader,
          randomProgramme,
          reader.moments.at(asAt, knownAt),
          reader.moments.at(asAt, to),
        );
        for (const { kind, id, entries } of found.facts) {
          const expected = changingByHand(log, `${kind}/${id}`, asAt, from, until);
          expect(entries.length).toBeGreaterThan(0);
          const about = new Set(expected.map((entry) => entry.id));
          expectSame(
            entries.map((entry) => entry.id).filter((one) => about.has(one)),
            [...about],
          );
          // What is not about the thing itself changed it through another, by that day. Chance seldom makes one in these
          // books; the journey of Kent's restatement has one for certain, a late figure of a unit that was merged away.
          for (const entry of entries) {
            if (about.has(entry.id)) continue;
            expect(changesThroughAnother(log, entry.id, `${kind}/${id}`, asAt)).toBe(true);
          }
          for (const entry of entries) {
            expect([entry.actor, entry.capacity]).toEqual(['programme-officer', 'programme-office']);
            const isStrike = entry.type === 'EntryStruck';
            if (!isStrike && !correcting.has(entry.commandId)) continue;
            expect(entry.reason).not.toBeNull();
            expect(entry.authority).toBe('Head of the programme office');
            if (isStrike) strikes += 1;
            else replacements += 1;
          }
        }
      }
    }
    metOften({ strikes, replacements }, { strikes: 50, replacements: 10 });
  });

  it(`gives every total, and no other, with the effect that is the difference of two counts by hand (seed ${seed})`, () => {
    const met: Record<string, number> = {};
    for (const { log, reader } of books) {
      for (const { asAt, knownAt, to } of restated(log, 25)) {
        const [before, after] = [reader.moments.at(asAt, knownAt), reader.moments.at(asAt, to)];
        const { totals } = restatement(reader, randomProgramme, before, after);
        const was = totalsByHand(log, asAt, knownIn(log, knownAt));
        const is = totalsByHand(log, asAt, knownIn(log, to));
        const found = totals.map((one) => [`${one.total}, ${one.of}`, one.before, one.after, one.effect]);
        const names = [...new Set([...was.keys(), ...is.keys()])];
        const expected = names.map((name) => {
          const [old, fresh] = [was.get(name), is.get(name)];
          return [name, old ?? null, fresh ?? null, (fresh ?? 0) - (old ?? 0)];
        });
        const byName = ([a]: unknown[], [b]: unknown[]) => (String(a) < String(b) ? -1 : 1);
        expectSame(found.toSorted(byName), expected.toSorted(byName));
        const places = totals.map(({ total, of }) => `${total}\n${of}`);
        expectSame(places, places.toSorted());
        for (const { total, effect } of totals) if (effect !== 0) met[total] = (met[total] ?? 0) + 1;
      }
    }
    metOften(met, { ...Object.fromEntries(everyTotal.map((total) => [total, 5])), reviews: 1 });
  });

  it(`is empty where nothing more is known, and unmoved by what holds only later (seed ${seed})`, () => {
    let quiet = 0;
    for (const { log, reader } of books) {
      for (const { asAt, knownAt, to } of restated(log, 40)) {
        const before = reader.moments.at(asAt, knownAt);
        expect(restatement(reader, randomProgramme, before, before).facts).toEqual([]);
        const after = reader.moments.at(asAt, to);
        if (
          reader.log
            .laterEntries(randomProgramme, [], before)
            .some(({ position }) => position <= (after.position ?? ''))
        )
          continue;
        const { facts, totals } = restatement(reader, randomProgramme, before, after);
        expect(facts).toEqual([]);
        expect(totals.filter(({ effect }) => effect !== 0)).toEqual([]);
        quiet += 1;
      }
    }
    metOften({ quiet }, 5);
  });
});

describe('A moment with no more known than up to a position', () => {
  it(`is the state of knowledge that ended there (seed ${seed})`, () => {
    for (const { log, reader } of books.slice(0, 2)) {
      const now = reader.moments.at(days[0] as CivilDate);
      for (const [n, { position }] of log.entries()) {
        expect(reader.moments.upTo(now, position)).toMatchObject({ seq: n + 1, position });
      }
      const early = reader.moments.at(days[0] as CivilDate, instant(log[20]?.recordedAt as string));
      expect(reader.moments.upTo(early, log.at(-1)?.position as string)).toEqual(early);
      expect(reader.moments.upTo(now, '0')).toMatchObject({ seq: 0, position: null });
    }
  });
});
