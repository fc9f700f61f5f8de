import {
  type Asking,
  type Content,
  calledOf,
  decisionPage,
  decisionsPage,
  type EntryShown,
  type Followed,
  nameOfAll,
  namesAt,
  notYet,
  pageAddress,
  type RegisterChoices,
  type Sent,
} from '#pages';
import {
  byName,
  decisionFilters,
  decisionOnRecord,
  decisionsLike,
  inOrderOfName,
  statementBody,
  wholeNumber,
} from '#views';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { advisoryKinds, isTaken, type DecisionPart } from '#programme';
import { clockRuns, decisionDetail, holderOn, makersPower } from '#read-model';
import { Pages } from '../pages.js';

const pageFilters = { ...decisionFilters, page: wholeNumber('Which page of the register.', 1, 1_000_000) };

/** `/programmes/{programme}/decisions`, `…/{id}` and `…/{id}/statement`. */
@Controller('programmes/:programme/decisions')
export class DecisionsController {
  constructor(private readonly pages: Pages) {}

  @Get()
  all(@Param('programme') programme: string, @Query() sent: Sent, @Res() reply: FastifyReply): Promise<void> {
    const asked = { programme, path: 'decisions', section: 'decisions', sent, filters: pageFilters } as const;
    return this.pages.answer(reply, asked, (asking) => {
      const { where, filters, reader, moment } = asking;
      const like = decisionsLike(reader, where.programme, filters, moment);
      const names = namesAt(reader, where, moment);
      const data = decisionsPage(where, like, filters, choicesAt(asking), names);
      const content = { title: 'Decision register', template: 'decisions', data, streams: like.streams };
      return Promise.resolve(content);
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
    return this.pages.answer(reply, asked, (asking) => showOne(asking, id));
  }

  @Get(':id/statement')
  statement(
    @Param('programme') programme: string,
    @Param('id') id: string,
    @Query() sent: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = { programme, path: `decisions/${id}/statement`, section: 'decisions', sent } as const;
    return this.pages.answer(reply, asked, (asking) => Promise.resolve(showStatement(asking, id)));
  }
}

function showStatement({ where, reader, moment }: Asking, id: string): Content {
  const nameOf = nameOfAll(namesAt(reader, where, moment));
  const decision = decisionOnRecord(reader, where.programme, id, moment);
  const streams = ['decision', 'programme', 'authority'].map((kind) => `${where.programme}/${kind}`);
  if (!decision) return notYet('decision', nameOf('decision', id), streams);
  const detail = decisionDetail(reader, where.programme, decision, moment);
  const name = calledOf(decision);
  const data = {
    statement: statementBody({ decision, detail }),
    back: pageAddress(where, `decisions/${id}`),
    name,
    position: moment.position,
  };
  return { title: `Decision statement: ${name}`, template: 'statement', data, streams };
}

function choicesAt({ where: { programme }, reader, moment }: Asking): RegisterChoices {
  const makers = [
    // A body that only advises takes no decision, and is none to choose from.
    ...reader.parts
      .list(programme, 'body', moment)
      .filter(({ bodyKind }) => !advisoryKinds.includes(bodyKind))
      .map(({ id, name }) => ({ id, name })),
    ...reader.parts.list(programme, 'office', moment).map(({ id, title }) => ({ id, name: title })),
  ].sort((a, b) => byName(a.name, b.name));
  const portfolios = reader.parts.list(programme, 'portfolio', moment);
  return { makers, portfolios: inOrderOfName(portfolios).map(({ id, name }) => ({ id, name })) };
}

async function showOne({ where, view, reader, moment }: Asking, id: string): Promise<Content> {
  const { programme } = where;
  const { body, streams } = await view('decisions', id);
  const names = namesAt(reader, where, moment);
  const { part: decision } = reader.parts.one(programme, 'decision', id, moment);
  if (decision === undefined) return notYet('decision', nameOfAll(names)('decision', id), streams);
  const { body: history } = await view('history', id, { kind: 'decision' });
  const data = decisionPage({
    where,
    decision,
    detail: decisionDetail(reader, programme, decision, moment),
    power: powerOf({ where, reader, moment }, decision),
    runs: clockRuns(reader, programme, decision, moment),
    followed: body['entries'] as Followed[],
    entries: history['history'] as EntryShown[],
    names,
  });
  return { title: data.name, template: 'decision', about: `decision/${id}`, data, streams };
}

/** Who held the power on the day of a decision: as known at the moment, and as was known at the end of that day. */
function powerOf(
  { where: { programme }, reader, moment }: Pick<Asking, 'where' | 'reader' | 'moment'>,
  decision: DecisionPart,
) {
  const now = makersPower(reader, programme, decision, moment);
  if (!isTaken(decision)) return { now, then: undefined };
  const { maker, takenOn } = decision;
  const thatDay = reader.moments.at(takenOn, takenOn);
  // Of a day on which nothing of the programme was known, there is nothing to tell and no page to lead to.
  const then = reader.moments.knows(programme, thatDay)
    ? makersPower(reader, programme, decision, thatDay)
    : undefined;
  const { part } = reader.parts.one(programme, 'office', maker, { ...moment, asAt: takenOn });
  const holder = part ? holderOn(part, takenOn).holder : null;
  return { now, then, ...(holder !== null && { holder }) };
}
