import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Book } from '#book';
import type { DecisionPart } from '#programme';
import {
  authorityOf,
  decisionDetail,
  decisionRow,
  followingEntries,
  makerNames,
  standingRow,
  standings,
  supersession,
  takenStandings,
} from '#read-model';
import { aDate, anyText, oneOf, type Filters } from './filters.js';
import type { Question } from './query.js';
import { atTheMoment, entryRow, notOnRecord, ViewQuery, type View } from './view.js';

/** The filters of the register. */
export const decisionFilters: Filters = {
  search: anyText('Only decisions whose record holds words that begin with each of these.'),
  maker: anyText('Only decisions of this maker, by its id or by its name on the day it decided.'),
  body: anyText('Only decisions of this body, by its id or by its name on the day it decided.'),
  reference: anyText('Only the decision of this reference.'),
  key: oneOf('Only key decisions, only others, or only those that do not say.', [
    'true',
    'false',
    'not-stated',
  ]),
  status: oneOf('Only decisions that stand so on the date asked for.', takenStandings),
  missing: oneOf('Only decisions whose record or notice lacks an item, or only those that lack none.', [
    'true',
    'false',
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
    const { search, maker, body, reference, key, from = '', to = '9999-12-31' } = question.filters;
    const { status, missing } = question.filters;
    const standing = standings(reader, programme, moment);
    const nameOf = makerNames(authorityOf(reader, programme, moment));
    const rows = reader
      .register(programme, moment, search)
      .filter(
        ({ part }) =>
          [maker, body].every(
            (asked) => asked === undefined || part.maker === asked || nameOf(part) === asked,
          ) &&
          (reference === undefined || part.reference === reference) &&
          (key === undefined || String(part.key ?? 'not-stated') === key) &&
          part.takenOn >= from &&
          part.takenOn <= to,
      )
      .map(({ part, holdsFrom }) => ({
        ...decisionRow(part, holdsFrom, nameOf(part)),
        ...standingRow(part, standing(part)),
      }))
      .filter(
        (row) =>
          (status === undefined || row.status === status) &&
          (missing === undefined || String(row.missing > 0) === missing),
      );
    const streams = [`${programme}/decision`, `${programme}/programme`, `${programme}/authority`];
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
    const decision = part as DecisionPart | undefined;
    const entries = followingEntries(reader, programme, id, decision, moment).map(({ entry, ...beside }) => ({
      ...entryRow(entry),
      ...beside,
    }));
    const body = decision
      ? { exists: true, ...decision, ...decisionDetail(reader, programme, decision, moment) }
      : { exists: false, kind: 'decision', id, ...supersession(reader, programme, id, moment) };
    // Settings, and what other decisions say of this one, are in the answer too.
    const streams = [`${programme}/decision`, `${programme}/programme`, `${programme}/authority`];
    return { moment, body: { ...body, entries }, streams };
  }
}
