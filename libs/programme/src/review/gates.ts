import type { Gate } from '../decision/gate.js';
import type { ReviewCommand } from './commands.js';
import type { ReviewStage } from './events.js';
import type { ReviewPart } from './state.js';

/** The commands that need an authorisation, the stage at which it was given and what it authorises. */
const gates = {
  'submit-full-business-case': {
    stage: 'authorised-to-proceed',
    authorisedBy: 'authorise-to-proceed',
    what: 'The full business case',
  },
  'start-implementation': {
    stage: 'full-case-authorised',
    authorisedBy: 'authorise-full-business-case',
    what: 'Implementation',
  },
} as const satisfies {
  readonly [Name in ReviewCommand['type']]?: {
    readonly stage: ReviewStage;
    readonly authorisedBy: ReviewCommand['type'];
    readonly what: string;
  };
};

/**
 * The gate before a command, where there is one and the review has come to the stage of its authorisation: before that the
 * order of the stages says what is missing.
 */
export function gateOf(command: ReviewCommand, review: ReviewPart | undefined): Gate | undefined {
  const { type, effectiveOn: on } = command;
  if (type !== 'submit-full-business-case' && type !== 'start-implementation') return undefined;
  const { stage, authorisedBy, what } = gates[type];
  const reached = review?.stages.find((one) => one.stage === stage);
  if (!review || !reached) return undefined;
  // To go on with a way of providing a service, and to pay for it, is a function of the executive.
  const act = 'executive-functions';
  return { what: `${what} of review ${review.id}`, authorisedBy, act, decision: reached.decision, on };
}

/**
 * The decision that opens the gate which a review passes next, where its authorisation names one: read where the review
 * stands and never kept in the entry, since an authorisation may be put right later. Design section 1.5.
 */
export function authorisationAt(command: keyof typeof gates, { stages }: ReviewPart): string | undefined {
  return stages.find(({ stage }) => stage === gates[command].stage)?.decision;
}
