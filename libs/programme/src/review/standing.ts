import { factOf, onDay, type PlannedDate, present, type Recorded, refuse, says, the } from '#acts';
import type { Refusal } from '#timeline';
import type { ReviewPart, StandingEntered } from './state.js';

/** The refusal of what a withdrawn review does not take. */
export function withdrawnBefore({ id, standingSince }: ReviewPart): Refusal {
  return refuse(
    'review-withdrawn',
    says`Review ${the.review(id)} was withdrawn${since(standingSince)}: reopen it first with reopen-review, or date this earlier`,
  );
}

/** The refusal of what a deferred review does not take. */
export function deferredBefore({ id, standingSince }: ReviewPart): Refusal {
  return refuse(
    'review-deferred',
    says`Review ${the.review(id)} was deferred${since(standingSince)}: resume it first with resume-review, or date this earlier`,
  );
}

const since = (fact: Parameters<typeof onDay>[0] | undefined) => (fact ? ` on ${onDay(fact)}` : '');

const standingAfter = {
  deferred: 'deferred',
  resumed: 'active',
  withdrawn: 'withdrawn',
  reopened: 'active',
} as const satisfies Record<StandingEntered['how'], ReviewPart['standing']>;

/** The standing that an entry brings, without what was said of the former one; that stays in the log. */
export function comingTo(
  how: StandingEntered['how'],
  { standingLog }: ReviewPart,
  entry: Recorded & { readonly reason?: string },
  deferredUntil?: PlannedDate,
): Partial<ReviewPart> {
  const { reason } = entry;
  const fact = factOf(entry);
  const standing = standingAfter[how];
  const entered = { standing, how, ...fact, ...present({ reason, until: deferredUntil }) };
  return {
    standing,
    standingSince: fact,
    standingReason: reason,
    deferredUntil,
    standingLog: [...standingLog, entered],
  };
}
