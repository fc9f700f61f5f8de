import {
  financialYear,
  idOf,
  listOf,
  name,
  oneOf,
  pence,
  plannedDate,
  plannedEnd,
  text,
  wholeNumber,
} from '#fields';
import {
  bases,
  type Basis,
  type CouncilSetting,
  councilSettings,
  type ProgrammeCommand,
  type RatingMeasure,
  ratingMeasures,
} from '#programme';
import { type FormOfEach, Optional, Premise, Required, filledIn } from './form.js';
import { RecordedForm } from './recorded-form.js';
import { settingValue } from './setting-value.js';

const basisSays =
  'Whether the money counts before income and recharges, after them, or the source does not say.';

export class StartProgrammeForm extends RecordedForm {
  @Required(name, 'What the programme is called.')
  name!: string;

  @Optional(text, 'What the programme is for.')
  purpose?: string;
}

export class RenameProgrammeForm extends RecordedForm {
  @Required(name, 'What the programme is called from then on.')
  name!: string;
}

export class CloseProgrammeForm extends RecordedForm {
  @Optional(text, 'Why it closes.')
  reason?: string;
}

export class SetSavingsTargetForm extends RecordedForm {
  @Required(pence, 'What is to be saved over all the years together.', 'Target')
  pence!: number;

  @Required(financialYear, 'The first year of the target.', 'First year')
  fromYear!: string;

  @Required(financialYear, 'The last year of the target.', 'Last year')
  toYear!: string;

  @Required(oneOf(bases), basisSays)
  basis!: Basis;

  @Optional(name, 'The prices that the figure is in, such as "2014/15 prices".')
  priceBase?: string;
}

export class YearShareForm {
  @Required(financialYear, 'A year of the target.')
  year!: string;

  @Required(pence, 'The part of the target that falls in the year.', 'Amount')
  pence!: number;
}

export class SplitSavingsTargetForm extends RecordedForm {
  @Required(listOf(filledIn(YearShareForm)), 'The years and their parts, which add up to the target.')
  years!: YearShareForm[];
}

export class SetUnitTargetForm extends RecordedForm {
  @Required(wholeNumber(1), 'How many business units the reduction is counted from.', 'Units counted from')
  baseline!: number;

  @Required(wholeNumber(0, 100), 'By how many per cent their number is to fall.', 'Reduction in per cent')
  reductionPercent!: number;
}

export class AdoptThemeForm extends RecordedForm {
  @Required(idOf('theme', 'new'), 'The theme.')
  theme!: string;

  @Required(name, 'What the theme is called.')
  title!: string;

  @Required(wholeNumber(1), 'Its number in the order of themes.', 'Number of the theme')
  number!: number;
}

export class TrancheTotalForm {
  @Required(name, 'What the total is of, such as "corporate support".')
  heading!: string;

  @Required(pence, 'The total.', 'Total')
  pence!: number;

  @Required(oneOf(bases), basisSays)
  basis!: Basis;
}

export class DefineTrancheForm extends RecordedForm {
  @Required(idOf('tranche', 'new'), 'The tranche.')
  tranche!: string;

  @Required(name, 'What the tranche is called.')
  name!: string;

  @Optional(idOf('phase'), 'The phase it belongs to.')
  phase?: string;

  @Required(listOf(filledIn(TrancheTotalForm)), 'The totals as they were published.')
  totals!: TrancheTotalForm[];
}

export class PlanPhaseForm extends RecordedForm {
  @Required(idOf('phase', 'new'), 'The phase.')
  phase!: string;

  @Required(name, 'What the phase is called.')
  name!: string;

  @Optional(plannedDate, 'When it is planned to start.')
  plannedStart?: string;

  @Optional(plannedEnd, 'When it is planned to end; a month or a year stands for its last day.')
  plannedEnd?: string;
}

export class ReplanPhaseForm extends RecordedForm {
  @Required(idOf('phase'), 'The phase.')
  phase!: string;

  @Optional(plannedDate, 'When it is now planned to start; left out where that does not change.')
  plannedStart?: string;

  @Optional(plannedEnd, 'When it is now planned to end; left out where that does not change.')
  plannedEnd?: string;

  @Required(text, 'Why the plan changes.')
  reason!: string;
}

export class OpenPhaseForm extends RecordedForm {
  @Required(idOf('phase'), 'The phase.')
  phase!: string;
}

export class ClosePhaseForm extends RecordedForm {
  @Required(idOf('phase'), 'The phase.')
  phase!: string;

  @Optional(text, 'Why it closes.')
  reason?: string;
}

export class ReopenPhaseForm extends RecordedForm {
  @Required(idOf('phase'), 'The phase.')
  phase!: string;

  @Required(text, 'Why it opens again.')
  reason!: string;
}

export class SetCouncilSettingForm extends RecordedForm {
  @Required(oneOf(councilSettings), 'The setting.')
  setting!: CouncilSetting;

  @Required(settingValue, 'Its value from that day on.')
  value!: number | string;
}

export class ScalePointForm {
  @Required(idOf('point', 'new'), 'The point.', 'Point')
  id!: string;

  @Required(name, 'What the point is called, such as "Amber/Red".')
  label!: string;

  @Required(wholeNumber(1), 'Its place on the scale, the best first.', 'Place on the scale')
  order!: number;
}

export class DefineRatingScaleForm extends RecordedForm {
  @Required(idOf('scale', 'new'), 'The scale.')
  scale!: string;

  @Required(wholeNumber(1), 'The number of its version.')
  version!: number;

  @Required(name, 'What the scale is called.')
  name!: string;

  @Required(oneOf(ratingMeasures), 'What a rating on it measures.')
  measure!: RatingMeasure;

  @Required(
    listOf(filledIn(ScalePointForm), { least: 2 }),
    'Its points, each with an id and a place of its own.',
  )
  points!: ScalePointForm[];
}

export class PointMappingForm {
  @Required(idOf('point'), 'A point of the version before.', 'Point before')
  fromPoint!: string;

  @Required(idOf('point'), 'The point of the new version that it comes to.', 'Comes to')
  toPoint!: string;
}

export class ChangeRatingScaleForm extends RecordedForm {
  @Required(idOf('scale'), 'The scale.')
  scale!: string;

  @Required(wholeNumber(1), 'The number of its new version, higher than the one before.')
  version!: number;

  @Premise(
    wholeNumber(1),
    'The version that is believed to be in force until then; refused if another is on that day.',
    'Former version',
  )
  fromVersion?: number;

  @Required(listOf(filledIn(ScalePointForm), { least: 2 }), 'The points of the new version.')
  points!: ScalePointForm[];

  @Required(
    listOf(filledIn(PointMappingForm), { least: 2 }),
    'What each point of the version before comes to.',
  )
  mapping!: PointMappingForm[];
}

export const programmeForms = {
  'start-programme': StartProgrammeForm,
  'rename-programme': RenameProgrammeForm,
  'close-programme': CloseProgrammeForm,
  'set-savings-target': SetSavingsTargetForm,
  'split-savings-target': SplitSavingsTargetForm,
  'set-unit-target': SetUnitTargetForm,
  'adopt-theme': AdoptThemeForm,
  'define-tranche': DefineTrancheForm,
  'plan-phase': PlanPhaseForm,
  'replan-phase': ReplanPhaseForm,
  'open-phase': OpenPhaseForm,
  'close-phase': ClosePhaseForm,
  'reopen-phase': ReopenPhaseForm,
  'set-council-setting': SetCouncilSettingForm,
  'define-rating-scale': DefineRatingScaleForm,
  'change-rating-scale': ChangeRatingScaleForm,
} satisfies FormOfEach<ProgrammeCommand>;
