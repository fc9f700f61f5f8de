import { independences, ratingMeasures } from '#programme';
import { ratings } from '#read-model';
import { anId, oneOf, type Filters } from './filters.js';
import { streamsOf, view } from './view.js';

/** The filters of the ratings; each compares the column of its own name. */
export const ratingsFilters: Filters = {
  portfolio: anId('Only of projects that are in this portfolio on that day, by its id.'),
  project: anId('Only of this project, by its id.'),
  measure: oneOf('Only ratings of this measure.', ratingMeasures),
  independence: oneOf('Only ratings given so.', independences),
};

export const ratingsView = view({
  name: 'ratings',
  says: 'Every rating given, beside what it comes to on the scale in force',
  filters: ratingsFilters,
  answer({ reader, programme, moment, question }) {
    const filters = Object.entries(question.filters) as [keyof ReturnType<typeof ratings>[number], string][];
    const rows = ratings(reader, programme, moment).filter((row) =>
      filters.every(([name, value]) => row[name] === value),
    );
    const streams = streamsOf(programme, 'project', 'programme');
    return { body: { ratings: rows }, streams, list: { name: 'ratings', rows } };
  },
});
