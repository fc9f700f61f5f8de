import { same, type Parts } from '#timeline';
import { addsNoDecision, restates } from '../repeated.js';
import { present } from '../rules.js';
import type { ProgrammeCommand } from './commands.js';
import type { YearShare } from './events.js';
import { mappingInOrder, pointsInOrder, scaleKey, versionInForce, type ScalePart } from './scale.js';
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
type Plan = Pick<PhasePart, 'plannedStart' | 'plannedEnd'>;

/** The commands that are already so only where the very entry is on the record. */
export const repeats: ReadonlySet<ProgrammeCommand['type']> = new Set([
  'start-programme',
  'close-programme',
  'adopt-theme',
  'define-tranche',
  'plan-phase',
  'open-phase',
  'close-phase',
  'reopen-phase',
  'define-rating-scale',
  'change-rating-scale',
] as const);

/** Whether the record holds already what a command says, so that it changes nothing. */
export function alreadySo(state: State, command: ProgrammeCommand): boolean {
  const programme = state.get(programmeKey(command.programme)) as ProgrammePart | undefined;
  const phase = (id: string) => state.get(phaseKey(id)) as PhasePart | undefined;
  switch (command.type) {
    case 'start-programme':
      return (
        restates(programme?.started, command) &&
        programme?.name === command.name &&
        programme.purpose === command.purpose
      );
    case 'rename-programme':
      return programme?.name === command.name;
    case 'close-programme':
      return restates(programme?.closed, command) && programme?.closed?.reason === command.reason;
    case 'set-savings-target': {
      const target = programme?.savingsTarget;
      return (
        addsNoDecision(target?.set, command) &&
        target?.pence === command.pence &&
        target.fromYear === command.fromYear &&
        target.toYear === command.toYear &&
        target.basis === command.basis &&
        target.priceBase === command.priceBase
      );
    }
    case 'split-savings-target': {
      const target = programme?.savingsTarget;
      return addsNoDecision(target?.split, command) && same(target?.years, inOrder(command.years));
    }
    case 'set-unit-target': {
      const target = programme?.unitTarget;
      return (
        addsNoDecision(target?.set, command) &&
        target?.baseline === command.baseline &&
        target.reductionPercent === command.reductionPercent
      );
    }
    case 'adopt-theme': {
      const theme = state.get(themeKey(command.theme)) as ThemePart | undefined;
      return (
        restates(theme?.adopted, command) && theme?.title === command.title && theme.number === command.number
      );
    }
    case 'define-tranche': {
      const tranche = state.get(trancheKey(command.tranche)) as TranchePart | undefined;
      return (
        restates(tranche?.defined, command) &&
        tranche?.name === command.name &&
        tranche.phase === command.phase &&
        same(tranche.totals, command.totals)
      );
    }
    case 'plan-phase': {
      const held = phase(command.phase);
      return (
        restates(held?.planned, command) &&
        held?.name === command.name &&
        same(datesOf(held), datesOf(command))
      );
    }
    case 'replan-phase': {
      const held = phase(command.phase);
      const dates = datesOf(command);
      return (
        held !== undefined &&
        Object.keys(dates).length > 0 &&
        same(datesOf(held), datesOf({ ...held, ...dates }))
      );
    }
    case 'open-phase': {
      const held = phase(command.phase);
      return held?.status === 'open' && restates(held.opened, command);
    }
    case 'close-phase': {
      const closed = phase(command.phase)?.closed;
      return restates(closed, command) && closed?.reason === command.reason;
    }
    case 'reopen-phase': {
      const held = phase(command.phase);
      return (
        held?.status === 'open' &&
        restates(held.reopened, command) &&
        held.reopened?.reason === command.reason
      );
    }
    case 'set-council-setting': {
      const setting = state.get(settingKey(command.setting)) as SettingPart | undefined;
      return addsNoDecision(setting?.changed, command) && setting?.value === command.value;
    }
    case 'define-rating-scale': {
      const scale = state.get(scaleKey(command.scale)) as ScalePart | undefined;
      const [first] = scale?.versions ?? [];
      return (
        restates(first?.since, command) &&
        scale?.name === command.name &&
        scale.measure === command.measure &&
        first?.version === command.version &&
        same(first.points, pointsInOrder(command.points))
      );
    }
    case 'change-rating-scale': {
      const scale = state.get(scaleKey(command.scale)) as ScalePart | undefined;
      const held = scale && versionInForce(scale);
      return (
        restates(held?.since, command) &&
        held?.version === command.version &&
        same(held.points, pointsInOrder(command.points)) &&
        same(held.mapping, mappingInOrder(command.mapping))
      );
    }
  }
}

/** The planned dates of a phase, those that are given. */
export function datesOf({ plannedStart, plannedEnd }: Plan): Plan {
  return present({ plannedStart, plannedEnd });
}

/** A split in order of year, however it was given. */
export function inOrder(years: readonly YearShare[]): YearShare[] {
  return [...years].sort((a, b) => (a.year < b.year ? -1 : a.year > b.year ? 1 : 0));
}
