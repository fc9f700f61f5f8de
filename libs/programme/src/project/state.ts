import { type Fact, type PlannedDate, present } from '#acts';
import type { Budget } from '../budget.js';
import type { Rating } from './rating-fields.js';

export const projectStages = ['defined', 'approved', 'delivering', 'handing-over'] as const;
export type ProjectStage = 'chartered' | (typeof projectStages)[number];

export const projectOutcomes = ['delivered', 'stopped', 'superseded'] as const;
export type ProjectOutcome = (typeof projectOutcomes)[number];

/** A milestone: what was planned, what is forecast now, and when it was reached. */
export interface Milestone {
  readonly id: string;
  readonly title: string;
  readonly planned: PlannedDate & { readonly made: Fact };
  readonly forecast?: PlannedDate & { readonly reason?: string; readonly made: Fact };
  /** How often it was forecast anew. */
  readonly forecasts: number;
  /** Every forecast that was made, in order. Never written over. */
  readonly forecastLog: readonly (PlannedDate & { readonly reason?: string; readonly made: Fact })[];
  readonly actual?: Fact;
}

/** A project of the programme. It is in one portfolio at a time. */
export interface ProjectPart {
  readonly kind: 'project';
  readonly id: string;
  readonly name: string;
  readonly portfolio: string;
  readonly review?: string;
  readonly summary?: string;
  readonly chartered: Fact;
  readonly source?: string;
  /** Since when it is in its present portfolio. */
  readonly memberSince: Fact;
  readonly stage: ProjectStage;
  readonly stageSince: Fact;
  /** Every stage it was at, and every portfolio it was in, in order, with the day from which. Never written over. */
  readonly stageLog: readonly ({ readonly stage: ProjectStage } & Fact & { readonly reason?: string })[];
  readonly portfolioLog: readonly ({ readonly portfolio: string } & Fact)[];
  readonly status: 'open' | 'closed';
  /** Every time it was closed and opened again, in order. Never written over. */
  readonly statusLog: readonly ({ readonly how: 'closed' | 'reopened' } & Fact & {
      readonly outcome?: ProjectOutcome;
      readonly reason?: string;
    })[];
  /** Absent again once it is reopened. */
  readonly closed?: Fact & { readonly outcome: ProjectOutcome; readonly reason?: string };
  /** When and why it was last opened again after a closing. */
  readonly reopened?: Fact & { readonly reason: string };
  /** In the order in which they were planned. */
  readonly milestones: readonly Milestone[];
  /** In order of financial year. */
  readonly budgets: readonly Budget[];
  /** The rating last given of each measure, as it was given, in the order of measures. */
  readonly ratings: readonly Rating[];
}

export const projectKey = (id: string): string => `project/${id}`;

// Parts are kept as JSON text and compared as text: their members come in one order, whatever happened first.

export function projectPart(fields: Omit<ProjectPart, 'kind'>): ProjectPart {
  const { id, name, portfolio, review, summary, chartered, source, memberSince } = fields;
  const { stage, stageSince, stageLog, portfolioLog, status, closed, reopened } = fields;
  const { statusLog, milestones, budgets, ratings } = fields;
  const charter = { kind: 'project' as const, id, name, portfolio, review, summary, chartered, source };
  return present({
    ...charter,
    memberSince,
    stage,
    stageSince,
    stageLog,
    portfolioLog,
    status,
    closed,
    reopened,
    statusLog,
    milestones,
    budgets,
    ratings,
  });
}

export function milestoneOf(fields: Milestone): Milestone {
  const { id, title, planned, forecast, forecasts, forecastLog, actual } = fields;
  return present({ id, title, planned, forecast, forecasts, forecastLog, actual });
}
