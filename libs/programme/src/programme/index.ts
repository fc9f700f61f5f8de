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
import type {
  PhasePart,
  ProgrammePart,
  ProgrammeStreamPart,
  SettingPart,
  ThemePart,
  TranchePart,
} from './state.js';

export { councilSettings };
export type {
  CouncilSetting,
  PhasePart,
  ProgrammeCommand,
  ProgrammeEvent,
  ProgrammePart,
  ProgrammeStreamPart,
  SettingPart,
  ThemePart,
  TranchePart,
  TrancheTotal,
  YearShare,
};

/** The programme itself, one stream: targets, themes, phases, tranches and the council's settings. */
export const programmeStream: StreamDefinition<ProgrammeStreamPart, ProgrammeCommand, ProgrammeEvent> = {
  kind: 'programme',
  commands: programmeCommands,
  events: programmeEvents,
  ...programmeRules,
  reads: () => [],
  decide: decideProgramme,
};
