import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Book } from '#book';
import type { ProgrammePart } from '#programme';
import { decisionDetail } from '#read-model';
import type { Question } from '../reporting/query.js';
import { atTheMoment, ViewQuery, type View } from '../reporting/view.js';
import { decisionOnRecord } from './decision-on-record.js';
import { decisionStatement, statementOfNothing } from './statement.js';

/** Asks for the statement of a decision, to be printed. */
export class StatementQuery extends ViewQuery {
  constructor(
    readonly id: string,
    programme: string,
    question: Question,
  ) {
    super(programme, question);
  }
}

@QueryHandler(StatementQuery)
export class StatementQueryHandler implements IQueryHandler<StatementQuery> {
  constructor(private readonly book: Book) {}

  async execute(query: StatementQuery): Promise<View> {
    const { id, programme } = query;
    const { reader, moment } = await atTheMoment(this.book, query);
    const decision = decisionOnRecord(reader, programme, id, moment);
    const named = reader.one(programme, 'programme', programme, moment).part as ProgrammePart | undefined;
    const printed = {
      programme: named?.name ?? programme,
      moment,
      demonstration: this.book.demonstration !== undefined,
    };
    const page = decision
      ? decisionStatement({
          decision,
          detail: decisionDetail(reader, programme, decision, moment),
          ...printed,
        })
      : statementOfNothing(id, printed);
    const streams = [`${programme}/decision`, `${programme}/programme`];
    return { moment, body: { statement: page }, streams, page };
  }
}
