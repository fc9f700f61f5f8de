import { milestones } from './milestones.js';
import { reviewsByStage } from './review-stages.js';
import { savingsOverTime } from './savings-over-time.js';
import { savingsSteps } from './savings-steps.js';
import { unitFlow } from './unit-flow.js';

export { reviewsByStage, savingsOverTime, savingsSteps, unitFlow };
export type { ReviewsAtStage } from './review-stages.js';
export { stepsOf, type SavingsStep } from './savings-steps.js';
export type { SavingsOnDay } from './savings-over-time.js';
export type { UnitFlow } from './unit-flow.js';

/** Figures exactly as a chart draws them, line by line, so that a page, its data and its spreadsheet are one answer. */
export const drawnViews = [reviewsByStage, savingsSteps, savingsOverTime, unitFlow, milestones] as const;
