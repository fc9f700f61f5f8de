import {
  type Asking,
  type Content,
  dataAddress,
  historyChart,
  type ListPage,
  nameOfAll,
  namesAt,
  notYet,
  pageAddress,
  type Sent,
  type ThingPages,
} from '#pages';
import { rowsOf, shownOf, viewOf } from '#views';
import { Controller, Get, Param, Query, Res, type Type } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { streamNameOfPart } from '#programme';
import { Pages } from '../pages.js';

/** The controller of the page of a list, under the filters of its view. */
export function listControllerOf(list: ListPage): Type<unknown> {
  const { name, section } = list;

  @Controller(`programmes/:programme/${name}`)
  class ListController {
    constructor(private readonly pages: Pages) {}

    @Get()
    all(
      @Param('programme') programme: string,
      @Query() sent: Sent,
      @Res() reply: FastifyReply,
    ): Promise<void> {
      const asked = { programme, path: name, section, sent, filters: viewOf(name).filters };
      return this.pages.answer(reply, asked, (asking) => listOf(list, asking));
    }
  }

  return ListController;
}

/** The controllers of the pages of one kind of thing: its list, and each thing with its history. */
export function controllersOf(pagesOfKind: ThingPages): Type<unknown>[] {
  const { name, section } = pagesOfKind;

  @Controller(`programmes/:programme/${name}`)
  class ThingController {
    constructor(private readonly pages: Pages) {}

    @Get(':id')
    one(
      @Param('programme') programme: string,
      @Param('id') id: string,
      @Query() sent: Sent,
      @Res() reply: FastifyReply,
    ): Promise<void> {
      const asked = { programme, path: `${name}/${id}`, section, sent };
      return this.pages.answer(reply, asked, (asking) => thingOf(pagesOfKind, id, asking));
    }
  }

  return [listControllerOf(pagesOfKind), ThingController];
}

async function listOf(of: ListPage, asking: Asking): Promise<Content> {
  const { name } = of;
  const { where, moment, filters } = asking;
  const { asking: noting, streams } = notingStreams(asking);
  const rows = rowsOf(name, await noting.view(name, undefined, filters));
  const names = namesAt(asking.reader, where, moment);
  const nameOf = nameOfAll(names);
  const data = await of.list({ where, asAt: moment.asAt, rows, filters, nameOf, asking: noting });
  return { title: data.heading, template: 'things', data, streams: [...streams] };
}

async function thingOf(of: ThingPages, id: string, asking: Asking): Promise<Content> {
  const { name, kind } = of;
  const { where, moment } = asking;
  const { asking: noting, streams } = notingStreams(asking);
  const { body, streams: read } = await asking.view(name, id);
  const names = namesAt(asking.reader, where, moment);
  const nameOf = nameOfAll(names);
  const { part } = asking.reader.parts.one(where.programme, kind, id, moment);
  if (part === undefined) return notYet(kind, nameOf(kind, id), read);
  const { history: entries } = shownOf('history', await asking.view('history', id, { kind }));
  const made = await of.one({ where, asAt: moment.asAt, part, body, entries, nameOf, names, asking: noting });
  const csv = dataAddress(where, `history/${id}`, { kind, format: 'csv' });
  const data = {
    ...made,
    history: historyChart(`History of this ${kind}`, entries, where, csv, names),
    data: dataAddress(where, `${name}/${id}`),
    compare: pageAddress(where, 'compare', { thing: `${kind}/${id}` }),
    wholeHistory: pageAddress(where, `history/${id}`),
  };
  return {
    title: made.name,
    template: 'thing',
    about: `${kind}/${id}`,
    data,
    streams: [streamNameOfPart(where.programme, `${kind}/${id}`), ...streams, ...(made.streams ?? [])],
  };
}

/** The same asking, that notes which streams its views read. */
function notingStreams(asking: Asking): { readonly asking: Asking; readonly streams: ReadonlySet<string> } {
  const streams = new Set<string>();
  const view: Asking['view'] = async (...asked) => {
    const answer = await asking.view(...asked);
    for (const stream of answer.streams) streams.add(stream);
    return answer;
  };
  return { asking: { ...asking, view }, streams };
}
