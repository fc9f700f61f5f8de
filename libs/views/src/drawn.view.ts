import { drawnViews, type DrawnView } from '#read-model';
import { anId, type Filters } from './filters.js';
import { streamsOf, view, type View } from './view.js';

/** The filters of such a view; each compares the column of its own name. */
export function drawnFilters({ filters = {} }: DrawnView): Filters {
  return Object.fromEntries(Object.entries(filters).map(([column, says]) => [column, anId(says)]));
}

/** Figures as a chart draws them. */
export const drawnViewsAsked: readonly View[] = drawnViews.map((drawn) =>
  view({
    name: drawn.name,
    says: drawn.says,
    filters: drawnFilters(drawn),
    answer({ reader, programme, moment, question }) {
      const asked = Object.entries(question.filters);
      const rows = drawn
        .rows(reader, programme, moment)
        .filter((row) => asked.every(([column, value]) => row[column] === value));
      const streams = streamsOf(programme, ...drawn.streams);
      return { body: { [drawn.name]: rows }, streams, list: { name: drawn.name, rows } };
    },
  }),
);
