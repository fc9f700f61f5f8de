export * from './event-store.js';
export {
  CommandIdReused,
  DiskFull,
  isDiskFull,
  NoSuchPosition,
  NotStorable,
  StoreClosed,
  StoreInUse,
  WrongExpectedRevision,
} from './errors.js';
export type { NotStorableCode } from './errors.js';
export { canonicalText } from './canonical-text.js';
export { eventId } from './event-id.js';
export { MemoryEventStore } from './memory-event-store.js';
export {
  CopyDisturbed,
  ownPosition,
  positionAfterCopy,
  type CopyableStore,
  type HeldEvent,
} from './copying.js';
export {
  bookStream,
  foreignTo,
  identityFrom,
  checkpointAt,
  type Foreign,
  type RecordStore,
  type Checkpoint,
} from './record.js';
export { entryFaults, faultOf, RecordDamaged, type ReadingThrough, type RecordFault } from './wholeness.js';
export type { NoteWritten, Note } from './note.js';
// For those who write a store.
export { Arrivals } from './arrivals.js';
export { isAsExpected } from './expected-revision.js';
export { placeOf, positionAt } from './position.js';
export { checkAppend } from './storable-append.js';
export type { StorableAppend, StorableEvent } from './storable-append.js';
