import { refuse, says, the } from '#acts';
import { name, required } from '#fields';
import { body, until } from './authority-fields.js';
import { bodyStands, bodyWith } from './bodies.js';
import { act } from './makers.js';
import { bodyIn } from './parts.js';
import { bodyKey, membership, termOf } from './state.js';
import { endsAfterItBegins, since, termOn, withTerm } from './terms.js';

export const appointMember = act({
  command: 'appoint-member',
  event: 'MemberAppointed',
  version: 1,
  says: 'Appoints a member of a body, by office or role, until a last day or until it is ended.',
  happened: 'A member joined a body',
  fields: {
    body,
    member: required(name, 'The office, by its id, or the role of the member; no personal name.', {
      personal: true,
    }),
    until,
  },
  touches: ({ body: id }) => [bodyKey(id)],
  *meaningless(state, entry) {
    const { body: id, member, effectiveOn } = entry;
    yield* endsAfterItBegins(entry);
    yield* bodyStands(state, id);
    const { name: called = id, members = [] } = bodyIn(state, id) ?? {};
    const held = termOn(members, effectiveOn, (one) => one.member === member);
    if (held) {
      yield refuse(
        'already-a-member',
        says`${the.maker(member)} is a member of ${called} already, since ${since(held)}: end that membership first`,
      );
    }
  },
  evolve: (state, entry) =>
    bodyWith(state, entry.body, ({ members }) => ({
      members: withTerm(members, membership({ member: entry.member, ...termOf(entry, entry.until) })),
    })),
  example: { takenOn: '2013-05-23', body: 'cabinet', member: 'leader', until: '2017-05' },
});
