export { followingFrom, type Cause, type Following, type FollowUp } from './follow-up.js';
export { FollowUpFile, type Left, type Outstanding } from './follow-up-file.js';
export { Lease, type LeaseTimes, type Term } from './lease.js';
export { FollowUps, type FollowedBook } from './follow-ups.js';
import type { FollowUp as Rule } from './follow-up.js';
import { implementationProject } from './implementation-project.js';
import { releasedSavings } from './released-savings.js';

/** Every follow-up there is. */
export const followUpRules: readonly Rule[] = [implementationProject, releasedSavings];
