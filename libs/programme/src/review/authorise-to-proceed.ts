import { inOrder, moved, notYetAt, type Move } from './moves.js';
import { review } from './review-fields.js';
import { act } from './reviews.js';
import { reviewKey } from './state.js';

const move: Move = { to: 'authorised-to-proceed', from: ['option-chosen'] };

export const authoriseToProceed = act({
  command: 'authorise-to-proceed',
  event: 'AuthorisedToProceed',
  version: 1,
  says: 'Authorises work on a full business case.',
  happened: 'A review was authorised to proceed',
  fields: { review },
  touches: ({ review: id }) => [reviewKey(id)],
  meaningless: (state, { review: id }) => notYetAt(state, id, move.to),
  breaches: (state, { review: id }) => inOrder(state, id, move),
  evolve: (state, entry) => moved(state, entry, move.to),
  example: { takenOn: '2014-07', review: 'legal-services' },
});
