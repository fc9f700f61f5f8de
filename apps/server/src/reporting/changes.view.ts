import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Book } from '#book';
import type { CivilDate } from '#calendar';
import { changedCounts, type Moment } from '#read-model';
import { badRequest } from '../problem.js';
import { aDate, aKind, type Filter, type Filters } from './filters.js';
import { howToWriteKnown, parseKnown } from './query.js';
import { atTheMoment, entryRow, momentOf, ViewQuery, type View } from './view.js';

/** A state of knowledge: a date, meaning its end in London, or an instant. */
export const aStateOfKnowledge = (says: string): Filter => ({
  says,
  schema: { type: 'string' },
  problem: (text) => (parseKnown(text) === undefined ? howToWriteKnown : undefined),
});

/** The two questions: between two dates, or between two states of knowledge of one date. */
export const changesFilters: Filters = {
  from: aDate('The first of two dates.'),
  to: aDate('The second of two dates.'),
  kind: aKind('Only things of this kind.'),
  knownFrom: aStateOfKnowledge('The first of two states of knowledge of asAt.'),
  knownTo: aStateOfKnowledge('The second of two states of knowledge of asAt.'),
};

/** Asks what differs between two moments. */
export class ChangesQuery extends ViewQuery {}

@QueryHandler(ChangesQuery)
export class ChangesQueryHandler implements IQueryHandler<ChangesQuery> {
  constructor(private readonly book: Book) {}

  async execute(query: ChangesQuery): Promise<View> {
    const { programme, question } = query;
    const { from, to, kind: asked, knownFrom, knownTo } = question.filters;
    const { reader, moment } = await atTheMoment(this.book, query);
    let pair: readonly [Moment, Moment];
    if (from !== undefined && to !== undefined && knownFrom === undefined && knownTo === undefined) {
      const at = (day: string) => momentOf(reader, question, { asAt: day as CivilDate });
      pair = [at(from), at(to)];
    } else if (knownFrom !== undefined && knownTo !== undefined && from === undefined && to === undefined) {
      const knowing = (known: string) => momentOf(reader, question, { knownAt: parseKnown(known) });
      pair = [knowing(knownFrom), knowing(knownTo)];
    } else {
      const problem = 'Give from and to for two dates, or knownFrom and knownTo for two states of knowledge';
      throw badRequest('query-wrong', [{ field: 'from', problem }]);
    }
    const changes = reader
      .changes(programme, ...pair)
      .filter(({ kind }) => asked === undefined || kind === asked)
      .map(({ entries, ...change }) => ({ ...change, entries: entries.map(entryRow) }));
    const rows = changes.flatMap(({ kind, id, fields, entries }) =>
      fields.map(({ field, before, after }) => ({
        kind,
        id,
        field,
        before: JSON.stringify(before),
        after: JSON.stringify(after),
        entries: entries.map((entry) => entry.id),
      })),
    );
    const counts = changedCounts(reader, programme, pair, changes);
    return { moment, body: { changes, counts }, streams: [], list: { name: 'changes', rows } };
  }
}
