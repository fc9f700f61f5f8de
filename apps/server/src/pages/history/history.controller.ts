import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { historyFilters } from '../../reporting/history.view.js';
import { dataAddress, pageAddress } from '../addresses-of-pages.js';
import { Pages, type Asking, type Content, type Sent } from '../pages.js';
import { inWords, sentence } from '../words.js';
import type { EntryShown } from './entry-rows.js';
import { historyChart } from './history-section.js';

/** How many entries stand on one page. */
const onOnePage = '100';

/** `/programmes/{programme}/history` and `…/{id}`: what was recorded, of everything or of one thing. */
@Controller('programmes/:programme/history')
export class HistoryController {
  constructor(private readonly pages: Pages) {}

  @Get()
  all(@Param('programme') programme: string, @Query() sent: Sent, @Res() reply: FastifyReply): Promise<void> {
    const asked = { programme, path: 'history', section: 'history', sent, filters: historyFilters } as const;
    return this.pages.answer(reply, asked, (asking) => show(asking));
  }

  @Get(':id')
  one(
    @Param('programme') programme: string,
    @Param('id') id: string,
    @Query() sent: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = {
      programme,
      path: `history/${id}`,
      section: 'history',
      sent,
      filters: historyFilters,
    } as const;
    return this.pages.answer(reply, asked, (asking) => show(asking, id));
  }
}

async function show({ where, filters, view }: Asking, id?: string): Promise<Content> {
  const { body, streams } = await view('history', id, { limit: onOnePage, ...filters });
  const entries = body['history'] as EntryShown[];
  const next = body['next'] as number | null;
  const path = id === undefined ? 'history' : `history/${id}`;
  const title = id === undefined ? 'Everything that was recorded' : `History of ${inWords(id)}`;
  const csv = dataAddress(where, path, { ...filters, format: 'csv' });
  return {
    title,
    template: 'history',
    streams,
    data: {
      heading: sentence(title),
      chosen: filters['entries'] !== undefined,
      whole: pageAddress(where, path),
      chart: historyChart('What was recorded, and when', entries, where, csv),
      next: next === null ? undefined : pageAddress(where, path, { ...filters, after: String(next) }),
    },
  };
}
