import { onDay, refuse, says, the } from '#acts';
import type { Changes, Refusal } from '#timeline';
import type { DueDay, OutcomeDue, ReviewOutcome } from './outcomes.js';
import { changed, proposed, type State } from './reviews.js';
import { outcomeOf, reviewIn, type ReviewPart } from './state.js';

/** What each is called within a sentence. */
const called: Readonly<Record<ReviewOutcome, string>> = {
  'scoping-brief': 'scoping brief',
  understanding: 'understanding of the service',
  options: 'spectrum of options',
  'preferred-option': 'preferred option',
  authorisation: 'authorisation to proceed to a full business case',
};

/** What names an outcome. */
interface Named {
  readonly review: string;
  readonly outcome: ReviewOutcome;
}

/** The day by which an outcome is due, as things stand; undefined where none was said. */
const dueIn = (state: State, { review: id, outcome }: Named): DueDay | undefined => {
  const review = reviewIn(state, id);
  return review && outcomeOf(review, outcome)?.dueLog.at(-1);
};

/** The review is proposed, and nobody said by when this outcome is due. */
export function* undue(state: State, named: Named): Iterable<Refusal> {
  yield* proposed(state, named.review);
  const due = dueIn(state, named);
  if (!due) return;
  yield refuse(
    'outcome-already-due',
    says`The ${called[named.outcome]} of review ${the.review(named.review)} is due by ${onDay(due)} already: move it with move-outcome`,
  );
}

/** The review is proposed, and somebody said by when this outcome is due. */
export function* due(state: State, named: Named): Iterable<Refusal> {
  yield* proposed(state, named.review);
  if (dueIn(state, named)) return;
  yield refuse(
    'outcome-not-due',
    says`No day is on the record by which the ${called[named.outcome]} of review ${the.review(named.review)} is due: say it first with plan-outcome, or date this later`,
  );
}

/** A review of which an outcome is due by a day, as of now; nothing where it is due by that day already. */
export function dueBy(state: State, { review, outcome }: Named, day: DueDay): Changes<ReviewPart> {
  return changed(state, review, (before) => {
    const { outcomes = [] } = before;
    const held = outcomeOf(before, outcome);
    if (!held) return { outcomes: [...outcomes, { outcome, dueLog: [day] }] };
    const { on, precision } = held.dueLog.at(-1) ?? {};
    if (on === day.on && precision === day.precision) return {};
    const moved: OutcomeDue = { outcome, dueLog: [...held.dueLog, day] };
    return { outcomes: outcomes.map((one) => (one === held ? moved : one)) };
  });
}
