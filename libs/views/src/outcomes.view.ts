import { reviewOutcomes } from '#programme';
import { outcomes, outcomeStates } from '#read-model';
import { anId, like, oneOf } from './filters.js';
import { streamsOf, view } from './view.js';

/** What every review owes. Each filter compares the column of its own name. */
export const outcomesView = view({
  name: 'outcomes',
  says: outcomes.says,
  filters: {
    review: anId('Only what this review owes, by its id.'),
    phase: anId('Only of reviews of this phase, by its id.'),
    outcome: oneOf('Only this of what they owe.', reviewOutcomes),
    state: oneOf('Only what stands so.', outcomeStates),
  },
  columns: outcomes.columns,
  answer: ({ reader, programme, moment, question }) => ({
    rows: outcomes.rows(reader, programme, moment).filter(like(question.filters)),
    streams: streamsOf(programme, ...outcomes.streams),
  }),
});
