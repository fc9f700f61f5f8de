import type { Parts, Refusal } from '#timeline';
import { pounds } from '../money.js';
import { refuse } from '../rules.js';
import { firstBreach } from '../stream.js';
import type { ProgrammeEvent } from './events.js';
import { closedBefore, meaninglessForProgramme, phaseIn, programmeOf } from './meaningless.js';
import { phaseBreaches } from './permits-phase.js';
import type { ProgrammeStreamPart, SavingsTarget } from './state.js';

type State = Parts<ProgrammeStreamPart>;

/** Why an entry of a programme's own stream cannot stand where it is dated, if it cannot. */
export function permitsProgramme(state: State, event: ProgrammeEvent): Refusal | undefined {
  return meaninglessForProgramme(state, event) ?? firstBreach(event, breaches(state, event));
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
    case 'RatingScaleDefined':
    case 'RatingScaleChanged':
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
