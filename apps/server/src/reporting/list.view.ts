import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Book } from '#book';
import {
  bodyKinds,
  projectStages,
  ratingMeasures,
  reviewStages,
  type AnyPart,
  type UnitPart,
} from '#programme';
import { inOrder, lineage, statementsBehind, type ListView, type Moment, type Reader } from '#read-model';
import { anId, anyText, oneOf, type Filters } from './filters.js';
import type { Question } from './query.js';
import { atTheMoment, notOnRecord, ViewQuery, type View } from './view.js';
import { whichSavings } from './waterfall.view.js';

/** The filters of each list; each compares the column of its own name, or the one named beside it. */
export const listFilters: Readonly<Record<string, Filters>> = {
  phases: { status: oneOf('Only phases of this status.', ['planned', 'open', 'closed']) },
  scales: { measure: oneOf('Only scales of this measure.', ratingMeasures) },
  portfolios: { status: oneOf('Only portfolios of this status.', ['open', 'closed']) },
  projects: {
    status: oneOf('Only projects of this status.', ['open', 'closed']),
    stage: oneOf('Only projects at this stage.', ['chartered', ...projectStages]),
    portfolio: anId('Only projects of this portfolio, by its id.'),
    review: anId('Only projects that this review led to, by its id.'),
  },
  reviews: {
    stage: oneOf('Only reviews at this stage.', reviewStages),
    standing: oneOf('Only reviews that stand so.', ['active', 'deferred', 'withdrawn', 'not-withdrawn']),
    phase: anId('Only reviews of this phase, by its id.'),
    service: anId('Only reviews of this service, by its id.'),
  },
  services: {
    directorate: anyText('Only services of this directorate.'),
    tranche: anId('Only services of this tranche, by its id.'),
  },
  units: {
    kind: anyText('Only units of this kind.'),
    status: oneOf('Only units of this status.', ['open', 'merged', 'split', 'closed']),
    directorate: anyText('Only units of this directorate.'),
    group: oneOf('Only units of this functional group.', ['people', 'place', 'corporate']),
  },
  bodies: { bodyKind: oneOf('Only bodies of this kind.', bodyKinds) },
  offices: { holder: anId('Only offices that this person holds, by their id.') },
  reports: { view: anId('Only reports of this view.') },
  savings: {
    ...whichSavings,
    standing: oneOf('Only savings that stand so.', ['active', 'withdrawn', 'released']),
    project: anId('Only savings of this project, by its id.'),
    unit: anId('Only savings of this business unit, by its id.'),
  },
};

const columnOf: Readonly<Record<string, string>> = { kind: 'unitKind', year: 'years' };

/** What a unit is shown with: its lineage, and the statements behind its budgets and posts. */
function besideUnit(reader: Reader, programme: string, unit: UnitPart, moment: Moment) {
  return {
    lineage: lineage(reader, programme, unit.id, moment),
    statements: statementsBehind(reader, programme, unit, moment),
  };
}

/** Asks for every thing of a kind that exists at the moment. */
export class ListQuery extends ViewQuery {
  constructor(
    readonly view: ListView,
    programme: string,
    question: Question,
  ) {
    super(programme, question);
  }
}

/** Asks for one thing of a kind, whole. */
export class ThingQuery extends ViewQuery {
  constructor(
    readonly view: ListView,
    readonly id: string,
    programme: string,
    question: Question,
  ) {
    super(programme, question);
  }
}

@QueryHandler(ListQuery)
export class ListQueryHandler implements IQueryHandler<ListQuery> {
  constructor(private readonly book: Book) {}

  async execute(query: ListQuery): Promise<View> {
    const { view, programme, question } = query;
    const { reader, moment } = await atTheMoment(this.book, query);
    const filters = Object.entries(question.filters);
    const rows = inOrder(view, reader.list<AnyPart>(programme, view.kind, moment))
      .map((part) => view.row(part, reader, programme, moment, question.filters))
      .filter((row) =>
        filters.every(([name, value]) => {
          const held = row[columnOf[name] ?? name];
          // A review that is deferred stands too: the count of a stage leaves out only those withdrawn.
          if (value === 'not-withdrawn') return held !== 'withdrawn';
          return Array.isArray(held) ? held.includes(value) : held === value;
        }),
      );
    const streams = view.streams.map((kind) => `${programme}/${kind}`);
    return { moment, body: { [view.name]: rows }, streams, list: { name: view.name, rows } };
  }
}

@QueryHandler(ThingQuery)
export class ThingQueryHandler implements IQueryHandler<ThingQuery> {
  constructor(private readonly book: Book) {}

  async execute(query: ThingQuery): Promise<View> {
    const { view, id, programme } = query;
    const { kind } = view;
    const { reader, moment } = await atTheMoment(this.book, query);
    const { known, part } = reader.one(programme, kind, id, moment);
    if (!known) throw notOnRecord(`No ${kind} ${id}`, programme, `the list of ${view.name}`);
    const body = part ? { exists: true, ...part } : { exists: false, kind, id };
    const led = part?.kind === 'unit' ? besideUnit(reader, programme, part as UnitPart, moment) : {};
    const onTheDay = part && view.onTheDay ? view.onTheDay(part, reader, programme, moment) : {};
    return {
      moment,
      body: { ...body, ...onTheDay, ...led },
      streams: view.streams.map((stream) => `${programme}/${stream}`),
    };
  }
}
