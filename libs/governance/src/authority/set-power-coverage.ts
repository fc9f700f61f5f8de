import { required } from '#fields';
import { acts, power } from './authority-fields.js';
import { inOrderOfList } from './covered-acts.js';
import { act } from './makers.js';
import { powerIn } from './parts.js';
import { conferred, coversSomething } from './powers.js';
import { powerKey, powerPart } from './state.js';

export const setPowerCoverage = act({
  command: 'set-power-coverage',
  event: 'PowerCoverageSet',
  version: 1,
  says: 'Says which acts a power covers, from a day on: whoever holds it may do those, and no others.',
  happened: 'It was said what a power covers',
  fields: {
    power,
    covers: required(acts, 'The acts it covers from then on: whoever holds it may do those, and no others.'),
  },
  settles: ({ covers }) => ({ covers: inOrderOfList(covers) }),
  touches: ({ power: id }) => [powerKey(id)],
  *meaningless(state, { power: id, covers }) {
    yield* conferred(state, id);
    yield* coversSomething(id, covers);
  },
  evolve(state, { power: id, covers }) {
    const held = powerIn(state, id);
    return held ? [[powerKey(id), powerPart({ ...held, covers })]] : [];
  },
  example: {
    takenOn: '2014-03-27',
    power: 'found-company',
    covers: ['executive-functions', 'delegated-functions'],
  },
});
