import type { CivilDate } from '#calendar';
import type { StoredEvent } from '#event-store';
import { parseStreamName, streamOfKind, type AnyPart, type DomainEvent } from '#programme';
import { loggedOf } from '#recording';
import type { Entry, Logged } from '#timeline';
import { believed } from './brute-force.js';

/** The question of design section 1.2, with what is known as a number of events of the log. */
export interface PlainQuestion {
  readonly asAt: CivilDate;
  readonly known: number;
}

/** The entries of each stream that are believed, in fold order, as far as the first events of a log say. */
export function recordedEntries(
  log: readonly StoredEvent[],
  known: number,
): ReadonlyMap<string, readonly Entry<DomainEvent>[]> {
  const byStream = new Map<string, Logged<DomainEvent>[]>();
  for (const stored of log.slice(0, known)) {
    const definition = streamOfKind(parseStreamName(stored.stream)?.kind ?? '');
    const logged = definition && loggedOf(definition, stored);
    if (!logged) continue;
    const stream = byStream.get(stored.stream) ?? [];
    stream.push(logged);
    byStream.set(stored.stream, stream);
  }
  return new Map([...byStream].map(([stream, logged]) => [stream, believed(logged)]));
}

/**
 * Every part of every stream of a log on a day, by key: folded from nothing, entry by entry, and with nothing of the
 * timeline or the read model.
 *
 * It uses the domain's own `evolve`, because what it stands for is the law of the fold: whatever keeps state may differ in
 * nothing from a left fold of `evolve` over the believed entries in the order of their days (design section 1.2). What
 * `evolve` itself makes of an entry it does not judge: that is held to entries and parts written out in the specs of each
 * stream, and in the laws to the plain units, savings and gates of this room, which are worked out from the events alone.
 */
export function foldPlainly(
  log: readonly StoredEvent[],
  { asAt, known }: PlainQuestion,
): ReadonlyMap<string, AnyPart> {
  return foldEntries(recordedEntries(log, known), asAt);
}

/** Whether a part is a thing of the programme, by its key: a code taken or a name used is what a rule keeps for itself. */
export function isThing(key: string): boolean {
  return !key.startsWith('code/') && !key.startsWith('authority/');
}

/** The same from the entries of each stream, for whoever asks of many days under one knowledge. */
export function foldEntries(
  recorded: ReadonlyMap<string, readonly Entry<DomainEvent>[]>,
  asAt: CivilDate,
): ReadonlyMap<string, AnyPart> {
  const all = new Map<string, AnyPart>();
  for (const [stream, entries] of recorded) {
    const definition = streamOfKind(parseStreamName(stream)?.kind ?? '');
    const parts = new Map<string, AnyPart>();
    for (const { effectiveOn, event } of entries) {
      if (effectiveOn > asAt) continue;
      for (const [key, part] of definition?.evolve(parts, event) ?? []) parts.set(key, part);
    }
    for (const [key, part] of parts) all.set(key, part);
  }
  return all;
}
