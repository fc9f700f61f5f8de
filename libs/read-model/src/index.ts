export { ReadModel } from './read-model.js';
export { Reader, type HistoryEntry, type Moment } from './reader.js';
