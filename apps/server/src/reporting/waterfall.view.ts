import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Book } from '#book';
import { bases, savingCategories, savingMeans, savingRecurrences, savingStatuses } from '#programme';
import { waterfall, waterfallDimensions, waterfallLines, type WaterfallDimension } from '#read-model';
import { anId, anyText, aSavingYear, oneOf, type Filters } from './filters.js';
import { atTheMoment, ViewQuery, type View } from './view.js';

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
export const waterfallFilters: Filters = {
  by: oneOf('What each group is broken down by; the year where left out.', waterfallDimensions),
  ...whichSavings,
};

/** Asks how far the savings have come towards the target. */
export class WaterfallQuery extends ViewQuery {}

@QueryHandler(WaterfallQuery)
export class WaterfallQueryHandler implements IQueryHandler<WaterfallQuery> {
  constructor(private readonly book: Book) {}

  async execute(query: WaterfallQuery): Promise<View> {
    const { programme, question } = query;
    const { reader, moment } = await atTheMoment(this.book, query);
    const { by, ...which } = question.filters;
    const asked = { ...which, ...(by !== undefined && { by: by as WaterfallDimension }) };
    const answer = waterfall(reader, programme, moment, asked);
    return {
      moment,
      body: { ...answer },
      streams: [`${programme}/programme`, `${programme}/saving`],
      list: { name: 'waterfall', rows: waterfallLines(answer) },
    };
  }
}
