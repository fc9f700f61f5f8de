import type { StreamDefinition } from '../stream.js';
import { programmeCommands, type ProgrammeCommand } from './commands.js';
import { decideProgramme, programmeRules } from './decide.js';
import {
  councilSettings,
  programmeEvents,
  type CouncilSetting,
  type ProgrammeEvent,
  type TrancheTotal,
  type YearShare,
} from './events.js';
import {
  mappedPoint,
  ratingMeasures,
  versionInForce,
  type PointMapping,
  type RatingMeasure,
  type ScalePart,
  type ScalePoint,
  type ScaleVersion,
} from './scale.js';
import type {
  PhasePart,
  ProgrammePart,
  ProgrammeStreamPart,
  SettingPart,
  ThemePart,
  TranchePart,
} from './state.js';

export { councilSettings, mappedPoint, ratingMeasures, versionInForce };
export type {
  CouncilSetting,
  PhasePart,
  PointMapping,
  ProgrammeCommand,
  ProgrammeEvent,
  ProgrammePart,
  ProgrammeStreamPart,
  RatingMeasure,
  ScalePart,
  ScalePoint,
  ScaleVersion,
  SettingPart,
  ThemePart,
  TranchePart,
  TrancheTotal,
  YearShare,
};

/** The programme itself, one stream: targets, themes, phases, tranches, rating scales and the council's settings. */
export const programmeStream: StreamDefinition<ProgrammeStreamPart, ProgrammeCommand, ProgrammeEvent> = {
  kind: 'programme',
  commands: programmeCommands,
  events: programmeEvents,
  ...programmeRules,
  reads: () => [],
  decide: decideProgramme,
};
