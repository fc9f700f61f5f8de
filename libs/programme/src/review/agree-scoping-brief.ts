import { optional, text } from '#fields';
import { inOrder, moved, notYetAt, type Move } from './moves.js';
import { review } from './review-fields.js';
import { act } from './reviews.js';
import { reviewKey } from './state.js';

const move: Move = { to: 'brief-agreed', from: ['proposed'] };

export const agreeScopingBrief = act({
  command: 'agree-scoping-brief',
  event: 'ScopingBriefAgreed',
  version: 1,
  says: 'Agrees the scoping brief.',
  happened: 'A scoping brief was agreed',
  fields: { review, summary: optional(text, 'What the brief says.') },
  touches: ({ review: id }) => [reviewKey(id)],
  meaningless: (state, { review: id }) => notYetAt(state, id, move.to),
  breaches: (state, { review: id }) => inOrder(state, id, move),
  evolve: (state, entry) => moved(state, entry, move.to, { summary: entry.summary }),
  example: {
    takenOn: '2013-11',
    review: 'legal-services',
    summary: 'All of the service, with its traded work',
  },
});
