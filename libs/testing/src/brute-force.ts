import type { CivilDate, Instant } from '#calendar';
import type { Change, Entry, Logged, Refusal } from '#timeline';
import { smallStructure, type SmallEvent, type SmallPart } from './small-structure.js';

/** One append to the small structure's log: all of it under one instant. */
export interface Append {
  readonly recordedAt: Instant;
  readonly logged: readonly Logged<SmallEvent>[];
}

/** Appends in log order. `recordedAt` never decreases; two appends may share it. */
export type History = readonly Append[];

/** The question of design section 1.2: what holds on a day, as far as had been recorded at an instant. */
export interface Question {
  readonly asAt: CivilDate;
  readonly knownAt: Instant;
}

/**
 * The answer, by the words of design section 1.2 and nothing else, as slowly as they read: the parts there are, by key.
 * It shares no code with the timeline, so that each can be held against the other.
 */
export function bruteForce(history: History, { asAt, knownAt }: Question): ReadonlyMap<string, SmallPart> {
  const parts = new Map<string, SmallPart>();
  for (const entry of believed(recordedBy(history, knownAt))) {
    if (entry.effectiveOn > asAt) continue;
    for (const [key, part] of smallStructure.evolve(parts, entry.event)) parts.set(key, part);
  }
  return parts;
}

/** The log as far as it had been recorded at an instant. */
export function recordedBy(history: History, knownAt: Instant): readonly Logged<SmallEvent>[] {
  return history.filter(({ recordedAt }) => recordedAt <= knownAt).flatMap(({ logged }) => logged);
}

/** The entries of a log that nothing in it strikes, in fold order. */
export function believed<Event>(log: readonly Logged<Event>[]): readonly Entry<Event>[] {
  const placed: Entry<Event>[] = [];
  const struck = new Set<string>();
  for (const logged of log) {
    if ('strikes' in logged) for (const id of logged.strikes) struck.add(id);
    else placed.splice(placeAmong(placed, logged), 0, logged);
  }
  return placed
    .sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : 0))
    .filter(({ id }) => !struck.has(id));
}

/** Last, or where it replaces an entry of the same day, behind that one and whatever stands in its place already. */
function placeAmong<Event>(placed: readonly Entry<Event>[], entry: Entry<Event>): number {
  const replaced = replacedOnTheDay(placed, entry);
  if (!replaced) return placed.length;
  return placed.findLastIndex((other) => standsFor(placed, other, replaced)) + 1;
}

function standsFor<Event>(
  placed: readonly Entry<Event>[],
  entry: Entry<Event>,
  replaced: Entry<Event>,
): boolean {
  if (entry === replaced) return true;
  const former = replacedOnTheDay(placed, entry);
  return former !== undefined && standsFor(placed, former, replaced);
}

function replacedOnTheDay<Event>(placed: readonly Entry<Event>[], { replaces, effectiveOn }: Entry<Event>) {
  return placed.find((other) => other.id === replaces && other.effectiveOn === effectiveOn);
}

/** Why each believed entry of a log that is not permitted where it stands is not, by its id. */
export function refusals(log: readonly Logged<SmallEvent>[]): ReadonlyMap<string, Refusal> {
  const parts = new Map<string, SmallPart>();
  const refused = new Map<string, Refusal>();
  for (const { id, event } of believed(log)) {
    const refusal = smallStructure.permits(parts, event);
    if (refusal) refused.set(id, refusal);
    for (const [key, part] of smallStructure.evolve(parts, event)) parts.set(key, part);
  }
  return refused;
}

/** What stands in the way of a change: the first entry, in fold order, that it leaves newly without permission. */
export interface InTheWay {
  readonly entry: Entry<SmallEvent>;
  readonly refusal: Refusal;
  readonly own: boolean;
}

/** Judges a change by the words of design section 1.3: the whole sequence it ends in, from nothing, entry by entry. */
export function judgePlainly(
  log: readonly Logged<SmallEvent>[],
  change: Change<SmallEvent>,
): InTheWay | undefined {
  const after = [...log, { revision: log.length, strikes: change.strike ?? [] }, ...change.add];
  const refusedBefore = refusals(log);
  const refusedAfter = refusals(after);
  for (const entry of believed(after)) {
    const refusal = refusedAfter.get(entry.id);
    if (refusal && !refusedBefore.has(entry.id)) return { entry, refusal, own: change.add.includes(entry) };
  }
  return undefined;
}
