import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Book } from '#book';
import type { DrawnView } from '#read-model';
import { anId, type Filters } from './filters.js';
import type { Question } from './query.js';
import { atTheMoment, ViewQuery, type View } from './view.js';

/** The filters of such a view; each compares the column of its own name. */
export function drawnFilters({ filters = {} }: DrawnView): Filters {
  return Object.fromEntries(Object.entries(filters).map(([column, says]) => [column, anId(says)]));
}

/** Asks for figures as a chart draws them. */
export class DrawnQuery extends ViewQuery {
  constructor(
    readonly view: DrawnView,
    programme: string,
    question: Question,
  ) {
    super(programme, question);
  }
}

@QueryHandler(DrawnQuery)
export class DrawnQueryHandler implements IQueryHandler<DrawnQuery> {
  constructor(private readonly book: Book) {}

  async execute(query: DrawnQuery): Promise<View> {
    const { programme, view } = query;
    const { reader, moment } = await atTheMoment(this.book, query);
    const asked = Object.entries(query.question.filters);
    const rows = view
      .rows(reader, programme, moment)
      .filter((row) => asked.every(([column, value]) => row[column] === value));
    const streams = view.streams.map((kind) => `${programme}/${kind}`);
    return { moment, body: { [view.name]: rows }, streams, list: { name: view.name, rows } };
  }
}
