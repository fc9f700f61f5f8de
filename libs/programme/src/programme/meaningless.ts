import type { Parts, Refusal } from '#timeline';
import { onDay, refuse } from '../rules.js';
import { dayBases, type ProgrammeEvent } from './events.js';
import { meaninglessForPhase } from './permits-phase.js';
import { meaninglessForScale } from './permits-scale.js';
import { scaleKey, type ScalePart } from './scale.js';
import {
  phaseKey,
  programmeKey,
  themeKey,
  trancheKey,
  type PhasePart,
  type ProgrammePart,
  type ProgrammeStreamPart,
  type ThemePart,
  type TranchePart,
} from './state.js';

type State = Parts<ProgrammeStreamPart>;

export const phaseIn = (state: State, id: string) => state.get(phaseKey(id)) as PhasePart | undefined;
export const scaleIn = (state: State, id: string) => state.get(scaleKey(id)) as ScalePart | undefined;
export const programmeOf = (state: State, { programme }: ProgrammeEvent) =>
  state.get(programmeKey(programme)) as ProgrammePart | undefined;

/** Where an entry of a programme's own stream would record nothing: no exception can give it a meaning. */
export function meaninglessForProgramme(state: State, event: ProgrammeEvent): Refusal | undefined {
  const programme = programmeOf(state, event);
  const { programme: id } = event;
  if (event.type === 'ProgrammeStarted') {
    return (
      programme &&
      refuse(
        'programme-already-started',
        `Programme ${id} was started on ${onDay(programme.started)}: strike that entry to correct it`,
      )
    );
  }
  if (!programme) {
    return refuse(
      'programme-not-started',
      `Programme ${id} is not started by then: date this on or after its start`,
    );
  }
  switch (event.type) {
    case 'ProgrammeRenamed':
    case 'SavingsTargetSet':
      return undefined;
    case 'ProgrammeClosed':
      return programme.closed && closedBefore(id, programme.closed);
    case 'SavingsTargetSplit':
      if (programme.savingsTarget) return undefined;
      return refuse('no-savings-target', 'No savings target is set by then: set it first, then split it');
    case 'UnitTargetSet': {
      const { baseline, reductionPercent } = event;
      if (baseline >= 1 && reductionPercent >= 0 && reductionPercent <= 100) return undefined;
      return refuse(
        'unit-target-out-of-range',
        'Give a baseline of one unit or more, and a reduction from 0 to 100 per cent',
      );
    }
    case 'ThemeAdopted': {
      const theme = state.get(themeKey(event.theme)) as ThemePart | undefined;
      if (!theme) return undefined;
      return refuse(
        'theme-already-adopted',
        `Theme ${theme.id} was adopted on ${onDay(theme.adopted)} as "${theme.title}": strike that entry to correct it`,
      );
    }
    case 'TrancheDefined': {
      const tranche = state.get(trancheKey(event.tranche)) as TranchePart | undefined;
      if (!tranche) return undefined;
      return refuse(
        'tranche-already-defined',
        `Tranche ${tranche.id} was defined on ${onDay(tranche.defined)}: strike that entry to correct it`,
      );
    }
    case 'PhasePlanned':
    case 'PhaseReplanned':
    case 'PhaseOpened':
    case 'PhaseClosed':
    case 'PhaseReopened':
      return meaninglessForPhase(phaseIn(state, event.phase), event);
    case 'CouncilSettingChanged':
      return unsuitable(event);
    case 'RatingScaleDefined':
    case 'RatingScaleChanged':
      return meaninglessForScale(scaleIn(state, event.scale), event);
  }
}

/** The refusal of what a closed programme does not take. */
export function closedBefore(id: string, closed: Parameters<typeof onDay>[0]): Refusal {
  return refuse(
    'programme-closed',
    `Programme ${id} was closed on ${onDay(closed)}: date this earlier, or strike the closing`,
  );
}

function unsuitable({
  setting,
  value,
}: Extract<ProgrammeEvent, { type: 'CouncilSettingChanged' }>): Refusal | undefined {
  if (setting.endsWith('-basis')) {
    if (dayBases.some((basis) => basis === value)) return undefined;
    return refuse('setting-value-unsuitable', `Give ${setting} as one of: ${dayBases.join(', ')}`);
  }
  if (Number.isSafeInteger(value) && Number(value) >= 0) return undefined;
  return refuse('setting-value-unsuitable', `Give ${setting} as a whole number, 0 or more`);
}
