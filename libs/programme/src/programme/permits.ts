import type { Parts, Refusal } from '#timeline';
import { pounds } from '../money.js';
import { onDay, refuse } from '../rules.js';
import { firstBreach } from '../stream.js';
import { dayBases, type ProgrammeEvent } from './events.js';
import { meaninglessForPhase, phaseBreaches } from './permits-phase.js';
import {
  phaseKey,
  programmeKey,
  themeKey,
  trancheKey,
  type PhasePart,
  type ProgrammePart,
  type ProgrammeStreamPart,
  type SavingsTarget,
  type ThemePart,
  type TranchePart,
} from './state.js';

type State = Parts<ProgrammeStreamPart>;

/** Why an entry of a programme's own stream cannot stand where it is dated, if it cannot. */
export function permitsProgramme(state: State, event: ProgrammeEvent): Refusal | undefined {
  return meaningless(state, event) ?? firstBreach(event, breaches(state, event));
}

const phaseIn = (state: State, id: string) => state.get(phaseKey(id)) as PhasePart | undefined;
const programmeOf = (state: State, { programme }: ProgrammeEvent) =>
  state.get(programmeKey(programme)) as ProgrammePart | undefined;

/** Where the entry would record nothing: no exception can give it a meaning. */
function meaningless(state: State, event: ProgrammeEvent): Refusal | undefined {
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
  }
}

function* breaches(state: State, event: ProgrammeEvent): Iterable<Refusal> {
  const programme = programmeOf(state, event);
  if (programme?.closed) yield closedBefore(programme.id, programme.closed);
  switch (event.type) {
    case 'ProgrammeStarted':
    case 'ProgrammeRenamed':
    case 'ProgrammeClosed':
    case 'UnitTargetSet':
    case 'ThemeAdopted':
    case 'CouncilSettingChanged':
      return;
    case 'SavingsTargetSet':
      if (event.fromYear > event.toYear) {
        yield refuse(
          'years-reversed',
          `The target runs from ${event.fromYear} to ${event.toYear}: put the earlier year first`,
        );
      }
      return;
    case 'SavingsTargetSplit':
      if (programme?.savingsTarget) yield* splitBreaches(programme.savingsTarget, event);
      return;
    case 'TrancheDefined':
      yield* trancheBreaches(state, event);
      return;
    case 'PhasePlanned':
    case 'PhaseReplanned':
    case 'PhaseOpened':
    case 'PhaseClosed':
    case 'PhaseReopened':
      yield* phaseBreaches(phaseIn(state, event.phase), event);
      return;
  }
}

function closedBefore(id: string, closed: Parameters<typeof onDay>[0]): Refusal {
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

function* splitBreaches(
  { fromYear, toYear, pence }: SavingsTarget,
  { years }: Extract<ProgrammeEvent, { type: 'SavingsTargetSplit' }>,
): Iterable<Refusal> {
  if (years.some(({ year }) => year < fromYear || year > toYear)) {
    yield refuse(
      'year-outside-target',
      `The target runs from ${fromYear} to ${toYear}: split it over those years only`,
    );
  }
  if (new Set(years.map(({ year }) => year)).size !== years.length) {
    yield refuse('year-twice', 'A year of the split is given twice: name each year once');
  }
  const sum = years.reduce((total, year) => total + year.pence, 0);
  if (sum !== pence) {
    yield refuse(
      'split-does-not-add-up',
      `The years add up to ${pounds(sum)} and the target is ${pounds(pence)}: make them equal`,
    );
  }
}

function* trancheBreaches(
  state: State,
  { tranche, phase, totals }: Extract<ProgrammeEvent, { type: 'TrancheDefined' }>,
): Iterable<Refusal> {
  if (phase !== undefined && !phaseIn(state, phase)) {
    yield refuse(
      'phase-not-planned',
      `No phase ${phase} is planned by then: plan it first, or leave the phase out of tranche ${tranche}`,
    );
  }
  if (new Set(totals.map(({ heading }) => heading)).size !== totals.length) {
    yield refuse(
      'heading-twice',
      `A heading of tranche ${tranche} is given twice: give one total for each heading`,
    );
  }
}
