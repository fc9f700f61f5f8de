export {
  besideTheAnswer,
  heldBack,
  overviewAnswer,
  told,
  type BesideTheAnswer,
  type HeldBack,
  type OverviewAnswer,
} from './answer.js';
export { Book, CopyUnfinished } from './book.js';
export type { BookOptions } from './book-options.js';
export { acceptRestored, type RestoredRecord } from './accept-restored.js';
export { loadDemonstration } from './demonstration.js';
export { examineBook, type Examined, type ExaminationProgress } from './doctor/index.js';
export { damagedFiles } from './doctor/files.js';
export { dutiesSet } from './duties-set.js';
export {
  importFile,
  ImportStopped,
  OtherDemonstration,
  type ImportInto,
  type ImportOptions,
  type ImportReport,
} from './import-file.js';
export {
  fileSource,
  fingerprintOf,
  mostLineBytes,
  textSource,
  type BadLine,
  type ImportSource,
} from './import-lines.js';
export { MarksUnreadable, RecordShorter, type Mark } from './marks.js';
export { openStore } from './open-store.js';
export { FileChanged } from './import-survey.js';
export { RebuildStopped, type RebuildProgress } from './views.js';
export {
  Batches,
  isRefused,
  type Batch,
  type BatchItem,
  type BatchOutcome,
  type ItemResult,
} from './batch.js';
export type { SentOutcome } from './record-sent.js';
export { deepestNesting, isNestedTooDeep } from './nesting.js';
