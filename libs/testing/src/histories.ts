import fc from 'fast-check';
import { addDays, civilDate, epochMs, instant, instantOf, type CivilDate, type Instant } from '#calendar';
import type { Change, Entry, Logged } from '#timeline';
import {
  believed,
  judgePlainly,
  recordedBy,
  type Append,
  type History,
  type Question,
} from './brute-force.js';
import {
  limitKey,
  nameKey,
  smallStructure,
  unitKey,
  type SmallEvent,
  type SmallPart,
} from './small-structure.js';

/** The days that entries of the histories hold from: months before the first is recorded to years after the last. */
export const historyDays: readonly CivilDate[] = [
  '2013-04-01',
  '2013-10-01',
  '2013-12-31',
  '2014-01-01',
  '2014-01-02',
  '2014-02-28',
  '2014-03-21',
  '2014-03-31',
  '2014-04-01',
  '2014-07-17',
  '2015-04-01',
  '2017-04-01',
].map(civilDate);

const firstRecording = instant('2013-12-20T09:00:00Z');
const minute = 60_000;
const waits = [0, 1, minute, 1_440 * minute, 11 * 1_440 * minute];
const units = ['adult-care', 'libraries', 'legal-services', 'highways'];
const names = ['Adult Care', 'Libraries', 'Legal Services', 'Highways', 'Culture'];

/** The key of every part that a history can hold. */
export const historyKeys: readonly string[] = [...units.map(unitKey), ...names.map(nameKey), limitKey];

const types = [
  'UnitRegistered',
  'UnitRegistered',
  'UnitRenamed',
  'PostsCounted',
  'PostsCounted',
  'PostsMatched',
  'PostsMoved',
  'PostsMoved',
  'UnitMerged',
  'PostsLimited',
] as const;

const aDraft = fc.record({
  type: fc.constantFrom(...types),
  unit: fc.constantFrom(...units),
  other: fc.constantFrom(...units),
  name: fc.constantFrom(...names),
  posts: fc.nat(4),
  day: fc.constantFrom(...historyDays),
  /** Whether a premise is guessed, where it would otherwise be read from the state of its day. */
  careless: fc.boolean(),
  excused: fc.constantFrom(true, false, false, false),
  /** Which entry it replaces, if the append strikes any or any was struck before; and whether on the same day. */
  replaces: fc.option(fc.nat(), { freq: 3 }),
  sameDay: fc.constantFrom(true, true, true, false),
});
type Draft = typeof aDraft extends fc.Arbitrary<infer D> ? D : never;

/** What somebody sets out to append, before it is known what is on the record. */
const anAppend = fc.record({
  waits: fc.constantFrom(...waits),
  strikes: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.array(fc.nat(), { maxLength: 3 })),
  drafts: fc.array(aDraft, { maxLength: 3, size: 'max' }),
});
type Intended = typeof anAppend extends fc.Arbitrary<infer I> ? I : never;

const intentions = fc.array(anAppend, { minLength: 1, maxLength: 24, size: 'max' });

/**
 * Histories as a record may be found: late entries, future ones, ties on a day, strikes, replacements in chains and
 * side by side, on the same day and on others; entries with an exception, and entries that were never permitted.
 */
export const anyHistory: fc.Arbitrary<History> = intentions.map((appends) => historyOf(appends, () => true));

/** The same, of changes that were each permitted when they were judged. */
export const permittedHistory: fc.Arbitrary<History> = intentions.map((appends) =>
  historyOf(appends, (log, change) => judgePlainly(log, change) === undefined),
);

/** A change that somebody could ask for after a history, permitted or not. */
export function aChangeAfter(history: History): fc.Arbitrary<Change<SmallEvent>> {
  return anAppend.map((append) => changeOf(append, recordedBy(history, lastRecording(history))));
}

/** A question about a history: any of its days or one beside it, just before, at or after any of its instants. */
export function aQuestionAbout(history: History): fc.Arbitrary<Question> {
  const instants = history.map(({ recordedAt }) => epochMs(recordedAt));
  return fc
    .tuple(
      fc.constantFrom(...historyDays),
      fc.constantFrom(-1, 0, 0, 1),
      fc.constantFrom(...instants, epochMs(firstRecording)),
      fc.constantFrom(-1, 0, 1),
    )
    .map(([day, beside, at, nudge]) => ({ asAt: addDays(day, beside), knownAt: instantOf(at + nudge) }));
}

/** When the last append of a history was recorded. */
export function lastRecording(history: History): Instant {
  return history.at(-1)?.recordedAt ?? firstRecording;
}

function historyOf(
  appends: readonly Intended[],
  accepts: (log: readonly Logged<SmallEvent>[], change: Change<SmallEvent>) => boolean,
): History {
  const history: Append[] = [];
  const log: Logged<SmallEvent>[] = [];
  let now = epochMs(firstRecording);
  for (const append of appends) {
    now += append.waits;
    const change = changeOf(append, log);
    if (!accepts(log, change)) continue;
    const { add, strike = [] } = change;
    const logged = strike.length > 0 ? [{ revision: log.length, strikes: strike }, ...add] : [...add];
    if (logged.length === 0) continue;
    log.push(...logged);
    history.push({ recordedAt: instantOf(now), logged });
  }
  return history;
}

function changeOf({ strikes, drafts }: Intended, log: readonly Logged<SmallEvent>[]): Change<SmallEvent> {
  const standing = believed(log);
  const recorded = log.filter((logged): logged is Entry<SmallEvent> => !('strikes' in logged));
  const strike = [...new Set(pick(standing, strikes).map(({ id }) => id))];
  const struckBefore = recorded.filter((entry) => !standing.includes(entry));
  const struckNow = standing.filter(({ id }) => strike.includes(id));
  const replaceable = struckNow.length > 0 ? struckNow : struckBefore;
  const add: Entry<SmallEvent>[] = [];
  const strikeEntry = { revision: log.length, strikes: strike };
  for (const draft of drafts) {
    const [replaced] = draft.replaces === null ? [] : pick(replaceable, [draft.replaces]);
    const effectiveOn = replaced && draft.sameDay ? replaced.effectiveOn : draft.day;
    const revision = log.length + (strike.length > 0 ? 1 : 0) + add.length;
    add.push({
      id: `entry-${revision}`,
      revision,
      effectiveOn,
      ...(replaced && { replaces: replaced.id }),
      event: eventOf(draft, effectiveOn, [...log, strikeEntry, ...add]),
    });
  }
  return strike.length > 0 ? { add, strike } : { add };
}

function pick<T>(from: readonly T[], indexes: readonly number[]): readonly T[] {
  return from.length === 0 ? [] : indexes.map((index) => from[index % from.length] as T);
}

function eventOf(draft: Draft, effectiveOn: CivilDate, log: readonly Logged<SmallEvent>[]): SmallEvent {
  const state = new Map<string, SmallPart>();
  for (const { effectiveOn: day, event } of believed(log)) {
    if (day > effectiveOn) continue;
    for (const [key, part] of smallStructure.evolve(state, event)) state.set(key, part);
  }
  const { type, unit, other, name, posts } = draft;
  const held = state.get(unitKey(unit)) as { name: string } | undefined;
  const from = draft.careless ? (names[posts] as string) : (held?.name ?? name);
  const recorded = { effectiveOn, provenance: 'minuted' } as const;
  const event = ((): SmallEvent => {
    switch (type) {
      case 'UnitRegistered':
        return { type, ...recorded, unit, name, posts };
      case 'UnitRenamed':
        return { type, ...recorded, unit, from, to: name };
      case 'PostsCounted':
        return { type, ...recorded, unit, posts };
      case 'PostsMatched':
        return { type, ...recorded, unit, like: other };
      case 'PostsMoved':
        return { type, ...recorded, from: unit, to: other, posts };
      case 'UnitMerged':
        return { type, ...recorded, unit, into: other };
      case 'PostsLimited':
        return { type, ...recorded, most: posts + 1 };
    }
  })();
  const refusal = draft.excused ? smallStructure.permits(state, event) : undefined;
  if (!refusal) return event;
  return { ...event, exception: { rule: refusal.refused, reason: 'not in the source' } };
}
