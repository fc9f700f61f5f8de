import { factOf, onDay, refuse, says, the } from '#acts';
import { idOf, name, required, wholeNumber } from '#fields';
import { act, goingOn, inProgramme, started } from './programmes.js';
import { programmeKey, themeKey } from './state.js';

export const adoptTheme = act({
  command: 'adopt-theme',
  event: 'ThemeAdopted',
  version: 1,
  says: 'Adopts a theme of the programme.',
  happened: 'A theme was adopted',
  fields: {
    theme: required(idOf('theme', 'new'), 'The theme.'),
    title: required(name, 'What the theme is called.'),
    number: required(wholeNumber(1), 'Its number in the order of themes.', 'Number of the theme'),
  },
  settles: inProgramme,
  touches: ({ programme, theme: id }) => [programmeKey(programme), themeKey(id)],
  *meaningless(state, { programme, theme: id }) {
    yield* started(state, programme);
    const before = state.get(themeKey(id));
    if (before?.kind === 'theme') {
      yield refuse(
        'theme-already-adopted',
        says`Theme ${the.theme(id)} was adopted on ${onDay(before.adopted)} as "${before.title}": strike that entry to correct it`,
      );
    }
  },
  breaches: (state, { programme }) => goingOn(state, programme),
  evolve: (_state, { theme: id, number, title, ...entry }) => [
    [themeKey(id), { kind: 'theme', id, number, title, adopted: factOf(entry) }],
  ],
  example: {
    takenOn: '2013-09-19',
    theme: 'market-engagement',
    title: 'Market engagement and service review',
    number: 1,
  },
});
