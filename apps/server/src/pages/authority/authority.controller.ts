import {
  type Asking,
  authorityPage,
  type Cell,
  type Content,
  day,
  entryLink,
  makerPage,
  type Names,
  nameOfAll,
  namesAt,
  notYet,
  recordedOn,
  saidInWords,
  type Sent,
  table,
  type Table,
  type Where,
} from '#pages';
import { notOnRecord, rowsOf } from '#views';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { latestDate } from '#calendar';
import { envelopeOf, type AnyPart } from '#programme';
import { terms, type Moment, type Reader } from '#read-model';
import { Pages } from '../pages.js';

/** `/programmes/{programme}/authority` and `…/{id}`: who could decide what, on a day. */
@Controller('programmes/:programme/authority')
export class AuthorityController {
  constructor(private readonly pages: Pages) {}

  @Get()
  all(@Param('programme') programme: string, @Query() sent: Sent, @Res() reply: FastifyReply): Promise<void> {
    const asked = { programme, path: 'authority', section: 'authority', sent } as const;
    return this.pages.answer(reply, asked, showAll);
  }

  @Get(':id')
  one(
    @Param('programme') programme: string,
    @Param('id') id: string,
    @Query() sent: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = { programme, path: `authority/${id}`, section: 'authority', sent } as const;
    return this.pages.answer(reply, asked, (asking) => showOne(asking, id));
  }
}

async function showAll({ where, moment, reader, view }: Asking): Promise<Content> {
  const answer = await view('authority');
  const { body, streams } = answer;
  const names = namesAt(reader, where, moment);
  const data = authorityPage({
    where,
    asAt: moment.asAt,
    makers: body['makers'] as string,
    bodies: rowsOf('bodies', answer),
    offices: rowsOf('offices', answer),
    powers: rowsOf('powers', answer),
    terms: terms(reader, where.programme, moment),
    next: changesNext(reader, where, moment, names),
    names,
  });
  return { title: 'Who could decide what', template: 'authority', data, streams };
}

/** How many changes to come are listed. */
const mostToCome = 20;

/** What is recorded of authority already and holds only from a later day. */
function changesNext(reader: Reader, where: Where, moment: Moment, names: Names): Table {
  const later = [...reader.log.believed(where.programme, 'authority', { ...moment, asAt: latestDate })]
    .flat()
    .filter((entry) => envelopeOf(entry).effectiveOn > moment.asAt)
    .slice(0, mostToCome);
  return table(
    'What changes next',
    ['Entry', 'Holds from', 'It says', 'Recorded on'],
    later.map((entry): Cell[] => [
      entryLink(entry, where),
      day(envelopeOf(entry).effectiveOn),
      saidInWords(entry, names),
      recordedOn(entry.recordedAt),
    ]),
    { empty: 'No later change is on the record.' },
  );
}

async function showOne({ where, moment, reader, view }: Asking, id: string): Promise<Content> {
  const { programme } = where;
  const streams = [`${programme}/authority`];
  const all = terms(reader, programme, moment);
  const of = all.filter((term) => term.of === id || term.who === id);
  const kinds = ['body', 'office', 'power'];
  const kind = kinds.find((one) => reader.parts.one(programme, one, id, moment).known);
  if (kind === undefined && of.length === 0) {
    throw notOnRecord(`No body, office, power or person ${id}`, programme, 'who could decide what');
  }
  const part: AnyPart | undefined =
    kind === undefined ? undefined : reader.parts.one(programme, kind, id, moment).part;
  const names = namesAt(reader, where, moment);
  if (kind !== undefined && part === undefined) return notYet(kind, nameOfAll(names)(kind, id), streams);
  const isMaker = kind === 'body' || kind === 'office';
  const data = makerPage({
    where,
    asAt: moment.asAt,
    id,
    part,
    terms: of,
    decisions: isMaker ? rowsOf('decisions', await view('decisions', undefined, { maker: id })) : [],
    names,
  });
  const about = kind === undefined ? {} : { about: `${kind}/${id}` };
  return { title: data.heading, template: 'maker', data, streams, ...about };
}
