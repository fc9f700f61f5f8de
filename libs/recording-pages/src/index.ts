export { checkPage } from './check-page.js';
export { correctPage, entrySaid } from './correct-page.js';
export {
  besideEntry,
  dayOfEntry,
  refilledForm,
  replaces,
  standingOn,
  strikeFor,
  strikeProblems,
  subjectOfEntry,
} from './correction.js';
export { donePage } from './done-page.js';
export { type Draft, DraftFile, draftLimits } from './draft-file.js';
export { apart, claimed, commandOf } from './draft-keeping.js';
export { type EntryRead, dayAbout, readEntry } from './entry-reading.js';
export { isMade } from './made-ids.js';
export { type LinePlayed, meetingNames, meetingPage } from './meeting-page.js';
export { type MeetingRead, readMeeting } from './meeting-reading.js';
export { whatPage, whenPage } from './question-pages.js';
export { refusalInWords } from './refusal-in-words.js';
export { startPage } from './start-page.js';
export {
  type Step,
  type Subject,
  circumstanceFields,
  postedOf,
  sentOf,
  subjectOf,
  whatFields,
  whenNames,
  withStep,
} from './steps.js';
export { Things } from './things.js';
export { type Came, type ToRecord, type Desk } from './to-record.js';
export { typeBody } from './type-body.js';
export { type Typed } from './typed.js';
export { happened } from './what-happened.js';
