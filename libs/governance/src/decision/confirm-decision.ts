import { factOf, present } from '#acts';
import { optional, text } from '#fields';
import { act, decision, itself, proceeding } from './decisions.js';
import { notReconsidered, referred } from './reconsidered.js';

export const confirmDecision = act({
  command: 'confirm-decision',
  event: 'DecisionConfirmed',
  version: 1,
  says: 'Records that a decision that was referred back, or to the council, was confirmed as it stood.',
  happened: 'A decision was confirmed after call-in',
  fields: {
    decision: decision('The decision that was confirmed.'),
    reason: optional(text, 'Why it stands as it was.'),
  },
  touches: itself,
  meaningless: (state, { decision: id }) => notReconsidered(state, id),
  breaches: (state, { decision: id }) => referred(state, id),
  evolve: (state, entry) =>
    proceeding(state, entry.decision, {
      reconsidered: present({ how: 'confirmed', reason: entry.reason, reconsidered: factOf(entry) }),
    }),
  example: {
    takenOn: '2025-03-04',
    decision: 'family-hubs',
    reason: 'The consultation was weighed in the report',
  },
});
