import { says, the } from '#acts';
import { idOf, required } from '#fields';
import { power } from './authority-fields.js';
import { act } from './makers.js';
import { conferredOn, taken, toEnd } from './powers.js';
import { powerKey } from './state.js';

export const revokePower = act({
  command: 'revoke-power',
  event: 'PowerRevoked',
  version: 1,
  says: 'Revokes a power from one on which it was conferred: the day this holds from is the last of it.',
  happened: 'A power was taken away',
  ends: true,
  fields: {
    power,
    from: required(idOf('maker'), 'The body or the office on which it was conferred.', 'Taken from'),
  },
  touches: ({ power: id }) => [powerKey(id)],
  meaningless: (state, { power: id, from, effectiveOn }) =>
    toEnd(
      state,
      id,
      effectiveOn,
      conferredOn(from),
      says`Power ${the.power(id)} is not conferred on ${the.maker(from)}`,
    ),
  evolve: (state, entry) => taken(state, entry.power, entry, conferredOn(entry.from)),
  example: { takenOn: '2016-05-26', power: 'found-company', from: 'cabinet' },
});
