import type { Fact, PlannedDate } from '#acts';

/** What a review owes, in the order in which it comes: the brief, and the four things it was to have identified. */
export const reviewOutcomes = [
  'scoping-brief',
  'understanding',
  'options',
  'preferred-option',
  'authorisation',
] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];

/** The last day on which something is in time, why it was moved there, and who said so when. */
export type DueDay = PlannedDate & { readonly reason?: string; readonly made: Fact };

/** An outcome with the days it was due by, the present one last. Never written over. */
export interface OutcomeDue {
  readonly outcome: ReviewOutcome;
  readonly dueLog: readonly [DueDay, ...DueDay[]];
}
