import { factOf, present } from '#acts';
import { idOf, optional, required, text } from '#fields';
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

export const rescindDecision = act({
  command: 'rescind-decision',
  event: 'DecisionRescinded',
  version: 1,
  says: 'Rescinds a decision, by another decision where there is one.',
  happened: 'A decision was rescinded',
  ends: true,
  fields: {
    decision: decision('The decision that was rescinded.'),
    reason: required(text, 'Why it was rescinded.'),
    rescindedBy: optional(idOf('decision'), 'The decision that rescinded it.'),
  },
  reads: ({ rescindedBy }) => (rescindedBy === undefined ? [] : [decisionKey(rescindedBy)]),
  touches: itself,
  *meaningless(state, { decision: id, rescindedBy }) {
    yield* recorded(state, id);
    yield* fallsByAnother(id, rescindedBy);
    yield* standing(state, id);
  },
  *elsewhere(facts, { rescindedBy }) {
    if (rescindedBy !== undefined) yield* takenElsewhere(facts, rescindedBy);
  },
  evolve(state, entry) {
    const { reason, rescindedBy: by } = entry;
    const rescinded = present({ reason, by, rescinded: factOf(entry) });
    return proceeding(state, entry.decision, { rescinded });
  },
  example: {
    takenOn: '2016-03-21',
    decision: 'legal-option',
    reason: 'No partner was found',
    rescindedBy: 'legal-company',
  },
});
