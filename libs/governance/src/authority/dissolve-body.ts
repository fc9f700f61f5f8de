import { factOf, present } from '#acts';
import { optional, text } from '#fields';
import { body } from './authority-fields.js';
import { bodyStands, bodyWith } from './bodies.js';
import { act, gone, nameGivenUp } from './makers.js';
import { bodyIn } from './parts.js';
import { bodyKey, idKey } from './state.js';

export const dissolveBody = act({
  command: 'dissolve-body',
  event: 'BodyDissolved',
  version: 1,
  says: 'Dissolves a body: on the day this holds from it is gone.',
  happened: 'A body was dissolved',
  ends: true,
  fields: { body, reason: optional(text, 'Why it is dissolved.') },
  touches: ({ body: id }) => [bodyKey(id), idKey(id)],
  alsoTouches: (state, { body: id }) => nameGivenUp(bodyIn(state, id)),
  meaningless: (state, { body: id }) => bodyStands(state, id),
  evolve(state, entry) {
    const dissolved = { ...factOf(entry), ...present({ reason: entry.reason }) };
    return [
      ...bodyWith(state, entry.body, () => ({ dissolved })),
      ...gone(state, bodyIn(state, entry.body), entry),
    ];
  },
  example: { takenOn: '2018-03', body: 'advisory-group', reason: 'The programme has closed' },
});
