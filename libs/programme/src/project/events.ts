import type { BudgetFigures } from '../budget.js';
import type { PlannedDate, Recorded } from '../recorded.js';
import type { RatingGiven } from './rating.js';
import type { EventDefinition } from '../stream.js';

export const projectStages = ['defined', 'approved', 'delivering', 'handing-over'] as const;
export type ProjectStage = 'chartered' | (typeof projectStages)[number];

export const projectOutcomes = ['delivered', 'stopped', 'superseded'] as const;
export type ProjectOutcome = (typeof projectOutcomes)[number];

export type ProjectEvent = Recorded & { readonly project: string } & (
    | {
        readonly type: 'ProjectChartered';
        readonly name: string;
        readonly portfolio: string;
        readonly review?: string;
        readonly summary?: string;
      }
    | { readonly type: 'ProjectMoved'; readonly fromPortfolio: string; readonly toPortfolio: string }
    | { readonly type: 'ProjectRenamed'; readonly name: string }
    | {
        readonly type: 'ProjectStageReached';
        readonly fromStage: ProjectStage;
        readonly toStage: ProjectStage;
        readonly reason?: string;
      }
    | {
        readonly type: 'MilestonePlanned';
        readonly milestone: string;
        readonly title: string;
        readonly planned: PlannedDate;
      }
    | {
        readonly type: 'MilestoneForecast';
        readonly milestone: string;
        readonly forecast: PlannedDate;
        readonly reason?: string;
      }
    | { readonly type: 'MilestoneReached'; readonly milestone: string }
    | ({ readonly type: 'ProjectBudgetSet' } & BudgetFigures)
    | ({ readonly type: 'ProjectRated' } & RatingGiven)
    | { readonly type: 'ProjectClosed'; readonly outcome: ProjectOutcome; readonly reason?: string }
    | { readonly type: 'ProjectReopened'; readonly reason: string }
  );

export const projectEvents: { readonly [Type in ProjectEvent['type']]: EventDefinition } = {
  ProjectChartered: { version: 1, says: 'A project was chartered into a portfolio.', personal: [] },
  ProjectMoved: { version: 1, says: 'A project moved from one portfolio to another.', personal: [] },
  ProjectRenamed: { version: 1, says: 'A project was given another name.', personal: [] },
  ProjectStageReached: { version: 1, says: 'A project reached a stage, or went back to one.', personal: [] },
  MilestonePlanned: { version: 1, says: 'A milestone of a project was planned.', personal: [] },
  MilestoneForecast: {
    version: 1,
    says: 'A milestone of a project was forecast for another date.',
    personal: [],
  },
  MilestoneReached: { version: 1, says: 'A milestone of a project was reached, on that day.', personal: [] },
  ProjectBudgetSet: {
    version: 1,
    says: 'The budget of a project for a financial year was set.',
    personal: [],
  },
  ProjectRated: { version: 1, says: 'A project was rated on a scale.', personal: ['assessor'] },
  ProjectClosed: { version: 1, says: 'A project was closed, with its outcome.', personal: [] },
  ProjectReopened: { version: 1, says: 'A closed project was opened again.', personal: [] },
};
