import { factOf, refuse, says, the } from '#acts';
import { notClosed, ofPhase, phase, phaseChanged, phaseIn, planned, since } from './phases.js';
import { act, goingOn, inProgramme, started } from './programmes.js';

export const openPhase = act({
  command: 'open-phase',
  event: 'PhaseOpened',
  version: 1,
  says: 'Opens a phase.',
  happened: 'A phase opened',
  fields: { phase },
  settles: inProgramme,
  touches: ofPhase,
  *meaningless(state, { programme, phase: id }) {
    yield* started(state, programme);
    yield* planned(state, id);
    const held = phaseIn(state, id);
    if (held?.status === 'open') {
      yield refuse(
        'phase-already-open',
        says`Phase ${the.phase(id)} is open${since(held.reopened ?? held.opened)}: strike that entry to correct its date`,
      );
    }
  },
  *breaches(state, { programme, phase: id }) {
    yield* goingOn(state, programme);
    yield* notClosed(state, id, 'open it again with reopen-phase');
  },
  evolve: (state, entry) =>
    phaseChanged(state, entry.phase, ({ statusLog }) => {
      const opened = factOf(entry);
      const log = [...statusLog, { how: 'opened', ...opened } as const];
      return { status: 'open', opened, closed: undefined, reopened: undefined, statusLog: log };
    }),
  example: {
    effectiveOn: '2014-04',
    takenOn: '2014-03-27',
    decision: 'phase-2-opens',
    phase: 'phase-2',
  },
});
