import type { StreamDefinition } from '../stream.js';
import { decisionCommands, type DecisionCommand } from './commands.js';
import { decideDecision, decisionReads, decisionRules } from './decide.js';
import { decisionEvents, type DecisionEvent } from './events.js';
import type { DecisionPart } from './state.js';

export { callInWindow, isSubjectToCallIn, type CallInWindow } from './call-in-window.js';
export { noticeChecklist, recordChecklist, type ChecklistItem } from './checklist.js';
export { recordOwed, type RecordKind, type RecordOwed } from './record-owed.js';
export type { DecisionCommand } from './commands.js';
export {
  clockOn,
  dayInWords,
  lastDayOf,
  noSettings,
  settingMissing,
  settingsIn,
  type ClockName,
  type SettingsInForce,
} from './council-clocks.js';
export {
  allDivisions,
  noneConsidered,
  noneDeclared,
  type DeclaredConflict,
  type DecisionEvent,
  type DecisionRecord,
} from './events.js';
export { inForceOn, standingOf, type KnownOfMaker, type Standing, type StandingStatus } from './in-force.js';
export { keyMeasures, type KeyMeasure } from './key-measures.js';
export {
  announcedTooEarly,
  noticeRuns,
  takenDay,
  type AnnouncedTooEarly,
  type NoticeRun,
  type Taken,
} from './notice-clock.js';
export {
  callInOutcomes,
  noDocuments,
  urgencyAgreers,
  type CallInOutcome,
  type KeyDecisionNotice,
  type UrgencyAgreer,
} from './procedure.js';
export {
  decisionKey,
  isTaken,
  type DecisionPart,
  type DecisionProcedure,
  type NoticedDecision,
  type TakenDecision,
} from './state.js';

/** A decision, a stream each: its record and its procedure. */
export const decisionStream: StreamDefinition<DecisionPart, DecisionCommand, DecisionEvent> = {
  kind: 'decision',
  commands: decisionCommands,
  events: decisionEvents,
  ...decisionRules,
  reads: decisionReads,
  decide: decideDecision,
};
