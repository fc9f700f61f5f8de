import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Book } from '#book';
import { FollowUpFile } from '#follow-up';
import type { Envelope } from '#programme';
import { atTheMoment, entryNamed, ViewQuery, type View } from './view.js';

/** Asks what was recorded because of another entry, and what waits. */
export class FollowUpsQuery extends ViewQuery {}

@QueryHandler(FollowUpsQuery)
export class FollowUpsQueryHandler implements IQueryHandler<FollowUpsQuery> {
  constructor(
    private readonly book: Book,
    private readonly file: FollowUpFile,
  ) {}

  async execute(query: FollowUpsQuery): Promise<View> {
    const { programme } = query;
    const { reader, moment } = await atTheMoment(this.book, query);
    const rows = reader.caused(programme, moment).map((entry) => {
      const { actor, capacity, causationId } = entry.envelope as unknown as Envelope;
      const cause = causationId === undefined ? undefined : reader.entry(causationId);
      return { ...entryNamed(entry), actor, capacity, causedBy: cause ? entryNamed(cause) : null };
    });
    // What waits is known of now only: it is no fact of the programme.
    const waiting = moment.knownAt === undefined ? this.file.outstanding(programme) : [];
    const outstanding = waiting.map(({ cause, followUp, because }) => {
      const entry = reader.entry(cause);
      return { followUp, because, cause: entry ? entryNamed(entry) : null };
    });
    const lines = rows.map(({ causedBy, ...row }) => ({ ...row, causedBy: causedBy?.id ?? null }));
    return {
      moment,
      body: { followUps: rows, outstanding },
      streams: [],
      list: { name: 'follow-ups', rows: lines },
    };
  }
}
