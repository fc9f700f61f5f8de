import { questionOf } from '#views';
import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ReportRendering } from './report-rendering.js';

/** `GET /api/programmes/{programme}/reports/{id}/content`: a report that was issued, run again. */
@Controller('api/programmes/:programme/reports/:id')
export class ReportsController {
  constructor(private readonly reports: ReportRendering) {}

  @Get('content')
  async content(
    @Param('programme') programme: string,
    @Param('id') id: string,
    @Query() sent: Readonly<Record<string, unknown>>,
    @Headers() headers: Readonly<Record<string, string | undefined>>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const report = await this.reports.issued(programme, id, questionOf(sent, undefined));
    const content = await this.reports.content(programme, report);
    const tag = `"${content.hash}"`;
    void reply.headers({
      etag: tag,
      'cache-control': 'no-cache',
      'report-verified': 'true',
      'report-position': report.position,
      'repr-digest': `sha-256=:${Buffer.from(content.hash, 'hex').toString('base64')}:`,
    });
    if (headers['if-none-match'] === tag) await reply.status(304).send();
    else await reply.headers(content.headers).send(content.text);
  }
}
