import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Book } from '#book';
import type { DrawnView } from '#read-model';
import type { Question } from './query.js';
import { atTheMoment, ViewQuery, type View } from './view.js';

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
    const rows = view.rows(reader, programme, moment);
    const streams = view.streams.map((kind) => `${programme}/${kind}`);
    return { moment, body: { [view.name]: rows }, streams, list: { name: view.name, rows } };
  }
}
