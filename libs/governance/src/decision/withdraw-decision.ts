import { factOf, refuse, says, the } from '#acts';
import { required, text } from '#fields';
import { act, decision, itself, known, proceeding, standing, takenIn } from './decisions.js';

export const withdrawDecision = act({
  command: 'withdraw-decision',
  event: 'DecisionWithdrawn',
  version: 1,
  says: 'Withdraws a decision that is not taken yet, or that is called in.',
  happened: 'A decision was withdrawn',
  ends: true,
  fields: {
    decision: decision('The decision that was withdrawn.'),
    reason: required(text, 'Why it was withdrawn.'),
  },
  touches: itself,
  *meaningless(state, { decision: id }) {
    yield* known(state, id);
    yield* standing(state, id);
  },
  *breaches(state, { decision: id }) {
    const held = takenIn(state, id);
    if (!held) return;
    const { callIn, reconsidered } = held;
    if (!callIn || callIn.outcomes.at(-1)?.outcome === 'no-further-action' || reconsidered) {
      yield refuse(
        'not-called-in-now',
        says`Decision ${the.decision(id)} is taken and not called in by then: it is undone with rescind-decision or supersede-decision`,
      );
    }
  },
  evolve: (state, entry) =>
    proceeding(state, entry.decision, { withdrawn: { reason: entry.reason, withdrawn: factOf(entry) } }),
  example: {
    takenOn: '2018-02',
    decision: 'holding-company',
    reason: 'The business case is not ready',
  },
});
