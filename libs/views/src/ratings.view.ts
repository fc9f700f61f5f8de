import { independences, ratingMeasures } from '#programme';
import { ratingColumns, ratings } from '#read-model';
import { anId, like, oneOf, type Filters } from './filters.js';
import { streamsOf, view } from './view.js';

/** The filters of the ratings; each compares the column of its own name. */
const ratingsFilters: Filters = {
  portfolio: anId('Only of projects that are in this portfolio on that day, by its id.'),
  project: anId('Only of this project, by its id.'),
  measure: oneOf('Only ratings of this measure.', ratingMeasures),
  independence: oneOf('Only ratings given so.', independences),
};

export const ratingsView = view({
  name: 'ratings',
  says: 'Every rating given, beside what it comes to on the scale in force',
  filters: ratingsFilters,
  columns: ratingColumns,
  answer: ({ reader, programme, moment, question }) => ({
    rows: ratings(reader, programme, moment).filter(like(question.filters)),
    streams: streamsOf(programme, 'project', 'programme'),
  }),
});
