import { termColumns, terms } from '#read-model';
import { streamsOf, view } from './view.js';
import { anId, like, oneOf, type Filters } from './filters.js';

/** The filters of the terms; each compares the column of its own name. */
const termsFilters: Filters = {
  what: oneOf('Only terms of office, of membership or of power.', ['office', 'membership', 'power']),
  when: oneOf('Only terms that are over, running or still to come.', ['past', 'now', 'to-come']),
  of: anId('Only terms of this office, body or power, by its id.'),
  who: anId('Only terms of this person, body or office, by its id.'),
};

export const termsView = view({
  name: 'terms',
  says: 'Who held which office, seat or power, and on which days',
  filters: termsFilters,
  columns: termColumns,
  answer: ({ reader, programme, moment, question }) => ({
    rows: terms(reader, programme, moment).filter(like(question.filters)),
    streams: streamsOf(programme, 'authority'),
  }),
});
