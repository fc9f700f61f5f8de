import { bodyKinds, projectStages, ratingMeasures, reviewStages } from '#programme';
import { listViews, type Row } from '#read-model';
import { anId, anyText, like, oneOf, type Filters } from './filters.js';
import { notOnRecord, streamsOf, view, type Answer, type AskingOfOne } from './view.js';
import { whichSavings } from './waterfall.view.js';

/** The filters of each list; each compares the column of its own name, or the one named beside it. */
const listFilters: Readonly<Record<string, Filters>> = {
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

/** Whether a row of a list is like the filters. A review that is deferred is not withdrawn either, and no other list asks that. */
function likeIn(list: string, asked: Readonly<Record<string, string>>): (row: Row) => boolean {
  const { standing, ...others } = asked;
  if (list !== 'reviews' || standing !== 'not-withdrawn') return like(asked, columnOf);
  const isLike = like(others, columnOf);
  return (row) => row['standing'] !== 'withdrawn' && isLike(row);
}

/** Every thing of a kind, and each of them whole. */
export const listViewsAsked = listViews.map((list) =>
  view({
    name: list.name,
    says: `Every one of the ${list.name} that exists`,
    filters: listFilters[list.name] ?? {},
    columns: list.columns,
    answer: ({ reader, programme, moment, question: { filters } }) => ({
      rows: list.rows(reader, programme, moment, filters).filter(likeIn(list.name, filters)),
      streams: streamsOf(programme, ...list.streams),
    }),
    one: {
      says: () => `One of the ${list.name}, whole`,
      filters: () => ({}),
      answer: (asking) => thing(list, asking),
    },
  }),
);

function thing(list: (typeof listViews)[number], { reader, programme, moment, id }: AskingOfOne): Answer {
  const { kind, name, streams } = list;
  const { known, part } = list.one(reader, programme, moment, id);
  if (!known) throw notOnRecord(`No ${kind} ${id}`, programme, `the list of ${name}`);
  const body = part ? { exists: true, ...part } : { exists: false, kind, id };
  return { body, streams: streamsOf(programme, ...streams) };
}
