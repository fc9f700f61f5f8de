import { factOf } from '#acts';
import { oneOf, plannedEnd, required } from '#fields';
import { dueBy, undue } from './due-days.js';
import { reviewOutcomes } from './outcomes.js';
import { review } from './review-fields.js';
import { act, notOver } from './reviews.js';
import { reviewKey } from './state.js';

export const planOutcome = act({
  command: 'plan-outcome',
  event: 'OutcomePlanned',
  version: 1,
  says: 'Says by when a review owes its scoping brief, or one of the things it is to find.',
  happened: 'An outcome of a review was given a day',
  fields: {
    review,
    outcome: required(oneOf(reviewOutcomes), 'What the review owes.'),
    due: required(
      plannedEnd,
      'The last day on which it is in time; a month or a year stands for its last day.',
      'Due by',
    ),
  },
  touches: ({ review: id }) => [reviewKey(id)],
  meaningless: undue,
  breaches: (state, { review: id }) => notOver(state, id),
  evolve(state, entry) {
    const { on, precision } = entry.due;
    return dueBy(state, entry, { on, precision, made: factOf(entry) });
  },
  example: { takenOn: '2013-09-19', review: 'legal-services', outcome: 'scoping-brief', due: '2013-10' },
});
