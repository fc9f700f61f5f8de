import type { StreamDefinition } from '../stream.js';
import { reviewCommands, type ReviewCommand } from './commands.js';
import { decideReview, reviewReads, reviewRules } from './decide.js';
import {
  deliveryModels,
  providerSectors,
  reviewEvents,
  reviewStages,
  type DeliveryModel,
  type ProviderSector,
  type ReviewEvent,
  type ReviewStage,
} from './events.js';
import { isPartyType, ownCaseRefusal, ownCaseRule, ownCases, type Party } from './own-case.js';
import type { ReviewOption, ReviewPart, StageEntered, StandingEntered } from './state.js';

export { deliveryModels, isPartyType, ownCaseRefusal, ownCaseRule, ownCases, providerSectors, reviewStages };
export type {
  DeliveryModel,
  Party,
  ProviderSector,
  ReviewCommand,
  ReviewEvent,
  ReviewOption,
  ReviewPart,
  ReviewStage,
  StageEntered,
  StandingEntered,
};

/** A review of services, a stream each. */
export const reviewStream: StreamDefinition<ReviewPart, ReviewCommand, ReviewEvent> = {
  kind: 'review',
  commands: reviewCommands,
  events: reviewEvents,
  ...reviewRules,
  reads: reviewReads,
  decide: decideReview,
};
