import { onDay, type PlannedDate, type Recorded, refuse } from '#acts';
import { describeDate, type CivilDate } from '#calendar';
import { same, type Refusal } from '#timeline';
import { covers, type Term } from './state.js';

/** A term does not end before the day it begins. */
export function* endsAfterItBegins({
  effectiveOn,
  until,
}: Recorded & { readonly until?: PlannedDate }): Iterable<Refusal> {
  if (until === undefined || until.on >= effectiveOn) return;
  yield refuse(
    'ends-before-it-begins',
    `The term begins on ${describeDate(effectiveOn, 'day')} and would end on ${onDay(until)}: correct one of the dates`,
  );
}

/** The first day of a term, in words. */
export const since = ({ from, precision }: Term): string => onDay({ on: from, precision });

/** The term that covers a day, among those of which something is so. */
export function termOn<T extends Term>(
  terms: readonly T[],
  day: CivilDate,
  isIt: (one: T) => boolean = () => true,
): T | undefined {
  return terms.find((one) => isIt(one) && covers(one, day));
}

/** Terms with one more, unless it is the very one of them. */
export function withTerm<T extends Term>(terms: readonly T[], term: T): readonly T[] {
  return terms.some((one) => same(one, term)) ? terms : [...terms, term];
}

/** Terms of which those that are so and cover the day of an entry have it as their last. */
export function endedOn<T extends Term>(
  terms: readonly T[],
  { effectiveOn: on, precision = 'day' }: Recorded,
  isIt: (one: T) => boolean,
  ended: (one: T & { readonly until: PlannedDate }) => T,
): readonly T[] {
  const until = { on, precision };
  return terms.map((one) => (isIt(one) && covers(one, on) ? ended({ ...one, until }) : one));
}
