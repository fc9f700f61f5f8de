import { says, the } from '#acts';
import { name, required } from '#fields';
import { body } from './authority-fields.js';
import { bodyStands, bodyWith } from './bodies.js';
import { act, nameFree, nameGivenUp, renamed } from './makers.js';
import { bodyIn } from './parts.js';
import { bodyKey, nameKey } from './state.js';

export const renameBody = act({
  command: 'rename-body',
  event: 'BodyRenamed',
  version: 2,
  says: 'Gives a body another name.',
  happened: 'A body was renamed',
  fields: { body, name: required(name, 'What the body is called from then on.') },
  from: {
    fromName: {
      kind: name,
      says: 'The name it is believed to have until then; refused if it has another on that day.',
      label: 'Former name',
      of: ({ body: id }) => says`The name of body ${the.body(id)}`,
      is: (state, { body: id }) => bodyIn(state, id)?.name ?? null,
    },
  },
  touches: ({ body: id, name: called, fromName }) => [
    bodyKey(id),
    ...(fromName === null ? [] : [nameKey(fromName)]),
    nameKey(called),
  ],
  alsoTouches: (state, { body: id }) => nameGivenUp(bodyIn(state, id)),
  *meaningless(state, { body: id, name: called }) {
    yield* bodyStands(state, id);
    yield* nameFree(state, id, called);
  },
  evolve: (state, { body: id, name: called }) => [
    ...bodyWith(state, id, () => ({ name: called })),
    ...renamed(state, bodyIn(state, id), called),
  ],
  formerly: { 1: ({ toName, ...others }) => ({ ...others, name: toName }) },
  example: {
    takenOn: '2013-05-23',
    body: 'resources-committee',
    name: 'Policy and Resources Committee',
    fromName: 'Resources Committee',
  },
});
