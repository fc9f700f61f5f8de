import { refuse, says, the } from '#acts';
import { name, required } from '#fields';
import { body } from './authority-fields.js';
import { bodyStands, bodyWith } from './bodies.js';
import { act } from './makers.js';
import { bodyIn } from './parts.js';
import { bodyKey, membership } from './state.js';
import { endedOn, termOn } from './terms.js';

export const endMembership = act({
  command: 'end-membership',
  event: 'MembershipEnded',
  version: 1,
  says: 'Ends a membership: the day this holds from is its last.',
  happened: 'A member left a body',
  ends: true,
  fields: { body, member: required(name, 'The member, as they were appointed.', { personal: true }) },
  touches: ({ body: id }) => [bodyKey(id)],
  *meaningless(state, { body: id, member, effectiveOn }) {
    yield* bodyStands(state, id);
    const { name: called = id, members = [] } = bodyIn(state, id) ?? {};
    if (!termOn(members, effectiveOn, (one) => one.member === member)) {
      yield refuse(
        'not-a-member',
        says`${the.maker(member)} is no member of ${called} by then: appoint them first, or correct the date or the name`,
      );
    }
  },
  evolve: (state, entry) =>
    bodyWith(state, entry.body, ({ members }) => ({
      members: endedOn(members, entry, ({ member }) => member === entry.member, membership),
    })),
  example: { effectiveOn: '2015-06-30', body: 'cabinet', member: 'Cabinet Member for Finance' },
});
