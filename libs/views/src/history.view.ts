import { civilDate, isCivilDate } from '#calendar';
import { entryTypes, streamNameOfPart, streams } from '#programme';
import { columnKinds, type NarrowedTo, type Reader } from '#read-model';
import type { StoredEvent } from '#event-store';
import { aDate, aKind, anId, entryIds, oneOf, wholeNumber, type Filters } from './filters.js';
import type { Question } from './query.js';
import {
  entryColumns,
  entryHead,
  entryNamed,
  entryRow,
  entryShown,
  entryTail,
  linesOf,
  notOnRecord,
  view,
  type AnswerOfLines,
  type Asking,
} from './view.js';

/** The filters of a history. */
export const historyFilters: Filters = {
  kind: aKind('Only of things of this kind, where an id names several.'),
  after: wholeNumber('Only what follows this number: `next` of the page before.', 0, 2 ** 40),
  entries: entryIds('Only these entries, by id: what a figure opens to.', 100),
  of: oneOf(
    'Only entries of streams of this kind.',
    streams.map(({ kind }) => kind),
  ),
  type: oneOf('Only entries of this type, such as OptionChosen.', entryTypes),
  decision: anId('Only entries that follow from this decision, by its id.'),
  recordedFrom: aDate('Only entries recorded on this day or later, in London.'),
  recordedTo: aDate('Only entries recorded on this day or earlier, in London.'),
  limit: wholeNumber('How many entries at most; 1000 where left out.', 1, 10_000),
};

const { count, entry: entryId, instant, listOf, objectOf, optional, orNull, text } = columnKinds;
const columns = {
  ...{ ...entryHead, data: text, struckBy: orNull(entryId) },
  ...{ replacedBy: listOf(entryId), ledTo: listOf(entryId), ...entryTail },
};
const strike = {
  id: entryId,
  recordedAt: instant,
  ...optional({ entries: listOf(entryId), reason: text, authority: text }),
};
const shows = {
  ...optional({ id: text }),
  history: listOf(
    objectOf({
      ...{ ...entryShown, struckBy: orNull(objectOf(strike)) },
      ...{ replacedBy: listOf(objectOf(entryColumns)), ledTo: listOf(objectOf(entryColumns)) },
    }),
  ),
  next: orNull(count),
};

function answerOf(
  { reader, programme, moment, question }: Asking,
  id?: string,
): Required<Omit<AnswerOfLines<typeof columns, typeof shows>, 'moment'>> {
  const { kind, after = '0', limit = '1000', entries: ids } = question.filters;
  const kinds = id === undefined ? [] : reader.parts.kindsOf(programme, id, moment);
  if (id !== undefined && (kinds.length === 0 || (kind !== undefined && !kinds.includes(kind)))) {
    throw notOnRecord(`Nothing called ${id}`, programme, 'the history of the programme');
  }
  const most = Number(limit);
  const found = reader.log.history(
    programme,
    { ...(id !== undefined && { id }), ...(kind !== undefined && { kind }) },
    moment,
    // One more than asked for tells whether there is a next page.
    {
      most: most + 1,
      after: Number(after),
      ...(question.asAtGiven && { upTo: question.asAt }),
      ...(ids !== undefined && { ids: ids.split(',') }),
      narrowed: narrowedTo(question.filters),
    },
  );
  const page = found.slice(0, most);
  const entries = page.map(({ entry, struckBy }) => ({
    ...entryRow(entry),
    struckBy: struckBy ? { id: struckBy.id, recordedAt: struckBy.recordedAt, ...struckBy.data } : null,
    replacedBy: struckBy ? replacementsOf(reader, entry, struckBy).map(entryNamed) : [],
    ledTo: reader.log.causedBy(programme, entry.id, moment).map(entryNamed),
  }));
  const next = found.length > most ? (page.at(-1)?.seq ?? null) : null;
  return {
    body: { ...(id !== undefined && { id }), history: entries, next },
    rows: entries.map(({ data, struckBy, replacedBy, ledTo, ...entry }) => ({
      ...entry,
      data: JSON.stringify(data),
      struckBy: struckBy?.id ?? null,
      replacedBy: replacedBy.map(({ id }) => id),
      ledTo: ledTo.map(({ id }) => id),
    })),
    streams: kinds.map((one) => streamNameOfPart(programme, `${one}/${id}`)),
  };
}

export const historyView = view({
  name: 'history',
  says: 'What was recorded, struck entries with their strike',
  filters: historyFilters,
  columns,
  shows,
  answer: (asking) => answerOf(asking),
  one: {
    says: () => 'The history of one thing',
    filters: () => historyFilters,
    columns: () => columns,
    shows: () => shows,
    answer(asking) {
      const { rows, ...answer } = answerOf(asking, asking.id);
      return { ...answer, list: linesOf(`history-${asking.id}`, columns, rows) };
    },
  },
});

/** What stands in the place of an entry that was struck, in the append of its strike. */
function replacementsOf(reader: Reader, struck: StoredEvent, strike: StoredEvent): StoredEvent[] {
  return reader.log.recordedWith(strike).filter(({ envelope }) => envelope['replaces'] === struck.id);
}

function narrowedTo({ type, decision, of, recordedFrom, recordedTo }: Question['filters']): NarrowedTo {
  return {
    ...(type !== undefined && { type }),
    ...(decision !== undefined && { decision }),
    ...(of !== undefined && { of }),
    ...(recordedFrom !== undefined && isCivilDate(recordedFrom) && { recordedFrom: civilDate(recordedFrom) }),
    ...(recordedTo !== undefined && isCivilDate(recordedTo) && { recordedTo: civilDate(recordedTo) }),
  };
}
