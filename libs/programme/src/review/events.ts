import type { PlannedDate, Recorded } from '../recorded.js';
import type { EventDefinition } from '../stream.js';

/** The stages of a review, in order. */
export const reviewStages = [
  'proposed',
  'brief-agreed',
  'options-appraised',
  'option-chosen',
  'authorised-to-proceed',
  'full-case-submitted',
  'full-case-authorised',
  'implementing',
  'complete',
] as const;
export type ReviewStage = (typeof reviewStages)[number];

/** Delivery models: who would provide the service, and under whose control. */
export const deliveryModels = [
  'INH',
  'ICO',
  'TEC',
  'TRD',
  'JV',
  'MUT',
  'SE',
  'SHS',
  'OUT',
  'VCS',
  'DEV',
  'CEA',
] as const;
export type DeliveryModel = (typeof deliveryModels)[number];

export const providerSectors = ['in-house', 'public', 'private', 'voluntary', 'staff-led'] as const;
export type ProviderSector = (typeof providerSectors)[number];

export interface TeamMember {
  readonly role: string;
  readonly from: 'in-house' | 'external';
  readonly organisation?: string;
}

/** What an option is: for the whole or a part of the service, under which delivery model, by whom. */
export interface OptionOutline {
  readonly title: string;
  readonly scope: 'whole' | 'part';
  readonly part?: string;
  readonly model: DeliveryModel;
  readonly provider?: string;
  readonly sector?: ProviderSector;
}

/** What an appraisal says of an option. Money in whole pence. */
export interface AppraisalFigures {
  readonly summary?: string;
  readonly cost?: number;
  readonly saving?: number;
  readonly risk?: 'low' | 'medium' | 'high';
  readonly score?: number;
}

export interface OptionReason {
  readonly option: string;
  readonly reason: string;
}

export type ReviewEvent = Recorded & { readonly review: string } & (
    | {
        readonly type: 'ReviewProposed';
        readonly name: string;
        readonly service?: string;
        readonly phase?: string;
        readonly tranche?: string;
      }
    | { readonly type: 'ScopingBriefAgreed'; readonly summary?: string }
    | { readonly type: 'ReviewTeamNamed'; readonly members: readonly TeamMember[] }
    | { readonly type: 'ServiceUnderstandingRecorded'; readonly summary: string }
    | {
        readonly type: 'MarketEngagementRecorded';
        readonly activity: string;
        readonly summary?: string;
        readonly reference?: string;
      }
    | ({ readonly type: 'OptionIdentified'; readonly option: string; readonly asIs: boolean } & OptionOutline)
    | ({ readonly type: 'OptionAppraised'; readonly option: string } & AppraisalFigures)
    | { readonly type: 'OptionRejected'; readonly option: string; readonly reason: string }
    | { readonly type: 'OptionEndorsed'; readonly option: string; readonly by: string }
    | { readonly type: 'OptionsAppraised'; readonly summary?: string }
    | { readonly type: 'OptionChosen'; readonly option: string; readonly reasons: readonly OptionReason[] }
    | { readonly type: 'AuthorisedToProceed' }
    | { readonly type: 'FullBusinessCaseSubmitted'; readonly summary?: string }
    | {
        readonly type: 'FullBusinessCaseAuthorised';
        /** The portfolio in which its implementation project is opened. */
        readonly portfolio?: string;
      }
    | { readonly type: 'ImplementationStarted' }
    | { readonly type: 'ReviewCompleted'; readonly summary?: string }
    | { readonly type: 'ReviewDeferred'; readonly reason: string; readonly until?: PlannedDate }
    | { readonly type: 'ReviewResumed'; readonly reason?: string }
    | { readonly type: 'ReviewReferredBack'; readonly reason: string; readonly to?: string }
    | { readonly type: 'ReviewWithdrawn'; readonly reason: string }
    | { readonly type: 'ReviewReopened'; readonly reason: string }
  );

const says = (words: string, personal: readonly string[] = []): EventDefinition => ({
  version: 1,
  says: words,
  personal,
});

export const reviewEvents: { readonly [Type in ReviewEvent['type']]: EventDefinition } = {
  ReviewProposed: says('A review was proposed.'),
  ScopingBriefAgreed: says('The scoping brief of a review was agreed.'),
  ReviewTeamNamed: says('The team of a review was named, by roles.', ['members']),
  ServiceUnderstandingRecorded: says('What the service is today was written down.'),
  MarketEngagementRecorded: says('The market was engaged.'),
  OptionIdentified: says('An option was identified.'),
  OptionAppraised: says('An option was appraised, or appraised anew.'),
  OptionRejected: says('An option was rejected, with the reason.'),
  OptionEndorsed: says('A body that advises endorsed an option. It is advice, not a decision.'),
  OptionsAppraised: says('The appraisal of the spectrum of options was concluded.'),
  OptionChosen: says('A preferred option was chosen, or chosen anew, with the reasons against the others.'),
  AuthorisedToProceed: says('Work on a full business case was authorised.'),
  FullBusinessCaseSubmitted: says('The full business case was submitted.'),
  FullBusinessCaseAuthorised: says('The full business case was authorised.'),
  ImplementationStarted: says('Implementation was started.'),
  ReviewCompleted: says('The review was completed.'),
  ReviewDeferred: says('The review was put on hold.'),
  ReviewResumed: says('The review was taken up again.'),
  ReviewReferredBack: says('The review was referred back to its agreed brief.'),
  ReviewWithdrawn: says('The review was withdrawn.'),
  ReviewReopened: says('The review was reopened at the stage it was left at.'),
};
