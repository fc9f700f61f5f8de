import { dayNumber } from '#calendar';
import type { Moment } from './moments.js';

/**
 * What is looked for: entries known at `seq`, of days up to `asAt`. Nothing recorded by then holds from a day after
 * `day` but what was recorded ahead of it.
 */
export const boundsOf = ({ asAt, seq, recordedBy }: Moment) => ({
  seq,
  asAt: dayNumber(asAt),
  day: Math.min(dayNumber(asAt), recordedBy),
});

/** The last version of a thing, in SQL: of days after `from` and up to `to`, known at `@seq`. */
export const lastVersion = (thing: string, from: string, to: string, ahead = '', what = 'part') =>
  `SELECT ${what} FROM version WHERE key >= ((${thing} << 20) | ${from}) << 19 AND key < (((${thing} << 20) | ${to}) + 1) << 19
     AND known_from <= @seq AND known_to > @seq ${ahead} ORDER BY key DESC LIMIT 1`;
/** The version of a day already recorded of. */
export const upTo = (thing: string) => lastVersion(thing, '0', '@day');
/** The version of a day recorded ahead of. */
export const aheadOf = (thing: string) => lastVersion(thing, '(@day + 1)', '@asAt', 'AND ahead = 1');
/** Of every thing of a kind. */
export const listOf = (part: string) =>
  `SELECT ${part} FROM thing WHERE programme = @programme AND kind = @kind AND first_seq <= @seq ORDER BY id`;

/** What the SQL of versions is asked with. */
export type Bounds = ReturnType<typeof boundsOf>;
