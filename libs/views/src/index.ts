export { type Filter, type Filters, aDate, anId, anyText, oneOf, wholeNumber } from './filters.js';
export * from './query.js';
export {
  type Answer,
  type Answered,
  type Asking,
  type AskingOfOne,
  entryNamed,
  entryRow,
  momentOf,
  notOnRecord,
  type View,
  type ViewOfOne,
  type WaitingFollowUp,
} from './view.js';
export { rowsOf, type RowsOfView, shownOf, viewOf, views, viewsOfOne } from './views.js';
export { aStateOfKnowledge } from './changes.view.js';
export { aThing, decisionFilters } from './decisions.view.js';
export { decisionsLike, type DecisionsLike, recordItems, type RegisterRow } from './decisions-like.js';
export { decisionOnRecord } from './decision-on-record.js';
export { historyFilters } from './history.view.js';
export { likeThat, needsDoingFilters } from './needs-doing.view.js';
export { registerFilters, registerOf } from './registers.view.js';
export { reportedAt } from './restatement.view.js';
export { statementBody } from './statement.js';
export { statementPolicy } from './statement-page.js';
export { csvFileName, csvOf, csvOfList } from './csv.js';
export { csvInPounds } from './csv-in-pounds.js';
export { byName, inOrderOfName } from './in-order.js';
