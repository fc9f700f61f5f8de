import { factOf } from '#acts';
import { idOf, required, text } from '#fields';
import {
  act,
  decision,
  fallsByAnother,
  itself,
  proceeding,
  recorded,
  standing,
  takenElsewhere,
} from './decisions.js';
import { decisionKey } from './state.js';

export const supersedeDecision = act({
  command: 'supersede-decision',
  event: 'DecisionSuperseded',
  version: 1,
  says: 'Says of a decision that another took its place.',
  happened: 'A decision was superseded by another',
  fields: {
    decision: decision('The decision that was superseded: the old one.'),
    supersededBy: required(idOf('decision'), 'The decision that took its place: the new one.'),
    reason: required(text, 'Why another took its place.'),
  },
  reads: ({ supersededBy }) => [decisionKey(supersededBy)],
  touches: itself,
  *meaningless(state, { decision: id, supersededBy }) {
    yield* recorded(state, id);
    yield* fallsByAnother(id, supersededBy);
    yield* standing(state, id);
  },
  elsewhere: (facts, { supersededBy }) => takenElsewhere(facts, supersededBy),
  evolve(state, entry) {
    const { reason, supersededBy: by } = entry;
    const superseded = { reason, by, superseded: factOf(entry) };
    return proceeding(state, entry.decision, { superseded });
  },
  example: {
    takenOn: '2016-03-21',
    decision: 'legal-option',
    supersededBy: 'legal-company',
    reason: 'A company of its own is preferred',
  },
});
