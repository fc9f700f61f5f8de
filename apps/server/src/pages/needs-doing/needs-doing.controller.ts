import { needsDoingPage, type Sent } from '#pages';
import { likeThat, needsDoingFilters, shownOf } from '#views';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Pages } from '../pages.js';

/** `/programmes/{programme}/needs-doing`. */
@Controller('programmes/:programme/needs-doing')
export class NeedsDoingController {
  constructor(private readonly pages: Pages) {}

  @Get()
  all(@Param('programme') programme: string, @Query() sent: Sent, @Res() reply: FastifyReply): Promise<void> {
    const section = 'needs-doing';
    const asked = { programme, path: section, section, sent, filters: needsDoingFilters } as const;
    return this.pages.answer(reply, asked, async ({ where, moment, view, filters }) => {
      const answer = await view('needs-doing');
      const { 'needs-doing': all } = shownOf('needs-doing', answer);
      const { urgency: _, ...others } = filters;
      const data = needsDoingPage({
        where,
        asAt: moment.asAt,
        filters,
        all,
        shown: likeThat(all, filters),
        beside: likeThat(all, others),
      });
      return { title: 'What needs doing', template: 'needs-doing', data, streams: answer.streams };
    });
  }
}
