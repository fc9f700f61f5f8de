import type { PlannedDate, Recorded } from '../recorded.js';

export const noDocuments = 'none';

/** What a notice of a key decision states. Silence is a missing item. */
export interface KeyDecisionNotice {
  readonly title: string;
  /** The matter in respect of which the decision is to be made. */
  readonly matter: string;
  /** The body, or the office of the person, that is to make it. */
  readonly maker?: string;
  /** The members of a body that is to make it, by office. */
  readonly members?: readonly string[];
  /** The day, the month or the year in which it is to be made. */
  readonly decisionDue?: PlannedDate;
  readonly documents?: typeof noDocuments | readonly string[];
  /** Where copies of the documents may be had. */
  readonly address?: string;
  /** That other documents may be submitted. */
  readonly otherDocuments?: string;
  /** How to ask for details of those documents. */
  readonly requestDetails?: string;
  readonly keyReason?: string;
}

/** Why a key decision cannot wait for the full notice, and which chair was told. */
export interface GeneralException {
  readonly title?: string;
  /** The office of the chair of overview and scrutiny who was told in writing. */
  readonly chairNotified: string;
  readonly reason: string;
}

/** Who may agree that a decision cannot be deferred, in the order of regulation 11. */
export const urgencyAgreers = ['scrutiny-chair', 'council-chair', 'council-vice-chair'] as const;
export type UrgencyAgreer = (typeof urgencyAgreers)[number];

export interface SpecialUrgency {
  readonly title?: string;
  readonly agreedBy: UrgencyAgreer;
  /** The title of the office. */
  readonly office: string;
  readonly reason: string;
  /** Why those who come before in the order could not act. */
  readonly unableToAct?: string;
}

/** What scrutiny may come to on a decision that was called in. */
export const callInOutcomes = ['no-further-action', 'back-to-decision-maker', 'to-full-council'] as const;
export type CallInOutcome = (typeof callInOutcomes)[number];

export type ProcedureEvent = Recorded & { readonly decision: string } & (
    | ({ readonly type: 'KeyDecisionNoticeGiven' } & KeyDecisionNotice)
    | ({ readonly type: 'KeyDecisionNoticeReissued' } & KeyDecisionNotice)
    | ({ readonly type: 'GeneralExceptionNoticeGiven' } & GeneralException)
    | ({ readonly type: 'SpecialUrgencyAgreed' } & SpecialUrgency)
    | { readonly type: 'DecisionPublished' }
    | { readonly type: 'CallInWaived'; readonly agreedBy: string; readonly reason: string }
    | { readonly type: 'DecisionCalledIn'; readonly by: readonly string[]; readonly grounds: string }
    | { readonly type: 'CallInConcluded'; readonly outcome: CallInOutcome; readonly reason?: string }
    | { readonly type: 'DecisionConfirmed'; readonly reason?: string }
    | { readonly type: 'DecisionAmended'; readonly text: string; readonly reasons: string }
    | { readonly type: 'DecisionWithdrawn'; readonly reason: string }
    | { readonly type: 'DecisionRescinded'; readonly reason: string; readonly rescindedBy?: string }
    | { readonly type: 'DecisionSuperseded'; readonly supersededBy: string; readonly reason: string }
  );
