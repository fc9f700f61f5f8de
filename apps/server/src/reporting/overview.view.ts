import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Book } from '#book';
import { overview, overviewReads } from '#read-model';
import { atTheMoment, ViewQuery, type View } from './view.js';

/** Asks for the state of a whole programme. */
export class OverviewQuery extends ViewQuery {}

@QueryHandler(OverviewQuery)
export class OverviewQueryHandler implements IQueryHandler<OverviewQuery> {
  constructor(private readonly book: Book) {}

  async execute(query: OverviewQuery): Promise<View> {
    const { programme } = query;
    const { reader, moment } = await atTheMoment(this.book, query);
    const streams = overviewReads.map((kind) => `${programme}/${kind}`);
    return { moment, body: overview(reader, programme, moment), streams };
  }
}
