import { type Asking, calledOf, type Content, historyName, historyPage, namesAt, type Sent } from '#pages';
import { byName, historyFilters, shownOf } from '#views';
import type { Moment, Reader } from '#read-model';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Pages } from '../pages.js';

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

/** Every decision by its title, to choose one. */
function decisionsAt(reader: Reader, programme: string, moment: Moment) {
  return reader.parts
    .list(programme, 'decision', moment)
    .map((decision) => ({ value: decision.id, text: calledOf(decision) }))
    .sort((a, b) => byName(a.text, b.text));
}

async function show({ where, moment, reader, filters, view }: Asking, id?: string): Promise<Content> {
  const answer = await view('history', id, { limit: onOnePage, ...filters });
  const { history: entries, next } = shownOf('history', answer);
  const names = namesAt(reader, where, moment);
  const kinds =
    filters['kind'] ?? (id === undefined ? undefined : reader.parts.kindsOf(where.programme, id, moment)[0]);
  const named = id === undefined || kinds === undefined ? undefined : names.of([kinds], id)?.text;
  const data = historyPage({
    where,
    id,
    name: historyName(id, named),
    filters,
    entries,
    next,
    names,
    decisions: decisionsAt(reader, where.programme, moment),
  });
  return { title: data.heading, template: 'history', streams: answer.streams, data };
}
