import { type CommandOf, type EntryOf, streamOf } from '#acts';
import { adoptTheme } from './adopt-theme.js';
import { changeRatingScale } from './change-rating-scale.js';
import { closePhase } from './close-phase.js';
import { closeProgramme } from './close-programme.js';
import { defineRatingScale } from './define-rating-scale.js';
import { defineTranche } from './define-tranche.js';
import { openPhase } from './open-phase.js';
import { planPhase } from './plan-phase.js';
import { renameProgramme } from './rename-programme.js';
import { reopenPhase } from './reopen-phase.js';
import { replanPhase } from './replan-phase.js';
import { setCouncilSetting } from './set-council-setting.js';
import { setSavingsTarget } from './set-savings-target.js';
import { setUnitTarget } from './set-unit-target.js';
import { splitSavingsTarget } from './split-savings-target.js';
import { startProgramme } from './start-programme.js';
import type { ProgrammeStreamPart } from './state.js';

export {
  mappedPoint,
  ratingMeasures,
  versionInForce,
  type PointMapping,
  type RatingMeasure,
  type ScalePart,
  type ScalePoint,
  type ScaleVersion,
} from './scale.js';
export type {
  PhasePart,
  ProgrammePart,
  ProgrammeStreamPart,
  ThemePart,
  TranchePart,
  TrancheTotal,
  YearShare,
} from './state.js';

const acts = [
  openPhase,
  closePhase,
  reopenPhase,
  planPhase,
  replanPhase,
  defineTranche,
  adoptTheme,
  setSavingsTarget,
  splitSavingsTarget,
  setUnitTarget,
  defineRatingScale,
  changeRatingScale,
  setCouncilSetting,
  renameProgramme,
  startProgramme,
  closeProgramme,
] as const;

export type ProgrammeCommand = CommandOf<(typeof acts)[number]>;
export type ProgrammeEvent = EntryOf<(typeof acts)[number]>;

/** The programme itself, one stream: targets, themes, phases, tranches, rating scales and the council's settings. */
export const programmeStream = streamOf<ProgrammeStreamPart, typeof acts>({
  kind: 'programme',
  heading: 'The programme and its phases',
  acts,
});
