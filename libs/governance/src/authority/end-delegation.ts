import { says, the } from '#acts';
import { idOf, required } from '#fields';
import { power } from './authority-fields.js';
import { act } from './makers.js';
import { delegatedTo, taken, toEnd } from './powers.js';
import { powerKey } from './state.js';

export const endDelegation = act({
  command: 'end-delegation',
  event: 'DelegationEnded',
  version: 1,
  says: 'Ends a delegation: the day this holds from is its last.',
  happened: 'A delegation ended',
  ends: true,
  fields: {
    power,
    from: required(idOf('maker'), 'The body or the office that delegated it.', 'Delegated by'),
    to: required(idOf('maker'), 'The body or the office to which it was delegated.', 'Delegated to'),
  },
  touches: ({ power: id }) => [powerKey(id)],
  meaningless: (state, { power: id, from, to, effectiveOn }) =>
    toEnd(
      state,
      id,
      effectiveOn,
      delegatedTo(to, from),
      says`Power ${the.power(id)} is not delegated from ${the.maker(from)} to ${the.maker(to)}`,
    ),
  evolve: (state, entry) => taken(state, entry.power, entry, delegatedTo(entry.to, entry.from)),
  example: { takenOn: '2016-01', power: 'found-company', from: 'cabinet', to: 'leader' },
});
