import { bases, savingCategories, savingMeans, savingRecurrences, savingStatuses } from '#programme';
import {
  waterfall,
  waterfallColumns,
  waterfallDimensions,
  waterfallLines,
  waterfallShown,
  type WaterfallDimension,
} from '#read-model';
import { anId, anyText, aSavingYear, oneOf, type Filters } from './filters.js';
import { streamsOf, view } from './view.js';

/** Which savings are meant, in the list and in the waterfall alike. */
export const whichSavings: Filters = {
  year: aSavingYear('Only what counts in this financial year.'),
  category: oneOf('Only savings of this category.', savingCategories),
  recurrence: oneOf('Only savings that recur, that do not, or that do not say.', savingRecurrences),
  basis: oneOf('Only savings stated so.', bases),
  means: oneOf('Only savings made by this means.', savingMeans),
  portfolio: anId('Only savings of this portfolio, by its id.'),
  review: anId('Only savings of this review, by its id.'),
  owner: anyText('Only savings of this owner.'),
  status: oneOf('Only savings that have come this far.', savingStatuses),
};

/** The filters of the waterfall. */
const waterfallFilters: Filters = {
  by: oneOf('What each group is broken down by; the year where left out.', waterfallDimensions),
  ...whichSavings,
};

export const waterfallView = view({
  name: 'waterfall',
  says: 'From the savings target to what finance has validated',
  filters: waterfallFilters,
  columns: waterfallColumns('year'),
  shows: waterfallShown,
  answer({ reader, programme, moment, question }) {
    const { by, ...which } = question.filters;
    const asked = { ...which, ...(by !== undefined && { by: by as WaterfallDimension }) };
    const found = waterfall(reader, programme, moment, asked);
    return {
      body: found,
      rows: waterfallLines(found),
      streams: streamsOf(programme, 'programme', 'saving'),
    };
  },
});
