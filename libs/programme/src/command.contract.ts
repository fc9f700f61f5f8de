import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Command, type DomainEvent, type Facts, noFacts, saidBy, type StreamDefinition } from '#acts';
import { addDays, civilDate, type CivilDate } from '#calendar';
import { entryId, given } from '#testing';
import type { Parts, Refusal } from '#timeline';
import { commandOf } from './command-of.js';
import { rulesInWords } from './rule-in-words.js';

/** A command with what it comes to, and what is needed to put it late, ahead and right. */
export interface InTime<C extends Command, E extends DomainEvent> {
  /** What is on the record before it. */
  readonly before: readonly E[];
  readonly command: C;
  readonly event: E;
  /** What it reads elsewhere; nothing where absent. */
  readonly facts?: Facts;
  /** The day on which it should have been dated, when it turns out to be wrong. */
  readonly instead: string;
  /** An entry dated later that stands with the command and without it. Absent where nothing could. */
  readonly later?: E;
  /** An entry dated later that could not follow it, and why. Absent where no entry could be in its way. */
  readonly contradicts?: { readonly entry: E; readonly refused: string };
}

/** What an entry says in full where its command may leave it out; and what it changes from, whose names begin with "from". */
const goesWithoutSaying: ReadonlySet<string> = new Set([
  'opening',
  'asIs',
  'callIn',
  'means',
  'reasons',
  'holder',
]);

/** What every command of a stream must do: recorded, repeated, ahead, late, corrected. */
export function commandsInTime<Part, C extends Command, E extends DomainEvent>(
  stream: StreamDefinition<Part, C, E>,
  rows: { readonly [Name in C['type']]: InTime<C, E> },
): void {
  describe.each(Object.entries<InTime<C, E>>(rows))('%s', (name, row) => {
    const { before, command, event, later, contradicts, facts = noFacts } = row;
    const day = command.effectiveOn;
    const keys = new Set([...before, event, ...(later ? [later] : [])].flatMap((one) => stream.touches(one)));

    // Parts are kept as text, so they are compared as text.
    const textOf = (state: Parts<Part>) =>
      JSON.stringify(
        [...keys].map((key) => [key, state.get(key)]),
        null,
        1,
      );
    const after = (entries: readonly E[], on?: CivilDate) => textOf(given(stream, entries).asAt(on));

    it('is recorded whole, and holds from its day on', () => {
      expect(command.type).toBe(name);
      const eve = addDays(day, -1);
      const timeline = given(stream, before).when(command, facts).thenRecords([event]);
      expect(textOf(timeline.asAt(eve))).toBe(after(before, eve));
      expect(textOf(timeline.asAt(day))).toBe(after([...before, event], day));
      expect(textOf(timeline.asAt(day))).not.toBe(after(before, day));
    });

    it('is read back from its entry, field by field, and comes to that entry again', () => {
      const back = commandOf(event, 'county');
      expect(back).toMatchObject(command);
      const more = Object.keys(back ?? {}).filter((field) => !Object.hasOwn(command, field));
      expect(more.filter((field) => !/^from[A-Z]/.test(field) && !goesWithoutSaying.has(field))).toEqual([]);
      given(stream, before)
        .when(back as C, facts)
        .thenRecords([event]);
    });

    it('changes nothing when it is said again', () => {
      given(stream, [...before, event])
        .when(command, facts)
        .thenNothing();
    });

    it('is refused where it can happen no longer, though it would change nothing', () => {
      const after = (entries: readonly E[]) => {
        const parts = new Map<string, Part>();
        for (const entry of entries)
          for (const [key, part] of stream.evolve(parts, entry)) parts.set(key, part);
        return parts;
      };
      // Whatever else the stream records may have come in between.
      for (const other of Object.values<InTime<C, E>>(rows)) {
        const entries = [...before, event];
        for (const between of [...other.before, { ...other.event, effectiveOn: civilDate('2027-04-01') }])
          if (!stream.permits(after(entries), between)) entries.push(between);
        const state = after(entries);
        const again = civilDate('2027-04-02');
        const refusal = stream.permits(state, { ...event, effectiveOn: again });
        // What it changes from is another by then; the command would say so anew.
        if (!refusal || refusal.refused === 'premise-changed') continue;
        const decided = stream.decide(state, { ...command, effectiveOn: again }, facts);
        expect([other.command.type, decided]).toEqual([
          other.command.type,
          expect.objectContaining({ refused: expect.any(String) as unknown }),
        ]);
      }
    });

    it('waits for its day where that lies ahead', () => {
      const ahead = civilDate('2026-04-01');
      const eve = addDays(ahead, -1);
      const planned = { ...event, effectiveOn: ahead };
      const timeline = given(stream, before)
        .when({ ...command, effectiveOn: ahead }, facts)
        .thenRecords([planned]);
      expect(textOf(timeline.asAt(eve))).toBe(after(before, eve));
      expect(textOf(timeline.asAt(ahead))).toBe(after([...before, planned]));
    });

    if (later) {
      it('lands in its place where a later entry is on the record already', () => {
        expect(later.effectiveOn > day).toBe(true);
        const timeline = given(stream, [...before, later])
          .when(command, facts)
          .thenRecords([event]);
        expect(textOf(timeline.asAt(day))).toBe(after([...before, event], day));
        expect(textOf(timeline.asAt())).toBe(after([...before, event, later]));
      });
    }

    if (contradicts) {
      it('is refused where it contradicts a later entry, which the refusal names', () => {
        given(stream, [...before, contradicts.entry])
          .when(command, facts)
          .thenRefused(contradicts.refused, { entry: before.length });
      });
    }

    it('is struck and said again for another day', () => {
      const instead = civilDate(row.instead);
      const corrected = { ...event, effectiveOn: instead };
      const timeline = given(stream, [...before, event])
        .striking([before.length], [{ ...command, effectiveOn: instead }], facts)
        .thenRecords([corrected]);
      expect(timeline.isStruck(entryId(before.length))).toBe(true);
      expect(textOf(timeline.asAt())).toBe(after([...before, corrected]));
    });

    it('is struck alone, and leaves everything as it was', () => {
      const timeline = given(stream, [...before, event])
        .striking([before.length])
        .thenRecords([]);
      expect(textOf(timeline.asAt())).toBe(after(before));
    });
  });
}

const namesAThing =
  /^(body|decision|from|heldBy|maker|office|on|option|phase|portfolio|power|project|review|saving|scale|service|successor|supersededBy|to|tranche|unit)$/;

/** Ids that are words of the language as well. */
const words = new Set(['cabinet', 'first']);

/** The ids that a command or an entry gives, of its things and of those in its lists. */
function idsIn(said: object): string[] {
  return Object.entries(said).flatMap(([field, value]: [string, unknown]) => {
    if (Array.isArray(value))
      return value.flatMap((one: unknown) => (typeof one === 'object' && one !== null ? idsIn(one) : []));
    return namesAThing.test(field) && typeof value === 'string' && /^[a-z0-9-]+$/.test(value) ? [value] : [];
  });
}

/** The ids that stand in the words of a refusal: whoever is shown it reads names, so each is to stand in it as a thing. */
function idsInWords(refusal: Refusal, said: readonly object[]): string[] {
  const texts = saidBy(refusal).flatMap((word) => (typeof word === 'string' ? word.split(/[^\w-]+/) : []));
  return said.flatMap(idsIn).filter((id) => !words.has(id) && texts.includes(id));
}

/** A command that a rule stands against. */
export interface AgainstARule<C extends Command, E extends DomainEvent> {
  /** The code of the rule. */
  readonly refused: string;
  /** What is on the record before it. */
  readonly before: readonly E[];
  readonly command: C;
  /** What it reads elsewhere; nothing where absent. */
  readonly facts?: Facts;
  /** Which of the entries before it it contradicts, by index, where that one is dated later. */
  readonly contradicts?: number;
  /** What it comes to where an exception sets the rule aside. Absent where no exception gives it a meaning. */
  readonly excused?: E;
}

/**
 * What every rule of a stream must do: refuse, and give way to an exception for it where the past may have been untidy.
 *
 * @param rows by a sentence that says what was asked
 * @param sources the files that state the rules, or folders of them, by their paths in their room, so that no code is forgotten
 */
export function rulesOf<Part, C extends Command, E extends DomainEvent>(
  stream: StreamDefinition<Part, C, E>,
  rows: { readonly [sentence: string]: AgainstARule<C, E> },
  sources: readonly string[],
): void {
  describe.each(Object.entries(rows))('%s', (_sentence, row) => {
    const { refused, before, command, excused, contradicts, facts = noFacts } = row;
    const conflict = contradicts === undefined ? undefined : { entry: contradicts };
    const exception = { rule: refused, reason: 'Not in the minutes' };

    // When an exception counts at all, of which provenance and for which rule, is asked once, in the spec of firstBreach:
    // what is refused though it carries one for the rule is refused without it too.
    const carrying = { ...command, provenance: 'minuted', exception } as const;
    if (excused) {
      it(`is refused: ${refused}, and recorded with an exception for it, which the entry carries`, () => {
        const refusal = given(stream, before).when(command, facts).thenRefused(refused, conflict);
        expect(idsInWords(refusal, [command, ...before])).toEqual([]);
        given(stream, before)
          .when(carrying, facts)
          .thenRecords([{ ...excused, provenance: 'minuted', exception }]);
      });
    } else {
      it(`is refused: ${refused}, though it carries an exception for it`, () => {
        const refusal = given(stream, before).when(carrying, facts).thenRefused(refused, conflict);
        expect(idsInWords(refusal, [command, ...before])).toEqual([]);
      });
    }
  });

  it('Every rule that an exception sets aside has words of its own', () => {
    const excused = Object.values(rows).flatMap((row) => (row.excused ? [row.refused] : []));
    expect(excused.filter((code) => !rulesInWords.includes(code))).toEqual([]);
  });

  it('Every rule there is has been asked', () => {
    const stated = sources
      .flatMap(filesOf)
      .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/\brefuse\(\s*'([a-z-]+)'/g)]);
    expect(stated.length).toBeGreaterThan(0);
    const asked = new Set(Object.values(rows).map(({ refused }) => refused));
    expect([...asked].sort()).toEqual([...new Set(stated.map(([, code]) => code))].sort());
  });
}

/** The files of a source as they were written: where faults are planted in them, the project they were copied from has them. */
function filesOf(source: string): readonly string[] {
  const project = process.env['AS_WRITTEN'] ?? '.';
  const rooms = ['programme', 'governance', 'acts'].map((room) => join(project, 'libs', room, 'src', source));
  const path = rooms.find(existsSync) ?? source;
  if (path.endsWith('.ts')) return [path];
  const stating = readdirSync(path).filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));
  return stating.map((file) => join(path, file));
}
