import { refuse } from '#acts';
import { idOf, optional } from '#fields';
import { office } from './authority-fields.js';
import { act } from './makers.js';
import { officeStands, officeWith } from './offices.js';
import { officeIn } from './parts.js';
import { appointment, officeKey } from './state.js';
import { endedOn, termOn } from './terms.js';

export const endAppointment = act({
  command: 'end-appointment',
  event: 'AppointmentEnded',
  version: 1,
  says: 'Ends the appointment to an office: the day this holds from is its last.',
  happened: 'Somebody left an office',
  ends: true,
  fields: {
    office,
    holder: optional(
      idOf('person'),
      'Who holds it, where more than one is on record; left out, whoever does.',
      { personal: true },
    ),
  },
  settles: ({ office: id, holder, effectiveOn }, state): { holder?: string } => ({
    holder: holder ?? termOn(officeIn(state, id)?.holders ?? [], effectiveOn)?.holder,
  }),
  touches: ({ office: id }) => [officeKey(id)],
  *meaningless(state, { office: id, holder, effectiveOn }) {
    yield* officeStands(state, id);
    const { title = id, holders = [] } = officeIn(state, id) ?? {};
    if (!termOn(holders, effectiveOn, (one) => one.holder === holder)) {
      const byWhom = holder === undefined ? '' : `by ${holder} `;
      yield refuse(
        'nobody-to-end',
        `${title} is not held ${byWhom}by then: record the appointment first, or correct the date`,
      );
    }
  },
  evolve: (state, entry) =>
    officeWith(state, entry.office, ({ holders }) => ({
      holders: endedOn(holders, entry, ({ holder }) => holder === entry.holder, appointment),
    })),
  example: { effectiveOn: '2015-06-30', office: 'leader', holder: 'person-0412' },
});
