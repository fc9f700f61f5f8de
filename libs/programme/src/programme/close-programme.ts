import { factOf, present } from '#acts';
import { optional, text } from '#fields';
import { act, changed, goingOn, inProgramme, ofProgramme, started } from './programmes.js';

export const closeProgramme = act({
  command: 'close-programme',
  event: 'ProgrammeClosed',
  version: 1,
  says: 'Closes the programme.',
  happened: 'The programme closed',
  ends: true,
  fields: { reason: optional(text, 'Why it closes.') },
  settles: inProgramme,
  touches: ofProgramme,
  *meaningless(state, { programme }) {
    yield* started(state, programme);
    yield* goingOn(state, programme);
  },
  evolve: (state, entry) =>
    changed(state, entry.programme, () => ({
      closed: { ...factOf(entry), ...present({ reason: entry.reason }) },
    })),
  example: { takenOn: '2018-03', provenance: 'estimated', reason: 'Every phase has closed' },
});
