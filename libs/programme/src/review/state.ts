import type { Fact, PlannedDate } from '../recorded.js';
import type { AppraisalFigures, OptionOutline, ReviewStage, TeamMember } from './events.js';

/** An option with what has been said of it. */
export interface ReviewOption extends OptionOutline {
  readonly id: string;
  /** True for the service as it is. */
  readonly asIs: boolean;
  readonly identified: Fact;
  readonly appraisal?: AppraisalFigures & { readonly appraised: Fact };
  readonly rejection?: { readonly reason: string; readonly rejected: Fact };
  readonly endorsements: readonly { readonly by: string; readonly endorsed: Fact }[];
}

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
  readonly standingSince?: Fact;
  readonly standingReason?: string;
  readonly deferredUntil?: PlannedDate;
  /** The stages passed on the way to the present one, each since when. */
  readonly stages: readonly (Fact & { readonly stage: ReviewStage })[];
  readonly team?: readonly TeamMember[];
  readonly understanding?: { readonly summary: string; readonly recorded: Fact };
  readonly engagement: readonly {
    readonly activity: string;
    readonly summary?: string;
    readonly reference?: string;
    readonly recorded: Fact;
  }[];
  readonly options: readonly ReviewOption[];
  readonly chosen?: { readonly option: string; readonly chosen: Fact };
}

export const reviewKey = (id: string): string => `review/${id}`;
