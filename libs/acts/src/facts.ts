import type { CivilDate } from '#calendar';

/** State of other streams, with all that is known now. Read, never locked. */
export interface Facts {
  /**
   * The part under a key, such as `portfolio/adults`, or undefined where nothing is recorded by that date. Any part of a
   * stream may be asked for once one of its keys is among those that the command `reads`.
   *
   * @param on as at the end of which day; the command's `effectiveOn` when left out
   */
  get(key: string, on?: CivilDate): unknown;
}

/** No facts from elsewhere: for streams that need none, and for tests. */
export const noFacts: Facts = { get: () => undefined };
