import { idOf, name, oneOf, plannedDate, text, wholeNumber } from '#fields';
import {
  type Independence,
  independences,
  type ProjectCommand,
  type ProjectOutcome,
  projectOutcomes,
  type ProjectStage,
  projectStages,
  type RatingMeasure,
  ratingMeasures,
} from '#programme';
import { BudgetForm } from './budget-form.js';
import { type FormOfEach, Optional, Premise, Required } from './form.js';
import { RecordedForm } from './recorded-form.js';

/** The stages that a project can be at before it reaches another. */
const stagesLeft = ['chartered', ...projectStages] as const;

/** A command about a project. */
export class AboutProjectForm extends RecordedForm {
  @Required(idOf('project'), 'The project.')
  project!: string;
}

export class CharterProjectForm extends AboutProjectForm {
  @Required(idOf('project', 'new'), 'The project.')
  override project!: string;

  @Required(name, 'What the project is called.')
  name!: string;

  @Required(idOf('portfolio'), 'The portfolio it belongs to, open on that day.')
  portfolio!: string;

  @Optional(idOf('review'), 'The review it comes from.')
  review?: string;

  @Optional(text, 'What it is to do.')
  summary?: string;
}

export class MoveProjectForm extends AboutProjectForm {
  @Required(idOf('portfolio'), 'The portfolio it moves to, open on that day.', 'New portfolio')
  toPortfolio!: string;

  @Premise(
    idOf('portfolio'),
    'The portfolio it is believed to come from; refused if it is in another on that day.',
  )
  fromPortfolio?: string;
}

export class RenameProjectForm extends AboutProjectForm {
  @Required(name, 'What the project is called from then on.')
  name!: string;
}

export class ReachProjectStageForm extends AboutProjectForm {
  @Required(oneOf(projectStages), 'The stage it reaches.')
  stage!: (typeof projectStages)[number];

  @Premise(
    oneOf(stagesLeft),
    'The stage it is believed to be at until then; refused if it is at another on that day.',
    'Former stage',
  )
  fromStage?: ProjectStage;

  @Optional(text, 'Why, where it goes back to an earlier stage.')
  reason?: string;
}

export class PlanMilestoneForm extends AboutProjectForm {
  @Required(idOf('milestone', 'new', 'project'), 'The milestone.')
  milestone!: string;

  @Required(name, 'What the milestone is.')
  title!: string;

  @Required(plannedDate, 'When it is planned to be reached.')
  planned!: string;
}

export class ForecastMilestoneForm extends AboutProjectForm {
  @Required(idOf('milestone', 'old', 'project'), 'The milestone.')
  milestone!: string;

  @Required(plannedDate, 'When it is now expected to be reached.')
  forecast!: string;

  @Optional(text, 'Why the expectation changes.')
  reason?: string;
}

export class ReachMilestoneForm extends AboutProjectForm {
  @Required(idOf('milestone', 'old', 'project'), 'The milestone, reached on the day the entry holds from.')
  milestone!: string;
}

export class SetProjectBudgetForm extends BudgetForm {
  @Required(idOf('project'), 'The project.')
  project!: string;
}

export class RateProjectForm extends AboutProjectForm {
  @Required(oneOf(ratingMeasures), 'What the rating measures.')
  measure!: RatingMeasure;

  @Required(idOf('scale'), 'The scale it is given on, of that measure.')
  scale!: string;

  @Required(wholeNumber(1), 'The version of the scale, in force on that day.')
  version!: number;

  @Required(idOf('point', 'old', 'scale'), 'The point of the scale.')
  point!: string;

  @Required(name, 'Who gives it, by role.')
  assessor!: string;

  @Required(
    oneOf(independences),
    'Whether the project rates itself, its like do, or somebody with no part in it.',
  )
  independence!: Independence;

  @Required(text, 'What it rests on: a report, a gate review, an interview.')
  basis!: string;
}

export class CloseProjectForm extends AboutProjectForm {
  @Required(oneOf(projectOutcomes), 'How it ended.')
  outcome!: ProjectOutcome;

  @Optional(text, 'Why it closes.')
  reason?: string;
}

export class ReopenProjectForm extends AboutProjectForm {
  @Required(text, 'Why it opens again.')
  reason!: string;
}

export const projectForms = {
  'charter-project': CharterProjectForm,
  'move-project': MoveProjectForm,
  'rename-project': RenameProjectForm,
  'reach-project-stage': ReachProjectStageForm,
  'plan-milestone': PlanMilestoneForm,
  'forecast-milestone': ForecastMilestoneForm,
  'reach-milestone': ReachMilestoneForm,
  'set-project-budget': SetProjectBudgetForm,
  'rate-project': RateProjectForm,
  'close-project': CloseProjectForm,
  'reopen-project': ReopenProjectForm,
} satisfies FormOfEach<ProjectCommand>;
