import type { Parts, Refusal } from '#timeline';
import type { PlannedDate } from '../recorded.js';
import { onDay, refuse } from '../rules.js';
import { firstBreach } from '../stream.js';
import type { ProgrammeEvent } from './events.js';
import {
  phaseKey,
  programmeKey,
  themeKey,
  trancheKey,
  type PhasePart,
  type ProgrammePart,
  type ProgrammeStreamPart,
} from './state.js';

type State = Parts<ProgrammeStreamPart>;

export function permitsProgramme(state: State, event: ProgrammeEvent): Refusal | undefined {
  return firstBreach(event, breaches(state, event));
}

function* breaches(state: State, event: ProgrammeEvent): Iterable<Refusal> {
  const programme = state.get(programmeKey(event.programme)) as ProgrammePart | undefined;
  if (event.type === 'ProgrammeStarted') {
    if (programme) {
      yield refuse(
        'programme-already-started',
        `Programme ${event.programme} was started on ${onDay(programme.started)}: strike that entry to correct it`,
      );
    }
    return;
  }
  if (!programme) {
    yield refuse(
      'programme-not-started',
      `Programme ${event.programme} is not started by then: date this on or after its start`,
    );
    return;
  }
  if (programme.closed) {
    yield refuse(
      'programme-closed',
      `Programme ${event.programme} was closed on ${onDay(programme.closed)}: date this earlier, or strike the closing`,
    );
  }
  switch (event.type) {
    case 'ProgrammeRenamed':
    case 'ProgrammeClosed':
    case 'UnitTargetSet':
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
      yield* splitBreaches(programme, event);
      return;
    case 'ThemeAdopted':
      if (state.get(themeKey(event.theme))) {
        yield refuse(
          'theme-already-adopted',
          `Theme ${event.theme} is adopted already: strike that entry to correct it`,
        );
      }
      return;
    case 'TrancheDefined':
      if (state.get(trancheKey(event.tranche))) {
        yield refuse(
          'tranche-already-defined',
          `Tranche ${event.tranche} is defined already: strike that entry to correct it`,
        );
      }
      return;
    case 'PhasePlanned':
    case 'PhaseReplanned':
    case 'PhaseOpened':
    case 'PhaseClosed':
    case 'PhaseReopened':
      yield* phaseBreaches(state.get(phaseKey(event.phase)) as PhasePart | undefined, event);
      return;
  }
}

function* splitBreaches(
  { savingsTarget }: ProgrammePart,
  { years }: Extract<ProgrammeEvent, { type: 'SavingsTargetSplit' }>,
): Iterable<Refusal> {
  if (!savingsTarget) {
    yield refuse('no-savings-target', 'No savings target is set by then: set it first, then split it');
    return;
  }
  const { fromYear, toYear, pence } = savingsTarget;
  if (years.some(({ year }) => year < fromYear || year > toYear)) {
    yield refuse(
      'year-outside-target',
      `The target runs from ${fromYear} to ${toYear}: split it over those years only`,
    );
  }
  if (new Set(years.map(({ year }) => year)).size !== years.length) {
    yield refuse('year-twice', 'Name each year once');
  }
  const sum = years.reduce((total, year) => total + year.pence, 0);
  if (sum !== pence) {
    yield refuse(
      'split-does-not-add-up',
      `The years add up to ${sum} pence and the target is ${pence} pence: make them equal`,
    );
  }
}

function* phaseBreaches(
  phase: PhasePart | undefined,
  event: Extract<ProgrammeEvent, { phase: string; type: `Phase${string}` }>,
): Iterable<Refusal> {
  const { phase: id } = event;
  if (event.type === 'PhasePlanned') {
    if (phase)
      yield refuse(
        'phase-already-planned',
        `Phase ${id} is planned already: change its dates with replan-phase`,
      );
    yield* reversed(event.plannedStart, event.plannedEnd);
    return;
  }
  if (!phase) {
    yield refuse('phase-not-planned', `No phase ${id} is planned by then: plan it first with plan-phase`);
    return;
  }
  const opened = phase.opened ? onDay(phase.opened) : '';
  const closed = phase.closed ? onDay(phase.closed) : '';
  switch (event.type) {
    case 'PhaseReplanned':
      if (phase.status === 'closed')
        yield refuse(
          'phase-closed',
          `Phase ${id} was closed on ${closed}: reopen it before planning it anew`,
        );
      yield* reversed(event.plannedStart ?? phase.plannedStart, event.plannedEnd ?? phase.plannedEnd);
      return;
    case 'PhaseOpened':
      if (phase.status === 'open')
        yield refuse(
          'phase-already-open',
          `Phase ${id} was opened on ${opened}: strike that entry to correct its date`,
        );
      if (phase.status === 'closed')
        yield refuse('phase-closed', `Phase ${id} was closed on ${closed}: open it again with reopen-phase`);
      return;
    case 'PhaseClosed':
      if (phase.status === 'planned')
        yield refuse('phase-not-open', `Phase ${id} is not open by then: open it first, or date this later`);
      if (phase.status === 'closed')
        yield refuse(
          'phase-already-closed',
          `Phase ${id} was closed on ${closed}: strike that entry to correct its date`,
        );
      return;
    case 'PhaseReopened':
      if (phase.status !== 'closed')
        yield refuse('phase-not-closed', `Phase ${id} is not closed by then: there is nothing to reopen`);
  }
}

function* reversed(start: PlannedDate | undefined, end: PlannedDate | undefined): Iterable<Refusal> {
  if (start && end && end.on < start.on) {
    yield refuse(
      'plan-reversed',
      `The planned end, ${onDay(end)}, is before the planned start, ${onDay(start)}: put them in order`,
    );
  }
}
