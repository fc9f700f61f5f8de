import { factOf } from '#acts';
import { oneOf, plannedEnd, required, text } from '#fields';
import { due, dueBy } from './due-days.js';
import { reviewOutcomes } from './outcomes.js';
import { review } from './review-fields.js';
import { act, notOver } from './reviews.js';
import { reviewKey } from './state.js';

export const moveOutcome = act({
  command: 'move-outcome',
  event: 'OutcomeMoved',
  version: 1,
  says: 'Moves the day by which a review owes something, and says why.',
  happened: 'An outcome of a review was given another day',
  fields: {
    review,
    outcome: required(oneOf(reviewOutcomes), 'What the review owes.'),
    due: required(
      plannedEnd,
      'The last day on which it is in time now; a month or a year stands for its last day.',
      'Due by',
    ),
    reason: required(text, 'Why it is moved.'),
  },
  touches: ({ review: id }) => [reviewKey(id)],
  meaningless: due,
  breaches: (state, { review: id }) => notOver(state, id),
  evolve(state, entry) {
    const { on, precision } = entry.due;
    return dueBy(state, entry, { on, precision, reason: entry.reason, made: factOf(entry) });
  },
  example: {
    takenOn: '2013-10-17',
    review: 'legal-services',
    outcome: 'scoping-brief',
    due: '2013-11-15',
    reason: 'The team was named later than planned',
  },
});
