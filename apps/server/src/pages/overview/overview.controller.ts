import { type Asking, type Content, overviewPage, type RatingShown, type Sent } from '#pages';
import { anyText } from '#views';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { overview, Row, SavingsOnDay, SavingsStep, UnitCountStep, UnitFlow } from '#read-model';
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
  const ask = async (name: string): Promise<unknown> => {
    const answer = await view(name);
    streams.push(...answer.streams);
    return name === 'overview' ? answer.body : answer.body[name];
  };
  const { programme } = where;
  const page = overviewPage({
    where,
    asAt: moment.asAt,
    view: (await ask('overview')) as ReturnType<typeof overview>,
    stages: (await ask('review-stages')) as Row[],
    savings: (await ask('savings-steps')) as SavingsStep[],
    savingsOverTime: (await ask('savings-over-time')) as SavingsOnDay[],
    unitCount: (await ask('unit-count')) as UnitCountStep[],
    unitFlow: (await ask('unit-flow')) as UnitFlow[],
    rated: {
      ratings: (await ask('ratings')) as RatingShown[],
      scales: reader.parts.list(programme, 'scale', moment),
      projects: reader.parts.list(programme, 'project', moment),
    },
  });
  return { title: page.name, template: 'overview', data: page, streams: [...new Set(streams)] };
}
