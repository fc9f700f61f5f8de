import type { CivilDate } from '#calendar';

/** One recorded entry of a stream, as the fold sees it. */
export interface Entry<Event> {
  readonly id: string;
  /** Its number in the stream's log: within one stream the order of revisions is the order of positions. */
  readonly revision: number;
  readonly effectiveOn: CivilDate;
  /** The id of the struck entry this one replaces, if it replaces one. */
  readonly replaces?: string;
  readonly event: Event;
}

/** A strike in a stream's log: from its revision on, the entries it names are no longer believed. */
export interface Strike {
  readonly revision: number;
  readonly strikes: readonly string[];
}

/** What a stream's log holds, in log order. */
export type Logged<Event> = Entry<Event> | Strike;

export function isStrike(logged: Logged<unknown>): logged is Strike {
  return 'strikes' in logged;
}

/**
 * Where an entry stands within its day. An entry's place is its revision; a replacement with the same date stands
 * where the entry it replaces stood, through any chain, and after an earlier replacement of the same entry.
 * Design section 1.2.
 */
export type Place = readonly number[];

/** The place of an entry, given the entry it replaces with that one's place. */
export function placeOf(
  entry: Pick<Entry<unknown>, 'effectiveOn' | 'revision'>,
  replaced?: { effectiveOn: CivilDate; place: Place },
): Place {
  return replaced && replaced.effectiveOn === entry.effectiveOn
    ? [...replaced.place, entry.revision]
    : [entry.revision];
}

/** An entry that has been given its place. */
export interface Placed {
  readonly effectiveOn: CivilDate;
  readonly place: Place;
}

/** Fold order: the date, then the place within the day. Negative where `a` comes first. */
export function compareInFoldOrder(a: Placed, b: Placed): number {
  if (a.effectiveOn !== b.effectiveOn) return a.effectiveOn < b.effectiveOn ? -1 : 1;
  const shared = Math.min(a.place.length, b.place.length);
  for (let i = 0; i < shared; i++) {
    const difference = (a.place[i] as number) - (b.place[i] as number);
    if (difference !== 0) return difference;
  }
  return a.place.length - b.place.length;
}
