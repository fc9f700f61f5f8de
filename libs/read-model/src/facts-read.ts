import type { CivilDate } from '#calendar';
import {
  commandOf,
  isRefusal,
  lookUpKinds,
  parseStreamName,
  readBack,
  streamNameOfPart,
  streamOfKind,
  type AnyPart,
  type AnyStream,
  type Command,
  type DomainEvent,
  envelopeOf,
  type Facts,
} from '#programme';
import { loggedOf } from '#recording';
import { same, Timeline, type Parts } from '#timeline';
import type { HistoryEntry } from './log.js';
import type { Moment } from './moments.js';
import type { Reader } from './reader.js';

/** A part of another stream that an entry was judged by: which, as at which day, and what it was. */
export interface FactRead {
  readonly key: string;
  readonly on: CivilDate;
  /** Undefined where there was no such thing on that day. */
  readonly part: AnyPart | undefined;
}

/** An entry judged again, on what was known of other streams at some moment. */
export interface JudgedAgain {
  readonly facts: readonly FactRead[];
  /** The code of the rule in its way, if there is one. */
  readonly refused: string | null;
}

/** A fact that an entry was judged by and that is another now. */
export interface ChangedFact {
  readonly key: string;
  readonly on: CivilDate;
  readonly then: AnyPart | undefined;
  readonly now: AnyPart | undefined;
  /** The names of the fields that differ. */
  readonly fields: readonly string[];
}

/**
 * What an entry read in other streams, as those were when it was recorded: worked out by asking its stream to decide it
 * once more, on the state it was decided on, and noting what it looks at. Nothing of it is stored but the position.
 */
export function factsReadBy(reader: Reader, programme: string, at: HistoryEntry, known: Moment): JudgedAgain {
  return judgedAgain(reader, programme, at, whenRecorded(reader, at, known));
}

/** The facts that an entry was judged by and that have changed since, and what it would come to by what is known now. */
export function factsChangedFor(
  reader: Reader,
  programme: string,
  at: HistoryEntry,
  now: Moment,
): { readonly changed: readonly ChangedFact[]; readonly judgedNow: string | null } {
  const before = whenRecorded(reader, at, now);
  const then = judgedAgain(reader, programme, at, before);
  const again = judgedAgain(reader, programme, at, now);
  const asked = new Map([...then.facts, ...again.facts].map((fact) => [`${fact.key} ${fact.on}`, fact]));
  const changed = [...asked.values()].flatMap(({ key, on }) => {
    const was = partAt(reader, programme, key, { ...before, asAt: on });
    const is = partAt(reader, programme, key, { ...now, asAt: on });
    return same(was, is) ? [] : [{ key, on, then: was, now: is, fields: differing(was, is) }];
  });
  // What does not come out as it did then cannot be worked out again.
  return { changed, judgedNow: then.refused === null ? (again.refused ?? 'permitted') : null };
}

/** The names of the streams that an entry was judged by: what is recorded in others leaves its judgement as it is. */
export function streamsReadFor(
  reader: Reader,
  programme: string,
  at: HistoryEntry,
  known: Moment,
): readonly string[] {
  const decided = decidedFor(reader, programme, at, known);
  if (!decided) return [];
  const { definition, command, state } = decided;
  return [...new Set(definition.reads(command, state).map((key) => streamNameOfPart(programme, key)))];
}

/**
 * Whether nothing was recorded, since an entry was judged, in a stream that it was judged by: then no fact of it has
 * changed, and it need not be judged again.
 *
 * @param lastIn the position of the last entry of a stream that is known, where there is one
 */
export function isAsJudged(
  reader: Reader,
  programme: string,
  at: HistoryEntry,
  known: Moment,
  lastIn: (stream: string) => string | undefined,
): boolean {
  const { basedOn } = envelopeOf(at.entry);
  if (basedOn === undefined) return false;
  // Positions compare as text in the order of the log.
  return streamsReadFor(reader, programme, at, known).every((stream) => (lastIn(stream) ?? '') <= basedOn);
}

/** What was known of other streams when an entry was recorded. */
export function whenRecorded(reader: Reader, { entry }: HistoryEntry, known: Moment): Moment {
  const { basedOn } = envelopeOf(entry);
  return basedOn === undefined ? known : reader.moments.upTo(known, basedOn);
}

function judgedAgain(reader: Reader, programme: string, at: HistoryEntry, known: Moment): JudgedAgain {
  const decided = decidedFor(reader, programme, at, known);
  if (!decided) return { facts: [], refused: null };
  const { definition, command, state } = decided;
  const { effectiveOn } = command;
  const read = new Map<string, FactRead>();
  const streams = new Set(definition.reads(command, state).map((key) => streamNameOfPart(programme, key)));
  const noting: Facts = {
    get: (key, on = effectiveOn) => {
      if (!streams.has(streamNameOfPart(programme, key))) return undefined;
      const part = partAt(reader, programme, key, { ...known, asAt: on });
      // What only finds a fact by a name is no fact itself: it grows with whatever is recorded beside it.
      if (!lookUpKinds.has(key.slice(0, key.indexOf('/')))) read.set(`${key} ${on}`, { key, on, part });
      return part;
    },
  };
  const again = definition.decide(state, command, noting);
  return { facts: [...read.values()], refused: isRefusal(again) ? again.refused : null };
}

/** The command that an entry answered, with the stream that decides it and the state it is decided on. */
function decidedFor(
  reader: Reader,
  programme: string,
  { seq, entry }: HistoryEntry,
  known: Moment,
): { definition: AnyStream; command: Command; state: Parts<AnyPart> } | undefined {
  const definition = streamOfKind(parseStreamName(entry.stream)?.kind ?? '');
  const command = commandOf(readBack(entry), programme);
  if (!definition || !command) return undefined;
  const { effectiveOn } = command;
  const { replaces } = envelopeOf(entry);
  if (replaces !== undefined) {
    // A replacement is decided at its place, which may have much of its day after it.
    const log = reader.log.streamBefore(entry.stream, seq).map((stored) => loggedOf(definition, stored));
    const state = Timeline.of<AnyPart, DomainEvent>({ ...definition, permits: () => undefined }, log);
    return {
      definition,
      command,
      state: state.before({ effectiveOn, revision: entry.revision, replaces }),
    };
  }
  const before = reader.moments.before({ ...known, asAt: effectiveOn }, seq);
  return { definition, command, state: { get: (key) => partAt(reader, programme, key, before) } };
}

function partAt(reader: Reader, programme: string, key: string, moment: Moment): AnyPart | undefined {
  const slash = key.indexOf('/');
  return reader.parts.one(programme, key.slice(0, slash), key.slice(slash + 1), moment).part;
}

function differing(was: AnyPart | undefined, is: AnyPart | undefined): string[] {
  const [a, b] = [was ?? {}, is ?? {}] as Record<string, unknown>[];
  const names = new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})]);
  return [...names].filter((name) => !same(a?.[name], b?.[name])).sort();
}
