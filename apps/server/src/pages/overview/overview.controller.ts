import { type Asking, type Content, overviewPage, type Sent } from '#pages';
import { anyText, rowsOf, shownOf } from '#views';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Pages } from '../pages.js';

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

async function show({ where, moment, reader, view }: Asking): Promise<Content> {
  const streams: string[] = [];
  const ask = async (name: string) => {
    const answer = await view(name);
    streams.push(...answer.streams);
    return answer;
  };
  const { programme } = where;
  const page = overviewPage({
    where,
    asAt: moment.asAt,
    view: shownOf('overview', await ask('overview')),
    stages: rowsOf('review-stages', await ask('review-stages')),
    savings: rowsOf('savings-steps', await ask('savings-steps')),
    savingsOverTime: rowsOf('savings-over-time', await ask('savings-over-time')),
    unitCount: rowsOf('unit-count', await ask('unit-count')),
    unitFlow: rowsOf('unit-flow', await ask('unit-flow')),
    rated: {
      ratings: rowsOf('ratings', await ask('ratings')),
      scales: reader.parts.list(programme, 'scale', moment),
      projects: reader.parts.list(programme, 'project', moment),
    },
  });
  return { title: page.name, template: 'overview', data: page, streams: [...new Set(streams)] };
}
