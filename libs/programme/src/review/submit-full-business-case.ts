import { optional, text } from '#fields';
import { authoriseToProceed } from './authorise-to-proceed.js';
import { gateOpen, readsAtGate, throughGate, type GateOfReview } from './gates.js';
import { inOrder, notYetAt, type Move } from './moves.js';
import { review } from './review-fields.js';
import { act } from './reviews.js';
import { reviewKey } from './state.js';

const move: Move = { to: 'full-case-submitted', from: ['authorised-to-proceed'] };
const gate: GateOfReview = {
  what: 'The full business case',
  authorisedBy: authoriseToProceed.command,
  stage: 'authorised-to-proceed',
};

export const submitFullBusinessCase = act({
  command: 'submit-full-business-case',
  event: 'FullBusinessCaseSubmitted',
  version: 1,
  says: 'Submits the full business case.',
  happened: 'A full business case was submitted',
  fields: { review, summary: optional(text, 'What the business case says.') },
  reads: ({ review: id }, state) => readsAtGate(gate, state, id),
  touches: ({ review: id }) => [reviewKey(id)],
  meaningless: (state, { review: id }) => notYetAt(state, id, move.to),
  breaches: (state, { review: id }) => inOrder(state, id, move),
  elsewhere: (facts, entry, state) => gateOpen(gate, state, entry, facts),
  evolve: (state, entry) => throughGate(gate, state, entry, move.to, { summary: entry.summary }),
  example: {
    takenOn: '2016-03-14',
    review: 'legal-services',
    summary: 'A wholly owned company',
  },
});
