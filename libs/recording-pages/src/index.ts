export { refilledForm, strikeProblems } from './correction.js';
export { donePage } from './done-page.js';
export { type Draft, DraftFile, draftLimits } from './draft-file.js';
export { apart, claimed } from './draft-keeping.js';
export {
  checkOfDraft,
  correctionOf,
  correctionOfDraft,
  entryToCorrect,
  type FilledIn,
  pageAfter,
  postedOn,
  readDraft,
  subjectOfDraft,
  toRecord,
  typedInto,
  whatOfDraft,
  whenOfDraft,
} from './draft-pages.js';
export { type EntryRead, dayAbout } from './entry-reading.js';
export { isMade } from './made-ids.js';
export { type LinePlayed, meetingNames, meetingPage } from './meeting-page.js';
export { type MeetingRead, readMeeting } from './meeting-reading.js';
export { whatPage } from './question-pages.js';
export { refusalInWords } from './refusal-in-words.js';
export { startPage } from './start-page.js';
export {
  type Subject,
  circumstanceFields,
  postedOf,
  sentOf,
  whatFields,
  whenNames,
  withRow,
  withStep,
} from './steps.js';
export { Things } from './things.js';
export { type Came, type ToRecord, type Desk } from './to-record.js';
export { typeBody } from './type-body.js';
export { type Typed } from './typed.js';
export { happened } from './what-happened.js';
