import { factOf, onDay, present, refuse, says, the } from '#acts';
import { oneOf, optional, required, text } from '#fields';
import { act, decision, decisionIn, itself, proceeding, recorded, standing } from './decisions.js';
import { callInOutcomes } from './state.js';

export const recordCallInOutcome = act({
  command: 'record-call-in-outcome',
  event: 'CallInConcluded',
  version: 1,
  says: 'Records what scrutiny came to on a decision that was called in.',
  happened: 'Scrutiny came to an outcome on a call-in',
  fields: {
    decision: decision('The decision that was called in.'),
    outcome: required(oneOf(callInOutcomes), 'What scrutiny came to.'),
    reason: optional(text, 'Why it came to that.'),
  },
  touches: itself,
  *meaningless(state, { decision: id, outcome }) {
    yield* recorded(state, id);
    const callIn = decisionIn(state, id)?.callIn;
    if (!callIn) {
      yield refuse(
        'not-called-in',
        says`Decision ${the.decision(id)} is not called in by then: record that first with call-in-decision`,
      );
    }
    const last = callIn?.outcomes.at(-1);
    if (last?.outcome === outcome) {
      yield refuse(
        'same-outcome',
        says`The outcome of calling in decision ${the.decision(id)} has been ${outcome} since ${onDay(last.concluded)}: strike that entry to correct it`,
      );
    }
  },
  *breaches(state, { decision: id }) {
    yield* standing(state, id);
    const held = decisionIn(state, id)?.reconsidered;
    if (held) {
      yield refuse(
        'settled-already',
        says`Decision ${the.decision(id)} was ${held.how} on ${onDay(held.reconsidered)}: no outcome of its call-in comes after that`,
      );
    }
  },
  evolve(state, entry) {
    const callIn = decisionIn(state, entry.decision)?.callIn;
    if (!callIn) return [];
    const { outcome, reason } = entry;
    const concluded = present({ outcome, reason, concluded: factOf(entry) });
    return proceeding(state, entry.decision, {
      callIn: { ...callIn, outcomes: [...callIn.outcomes, concluded] },
    });
  },
  example: {
    takenOn: '2025-01-29',
    decision: 'family-hubs',
    outcome: 'to-full-council',
    reason: 'The consultation was not weighed',
  },
});
