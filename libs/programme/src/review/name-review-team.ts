import { refuse, says, the } from '#acts';
import { listOf, objectOf, required } from '#fields';
import { member, review } from './review-fields.js';
import { act, changed, notOver, proposed } from './reviews.js';
import { reviewKey, teamOf } from './state.js';

export const nameReviewTeam = act({
  command: 'name-review-team',
  event: 'ReviewTeamNamed',
  version: 1,
  says: 'Names the team, in-house and external, by roles.',
  happened: 'A review team was named',
  fields: {
    review,
    members: required(listOf(objectOf(member)), 'The whole team as it is from then on.', { personal: true }),
  },
  settles: ({ members }) => ({ members: teamOf(members) }),
  touches: ({ review: id }) => [reviewKey(id)],
  *meaningless(state, { review: id, members }) {
    yield* proposed(state, id);
    if (members.length === 0) {
      yield refuse(
        'nobody-named',
        says`Name each member of the team of review ${the.review(id)}, by role: it names nobody`,
      );
    }
  },
  breaches: (state, { review: id }) => notOver(state, id),
  evolve: (state, { review: id, members }) => changed(state, id, () => ({ team: teamOf(members) })),
  example: {
    effectiveOn: '2013-11-18',
    review: 'legal-services',
    members: [
      { role: 'Head of Legal Services', from: 'in-house', organisation: 'Governance and Law' },
      { role: 'Commercial adviser', from: 'external' },
    ],
  },
});
