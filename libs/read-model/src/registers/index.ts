import {
  decisionsWithoutAction,
  fallenAuthorisations,
  keyMeasuresReached,
  noticesWithoutDecision,
  withdrawnSuperseders,
} from './decision-registers.js';
import { exceptions, factsChanged, optionsNeverAppraised } from './entry-registers.js';
import type { Register } from './register.js';
import { urgentDecisions } from './urgent-decisions.js';

export type { Register };

/** Every register there is, in the order in which they are listed. */
export const registers: readonly Register[] = [
  urgentDecisions,
  noticesWithoutDecision,
  decisionsWithoutAction,
  optionsNeverAppraised,
  withdrawnSuperseders,
  keyMeasuresReached,
  exceptions,
  fallenAuthorisations,
  factsChanged,
];
