import type { ReportPart } from '#programme';
import {
  columnKinds,
  restatement,
  restatementShown,
  type Moment,
  type Reader,
  type Restatement,
  type RowOf,
} from '#read-model';
import { badRequest } from '#problem';
import { aStateOfKnowledge } from './changes.view.js';
import type { Filters } from './filters.js';
import { howToWriteKnown, parseKnown, type Question } from './query.js';
import {
  linesOf,
  momentOf,
  notOnRecord,
  view,
  type AnswerOfLines,
  type Asking,
  type ViewOfOne,
} from './view.js';

/** What a restatement may be asked beside the report's own dates. */
const restatementFilters: Filters = {
  to: aStateOfKnowledge('The later state of knowledge; the end of the log where left out.'),
};

const { anything, entry, instant, listOf, objectOf, orNull, pence, text } = columnKinds;
const columns = {
  ...{ what: text, of: text, field: text, before: anything, after: anything, effect: orNull(pence) },
  ...{ entries: orNull(listOf(entry)), recordedAt: orNull(listOf(instant)), actors: orNull(listOf(text)) },
  ...{ decisions: orNull(listOf(text)), reasons: orNull(text) },
};

const shows = {
  to: objectOf({ knownAt: orNull(text), position: orNull(text) }),
  ...restatementShown,
};

/** Throws 400 where it is not said what had been known. */
function mustSayWhatWasKnown(question: Question): Question {
  if (question.knownAt === undefined) throw wrong('knownAt', `knownAt is needed: it ${howToWriteKnown}`);
  return question;
}

export const restatementView = view({
  name: 'restatement',
  says: 'What became of a report’s (asAt, knownAt): every fact of its date that is known otherwise since, who changed it and why, and the effect on each published total',
  filters: restatementFilters,
  columns,
  shows,
  question: mustSayWhatWasKnown,
  answer: (asking) => answerOf(asking, asking.moment),
});

/** What became of a report since it was issued: of its own date and position. */
export const reportRestated: ViewOfOne = {
  says: () => 'What became of a report since it was issued',
  filters: () => restatementFilters,
  columns: () => columns,
  shows: () => ({ report: objectOf({ id: text, title: text, hash: text }), ...shows }),
  answer(asking) {
    const { reader, programme, id, question } = asking;
    const { part } = reader.parts.one(
      programme,
      'report',
      id,
      reader.moments.at(question.asAt, question.knownAt),
    );
    if (!part) throw notOnRecord(`No report ${id}`, programme, 'the list of reports');
    const report = part;
    const { body, rows, ...answer } = answerOf(asking, reportedAt(reader, report));
    const { title, hash } = report;
    return {
      ...answer,
      body: { report: { id, title, hash }, ...body },
      list: linesOf('restatement', columns, rows),
    };
  },
};

function answerOf(
  { reader, programme, question }: Asking,
  before: Moment,
): Required<AnswerOfLines<typeof columns, typeof shows>> {
  const { to } = question.filters;
  const knownAt = to === undefined ? undefined : parseKnown(to);
  const after = { ...momentOf(reader, { ...question, knownAt }, { asAt: before.asAt }), knownAt };
  if (after.seq < before.seq) throw wrong('to', 'to must not be earlier than what was known then');
  const found = restatement(reader, programme, before, after);
  const { facts, totals } = found;
  const body = { to: { knownAt: knownAt ?? null, position: after.position }, facts, totals };
  return { moment: before, body, rows: rowsOf(found), streams: [] };
}

/** The moment of a report: its date, and the log up to its position. */
export function reportedAt(reader: Reader, { asAt, position, knownAt }: ReportPart): Moment {
  const moment = reader.moments.upTo(reader.moments.at(asAt), position);
  return {
    ...moment,
    knownAt: knownAt === undefined ? reader.moments.lastRecorded(moment) : parseKnown(knownAt),
  };
}

/** A line for each field of each fact, then one for each total. */
function rowsOf({ facts, totals }: Restatement): RowOf<typeof columns>[] {
  return [
    ...facts.flatMap(({ kind, id, fields, entries }) =>
      fields.map(({ field, before, after }) => ({
        what: kind,
        of: id,
        field,
        before: JSON.stringify(before),
        after: JSON.stringify(after),
        effect: null,
        entries: entries.map((entry) => entry.id),
        recordedAt: entries.map((entry) => entry.recordedAt),
        actors: [...new Set(entries.map(({ actor, capacity }) => `${actor} (${capacity})`))],
        decisions: [...new Set(entries.flatMap(({ decision }) => decision ?? []))],
        reasons: [...new Set(entries.flatMap(({ reason }) => reason ?? []))].join('; '),
      })),
    ),
    ...totals.map(({ total, of, unit, before, after, effect }) => ({
      what: 'total',
      of: of === '' ? total : `${total}, ${of}`,
      field: unit,
      before,
      after,
      effect,
      ...byNothing,
    })),
  ];
}

// A total is changed by no entry of its own.
const byNothing = { entries: null, recordedAt: null, actors: null, decisions: null, reasons: null };

const wrong = (field: string, problem: string) => badRequest('query-wrong', [{ field, problem }]);
