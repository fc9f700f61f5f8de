import { factOf, present } from '#acts';
import { optional, text } from '#fields';
import { office } from './authority-fields.js';
import { act, gone, nameGivenUp } from './makers.js';
import { officeStands, officeWith } from './offices.js';
import { officeIn } from './parts.js';
import { idKey, officeKey } from './state.js';

export const abolishOffice = act({
  command: 'abolish-office',
  event: 'OfficeAbolished',
  version: 1,
  says: 'Abolishes an office: on the day this holds from it is gone.',
  happened: 'An office was abolished',
  ends: true,
  fields: { office, reason: optional(text, 'Why it is abolished.') },
  touches: ({ office: id }) => [officeKey(id), idKey(id)],
  alsoTouches: (state, { office: id }) => nameGivenUp(officeIn(state, id)),
  meaningless: (state, { office: id }) => officeStands(state, id),
  evolve(state, entry) {
    const abolished = { ...factOf(entry), ...present({ reason: entry.reason }) };
    return [
      ...officeWith(state, entry.office, () => ({ abolished })),
      ...gone(state, officeIn(state, entry.office), entry),
    ];
  },
  example: { takenOn: '2011-12-15', office: 'chief-executive', reason: 'Its duties went to others' },
});
