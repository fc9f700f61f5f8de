import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Book } from '#book';
import { terms } from '#read-model';
import { atTheMoment, ViewQuery, type View } from '../reporting/view.js';
import { anId, oneOf, type Filters } from '../reporting/filters.js';

/** The filters of the terms; each compares the column of its own name. */
export const termsFilters: Filters = {
  what: oneOf('Only terms of office, of membership or of power.', ['office', 'membership', 'power']),
  when: oneOf('Only terms that are over, running or still to come.', ['past', 'now', 'to-come']),
  of: anId('Only terms of this office, body or power, by its id.'),
  who: anId('Only terms of this person, body or office, by its id.'),
};

/** Asks who held which office, was a member of which body, and held which power, on which days. */
export class TermsQuery extends ViewQuery {}

@QueryHandler(TermsQuery)
export class TermsQueryHandler implements IQueryHandler<TermsQuery> {
  constructor(private readonly book: Book) {}

  async execute(query: TermsQuery): Promise<View> {
    const { programme, question } = query;
    const { reader, moment } = await atTheMoment(this.book, query);
    const filters = Object.entries(question.filters);
    const rows = terms(reader, programme, moment)
      .map((row): Record<string, unknown> => ({ ...row }))
      .filter((row) => filters.every(([name, value]) => row[name] === value));
    return {
      moment,
      body: { terms: rows },
      streams: [`${programme}/authority`],
      list: { name: 'terms', rows },
    };
  }
}
