import { drawnViews, type Row } from '#read-model';
import { anId, type Filters } from './filters.js';
import { streamsOf, view, type View } from './view.js';

/** The filters of such views; each compares the column of its own name. */
const filtersOf: Readonly<Record<string, Filters>> = {
  milestones: { project: anId('Only milestones of this project, by its id.') },
};

/** Figures as a chart draws them. */
export const drawnViewsAsked: readonly View[] = drawnViews.map((drawn) =>
  view({
    name: drawn.name,
    says: drawn.says,
    filters: filtersOf[drawn.name] ?? {},
    answer({ reader, programme, moment, question }) {
      const asked = Object.entries(question.filters);
      const rows = drawn
        .rows(reader, programme, moment)
        .filter((row: Row) => asked.every(([column, value]) => row[column] === value));
      const streams = streamsOf(programme, ...drawn.streams);
      return { body: { [drawn.name]: rows }, streams, list: { name: drawn.name, rows } };
    },
  }),
);
