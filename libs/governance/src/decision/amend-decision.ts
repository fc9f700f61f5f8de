import { factOf, present } from '#acts';
import { required, text } from '#fields';
import { act, decision, itself, takenIn } from './decisions.js';
import { notReconsidered, referred } from './reconsidered.js';
import { decisionKey, takenPart } from './state.js';

export const amendDecision = act({
  command: 'amend-decision',
  event: 'DecisionAmended',
  version: 1,
  says: 'Records that a decision that was referred back, or to the council, was amended.',
  happened: 'A decision was amended after call-in',
  fields: {
    decision: decision('The decision that was amended.'),
    text: required(text, 'The text of the decision as amended, whole.', {
      label: 'Text as amended',
      exempt: true,
    }),
    reasons: required(text, 'The reasons for it as amended, whole.', {
      label: 'Reasons as amended',
      exempt: true,
    }),
  },
  touches: itself,
  meaningless: (state, { decision: id }) => notReconsidered(state, id),
  breaches: (state, { decision: id }) => referred(state, id),
  evolve(state, entry) {
    const held = takenIn(state, entry.decision);
    if (!held) return [];
    const amended = factOf(entry);
    const former = present({ text: held.text, reasons: held.reasons, amended });
    const amendment = {
      text: entry.text,
      reasons: entry.reasons,
      formerly: [former],
      reconsidered: { how: 'amended', reconsidered: amended },
    } as const;
    return [[decisionKey(held.id), takenPart({ ...held, ...amendment })]];
  },
  example: {
    takenOn: '2025-03-04',
    decision: 'family-hubs',
    text: 'That the hubs open, and their use be reported after a year.',
    reasons: 'Scrutiny asked to see how they are used.',
  },
});
