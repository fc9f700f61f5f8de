import { onDay, refuse } from '#acts';
import { idOf, required } from '#fields';
import { office, until } from './authority-fields.js';
import { act } from './makers.js';
import { officeStands, officeWith } from './offices.js';
import { officeIn } from './parts.js';
import { appointment, officeKey, termOf } from './state.js';
import { endsAfterItBegins, since, termOn, withTerm } from './terms.js';

export const appointToOffice = act({
  command: 'appoint-to-office',
  event: 'HolderAppointed',
  version: 1,
  says: 'Appoints somebody to an office, until a last day or until it is ended; one holder at a time.',
  happened: 'Somebody was appointed to an office',
  fields: {
    office,
    holder: required(
      idOf('person', 'either'),
      'Who holds it from then on, by an opaque id; no personal name.',
      { personal: true },
    ),
    until,
  },
  touches: ({ office: id }) => [officeKey(id)],
  *meaningless(state, entry) {
    yield* endsAfterItBegins(entry);
    yield* officeStands(state, entry.office);
  },
  *breaches(state, { office: id, effectiveOn }) {
    const { title = id, holders = [] } = officeIn(state, id) ?? {};
    const held = termOn(holders, effectiveOn);
    if (held) {
      const last = held.until ? ` until ${onDay(held.until)}` : '';
      yield refuse(
        'office-held',
        `${title} is held by ${held.holder}, since ${since(held)}${last}: end that appointment on the day before with end-appointment`,
      );
    }
  },
  evolve: (state, entry) =>
    officeWith(state, entry.office, ({ holders }) => ({
      holders: withTerm(holders, appointment({ holder: entry.holder, ...termOf(entry, entry.until) })),
    })),
  example: { takenOn: '2013-05-23', office: 'leader', holder: 'person-0412', until: '2017-05-03' },
});
