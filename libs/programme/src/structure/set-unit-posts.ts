import { refuse, says, the } from '#acts';
import { required, wholeNumber } from '#fields';
import { statedPosts } from './carried.js';
import { unitKey } from './state.js';
import { unit } from './unit-fields.js';
import { act, changed, open, within } from './units.js';

const mostPosts = 1_000_000;

export const setUnitPosts = act({
  command: 'set-unit-posts',
  event: 'UnitPostsSet',
  version: 1,
  says: 'Reports how many posts a business unit has, and supersedes those it carried.',
  happened: 'The posts of a unit were counted',
  fields: {
    unit,
    posts: required(wholeNumber(0, mostPosts), 'How many whole posts it has, filled or not.'),
  },
  touches: ({ unit: id }) => [unitKey(id)],
  *meaningless(state, { unit: id, posts }) {
    yield* open(state, id);
    if (!within(posts, mostPosts)) {
      yield refuse(
        'posts-too-many',
        says`Give the posts of unit ${the.unit(id)} as a whole number, no more than ${mostPosts}`,
      );
    }
  },
  evolve: (state, entry) => changed(state, entry.unit, { posts: statedPosts(entry) }),
  example: { effectiveOn: '2014-04-01', unit: 'legal-services', posts: 139 },
});
