import { type CommandOf, type EntryOf, streamOf } from '#acts';
import { agreeSpecialUrgency } from './agree-special-urgency.js';
import { amendDecision } from './amend-decision.js';
import { callInDecision } from './call-in-decision.js';
import { completeDecisionRecord } from './complete-decision-record.js';
import { confirmDecision } from './confirm-decision.js';
import { giveGeneralExceptionNotice } from './give-general-exception-notice.js';
import { giveKeyDecisionNotice } from './give-key-decision-notice.js';
import { publishDecision } from './publish-decision.js';
import { recordCallInOutcome } from './record-call-in-outcome.js';
import { recordDecision } from './record-decision.js';
import { reissueKeyDecisionNotice } from './reissue-key-decision-notice.js';
import { rescindDecision } from './rescind-decision.js';
import type { DecisionPart } from './state.js';
import { supersedeDecision } from './supersede-decision.js';
import { waiveCallIn } from './waive-call-in.js';
import { withdrawDecision } from './withdraw-decision.js';

export { callInWindow, isSubjectToCallIn, type CallInWindow } from './call-in-window.js';
export { noticeChecklist, recordChecklist, type ChecklistItem } from './checklist.js';
export { recordOwed, type RecordKind, type RecordOwed } from './record-owed.js';
export {
  clockOn,
  dayInWords,
  lastDayOf,
  settingMissing,
  settingsIn,
  type ClockName,
  type SettingsInForce,
} from './council-clocks.js';
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
export { noDocuments, type KeyDecisionNotice } from './notice-fields.js';
export { allDivisions, noneConsidered, noneDeclared, type DecisionRecord } from './record-fields.js';
export {
  callInOutcomes,
  decisionKey,
  isTaken,
  type CallInOutcome,
  type DecisionPart,
  type DecisionProcedure,
  type NoticedDecision,
  type TakenDecision,
} from './state.js';

const acts = [
  recordDecision,
  completeDecisionRecord,
  publishDecision,
  giveKeyDecisionNotice,
  reissueKeyDecisionNotice,
  giveGeneralExceptionNotice,
  agreeSpecialUrgency,
  callInDecision,
  waiveCallIn,
  recordCallInOutcome,
  confirmDecision,
  amendDecision,
  withdrawDecision,
  rescindDecision,
  supersedeDecision,
] as const;

export type DecisionCommand = CommandOf<(typeof acts)[number]>;
export type DecisionEvent = EntryOf<(typeof acts)[number]>;

/** A decision, a stream each: its record and its procedure. */
export const decisionStream = streamOf<DecisionPart, typeof acts>({
  kind: 'decision',
  id: 'decision',
  heading: 'A decision was taken',
  acts,
});
