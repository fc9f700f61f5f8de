import { needsDoingPage, type Sent } from '#pages';
import { likeThat, needsDoingFilters } from '#views';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { NeedsDoing } from '#read-model';
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
      const { body, streams } = await view('needs-doing');
      const all = body['needs-doing'] as NeedsDoing[];
      const { urgency: _, ...others } = filters;
      const data = needsDoingPage({
        where,
        asAt: moment.asAt,
        filters,
        all,
        shown: likeThat(all, filters),
        beside: likeThat(all, others),
      });
      return { title: 'What needs doing', template: 'needs-doing', data, streams };
    });
  }
}
