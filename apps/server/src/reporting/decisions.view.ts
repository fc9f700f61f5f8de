import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Book } from '#book';
import { isTaken, type AnyPart } from '#programme';
import { authorityOf, decisionRow, makerNames, makerStanding, type Moment } from '#read-model';
import { aDate, anyText, oneOf, type Filters } from './filters.js';
import type { Question } from './query.js';
import { atTheMoment, entryRow, notOnRecord, ViewQuery, type View } from './view.js';

/** The filters of the register. */
export const decisionFilters: Filters = {
  search: anyText('Only decisions whose record holds words that begin with each of these.'),
  maker: anyText('Only decisions of this maker, by its id or by its name on the day it decided.'),
  reference: anyText('Only the decision of this reference.'),
  key: oneOf('Only key decisions, only others, or only those that do not say.', [
    'true',
    'false',
    'not-stated',
  ]),
  from: aDate('Only decisions taken on this day or later.'),
  to: aDate('Only decisions taken on this day or earlier.'),
};

/** Asks for the register of decisions. */
export class DecisionsQuery extends ViewQuery {}

/** Asks for one decision, and the entries that follow from it. */
export class DecisionQuery extends ViewQuery {
  constructor(
    readonly id: string,
    programme: string,
    question: Question,
  ) {
    super(programme, question);
  }
}

@QueryHandler(DecisionsQuery)
export class DecisionsQueryHandler implements IQueryHandler<DecisionsQuery> {
  constructor(private readonly book: Book) {}

  async execute(query: DecisionsQuery): Promise<View> {
    const { programme, question } = query;
    const { reader, moment } = await atTheMoment(this.book, query);
    const { search, maker, reference, key, from = '', to = '9999-12-31' } = question.filters;
    const nameOf = makerNames(authorityOf(reader, programme, moment));
    const rows = reader
      .register(programme, moment, search)
      .filter(
        ({ part }) =>
          (maker === undefined || part.maker === maker || nameOf(part) === maker) &&
          (reference === undefined || part.reference === reference) &&
          (key === undefined || String(part.key ?? 'not-stated') === key) &&
          part.takenOn >= from &&
          part.takenOn <= to,
      )
      .map(({ part, holdsFrom }) => decisionRow(part, holdsFrom, nameOf(part)));
    const streams = [`${programme}/decision`, `${programme}/authority`];
    return { moment, body: { decisions: rows }, streams, list: { name: 'decisions', rows } };
  }
}

@QueryHandler(DecisionQuery)
export class DecisionQueryHandler implements IQueryHandler<DecisionQuery> {
  constructor(private readonly book: Book) {}

  async execute(query: DecisionQuery): Promise<View> {
    const { id, programme } = query;
    const { reader, moment } = await atTheMoment(this.book, query);
    const { known, part } = reader.one(programme, 'decision', id, moment);
    if (!known) throw notOnRecord(`No decision ${id}`, programme, 'the list of decisions');
    const entries = reader.followingFrom(programme, id, moment).map(entryRow);
    const body = part
      ? { exists: true, ...part, ...this.maker(part, programme, moment) }
      : { exists: false, kind: 'decision', id };
    const streams = [`${programme}/decision/${id}`, `${programme}/authority`];
    return { moment, body: { ...body, entries }, streams };
  }

  private maker(part: AnyPart, programme: string, moment: Moment) {
    if (!isTaken(part)) return {};
    const authority = authorityOf(this.book.reader, programme, moment);
    return { makerName: makerNames(authority)(part), ...makerStanding(authority, part) };
  }
}
