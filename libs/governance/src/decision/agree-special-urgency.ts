import { factOf, onDay, refuse, says, the } from '#acts';
import { act, decision, decisionIn, itself, proceeding, stillToBeTaken } from './decisions.js';
import { specialUrgencyFields } from './notice-fields.js';
import { specialUrgencyOf } from './state.js';

export const agreeSpecialUrgency = act({
  command: 'agree-special-urgency',
  event: 'SpecialUrgencyAgreed',
  version: 1,
  says: 'Records the agreement that a key decision is urgent and cannot reasonably be deferred.',
  happened: 'Special urgency was agreed',
  fields: { decision: decision('The decision that cannot be deferred.', 'either'), ...specialUrgencyFields },
  touches: itself,
  *meaningless(state, { decision: id }) {
    const held = decisionIn(state, id)?.specialUrgency;
    if (held) {
      yield refuse(
        'special-urgency-already-agreed',
        says`Special urgency of decision ${the.decision(id)} was agreed on ${onDay(held.agreed)}: strike that entry to correct it`,
      );
    }
  },
  *breaches(state, { decision: id, agreedBy, unableToAct }) {
    yield* stillToBeTaken(state, id);
    if (agreedBy !== 'scrutiny-chair' && unableToAct === undefined) {
      yield refuse(
        'fallback-without-reason',
        `Say in unableToAct why those before the ${agreedBy} could not act: the chair of scrutiny agrees, else the chair of the council, else its vice-chair`,
      );
    }
  },
  evolve: (state, entry) =>
    proceeding(state, entry.decision, {
      specialUrgency: { ...specialUrgencyOf(entry), agreed: factOf(entry) },
    }),
  example: {
    takenOn: '2020-03-23',
    decision: 'shielding-hub',
    title: 'Food for people who are shielding',
    agreedBy: 'council-chair',
    office: 'Chair of the County Council',
    reason: 'People will be without food by the weekend',
    unableToAct: 'The Chair of the Scrutiny Committee is ill',
  },
});
