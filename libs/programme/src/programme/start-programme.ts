import { factOf, onDay, refuse, says, the } from '#acts';
import { name, optional, required, text } from '#fields';
import { act, inProgramme, ofProgramme, programmeIn } from './programmes.js';
import { programmeKey, programmePart } from './state.js';

export const startProgramme = act({
  command: 'start-programme',
  event: 'ProgrammeStarted',
  version: 1,
  says: 'Starts a change programme; the first command of any.',
  happened: 'The programme started',
  fields: {
    name: required(name, 'What the programme is called.'),
    purpose: optional(text, 'What the programme is for.'),
  },
  settles: inProgramme,
  touches: ofProgramme,
  *meaningless(state, { programme: id }) {
    const before = programmeIn(state, id);
    if (before) {
      yield refuse(
        'programme-already-started',
        says`Programme ${the.programme(id)} was started on ${onDay(before.started)}: strike that entry to correct it`,
      );
    }
  },
  evolve: (_state, { programme: id, ...entry }) => [
    [programmeKey(id), programmePart({ ...entry, id, started: factOf(entry) })],
  ],
  example: {
    takenOn: '2013-09-19',
    decision: 'facing-the-challenge',
    provenance: 'minuted',
    source: 'County Council, 19 September 2013, minute 35',
    name: 'Facing the Challenge',
    purpose: 'Whole-council transformation',
  },
});
