import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Book } from '#book';
import { authorityIsRecorded, type AnyPart } from '#programme';
import { authorityOf, listViews, notChecked } from '#read-model';
import { atTheMoment, ViewQuery, type View } from './view.js';

/** Asks who could decide what on a day: the bodies, the offices and the powers together. */
export class AuthorityQuery extends ViewQuery {}

@QueryHandler(AuthorityQuery)
export class AuthorityQueryHandler implements IQueryHandler<AuthorityQuery> {
  constructor(private readonly book: Book) {}

  async execute(query: AuthorityQuery): Promise<View> {
    const { programme } = query;
    const { reader, moment } = await atTheMoment(this.book, query);
    const lists = listViews
      .filter(({ streams }) => streams.includes('authority'))
      .map((view) => {
        const parts = reader.list<AnyPart>(programme, view.kind, moment);
        return [view.name, parts.map((part) => view.row(part, reader, programme, moment))] as const;
      });
    const isChecked = authorityIsRecorded(authorityOf(reader, programme, moment));
    const makers = isChecked ? 'checked against the authority on record' : notChecked;
    const body = { makers, ...Object.fromEntries(lists) };
    return { moment, body, streams: [`${programme}/authority`] };
  }
}
