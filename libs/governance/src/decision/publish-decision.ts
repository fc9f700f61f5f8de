import { factOf, onDay, refuse, says, the } from '#acts';
import { act, decision, itself, proceeding, recorded, standing, takenIn } from './decisions.js';
import { takenDay } from './notice-clock.js';

export const publishDecision = act({
  command: 'publish-decision',
  event: 'DecisionPublished',
  version: 1,
  says: 'Records that a decision was published, from which day the call-in window runs.',
  happened: 'A decision was published',
  fields: { decision: decision('The decision that was published.') },
  touches: itself,
  *meaningless(state, { decision: id }) {
    yield* recorded(state, id);
    const published = takenIn(state, id)?.published;
    if (published) {
      yield refuse(
        'decision-already-published',
        says`Decision ${the.decision(id)} was published on ${onDay(published)}: strike that entry to correct it`,
      );
    }
  },
  *breaches(state, { decision: id, effectiveOn }) {
    yield* standing(state, id);
    const held = takenIn(state, id);
    if (held && effectiveOn < held.takenOn) {
      yield refuse(
        'published-before-taken',
        says`Decision ${the.decision(id)} was taken on ${onDay(takenDay(held))}, and is published on that day or later`,
      );
    }
  },
  evolve: (state, entry) => proceeding(state, entry.decision, { published: factOf(entry) }),
  example: { effectiveOn: '2019-03-22', decision: 'contact-centre' },
});
