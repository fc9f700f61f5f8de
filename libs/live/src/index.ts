export { type EntryTold, entryTold } from './entry-told.js';
export { eventStream } from './event-stream.js';
