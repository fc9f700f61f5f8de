import {
  csvFileName,
  csvOfList,
  notOnRecord,
  parseKnown,
  type Question,
  questionOf,
  today,
  views,
} from '#views';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { createHash } from 'node:crypto';
import { Book, heldBack } from '#book';
import { canonicalText } from '#event-store';
import type { ReportCommand, ReportPart } from '#programme';
import type { Moment } from '#read-model';
import { badRequest, Problem } from '#problem';
import { cannotBeShown } from './held-back.js';
import { ViewQuery } from './view-query.js';

/**
 * The version of the bytes of a report. A view that is written in another shape, or a CSV in another way, raises it:
 * a report of an earlier version that differs is then told apart from one whose record was changed.
 */
export const rendering = 5;

/** What is shown in a report: its dates, its view, and how far the log is read. */
type Shown = Pick<ReportPart, 'view' | 'format'> &
  Partial<Pick<ReportPart, 'thing' | 'query' | 'asAt' | 'knownAt' | 'position'>>;

/** A report as bytes, and how they are sent. */
export interface ReportContent {
  readonly text: string;
  readonly hash: string;
  readonly moment: Moment;
  readonly headers: Readonly<Record<string, string>>;
}

/** Renders the answers of views as bytes that are the same whenever the same log is read as far. */
@Injectable()
export class ReportRendering {
  constructor(
    private readonly queries: QueryBus,
    private readonly book: Book,
  ) {}

  /** The command with what came of rendering its report, as far as the log goes now. */
  async issuing(command: ReportCommand): Promise<ReportCommand> {
    const { programme, view, thing, query, format = 'json', knownAt } = command;
    const asAt = command.asAt ?? today();
    await this.book.upTo();
    const known = knownAt === undefined ? undefined : parseKnown(knownAt);
    const { position } = this.book.reader.moments.at(asAt, known);
    const shown = { view, format, asAt, ...(thing !== undefined && { thing }), ...(query && { query }) };
    const { hash, moment } = await this.render(programme, {
      ...shown,
      ...(knownAt !== undefined && { knownAt }),
      ...(position !== null && { position }),
    });
    return { ...command, asAt, position: moment.position as string, hash, rendering };
  }

  /**
   * The report as it was issued, byte for byte.
   *
   * @throws Problem 503 entries that it reads are held back
   * @throws Problem 409 the bytes are not those that were issued
   */
  async content(programme: string, report: ReportPart): Promise<ReportContent> {
    const content = await this.render(programme, report);
    if (content.hash === report.hash) return content;
    const because =
      report.rendering === rendering
        ? 'the views or the record were changed since: rebuild the views and ask again, then verify the record'
        : `it was rendered by version ${report.rendering} and this is version ${rendering}, which may write the same facts in another shape: compare the figures, or render it with the Minutebook of that time`;
    throw new Problem(
      409,
      'report-differs',
      'The report is not what it was',
      `Report ${report.id} comes to other bytes than were issued: ${because}`,
      {
        verified: false,
        issued: { hash: report.hash, rendering: report.rendering },
        found: { hash: content.hash, rendering },
      },
    );
  }

  /** The report of an id at the moment of a question. Throws 404 where none was issued by then. */
  async issued(programme: string, id: string, question: Question): Promise<ReportPart> {
    await this.book.upTo(question.minPosition);
    const { reader } = this.book;
    const { part } = reader.parts.one(
      programme,
      'report',
      id,
      reader.moments.at(question.asAt, question.knownAt),
    );
    if (!part) throw notOnRecord(`No report ${id}`, programme, 'the list of reports');
    return part;
  }

  private async render(programme: string, shown: Shown): Promise<ReportContent> {
    const { moment, body, list, streams } = await this.queries.execute(queryFor(programme, shown));
    const held = heldBack(this.book, programme, streams);
    if (held.length > 0) throw cannotBeShown(held);
    const asCsv = shown.format === 'csv';
    if (asCsv && !list) throw wrong('format', 'format must be json: this view is no list');
    const told = { ...body, asAt: moment.asAt, knownAt: moment.knownAt ?? null, position: moment.position };
    // What JSON leaves out is left out before the bytes are made, and their order is RFC 8785's.
    const text = asCsv && list ? csvOfList(list) : canonicalText(JSON.parse(JSON.stringify(told)), 'report');
    const headers: Record<string, string> =
      asCsv && list
        ? {
            'content-type': 'text/csv; charset=utf-8',
            'content-disposition': `attachment; filename="${csvFileName(programme, list.name, moment)}"`,
          }
        : { 'content-type': 'application/json; charset=utf-8' };
    return { text, hash: createHash('sha256').update(text).digest('hex'), moment, headers };
  }
}

function queryFor(
  programme: string,
  { view: name, thing, query, format, asAt, knownAt, position }: Shown,
): ViewQuery {
  const view = views.get(name);
  if (!view?.canBeIssued) throw wrong('view', `view must be one of: ${canBeIssued().join(', ')}`);
  if (thing !== undefined && !view.one)
    throw wrong('thing', `thing must be left out: ${name} is not shown thing by thing`);
  const sent = { ...query, asAt, format, ...(knownAt !== undefined && { knownAt }) };
  const question: Question = {
    ...questionOf(sent, undefined, thing === undefined ? view.filters : view.one?.filters(thing)),
    ...(position !== undefined && { pinnedTo: position }),
  };
  return thing === undefined || !view.one
    ? ViewQuery.of(view, programme, question)
    : ViewQuery.ofOne(view.one, thing, programme, question);
}

const canBeIssued = () => [...views].filter(([, view]) => view.canBeIssued).map(([name]) => name);
const wrong = (field: string, problem: string) => badRequest('fields-wrong', [{ field, problem }]);
