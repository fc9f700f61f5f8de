import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Book } from '#book';
import type { ReportPart } from '#programme';
import { restatement, type Moment, type Reader, type Restatement, type Row } from '#read-model';
import { badRequest } from '../problem.js';
import { aStateOfKnowledge } from './changes.view.js';
import type { Filters } from './filters.js';
import { howToWriteKnown, parseKnown, type Question } from './query.js';
import { atTheMoment, momentOf, ViewQuery, type View } from './view.js';

/** What a restatement may be asked beside the report's own dates. */
export const restatementFilters: Filters = {
  to: aStateOfKnowledge('The later state of knowledge; the end of the log where left out.'),
};

/** Asks what became of an answer since: of a question's (asAt, knownAt), or of a report's date and position. */
export class RestatementQuery extends ViewQuery {
  constructor(
    readonly report: ReportPart | undefined,
    programme: string,
    question: Question,
  ) {
    super(programme, question);
  }
}

@QueryHandler(RestatementQuery)
export class RestatementQueryHandler implements IQueryHandler<RestatementQuery> {
  constructor(private readonly book: Book) {}

  async execute(query: RestatementQuery): Promise<View> {
    const { programme, question, report } = query;
    if (!report && question.knownAt === undefined)
      throw wrong('knownAt', `knownAt is needed: it ${howToWriteKnown}`);
    const { reader, moment } = await atTheMoment(this.book, query);
    const before = report ? reportedAt(reader, report) : moment;
    const { to } = question.filters;
    const knownAt = to === undefined ? undefined : parseKnown(to);
    const after = { ...momentOf(reader, { ...question, knownAt }, { asAt: before.asAt }), knownAt };
    if (after.seq < before.seq) throw wrong('to', 'to must not be earlier than what was known then');
    const found = restatement(reader, programme, before, after);
    const { facts, totals } = found;
    const body = {
      ...(report && { report: { id: report.id, title: report.title, hash: report.hash } }),
      to: { knownAt: knownAt ?? null, position: after.position },
      facts,
      totals,
    };
    return { moment: before, body, streams: [], list: { name: 'restatement', rows: linesOf(found) } };
  }
}

/** The moment of a report: its date, and the log up to its position. */
export function reportedAt(reader: Reader, { asAt, position, knownAt }: ReportPart): Moment {
  const moment = reader.upTo(reader.moment(asAt), position);
  return {
    ...moment,
    knownAt: knownAt === undefined ? reader.lastRecorded(moment) : parseKnown(knownAt),
  };
}

/** A line for each field of each fact, then one for each total. */
function linesOf({ facts, totals }: Restatement): Row[] {
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
    })),
  ];
}

const wrong = (field: string, problem: string) => badRequest('query-wrong', [{ field, problem }]);
