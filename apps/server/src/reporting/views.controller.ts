import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { createHash } from 'node:crypto';
import { Book, besideTheAnswer, told } from '#book';
import { personOf } from '../identity/demo-people.js';
import { Problem } from '../problem.js';
import { AuthorityQuery } from './authority.view.js';
import { ChangesQuery, changesFilters } from './changes.view.js';
import { csvFileName, csvOf } from './csv.js';
import { decisionFilters, DecisionQuery, DecisionsQuery } from './decisions.view.js';
import type { Filters } from './filters.js';
import { FollowUpsQuery } from './follow-ups.view.js';
import { historyFilters, HistoryQuery } from './history.view.js';
import { listFilters, ListQuery, listViewOf, ThingQuery } from './list.view.js';
import { OverviewQuery } from './overview.view.js';
import { questionOf, type Question } from './query.js';
import { RatingsQuery, ratingsFilters } from './ratings.view.js';
import { unitBudgetFilters, UnitBudgetsQuery, unitCountFilters, UnitCountQuery } from './units.view.js';
import { ReportRendering } from './report-rendering.js';
import { RestatementQuery, restatementFilters } from './restatement.view.js';
import type { ViewQuery } from './view.js';

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
    const asked = (filters?: Filters) => this.asked(sent, headers, filters);
    const query = (): ViewQuery => {
      switch (name) {
        case 'overview':
          return new OverviewQuery(programme, asked());
        case 'authority':
          return new AuthorityQuery(programme, asked());
        case 'decisions':
          return new DecisionsQuery(programme, asked(decisionFilters));
        case 'history':
          return new HistoryQuery(undefined, programme, asked(historyFilters));
        case 'changes':
          return new ChangesQuery(programme, asked(changesFilters));
        case 'follow-ups':
          return new FollowUpsQuery(programme, asked());
        case 'ratings':
          return new RatingsQuery(programme, asked(ratingsFilters));
        case 'unit-budgets':
          return new UnitBudgetsQuery(programme, asked(unitBudgetFilters));
        case 'unit-count':
          return new UnitCountQuery(programme, asked(unitCountFilters));
        case 'restatement':
          return new RestatementQuery(undefined, programme, asked(restatementFilters));
        default:
          return new ListQuery(listViewOf(name), programme, asked(listFilters[name]));
      }
    };
    return this.tell(query(), headers, reply);
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
    const asked = (filters?: Filters) => this.asked(sent, headers, filters);
    const query = (): ViewQuery => {
      switch (name) {
        case 'decisions':
          return new DecisionQuery(id, programme, asked());
        case 'history':
          return new HistoryQuery(id, programme, asked(historyFilters));
        case 'overview':
        case 'authority':
        case 'changes':
        case 'follow-ups':
        case 'ratings':
        case 'unit-budgets':
        case 'unit-count':
        case 'restatement':
          throw new Problem(
            404,
            'not-found',
            'There is nothing here',
            `${name} has no ids: ask for ${name} itself`,
          );
        default:
          return new ThingQuery(listViewOf(name), id, programme, asked());
      }
    };
    return this.tell(query(), headers, reply);
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
    personOf(headers['authorization']);
    return questionOf(sent, headers['accept'], filters);
  }

  private async tell(query: ViewQuery, headers: HeadersSent, reply: FastifyReply): Promise<void> {
    const { programme, question } = query;
    const { moment, body, streams, list } = await this.queries.execute(query);
    const answer = told(body, moment);
    const asCsv = question.format === 'csv';
    if (asCsv && !list) {
      throw new Problem(406, 'no-csv', 'This is no list', 'Ask for it as JSON: only lists are CSV too');
    }
    const digested = asCsv ? `csv ${JSON.stringify(answer)}` : JSON.stringify(answer);
    // What is counted beside the answer is outside its tag: the answer stands while that grows.
    const tag = `"${createHash('sha256').update(digested).digest('base64url').slice(0, 27)}"`;
    void reply.header('etag', tag).header('cache-control', 'no-cache').header('vary', 'accept');
    if (headers['if-none-match'] === tag) {
      await reply.status(304).send();
    } else if (asCsv && list) {
      await reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${csvFileName(programme, list.name, moment)}"`)
        .send(csvOf(list.rows));
    } else {
      const meta = besideTheAnswer(this.book, programme, streams, moment);
      await reply.send({ ...answer, meta });
    }
  }
}
