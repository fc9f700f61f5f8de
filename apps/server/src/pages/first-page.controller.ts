import { Controller, Get, Header, Query } from '@nestjs/common';
import { Book } from '#book';
import { overview } from '#read-model';
import { questionOf } from '../reporting/query.js';
import { firstPage, noProgrammePage } from './first-page.js';

/** `/`: the overview as at a date that the reader picks. */
@Controller()
export class FirstPageController {
  constructor(private readonly book: Book) {}

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  async show(@Query() query: Record<string, unknown>): Promise<string> {
    const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
    const { asAt, knownAt, further } = questionOf(given, undefined, ['programme']);
    await this.book.upTo();
    const { reader } = this.book;
    const moment = reader.moment(asAt, knownAt);
    const programme = further['programme'] ?? reader.programmes(reader.moment(asAt))[0];
    if (programme === undefined) return noProgrammePage();
    const streams = ['programme', 'portfolio', 'project', 'review', 'structure'].map(
      (kind) => `${programme}/${kind}`,
    );
    return firstPage({
      view: overview(reader, programme, moment),
      moment,
      demonstration: this.book.demonstration !== undefined,
      later: reader.laterEntries(programme, streams, moment),
      afterwards: moment.knownAt === undefined ? reader.recordedAfterwards(programme, streams, moment) : [],
    });
  }
}
