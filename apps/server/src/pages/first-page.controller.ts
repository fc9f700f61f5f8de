import { Controller, Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Book } from '#book';
import type { ReviewPart } from '#programme';
import { overview, overviewReads } from '#read-model';
import { Problem, type WrongField } from '../problem.js';
import { anyText } from '../reporting/filters.js';
import { questionOf } from '../reporting/query.js';
import { firstPage, noProgrammePage, wrongDatesPage } from './first-page.js';

const pageFilters = { programme: anyText('Which programme, where the book holds several.') };

/** `/`: the overview as at a date that the reader picks. */
@Controller()
export class FirstPageController {
  constructor(private readonly book: Book) {}

  @Get()
  async show(@Query() query: Record<string, unknown>, @Res() reply: FastifyReply): Promise<void> {
    const { status, html } = await this.pageFor(query);
    await reply.status(status).header('content-type', 'text/html; charset=utf-8').send(html);
  }

  private async pageFor(query: Record<string, unknown>): Promise<{ status: number; html: string }> {
    const demonstration = this.book.demonstration !== undefined;
    // A form sends an empty text for a date that was left out.
    const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
    let question: ReturnType<typeof questionOf>;
    try {
      question = questionOf(given, undefined, pageFilters);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { errors = [] } = error.getResponse() as { errors?: readonly WrongField[] };
      const typed = { asAt: typedIn(query['asAt']), knownAt: typedIn(query['knownAt']) };
      return { status: 400, html: wrongDatesPage(typed, errors, demonstration) };
    }
    await this.book.upTo(question.minPosition);
    const { reader } = this.book;
    const moment = reader.moment(question.asAt, question.knownAt);
    const asked = question.filters['programme'];
    const programme = asked ?? reader.programmes(reader.moment(question.asAt))[0];
    if (programme === undefined || (asked !== undefined && !reader.knows(asked, moment))) {
      return { status: asked === undefined ? 200 : 404, html: noProgrammePage(asked, demonstration) };
    }
    const streams = overviewReads.map((kind) => `${programme}/${kind}`);
    const html = firstPage({
      view: overview(reader, programme, moment),
      reviews: reader.list<ReviewPart>(programme, 'review', moment),
      moment,
      demonstration,
      later: reader.laterEntries(programme, streams, moment),
      afterwards: moment.knownAt === undefined ? reader.recordedAfterwards(programme, streams, moment) : [],
    });
    return { status: 200, html };
  }
}

const typedIn = (value: unknown): string => (typeof value === 'string' ? value : '');
