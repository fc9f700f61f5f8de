import { listViews } from '#read-model';
import { ChangesQuery, changesFilters } from './changes.view.js';
import { decisionFilters, DecisionQuery, DecisionsQuery } from './decisions.view.js';
import type { Filters } from './filters.js';
import { historyFilters, HistoryQuery } from './history.view.js';
import { listFilters, ListQuery, ThingQuery } from './list.view.js';
import { OverviewQuery } from './overview.view.js';
import type { Question } from './query.js';
import { RestatementQuery, restatementFilters } from './restatement.view.js';
import type { ViewQuery } from './view.js';

/** A view that can be issued as a report: its answer is made of the log up to a position, and of nothing else. */
export interface ReportableView {
  readonly filters: Filters;
  list(programme: string, question: Question): ViewQuery;
  /** Where its things are shown one by one too. */
  readonly one?: {
    readonly filters: Filters;
    query(id: string, programme: string, question: Question): ViewQuery;
  };
}

/** Every view that can be issued as a report, by its name. */
export const reportableViews: ReadonlyMap<string, ReportableView> = new Map<string, ReportableView>([
  ['overview', { filters: {}, list: (programme, question) => new OverviewQuery(programme, question) }],
  ...listViews.map((view): [string, ReportableView] => [
    view.name,
    {
      filters: listFilters[view.name] ?? {},
      list: (programme, question) => new ListQuery(view, programme, question),
      one: {
        filters: {},
        query: (id, programme, question) => new ThingQuery(view, id, programme, question),
      },
    },
  ]),
  [
    'decisions',
    {
      filters: decisionFilters,
      list: (programme, question) => new DecisionsQuery(programme, question),
      one: {
        filters: {},
        query: (id, programme, question) => new DecisionQuery(id, programme, question),
      },
    },
  ],
  [
    'history',
    {
      filters: historyFilters,
      list: (programme, question) => new HistoryQuery(undefined, programme, question),
      one: {
        filters: historyFilters,
        query: (id, programme, question) => new HistoryQuery(id, programme, question),
      },
    },
  ],
  [
    'changes',
    { filters: changesFilters, list: (programme, question) => new ChangesQuery(programme, question) },
  ],
  [
    'restatement',
    {
      filters: restatementFilters,
      list: (programme, question) => new RestatementQuery(undefined, programme, question),
    },
  ],
]);
