import { same, type Parts } from '#timeline';
import { recordedOf, type PlannedDate } from '../recorded.js';
import { present, refuse } from '../rules.js';
import { permitted, type Decided } from '../stream.js';
import type { ProgrammeCommand } from './commands.js';
import type { ProgrammeEvent } from './events.js';
import { evolveProgramme } from './evolve.js';
import { permitsProgramme } from './permits.js';
import {
  phaseKey,
  programmeKey,
  settingKey,
  themeKey,
  trancheKey,
  type PhasePart,
  type ProgrammePart,
  type ProgrammeStreamPart,
  type SettingPart,
  type ThemePart,
  type TranchePart,
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
        return [programme, trancheKey(event.tranche)];
      case 'PhasePlanned':
      case 'PhaseReplanned':
      case 'PhaseOpened':
      case 'PhaseClosed':
      case 'PhaseReopened':
        return [programme, phaseKey(event.phase)];
      case 'CouncilSettingChanged':
        return [programme, settingKey(event.setting)];
    }
  },
};

export function decideProgramme(state: State, command: ProgrammeCommand): Decided<ProgrammeEvent> {
  if (alreadySo(state, command)) return [];
  if (command.type === 'replan-phase' && !command.plannedStart && !command.plannedEnd) {
    return refuse(
      'no-dates-given',
      `Say which date of phase ${command.phase} changes: plannedStart, plannedEnd or both`,
    );
  }
  return permitted(programmeRules, state, [eventOf(command)]);
}

function alreadySo(state: State, command: ProgrammeCommand): boolean {
  const programme = state.get(programmeKey(command.programme)) as ProgrammePart | undefined;
  const phase =
    'phase' in command ? (state.get(phaseKey(command.phase ?? '')) as PhasePart | undefined) : undefined;
  switch (command.type) {
    case 'start-programme':
      return (
        programme?.started.on === command.effectiveOn &&
        programme.name === command.name &&
        programme.purpose === command.purpose
      );
    case 'rename-programme':
      return programme?.name === command.name;
    case 'close-programme':
      return programme?.closed?.on === command.effectiveOn;
    case 'set-savings-target': {
      const target = programme?.savingsTarget;
      return (
        target?.pence === command.pence &&
        target.fromYear === command.fromYear &&
        target.toYear === command.toYear &&
        target.basis === command.basis &&
        target.priceBase === command.priceBase
      );
    }
    case 'split-savings-target':
      return same(programme?.savingsTarget?.years, command.years);
    case 'set-unit-target': {
      const target = programme?.unitTarget;
      return target?.baseline === command.baseline && target.reductionPercent === command.reductionPercent;
    }
    case 'adopt-theme': {
      const theme = state.get(themeKey(command.theme)) as ThemePart | undefined;
      return theme?.title === command.title && theme.number === command.number;
    }
    case 'define-tranche': {
      const tranche = state.get(trancheKey(command.tranche)) as TranchePart | undefined;
      return (
        tranche?.name === command.name &&
        tranche.phase === command.phase &&
        same(tranche.totals, command.totals)
      );
    }
    case 'plan-phase':
      return phase?.name === command.name && samePlan(phase, command);
    case 'replan-phase':
      return (
        phase !== undefined &&
        (command.plannedStart ?? command.plannedEnd) !== undefined &&
        samePlan(phase, { ...phase, ...datesOf(command) })
      );
    case 'open-phase':
      return phase?.status === 'open' && phase.opened?.on === command.effectiveOn;
    case 'close-phase':
      return phase?.status === 'closed' && phase.closed?.on === command.effectiveOn;
    case 'reopen-phase':
      return false;
    case 'set-council-setting': {
      const setting = state.get(settingKey(command.setting)) as SettingPart | undefined;
      return setting?.value === command.value;
    }
  }
}

interface Plan {
  readonly plannedStart?: PlannedDate;
  readonly plannedEnd?: PlannedDate;
}

const datesOf = ({ plannedStart, plannedEnd }: Plan): Plan => present({ plannedStart, plannedEnd });
const samePlan = (a: Plan, b: Plan): boolean => same(datesOf(a), datesOf(b));

function eventOf(command: ProgrammeCommand): ProgrammeEvent {
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
      return {
        ...recorded,
        type: 'SavingsTargetSet',
        pence,
        fromYear,
        toYear,
        basis,
        ...present({ priceBase }),
      };
    }
    case 'split-savings-target':
      return { ...recorded, type: 'SavingsTargetSplit', years: command.years };
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
  }
}
