import { factOf, present, refuse, says, the } from '#acts';
import { optional, plannedDate, plannedEnd, required, text } from '#fields';
import { notClosed, ofPhase, phase, phaseChanged, phaseIn, planned, plannedInOrder } from './phases.js';
import { act, goingOn, inProgramme, started } from './programmes.js';

export const replanPhase = act({
  command: 'replan-phase',
  event: 'PhaseReplanned',
  version: 1,
  says: 'Changes the planned dates of a phase.',
  happened: 'A phase was planned anew',
  fields: {
    phase,
    plannedStart: optional(
      plannedDate,
      'When it is now planned to start; left out where that does not change.',
    ),
    plannedEnd: optional(plannedEnd, 'When it is now planned to end; left out where that does not change.'),
    reason: required(text, 'Why the plan changes.'),
  },
  settles: inProgramme,
  touches: ofPhase,
  *meaningless(state, { programme, phase: id, plannedStart: start, plannedEnd: end }) {
    yield* started(state, programme);
    yield* planned(state, id);
    if (!start && !end) {
      yield refuse(
        'no-dates-given',
        says`Say which date of phase ${the.phase(id)} changes: plannedStart, plannedEnd or both`,
      );
    }
  },
  *breaches(state, { programme, phase: id, plannedStart: start, plannedEnd: end }) {
    yield* goingOn(state, programme);
    yield* notClosed(state, id, 'reopen it before planning it anew');
    const held = phaseIn(state, id);
    yield* plannedInOrder(start ?? held?.plannedStart, end ?? held?.plannedEnd);
  },
  evolve: (state, entry) =>
    phaseChanged(state, entry.phase, () => ({
      ...present({ plannedStart: entry.plannedStart, plannedEnd: entry.plannedEnd }),
      replanned: { ...factOf(entry), reason: entry.reason },
    })),
  example: {
    takenOn: '2014-12-11',
    phase: 'phase-2',
    plannedStart: '2014-05',
    plannedEnd: '2015-09-30',
    reason: 'The market was slower than expected',
  },
});
