import type { PlannedDate } from '../recorded.js';
import type { Command, CommandDefinition } from '../stream.js';
import type { AppraisalFigures, OptionOutline, OptionReason, TeamMember } from './events.js';

export type ReviewCommand = Command & { readonly review: string } & (
    | {
        readonly type: 'propose-review';
        readonly name: string;
        readonly service?: string;
        readonly phase?: string;
        readonly tranche?: string;
      }
    | { readonly type: 'agree-scoping-brief'; readonly summary?: string }
    | { readonly type: 'name-review-team'; readonly members: readonly TeamMember[] }
    | { readonly type: 'record-service-understanding'; readonly summary: string }
    | {
        readonly type: 'record-market-engagement';
        readonly activity: string;
        readonly summary?: string;
        readonly reference?: string;
      }
    | ({ readonly type: 'identify-option'; readonly option: string; readonly asIs?: boolean } & OptionOutline)
    | ({ readonly type: 'appraise-option'; readonly option: string } & AppraisalFigures)
    | { readonly type: 'reject-option'; readonly option: string; readonly reason: string }
    | { readonly type: 'endorse-option'; readonly option: string; readonly by: string }
    | { readonly type: 'conclude-appraisal'; readonly summary?: string }
    | { readonly type: 'choose-option'; readonly option: string; readonly reasons?: readonly OptionReason[] }
    | { readonly type: 'authorise-to-proceed' }
    | { readonly type: 'submit-full-business-case'; readonly summary?: string }
    | { readonly type: 'authorise-full-business-case'; readonly portfolio?: string }
    | { readonly type: 'start-implementation' }
    | { readonly type: 'complete-review'; readonly summary?: string }
    | { readonly type: 'defer-review'; readonly reason: string; readonly until?: PlannedDate }
    | { readonly type: 'resume-review'; readonly reason?: string }
    | { readonly type: 'refer-review-back'; readonly reason: string; readonly to?: string }
    | { readonly type: 'withdraw-review'; readonly reason: string }
    | { readonly type: 'reopen-review'; readonly reason: string }
  );

const defines = (does: string, adds: string): CommandDefinition => ({ does, adds: [adds], id: 'review' });

export const reviewCommands: { readonly [Name in ReviewCommand['type']]: CommandDefinition } = {
  'propose-review': defines('Proposes a review.', 'ReviewProposed'),
  'agree-scoping-brief': defines('Agrees the scoping brief.', 'ScopingBriefAgreed'),
  'name-review-team': defines('Names the team, in-house and external, by roles.', 'ReviewTeamNamed'),
  'record-service-understanding': defines(
    'Writes down what the service is today.',
    'ServiceUnderstandingRecorded',
  ),
  'record-market-engagement': defines('Records that the market was engaged.', 'MarketEngagementRecorded'),
  'identify-option': defines(
    'Identifies an option for the whole or a part of the service.',
    'OptionIdentified',
  ),
  'appraise-option': defines('Appraises an option, or appraises it anew.', 'OptionAppraised'),
  'reject-option': defines('Rejects an option, with the reason.', 'OptionRejected'),
  'endorse-option': defines('Records the advice of a body that endorses an option.', 'OptionEndorsed'),
  'conclude-appraisal': defines('Concludes the appraisal of the spectrum of options.', 'OptionsAppraised'),
  'choose-option': defines(
    'Chooses the preferred option, with the reasons against the others.',
    'OptionChosen',
  ),
  'authorise-to-proceed': defines('Authorises work on a full business case.', 'AuthorisedToProceed'),
  'submit-full-business-case': defines('Submits the full business case.', 'FullBusinessCaseSubmitted'),
  'authorise-full-business-case': defines(
    'Authorises the full business case, and opens its implementation project where it names a portfolio.',
    'FullBusinessCaseAuthorised',
  ),
  'start-implementation': defines('Starts implementation.', 'ImplementationStarted'),
  'complete-review': { ...defines('Completes the review.', 'ReviewCompleted'), ends: true },
  'defer-review': defines('Puts the review on hold.', 'ReviewDeferred'),
  'resume-review': defines('Takes a deferred review up again.', 'ReviewResumed'),
  'refer-review-back': defines(
    'Refers the review back to its agreed brief; the options are kept.',
    'ReviewReferredBack',
  ),
  'withdraw-review': { ...defines('Withdraws the review.', 'ReviewWithdrawn'), ends: true },
  'reopen-review': defines('Reopens a review at the stage it was left at.', 'ReviewReopened'),
};
