import type { Row } from '../columns.js';
import type { Moment } from '../moments.js';
import type { Reader } from '../reader.js';
import { milestones } from './milestones.js';
import { reviewsByStage } from './review-stages.js';
import { savingsOverTime } from './savings-over-time.js';
import { savingsSteps } from './savings-steps.js';
import { unitFlow } from './unit-flow.js';

export { reviewsByStage, savingsOverTime, savingsSteps, unitFlow };
export { stepsOf, type SavingsStep } from './savings-steps.js';
export type { SavingsOnDay } from './savings-over-time.js';
export type { UnitFlow } from './unit-flow.js';

/** Figures exactly as a chart draws them, line by line, so that a page, its data and its spreadsheet are one answer. */
export interface DrawnView {
  readonly name: string;
  /** What it answers, in a sentence without its full stop. */
  readonly says: string;
  /** The columns by which its lines may be picked, each with what that does. */
  readonly filters?: Readonly<Record<string, string>>;
  /** The second part of the names of the streams that it reads. */
  readonly streams: readonly string[];
  rows(reader: Reader, programme: string, moment: Moment): readonly Row[];
}

export const drawnViews: readonly DrawnView[] = [
  {
    name: 'review-stages',
    says: 'How many reviews are at each stage',
    streams: ['review'],
    rows: reviewsByStage,
  },
  {
    name: 'savings-steps',
    says: 'The savings target, and what each measure of each kind of saving comes to in its years',
    streams: ['programme', 'saving'],
    rows: savingsSteps,
  },
  {
    name: 'savings-over-time',
    says: 'What each measure of each kind of saving came to over time, in the years of the target',
    streams: ['programme', 'saving'],
    rows: savingsOverTime,
  },
  {
    name: 'unit-flow',
    says: 'What became of every business unit that was made from no other',
    streams: ['structure'],
    rows: unitFlow,
  },
  {
    name: 'milestones',
    says: 'Every milestone of every project: planned, forecast and reached',
    filters: { project: 'Only milestones of this project, by its id.' },
    streams: ['project'],
    rows: milestones,
  },
];
