import { idOf, optional } from '#fields';
import { inOrder, moved, notYetAt, type Move } from './moves.js';
import { review } from './review-fields.js';
import { act } from './reviews.js';
import { reviewKey } from './state.js';

const move: Move = { to: 'full-case-authorised', from: ['full-case-submitted'] };

export const authoriseFullBusinessCase = act({
  command: 'authorise-full-business-case',
  event: 'FullBusinessCaseAuthorised',
  version: 1,
  says: 'Authorises the full business case, and opens its implementation project where it names a portfolio.',
  happened: 'A full business case was authorised',
  fields: {
    review,
    portfolio: optional(idOf('portfolio'), 'The portfolio in which its implementation project is opened.'),
  },
  touches: ({ review: id }) => [reviewKey(id)],
  meaningless: (state, { review: id }) => notYetAt(state, id, move.to),
  breaches: (state, { review: id }) => inOrder(state, id, move),
  evolve: (state, entry) => moved(state, entry, move.to, { portfolio: entry.portfolio }),
  example: {
    takenOn: '2016-03-21',
    review: 'legal-services',
    portfolio: 'business-capability',
  },
});
