import {
  decisionsWithoutAction,
  fallenAuthorisations,
  keyMeasuresReached,
  noticesWithoutDecision,
  withdrawnSuperseders,
} from './decision-registers.js';
import { exceptions, factsChanged, optionsNeverAppraised } from './entry-registers.js';
import { urgentDecisions } from './urgent-decisions.js';

/** Every register there is, in the order in which they are listed. */
export const registers = [
  // What falls out of the log: what is true of the record, never whether it should be.
  urgentDecisions,
  noticesWithoutDecision,
  decisionsWithoutAction,
  optionsNeverAppraised,
  withdrawnSuperseders,
  keyMeasuresReached,
  exceptions,
  fallenAuthorisations,
  factsChanged,
] as const;
