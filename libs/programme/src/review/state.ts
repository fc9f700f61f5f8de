import { type Fact, type PlannedDate, present } from '#acts';
import type { Parts } from '#timeline';
import type { AppraisalFigures, OptionOutline } from './option-fields.js';
import type { OutcomeDue, ReviewOutcome } from './outcomes.js';
import type { TeamMember } from './review-fields.js';
import type { ReviewStage } from './stages.js';

/** What an appraisal found of an option, and when. Money in whole pence. */
export type Appraisal = AppraisalFigures & { readonly appraised: Fact };

/** An option with what has been said of it. */
export interface ReviewOption extends OptionOutline {
  readonly id: string;
  /** True for the service as it is. */
  readonly asIs: boolean;
  readonly identified: Fact;
  readonly appraisal?: Appraisal;
  /** What was found of it before it was appraised anew, in order; absent while it never was. */
  readonly formerAppraisals?: readonly Appraisal[];
  /** Absent while it is the option chosen, unless it was rejected since. */
  readonly rejection?: { readonly reason: string; readonly rejected: Fact };
  /** Why it was rejected before another reason was given or it was chosen, in order; absent while it never was. */
  readonly formerRejections?: readonly { readonly reason: string; readonly rejected: Fact }[];
  readonly endorsements: readonly { readonly by: string; readonly endorsed: Fact }[];
}

/** A stage of the way to the present one: when it was last reached, and what was said of it then. */
export type StageReached = { readonly stage: ReviewStage } & Fact & {
    readonly summary?: string;
    /** Of a full business case: the portfolio of its implementation project. */
    readonly portfolio?: string;
    /** The decision that opened its gate, as the authorisation before it says by now; absent where that names none. */
    readonly authorisation?: string;
  };

/** A stage that was entered: by going on, by being referred back, or by being reopened. Never written over. */
export type StageEntered = StageReached & {
  readonly how: 'reached' | 'referred-back' | 'reopened';
  /** Of a choice: the option that was chosen. */
  readonly option?: string;
  /** Why it was referred back, or reopened. */
  readonly reason?: string;
  readonly to?: string;
};

/** A standing that a review came to: put on hold, taken up again, withdrawn or reopened. Never written over. */
export type StandingEntered = { readonly standing: ReviewPart['standing'] } & Fact & {
    readonly how: 'deferred' | 'resumed' | 'withdrawn' | 'reopened';
    readonly reason?: string;
    readonly until?: PlannedDate;
  };

/** A review of services: the stage it has reached, whether it is going on, and the spectrum of options. */
export interface ReviewPart {
  readonly kind: 'review';
  readonly id: string;
  readonly name: string;
  readonly service?: string;
  readonly phase?: string;
  readonly tranche?: string;
  readonly proposed: Fact;
  readonly source?: string;
  readonly stage: ReviewStage;
  readonly stageSince: Fact;
  readonly standing: 'active' | 'deferred' | 'withdrawn';
  /** When and why the standing last changed; absent while it never did. */
  readonly standingSince?: Fact;
  readonly standingReason?: string;
  readonly deferredUntil?: PlannedDate;
  /** The stages on the way to the present one, itself the last; those left by going back are dropped. */
  readonly stages: readonly StageReached[];
  /** Every stage that was entered, in order, those gone back from included. Each lasts until the next is entered. */
  readonly stageLog: readonly StageEntered[];
  /** Every change of standing, in order. */
  readonly standingLog: readonly StandingEntered[];
  /** The last referral back, and why. */
  readonly referredBack?: Fact & { readonly reason: string; readonly to?: string };
  readonly team?: readonly TeamMember[];
  readonly understanding?: { readonly summary: string; readonly recorded: Fact };
  readonly engagement: readonly {
    readonly activity: string;
    readonly summary?: string;
    readonly reference?: string;
    readonly recorded: Fact;
  }[];
  /** In the order in which they were identified. */
  readonly options: readonly ReviewOption[];
  /** Absent again once the review goes back to before the choice. */
  readonly chosen?: { readonly option: string; readonly chosen: Fact };
  /** What it owes by a day, in the order in which that was said; absent while nothing is due. */
  readonly outcomes?: readonly OutcomeDue[];
}

export const reviewKey = (id: string): string => `review/${id}`;

/** The review of an id, where one is proposed. */
export function reviewIn(state: Parts<ReviewPart>, id: string): ReviewPart | undefined {
  return state.get(reviewKey(id));
}

/** The option of a review with this id, if it is identified. */
export function optionOf(review: ReviewPart, id: string): ReviewOption | undefined {
  return review.options.find((option) => option.id === id);
}

/** What a review owes by a day, with every day it was due by; undefined where nobody said one. */
export function outcomeOf({ outcomes }: ReviewPart, outcome: ReviewOutcome): OutcomeDue | undefined {
  return outcomes?.find((one) => one.outcome === outcome);
}

// Parts are kept as JSON text and compared as text: their members come in one order, whatever happened first.

export function reviewPart(fields: Omit<ReviewPart, 'kind'>): ReviewPart {
  const { id, name, service, phase, tranche, proposed, source, stage, stageSince } = fields;
  const { standing, standingSince, standingReason, deferredUntil, stages, stageLog, standingLog } = fields;
  const { referredBack } = fields;
  const { team, understanding, engagement, options, chosen, outcomes } = fields;
  return {
    ...present({ kind: 'review' as const, id, name, service, phase, tranche, proposed, source }),
    ...present({ stage, stageSince, standing, standingSince, standingReason, deferredUntil, stages }),
    ...present({ stageLog, standingLog }),
    ...present({ referredBack, team, understanding, engagement, options, chosen, outcomes }),
  };
}

export function optionPart(fields: ReviewOption): ReviewOption {
  const { id, asIs, identified, appraisal, rejection, endorsements } = fields;
  const { formerAppraisals, formerRejections } = fields;
  return {
    ...present({ id, ...outlineOf(fields), asIs, identified }),
    ...present({ appraisal, formerAppraisals, rejection, formerRejections, endorsements }),
  };
}

/** What an option is, alone. */
export function outlineOf({ title, scope, part, model, provider, sector }: OptionOutline): OptionOutline {
  return present({ title, scope, part, model, provider, sector });
}

/** The figures of an appraisal alone. */
export function figuresOf({ summary, cost, saving, risk, score }: AppraisalFigures): AppraisalFigures {
  return present({ summary, cost, saving, risk, score });
}

/** Each member of a team, with what is known of them. */
export function teamOf(members: readonly TeamMember[]): readonly TeamMember[] {
  return members.map(({ role, from, organisation }) => present({ role, from, organisation }));
}
