import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Book } from '#book';
import { independences, ratingMeasures } from '#programme';
import { ratings } from '#read-model';
import { anId, oneOf, type Filters } from './filters.js';
import { atTheMoment, ViewQuery, type View } from './view.js';

/** The filters of the ratings; each compares the column of its own name. */
export const ratingsFilters: Filters = {
  portfolio: anId('Only of projects that are in this portfolio on that day, by its id.'),
  project: anId('Only of this project, by its id.'),
  measure: oneOf('Only ratings of this measure.', ratingMeasures),
  independence: oneOf('Only ratings given so.', independences),
};

/** Asks for every rating given by then, as given and as mapped to the scale in force. */
export class RatingsQuery extends ViewQuery {}

@QueryHandler(RatingsQuery)
export class RatingsQueryHandler implements IQueryHandler<RatingsQuery> {
  constructor(private readonly book: Book) {}

  async execute(query: RatingsQuery): Promise<View> {
    const { programme, question } = query;
    const { reader, moment } = await atTheMoment(this.book, query);
    const filters = Object.entries(question.filters) as [keyof ReturnType<typeof ratings>[number], string][];
    const rows = ratings(reader, programme, moment).filter((row) =>
      filters.every(([name, value]) => row[name] === value),
    );
    const streams = ['project', 'programme'].map((kind) => `${programme}/${kind}`);
    return { moment, body: { ratings: rows }, streams, list: { name: 'ratings', rows } };
  }
}
