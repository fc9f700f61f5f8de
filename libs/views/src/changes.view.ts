import type { CivilDate } from '#calendar';
import { changedColumns, changedCounts, columnKinds, type Moment, type Reader } from '#read-model';
import { badRequest } from '#problem';
import { aDate, aKind, type Filter, type Filters } from './filters.js';
import { howToWriteKnown, parseKnown, type Question } from './query.js';
import { entryRow, entryShown, momentOf, view } from './view.js';

const { anything, entry, listOf, objectOf, orNull, text, yesOrNo } = columnKinds;

/** A state of knowledge: a date, meaning its end in London, or an instant. */
export const aStateOfKnowledge = (says: string): Filter => ({
  says,
  schema: { type: 'string' },
  problem: (text) => (parseKnown(text) === undefined ? howToWriteKnown : undefined),
});

/** The two questions: between two dates, or between two states of knowledge of one date. */
const changesFilters: Filters = {
  from: aDate('The first of two dates.'),
  to: aDate('The second of two dates.'),
  kind: aKind('Only things of this kind.'),
  knownFrom: aStateOfKnowledge('The first of two states of knowledge of asAt.'),
  knownTo: aStateOfKnowledge('The second of two states of knowledge of asAt.'),
};

export const changesView = view({
  name: 'changes',
  says: 'What differs between two dates, or two states of knowledge',
  filters: changesFilters,
  columns: {
    ...{ kind: text, id: text, field: text, before: orNull(text), after: orNull(text) },
    entries: listOf(entry),
  },
  shows: {
    changes: listOf(
      objectOf({
        ...{ kind: text, id: text, existedBefore: yesOrNo, existsAfter: yesOrNo },
        fields: listOf(objectOf({ field: text, before: anything, after: anything })),
        entries: listOf(objectOf(entryShown)),
      }),
    ),
    counts: listOf(objectOf(changedColumns)),
  },
  answer({ reader, programme, question }) {
    const pair = pairOf(reader, question);
    const { kind: asked } = question.filters;
    const changes = reader.log
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
    return { body: { changes, counts }, rows, streams: [] };
  },
});

/** The two moments that are compared. Throws 400 where the filters name no two. */
function pairOf(reader: Reader, question: Question): readonly [Moment, Moment] {
  const { from, to, knownFrom, knownTo } = question.filters;
  if (from !== undefined && to !== undefined && knownFrom === undefined && knownTo === undefined) {
    const at = (day: string) => momentOf(reader, question, { asAt: day as CivilDate });
    return [at(from), at(to)];
  }
  if (knownFrom !== undefined && knownTo !== undefined && from === undefined && to === undefined) {
    const knowing = (known: string) => momentOf(reader, question, { knownAt: parseKnown(known) });
    return [knowing(knownFrom), knowing(knownTo)];
  }
  const problem = 'Give from and to for two dates, or knownFrom and knownTo for two states of knowledge';
  throw badRequest('query-wrong', [{ field: 'from', problem }]);
}
