import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Book, importFile, type ImportReport } from '#book';
import { addDays, civilDate, endOfDayInLondon, type CivilDate, type Instant } from '#calendar';
import type { StoredEvent } from '#event-store';
import { isEntryStruck, readBack, type AnyPart, type UnitPart } from '#programme';
import { foldEntries, historySeed as seed, recordedEntries } from '#testing';
import { authoritiesLines, authoritiesProgramme as programme, type Line } from './authorities-import.js';
import { publishedCounts, readAuthorities, type Authorities } from './authorities-register.js';

const folder = process.env['AUTHORITIES_DATA'];
const described = folder === undefined ? describe.skip : describe;
const missing = folder === undefined ? ', for which AUTHORITIES_DATA names no folder,' : '';

let authorities: Authorities;
let lines: Line[];
let book: Book;
let bookFolder: string;
let report: ImportReport;
const log: StoredEvent[] = [];

async function importThem(): Promise<void> {
  authorities = readAuthorities(String(folder));
  lines = authoritiesLines(authorities, seed);
  bookFolder = mkdtempSync(join(tmpdir(), 'minutebook-authorities-'));
  let at: string | undefined;
  book = await Book.open({
    folder: bookFolder,
    demonstration: programme,
    clock: () => at ?? new Date().toISOString(),
  });
  report = await importFile(book, lines.map((line) => JSON.stringify(line)).join('\n'), {
    programme,
    actor: 'programme-office',
    capacity: 'programme-office',
    setClock: (instant) => {
      at = instant;
    },
  });
  for await (const page of book.store.readAll()) log.push(...page);
}

/** The units that stand on a day, by the knowledge of an instant; of today where it is left out. */
const standing = (asAt: CivilDate, knownAt?: Instant): UnitPart[] =>
  book.reader.parts
    .list(programme, 'unit', book.reader.moments.at(asAt, knownAt))
    .filter(({ status }) => status === 'open');

const countsByKind = (units: readonly UnitPart[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { unitKind = '' } of units) counts[unitKind] = (counts[unitKind] ?? 0) + 1;
  return counts;
};

const effectiveOn = ({ envelope }: StoredEvent) => envelope['effectiveOn'] as CivilDate;

described(`The authorities of the United Kingdom since 2009${missing} imported as units`, () => {
  if (folder !== undefined) {
    beforeAll(importThem);
    afterAll(async () => {
      await book.close();
      rmSync(bookFolder, { recursive: true, force: true });
    });
  }

  it(`are recorded line by line, some before they hold, some years late, some corrected (seed ${seed})`, () => {
    expect(report).toEqual({ lines: lines.length, recorded: lines.length, before: 0, nothing: 0, bad: [] });
    const early = log.filter((stored) => stored.recordedAt.slice(0, 10) < effectiveOn(stored));
    const late = log.filter((stored) => stored.recordedAt.slice(0, 10) > addDays(effectiveOn(stored), 31));
    const strikes = log.filter((stored) => isEntryStruck(readBack(stored)));
    expect([early.length > 50, late.length > 50, strikes.length > 10]).toEqual([true, true, true]);
  });

  it(`number what was published, on every date of the page that came with them (seed ${seed})`, () => {
    const published = publishedCounts(String(folder));
    expect(published.length).toBeGreaterThanOrEqual(10);
    const counted = published.map(({ on, kinds }) => ({
      on,
      kinds,
      count: standing(on).filter(({ unitKind = '' }) => kinds.includes(unitKind)).length,
    }));
    expect(counted).toEqual(published);
  });

  it(`are those of the register on each day that anything changed, by code, name and kind (seed ${seed})`, () => {
    const { spells } = authorities;
    const days = [...new Set(spells.flatMap(({ from, to }) => (to ? [from, to, addDays(to, 1)] : [from])))];
    expect(days.length).toBeGreaterThan(30);
    const said = (authority: readonly (string | undefined)[]) => authority.join(' | ');
    for (const day of days) {
      const inForce = spells.filter(({ from, to }) => from <= day && (to === undefined || day <= to));
      expect(
        standing(day)
          .map(({ code, name, unitKind }) => said([code, name, unitKind]))
          .sort(),
      ).toEqual(inForce.map(({ code, name, prefix }) => said([code, name, prefix])).sort());
    }
  });

  it(`keep their identity through a new code, and lead to the body they were merged into (seed ${seed})`, () => {
    const on = (unit: string, day: string) => {
      const moment = book.reader.moments.at(civilDate(day));
      return book.reader.parts.one(programme, 'unit', unit, moment).part;
    };
    const decisionBehind = (successor: string) =>
      log.find(({ type, data }) => type === 'UnitsMerged' && data['successor'] === successor)?.envelope[
        'decision'
      ] as string;
    for (const { on: day, toCode, fromCodes, order } of authorities.mergers) {
      const became = on(toCode.toLowerCase(), day);
      expect(became).toMatchObject({ status: 'open', code: toCode });
      expect(became?.predecessors).toHaveLength(fromCodes.length);
      const decision = decisionBehind(toCode.toLowerCase());
      const { part } = book.reader.parts.one(programme, 'decision', decision, book.reader.moments.at(day));
      expect(part).toMatchObject({ title: order, precision: 'year' });
    }
    for (const [first, ...later] of authorities.bodies) {
      for (const { code, from } of later)
        expect(on(first.code.toLowerCase(), from)).toMatchObject({ status: 'open', code });
    }
  });

  it(`are, for 5,000 dates and states of knowledge at random, what folding the log plainly gives (seed ${seed})`, () => {
    const days = [...new Set(log.map(effectiveOn))].flatMap((day) => [addDays(day, -1), day]);
    const instants = [...new Set(log.map(({ recordedAt }) => recordedAt as Instant))];
    const ids = [...new Set(authorities.bodies.map(([{ code }]) => code.toLowerCase()))];
    const questions = fc.sample(
      fc.record({
        asAt: fc.constantFrom(...days),
        known: fc.constantFrom(...instants),
        wholeDay: fc.boolean(),
        unit: fc.constantFrom(...ids),
      }),
      { seed, numRuns: 5_000 },
    );
    const recordedBy = new Map<number, ReturnType<typeof recordedEntries>>();
    const today = new Map(days.map((day) => [day, standing(day).length]));
    let surprised = 0;
    for (const { asAt, known, wholeDay, unit } of questions) {
      const knownAt = wholeDay ? endOfDayInLondon(known.slice(0, 10) as CivilDate) : known;
      const number = log.filter(({ recordedAt }) => recordedAt <= knownAt).length;
      const recorded = recordedBy.get(number) ?? recordedEntries(log, number);
      recordedBy.set(number, recorded);
      const plain = foldEntries(recorded, asAt);
      const open = [...plain.values()].filter(
        (part): part is UnitPart => part.kind === 'unit' && (part as UnitPart).status === 'open',
      );
      const moment = book.reader.moments.at(asAt, wholeDay ? (known.slice(0, 10) as CivilDate) : known);
      const found = {
        unit: book.reader.parts.one(programme, 'unit', unit, moment).part,
        counts: countsByKind(standing(asAt, knownAt)),
      };
      const expected: { unit: AnyPart | undefined; counts: object } = {
        unit: plain.get(`unit/${unit}`),
        counts: countsByKind(open),
      };
      if (!isDeepStrictEqual(found, expected))
        expect({ asAt, knownAt, ...found }).toEqual({ asAt, knownAt, ...expected });
      if (open.length !== today.get(asAt)) surprised += 1;
    }
    // Knowing less must have mattered, or nothing was asked.
    expect(surprised).toBeGreaterThan(500);
  });
});
