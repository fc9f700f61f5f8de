import {
  type Asking,
  beforeQuarter,
  changesPage,
  type Content,
  lastCouncilMeeting,
  namesAt,
  pairsOfDates,
  type Sent,
} from '#pages';
import { aDate, anyText, shownOf } from '#views';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { civilDate } from '#calendar';
import { Pages } from '../pages.js';

const filters = {
  from: aDate('The first of two dates.'),
  to: aDate('The second of them.'),
  kind: anyText('Only things of this kind.'),
};
const labels = { from: 'Between the end of', to: 'And the end of' };

/** `/programmes/{programme}/changes`: what changed between two dates; in the quarter so far where none are given. */
@Controller('programmes/:programme/changes')
export class ChangesController {
  constructor(private readonly pages: Pages) {}

  @Get()
  two(@Param('programme') programme: string, @Query() sent: Sent, @Res() reply: FastifyReply): Promise<void> {
    const asked = { programme, path: 'changes', section: 'changes', sent, filters, labels } as const;
    return this.pages.answer(reply, asked, show);
  }
}

async function show({ where, moment, reader, filters: given, view }: Asking): Promise<Content> {
  const { kind } = given;
  const to = given['to'] ?? moment.asAt;
  const from = given['from'] ?? beforeQuarter(civilDate(to));
  const answer = await view('changes', undefined, { from, to });
  const { changes, counts } = shownOf('changes', answer);
  const later = { ...moment, asAt: civilDate(from > to ? from : to) };
  const data = changesPage({
    where,
    from,
    to,
    kind,
    changes,
    counts,
    choices: pairsOfDates(
      moment.asAt,
      reader.parts.list(where.programme, 'phase', moment),
      lastCouncilMeeting(reader, where.programme, moment),
    ),
    names: namesAt(reader, where, later),
  });
  return { title: data.heading, template: 'changes', data, streams: answer.streams };
}
