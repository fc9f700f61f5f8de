import { drawnViews } from '#read-model';
import { anId, like, type Filters } from './filters.js';
import { streamsOf, view } from './view.js';

/** The filters of such views; each compares the column of its own name. */
const filtersOf: Readonly<Record<string, Filters>> = {
  milestones: { project: anId('Only milestones of this project, by its id.') },
};

/** Figures as a chart draws them. */
export const drawnViewsAsked = drawnViews.map(({ name, says, streams, columns, rows }) =>
  view({
    name,
    says,
    filters: filtersOf[name] ?? {},
    columns,
    answer: ({ reader, programme, moment, question }) => ({
      rows: rows(reader, programme, moment).filter(like(question.filters)),
      streams: streamsOf(programme, ...streams),
    }),
  }),
);
