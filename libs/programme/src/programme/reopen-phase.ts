import { factOf, refuse, says, the } from '#acts';
import { required, text } from '#fields';
import { ofPhase, phase, phaseChanged, phaseIn, planned } from './phases.js';
import { act, goingOn, inProgramme, started } from './programmes.js';

export const reopenPhase = act({
  command: 'reopen-phase',
  event: 'PhaseReopened',
  version: 1,
  says: 'Opens a closed phase again.',
  happened: 'A phase was opened again',
  fields: { phase, reason: required(text, 'Why it opens again.') },
  settles: inProgramme,
  touches: ofPhase,
  *meaningless(state, { programme, phase: id }) {
    yield* started(state, programme);
    yield* planned(state, id);
    if (phaseIn(state, id)?.status !== 'closed') {
      yield refuse(
        'phase-not-closed',
        says`Phase ${the.phase(id)} is not closed by then: there is nothing to reopen`,
      );
    }
  },
  breaches: (state, { programme }) => goingOn(state, programme),
  evolve: (state, entry) =>
    phaseChanged(state, entry.phase, ({ statusLog }) => {
      const reopened = { ...factOf(entry), reason: entry.reason };
      const log = [...statusLog, { how: 'reopened', ...reopened } as const];
      return { status: 'open', closed: undefined, reopened, statusLog: log };
    }),
  example: { takenOn: '2014-07-17', phase: 'phase-1', reason: 'A review was referred back' },
});
