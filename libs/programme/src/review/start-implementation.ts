import { authoriseFullBusinessCase } from './authorise-full-business-case.js';
import { gateOpen, readsAtGate, throughGate, type GateOfReview } from './gates.js';
import { inOrder, notYetAt, type Move } from './moves.js';
import { review } from './review-fields.js';
import { act } from './reviews.js';
import { reviewKey } from './state.js';

const move: Move = { to: 'implementing', from: ['full-case-authorised'] };
const gate: GateOfReview = {
  what: 'Implementation',
  authorisedBy: authoriseFullBusinessCase.command,
  stage: 'full-case-authorised',
};

export const startImplementation = act({
  command: 'start-implementation',
  event: 'ImplementationStarted',
  version: 1,
  says: 'Starts implementation.',
  happened: 'Implementation started',
  fields: { review },
  reads: ({ review: id }, state) => readsAtGate(gate, state, id),
  touches: ({ review: id }) => [reviewKey(id)],
  meaningless: (state, { review: id }) => notYetAt(state, id, move.to),
  breaches: (state, { review: id }) => inOrder(state, id, move),
  elsewhere: (facts, entry, state) => gateOpen(gate, state, entry, facts),
  evolve: (state, entry) => throughGate(gate, state, entry, move.to),
  example: { effectiveOn: '2016-04-01', review: 'legal-services' },
});
