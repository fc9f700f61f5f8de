import { type Facts, type Recorded, says, the } from '#acts';
import { gateBreaches, gateReads } from '#governance';
import type { Changes, Refusal } from '#timeline';
import { moved, type SaidOfStage } from './moves.js';
import type { State } from './reviews.js';
import type { ReviewStage } from './stages.js';
import { reviewIn, type ReviewPart, type StageReached } from './state.js';

/** A gate that a review passes: an authorisation is needed first. */
export interface GateOfReview {
  /** What begins, as a sentence begins. */
  readonly what: string;
  /** The command that records the authorisation. */
  readonly authorisedBy: string;
  /** The stage at which it was given. */
  readonly stage: ReviewStage;
}

/** The stage of the authorisation, where the review has come to it: before that the order of the stages says what is missing. */
const authorisationAt = ({ stage }: GateOfReview, review: ReviewPart | undefined): StageReached | undefined =>
  review?.stages.find((one) => one.stage === stage);

/** The keys of what a gate reads elsewhere, where the review has come to it. */
export function readsAtGate(gate: GateOfReview, state: State | undefined, id: string): readonly string[] {
  const authorised = state && authorisationAt(gate, reviewIn(state, id));
  return authorised ? gateReads(authorised.decision) : [];
}

/** The gate is open on the day of the entry, where the review has come to it. */
export function* gateOpen(
  gate: GateOfReview,
  state: State,
  { review: id, effectiveOn: on }: Recorded & { readonly review: string },
  facts: Facts,
): Iterable<Refusal> {
  const authorised = authorisationAt(gate, reviewIn(state, id));
  if (!authorised) return;
  const { what, authorisedBy } = gate;
  // To go on with a way of providing a service, and to pay for it, is a function of the executive.
  const act = 'executive-functions';
  const { decision } = authorised;
  yield* gateBreaches(
    { what: says`${what} of review ${the.review(id)}`, authorisedBy, act, decision, on },
    facts,
  );
}

/**
 * A review that has passed a gate, with the decision that opened it: read where the review stands and never kept in the
 * entry, since an authorisation may be put right later. Design section 1.5.
 */
export function throughGate(
  gate: GateOfReview,
  state: State,
  entry: Recorded & { readonly review: string },
  to: ReviewStage,
  said: SaidOfStage = {},
): Changes<ReviewPart> {
  const authorisation = authorisationAt(gate, reviewIn(state, entry.review))?.decision;
  return moved(state, entry, to, { ...said, authorisation });
}
