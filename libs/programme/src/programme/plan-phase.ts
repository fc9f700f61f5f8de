import { factOf, onDay, refuse, says, the } from '#acts';
import { idOf, name, optional, plannedDate, plannedEnd, required } from '#fields';
import { ofPhase, phaseIn, plannedInOrder } from './phases.js';
import { act, goingOn, inProgramme, started } from './programmes.js';
import { phaseKey, phasePart } from './state.js';

export const planPhase = act({
  command: 'plan-phase',
  event: 'PhasePlanned',
  version: 1,
  says: 'Plans a phase. A plan opens nothing.',
  happened: 'A phase was planned',
  fields: {
    phase: required(idOf('phase', 'new'), 'The phase.'),
    name: required(name, 'What the phase is called.'),
    plannedStart: optional(plannedDate, 'When it is planned to start.'),
    plannedEnd: optional(plannedEnd, 'When it is planned to end; a month or a year stands for its last day.'),
  },
  settles: inProgramme,
  touches: ofPhase,
  *meaningless(state, { programme, phase: id }) {
    yield* started(state, programme);
    const before = phaseIn(state, id);
    if (before) {
      yield refuse(
        'phase-already-planned',
        says`Phase ${the.phase(id)} was planned on ${onDay(before.planned)}: change its dates with replan-phase`,
      );
    }
  },
  *breaches(state, { programme, plannedStart: start, plannedEnd: end }) {
    yield* goingOn(state, programme);
    yield* plannedInOrder(start, end);
  },
  evolve: (_state, { phase: id, ...entry }) => [
    [phaseKey(id), phasePart({ ...entry, id, planned: factOf(entry), status: 'planned', statusLog: [] })],
  ],
  example: {
    takenOn: '2013-09-19',
    phase: 'phase-2',
    name: 'Phase 2',
    plannedStart: '2014-04',
    plannedEnd: '2015-03',
  },
});
