export { ReadModel, type ReadModelOptions } from './read-model.js';
export { Reader } from './reader.js';
export { type HistoryEntry, type NarrowedTo } from './log.js';
export { type Moment } from './moments.js';
export { type RegisteredDecision } from './decision-register.js';
export { overview, overviewReads, overviewShown, phaseRow, type Overview } from './overview.js';
export { clockRuns, type ClockDay, type ClockRun } from './clock-days.js';
export { decisionsBehind, decisionsBehindPortfolio, type ThingNamed } from './decisions-behind.js';
export {
  authorityOf,
  holderOn,
  makerKinds,
  makerNames,
  makerStanding,
  membersOn,
  notChecked,
} from './authority.js';
export * as columnKinds from './columns.js';
export type { Column, Columns, Row, RowOf } from './columns.js';
export { type List } from './list.js';
export {
  decisionColumns,
  decisionRow,
  listViews,
  type ListedKind,
  type ListName,
  type RowOfKind,
} from './lists.js';
export { changedColumns, changedCounts, type ChangedCount } from './changed-counts.js';
export { ratingColumns, ratings, type RatingRow } from './ratings.js';
export { outcomes, outcomeStates, owedBy, type OutcomeRow } from './outcomes.js';
export { withDays, type Lasted } from './lasted.js';
export { stagesEntered, standingsEntered, type StageLine, type StandingLine } from './review-log.js';
export { lineage, type Ancestry, type UnitLineage } from './lineage.js';
export {
  postsOfUnits,
  statementsBehind,
  unitBudgetColumns,
  unitBudgetRows,
  unitBudgetTotalColumns,
  unitBudgetTotals,
  type StatementBehind,
  type UnitBudgetRow,
  type UnitBudgetTotal,
} from './unit-amounts.js';
export {
  entryCalled,
  inNames,
  nameOnDays,
  notOnRecord,
  type FindPart,
  type NamesInPlay,
} from './in-names.js';
export { subjectOfEntry } from './subject-of-entry.js';
export { unitCount, unitCountColumns, type UnitCountStep } from './unit-count.js';
export {
  restatement,
  restatementShown,
  type RestatedFact,
  type Restatement,
  type RestatingEntry,
} from './restatement.js';
export { figuresAt, totals, type Figure, type RestatedTotal, type Total } from './totals.js';
export {
  waterfall,
  waterfallColumns,
  waterfallDimensions,
  waterfallLines,
  waterfallShown,
  type Figure as WaterfallFigure,
  type Figures as WaterfallFigures,
  type Waterfall,
  type WaterfallAsked,
  type WaterfallDimension,
  type WaterfallGroup,
  type WaterfallRow,
} from './waterfall.js';
export { settingsAt } from './settings-at.js';
export {
  checklistsOf,
  recordsOwed,
  standingColumns,
  standingRow,
  standings,
  takenStandings,
  type RecordsOwed,
} from './decision-standing.js';
export {
  decisionDetail,
  followingEntries,
  supersession,
  type StoodOn,
  type Superseding,
} from './decision-detail.js';
export { registers } from './registers/index.js';
export { parseQuarter } from './quarters.js';
export {
  drawnViews,
  reviewsByStage,
  savingsOverTime,
  savingsSteps,
  stepsOf,
  unitFlow,
  type ReviewsAtStage,
  type SavingsOnDay,
  type SavingsStep,
  type UnitFlow,
} from './drawn/index.js';
export { amountsByUnit } from './savings-by-unit.js';
export {
  needsDoing,
  needsDoingColumns,
  needsDoingShown,
  needSorts,
  urgencies,
  type NeedsDoing,
  type NeedSort,
  type NextStep,
  type SortOfNeed,
  type Urgency,
} from './needs-doing/index.js';
export { makersPower, type MakersPower } from './makers-power.js';
export { reviewSteps, type ReviewStep, type ReviewStepType } from './review-steps.js';
export { termColumns, terms, type TermRow } from './terms.js';
