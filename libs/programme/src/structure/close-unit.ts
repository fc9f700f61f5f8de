import { optional, text } from '#fields';
import { codesAfter, codesOf } from './codes.js';
import { unitIn, unitKey } from './state.js';
import { unit } from './unit-fields.js';
import { act, ended, open, put } from './units.js';

export const closeUnit = act({
  command: 'close-unit',
  event: 'UnitClosed',
  version: 1,
  says: 'Closes a business unit; the date is the first day it is gone.',
  happened: 'A unit closed',
  ends: true,
  fields: {
    unit: { ...unit, says: 'The unit, gone on the day the entry holds from.' },
    reason: optional(text, 'Why it closes.'),
  },
  touches: ({ unit: id }) => [unitKey(id)],
  alsoTouches: (state, { unit: id }) => codesOf(state, [id]),
  meaningless: (state, { unit: id }) => open(state, id),
  evolve(state, entry) {
    const before = unitIn(state, entry.unit);
    if (!before) return [];
    return [put(ended(before, entry, 'closed', entry.reason)), ...codesAfter(state, [entry.unit], [])];
  },
  example: { effectiveOn: '2017-06-01', unit: 'legal-services', reason: 'Its work goes to the company' },
});
