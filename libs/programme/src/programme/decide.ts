import type { Parts } from '#timeline';
import { recordedOf } from '../recorded.js';
import { present } from '../rules.js';
import { permitted, settled, type Decided } from '../stream.js';
import { alreadySo, datesOf, inOrder, repeats } from './already-so.js';
import type { ProgrammeCommand } from './commands.js';
import type { ProgrammeEvent } from './events.js';
import { evolveProgramme } from './evolve.js';
import { permitsProgramme } from './permits.js';
import { scaleIn } from './meaningless.js';
import { mappingInOrder, pointsInOrder, scaleKey, versionInForce } from './scale.js';
import {
  phaseKey,
  programmeKey,
  settingKey,
  themeKey,
  trancheKey,
  type ProgrammeStreamPart,
} from './state.js';

type State = Parts<ProgrammeStreamPart>;

export const programmeRules = {
  evolve: evolveProgramme,
  permits: permitsProgramme,
  touches: (event: ProgrammeEvent): readonly string[] => {
    const programme = programmeKey(event.programme);
    switch (event.type) {
      case 'ProgrammeStarted':
      case 'ProgrammeRenamed':
      case 'ProgrammeClosed':
      case 'SavingsTargetSet':
      case 'SavingsTargetSplit':
      case 'UnitTargetSet':
        return [programme];
      case 'ThemeAdopted':
        return [programme, themeKey(event.theme)];
      case 'TrancheDefined':
        return [
          programme,
          trancheKey(event.tranche),
          ...(event.phase === undefined ? [] : [phaseKey(event.phase)]),
        ];
      case 'PhasePlanned':
      case 'PhaseReplanned':
      case 'PhaseOpened':
      case 'PhaseClosed':
      case 'PhaseReopened':
        return [programme, phaseKey(event.phase)];
      case 'CouncilSettingChanged':
        return [programme, settingKey(event.setting)];
      case 'RatingScaleDefined':
      case 'RatingScaleChanged':
        return [programme, scaleKey(event.scale)];
    }
  },
};

/** The event that a command of a programme's own stream comes to, none where it changes nothing, or a refusal. */
export function decideProgramme(state: State, command: ProgrammeCommand): Decided<ProgrammeEvent> {
  const decided = permitted(programmeRules, state, [eventOf(state, command)]);
  return settled(decided, command, { alreadySo: () => alreadySo(state, command), repeats });
}

function eventOf(state: State, command: ProgrammeCommand): ProgrammeEvent {
  const recorded = { ...recordedOf(command), programme: command.programme };
  switch (command.type) {
    case 'start-programme':
      return {
        ...recorded,
        type: 'ProgrammeStarted',
        name: command.name,
        ...present({ purpose: command.purpose }),
      };
    case 'rename-programme':
      return { ...recorded, type: 'ProgrammeRenamed', name: command.name };
    case 'close-programme':
      return { ...recorded, type: 'ProgrammeClosed', ...present({ reason: command.reason }) };
    case 'set-savings-target': {
      const { pence, fromYear, toYear, basis, priceBase } = command;
      const target = present({ pence, fromYear, toYear, basis, priceBase });
      return { ...recorded, type: 'SavingsTargetSet', ...target };
    }
    case 'split-savings-target':
      return { ...recorded, type: 'SavingsTargetSplit', years: inOrder(command.years) };
    case 'set-unit-target': {
      const { baseline, reductionPercent } = command;
      return { ...recorded, type: 'UnitTargetSet', baseline, reductionPercent };
    }
    case 'adopt-theme': {
      const { theme, title, number } = command;
      return { ...recorded, type: 'ThemeAdopted', theme, title, number };
    }
    case 'define-tranche': {
      const { tranche, name, phase, totals } = command;
      return { ...recorded, type: 'TrancheDefined', tranche, name, ...present({ phase }), totals };
    }
    case 'plan-phase':
      return {
        ...recorded,
        type: 'PhasePlanned',
        phase: command.phase,
        name: command.name,
        ...datesOf(command),
      };
    case 'replan-phase': {
      const { phase, reason } = command;
      return { ...recorded, type: 'PhaseReplanned', phase, ...datesOf(command), reason };
    }
    case 'open-phase':
      return { ...recorded, type: 'PhaseOpened', phase: command.phase };
    case 'close-phase':
      return {
        ...recorded,
        type: 'PhaseClosed',
        phase: command.phase,
        ...present({ reason: command.reason }),
      };
    case 'reopen-phase':
      return { ...recorded, type: 'PhaseReopened', phase: command.phase, reason: command.reason };
    case 'set-council-setting':
      return { ...recorded, type: 'CouncilSettingChanged', setting: command.setting, value: command.value };
    case 'define-rating-scale': {
      const { scale, version, name, measure } = command;
      const points = pointsInOrder(command.points);
      return { ...recorded, type: 'RatingScaleDefined', scale, version, name, measure, points };
    }
    case 'change-rating-scale': {
      const { scale, version } = command;
      const held = scaleIn(state, scale);
      const fromVersion = command.fromVersion ?? (held ? versionInForce(held).version : 0);
      const [points, mapping] = [pointsInOrder(command.points), mappingInOrder(command.mapping)];
      return { ...recorded, type: 'RatingScaleChanged', scale, fromVersion, version, points, mapping };
    }
  }
}
