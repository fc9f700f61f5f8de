import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { DecisionPart } from '#programme';
import type { Row } from '#read-model';
import { decisionFilters } from '../../reporting/decisions.view.js';
import type { EntryShown } from '../history/entry-rows.js';
import { notYet, Pages, type Sent } from '../pages.js';
import { decisionPage, decisionsPage } from './decisions-page.js';

/** `/programmes/{programme}/decisions` and `…/{id}`. */
@Controller('programmes/:programme/decisions')
export class DecisionsController {
  constructor(private readonly pages: Pages) {}

  @Get()
  all(@Param('programme') programme: string, @Query() sent: Sent, @Res() reply: FastifyReply): Promise<void> {
    const asked = {
      programme,
      path: 'decisions',
      section: 'decisions',
      sent,
      filters: decisionFilters,
    } as const;
    return this.pages.answer(reply, asked, async ({ where, view, filters }) => {
      const { body, streams } = await view('decisions', undefined, filters);
      const data = decisionsPage(where, body['decisions'] as Row[], filters);
      return { title: 'Decision register', template: 'decisions', data, streams };
    });
  }

  @Get(':id')
  one(
    @Param('programme') programme: string,
    @Param('id') id: string,
    @Query() sent: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = { programme, path: `decisions/${id}`, section: 'decisions', sent } as const;
    return this.pages.answer(reply, asked, async ({ where, view }) => {
      const { body, streams } = await view('decisions', id);
      if (body['exists'] !== true) return notYet('decision', id, streams);
      const { body: history } = await view('history', id, { kind: 'decision' });
      const data = decisionPage(
        where,
        body as unknown as DecisionPart,
        body,
        body['entries'] as EntryShown[],
        history['history'] as EntryShown[],
      );
      return { title: data.name, template: 'decision', data, streams };
    });
  }
}
