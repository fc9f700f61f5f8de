import { type Fact, factOf, onDay, present, type Recorded, refuse, says, the } from '#acts';
import type { Changes, Refusal } from '#timeline';
import { changed, proposed, type State } from './reviews.js';
import { comesBefore, comesNext, type ReviewStage } from './stages.js';
import { deferredBefore, withdrawnBefore } from './standing.js';
import { reviewIn, type ReviewPart, type StageEntered, type StageReached } from './state.js';

/** What moves a review to another stage. */
export interface Move {
  readonly to: ReviewStage;
  /** The stages it may be reached from. */
  readonly from: readonly ReviewStage[];
}

/** The review is proposed, and is not at a stage yet: to reach it twice would only move its date. */
export function* notYetAt(state: State, id: string, to: ReviewStage): Iterable<Refusal> {
  yield* proposed(state, id);
  const { stage, stageSince } = reviewIn(state, id) ?? {};
  if (stage === to && stageSince) {
    yield refuse(
      'stage-out-of-order',
      says`Review ${the.review(id)} is at the stage ${stage} already, since ${onDay(stageSince)}: ${comesNext[stage]} comes next, or strike that entry to correct it`,
    );
  }
}

/** The review is going on, at a stage from which it may be moved so. */
export function* inOrder(state: State, id: string, { to, from }: Move): Iterable<Refusal> {
  const review = reviewIn(state, id);
  if (!review) return;
  const { stage, stageSince, standing } = review;
  if (standing === 'withdrawn') yield withdrawnBefore(review);
  if (standing === 'deferred') yield deferredBefore(review);
  if (!from.includes(stage)) {
    yield refuse(
      'stage-out-of-order',
      says`Review ${the.review(id)} is at the stage ${stage} by then, since ${onDay(stageSince)}, and cannot go on to ${to} from there: ${comesNext[stage]} comes next`,
    );
  }
}

/** What is said of a stage beside when it was reached. */
export type SaidOfStage = {
  readonly [Name in Exclude<keyof StageReached, 'stage' | keyof Fact>]?: StageReached[Name] | undefined;
};

/** A review at the stage to which an entry moves it, with what was said of that. */
export function moved(
  state: State,
  entry: Recorded & { readonly review: string },
  to: ReviewStage,
  said: SaidOfStage = {},
): Changes<ReviewPart> {
  return changed(state, entry.review, (review) => reaching(review, entry, to, said));
}

/** The review at a stage, with what lies beyond it dropped: the later stages, and the choice. The log keeps them. */
export function reaching(
  review: ReviewPart,
  entry: Recorded,
  stage: ReviewStage,
  { summary, portfolio, authorisation }: SaidOfStage = {},
  entering: Partial<Pick<StageEntered, 'how' | 'option' | 'reason' | 'to'>> = {},
): Partial<ReviewPart> {
  const fact = factOf(entry);
  const passed = review.stages.filter((reached) => comesBefore(reached.stage, stage));
  const held = { ...fact, ...present({ summary, portfolio, authorisation }) };
  const { how = 'reached', option, reason, to } = entering;
  return {
    stage,
    stageSince: fact,
    stages: [...passed, { stage, ...held }],
    stageLog: [...review.stageLog, { stage, how, ...held, ...present({ option, reason, to }) }],
    chosen: comesBefore(stage, 'option-chosen') ? undefined : review.chosen,
  };
}
