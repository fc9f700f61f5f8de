import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Book } from '#book';
import { FollowUpFile } from '#follow-up';
import { needsDoing, needSorts, urgencies, type NeedsDoing } from '#read-model';
import { aKind, anId, oneOf, type Filters } from './filters.js';
import type { Question } from './query.js';
import { atTheMoment, ViewQuery, type View } from './view.js';

/** Asks what needs doing. */
export class NeedsDoingQuery extends ViewQuery {}

export const needsDoingFilters: Filters = {
  sort: oneOf('Only items of this sort.', Object.keys(needSorts)),
  urgency: oneOf('Only items as urgent as this.', urgencies),
  kind: aKind('Only items about a thing of this kind, such as decision.'),
  thing: anId('Only items about this thing, by its id.'),
};

const memberOf: Readonly<Record<string, keyof NeedsDoing>> = {
  sort: 'sort',
  urgency: 'urgency',
  kind: 'kind',
  thing: 'id',
};

/** Those of some items that are like what the filters ask for. */
export function likeThat(items: readonly NeedsDoing[], asked: Question['filters']): NeedsDoing[] {
  const filters = Object.entries(asked);
  return items.filter((item) => filters.every(([name, value]) => item[memberOf[name] ?? 'sort'] === value));
}

@QueryHandler(NeedsDoingQuery)
export class NeedsDoingQueryHandler implements IQueryHandler<NeedsDoingQuery> {
  constructor(
    private readonly book: Book,
    private readonly followUps: FollowUpFile,
  ) {}

  async execute(query: NeedsDoingQuery): Promise<View> {
    const { programme, question } = query;
    const { reader, moment } = await atTheMoment(this.book, query);
    // What waits to follow by itself is known of now only: it is no fact of the programme.
    const waiting = moment.knownAt === undefined ? this.followUps.outstanding(programme) : [];
    const items = likeThat(needsDoing(reader, programme, moment, waiting), question.filters);
    const counts = Object.fromEntries(
      urgencies.map((urgency) => [urgency, items.filter((item) => item.urgency === urgency).length]),
    );
    return {
      moment,
      body: { counts, 'needs-doing': items },
      streams: [],
      list: { name: 'needs-doing', rows: items.map(lineOf) },
    };
  }
}

function lineOf({ next, ...item }: NeedsDoing) {
  const fields = Object.entries(next?.fields ?? {}).map(([name, value]) => `${name}=${value}`);
  return { ...item, command: next?.command ?? null, fields: fields.length > 0 ? fields : null };
}
