import type { BudgetFigures } from '../budget.js';
import type { PlannedDate } from '../recorded.js';
import type { Command, CommandDefinition } from '../stream.js';
import type { ProjectOutcome, ProjectStage, projectStages } from './events.js';
import type { RatingGiven } from './rating.js';

export type ProjectCommand = Command & { readonly project: string } & (
    | {
        readonly type: 'charter-project';
        readonly name: string;
        readonly portfolio: string;
        readonly review?: string;
        readonly summary?: string;
      }
    | { readonly type: 'move-project'; readonly toPortfolio: string; readonly fromPortfolio?: string }
    | { readonly type: 'rename-project'; readonly name: string }
    | {
        readonly type: 'reach-project-stage';
        readonly stage: (typeof projectStages)[number];
        readonly fromStage?: ProjectStage;
        readonly reason?: string;
      }
    | {
        readonly type: 'plan-milestone';
        readonly milestone: string;
        readonly title: string;
        readonly planned: PlannedDate;
      }
    | {
        readonly type: 'forecast-milestone';
        readonly milestone: string;
        readonly forecast: PlannedDate;
        readonly reason?: string;
      }
    | { readonly type: 'reach-milestone'; readonly milestone: string }
    | ({ readonly type: 'set-project-budget' } & BudgetFigures)
    | ({ readonly type: 'rate-project' } & RatingGiven)
    | { readonly type: 'close-project'; readonly outcome: ProjectOutcome; readonly reason?: string }
    | { readonly type: 'reopen-project'; readonly reason: string }
  );

const id = 'project';

export const projectCommands: { readonly [Name in ProjectCommand['type']]: CommandDefinition } = {
  'charter-project': { does: 'Charters a project into an open portfolio.', adds: ['ProjectChartered'], id },
  'move-project': { does: 'Moves a project to another open portfolio.', adds: ['ProjectMoved'], id },
  'rename-project': { does: 'Gives a project another name.', adds: ['ProjectRenamed'], id },
  'reach-project-stage': {
    does: 'Says that a project reached a stage, or went back to one.',
    adds: ['ProjectStageReached'],
    id,
  },
  'plan-milestone': { does: 'Plans a milestone of a project.', adds: ['MilestonePlanned'], id },
  'forecast-milestone': { does: 'Forecasts a milestone for another date.', adds: ['MilestoneForecast'], id },
  'reach-milestone': { does: 'Says on which day a milestone was reached.', adds: ['MilestoneReached'], id },
  'set-project-budget': {
    does: 'Sets the budget of a project for a financial year.',
    adds: ['ProjectBudgetSet'],
    id,
  },
  'rate-project': {
    does: 'Reports how a project was rated on a scale in force that day, by whom and on what.',
    adds: ['ProjectRated'],
    id,
  },
  'close-project': { does: 'Closes a project, with its outcome.', adds: ['ProjectClosed'], id, ends: true },
  'reopen-project': { does: 'Opens a closed project again.', adds: ['ProjectReopened'], id },
};
