import type { Refusal } from '#timeline';
import type { PlannedDate } from '../recorded.js';
import { onDay, refuse } from '../rules.js';
import type { ProgrammeEvent } from './events.js';
import type { PhasePart } from './state.js';

type PhaseEvent = Extract<ProgrammeEvent, { type: `Phase${string}` }>;

/** Where an entry about a phase would record nothing: no exception can give it a meaning. */
export function meaninglessForPhase(phase: PhasePart | undefined, event: PhaseEvent): Refusal | undefined {
  const { phase: id } = event;
  if (event.type === 'PhasePlanned') {
    return (
      phase &&
      refuse(
        'phase-already-planned',
        `Phase ${id} was planned on ${onDay(phase.planned)}: change its dates with replan-phase`,
      )
    );
  }
  if (!phase) {
    return refuse('phase-not-planned', `No phase ${id} is planned by then: plan it first with plan-phase`);
  }
  switch (event.type) {
    case 'PhaseReplanned':
      if (event.plannedStart ?? event.plannedEnd) return undefined;
      return refuse(
        'no-dates-given',
        `Say which date of phase ${id} changes: plannedStart, plannedEnd or both`,
      );
    case 'PhaseOpened':
      if (phase.status !== 'open') return undefined;
      return refuse(
        'phase-already-open',
        `Phase ${id} is open${since(phase.reopened ?? phase.opened)}: strike that entry to correct its date`,
      );
    case 'PhaseClosed':
      if (phase.status !== 'closed') return undefined;
      return refuse(
        'phase-already-closed',
        `Phase ${id} is closed${since(phase.closed)}: strike that entry to correct its date`,
      );
    case 'PhaseReopened':
      if (phase.status === 'closed') return undefined;
      return refuse('phase-not-closed', `Phase ${id} is not closed by then: there is nothing to reopen`);
  }
}

/** The rules for an entry about a phase that has a meaning. */
export function* phaseBreaches(phase: PhasePart | undefined, event: PhaseEvent): Iterable<Refusal> {
  const { phase: id } = event;
  const closed = phase?.status === 'closed';
  switch (event.type) {
    case 'PhasePlanned':
      yield* reversed(event.plannedStart, event.plannedEnd);
      return;
    case 'PhaseReplanned':
      if (closed) {
        yield refuse(
          'phase-closed',
          `Phase ${id} is closed${since(phase.closed)}: reopen it before planning it anew`,
        );
      }
      yield* reversed(event.plannedStart ?? phase?.plannedStart, event.plannedEnd ?? phase?.plannedEnd);
      return;
    case 'PhaseOpened':
      if (closed) {
        yield refuse(
          'phase-closed',
          `Phase ${id} is closed${since(phase.closed)}: open it again with reopen-phase`,
        );
      }
      return;
    case 'PhaseClosed':
      if (phase?.status === 'planned') {
        yield refuse('phase-not-open', `Phase ${id} is not open by then: open it first, or date this later`);
      }
      return;
    case 'PhaseReopened':
      return;
  }
}

const since = (fact: Parameters<typeof onDay>[0] | undefined) => (fact ? ` since ${onDay(fact)}` : '');

function* reversed(start: PlannedDate | undefined, end: PlannedDate | undefined): Iterable<Refusal> {
  if (start && end && end.on < start.on) {
    yield refuse(
      'plan-reversed',
      `The planned end, ${onDay(end)}, is before the planned start, ${onDay(start)}: put them in order`,
    );
  }
}
