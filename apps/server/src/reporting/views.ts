import { drawnViews, listViews, registers } from '#read-model';
import { registerFilters, registerOf, RegisterQuery, RegistersQuery } from '../governance/registers.view.js';
import { TermsQuery, termsFilters } from '../governance/terms.view.js';
import { Problem } from '../problem.js';
import { AuthorityQuery } from './authority.view.js';
import { ChangesQuery, changesFilters } from './changes.view.js';
import { decisionFilters, DecisionQuery, DecisionsQuery } from './decisions.view.js';
import { drawnFilters, DrawnQuery } from './drawn.view.js';
import type { Filters } from './filters.js';
import { FollowUpsQuery } from './follow-ups.view.js';
import { historyFilters, HistoryQuery } from './history.view.js';
import { listFilters, ListQuery, ThingQuery } from './list.view.js';
import { NeedsDoingQuery, needsDoingFilters } from './needs-doing.view.js';
import { OverviewQuery } from './overview.view.js';
import type { Question } from './query.js';
import { RatingsQuery, ratingsFilters } from './ratings.view.js';
import { RestatementQuery, restatementFilters } from './restatement.view.js';
import { unitBudgetFilters, UnitBudgetsQuery, unitCountFilters, UnitCountQuery } from './units.view.js';
import type { ViewQuery } from './view.js';
import { WaterfallQuery, waterfallFilters } from './waterfall.view.js';

/** A view as it is asked for by its name: `GET /api/programmes/{programme}/{name}` and `…/{id}`. */
export interface NamedView {
  /** What it answers, in a sentence without its full stop. */
  readonly says: string;
  readonly filters: Filters;
  /** Whether it is made of lines, and so CSV too. */
  readonly isList: boolean;
  /** Whether its answer is made of the log up to a position and of nothing else, so that it can be issued as a report. */
  readonly canBeIssued: boolean;
  query(programme: string, question: Question): ViewQuery;
  /** Where its things are shown one by one too. */
  readonly one?: {
    says(id: string): string;
    filters(id: string): Filters;
    readonly isList: boolean;
    /** The ids there are, where they are known beforehand and are no things on the record. */
    readonly ids?: readonly string[];
    query(id: string, programme: string, question: Question): ViewQuery;
  };
}

type Asks = new (programme: string, question: Question) => ViewQuery;

/** A view that is asked for by its programme and its question alone. */
function view(says: string, Asked: Asks, filters: Filters = {}, isList = true): NamedView {
  const query = (programme: string, question: Question) => new Asked(programme, question);
  return { says, filters, isList, canBeIssued: true, query };
}

/** Every view there is, by its name. */
export const views: ReadonlyMap<string, NamedView> = new Map<string, NamedView>([
  ['overview', view('The state of the whole programme', OverviewQuery, {}, false)],
  ['authority', view('Who could decide what: bodies, offices and powers', AuthorityQuery, {}, false)],
  ['terms', view('Who held which office, seat or power, and on which days', TermsQuery, termsFilters)],
  ...listViews.map((list): [string, NamedView] => [
    list.name,
    {
      says: `Every one of the ${list.name} that exists`,
      filters: listFilters[list.name] ?? {},
      isList: true,
      canBeIssued: true,
      query: (programme, question) => new ListQuery(list, programme, question),
      one: {
        says: () => `One of the ${list.name}, whole`,
        filters: () => ({}),
        isList: false,
        query: (id, programme, question) => new ThingQuery(list, id, programme, question),
      },
    },
  ]),
  [
    'decisions',
    {
      ...view('The register of decisions', DecisionsQuery, decisionFilters),
      one: {
        says: () => 'One of the decisions, whole',
        filters: () => ({}),
        isList: false,
        query: (id, programme, question) => new DecisionQuery(id, programme, question),
      },
    },
  ],
  [
    'history',
    {
      says: 'What was recorded, struck entries with their strike',
      filters: historyFilters,
      isList: true,
      canBeIssued: true,
      query: (programme, question) => new HistoryQuery(undefined, programme, question),
      one: {
        says: () => 'The history of one thing',
        filters: () => historyFilters,
        isList: true,
        query: (id, programme, question) => new HistoryQuery(id, programme, question),
      },
    },
  ],
  [
    'needs-doing',
    {
      ...view(
        'What needs doing: items missing, clocks running, gates waiting, days passed',
        NeedsDoingQuery,
        needsDoingFilters,
      ),
      // What waits to follow by itself is known of now only, and is no part of the log.
      canBeIssued: false,
    },
  ],
  [
    'waterfall',
    view('From the savings target to what finance has validated', WaterfallQuery, waterfallFilters),
  ],
  [
    'ratings',
    view('Every rating given, beside what it comes to on the scale in force', RatingsQuery, ratingsFilters),
  ],
  [
    'unit-budgets',
    view(
      'The budget of every open unit by year and price base, with totals on each basis',
      UnitBudgetsQuery,
      unitBudgetFilters,
    ),
  ],
  [
    'unit-count',
    view('The count of open units over time against its target', UnitCountQuery, unitCountFilters),
  ],
  ...drawnViews.map((drawn): [string, NamedView] => [
    drawn.name,
    {
      says: drawn.says,
      filters: drawnFilters(drawn),
      isList: true,
      canBeIssued: true,
      query: (programme, question) => new DrawnQuery(drawn, programme, question),
    },
  ]),
  [
    'changes',
    view('What differs between two dates, or two states of knowledge', ChangesQuery, changesFilters),
  ],
  [
    'registers',
    {
      ...view('The registers: lists that fall out of the log', RegistersQuery),
      one: {
        says: (id) => registerOf(id).says,
        filters: (id) => registerFilters[id] ?? {},
        isList: true,
        ids: registers.map(({ name }) => name),
        query: (id, programme, question) => new RegisterQuery(registerOf(id), programme, question),
      },
    },
  ],
  [
    'follow-ups',
    {
      ...view('What was recorded because of another entry, and what waits', FollowUpsQuery),
      // What waits is kept beside the log.
      canBeIssued: false,
    },
  ],
  [
    'restatement',
    {
      says: 'What became of a report’s (asAt, knownAt): every fact of its date that is known otherwise since, who changed it and why, and the effect on each published total',
      filters: restatementFilters,
      isList: true,
      canBeIssued: true,
      query: (programme, question) => new RestatementQuery(undefined, programme, question),
    },
  ],
]);

/** The view of a name. Throws 404 where there is none. */
export function viewOf(name: string): NamedView {
  const found = views.get(name);
  if (found) return found;
  throw new Problem(
    404,
    'unknown-view',
    'There is no such view',
    `There is no view ${name}: see ${[...views.keys()].join(', ')}`,
  );
}
