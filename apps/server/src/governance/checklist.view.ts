import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Book } from '#book';
import { checklistsOf, recordsOwed } from '#read-model';
import { atTheMoment, ViewQuery, type View } from '../reporting/view.js';
import type { Question } from '../reporting/query.js';
import { decisionOnRecord } from './decision-on-record.js';

/** Asks what the record and the notice of a decision are to hold, and which of it they hold. */
export class ChecklistQuery extends ViewQuery {
  constructor(
    readonly id: string,
    programme: string,
    question: Question,
  ) {
    super(programme, question);
  }
}

@QueryHandler(ChecklistQuery)
export class ChecklistQueryHandler implements IQueryHandler<ChecklistQuery> {
  constructor(private readonly book: Book) {}

  async execute(query: ChecklistQuery): Promise<View> {
    const { id, programme } = query;
    const { reader, moment } = await atTheMoment(this.book, query);
    const part = decisionOnRecord(reader, programme, id, moment);
    const owed = part && recordsOwed(reader, programme, moment)(part);
    const { record, notice, missing } = part
      ? checklistsOf(part, owed)
      : { record: [], notice: [], missing: 0 };
    const rows = [
      ...record.map((item) => ({ list: 'record', ...item })),
      ...notice.map((item) => ({ list: 'notice', ...item })),
    ];
    const body = {
      id,
      exists: part !== undefined,
      title: part?.title ?? null,
      recordOwed: owed ?? null,
      missing,
      checklist: rows,
    };
    return {
      moment,
      body,
      streams: [`${programme}/decision/${id}`, `${programme}/authority`],
      list: { name: `checklist-${id}`, rows },
    };
  }
}
