import { type CommandOf, type EntryOf, streamOf } from '#acts';
import { agreeScopingBrief } from './agree-scoping-brief.js';
import { appraiseOption } from './appraise-option.js';
import { authoriseFullBusinessCase } from './authorise-full-business-case.js';
import { authoriseToProceed } from './authorise-to-proceed.js';
import { chooseOption } from './choose-option.js';
import { completeReview } from './complete-review.js';
import { concludeAppraisal } from './conclude-appraisal.js';
import { deferReview } from './defer-review.js';
import { endorseOption } from './endorse-option.js';
import { identifyOption } from './identify-option.js';
import { moveOutcome } from './move-outcome.js';
import { nameReviewTeam } from './name-review-team.js';
import { planOutcome } from './plan-outcome.js';
import { proposeReview } from './propose-review.js';
import { recordMarketEngagement } from './record-market-engagement.js';
import { recordServiceUnderstanding } from './record-service-understanding.js';
import { referReviewBack } from './refer-review-back.js';
import { rejectOption } from './reject-option.js';
import { reopenReview } from './reopen-review.js';
import { resumeReview } from './resume-review.js';
import { startImplementation } from './start-implementation.js';
import type { ReviewPart } from './state.js';
import { submitFullBusinessCase } from './submit-full-business-case.js';
import { withdrawReview } from './withdraw-review.js';

export { deliveryModels } from './option-fields.js';
export { isPartyType, ownCaseRefusal, ownCaseRule, ownCases, type Party } from './own-case.js';
export { reviewOutcomes, type DueDay, type OutcomeDue, type ReviewOutcome } from './outcomes.js';
export { reviewStages, type ReviewStage } from './stages.js';
export {
  outcomeOf,
  type ReviewOption,
  type ReviewPart,
  type StageEntered,
  type StandingEntered,
} from './state.js';

const acts = [
  chooseOption,
  authoriseToProceed,
  submitFullBusinessCase,
  authoriseFullBusinessCase,
  startImplementation,
  completeReview,
  proposeReview,
  agreeScopingBrief,
  planOutcome,
  moveOutcome,
  nameReviewTeam,
  recordServiceUnderstanding,
  recordMarketEngagement,
  identifyOption,
  appraiseOption,
  rejectOption,
  endorseOption,
  concludeAppraisal,
  deferReview,
  resumeReview,
  referReviewBack,
  withdrawReview,
  reopenReview,
] as const;

export type ReviewCommand = CommandOf<(typeof acts)[number]>;
export type ReviewEvent = EntryOf<(typeof acts)[number]>;

/** A review of services, a stream each. */
export const reviewStream = streamOf<ReviewPart, typeof acts>({
  kind: 'review',
  id: 'review',
  heading: 'A review moved',
  acts,
});
