import {
  type Asking,
  calledOf,
  comparePage,
  compareThingPage,
  type Content,
  namesAt,
  quickChoices,
  type Sent,
  type ToChooseFrom,
} from '#pages';
import { aStateOfKnowledge, aThing, byName, oneOf, parseKnown, shownOf, today } from '#views';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { latestDate } from '#calendar';
import { listViews } from '#read-model';
import { Pages } from '../pages.js';

/** The kinds of thing that can be chosen from a list. */
const kinds = ['programme', 'decision', ...listViews.map(({ kind }) => kind)];

const compareFilters = {
  knownFrom: aStateOfKnowledge('The first of two dates on which something was known.'),
  knownTo: aStateOfKnowledge('The second of them.'),
  of: oneOf('Only things of this kind.', kinds),
  thing: aThing('Only this thing, by its kind and id.'),
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

async function show(asking: Asking): Promise<Content> {
  const { where, moment, reader, filters, view } = asking;
  const { knownFrom = moment.asAt, knownTo = moment.knownAt ?? today(), of } = filters;
  // A thing of another kind than the one now chosen is what the form held before.
  const [kind = of, id] = filters['thing']?.split('/') ?? [];
  const isOne = id !== undefined && (of === undefined || of === kind);
  const thing = isOne && kind !== undefined ? { kind, id } : undefined;
  const now = reader.moments.at(moment.asAt);
  const states = { where, asAt: moment.asAt, knownFrom, knownTo, names: namesAt(reader, where, now) };
  const from = toChooseFrom(asking, thing?.kind ?? of, thing);
  const answer = await view('changes', undefined, { knownFrom, knownTo });
  const { streams } = answer;
  const { changes: all } = shownOf('changes', answer);
  const changes = all.filter((one) => of === undefined || one.kind === of);
  if (thing === undefined) {
    const data = comparePage(states, changes, from);
    return { title: data.heading, template: 'compare', data, streams };
  }
  const at = (text: string) =>
    reader.parts.one(where.programme, thing.kind, thing.id, reader.moments.at(moment.asAt, parseKnown(text)))
      .part;
  const entries =
    changes.find((change) => change.kind === thing.kind && change.id === thing.id)?.entries ?? [];
  const data = compareThingPage(states, thing, at(knownFrom), at(knownTo), entries, from);
  return { title: data.heading, template: 'compare', data, streams };
}

function toChooseFrom(
  { where, moment, reader }: Asking,
  kind: string | undefined,
  thing: { readonly kind: string; readonly id: string } | undefined,
): ToChooseFrom {
  const things =
    kind === undefined
      ? []
      : reader.parts
          .list(where.programme, kind, reader.moments.at(latestDate))
          .map((part) => ({ id: part.id, name: calledOf(part) }))
          .sort((a, b) => byName(a.name, b.name));
  return { kinds, kind, things, quick: quickChoices(reader, where, moment, today(), thing) };
}
