import type { Budget } from '../budget.js';
import type { Fact, PlannedDate } from '../recorded.js';
import type { ProjectOutcome, ProjectStage } from './events.js';

/** A milestone: what was planned, what is forecast now, and when it was reached. */
export interface Milestone {
  readonly id: string;
  readonly title: string;
  readonly planned: PlannedDate;
  readonly forecast?: PlannedDate & { readonly reason?: string; readonly made: Fact };
  /** How often it was forecast anew. */
  readonly forecasts: number;
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
  readonly memberSince: Fact;
  readonly stage: ProjectStage;
  readonly stageSince: Fact;
  readonly status: 'open' | 'closed';
  readonly closed?: Fact & { readonly outcome: ProjectOutcome; readonly reason?: string };
  readonly milestones: readonly Milestone[];
  readonly budgets: readonly Budget[];
}

export const projectKey = (id: string): string => `project/${id}`;
