import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { UnitPart } from '#programme';
import type { Row, UnitLineage } from '#read-model';
import { listFilters } from '../../reporting/list.view.js';
import type { EntryShown } from '../history/entry-rows.js';
import { notYet, Pages, type Sent } from '../pages.js';
import { unitPage, unitsPage } from './units-page.js';

/** `/programmes/{programme}/units` and `…/{id}`. */
@Controller('programmes/:programme/units')
export class UnitsController {
  constructor(private readonly pages: Pages) {}

  @Get()
  all(@Param('programme') programme: string, @Query() sent: Sent, @Res() reply: FastifyReply): Promise<void> {
    const filters = listFilters['units'] ?? {};
    return this.pages.answer(
      reply,
      { programme, path: 'units', section: 'units', sent, filters },
      async (asking) => {
        const { body, streams } = await asking.view('units', undefined, asking.filters);
        const data = unitsPage(asking.where, body['units'] as Row[], asking.filters);
        return { title: 'Business units', template: 'units', data, streams };
      },
    );
  }

  @Get(':id')
  one(
    @Param('programme') programme: string,
    @Param('id') id: string,
    @Query() sent: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.pages.answer(
      reply,
      { programme, path: `units/${id}`, section: 'units', sent },
      async (asking) => {
        const { body, streams } = await asking.view('units', id);
        if (body['exists'] !== true) return notYet('unit', id, streams);
        const { body: history } = await asking.view('history', id, { kind: 'unit' });
        const data = unitPage(
          asking.where,
          body as unknown as UnitPart,
          body['lineage'] as UnitLineage,
          history['history'] as EntryShown[],
        );
        return { title: data.name, template: 'unit', data, streams };
      },
    );
  }
}
