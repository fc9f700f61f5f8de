import {
  csvFileName,
  csvInPounds,
  csvOfList,
  type Filters,
  type Question,
  questionOf,
  statementPolicy,
  viewOf,
  viewsOfOne,
} from '#views';
import { Controller, Get, Headers, Param, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { Book, besideTheAnswer, heldBack, told } from '#book';
import { Problem } from '#problem';
import { answerOf, cannotBeShown, heldBackHeader } from './held-back.js';
import { ViewQuery } from './view-query.js';

type Sent = Readonly<Record<string, unknown>>;
type HeadersSent = Readonly<Record<string, string | undefined>>;

/** Where something is asked of one thing beside what it is. */
const beside = Object.entries(viewsOfOne).flatMap(([name, all]) =>
  Object.keys(all).map((table) => `${name}/:id/${table}`),
);

/** Every view of a programme: `GET /api/programmes/{programme}/{view}` and `…/{id}`. */
@Controller('api/programmes/:programme')
export class ViewsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly book: Book,
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
    const question = this.asked(sent, headers, view.filters);
    return this.tell(ViewQuery.of(view, programme, question), headers, reply);
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
    if (!one) {
      const nextStep = `${name} has no ids: ask for ${name} itself`;
      throw new Problem(404, 'not-found', 'There is nothing here', nextStep);
    }
    const question = this.asked(sent, headers, one.filters(id));
    return this.tell(ViewQuery.ofOne(one, id, programme, question), headers, reply, id);
  }

  @Get(beside)
  beside(
    @Param('programme') programme: string,
    @Param('id') id: string,
    @Query() sent: Sent,
    @Headers() headers: HeadersSent,
    @Req() { routeOptions }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [table = '', , name = ''] = routeOptions.url?.split('/').reverse() ?? [];
    const of = viewsOfOne[name]?.[table];
    if (!of) throw new Error(`No view of one is asked for at ${routeOptions.url}`);
    const question = this.asked(sent, headers, of.filters(id));
    return this.tell(ViewQuery.ofOne(of, id, programme, question), headers, reply, id);
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
