import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { overview, UnitCountStep, Waterfall } from '#read-model';
import { anyText } from '../../reporting/filters.js';
import { Pages, type Asking, type Content, type Sent } from '../pages.js';
import { overviewPage } from './overview-page.js';

const whichProgramme = { programme: anyText('Which programme, where the book holds several.') };

/** `/` and `/programmes/{programme}`: the overview of a programme. */
@Controller()
export class OverviewController {
  constructor(private readonly pages: Pages) {}

  @Get()
  first(@Query() sent: Sent, @Res() reply: FastifyReply): Promise<void> {
    const { programme: named } = sent;
    const programme = typeof named === 'string' && named !== '' ? named : undefined;
    const asked = { programme, path: '', section: 'overview', sent, filters: whichProgramme } as const;
    return this.pages.answer(reply, asked, show);
  }

  @Get('programmes/:programme')
  one(@Param('programme') programme: string, @Query() sent: Sent, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.answer(reply, { programme, path: '', section: 'overview', sent }, show);
  }
}

async function show({ where, moment, view }: Asking): Promise<Content> {
  const { body, streams } = await view('overview');
  const { body: count } = await view('unit-count');
  const { body: savings, streams: savingStreams } = await view('waterfall');
  const page = overviewPage({
    where,
    asAt: moment.asAt,
    view: body as ReturnType<typeof overview>,
    steps: count['unit-count'] as UnitCountStep[],
    waterfall: savings as unknown as Waterfall,
  });
  return { title: page.name, template: 'overview', data: page, streams: [...streams, ...savingStreams] };
}
