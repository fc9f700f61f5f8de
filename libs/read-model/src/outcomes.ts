import { daysBetween, type CivilDate } from '#calendar';
import {
  lastDayOf,
  outcomeOf,
  reviewOutcomes,
  type DueDay,
  type Fact,
  type ReviewOutcome,
  type ReviewPart,
} from '#programme';
import {
  count,
  day,
  id,
  illustrative,
  isIllustrative,
  oneOf,
  orNull,
  precision,
  provenance,
  text,
  type RowOf,
} from './columns.js';
import { lines } from './list.js';

/** How a review stands to what it owes: there, owed by a day to come, overdue, owed by no day, or no longer owed. */
export const outcomeStates = ['there', 'owed', 'overdue', 'no-day', 'withdrawn'] as const;

const columns = {
  ...{ review: id, name: text, phase: orNull(id), outcome: oneOf(...reviewOutcomes) },
  ...{ state: oneOf(...outcomeStates), due: orNull(day), duePrecision: orNull(precision), moved: count },
  ...{ thereOn: orNull(day), therePrecision: orNull(precision), decision: orNull(id) },
  ...{ inTime: orNull(oneOf('yes', 'no', 'not-known')), daysOverdue: count },
  ...{ provenance: orNull(provenance), illustrative },
};

/** A line of what a review owes. */
export type OutcomeRow = RowOf<typeof columns>;

/**
 * What every review owes: the scoping brief, and the four things it is to find. Whether each is there, since when and
 * under which decision, by when it is due, and whether it was in time. Late is from the day after the due day, by the
 * due day that was known: design section 1.5.
 */
export const outcomes = lines({
  name: 'outcomes',
  says: 'What every review owes: which of it is there, under which decision, what is due and what is overdue',
  streams: ['review'],
  columns,
  rows: (reader, programme, moment) =>
    reader.parts.list(programme, 'review', moment).flatMap((review) => owedBy(review, moment.asAt)),
});

/** What one review owes on a day, in the order in which it comes. */
export const owedBy = (review: ReviewPart, asAt: CivilDate): readonly OutcomeRow[] =>
  reviewOutcomes.map((outcome) => outcomeRow(review, outcome, asAt));

function outcomeRow(review: ReviewPart, outcome: ReviewOutcome, asAt: CivilDate): OutcomeRow {
  const { dueLog = [] } = outcomeOf(review, outcome) ?? {};
  const due = dueLog.at(-1);
  const there = sinceWhen[outcome](review);
  const state = there ? 'there' : stateOfMissing(review, due, asAt);
  return {
    review: review.id,
    name: review.name,
    phase: review.phase ?? null,
    outcome,
    state,
    due: due?.on ?? null,
    duePrecision: due?.precision ?? null,
    moved: Math.max(dueLog.length - 1, 0),
    thereOn: there?.on ?? null,
    therePrecision: there?.precision ?? null,
    decision: there?.decision ?? null,
    inTime: there && due ? wasInTime(there, due) : null,
    daysOverdue: state === 'overdue' && due ? daysBetween(due.on, asAt) : 0,
    provenance: there?.provenance ?? null,
    illustrative: [there, due?.made].some((one) => isIllustrative(one?.provenance)),
  };
}

function stateOfMissing(
  { standing }: ReviewPart,
  due: DueDay | undefined,
  asAt: CivilDate,
): (typeof outcomeStates)[number] {
  if (standing === 'withdrawn') return 'withdrawn';
  if (!due) return 'no-day';
  return due.on < asAt ? 'overdue' : 'owed';
}

/** Since when a review has what it owes, as things stand: what it went back from is not there. */
const sinceWhen: Readonly<Record<ReviewOutcome, (review: ReviewPart) => Fact | undefined>> = {
  'scoping-brief': ({ stages }) => stages.find(({ stage }) => stage === 'brief-agreed'),
  understanding: ({ understanding }) => understanding?.recorded,
  options: spectrumSince,
  'preferred-option': ({ chosen }) => chosen?.chosen,
  authorisation: ({ stages }) => stages.find(({ stage }) => stage === 'authorised-to-proceed'),
};

/** Options are a spectrum once the service as it is stands among them, and another with whoever might provide it. */
function spectrumSince({ options }: ReviewPart): Fact | undefined {
  const asIs = options.find((option) => option.asIs)?.identified;
  const others = options.filter((option) => !option.asIs && option.provider !== undefined);
  const [first, ...more] = others.map(({ identified }) => identified);
  if (!asIs || !first) return undefined;
  const other = more.reduce((least, one) => (one.on < least.on ? one : least), first);
  return asIs.on < other.on ? other : asIs;
}

/** A month or a year in which it came may end after the due day: then nobody can say. */
function wasInTime(there: Fact, due: DueDay): 'yes' | 'no' | 'not-known' {
  if (there.on > due.on) return 'no';
  return lastDayOf(there) > due.on ? 'not-known' : 'yes';
}
