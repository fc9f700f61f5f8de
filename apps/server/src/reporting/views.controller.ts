import { Controller, Get, Headers, Param, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { Book, besideTheAnswer, heldBack, told } from '#book';
import {
  DecisionTableQuery,
  decisionTables,
  type DecisionTable,
} from '../governance/decision-tables.view.js';
import { ChecklistQuery } from '../governance/checklist.view.js';
import { statementPolicy } from '../governance/statement-page.js';
import { StatementQuery } from '../governance/statement.view.js';
import { Problem } from '../problem.js';
import { csvFileName, csvOfList } from './csv.js';
import { csvInPounds } from './csv-in-pounds.js';
import type { Filters } from './filters.js';
import { answerOf, cannotBeShown, heldBackHeader } from './held-back.js';
import { questionOf, type Question } from './query.js';
import { ReportRendering } from './report-rendering.js';
import { RestatementQuery, restatementFilters } from './restatement.view.js';
import type { ViewQuery } from './view.js';
import { viewOf } from './views.js';

type Sent = Readonly<Record<string, unknown>>;
type HeadersSent = Readonly<Record<string, string | undefined>>;

/** Every view of a programme: `GET /api/programmes/{programme}/{view}` and `…/{id}`. */
@Controller('api/programmes/:programme')
export class ViewsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly book: Book,
    private readonly reports: ReportRendering,
  ) {}

  @Get(':view')
  list(
    @Param('programme') programme: string,
    @Param('view') name: string,
    @Query() sent: Sent,
    @Headers() headers: HeadersSent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const view = viewOf(name);
    return this.tell(view.query(programme, this.asked(sent, headers, view.filters)), headers, reply);
  }

  @Get(':view/:id')
  one(
    @Param('programme') programme: string,
    @Param('view') name: string,
    @Param('id') id: string,
    @Query() sent: Sent,
    @Headers() headers: HeadersSent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { one } = viewOf(name);
    if (one)
      return this.tell(
        one.query(id, programme, this.asked(sent, headers, one.filters(id))),
        headers,
        reply,
        id,
      );
    const nextStep = `${name} has no ids: ask for ${name} itself`;
    throw new Problem(404, 'not-found', 'There is nothing here', nextStep);
  }

  @Get('decisions/:id/checklist')
  checklist(
    @Param('programme') programme: string,
    @Param('id') id: string,
    @Query() sent: Sent,
    @Headers() headers: HeadersSent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.tell(new ChecklistQuery(id, programme, this.asked(sent, headers)), headers, reply, id);
  }

  @Get(Object.keys(decisionTables).map((table) => `decisions/:id/${table}`))
  decisionTable(
    @Param('programme') programme: string,
    @Param('id') id: string,
    @Query() sent: Sent,
    @Headers() headers: HeadersSent,
    @Req() { routeOptions }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const table = routeOptions.url?.split('/').at(-1) as DecisionTable;
    const query = new DecisionTableQuery(table, id, programme, this.asked(sent, headers));
    return this.tell(query, headers, reply);
  }

  @Get('decisions/:id/statement')
  statement(
    @Param('programme') programme: string,
    @Param('id') id: string,
    @Query() sent: Sent,
    @Headers() headers: HeadersSent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.tell(new StatementQuery(id, programme, this.asked(sent, headers)), headers, reply, id);
  }

  @Get('reports/:id/restatement')
  async restated(
    @Param('programme') programme: string,
    @Param('id') id: string,
    @Query() sent: Sent,
    @Headers() headers: HeadersSent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const question = this.asked(sent, headers, restatementFilters);
    const report = await this.reports.issued(programme, id, question);
    return this.tell(new RestatementQuery(report, programme, question), headers, reply);
  }

  private asked(sent: Sent, headers: HeadersSent, filters?: Filters): Question {
    return questionOf(sent, headers['accept'], filters);
  }

  private async tell(
    query: ViewQuery,
    headers: HeadersSent,
    reply: FastifyReply,
    id?: string,
  ): Promise<void> {
    const { programme, question } = query;
    const { moment, body, streams, list, page } = await answerOf(this.queries, this.book, query, id);
    const held = heldBack(this.book, programme, streams);
    // What is printed leaves without the mark of an answer.
    if (page !== undefined && held.length > 0) throw cannotBeShown(held);
    if (held.length > 0)
      void reply.header(heldBackHeader, held.map(({ stream }) => encodeURI(stream)).join(', '));
    const answer = told(body, moment);
    const asCsv = question.format === 'csv';
    if (asCsv && !list) {
      throw new Problem(406, 'no-csv', 'This is no list', 'Ask for it as JSON: only lists are CSV too');
    }
    const digested = asCsv
      ? `csv${question.inPounds ? ' in pounds' : ''} ${JSON.stringify(answer)}`
      : JSON.stringify(answer);
    // What is counted beside the answer is outside its tag: the answer stands while that grows.
    const tag = `"${createHash('sha256').update(digested).digest('base64url').slice(0, 27)}"`;
    void reply.header('etag', tag).header('cache-control', 'no-cache').header('vary', 'accept');
    if (headers['if-none-match'] === tag) {
      await reply.status(304).send();
    } else if (asCsv && list) {
      await reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header(
          'content-disposition',
          `attachment; filename="${csvFileName(programme, list.name + (question.inPounds ? '-in-pounds' : ''), moment, held.length > 0)}"`,
        )
        .send(question.inPounds ? csvInPounds(list) : csvOfList(list));
    } else if (page !== undefined) {
      await reply
        .headers({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': statementPolicy })
        .send(page);
    } else {
      const meta = besideTheAnswer(this.book, programme, streams, moment);
      await reply.send({ ...answer, meta });
    }
  }
}
