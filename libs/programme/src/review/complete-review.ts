import { optional, text } from '#fields';
import { inOrder, moved, notYetAt, type Move } from './moves.js';
import { review } from './review-fields.js';
import { act } from './reviews.js';
import { reviewKey } from './state.js';

const move: Move = { to: 'complete', from: ['implementing'] };

export const completeReview = act({
  command: 'complete-review',
  event: 'ReviewCompleted',
  version: 1,
  says: 'Completes the review.',
  happened: 'A review was completed',
  ends: true,
  fields: { review, summary: optional(text, 'How it ended.') },
  touches: ({ review: id }) => [reviewKey(id)],
  meaningless: (state, { review: id }) => notYetAt(state, id, move.to),
  breaches: (state, { review: id }) => inOrder(state, id, move),
  evolve: (state, entry) => moved(state, entry, move.to, { summary: entry.summary }),
  example: { effectiveOn: '2017-06-01', review: 'legal-services', summary: 'The company trades' },
});
