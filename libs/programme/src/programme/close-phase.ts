import { factOf, present, refuse, says, the } from '#acts';
import { optional, text } from '#fields';
import { ofPhase, phase, phaseChanged, phaseIn, planned, since } from './phases.js';
import { act, goingOn, inProgramme, started } from './programmes.js';

export const closePhase = act({
  command: 'close-phase',
  event: 'PhaseClosed',
  version: 1,
  says: 'Closes a phase.',
  happened: 'A phase closed',
  ends: true,
  fields: { phase, reason: optional(text, 'Why it closes.') },
  settles: inProgramme,
  touches: ofPhase,
  *meaningless(state, { programme, phase: id }) {
    yield* started(state, programme);
    yield* planned(state, id);
    const held = phaseIn(state, id);
    if (held?.status === 'closed') {
      yield refuse(
        'phase-already-closed',
        says`Phase ${the.phase(id)} is closed${since(held.closed)}: strike that entry to correct its date`,
      );
    }
  },
  *breaches(state, { programme, phase: id }) {
    yield* goingOn(state, programme);
    if (phaseIn(state, id)?.status === 'planned') {
      yield refuse(
        'phase-not-open',
        says`Phase ${the.phase(id)} is not open by then: open it first, or date this later`,
      );
    }
  },
  evolve: (state, entry) =>
    phaseChanged(state, entry.phase, ({ statusLog }) => {
      const closed = { ...factOf(entry), ...present({ reason: entry.reason }) };
      return { status: 'closed', closed, statusLog: [...statusLog, { how: 'closed', ...closed }] };
    }),
  example: {
    effectiveOn: '2014-03',
    provenance: 'reconstructed',
    phase: 'phase-1',
    reason: 'Its last review was decided',
  },
});
