import { present, refuse, says, the } from '#acts';
import { idOf, optional, required, text } from '#fields';
import { power, until } from './authority-fields.js';
import { act } from './makers.js';
import { canHold, conferred, delegatedTo, given, isHeld, notHeld, standsOnRecord } from './powers.js';
import { idKey, powerKey, termOf } from './state.js';
import { endsAfterItBegins } from './terms.js';

export const delegatePower = act({
  command: 'delegate-power',
  event: 'PowerDelegated',
  version: 1,
  says: 'Delegates a power from one that holds it, which keeps it, to another.',
  happened: 'A power was delegated',
  fields: {
    power,
    from: required(
      idOf('maker'),
      'The body or the office that holds it that day, and keeps it.',
      'Delegated by',
    ),
    to: required(
      idOf('maker'),
      'The body or the office that may exercise it too from then on.',
      'Delegated to',
    ),
    until,
    conditions: optional(text, 'The conditions of the delegation.'),
  },
  touches: ({ power: id, from, to }) => [powerKey(id), idKey(from), idKey(to)],
  *meaningless(state, entry) {
    const { power: id, from, to, effectiveOn } = entry;
    yield* endsAfterItBegins(entry);
    yield* conferred(state, id);
    yield* standsOnRecord(state, from);
    yield* canHold(state, to);
    if (from === to)
      yield refuse(
        'delegated-to-itself',
        says`${the.maker(from)} cannot delegate power ${the.power(id)} to itself: name another`,
      );
    yield* notHeld(state, id, to, effectiveOn, delegatedTo(to, from));
  },
  *breaches(state, { power: id, from, effectiveOn }) {
    if (!isHeld(state, id, effectiveOn, ({ by }) => by === from)) {
      yield refuse(
        'power-not-held',
        says`${the.maker(from)} does not hold power ${the.power(id)} by then, and cannot delegate it: record who does, or correct the date`,
      );
    }
  },
  evolve(state, entry) {
    const { power: id, from: delegatedBy, to: by, conditions } = entry;
    const further = present({ delegatedBy, conditions });
    return given(state, id, { by, how: 'delegation', ...termOf(entry, entry.until), ...further });
  },
  example: {
    takenOn: '2015-10-12',
    power: 'found-company',
    from: 'cabinet',
    to: 'leader',
    until: '2016-03',
    conditions: 'In consultation with the Section 151 Officer',
  },
});
