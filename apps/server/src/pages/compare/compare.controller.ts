import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { aStateOfKnowledge } from '../../reporting/changes.view.js';
import type { Filter } from '../../reporting/filters.js';
import { parseKnown, today } from '../../reporting/query.js';
import { Pages, type Asking, type Content, type Sent } from '../pages.js';
import { comparePage, compareThingPage, type ChangeShown } from './compare-page.js';

const aThing: Filter = {
  says: 'Only this thing, by its kind and id.',
  schema: { type: 'string' },
  problem: (text) =>
    /^[a-z-]+\/[^/]{1,200}$/.test(text)
      ? undefined
      : 'must be a kind and an id, such as review/legal-services',
};
const compareFilters = {
  knownFrom: aStateOfKnowledge('The first of two dates on which something was known.'),
  knownTo: aStateOfKnowledge('The second of them.'),
  thing: aThing,
};

/** `/programmes/{programme}/compare`: one day as it was known on two dates; those of the day itself and now where left out. */
@Controller('programmes/:programme/compare')
export class CompareController {
  constructor(private readonly pages: Pages) {}

  @Get()
  two(@Param('programme') programme: string, @Query() sent: Sent, @Res() reply: FastifyReply): Promise<void> {
    const asked = { programme, path: 'compare', section: 'compare', sent, filters: compareFilters } as const;
    return this.pages.answer(reply, asked, show);
  }
}

async function show({ where, moment, reader, filters, view }: Asking): Promise<Content> {
  const { knownFrom = moment.asAt, knownTo = moment.knownAt ?? today(), thing } = filters;
  const states = { where, asAt: moment.asAt, knownFrom, knownTo };
  const { body, streams } = await view('changes', undefined, { knownFrom, knownTo });
  const changes = body['changes'] as ChangeShown[];
  if (thing === undefined) {
    return { title: 'Who knew what', template: 'compare', data: comparePage(states, changes), streams };
  }
  const [kind = '', id = ''] = thing.split('/');
  const at = (text: string) =>
    reader.one(where.programme, kind, id, reader.moment(moment.asAt, parseKnown(text))).part;
  const entries = changes.find((change) => change.kind === kind && change.id === id)?.entries ?? [];
  const data = compareThingPage(states, { kind, id }, at(knownFrom), at(knownTo), entries);
  return { title: data.heading, template: 'compare', data, streams };
}
