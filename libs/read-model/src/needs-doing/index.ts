import type { CivilDate } from '#calendar';
import { count, day, listOf, mapOf, objectOf, oneOf, orNull, text, type RowOf } from '../columns.js';
import type { Moment } from '../moments.js';
import type { Reader } from '../reader.js';
import { decisionNeeds } from './decisions.js';
import { aboutOf, entryNeeds } from './entries.js';
import { leftInWords, urgencyOf } from './left.js';
import { officeNeeds } from './offices.js';
import { planNeeds } from './plans.js';
import { powerNeeds } from './powers.js';
import { reviewNeeds } from './reviews.js';
import { savingNeeds } from './savings.js';
import { needSorts, urgencies, type Looking, type Need, type NeedSort } from './sorts.js';
import { urgencyNeeds } from './urgencies.js';

export {
  needSorts,
  urgencies,
  type NeedSort,
  type NextStep,
  type SortOfNeed,
  type Urgency,
} from './sorts.js';

const sorts = Object.keys(needSorts) as NeedSort[];
const item = {
  ...{ sort: oneOf(...sorts), urgency: oneOf(...urgencies), what: text, kind: text, id: text, name: text },
  /** The rule of its sort in words, and where the rule comes from. */
  ...{ because: text, rule: text, source: text, since: orNull(day), by: orNull(day) },
  /** What is left until then, in words. */
  left: orNull(text),
};
const shown = { ...item, next: orNull(objectOf({ command: text, fields: mapOf(text) })) };
export const needsDoingColumns = { ...item, command: orNull(text), fields: orNull(listOf(text)) };
export const needsDoingShown = {
  ...{ counts: mapOf(count), 'needs-doing': listOf(objectOf(shown)) },
};
/** Something that needs doing, on the day that is asked about. */
export type NeedsDoing = RowOf<typeof shown>;

/** An entry from which something should have followed, and what is in its way. */
export interface WaitingFollowUp {
  readonly cause: string;
  readonly because: string;
}

/**
 * What needs doing at a moment: what the record lacks, which clocks run, what waits for an authority, which days have
 * passed. It says only what follows from the record and judges nothing. The most urgent first, and the earliest day first.
 *
 * @param waiting follow-ups that wait now, which no record knows of
 */
export function needsDoing(
  reader: Reader,
  programme: string,
  moment: Moment,
  waiting: readonly WaitingFollowUp[] = [],
): NeedsDoing[] {
  const looking: Looking = { reader, programme, moment };
  const needs = [
    ...decisionNeeds(looking),
    ...urgencyNeeds(looking),
    ...reviewNeeds(looking),
    ...planNeeds(looking),
    ...savingNeeds(looking),
    ...officeNeeds(looking),
    ...powerNeeds(looking),
    ...entryNeeds(looking),
    ...waiting.flatMap((one) => followUpNeed(looking, one)),
  ];
  return needs
    .map((need) => onTheDay(need, moment.asAt))
    .sort(
      (a, b) =>
        urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency) ||
        compare(a.by ?? '', b.by ?? '') ||
        sorts.indexOf(a.sort) - sorts.indexOf(b.sort) ||
        compare(a.since ?? '', b.since ?? '') ||
        compare(a.id, b.id) ||
        compare(a.because, b.because),
    );
}

function onTheDay(
  { sort, what, kind, id, name, because, since, by, left, next }: Need,
  asAt: CivilDate,
): NeedsDoing {
  const { rule, source } = needSorts[sort];
  return {
    sort,
    urgency: urgencyOf(by, asAt),
    ...{ what, kind, id, name, because, rule, source },
    since: since ?? null,
    by: by ?? null,
    left: left ?? (by === undefined ? null : leftInWords(by, asAt)),
    next: next ?? null,
  };
}

function followUpNeed(looking: Looking, { cause, because }: WaitingFollowUp): Need[] {
  const entry = looking.reader.log.entry(cause);
  if (!entry) return [];
  const what = 'Record by hand what could not follow by itself';
  return [{ sort: 'follow-up-waiting', what, ...aboutOf(looking, entry), because }];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
