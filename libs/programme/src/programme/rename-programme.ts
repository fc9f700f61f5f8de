import { name, required } from '#fields';
import { act, changed, goingOn, inProgramme, ofProgramme, started } from './programmes.js';

export const renameProgramme = act({
  command: 'rename-programme',
  event: 'ProgrammeRenamed',
  version: 1,
  says: 'Gives the programme another name.',
  happened: 'The programme was renamed',
  fields: { name: required(name, 'What the programme is called from then on.') },
  settles: inProgramme,
  touches: ofProgramme,
  meaningless: (state, { programme }) => started(state, programme),
  breaches: (state, { programme }) => goingOn(state, programme),
  evolve: (state, { programme, name: called }) => changed(state, programme, () => ({ name: called })),
  example: { takenOn: '2015-03-26', name: 'Facing the Challenge: phase 2 onwards' },
});
