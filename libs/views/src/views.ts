import { Problem } from '#problem';
import type { drawnViews, listViews, RowOf } from '#read-model';
import { authorityView } from './authority.view.js';
import { changesView } from './changes.view.js';
import { checklistView } from './checklist.view.js';
import { decisionTableViews } from './decision-tables.view.js';
import { decisionsView } from './decisions.view.js';
import { drawnViewsAsked } from './drawn.view.js';
import { followUpsView } from './follow-ups.view.js';
import { historyView } from './history.view.js';
import { listViewsAsked } from './list.view.js';
import { needsDoingView } from './needs-doing.view.js';
import { outcomesView } from './outcomes.view.js';
import { overviewView } from './overview.view.js';
import { ratingsView } from './ratings.view.js';
import { registersView } from './registers.view.js';
import { reportRestated, restatementView } from './restatement.view.js';
import { statementView } from './statement.view.js';
import { termsView } from './terms.view.js';
import { unitBudgetsView, unitCountView } from './units.view.js';
import type { Answer, View, ViewOfOne } from './view.js';
import { waterfallView } from './waterfall.view.js';

/** Every view there is, by its name. */
export const views: ReadonlyMap<string, View> = new Map(
  [
    overviewView,
    authorityView,
    termsView,
    ...listViewsAsked,
    decisionsView,
    historyView,
    needsDoingView,
    waterfallView,
    ratingsView,
    outcomesView,
    unitBudgetsView,
    unitCountView,
    ...drawnViewsAsked,
    changesView,
    registersView,
    followUpsView,
    restatementView,
  ].map((one) => [one.name, one]),
);

/** A view whose answer is its rows, under its name. */
type OfRows =
  | (typeof listViews)[number]
  | (typeof drawnViews)[number]
  | typeof decisionsView
  | typeof outcomesView
  | typeof ratingsView
  | typeof termsView
  | typeof unitCountView;
/** The rows of each such view. */
export type RowsOfView = {
  [One in OfRows as One['name']]: readonly RowOf<NonNullable<One['columns']>>[];
};

/** One that shows more. */
type OfMore =
  | typeof changesView
  | typeof historyView
  | typeof needsDoingView
  | typeof overviewView
  | typeof unitBudgetsView
  | typeof waterfallView;
type Shown = { [One in OfMore as One['name']]: RowOf<NonNullable<One['shows']>> };

// What asks a view by its name knows no type of its answer: that it is what the view says is said here.

/** The rows that a view answered. */
export const rowsOf = <Name extends keyof RowsOfView>(name: Name, { body }: Pick<Answer, 'body'>) =>
  body[name] as RowsOfView[Name];

/** What a view showed. */
export const shownOf = <Name extends keyof Shown>(_name: Name, { body }: Pick<Answer, 'body'>) =>
  body as Shown[Name];

/** What is asked of one thing beside what it is, by the last part of its address: `decisions/{id}/checklist`. */
export const viewsOfOne: Readonly<Record<string, Readonly<Record<string, ViewOfOne>>>> = {
  decisions: { checklist: checklistView, ...decisionTableViews, statement: statementView },
  reports: { restatement: reportRestated },
};

/** The view of a name. Throws 404 where there is none. */
export function viewOf(name: string): View {
  const found = views.get(name);
  if (found) return found;
  throw new Problem(
    404,
    'unknown-view',
    'There is no such view',
    `There is no view ${name}: see ${[...views.keys()].join(', ')}`,
  );
}
